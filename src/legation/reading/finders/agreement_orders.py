"""Arms and vehicles bought: "Peru ordered four frigates from Italy" is an agreement of the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.clauses import actors_in, is_passive, subjects_of, who
from legation.reading.context import is_state
from legation.reading.finders.agreement_sides import document_sides
from legation.reading.finders.agreement_words import field_of
from legation.reading.finders.sides import behind_noun
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timeline import occasion_of
from legation.reading.timing import date_for

_BUYING: Final = frozenset({"order", "buy", "purchase", "procure", "acquire"})
_BOUGHT: Final = frozenset(
    "fighter jet aircraft airliner plane helicopter tank frigate submarine corvette destroyer ship vessel system launcher "
    "howitzer missile drone vehicle radar battery train locomotive satellite gun rocket airbus boeing".split()
)
"""What states order by number."""
_FROM: Final = frozenset({"from"})


def ordered(sentence: Sentence) -> Iterator[Found]:
    """The orders of a sentence: a state as buyer, a number of things, and the seller named or the document's other side."""
    for verb in sentence.with_lemma(_BUYING):
        if verb.tag_ not in ("VBD", "VBN", "VBZ") or is_passive(verb) or modality_of(verb) != "actual":
            continue
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "obj") and _is_ordered(c)), None)
        buyers = [a for a in actors_in(m for t in subjects_of(verb) for m in who(sentence, t)) if is_state(a)]
        if thing is None or len(buyers) != 1:
            continue
        sellers = _sellers(sentence, verb, thing, buyers[0])
        if len(sellers) == 1:
            yield _found(sentence, verb, thing, (buyers[0], *sellers))


def _is_ordered(thing: Token) -> bool:
    counted = any(t.pos_ == "NUM" for t in thing.doc[thing.left_edge.i : thing.i])
    return counted and (thing.lemma_.lower().rstrip("s") in _BOUGHT or thing.lemma_.lower() in _BOUGHT)


def _sellers(sentence: Sentence, verb: Token, thing: Token, buyer: str) -> tuple[str, ...]:
    told = behind_noun(sentence, thing, _FROM, verb=verb)
    inside = actors_in(m for m in sentence.mentions if thing.left_edge.i <= m.start <= thing.i)
    for actors in (told, inside, document_sides(sentence)):
        others = tuple(a for a in actors if a != buyer and is_state(a))
        if others:
            return others
    return ()


def _found(sentence: Sentence, verb: Token, thing: Token, parties: tuple[str, ...]) -> Found:
    at = date_for(sentence, verb)
    title = f"order of {sentence.words(thing.left_edge.i, thing.i + 1)}"
    field = field_of(title)
    return Found(
        "agreement",
        sentence,
        verb.i,
        thing.i + 1,
        {
            "parties": parties,
            "title": title,
            "action": "concluded",
            "field": "defence" if field == "general" else field,
            "count": None,
        },
        date=at.when if at else occasion_of(sentence),
        evidence=("act:order", "sides:subject"),
        weight=0.6,
    )
