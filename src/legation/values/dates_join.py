"""Readings that belong together: two ends of an interval, a weekday beside its date, a year told once."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.values.dates_points import Parts, Reading, Shift, Weekday

_OF = r"(?:the\s+)?(?:(?:end|beginning|start|middle|spring|summer|autumn|fall|winter)\s+(?:of\s+)?)?"
_JOINER = re.compile(rf"\s?(?:-|–|—)\s?|\s+(?:to|until|till|through|up to|au|đến|tới|và)\s+{_OF}(?:ngày\s+)?")
_AND = re.compile(rf"\s+(?:and|et|và)\s+{_OF}")
_LIST_GAP = re.compile(r",?\s+(?:and|or|et|và|&)\s+(?:on\s+|in\s+)?|,\s+")
_BETWEEN = re.compile(r"\b(?:between|entre|giữa)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between|since|de|du|từ)\s+(?:the\s+)?$", re.IGNORECASE)
_TO_NOW = re.compile(
    r"\s+(?:to|until|till|through|up to)\s+(?:now|date|today|the present|present)\b|\s+đến\s+nay\b"
)
_WEEKDAY_GAP = re.compile(r",?\s+(?:the\s+)?|,?\s*\(")


def join_weekdays(text: str, readings: list[Reading]) -> list[Reading]:
    """A day of the week beside a date is a part of that date: "Thursday (24 April)"."""
    joined: list[Reading] = []
    for reading in readings:
        before = joined[-1] if joined else None
        gap = text[before.end : reading.start] if before else ""
        if before and len(gap) < 8 and _WEEKDAY_GAP.fullmatch(gap) and _is_day(before, reading):
            end = reading.end + ("(" in gap and text.startswith(")", reading.end))
            day = reading if isinstance(before.low, Weekday) else before
            joined[-1] = replace(day, start=before.start, end=end)
        else:
            joined.append(reading)
    return joined


def _is_day(one: Reading, other: Reading) -> bool:
    """Whether one of the two is a bare day of the week and the other a calendar day."""
    pair = (one.low, other.low) if isinstance(one.low, Weekday) else (other.low, one.low)
    weekday, day = pair
    return (
        isinstance(weekday, Weekday) and not weekday.side and isinstance(day, Parts) and day.day is not None
    )


def join_spans(text: str, readings: list[Reading]) -> list[Reading]:
    """Two dates with "to" between them are the ends of one interval."""
    joined: list[Reading] = []
    for reading in readings:
        before = joined[-1] if joined else None
        if before and _spans(text, before, reading):
            joined[-1] = replace(before, end=reading.end, high=reading.low)
        else:
            joined.append(reading)
    _share_years(text, joined)
    return [_open_end(text, reading) for reading in joined]


def _share_years(text: str, readings: list[Reading]) -> None:
    """In "19-20 August and 3 September 2024" the year holds for both."""
    for i in range(len(readings) - 2, -1, -1):
        one, two = readings[i], readings[i + 1]
        if not isinstance(one.low, Parts) or not isinstance(two.low, Parts):
            continue
        is_bare = one.low.year is None and one.low.years_off is None and not one.low.side
        if is_bare and two.low.month and two.low.year and _LIST_GAP.fullmatch(text, one.end, two.start):
            high = replace(one.high, year=two.low.year) if isinstance(one.high, Parts) else one.high
            readings[i] = replace(one, low=replace(one.low, year=two.low.year), high=high)


def _spans(text: str, low: Reading, high: Reading) -> bool:
    if low.high or high.high or low.other or high.other or high.start - low.end > 24:
        return False
    gap, before = text[low.end : high.start], text[max(0, low.start - 24) : low.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before)) and _is_later(low, high, same_grain=True)
    if not _JOINER.fullmatch(gap):
        return False
    return _is_later(low, high, same_grain=not _FROM.search(before))


def _is_later(low: Reading, high: Reading, *, same_grain: bool) -> bool:
    """Whether two points can be the ends of an interval."""
    one, two = low.low, high.low
    if not isinstance(one, Parts) or not isinstance(two, Parts):
        return type(one) is type(two) and not isinstance(one, Shift)
    if same_grain and ((one.day is None) != (two.day is None) or (one.month is None) != (two.month is None)):
        return False
    if one.year is None or two.year is None:
        return True
    return (one.year, one.month or 1, one.day or 1) <= (two.year, two.month or 12, two.day or 31)


def _open_end(text: str, reading: Reading) -> Reading:
    found = None if reading.high else _TO_NOW.match(text, reading.end)
    before = text[max(0, reading.start - 24) : reading.start]
    if not found or not _FROM.search(before):
        return reading
    return replace(reading, end=found.end(), has_open_end=True)
