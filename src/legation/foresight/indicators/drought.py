"""Contact drought: no contact for much longer than is usual with this partner."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Reading, Sight, Told

_FINE = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDrought(Rule):
    """Days since the last contact, as a multiple of the partner's usual gap; contacts of a vague date do not count.

    Attributes:
        least_contacts: With fewer there is no rhythm.
        usual_gap: The share of gaps that the usual one is not exceeded by.
        least_gap_days: A shorter usual gap counts as this.
        same_days: Contacts so close are one.
    """

    NAME: ClassVar[str] = "contact_drought"
    TITLE: ClassVar[str] = "No contact for long"

    least_contacts: int
    usual_gap: float
    least_gap_days: int
    same_days: int

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with a rhythm."""
        return list(self._readings(sight))

    def _readings(self, sight: Sight) -> Iterator[Reading]:
        for pair, told in sight.contacts.items():
            fine = [
                each for each in told if each.first >= sight.since and (each.last - each.first).days < _FINE
            ]
            days = self._apart(fine)
            if len(days) < self.least_contacts:
                continue
            usual = max(self._usual(days), self.least_gap_days)
            last = fine[-1]
            since = max(0, (min(sight.day, sight.seen) - last.last).days)
            words = (
                f"{since} days without a contact since {last.last}, as far as texts go (to {sight.seen}); "
                f"usual: {usual} ({self.usual_gap:.0%} of the gaps between {len(days)} contacts)"
            )
            cancels = f"a visit, meeting or call held after {last.last}"
            yield Reading(pair, since / usual, words, (last.record,), cancels)

    def _apart(self, told: Sequence[Told]) -> list[date]:
        """The days of contacts, those so close that they are one told once."""
        days: list[date] = []
        for each in told:
            if not days or (each.last - days[-1]).days > self.same_days:
                days.append(each.last)
        return days

    def _usual(self, days: Sequence[date]) -> int:
        gaps = sorted((later - one).days for one, later in itertools.pairwise(days))
        return gaps[min(len(gaps) - 1, int(self.usual_gap * len(gaps)))]
