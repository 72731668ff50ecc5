"""What a piece of text says about a date, before anything outside that piece is known.

A scanner makes readings, `dates_resolve` makes each a When. Everything here is frozen and free of effects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a calendar date that the text gives.

    Attributes:
        year: The year, or None.
        month: The month from 1, or None.
        day: The day of the month, or None.
        years_off: Years away from the reference date's ("August last year" is -1), or None.
        side: -1 where the date lies before the reference date ("last August"), 1 where after, else 0.
        is_decade: Whether the year stands for its decade ("the 1990s").
        is_rough: Whether the text says so ("around 2010", "fiscal year 2024").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_off: int | None = None
    side: int = 0
    is_decade: bool = False
    is_rough: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week.

    Attributes:
        number: 0 for Monday.
        side: -1 for "last", 1 for "next", 0 for the bare name.
        weeks_off: Weeks away from the reference date's ("Monday next week" is 1), or None.
        is_short: Whether the name is a short form, which dates nothing alone.
    """

    number: int
    side: int = 0
    weeks_off: int | None = None
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of the calendar some units away from another date.

    Attributes:
        unit: The unit that is counted.
        offset: How many units later, negative for earlier.
        after_previous: Whether it counts from the date told before in the text, not the reference date.
        is_rough: Whether only roughly so ("a decade ago").
    """

    unit: Unit
    offset: int
    after_previous: bool = False
    is_rough: bool = False


class Spot(NamedTuple):
    """A word ``[start, end)`` of the text at which a date may begin."""

    text: str
    start: int
    end: int
    word: str

    def before(self, length: int) -> str:
        """The characters before the word, at most so many."""
        return self.text[max(0, self.start - length) : self.start]


Point = Parts | Weekday | Shift


@dataclass(frozen=True, slots=True)
class Reading:
    """One stretch ``[start, end)`` of the text that speaks of a date.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        low: The date, or the beginning of the interval.
        high: The end of the interval, or None.
        other: The second way to read a numeric date (day and month swapped), or None.
        has_open_end: Whether it runs "to now".
        shows: The order of day and month that a numeric date makes plain, or None.
    """

    start: int
    end: int
    low: Point
    high: Point | None = None
    other: Parts | None = None
    has_open_end: bool = False
    shows: Literal["day_first", "month_first"] | None = None
