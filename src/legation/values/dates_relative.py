"""Readings of dates told from another date: "last year", "two months ago", "the first half of this year".

Each function looks at one word of the text and returns what begins (or, for "ago", ends) there, or None.
"In the coming weeks", "over the last year" and "in 40 years" are stretches without a date of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, cast

from legation.values.dates_points import Parts, Reading, Shift, Spot, Unit, Weekday
from legation.values.dates_words import MONTH_NUMBERS, NUMBERS, SHORT_WEEKDAYS, SPACE, WEEKDAYS, YEAR

_NUMBER = "|".join(NUMBERS)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_OFFSETS = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "same": 0,
    "that": 0,
    "previous": -1,
    "following": 1,
}
_AFTER_PREVIOUS = frozenset({"same", "that", "previous", "following"})
_DAYS_OFF = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "hier": -1,
    "demain": 1,
    "aujourd": 0,
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}
_ORDINALS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINALS |= {"premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "dernier": 0}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_QUARTERS = {f"Q{i}": (3 * i - 2, 3 * i) for i in range(1, 5)} | {"H1": (1, 6), "H2": (7, 12)}
_WHICH = {"last": -1, "this": 0, "next": 1, "the": 0}

_FIGURATIVE = re.compile(
    r"['’]s\s+(?!meeting|talks|visit|announcement|summit|signing|ceremony|session|vote|decision|discussion|statement|"
    r"conference|agreement|event|call|conversation|dialogue|exchange)"
)
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_DEICTIC = re.compile(rf"{SPACE}(?:(coming|past){SPACE})?(\w+)")
_WEEK_OF = re.compile(rf"{SPACE}(?:of{SPACE})?(last|this|next){SPACE}week\b")
_AGO_BEFORE = re.compile(
    rf"\b((about|around|almost|nearly|over|some|roughly|more than)\s+)?"
    rf"(?:(\d{{1,3}})|(?:({_TENS})[-\s])?({_NUMBER}))\s+(day|week|month|year|decade)s?\s+$",
    re.IGNORECASE,
)
_YEARS_BEFORE = re.compile(
    rf"\b(?:it(?:\s+is|['’]s|\s+was|\s+has\s+been|['’]s\s+been)|today\s+marks|marks|this\s+is)\s+(?:now\s+|exactly\s+|just\s+)?"
    rf"(?:(\d{{1,3}})|(?:({_TENS})[-\s]?)?({_NUMBER})?)\s+years\s+(?:now\s+|this\s+(?:year|month|week)\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"{SPACE}since\b")
_OF_YEAR = rf"(?:{SPACE}(?:of|in|de))?{SPACE}(?:fiscal{SPACE}(?:year{SPACE})?|FY)?"
_OF_YEAR += rf"(?:{YEAR}|(this|last|next|the){SPACE}year\b)"
_SPAN = re.compile(
    rf"(?:-|{SPACE})(?:(quarter|trimestre)|(half|semestre)|(?:(\d{{1,2}})|({_NUMBER})){SPACE}months){_OF_YEAR}"
)
_MONTHS_ALONE = re.compile(
    rf"{SPACE}(\d{{1,2}}|{_NUMBER}){SPACE}months\b(?!{SPACE}(?:of|in|after|since|following|as|on|to)\b)"
)
_QUARTER = re.compile(rf"(?:{_OF_YEAR}|(?:/|-|,{SPACE}){YEAR})")
_END_OF = re.compile(
    r"\b(?:end|middle|beginning|close|start|rest|remainder|later|earlier|early|late) (?:of|in) the $"
)
_BEFORE = re.compile(rf"{SPACE}(before|after|earlier|later)(?=\s*(?:[.,;:)]|$))")
_YEAR_END = re.compile(rf"(?:['’]s)?(?:-|{SPACE})end\b")
_VIETNAMESE = re.compile(rf"{SPACE}(này|nay|trước|ngoái|qua|sau|tới|mai)\b", re.IGNORECASE)
_VIETNAMESE_OFF = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "qua": -1, "sau": 1, "tới": 1, "mai": 1}
_VIETNAMESE_UNIT: dict[str, Unit] = {
    "hôm": "day",
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "năm": "year",
}
_VIETNAMESE_QUARTER = re.compile(rf"{SPACE}(I|II|III|IV|[1-4])(?:{SPACE}năm{SPACE}|/|{SPACE}){YEAR}")
_VIETNAMESE_MONTHS = re.compile(rf"{SPACE}(đầu|cuối){SPACE}năm(?:{SPACE}(?:{YEAR}|nay))?")


def from_weekday(spot: Spot) -> Reading | None:
    """A day of the week: "Thursday", "Thursday next week"."""
    if spot.word in SHORT_WEEKDAYS:
        return Reading(spot.start, spot.end, Weekday(SHORT_WEEKDAYS[spot.word], is_short=True))
    week = _WEEK_OF.match(spot.text, spot.end)
    if week:
        return Reading(spot.start, week.end(), Weekday(WEEKDAYS[spot.word], weeks_off=_WHICH[week[1]]))
    return Reading(spot.start, spot.end, Weekday(WEEKDAYS[spot.word]))


def from_day_word(spot: Spot) -> Reading | None:
    """The words "today", "yesterday" and "tomorrow"."""
    word = spot.word.lower()
    since = _SINCE.match(spot.text, spot.end) if word == "today" else None
    if since and (years := _years_to(spot)):
        return years
    if word == "today" and _FIGURATIVE.match(spot.text, spot.end):
        return None
    end = spot.end + 4 if word == "aujourd" else spot.end
    return Reading(spot.start, end, Shift("day", _DAYS_OFF[word]))


def from_since(spot: Spot) -> Reading | None:
    """What "since" ends in "it is ten years since they met": the year so many years before."""
    return _years_to(spot)


def _years_to(spot: Spot) -> Reading | None:
    found = _YEARS_BEFORE.search(spot.before(64))
    if not found:
        return None
    tens = NUMBERS[found[2].lower()] if found[2] else 0
    count = int(found[1]) if found[1] else tens + (NUMBERS[found[3].lower()] if found[3] else 0)
    return Reading(spot.start - len(found[0]), spot.end, Shift("year", -count)) if count else None


def from_deictic(spot: Spot) -> Reading | None:
    """What "this", "last", "next" and their like begin: "last Tuesday", "next month", "that year"."""
    found = _DEICTIC.match(spot.text, spot.end)
    if not found:
        return None
    word = spot.word.lower()
    offset = _OFFSETS[found[1] or word]
    name, end = found[2], found.end()
    if name in ("year", "month", "week", "decade", "day"):
        return _shifted(spot, word, name, end)
    if word == "this" and name in _PARTS_OF_DAY and not found[1]:
        return Reading(spot.start, end, Shift("day", 0))
    if word in _AFTER_PREVIOUS:
        return None
    if name in WEEKDAYS:
        weeks = 0 if word == "this" and not found[1] else None
        return Reading(spot.start, end, Weekday(WEEKDAYS[name], offset, weeks))
    if name in MONTH_NUMBERS and name[0].isupper():
        here = offset == 0
        return Reading(
            spot.start, end, Parts(month=MONTH_NUMBERS[name], years_off=0 if here else None, side=offset)
        )
    return None


def from_last(spot: Spot) -> Reading | None:
    """What "last" begins: "last quarter of 2024" before "last year"."""
    return from_ordinal(spot) or from_deictic(spot)


def _shifted(spot: Spot, word: str, unit: str, end: int) -> Reading | None:
    """Whole units: "last year" is a date; "the last year" is a stretch up to now, unless a day is meant."""
    offset = _OFFSETS[word]
    is_definite = spot.before(4).lower().endswith("the ")
    if unit == "day":
        if word not in _AFTER_PREVIOUS and not (is_definite and word == "next"):
            return None
        return Reading(spot.start, end, Shift("day", offset, after_previous=True))
    if word == "past" or (is_definite and word in ("last", "next", "coming")):
        return None
    if unit == "decade" and offset:
        return None
    return Reading(spot.start, end, Shift(cast(Unit, unit), offset, after_previous=word in _AFTER_PREVIOUS))


def from_ago(spot: Spot) -> Reading | None:
    """What "ago" ends ("two years ago"): the words before "ago" count back from the reference date."""
    found = _AGO_BEFORE.search(spot.before(48))
    if not found:
        return None
    start = spot.start - len(found[0]) + len(found[1] or "")
    tens = NUMBERS[found[4].lower()] if found[4] else 0
    count = int(found[3]) if found[3] else tens + NUMBERS[found[5].lower()]
    unit = cast(Unit, found[6].lower())
    if unit == "decade":
        return Reading(start, spot.end, Shift("year", -10 * count, is_rough=True))
    return Reading(start, spot.end, Shift(unit, -count, is_rough=bool(found[1])))


def from_ordinal(spot: Spot) -> Reading | None:
    """What "first" and its like begin: "first quarter of 2024", "first nine months of this year"."""
    found = _SPAN.match(spot.text, spot.end)
    if not found:
        return _first_months(spot)
    quarter, half, digits, number, year, which = found.groups()
    months = _months_of(_ORDINALS[spot.word.lower()], quarter, half, digits or number)
    return _in_year(spot, found.end(), months, year=year, which=which) if months else None


def _months_of(
    place: int, quarter: str | None, half: str | None, count: str | None
) -> tuple[int, int] | None:
    """The first and last month of a part of the year; place 0 is the last."""
    if quarter:
        return 3 * (place or 4) - 2, 3 * (place or 4)
    if half:
        return ((1, 6) if place == 1 else (7, 12)) if place < 3 else None
    number = int(count) if count and count.isdigit() else NUMBERS[count or "zero"]
    if not 1 <= number <= 12 or place > 1:
        return None
    return (1, number) if place else (13 - number, 12)


def _first_months(spot: Spot) -> Reading | None:
    """What "the first nine months" means without a year: those of the reference date's."""
    found = _MONTHS_ALONE.match(spot.text, spot.end)
    if not found or spot.word.lower() != "first" or not spot.before(4).lower().endswith(("the ", " in ")):
        return None
    months = _months_of(1, None, None, found[1])
    return _in_year(spot, found.end(), months, which="this") if months else None


def _in_year(
    spot: Spot, end: int, months: tuple[int, int], *, year: str | None = None, which: str | None = None
) -> Reading:
    """From the first to the last of two months, in a year that is written out or told by "this year"."""
    number = int(year) if year else None
    off = None if year else _WHICH[which or "the"]
    low, high = (Parts(number, month, years_off=off) for month in months)
    return Reading(spot.start, end, low, high)


def from_quarter(spot: Spot) -> Reading | None:
    """What "Q1" and "H2" begin: "Q1 2024", "H2 of this year"."""
    found = _QUARTER.match(spot.text, spot.end)
    if not found:
        return None
    return _in_year(spot, found.end(), _QUARTERS[spot.word], year=found[1] or found[3], which=found[2])


def from_unit(spot: Spot) -> Reading | None:
    """What a unit means in "the end of the year", "year-end" and "the month before"."""
    unit = cast(Unit, spot.word)
    if _END_OF.search(spot.before(24)):
        return Reading(spot.start, spot.end, Shift(unit, 0))
    ending = _YEAR_END.match(spot.text, spot.end)
    if ending and unit == "year":
        return Reading(spot.start, ending.end(), Shift(unit, 0))
    found = _BEFORE.match(spot.text, spot.end)
    if found and unit != "decade" and spot.before(4).lower().endswith("the "):
        offset = 1 if found[1] in ("after", "later") else -1
        return Reading(spot.start, found.end(), Shift(unit, offset, after_previous=True))
    return None


def from_vietnamese_unit(spot: Spot) -> Reading | None:
    """What "hôm", "tuần", "tháng" and "năm" begin: "hôm nay", "tháng trước", "6 tháng đầu năm 2025"."""
    unit = _VIETNAMESE_UNIT[spot.word.lower()]
    count = re.search(r"(?<!\d)(\d{1,2})\s$", spot.before(4))
    if count:
        return _vietnamese_months(spot, count[1]) if unit == "month" else None
    found = _VIETNAMESE.match(spot.text, spot.end)
    return Reading(spot.start, found.end(), Shift(unit, _VIETNAMESE_OFF[found[1].lower()])) if found else None


def _vietnamese_months(spot: Spot, digits: str) -> Reading | None:
    found, count = _VIETNAMESE_MONTHS.match(spot.text, spot.end), int(digits)
    if not found or not 1 <= count <= 12:
        return None
    months = (1, count) if found[1] == "đầu" else (13 - count, 12)
    whole = spot._replace(start=spot.start - len(digits) - 1)
    return _in_year(whole, found.end(), months, year=found[2])


def from_vietnamese_quarter(spot: Spot) -> Reading | None:
    """What "quý" begins: "quý I/2025", "quý 3 năm 2025"."""
    found = _VIETNAMESE_QUARTER.match(spot.text, spot.end)
    if not found:
        return None
    high = 3 * (_ROMAN.get(found[1]) or int(found[1]))
    return _in_year(spot, found.end(), (high - 2, high), year=found[2])


def _forms(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word.capitalize())]


_Reader = Callable[[Spot], Reading | None]
_DEICTIC_ANCHORS: dict[str, _Reader] = dict.fromkeys(_forms(_OFFSETS), from_deictic)

RELATIVE_ANCHORS: Final[dict[str, _Reader]] = (
    _DEICTIC_ANCHORS
    | dict.fromkeys([*WEEKDAYS, *SHORT_WEEKDAYS], from_weekday)
    | dict.fromkeys(_forms(_DAYS_OFF), from_day_word)
    | dict.fromkeys(_QUARTERS, from_quarter)
    | dict.fromkeys(("year", "month", "week", "day", "decade"), from_unit)
    | dict.fromkeys(_forms(_VIETNAMESE_UNIT), from_vietnamese_unit)
    | dict.fromkeys(("last", "Last"), from_last)
    | {form: from_ordinal for form in _forms(_ORDINALS) if form.lower() not in _OFFSETS}
    | {"ago": from_ago, "since": from_since, "quý": from_vietnamese_quarter, "Quý": from_vietnamese_quarter}
)
"""The words at which a relative date or a part of a year may begin, and who reads on from there."""
