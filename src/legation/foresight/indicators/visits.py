"""Cancelled or postponed visits and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Reading, Sight
from legation.ledger.record import Record
from legation.values.when import When

_KINDS = ("visit", "contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelledVisit(Rule):
    """How many visits and meetings were lately told as cancelled, refused or put off.

    Attributes:
        last_days: How long ago it was first told, at most.
        moved_days: A planned visit whose new date lies so much later was put off.
    """

    NAME: ClassVar[str] = "cancelled_visit"
    TITLE: ClassVar[str] = "Visit cancelled or put off"

    last_days: int
    moved_days: int

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with such a visit."""
        recent = sight.day - timedelta(days=self.last_days)
        off = [
            record
            for record in sight.records
            if record.kind in _KINDS
            and (record.status == "denied" or self._is_put_off(record))
            and (told := sight.told(record)) is not None
            and told >= recent
        ]
        return [
            Reading(
                pair,
                float(len(records)),
                self._words(records),
                tuple(records),
                "the visit or meeting being held",
            )
            for pair, records in sight.pairs(off).items()
        ]

    def _is_put_off(self, record: Record) -> bool:
        """Whether texts give a plan days that lie apart."""
        days = [
            value.first
            for variant in record.variants.get("date", ())
            if isinstance(value := variant.value, When) and value.precision == "day" and value.first
        ]
        return record.status == "planned" and bool(days) and (max(days) - min(days)).days >= self.moved_days

    def _words(self, records: Sequence[Record]) -> str:
        cancelled = sum(record.status == "denied" for record in records)
        counts = ((cancelled, "cancelled or refused"), (len(records) - cancelled, "put off"))
        told = " and ".join(f"{count} {what}" for count, what in counts if count)
        return f"{told}, as first told in the last {self.last_days} days"
