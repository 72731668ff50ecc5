"""Overdue commitments of weight.

Law: that no text tells of delivery is told as just that; nothing here says that a commitment was broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import ClassVar

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Reading, Sight
from legation.ledger.record import Record
from legation.values.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueCommitment(Rule):
    """How many commitments of weight are past their deadline.

    Attributes:
        grace_days: Days after the deadline that are let pass.
        least_usd: What one of weight is worth.
        least_sources: Or how many documents tell it.
    """

    NAME: ClassVar[str] = "overdue_commitment"
    TITLE: ClassVar[str] = "Commitment overdue"

    grace_days: int
    least_usd: float
    least_sources: int

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with such a commitment."""
        late = [
            record for record in sight.records if self._is_late(record, sight) and self._has_weight(record)
        ]
        return [
            Reading(
                pair,
                float(len(records)),
                f"no text tells that they were met: {'; '.join(map(_told, records))}",
                tuple(records),
                "a text that tells of delivery or of a new deadline, or a person's judgement",
            )
            for pair, records in sight.pairs(late).items()
        ]

    def _is_late(self, record: Record, sight: Sight) -> bool:
        deadline = record.fields.get("deadline") if record.kind == "commitment" else None
        if not isinstance(deadline, When) or deadline.after is None or record.modality != "actual":
            return False
        return deadline.after + timedelta(days=self.grace_days) <= sight.day

    def _has_weight(self, record: Record) -> bool:
        worth, unit = record.fields.get("value"), record.fields.get("unit")
        is_worth = isinstance(worth, Decimal) and unit == "USD" and worth >= Decimal(str(self.least_usd))
        return is_worth or record.accepted or len(record.documents()) >= self.least_sources


def _told(record: Record) -> str:
    deadline = record.fields.get("deadline")
    words = deadline.words() if isinstance(deadline, When) else ""
    return f"{record.fields.get('what')}, due {words}"
