"""Dates known to some precision: a day, a month, a year, a decade, or an interval of them.

Law: a When is never finer than its source. It covers the half-open stretch of days ``[first, after)``; an
open end is None. Its text is the ISO 8601-2 (EDTF) form that files and tables show, and two Whens are equal
where their texts are.

Source: ISO 8601-2:2019 and the Library of Congress's Extended Date/Time Format, levels 0 and 1
(https://www.loc.gov/standards/datetime/), without seasons, negative years and unspecified months.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

from legation.errors import DateError

Precision = Literal["day", "month", "year", "decade", "interval"]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_POINT = re.compile(r"(?:(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)([?~%]?)", re.ASCII)
_FORMS = "write 2024, 2024-08, 2024-08-19, 202X, 2024-08/2025-01, 2024-08/.. or ../2024"
_LAST_YEAR = 9998  # the day after a stretch must still be a day that `datetime.date` has
_HEDGES = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}


@dataclass(frozen=True, slots=True)
class When:
    """A date known to some precision, or an interval of such dates.

    Attributes:
        text: The date in ISO 8601-2 form. ``?`` after a date marks it as uncertain, ``~`` as approximate,
            ``%`` as both.
        first: The first day that it covers, or None where the beginning is open.
        after: The day after the last that it covers, or None where the end is open.
        precision: How finely it is known.

    Raises:
        DateError: The text is no such date, or names a day that no calendar has.

    Example:
        >>> august = When("2024-08")
        >>> august.first, august.after
        (datetime.date(2024, 8, 1), datetime.date(2024, 9, 1))
        >>> When("2024-08-19").refines(august)
        True
        >>> When("2025-08-10/2025-08-13").words()
        '10–13 August 2025'
    """

    text: str
    first: date | None = field(init=False, repr=False, compare=False)
    after: date | None = field(init=False, repr=False, compare=False)
    precision: Precision = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        begins, slash, ends = self.text.partition("/")
        if slash and begins == ends and begins != "..":
            object.__setattr__(self, "text", begins)
            slash = ""
        precision: Precision
        if slash:
            precision, first, after = "interval", _bound(begins, self.text)[1], _bound(ends, self.text)[2]
            _refuse_empty(self.text, first, after)
        else:
            precision, first, after = _cover(begins)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "after", after)
        object.__setattr__(self, "precision", precision)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read a date in its ISO 8601-2 form; blanks around it do not count.

        Raises:
            DateError: The text is no such date.
        """
        return cls(text.strip())

    @classmethod
    def day(cls, year: int, month: int, day: int) -> When:
        """One day.

        Raises:
            DateError: No calendar has that day.
        """
        return cls(f"{year:04}-{month:02}-{day:02}")

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """One month, counted from 1.

        Raises:
            DateError: There is no such month.
        """
        return cls(f"{year:04}-{month:02}")

    @classmethod
    def year(cls, year: int) -> When:
        """One year."""
        return cls(f"{year:04}")

    @classmethod
    def decade(cls, year: int) -> When:
        """The ten years that the year lies in: 2024 lies in 2020 to 2029."""
        return cls(f"{year // 10:03}X")

    @classmethod
    def from_date(cls, day: date) -> When:
        """The day of a `datetime.date`."""
        return cls(f"{day.year:04}-{day.month:02}-{day.day:02}")

    @classmethod
    def between(cls, begins: When | None, ends: When | None) -> When:
        """From the beginning of one date to the end of another; None leaves that side open.

        Raises:
            DateError: Both sides are open, or the end lies before the beginning.
        """
        low = begins.text.partition("/")[0] if begins else ".."
        high = ends.text.rpartition("/")[2] if ends else ".."
        return cls(f"{low}/{high}")

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends of its own, as "10 to 13 August" does and "August" has not."""
        return self.precision == "interval"

    @property
    def begins(self) -> When | None:
        """The date at which an interval begins (itself if it is no interval), or None where that is open."""
        return self._end(self.text.partition("/")[0])

    @property
    def ends(self) -> When | None:
        """The date at which an interval ends (itself if it is no interval), or None where that is open."""
        return self._end(self.text.rpartition("/")[2])

    def _end(self, text: str) -> When | None:
        if not self.is_interval:
            return self
        return None if text == ".." else When(text)

    @property
    def is_certain(self) -> bool:
        """Whether the source gives it without a mark of doubt or approximation."""
        return not any(mark in self.text for mark in "?~%")

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """A key that puts dates in order of their beginning, then of their end."""
        return (self.first or date.min, self.after or date.max, self.text)

    def contains(self, other: When) -> bool:
        """Whether every day of the other lies in this one."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        stops = self.after is None or (other.after is not None and other.after <= self.after)
        return starts and stops

    def overlaps(self, other: When) -> bool:
        """Whether the two share a day."""
        return not self.before(other) and not other.before(self)

    def before(self, other: When) -> bool:
        """Whether its last day comes before the other's first."""
        return self.after is not None and other.first is not None and self.after <= other.first

    def refines(self, other: When) -> bool:
        """Whether it may be the other, told as finely or more so: 19 August 2024 refines August 2024."""
        return other.contains(self)

    def words(self) -> str:
        """The date as a person would write it."""
        if not self.is_interval:
            return _point_words(self.text)
        begins, _, ends = self.text.partition("/")
        if ends == "..":
            return f"since {_point_words(begins)}"
        if begins == "..":
            return f"until {_point_words(ends)}"
        return _span_words(begins, ends)

    def __str__(self) -> str:
        return self.text


def _cover(text: str) -> tuple[Precision, date, date]:
    """The precision, first day and day after the last of a date that is no interval."""
    found = _POINT.fullmatch(text)
    if not found:
        raise DateError(f"{text!r} is no date; {_FORMS}")
    decade, year, month, day, _ = found.groups()
    try:
        if decade:
            return "decade", date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 10, 1, 1)
        return _cover_year(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError as error:
        raise DateError(
            f"no calendar has {text!r} ({error}); correct it or leave out the part in doubt"
        ) from error


def _cover_year(year: int, month: int | None, day: int | None) -> tuple[Precision, date, date]:
    if year > _LAST_YEAR:
        raise ValueError(f"the last year is {_LAST_YEAR}")
    if month is None:
        return "year", date(year, 1, 1), date(year + 1, 1, 1)
    if day is None:
        return "month", date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    first = date(year, month, day)
    return "day", first, first + timedelta(days=1)


def _bound(text: str, whole: str) -> tuple[Precision, date | None, date | None]:
    if text == "..":
        return "interval", None, None
    try:
        return _cover(text)
    except DateError as error:
        raise DateError(f"{whole!r} is no interval: {error}") from error


def _refuse_empty(text: str, first: date | None, after: date | None) -> None:
    if first is None and after is None:
        raise DateError(f"{text!r} is open at both ends and dates nothing; give one end, or no date at all")
    if first is not None and after is not None and after <= first:
        raise DateError(f"{text!r} ends before it begins; swap its ends")


def _point_words(text: str) -> str:
    """A date that is no interval, as a person would write it."""
    bare = text.rstrip("?~%")
    if bare.endswith("X"):
        return f"{_HEDGES[text[len(bare) :]]}the {bare[:-1]}0s"
    year, *rest = bare.split("-")
    parts = [str(int(part)) for part in rest[1:]] + [MONTHS[int(part) - 1] for part in rest[:1]]
    return _HEDGES[text[len(bare) :]] + " ".join([*parts, year])


def _span_words(begins: str, ends: str) -> str:
    """An interval; what both ends share is written once, where no end is in doubt."""
    low, high = begins.split("-"), ends.split("-")
    if len(low) != len(high) or not (begins + ends).replace("-", "").isdigit() or low[0] != high[0]:
        short = len(begins) == len(ends) == 4
        return f"{_point_words(begins)}{'–' if short else ' – '}{_point_words(ends)}"
    last = _point_words(ends)
    if low[:2] == high[:2]:
        return f"{int(low[2])}–{last}"
    own = _point_words(begins).rpartition(" ")[0]
    return f"{own}{' – ' if ' ' in own else '–'}{last}"
