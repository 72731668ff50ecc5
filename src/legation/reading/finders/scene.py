"""Where a text is when it says "there", or "came" without a word of where to: the place named last before.

The law: only a place told literally counts ("in Abu Dhabi", "to Latvia", "reached Beijing"), within a few sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import places_at
from legation.reading.once import once_each
from legation.reading.text import Sentence, Text

_PLACING = frozenset({"in", "at", "to", "into", "near", "outside"})
_REACHING = frozenset({"visit", "reach", "tour", "visited", "reached", "toured", "visiting", "visits"})
_BACK = 4
"""Sentences before one in which the place that it is told at may stand."""


def scene_before(sentence: Sentence, at: int) -> str | None:
    """The state whose place was named last before a token."""
    here = (sentence.order, at)
    told = [
        state
        for order, token, state in scenes_of(sentence.text)
        if _reaches(order, sentence) and (order, token) < here
    ]
    return told[-1] if told else None


def _reaches(order: int, sentence: Sentence) -> bool:
    """Whether the place of an earlier sentence is still that of a later one; a title's always is."""
    return order == 0 or order >= sentence.order - _BACK


@once_each
def scenes_of(text: Text) -> Iterator[tuple[int, int, str]]:
    """Each literal place of a text, in order: the number of its sentence, its token, its state."""
    for sentence in text.sentences:
        for token in sentence.with_word(_PLACING | _REACHING):
            if token.lower_ in _PLACING:
                inner = [c for c in token.children if c.dep_ == "pobj"]
            else:
                inner = [c for c in token.children if c.dep_ == "dobj"]
            states = {p for t in inner for p in places_at(sentence, t) if is_state(p)}
            if len(states) == 1:
                yield sentence.order, token.i, states.pop()
