"""How the dates of two statements stand to each other.

Law held here: a coarse date never counts as the same as a fine one; it only fits it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from legation.values.when import When

Fit = Literal["same", "fits", "apart", "unknown"]

_FINE_DAYS: Final = 31
_FOREVER: Final = 3_700_000
MOST_MONTHS: Final = 14
"""A date that covers more months than this takes part in no comparison by month."""


@lru_cache(maxsize=65536)
def span(when: When) -> tuple[int, int]:
    """First day and day after the last, as ordinals; open ends lie at the ends of the calendar."""
    return (
        when.first.toordinal() if when.first else 0,
        when.after.toordinal() if when.after else _FOREVER,
    )


def length(when: When | None) -> int:
    """How many days a date covers; an unknown one covers all."""
    if when is None:
        return 2 * _FOREVER
    first, after = span(when)
    return after - first


def is_fine(when: When) -> bool:
    """Whether it is a day, or a run of days with both ends told to the day."""
    return when.precision == "day" or (when.precision == "interval" and length(when) <= _FINE_DAYS)


@lru_cache(maxsize=262144)
def fit(first: When | None, second: When | None, days: int) -> Fit:
    """How two dates stand to each other.

    Args:
        first: The one date.
        second: The other.
        days: How far the beginnings, and the ends, of two fine dates may lie apart to be the same.

    Returns:
        ``unknown`` where either is missing; ``same`` for equal dates and fine ones close together;
        ``fits`` where they share a day; else ``apart``.
    """
    if first is None or second is None:
        return "unknown"
    if first == second:
        return "same"
    a, b = span(first), span(second)
    close = abs(a[0] - b[0]) <= days and abs(a[1] - b[1]) <= days
    if close and is_fine(first) and is_fine(second):
        return "same"
    return "fits" if a[0] < b[1] and b[0] < a[1] else "apart"


def gap(first: When | None, second: When | None) -> int:
    """How unlike two dates are, in days: the nearest pairs are joined first."""
    if first is None or second is None:
        return _FOREVER
    a, b = span(first), span(second)
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


@lru_cache(maxsize=65536)
def months(when: When, slack: int) -> tuple[int, ...]:
    """The months that a date touches, counted from year 0; none for one that covers too many.

    Args:
        when: The date.
        slack: Days to widen it by on both sides.
    """
    return tuple(_months(when, slack))


def _months(when: When, slack: int) -> Iterator[int]:
    if when.first is None or when.after is None:
        return
    low = when.first.toordinal() - slack
    high = when.after.toordinal() - 1 + slack
    first, last = _month_of(low), _month_of(high)
    if last - first < MOST_MONTHS:
        yield from range(first, last + 1)


def _month_of(ordinal: int) -> int:
    from datetime import date

    day = date.fromordinal(max(1, ordinal))
    return day.year * 12 + day.month
