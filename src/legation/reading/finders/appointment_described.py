"""Offices told apart from their holder's name: "Justin Trudeau … The Canadian prime minister".

A text that varies its words names a leader in one place and the office in another. The law: the state must stand
with the title, and just one person of that state without an office of his or her own must stand near it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.appointment_bodies import body_of
from legation.reading.found import Found
from legation.reading.people import Title
from legation.reading.standing import can_act_for
from legation.reading.text import Sentence, Text

_RANKS: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_LEADERS: Final = frozenset({"Leader", "Chief Diplomat", "Top Diplomat"})
_NEAR: Final = 2
"""Sentences between a person's name and the title."""
_CLOSE: Final = 6
"""Tokens between a title and a partner told apart from its holder."""
_OTHERS: Final = frozenset(
    "former next new future late then deputy vice a an any no every each another previous first".split()
)


def described(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The offices of persons whom a text names elsewhere than their titles.

    Args:
        text: The text.
        found: The appointments found so far: who has one of these needs no other.
    """
    known = {str(f.fields["person"]) for f in found}
    taken = {(f.fields["of"], str(f.fields["office"]).lower()) for f in found}
    for sentence in text.sentences:
        for title in sentence.titles:
            state = _owner(sentence, title)
            if state is None or (state, title.office.lower()) in taken:
                continue
            near = {p for p in _persons_of(text, sentence, state, title) if p not in known}
            if len(near) != 1 or not can_act_for(state, (title.office,)):
                continue
            person = near.pop()
            known.add(person)
            of = body_of(text, title.office, None, (state,))[0]
            yield Found(
                "appointment",
                sentence,
                max(sentence.start, title.start - 1),
                title.end,
                {"person": person, "office": title.office, "of": of, "action": "holds"},
                evidence=("action:holds", "of:said", "pattern:described"),
                weight=0.7,
            )


def _owner(sentence: Sentence, title: Title) -> str | None:
    """The state that stands with a title which nobody's name stands with: "the Serbian president"."""
    doc = sentence.doc
    if title.plural or title.status or not (title.rank in _RANKS or title.office in _LEADERS):
        return None
    if any(m.form == "person" and m.start <= title.start < m.end for m in sentence.mentions):
        return None
    at = title.start - 1
    if at >= sentence.start and doc[at].text in ("'s", "’s"):
        at -= 1
    before = sentence.mention_at(doc[at]) if at >= sentence.start else None
    if before is None or before.form not in ("adjective", "name", "capital") or len(before.actors) != 1:
        return None
    other = before.start > sentence.start and doc[before.start - 1].lower_ in _OTHERS
    return before.actors[0] if is_state(before.actors[0]) and not other else None


def _persons_of(text: Text, sentence: Sentence, state: str, title: Title) -> Iterator[str]:
    """The persons of a state who are named near a title, in its sentence or the next to it."""
    first = max(0, sentence.order - _NEAR)
    for other in text.sentences[first : sentence.order + _NEAR + 1]:
        for mention in other.mentions:
            if mention.form != "person" or not mention.person:
                continue
            side = mention.actors or text.context.sides.get(mention.person, ())
            beside = other is sentence and _is_partner(sentence, mention.start, title)
            if side[:1] == (state,) and not beside:
                yield mention.person


def _is_partner(sentence: Sentence, at: int, title: Title) -> bool:
    """Whether a person stands so close to a title that he or she is told apart from its holder: "… met X"."""
    between = sentence.doc[min(at, title.end) : max(at, title.start)]
    return any(t.lower_ in ("with", "and", "met", "told") for t in between) and len(between) < _CLOSE
