"""Dates of a column: many forms, one order of day and month.

Laws held here: a date is never finer than its cell. Day and month are told apart by the column, not cell by cell;
where nothing tells them apart the cell is told, and only what both readings share is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from legation.errors import DateError
from legation.exchange.intake.value import Value
from legation.exchange.sheets.sheet import Cell
from legation.values.dates import DayOrder, find_dates
from legation.values.when import MONTHS, When

_DASH: Final = r"\s*(?:-|–|—|to|until|till|au|al|bis|đến|s/d)\s*"
_SHORT: Final = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)"
_NUMERIC: Final = re.compile(_SHORT)
_TIMED: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_DAYS: Final = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}})")
_ACROSS: Final = re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}}){_DASH}(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}})")
_SPAN: Final = re.compile(
    rf"(\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}){_DASH}(\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTH: Final = re.compile(r"(\d{1,2})[/.-](\d{4})")
_MONTH_LAST: Final = re.compile(r"(\d{4})[/.](\d{1,2})")
_SHORT_YEAR: Final = re.compile(r"((?:\d{1,2}[\s-])?[^\W\d_]+\.?)[\s-]['’]?(\d\d)")
_QUARTER: Final = re.compile(
    r"(?:q|t|quarter|quý|trimestre|quartal)\s*\.?\s*([1-4]|iv|i{1,3})[\s/.,-]*(?:năm\s*)?(\d{4})", re.I
)
_QUARTER_LAST: Final = re.compile(
    r"(\d{4})[\s/-]*q([1-4])|([1-4])(?:st|nd|rd|th)?\s*(?:q|quarter)[\s/-]*(\d{4})", re.I
)
_OPEN: Final = re.compile(
    r"(.+?)\s*(?:-|–|—|to)\s*(?:present|now|today|nay|date|aujourd['’]hui|hoy|actualidad|heute)", re.I
)
_SINCE: Final = re.compile(r"(?:since|depuis|desde|seit|từ|kể từ)\s+(.+)", re.I)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FILL: Final = frozenset(
    "from to on the of at in and du au le la del al de el los a from date dated by end until till before von bis am der den "
    "ngày tháng năm từ đến cuối hết fin finales para hasta s/d monday tuesday wednesday thursday friday saturday sunday mon "
    "tue tues wed thu thur thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles "
    "jueves viernes sábado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag tbc".split()
)
"""Words that may stand beside a date in its cell and change nothing."""
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_MONTH_WORDS: Final = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "jan feb mär apr mai jun jul aug sept okt nov dez",
    "janv févr mars avr mai juin juil août sept oct nov déc",
)
_CENTURY: Final = 70
"""Years of two digits below this are of the century after 2000 (POSIX)."""


@lru_cache(maxsize=1)
def _months() -> dict[str, str]:
    named = {word: MONTHS[i] for line in _MONTH_WORDS for i, word in enumerate(line.split())}
    return named | {name.casefold(): name for name in MONTHS} | {name[:3].casefold(): name for name in MONTHS}


def day_order_of(texts: Iterable[str]) -> DayOrder:
    """The order of day and month that the cells of a column show, if they agree.

    Example:
        >>> day_order_of(["3/4/2025", "25/4/2025"]).value
        'day_first'
    """
    shown = set()
    for text in texts:
        for first, second, _ in _NUMERIC.findall(text):
            if int(first) > 12 >= int(second):
                shown.add(DayOrder.DAY_FIRST)
            elif int(second) > 12 >= int(first):
                shown.add(DayOrder.MONTH_FIRST)
    return shown.pop() if len(shown) == 1 else DayOrder.UNKNOWN


def when_in(cell: Cell, order: DayOrder) -> Value:
    """The date of a cell.

    Args:
        cell: The cell; not an empty one.
        order: The order of day and month in its column.
    """
    if cell.when:
        return Value(cell.when)
    text = " ".join(cell.text.split())
    try:
        return (
            _iso(text)
            or _in_numbers(text, order)
            or _short_year(text, order)
            or _open(text, order)
            or _in_words(text, order)
        )
    except (DateError, ValueError) as error:
        return Value(problem=f"{error}; write it as 2025-03-12, 2025-03 or 2025-03-12/2025-03-14")


def _iso(text: str) -> Value | None:
    timed = _TIMED.fullmatch(text)
    try:
        return Value(When.parse(timed[1] if timed else text))
    except DateError:
        return None


def _in_numbers(text: str, order: DayOrder) -> Value | None:
    """A date in figures only: a day, a month, a quarter, or days of one month."""
    found = _NUMERIC.fullmatch(text)
    if found:
        return _numeric(found, order)
    for pattern, read in _FIGURES:
        match = pattern.fullmatch(text)
        if match:
            return Value(read([int(_ROMAN.get(part.lower(), part)) for part in match.groups() if part]))
    span = _SPAN.fullmatch(text)
    if span:
        low, high = (_numeric(match, order) for part in span.groups() if (match := _NUMERIC.fullmatch(part)))
        return _joined(low, high)
    return None


def _quarter(quarter: int, year: int) -> When:
    return When.between(When.month(year, 3 * quarter - 2), When.month(year, 3 * quarter))


def _days(parts: list[int]) -> When:
    low, high, month, year = parts
    return When.between(When.day(year, month, low), When.day(year, month, high))


def _across(parts: list[int]) -> When:
    low, low_month, high, high_month, year = parts
    return When.between(When.day(year, low_month, low), When.day(year, high_month, high))


_FIGURES: Final = (
    (_YEAR_FIRST, lambda p: When.day(*p)),
    (_MONTH, lambda p: When.month(p[1], p[0])),
    (_MONTH_LAST, lambda p: When.month(*p)),
    (_QUARTER, lambda p: _quarter(*p)),
    (_QUARTER_LAST, lambda p: _quarter(min(p), max(p))),
    (_DAYS, _days),
    (_ACROSS, _across),
)


def _numeric(found: re.Match[str], order: DayOrder) -> Value:
    """A day in figures; both readings where nothing tells which."""
    first, second, year = (int(part) for part in found.groups())
    remark = None
    if len(found[3]) == 2:
        year = _full_year(year)
        remark = f"the year is taken as {year}"
    if first > 12 or first == second or (order is DayOrder.DAY_FIRST and second <= 12):
        return Value(When.day(year, second, first), remark=remark)
    if second > 12 or order is DayOrder.MONTH_FIRST:
        turned = "it has the month first, unlike its column" if order is DayOrder.DAY_FIRST else None
        return Value(When.day(year, first, second), remark=remark or turned)
    one, two = When.day(year, second, first), When.day(year, first, second)
    return Value(
        When.year(year),
        problem=f"it may be {one.words()} or {two.words()}, and no other date of the column tells which; only the year "
        "is taken: give --day-order day-first or month-first",
    )


def _joined(low: Value, high: Value) -> Value:
    if not isinstance(low.value, When) or not isinstance(high.value, When):
        return Value()
    return Value(When.between(low.value, high.value), low.problem or high.problem, low.remark or high.remark)


def _short_year(text: str, order: DayOrder) -> Value | None:
    """A month in words before a year of two digits: "13-Nov-24", "Nov-24"."""
    found = _SHORT_YEAR.fullmatch(text)
    if not found or _WORD.sub(_month_in_english, found[1]).split("-")[-1].split()[-1] not in MONTHS:
        return None
    year = _full_year(int(found[2]))
    whole = _in_words(f"{found[1].replace('-', ' ')} {year}", order)
    return Value(whole.value, whole.problem, f"the year is taken as {year}")


def _full_year(digits: int) -> int:
    return digits + (2000 if digits < _CENTURY else 1900)


def _open(text: str, order: DayOrder) -> Value | None:
    """A beginning without an end: "2023 – present"."""
    found = _OPEN.fullmatch(text) or _SINCE.fullmatch(text)
    if not found:
        return None
    begins = when_in(Cell(found[1]), order)
    if not isinstance(begins.value, When):
        return None
    return Value(When.between(begins.value.begins, None), begins.problem, begins.remark)


def _in_words(text: str, order: DayOrder) -> Value:
    """A date in words, by the grammar of dates in text; all of the cell must belong to it."""
    english = _WORD.sub(_month_in_english, text)
    english = re.sub(r"(?<=\d)[ºª°]|(?<=\d)\.(?=\s*[A-Z])", "", english)
    english = re.sub(r"\b(?:del?|of)\s+(?=[A-Z]|\d{4})", "", english)
    found = find_dates(english, day_order=order)
    rest = english
    for mention in reversed(found):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    words = re.findall(r"[^\W\d_]+(?:/[^\W\d_]+)?|\d+", rest.casefold())
    if not found or len(found) > 2 or any(word not in _FILL for word in words):
        return Value(problem=f"{text!r} is no date; write it as 2025-03-12, 2025-03 or 2025-03-12/2025-03-14")
    whens = [mention.when for mention in found]
    return Value(whens[0] if len(whens) == 1 else When.between(whens[0], whens[1]))


def _month_in_english(found: re.Match[str]) -> str:
    word = found[0].rstrip(".")
    return _months().get(word.casefold(), found[0])
