"""Until when: a date by which, a date to come within the act, or a term told from the document's own day.

"By 2030", "at the summit in July 2027" and "within three months" are deadlines; the lead-in over bullets may hold
the one of them all ("In the next year, the council will:").
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from legation.reading.finders.commitment_promise import Promise
from legation.reading.finders.commitment_words import DEADLINES
from legation.reading.mention import DateAt
from legation.reading.text import Sentence
from legation.values.when import When

_NUMBERS: Final = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_TERM: Final = re.compile(
    r"\b(?:within|(?:in|over|during|for) the (?:next|coming|following))(?: (?:a|an|the next|the coming))?"
    r"(?: (?P<number>\d{1,3}|[a-z]+))? (?P<unit>day|week|month|year)s?\b",
    re.I,
)
_YEAR: Final = 4
_DAYS: Final = {"day": 1, "week": 7}


def deadline_of(
    sentence: Sentence, promise: Promise, start: int, end: int
) -> tuple[When | None, DateAt | None]:
    """The deadline of an act at tokens ``[start, end)``, and the date that tells it if one of the sentence does."""
    dates = [d for d in sentence.dates if d.sense in DEADLINES]
    inside = [d for d in dates if start <= d.start < end + 2]
    if not inside and len(dates) == 1 and (dates[0].end <= promise.trigger.i or dates[0].start >= end):
        inside = dates
    inside = inside or [d for d in sentence.dates if start <= d.start < end + 2 and _is_to_come(sentence, d)]
    if inside:
        return _day_of(_ahead(sentence, inside[-1])), inside[-1]
    if term := _term(sentence, sentence.words(start, min(end + 5, sentence.end))):
        return term, None
    return (_of_lead(promise.lead) if promise.lead is not None else None), None


def _ahead(sentence: Sentence, at: DateAt) -> When:
    """A deadline whose year is not written and which the document's day has passed, in the next year: "by March"."""
    published = sentence.text.document.published
    written = any(t.like_num and len(t.text) == _YEAR for t in sentence.doc[at.start : at.end])
    first = at.when.first
    if published is None or written or first is None or at.when.precision not in ("month", "day"):
        return at.when
    if not at.when.before(published):
        return at.when
    return When.month(first.year + 1, first.month) if at.when.precision == "month" else at.when


def _of_lead(lead: Sentence) -> When | None:
    dates = [d for d in lead.dates if d.sense in DEADLINES or _is_to_come(lead, d)]
    return _day_of(dates[-1].when) if dates else _term(lead, lead.span.text)


def _is_to_come(sentence: Sentence, at: DateAt) -> bool:
    """Whether a date lies wholly after the document's own; "tomorrow" is often but a figure of speech."""
    published = sentence.text.document.published
    return (
        at.sense == "point"
        and published is not None
        and published.before(at.when)
        and sentence.doc[at.start].lower_ != "tomorrow"
    )


def _term(sentence: Sentence, words: str) -> When | None:
    """The end of a term that runs from the document's own day: "within three months"."""
    told = _TERM.search(words)
    published = sentence.text.document.published
    if told is None or published is None or published.first is None:
        return None
    number = told["number"] or ("" if told.group().endswith("s") else "one")
    count = int(number) if number.isdigit() else _NUMBERS.get(number.lower())
    if count is None or published.precision != "day":
        return None
    return _later(published.first, count, told["unit"].lower())


def _later(day: date, count: int, unit: str) -> When:
    if unit == "year":
        return When.year(day.year + count)
    if unit in _DAYS:
        return _as_day(day + timedelta(days=count * _DAYS[unit]))
    months = day.month - 1 + count
    year, month = day.year + months // 12, months % 12 + 1
    return When.day(year, month, min(day.day, monthrange(year, month)[1]))


def _as_day(day: date) -> When:
    return When.day(day.year, day.month, day.day)


def _day_of(when: When) -> When:
    """A deadline as a date: the end of a decade is the year in which the next begins."""
    text = str(when)
    return When.year(int(text[:3]) * 10 + 10) if len(text) == 4 and text.endswith("X") else when
