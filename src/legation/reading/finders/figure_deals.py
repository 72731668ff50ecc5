"""Whose the deals of firms are: "deals between U.S. and Malaysian companies, including:" and the list below it."""

from __future__ import annotations

from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.figure_words import DEALERS, DEALINGS
from legation.reading.text import ParsedBlock, Sentence

_DEALS: Final = DEALINGS | {"deal", "contract", "investment", "memorandum", "mou", "option", "purchases"}
_REACH: Final = 5
_LONGEST: Final = 15
"""Blocks of a list."""


def dealers(sentence: Sentence) -> tuple[str, ...]:
    """The firms of two states whose deals a sentence, or the list that it stands in, tells the worth of."""
    if here := _companies(sentence.parsed, sentence.start, sentence.end):
        words = {t.lemma_.lower() for t in sentence.tokens}
        return here if words & _DEALS else ()
    lead = _lead(sentence)
    return (
        _companies(lead, 0, len(lead.doc))
        if lead and any(t.lemma_.lower() == "deal" for t in lead.doc)
        else ()
    )


def _lead(sentence: Sentence) -> ParsedBlock | None:
    """What leads in to the list that a bullet stands in, be it a paragraph or a bullet above it: "…, including:"."""
    if sentence.block.kind != "bullet":
        return None
    above = sentence.text.blocks[max(0, sentence.number - _LONGEST) : sentence.number]
    return next((b for b in reversed(above) if b.block.text.rstrip().endswith(":")), None)


def _companies(parsed: ParsedBlock, start: int, end: int) -> tuple[str, ...]:
    """The firms of two states that a stretch of a block names: "U.S. and Malaysian companies"."""
    doc = parsed.doc
    firms = [t.i for t in doc[start:end] if t.lemma_.lower() in DEALERS and t.tag_ != "NN"]
    owners = [
        m
        for m in parsed.mentions
        if m.actors and is_state(m.actors[0]) and any(0 <= i - m.end < _REACH for i in firms)
    ]
    found = {
        m.actors[0]: " ".join(t.text for t in doc[m.start : m.end]) for m in owners if start <= m.start < end
    }
    return tuple(f"{name} companies" for name in found.values()) if len(found) == 2 else ()
