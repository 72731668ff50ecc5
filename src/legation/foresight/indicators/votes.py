"""Diverging votes: the yearly share of equal votes falls below what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean
from typing import ClassVar

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Reading, Sight
from legation.ledger.record import Record
from legation.values.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergingVotes(Rule):
    """By how many points the latest year lies below the mean of the years before.

    Attributes:
        indicator: What the figures are called, or how their name begins.
        years_before: How many years the mean takes in.
    """

    NAME: ClassVar[str] = "diverging_votes"
    TITLE: ClassVar[str] = "Votes diverge"

    indicator: str
    years_before: int

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with votes of years enough."""
        shares = [record for record in sight.records if self._is_share(record)]
        return [
            reading
            for pair, records in sight.pairs(shares).items()
            if (reading := self._reading(pair, records)) is not None
        ]

    def _is_share(self, record: Record) -> bool:
        return (
            record.kind == "figure"
            and record.modality == "actual"
            and record.fields.get("unit") == "percent"
            and str(record.fields.get("indicator") or "").startswith(self.indicator)
        )

    def _reading(self, pair: Pair, records: Sequence[Record]) -> Reading | None:
        years: dict[int, tuple[float, Record]] = {}
        for record in records:
            period, value = record.fields.get("period"), record.fields.get("value")
            if (
                isinstance(period, When)
                and period.precision == "year"
                and period.first
                and isinstance(value, Decimal)
            ):
                years[period.first.year] = (float(value), record)
        if len(years) <= self.years_before:
            return None
        latest, *before = sorted(years, reverse=True)[: self.years_before + 1]
        mean = fmean(years[year][0] for year in before)
        share, record = years[latest]
        words = f"{share:g} percent in {latest}, {mean:.1f} on the mean of {before[-1]} to {before[0]}"
        others = tuple(years[year][1] for year in before)
        return Reading(
            pair, mean - share, words, (record, *others), f"a later year at {mean:.1f} percent or more"
        )
