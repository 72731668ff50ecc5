"""The occasion on which something happened, where its own sentence has no date: the visit or day told of before.

A signing told within the account of a journey falls within that journey. The occasion of a sentence is the last
span of days or day named before it in the document, as long as that is the document's own time: not history.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from legation.reading.mention import DateAt
from legation.reading.text import Sentence
from legation.values.when import When

_BACK: Final = 6
"""Sentences before one in which its occasion is looked for."""
_NEAR: Final = timedelta(days=45)
"""How far from publication an occasion may lie: news is of its weeks, not of history."""


def occasion_of(sentence: Sentence) -> When | None:
    """When the doings of which a sentence tells took place, as far as the sentences before it tell."""
    sentences = sentence.text.sentences
    spans: list[When] = []
    days: list[When] = []
    for earlier in reversed(sentences[max(0, sentence.order - _BACK) : sentence.order]):
        for date in reversed(earlier.dates):
            if date.sense == "point" and _is_current(sentence, date):
                (spans if _is_span(date.when) else days).append(date.when)
    if spans:
        return spans[0]
    return days[0] if days else None


def _is_span(when: When) -> bool:
    return (
        when.precision == "interval"
        and when.first is not None
        and when.after is not None
        and when.after - when.first <= timedelta(days=21)
    )


def _is_current(sentence: Sentence, date: DateAt) -> bool:
    when = date.when
    if not (_is_span(when) or when.precision in ("day", "month")) or when.first is None:
        return False
    published = sentence.text.document.published
    if published is None or published.first is None:
        return _is_span(when) or when.precision == "day"
    return abs(when.first - published.first) <= _NEAR
