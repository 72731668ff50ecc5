"""From readings to dates: what the reference date, the text's other dates and the calendar decide.

Law: no date finer than its source. A reference date known only to the month gives "today" no day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from legation.errors import DateError
from legation.values.dates_points import Parts, Point, Reading, Shift, Weekday
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known beside the words themselves.

    Attributes:
        reference: The date that the text speaks from (its publication date), or None.
        context_year: The year that a day or month without a year belongs to, or None.
        previous: The last date told before in the text, or None.
        is_ahead: Whether the sentence speaks of what is to come.
    """

    reference: When | None = None
    context_year: int | None = None
    previous: When | None = None
    is_ahead: bool = False

    @property
    def today(self) -> date | None:
        """The reference date, where it is a day."""
        known = self.reference is not None and self.reference.precision == "day"
        return self.reference.first if known and self.reference else None

    def year(self, offset: int) -> int | None:
        """The year so many years after the reference date's, where that lies within one year."""
        first, after = (self.reference.first, self.reference.after) if self.reference else (None, None)
        if first is None or after is None or (after - timedelta(days=1)).year != first.year:
            return None
        return first.year + offset


def resolve(reading: Reading, clock: Clock) -> When | None:
    """The date that a reading means, or None where nothing decides it or no calendar has it."""
    try:
        return _resolve_span(reading, clock)
    except DateError:
        return _month_of_no_day(reading, clock)


def _month_of_no_day(reading: Reading, clock: Clock) -> When | None:
    """The month where the day is one that no calendar has ("31 April 2025")."""
    low = reading.low
    if reading.high or not isinstance(low, Parts) or low.day is None:
        return None
    return resolve_parts(replace(low, day=None), clock)


def resolve_parts(parts: Parts, clock: Clock) -> When | None:
    """The date of one set of parts, or None where no calendar has it."""
    try:
        return _parts(parts, clock)
    except DateError:
        return None


def _resolve_span(reading: Reading, clock: Clock) -> When | None:
    low, high = reading.low, reading.high
    if reading.has_open_end:
        begins = _point(low, clock)
        today = When.from_date(clock.today) if clock.today else None
        return When.between(begins, today) if begins else None
    if high is None:
        return _point(low, clock)
    if isinstance(low, Parts) and isinstance(high, Parts):
        low, high = _share_year(low, high)
    begins = _point(low, clock)
    if begins is None:
        return None
    if isinstance(high, Parts) and high.year is None and high.years_off is None and begins.first:
        high = _no_sooner(high, begins.first)
    ends = _point(high, clock)
    if ends and isinstance(high, Weekday) and ends.before(begins) and ends.first:
        ends = When.from_date(ends.first + timedelta(days=7))
    return When.between(begins, ends) if ends else None


def _share_year(low: Parts, high: Parts) -> tuple[Parts, Parts]:
    """The year that one end of an interval names holds for the other, unless that would turn it round."""
    if low.year is None and low.years_off is None and high.year is not None and low.month is not None:
        turned = (low.month, low.day or 0) > (high.month or 12, high.day or 31)
        low = Parts(high.year - turned, low.month, low.day)
    elif low.year is None and low.years_off is None and high.years_off is not None:
        low = Parts(None, low.month, low.day, high.years_off)
    return low, high


def _no_sooner(parts: Parts, first: date) -> Parts:
    """The parts in the first year in which they do not come before that day."""
    turned = (parts.month or 12, parts.day or 31) < (first.month, first.day if parts.day else 0)
    return Parts(first.year + turned, parts.month, parts.day)


def _point(point: Point, clock: Clock) -> When | None:
    if isinstance(point, Parts):
        return _parts(point, clock)
    if isinstance(point, Weekday):
        return _weekday(point, clock)
    return _shift(point, clock)


def _parts(parts: Parts, clock: Clock) -> When | None:
    year = parts.year
    if year is None and parts.years_off is not None:
        year = clock.year(parts.years_off)
        if year is None:
            return None
    if year is None:
        return _yearless(parts, clock)
    if parts.is_decade:
        return When.decade(year)
    when = _in_year(parts, year)
    return When(f"{when}~") if parts.is_rough else when


def _in_year(parts: Parts, year: int) -> When:
    if parts.month is None:
        return When.year(year)
    return When.month(year, parts.month) if parts.day is None else When.day(year, parts.month, parts.day)


def _yearless(parts: Parts, clock: Clock) -> When | None:
    """The context's year, else the year that puts it nearest to the reference date (the past on a tie)."""
    if clock.context_year is not None and not parts.side:
        return _in_year(parts, clock.context_year)
    if not clock.reference or not clock.reference.first or not clock.reference.after:
        return None
    year = clock.year(0)
    if year is None or clock.reference.precision == "year":
        return _in_year(parts, year) if year is not None and not parts.side else None
    choices = [w for off in (-1, 0, 1) if (w := _tried(parts, year + off))]
    if parts.side < 0:
        choices = [when for when in choices if when.before(clock.reference)]
    elif parts.side > 0:
        choices = [when for when in choices if clock.reference.before(when)]
    reference = clock.reference
    return min(choices, key=lambda when: (_days_apart(when, reference), when.sort_key), default=None)


def _tried(parts: Parts, year: int) -> When | None:
    try:
        return _in_year(parts, year)
    except DateError:
        return None


def _days_apart(one: When, other: When) -> int:
    if not (one.first and one.after and other.first and other.after) or one.overlaps(other):
        return 0
    return max((other.first - one.after).days, (one.first - other.after).days) + 1


def _weekday(day: Weekday, clock: Clock) -> When | None:
    today = clock.today
    if today is None or (day.is_short and day.weeks_off is None):
        return None
    if day.weeks_off is not None:
        monday = today - timedelta(days=today.weekday())
        return When.from_date(monday + timedelta(days=7 * day.weeks_off + day.number))
    ahead = (day.number - today.weekday()) % 7
    if day.side > 0 or (day.side == 0 and clock.is_ahead):
        return When.from_date(today + timedelta(days=ahead or 7 * (day.side > 0)))
    back = (today.weekday() - day.number) % 7
    return When.from_date(today - timedelta(days=back or 7 * (day.side < 0)))


def _shift(shift: Shift, clock: Clock) -> When | None:
    base = clock.previous if shift.after_previous and clock.previous else clock.reference
    if shift.after_previous and not shift.offset:
        base = clock.previous
    if base is None or base.first is None or base.after is None:
        return None
    when = _shifted(shift, base.first, (base.after - base.first).days)
    return When(f"{when}~") if when and shift.is_rough and not when.is_interval else when


def _shifted(shift: Shift, first: date, days: int) -> When | None:
    """The unit so many units from a date of so many days; None where that date is coarser than the unit."""
    last = first + timedelta(days=days - 1)
    if shift.unit == "decade":
        return When.decade(first.year + 10 * shift.offset) if first.year // 10 == last.year // 10 else None
    if shift.unit == "year":
        return When.year(first.year + shift.offset) if first.year == last.year else None
    if shift.unit == "month":
        months = first.year * 12 + first.month - 1 + shift.offset
        return (
            When.month(months // 12, months % 12 + 1) if last.replace(day=1) == first.replace(day=1) else None
        )
    if days != 1:
        return None
    return _shifted_days(shift, first)


def _shifted_days(shift: Shift, day: date) -> When:
    if shift.unit == "day":
        return When.from_date(day + timedelta(days=shift.offset))
    monday = day + timedelta(days=7 * shift.offset - day.weekday())
    return When.between(When.from_date(monday), When.from_date(monday + timedelta(days=6)))
