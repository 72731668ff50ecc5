"""Growth against levels: "growth of trade" of a year, held against the levels of that year and the one before."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.pair import between
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.words import content_words
from legation.values.when import When

_GROWTH: Final = frozenset({"growth", "rise", "increase", "decline", "fall", "drop", "decrease"})
_SLACK: Final = Decimal(1)
"""Percentage points by which rounded levels and a rounded rate may differ."""
_ROUNDED: Final = Decimal("0.005")
_LARGEST: Final = Decimal(5)
"""A rate is not held against levels that are told so coarsely that it would span more percentage points."""


def key(record: Record) -> Hashable:
    """The subject and the indicator, less the word for its growth, of yearly figures."""
    if record.kind != "figure" or record.date is None or record.date.precision != "year":
        return None
    if record.fields["bound"] not in (None, "about"):
        return None
    words = content_words(str(record.fields["indicator"] or "")) - _GROWTH
    return (record.fields["subject"], words) if words else None


def judge(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """Rates of growth that the levels do not bear out."""
    levels = [record for record in group if not _is_rate(record) and record.fields["unit"] != "percent"]
    for rate in (record for record in group if _is_rate(record)):
        for level in levels:
            if level.date == rate.date and (before := _before(level, levels)) is not None:
                yield from _compared(rate, level, before)


def _is_rate(record: Record) -> bool:
    words = content_words(str(record.fields["indicator"] or ""))
    return record.fields["unit"] == "percent" and bool(words & _GROWTH)


def _before(level: Record, levels: Sequence[Record]) -> Decimal | None:
    """The level of the year before: as the same source tells it, else another record of the unit."""
    if isinstance(before := level.fields["change_from"], Decimal):
        return before
    found = [
        r for r in levels if r.fields["unit"] == level.fields["unit"] and _is_year_before(r.date, level.date)
    ]
    return _number(found[0], "value") if len(found) == 1 else None


def _is_year_before(first: When | None, second: When | None) -> bool:
    return bool(
        first and second and first.first and second.first and first.first.year + 1 == second.first.year
    )


def _compared(rate: Record, level: Record, before: Decimal) -> Iterator[Conflict]:
    now, told = _number(level, "value"), _number(rate, "value")
    if before <= 0:
        return
    found = (now / before - 1) * 100
    slack = _SLACK + 100 * (_rounding(now) + _rounding(before) * now / before) / before
    if slack > _LARGEST or abs(abs(found) - abs(told)) <= slack:
        return
    note = (
        f"{told.normalize():f} per cent is told, and {_plain(before)} to {_plain(now)} is "
        f"{found.quantize(Decimal('0.1')):f} per cent: growth and levels do not fit"
    )
    settles = "the table of both years from one publisher"
    yield between("conflict", "value", (rate, level), note, settles=settles)


def _number(record: Record, name: str) -> Decimal:
    value = record.fields[name]
    return value if isinstance(value, Decimal) else Decimal(0)


def _rounding(number: Decimal) -> Decimal:
    """Half a unit of the last digit that a number tells, at most half a per cent: zeros at its end may be told."""
    exponent = number.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return min(half, _ROUNDED * number)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"
