"""Steps of a tariff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import ClassVar

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Reading, Sight
from legation.ledger.record import Record
from legation.values.when import When

_POINTS = ("percent", "percentage_points")


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffStep(Rule):
    """The greatest step of a tariff that a text of the last days tells: up or down, between the two.

    The step is from the rate that the text gives as the earlier one, else from the last one told of the same series,
    else from nought: a tariff that is set where none was known.

    Attributes:
        last_days: How long ago it was first told, at most.
        words: Words by which a figure or commitment is one of a tariff.
    """

    NAME: ClassVar[str] = "tariff_step"
    TITLE: ClassVar[str] = "Tariff changed"

    last_days: int
    words: tuple[str, ...]

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with a tariff told of late."""
        rates = [record for record in sight.records if self._is_rate(record)]
        return [
            reading
            for pair, records in sight.pairs(rates).items()
            if (reading := self._reading(pair, records, sight)) is not None
        ]

    def _is_rate(self, record: Record) -> bool:
        said = f"{record.fields.get('indicator') or ''} {record.fields.get('what') or ''}".lower()
        return (
            record.kind in ("figure", "commitment")
            and record.modality in ("actual", "planned")
            and record.fields.get("unit") in _POINTS
            and isinstance(record.fields.get("value"), Decimal)
            and any(word in said for word in self.words)
        )

    def _reading(self, pair: Pair, records: Sequence[Record], sight: Sight) -> Reading | None:
        recent = sight.day - timedelta(days=self.last_days)
        steps = [
            (abs(now - before), before, now, record)
            for record, before, now in _steps(records)
            if (told := sight.told(record)) is not None and told >= recent
        ]
        if not steps:
            return None
        size, before, now, record = max(steps, key=lambda step: (step[0], step[3].id))
        words = f"from {before.normalize():f} to {now.normalize():f} percent, told in the last {self.last_days} days"
        return Reading(pair, float(size), words, (record,), f"a return to {before.normalize():f} percent")


def _steps(records: Sequence[Record]) -> Iterator[tuple[Record, Decimal, Decimal]]:
    """Each rate with the one before it."""
    last: dict[str, Decimal] = {}
    for record in sorted(records, key=_place):
        now, given = record.fields.get("value"), record.fields.get("change_from")
        if isinstance(now, Decimal):
            series = record.series or record.id
            yield record, given if isinstance(given, Decimal) else last.get(series, Decimal()), now
            last[series] = now


def _place(record: Record) -> tuple[object, ...]:
    when = record.date
    return (when.sort_key if isinstance(when, When) else (), record.id)
