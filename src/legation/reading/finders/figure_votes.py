"""Votes: "by 27 votes to 24", "voted 287 to 55 for the protocol": those for and those against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from legation.reading.found import Found
from legation.reading.text import Sentence
from legation.reading.timing import date_for
from legation.values.amounts import find_quantities

_NUMBER: Final = r"[\d,]+|no|[a-z]+(?: - [a-z]+)?"
_TALLY: Final = re.compile(
    rf" (?:(?P<a>{_NUMBER}) votes? (?:to|against) (?P<b>{_NUMBER})"
    rf"|vot(?:ed|es?|ing) (?P<c>\d+) (?:votes )?(?:to|-|–|against) (?P<d>\d+))(?: |$)"
)
VOTES: Final = frozenset({"votes", "vote", "voted", "voting"})


def tallied(sentence: Sentence) -> Iterator[Found]:
    """The two figures of each tally of votes in a sentence, of the body or state that votes."""
    if not sentence.with_word(VOTES):
        return
    words = " " + "".join(f"{t.lower_} " for t in sentence.tokens)
    for told in _TALLY.finditer(words):
        first = sentence.start + words[: told.start() + 1].count(" ") - 1
        end = first + told.group().strip().count(" ") + 1
        who = _voter(sentence, first)
        for name, number in zip(("for", "against"), (g for g in told.groups() if g), strict=False):
            value = _value(number)
            if value is not None and who:
                yield _found(sentence, (first, end), who, f"votes {name}", value)


def _voter(sentence: Sentence, at: int) -> tuple[str, ...]:
    """Who votes: who is named last before the tally, else the first in the sentence."""
    named = [m for m in sentence.mentions if m.actors and m.form != "person"]
    before = [m for m in named if m.end <= at]
    return (before or named)[0].actors[:1] if named else ()


def _value(number: str) -> Decimal | None:
    quantities = find_quantities(f"{number.replace(' - ', '-')} votes")
    return next((q.quantity.value for q in quantities), Decimal(0) if number == "no" else None)


def _found(
    sentence: Sentence, span: tuple[int, int], who: tuple[str, ...], words: str, value: Decimal
) -> Found:
    at = date_for(sentence, sentence.doc[span[0]])
    return Found(
        "figure",
        sentence,
        *span,
        {
            "subject": who,
            "indicator": words,
            "value": value,
            "unit": "count",
            "period": at.when if at else None,
        },
        date=at.when if at else None,
        spots={"value": span},
        evidence=("unit:count", "subject:votes"),
        weight=0.6,
    )
