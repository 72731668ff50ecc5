"""Agreements as the items of a list, under a lead-in that says that they were signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.finders.agreement_acts import SIGNING
from legation.reading.finders.agreement_sides import parties_of
from legation.reading.finders.agreement_words import field_of
from legation.reading.found import Found
from legation.reading.text import Sentence
from legation.reading.timeline import occasion_of
from legation.reading.timing import date_for

_ITEMS: Final = 20
"""Items of a list before one, at most."""


def signed_above(sentence: Sentence) -> Found | None:
    """What the lead-in of a list says was signed: "The following were signed:"; None where it says no such thing."""
    above = _lead_in(sentence)
    word = next((t for t in above.tokens if t.lower_ in SIGNING), None) if above is not None else None
    if above is None or word is None:
        return None
    parties, _ = parties_of(above, word, word)
    at = date_for(above, word)
    date = at.when if at else occasion_of(above)
    return Found("agreement", above, word.i, word.i + 1, {"parties": parties}, date=date) if parties else None


def _lead_in(sentence: Sentence) -> Sentence | None:
    """The sentence that leads in to a list of which another is an item, marked as a bullet or ended by a semicolon."""
    earlier = reversed(sentence.text.sentences[max(0, sentence.order - _ITEMS) : sentence.order])
    lead = sentence.text.lead_of(sentence.parsed)
    if lead is not None:
        return next((s for s in earlier if s.parsed is lead), None)
    for above in earlier:
        if above.block.text.rstrip().endswith(":"):
            return above if above.parsed is not sentence.parsed else None
        if not above.block.text.rstrip().endswith((";", "; and")):
            return None
    return None


def in_list(sentence: Sentence, title: str, lead: Found) -> Iterator[Found]:
    """An item of a list of what was signed."""
    if sentence.start:
        return
    yield Found(
        "agreement",
        sentence,
        sentence.start,
        sentence.end,
        {
            "parties": lead.fields["parties"],
            "title": title,
            "action": "signed",
            "field": field_of(title),
            "count": None,
        },
        date=lead.date,
        evidence=("list", "sides:lead"),
        weight=0.7,
    )
