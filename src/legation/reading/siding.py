"""Which side a person is on, where no title says so: a traveller is not of the place that he or she goes to.

In a document about two sides, whoever visits, arrives in or is received by one of them is of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from legation.reading.clauses import after
from legation.reading.mention import Mention
from legation.reading.text import Context

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GOING = frozenset("visit arrive travel fly tour pay make depart leave head go embark conclude begin start".split())
_JOURNEYS = frozenset("visit trip tour journey travel".split())
_TOWARDS = frozenset({"to", "in", "for", "of"})


def sides_by_travel(blocks: Iterable[tuple[Doc, Sequence[Mention]]], context: Context) -> dict[str, tuple[str, ...]]:
    """The side of each person whom nothing else places and whose journey tells it.

    Args:
        blocks: The parse and the mentions of each block.
        context: The document's context; its pair are the two sides.
    """
    if len(context.pair) != 2:
        return {}
    votes: dict[str, Counter[str]] = {}
    for doc, mentions in blocks:
        for mention in mentions:
            name = context.persons.get((mention.person or "").lower(), mention.person)
            if mention.form == "person" and name and not mention.actors and name not in context.sides:
                for place in _places(doc, mention, mentions):
                    if place in context.pair:
                        other = context.pair[1 - context.pair.index(place)]
                        votes.setdefault(name, Counter())[other] += 1
    return {name: (count.most_common(1)[0][0],) for name, count in votes.items() if len(count) == 1}


def _places(doc: Doc, person: Mention, mentions: Sequence[Mention]) -> Iterator[str]:
    """Where a person is said to go."""
    root = doc[person.start : person.end].root
    head = root.head
    if root.dep_ in ("nsubj", "nsubjpass") and head.lemma_.lower() in _GOING:
        goals = [c for c in head.children if c.dep_ == "dobj"] + after(head, _TOWARDS)
        goals += [g for c in head.children if c.dep_ == "dobj" for g in after(c, _TOWARDS)]
        inner = [c for c in head.children if c.dep_ == "xcomp"]
        goals += [c for verb in inner for c in verb.children if c.dep_ == "dobj"]
    elif root.dep_ == "poss" and head.lemma_.lower() in _JOURNEYS:
        goals = after(head, {"to"})
    else:
        return
    for goal in goals:
        found = next((m for m in mentions if m.start <= goal.i < m.end and m.form in ("name", "capital")), None)
        if found:
            yield from found.actors[:1]
