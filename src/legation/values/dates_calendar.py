"""Readings of dates written with numbers and month names: "19 August 2024", "2026-28", "ngày 12/8/2025".

Each function looks at one word of the text and returns what begins there, or None. Years that are parts of
names, amounts or identifiers ("2030 Agenda", "2000 people", "Article 2025") are no dates.
"""

from __future__ import annotations

import re
from typing import Literal

from legation.values.dates_points import Parts, Reading, Spot
from legation.values.dates_words import (
    DAY,
    MONTH_NUMBERS,
    SHORT_MONTHS,
    SPACE,
    TO,
    UNITS,
    VERB_MONTHS,
    VIETNAMESE_MONTHS,
    YEAR,
)

_YEAR_OF = (
    rf"(?:,?{SPACE}(?:of{SPACE}|de{SPACE})?{YEAR}|,{YEAR}|{SPACE}(?:of{SPACE})?(last|this|next){SPACE}year\b)"
)
_AND = rf"{SPACE}(?:and|et|và|&){SPACE}"
_NO_UNIT = rf"(?!{SPACE}?{UNITS})"

_AFTER_MONTH = re.compile(
    rf"\.?{SPACE}(?:the{SPACE})?{DAY}(?:(?:{TO}|({_AND})){DAY}{_NO_UNIT})?{_YEAR_OF}?|\.?{_YEAR_OF}"
)
_TO_MONTH = re.compile(rf"{TO}([^\W\d_]+)\b")
_DAY_MONTH = re.compile(
    rf"{DAY}(?:(?:{TO}|({_AND})){DAY})?(?:{SPACE}(?:of{SPACE}|de{SPACE})?|-)([^\W\d_]{{3,9}})\b(?:-{YEAR}|\.?{_YEAR_OF})?"
)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/]|[.-]\d)")
_NUMERIC_SPAN = re.compile(rf"(\d{{1,2}}){TO}(\d{{1,2}})/(\d{{1,2}})/(\d{{4}})(?![\w/])")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])")
_YEARS = re.compile(r"(\d{4})[^\S\n]?[-–—/][^\S\n]?(\d{4}|\d\d)(?![\w%]|[-/.,]\d)")
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\w%]|[-/.,]\d)")
_DECADE = re.compile(r"(1\d\d0|20\d0)(?:s|['’]s)\b")
_YEAR_ALONE = re.compile(YEAR)

_VIETNAMESE_DAY = re.compile(
    rf"{SPACE}(\d{{1,2}})(?:{TO}(\d{{1,2}}))?(?:{SPACE}tháng{SPACE}|[/-])(\d{{1,2}}|giêng|chạp|\w+)"
    rf"(?:(?:{SPACE}năm{SPACE}|[/-]){YEAR})?",
    re.IGNORECASE,
)
_VIETNAMESE_MONTH = re.compile(
    rf"{SPACE}(?:(\d{{1,2}})(?!\w|,\d)|(giêng|chạp|mười (?:một|hai)|\w+))"
    rf"(?:(?:{SPACE}năm{SPACE}|[/-]){YEAR})?",
    re.IGNORECASE,
)

_BARE_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|through|from|to|of|during|the|early|mid|late|between|and|before|after|for|"
    r"around|every|back in|en|depuis|fin|début|mi|dès|avant|après)[\s-]+|[-–(])$",
    re.IGNORECASE,
)
_ROUGH = re.compile(r"\b(?:around|circa|about|approximately|roughly|vers)\s+$|\bca?\.\s*$", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:fiscal(?: year)?|FY|financial year)\s*$", re.IGNORECASE)
_DECADE_BEFORE = re.compile(r"\b(?:années|thập niên|thập kỷ)\s+$", re.IGNORECASE)
_NAME_AFTER = re.compile(
    r"\s+(?:[A-Z]\w+\s+){0,2}(?:Agenda|Vision|UNCLOS|Convention|Accords?|Treaty|Constitution|Protocol|Code|Plan|"
    r"Law|Act|Charter|Framework|Compact|Goals|SDGs)\b"
)
_AMOUNT_AFTER = re.compile(rf"{SPACE}?{UNITS}")
_WORD_BEFORE = re.compile(r"(\w[\w'’.]*)(\s+|['’]s\s+)?$")
_BEFORE_YEARS = """
    fy in since by until till through from to of during the early mid late between and before after for
    around year years throughout earlier circa about over within as on or that ending ended fiscal
    calendar towards toward beyond post back is was a this last next its spring summer autumn fall
    winter en depuis fin début mi dès avant après de à an année le la les et vers pour với năm từ đến
    tới và trong trước sau cuối đầu giữa hết niên kỷ vào
"""
_BEFORE_CODES = """
    article articles resolution regulation decree decision directive circular section rule law no number
    nos page pages paragraph para chapter annex room line route highway flight bill order usd eur vnd
    gbp jpy
"""
_YEAR_WORDS = frozenset(_BEFORE_YEARS.split())
_CODE_WORDS = frozenset(_BEFORE_CODES.split())
_NAMES = frozenset({"May", "March", "April", "June", "August"})
_LAST = {"last": -1, "this": 0, "next": 1}


def from_month(spot: Spot) -> Reading | None:
    """What a month's name begins: "August 19, 2024", "August 10 to 13", "Aug. 2024", "August"."""
    found = _AFTER_MONTH.match(spot.text, spot.end)
    month = MONTH_NUMBERS[spot.word]
    if not found:
        return _bare_month(spot)
    day, both, last, *years = found.groups()
    year, off = _year(years[:3] if day else years[3:])
    if spot.word in VERB_MONTHS and year is None:
        return None
    low = Parts(year, month, int(day) if day else None, years_off=off)
    if both and not _are_consecutive(spot, day, last):
        return Reading(spot.start, found.end(1), low)
    return _with_last_day(low, last, start=spot.start, end=found.end())


def _bare_month(spot: Spot) -> Reading | None:
    """A month alone: only where the words before it leave no doubt that it is one."""
    if spot.word in SHORT_MONTHS or spot.word in VERB_MONTHS:
        return None
    if spot.word in ("May", "March") and spot.before(4) == "The ":
        return None
    owns = spot.text.startswith(("'s ", "’s "), spot.end) and spot.word not in _NAMES
    if not (owns or _BARE_MONTH_BEFORE.search(spot.before(12)) or _leads_to_month(spot)):
        return None
    return Reading(spot.start, spot.end, Parts(month=MONTH_NUMBERS[spot.word]))


def _leads_to_month(spot: Spot) -> bool:
    """Whether another month follows as the end of a span: "January–September"."""
    found = _TO_MONTH.match(spot.text, spot.end)
    return found is not None and found[1] in MONTH_NUMBERS


def _year(groups: list[str | None]) -> tuple[int | None, int | None]:
    """The year, or the years away from the reference date's, that a match holds."""
    spaced, tight, relative = groups
    digits = spaced or tight
    return (int(digits) if digits else None), (_LAST[relative] if relative else None)


def _with_last_day(low: Parts, last: str | None, *, start: int, end: int) -> Reading | None:
    """The reading of one day or month, or of the days from it to the last."""
    if not last:
        return Reading(start, end, low)
    if int(last) <= (low.day or 0):
        return None
    return Reading(start, end, low, Parts(low.year, low.month, int(last), low.years_off))


def _are_consecutive(spot: Spot, day: str, last: str) -> bool:
    """Whether "and" between two days makes them one stretch: "19 and 20", "between 10 and 13"."""
    return int(last) == int(day) + 1 or spot.before(9).lower().endswith("between ")


def from_digits(spot: Spot) -> Reading | None:
    """What a number of one or two digits begins: "19 August 2024", "10-13 August", "12/8/2025"."""
    before = spot.before(2)
    if before and before[-1] in "/.,:$€£#+-" and before != " -":
        return None
    return _day_month(spot) or _numeric(spot.text, spot.start)


def _day_month(spot: Spot) -> Reading | None:
    found = _DAY_MONTH.match(spot.text, spot.start)
    if not found:
        return None
    day, both, last, name, dashed, *years = found.groups()
    month = MONTH_NUMBERS.get(name)
    year, off = _year(years)
    year = int(dashed) if dashed else year
    if month is None or (name in VERB_MONTHS and year is None and off is None and name != "mars"):
        return None
    if both and not _are_consecutive(spot, day, last):
        return None
    low = Parts(year, month, int(day), years_off=off)
    end = found.end() if year is not None or off is not None else found.end(4)
    return _with_last_day(low, last, start=spot.start, end=end)


def _numeric(text: str, start: int) -> Reading | None:
    """A date in numbers; day first, with the other way round beside it where the calendar has both."""
    span = _NUMERIC_SPAN.match(text, start)
    if span:
        low, high, month, year = map(int, span.groups())
        return Reading(start, span.end(), Parts(year, month, low), Parts(year, month, high))
    found = _NUMERIC.match(text, start)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if one > 12 or one == two or found[2] == ".":
        shows: Literal["day_first"] | None = "day_first" if one > 12 else None
        return Reading(start, found.end(), Parts(year, two, one), shows=shows)
    if two > 12:
        return Reading(start, found.end(), Parts(year, one, two), shows="month_first")
    return Reading(start, found.end(), Parts(year, two, one), other=Parts(year, one, two))


def from_year(spot: Spot) -> Reading | None:
    """What a number of four digits begins: "2024-08-19", "2026-2030", "1990s", "2024"."""
    text, start = spot.text, spot.start
    iso = _ISO.match(text, start)
    if iso:
        return Reading(start, iso.end(), Parts(int(iso[1]), int(iso[3]), int(iso[4])))
    decade = _DECADE.match(text, start)
    if decade:
        return Reading(start, decade.end(), Parts(int(decade[1]), is_decade=True))
    span = _year_span(text, start)
    if span and span.high and _may_be_span(text, start):
        return span
    if not _may_be_year(text, start):
        return None
    return span or _year_alone(text, start)


def _year_span(text: str, start: int) -> Reading | None:
    found = _YEARS.match(text, start)
    if not found:
        return None
    low, tail = int(found[1]), found[2]
    high = int(tail) if len(tail) == 4 else low - low % 100 + int(tail)
    if low < high <= low + 100 and _may_end_year(text, found.end()):
        return Reading(start, found.end(), Parts(low), Parts(high))
    month = _ISO_MONTH.match(text, start)
    return Reading(start, month.end(), Parts(low, int(month[2]))) if month else None


def _year_alone(text: str, start: int) -> Reading | None:
    found = _YEAR_ALONE.match(text, start)
    if not found or not 1700 <= int(found[1]) <= 2150 or not _may_end_year(text, found.end()):
        return None
    before = text[max(0, start - 24) : start]
    rough = bool(_ROUGH.search(before) or _FISCAL.search(before))
    is_decade = bool(_DECADE_BEFORE.search(before))
    return Reading(start, found.end(), Parts(int(found[1]), is_decade=is_decade, is_rough=rough))


def _may_end_year(text: str, end: int) -> bool:
    """Whether what follows leaves the number a year: no amount's unit, no name's head, no longer code."""
    following = text[end : end + 48]
    if following[:1] in "-/" and following[1:2].isalpha() and following[:1]:
        return False
    if _AMOUNT_AFTER.match(following) or _NAME_AFTER.match(following):
        return False
    return not re.match(r"[^\S\n]\d{3,}\b", following)


def _may_be_year(text: str, start: int) -> bool:
    """Whether what precedes leaves the number a year: no currency, code, or name that it numbers."""
    before = text[max(0, start - 24) : start]
    if not before or before[-1] in "\n(|“\"'‘,;–—•*[":
        return not re.search(r"\d,$", before)
    if before.endswith("-"):
        return bool(re.search(r"(?:^|\W)(?:mid|early|late)-$", before, re.IGNORECASE))
    found = _WORD_BEFORE.search(before)
    if not found or not found[2]:
        return before[-1].isspace() and before.rstrip()[-1:] not in "$€£#"
    if "\n" in found[2] or before.isspace():
        return True
    return _may_precede_year(found[1].rstrip("."), is_possessive=not found[2].isspace())


def _may_be_span(text: str, start: int) -> bool:
    """Whether what precedes leaves two numbers a span of years; a name may ("Strategy 2021-2030")."""
    if text[max(0, start - 1) : start] in ("-", "/", ".", "$", "€", "£", "#"):
        return False
    found = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return not found or not (found[1][0].isdigit() or found[1].lower().rstrip(".") in _CODE_WORDS)


def _may_precede_year(word: str, *, is_possessive: bool) -> bool:
    """Whether a word may stand before a year: a number or a name makes it a part of that."""
    lower = word.lower()
    if is_possessive or lower.endswith(("'s", "’s", "s’")) or lower in _YEAR_WORDS:
        return True
    return not (word[0].isupper() or word[0].isdigit() or lower in _CODE_WORDS)


def from_vietnamese_day(spot: Spot) -> Reading | None:
    """What "ngày" begins: "ngày 12 tháng 8 năm 2025", "ngày 10-13/8", "ngày 12/8/2025"."""
    found = _VIETNAMESE_DAY.match(spot.text, spot.end)
    if not found:
        return None
    day, last, name, year = found.groups()
    month = int(name) if name.isdigit() else VIETNAMESE_MONTHS.get(name.lower())
    if not month:
        return None
    low = Parts(int(year) if year else None, month, int(day))
    return _with_last_day(low, last, start=spot.start, end=found.end())


def from_vietnamese_month(spot: Spot) -> Reading | None:
    """What "tháng" begins: "tháng 8 năm 2025", "tháng 8/2025", "tháng Tám"."""
    found = _VIETNAMESE_MONTH.match(spot.text, spot.end)
    if not found or re.search(r"\d\s$", spot.before(3)):
        return None
    digits, name, year = found.groups()
    month = int(digits) if digits else VIETNAMESE_MONTHS.get(name.lower())
    if not month or month > 12:
        return None
    return Reading(spot.start, found.end(), Parts(int(year) if year else None, month))
