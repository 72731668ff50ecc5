"""The grammar of dates in text: words to dates, each with its place.

Laws: a date is never finer than its words. What is no date (identifiers, names of plans, amounts, "in the
coming weeks") yields nothing. Where two calendar readings of one number are open, both are kept.

The text is walked once, word by word; only a number or one of a few hundred words begins a closer look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from legation.values.dates_calendar import (
    from_digits,
    from_month,
    from_vietnamese_day,
    from_vietnamese_month,
    from_year,
)
from legation.values.dates_join import join_spans, join_weekdays
from legation.values.dates_points import Parts, Reading, Spot, Weekday
from legation.values.dates_relative import RELATIVE_ANCHORS
from legation.values.dates_resolve import Clock, resolve, resolve_parts
from legation.values.dates_words import GLUED_MONTHS, MONTH_NUMBERS
from legation.values.when import When

Sense = Literal["point", "since", "until", "by", "from", "after"]


class DayOrder(StrEnum):
    """Whether numeric dates of a source put the day or the month first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it stands in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        when: The date.
        relative: Whether something beside its own words (the reference date, another date) was needed.
        sense: How the date bounds what is said: ``by`` is a deadline, ``since`` and ``from`` a beginning,
            ``until`` an end, ``after`` lies beyond it, ``point`` is the date itself.
        alternatives: Both readings of a numeric date whose order nothing settles; `when` then holds only
            what they share.
    """

    start: int
    end: int
    when: When
    relative: bool = False
    sense: Sense = "point"
    alternatives: tuple[When, ...] = ()


_WORD = re.compile(r"\w+")
_MONTH_ANCHORS = frozenset(MONTH_NUMBERS)
_ANCHORS: Final = frozenset({*MONTH_NUMBERS, *GLUED_MONTHS, *RELATIVE_ANCHORS, "ngày", "Ngày"})

_EARLIEST, _LATEST = 1500, 2150
"""Years between which a date lies; others are numbers of something."""
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_NUMBERED = re.compile(
    r"(?:\b(?:sub)?(?:headings?|sections?|chapters?|articles?|paragraphs?|clauses?|items?|codes?|versions?|tables?|annex)"
    r"|\b(?:nos?|numbers?)\.?|§+)\s*$",
    re.IGNORECASE,
)
_BESIDE = 200  # characters: about two sentences
_FUZZY = re.compile(r"\b(?:mid-to-late|(?:mid|early|late|earlier|later)(?:\s+in)?)[\s-]\s*$", re.IGNORECASE)
_TO_COME = r"(?:will|shall|scheduled|slated|upcoming|(?:is|are) (?:due|set|expected|planned|likely|poised|going|to)|plans? to)"
_AHEAD = re.compile(rf"\b{_TO_COME}\b(?:[^.!?\n]|(?<=\b[A-Z])\.)*$")
_AHEAD_BEHIND = re.compile(rf"(?:[^.!?\n]|(?<=\b[A-Z])\.){{0,90}}?\b{_TO_COME}\b")
_OPENS = re.compile(r"(?:^|[.!?\n]\s*)(?:\w+ ){0,2}$")
_TOLD = re.compile(
    r"\b(?:said|says|announced|told \w+|confirmed|stated|reported|added|noted|revealed|disclosed|declared)"
    r"(?:\s+(?:here|in \w+|late|early|earlier|on|statement|a))*\s+$"
)
_TELLS = re.compile(r"\b(?:said|says|announced|told|confirmed|stated|reported|added|noted|that)\b")
_SENSE = re.compile(
    r"(?:\b(?P<since>since|depuis|kể từ)"
    r"|\b(?P<until>until|till|through|(?<!lead[\s-])up to|jusqu['’](?:à|en|au)|đến|tới)"
    r"|\b(?P<by>by|before|no later than|not later than|ahead of|d['’]ici(?: à)?|avant|trước)"
    r"|\b(?P<from>from|starting|beginning|effective|dès|à partir de|à compter de|từ)"
    r"|\b(?P<after>after|beyond|après|sau))"
    r"(?:\s+(?:in|on|from|of|at|en|le|la|the|about|around|year|fiscal|năm|ngày|tháng|end|close|start|beginning|"
    r"middle|fin|cuối|hết))*[\s-]+$|\b(?P<target>to|towards?)\s+$",
    re.IGNORECASE,
)


_SENSES: Final[dict[str, Sense]] = {
    "since": "since",
    "until": "until",
    "target": "until",
    "by": "by",
    "from": "from",
    "after": "after",
}


def find_dates(
    text: str,
    *,
    reference: When | None = None,
    day_order: DayOrder = DayOrder.UNKNOWN,
    context_year: int | None = None,
) -> list[DateMention]:
    """Find the dates in a text.

    Args:
        text: Any text; a date does not reach across an empty line.
        reference: The date from which the text speaks, usually its publication date. Without it, relative
            dates yield nothing, and neither do days and months without a year unless `context_year` is given.
        day_order: The order of day and month in the source's numeric dates. Where it is unknown, numeric
            dates elsewhere in the text settle it if they agree.
        context_year: The year of days and months without one, where the caller knows it.

    Returns:
        The mentions, which do not overlap, in the order of the text.

    Example:
        >>> published = When("2025-08-05")
        >>> for found in find_dates("He comes from August 10 to 13, as in 2023.", reference=published):
        ...     print(found.start, found.when)
        14 2025-08-10/2025-08-13
        37 2023
    """
    readings = join_spans(text, join_weekdays(text, list(_readings(text))))
    order = day_order if day_order is not DayOrder.UNKNOWN else _order_in(readings)
    mentions: list[DateMention] = []
    previous: When | None = None
    for i, reading in enumerate(readings):
        is_ahead = isinstance(reading.low, Weekday) and _looks_ahead(text, reading.start, reading.end)
        year = context_year if context_year is not None else _year_beside(text, readings, i, reference)
        clock = Clock(reference, year or _year_within(reading, previous), previous, is_ahead)
        mention = _mention(text, reading, clock, order)
        if mention:
            mentions.append(mention)
            previous = mention.when
    return mentions


def day_order_of(text: str) -> DayOrder:
    """The order of day and month that the numeric dates of a text show, if they agree.

    Example:
        >>> day_order_of("filed 1/22/2025, amended 2/3/2025").value
        'month_first'
    """
    return _order_in(list(_readings(text)))


def date_spans(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that speak of a date, also where nothing tells which ("on Thursday")."""
    return [(reading.start, reading.end) for reading in join_spans(text, list(_readings(text)))]


def _year_beside(text: str, readings: list[Reading], i: int, reference: When | None) -> int | None:
    """The year of a date beside one without a year, where "nearest to the reference date" would mislead.

    "It opened on 1 July 1946 and moved on 3 October" speaks of 1946, not of the year of the page.
    """
    if not reference or not reference.first or not _lacks_year(readings[i]):
        return None
    for j in (i - 1, i + 1):
        low = readings[j].low if 0 <= j < len(readings) else None
        if not isinstance(low, Parts) or not low.year or not low.month:
            continue
        first, last = sorted((readings[i], readings[j]), key=lambda reading: reading.start)
        gap = text[first.end : last.start]
        if len(gap) < _BESIDE and "\n\n" not in gap and abs(low.year - reference.first.year) > 1:
            return low.year
    return None


def _year_within(reading: Reading, previous: When | None) -> int | None:
    """The year of the dates told before, where the day falls within them: "from 18 to 20 August 2024 … on 19 August"."""
    if previous is None or previous.first is None or previous.precision in ("year", "decade"):
        return None
    if not _lacks_year(reading):
        return None
    year = previous.first.year
    when = resolve(reading, Clock(None, year))
    return year if when and previous.contains(when) else None


def _lacks_year(reading: Reading) -> bool:
    low = reading.low
    return isinstance(low, Parts) and low.year is None and low.years_off is None and not low.side


@lru_cache(maxsize=4)
def _readings(text: str) -> tuple[Reading, ...]:
    """What the words of the text begin, leftmost first, without overlap; kept, for amounts are told from dates by it."""
    return tuple(_read_all(text))


def _read_all(text: str) -> Iterator[Reading]:
    done = 0
    for found in _WORD.finditer(text):
        word = found.group()
        if word in _ANCHORS or word[0] in "0123456789":
            start, end = found.span()
            if start < done:
                continue
            reading = _read(Spot(text, start, end, word))
            if reading and reading.start >= done:
                done = reading.end
                yield reading


def _read(spot: Spot) -> Reading | None:
    word = spot.word
    if "0" <= word[0] <= "9":
        return _read_number(spot)
    if word in _MONTH_ANCHORS:
        return from_month(spot)
    if word in GLUED_MONTHS:
        skip = GLUED_MONTHS[word]
        return from_month(Spot(spot.text, spot.start + skip, spot.end, word[skip:]))
    lower = word.lower()
    reading = from_vietnamese_day(spot) if lower == "ngày" else None
    if lower == "tháng":
        reading = from_vietnamese_month(spot)
    return reading or (RELATIVE_ANCHORS[word](spot) if word in RELATIVE_ANCHORS else None)


def _read_number(spot: Spot) -> Reading | None:
    digits = len(spot.word) - len(spot.word.lstrip("0123456789"))
    if digits == 4:
        return from_year(spot)
    if digits > 2:
        return None
    return (RELATIVE_ANCHORS[spot.word](spot) if spot.word in RELATIVE_ANCHORS else None) or from_digits(spot)


def _order_in(readings: list[Reading]) -> DayOrder:
    """The order that the unambiguous numeric dates among the readings show, if they agree."""
    shown = {reading.shows for reading in readings if reading.shows}
    return DayOrder(shown.pop()) if len(shown) == 1 else DayOrder.UNKNOWN


def _mention(text: str, reading: Reading, clock: Clock, order: DayOrder) -> DateMention | None:
    if reading.other and _is_number(text, reading):
        return None
    if reading.other and order is DayOrder.MONTH_FIRST:
        reading = replace(reading, low=reading.other)
    elif reading.other and order is DayOrder.UNKNOWN:
        return _ambiguous(text, reading, clock)
    when = resolve(reading, clock)
    if when is None or not _is_of_our_times(when) or _is_number(text, reading):
        return None
    start = _fuzzy_start(text, reading, when)
    return DateMention(start, reading.end, when, _needs_clock(reading), _sense(text, start, reading))


def _is_of_our_times(when: When) -> bool:
    return when.first is None or _EARLIEST <= when.first.year <= _LATEST


def _is_number(text: str, reading: Reading) -> bool:
    """Whether digits with dots are the number of a heading, a section or the like: "heading 9903.01.25"."""
    words = text[reading.start : reading.end]
    return "." in words and bool(_DOTTED.fullmatch(words) and _NUMBERED.search(text[: reading.start][-24:]))


def _ambiguous(text: str, reading: Reading, clock: Clock) -> DateMention | None:
    """Both readings of a numeric date, and the year that they share."""
    other = reading.other
    one = resolve(replace(reading, other=None), clock)
    two = resolve_parts(other, clock) if other else None
    if one is None or two is None or one.first is None:
        return None
    sense = _sense(text, reading.start, reading)
    return DateMention(reading.start, reading.end, When.year(one.first.year), False, sense, (one, two))


def _needs_clock(reading: Reading) -> bool:
    points = (reading.low, reading.high) if reading.high else (reading.low,)
    if reading.has_open_end:
        return True
    return not any(isinstance(point, Parts) and point.year is not None for point in points)


def _fuzzy_start(text: str, reading: Reading, when: When) -> int:
    """Where the mention begins, with "early", "mid-" or "late" before it."""
    if when.precision == "day" or when.is_interval:
        return reading.start
    found = _FUZZY.search(text[max(0, reading.start - 16) : reading.start])
    return reading.start - len(found[0]) if found else reading.start


def _sense(text: str, start: int, reading: Reading) -> Sense:
    if reading.high or reading.has_open_end:
        return "point"
    found = _SENSE.search(text[max(0, start - 48) : start])
    return _SENSES[found.lastgroup or ""] if found else "point"


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words about a day are of what is to come: before it, or behind one that opens its sentence."""
    before = text[max(0, start - 120) : start]
    if _TOLD.search(before):
        return False
    if _AHEAD.search(before):
        return True
    behind = _AHEAD_BEHIND.match(text, end) if _OPENS.search(before) else None
    return bool(behind) and not _TELLS.search(behind[0] if behind else "")
