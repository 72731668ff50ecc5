"""Contact drought: no contact for much longer than is usual with this partner.

Law: where all contacts are told less than before, as when a source has dried up, that is no drought: the gap must be long
in days and in contacts with others too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import ClassVar

from legation.actors.register import register
from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Reading, Sight, Told
from legation.ledger.record import Record

_FINE = 31
_PARTNERS = frozenset({"state", "territory", "bloc", "body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDrought(Rule):
    """The gap since the last contact as a multiple of the usual one: in days, or in contacts with others if that is less.

    Contacts of a vague date do not count.

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
        days = {pair: self._apart(sight, told) for pair, told in sight.contacts.items()}
        end = min(sight.day, sight.seen)
        found = []
        for pair, own in days.items():
            if len(own) >= self.least_contacts and all(map(_is_partner, pair)):
                others = sorted(day for other, each in days.items() if other != pair for day in each)
                found.append(self._reading(pair, own, others, end, sight.contacts[pair][-1].record))
        return found

    def _reading(
        self, pair: Pair, own: Sequence[date], others: Sequence[date], end: date, last: Record
    ) -> Reading:
        gaps = [(later - one).days for one, later in pairwise(own)]
        usual, since = max(self._usual(gaps), self.least_gap_days), max(0, (end - own[-1]).days)
        told = [_between(others, one, later) for one, later in pairwise(own)]
        usually, now = self._usual(told), _between(others, own[-1], end)
        level = min(since / usual, now / usually) if usually else since / usual
        words = (
            f"{since} days without a contact since {own[-1]}, as far as texts go (to {end}), and {now} contacts with "
            f"others in them; usual: {usual} days, {usually} contacts ({self.usual_gap:.0%} of the gaps between "
            f"{len(own)} contacts)"
        )
        return Reading(pair, level, words, (last,), f"a visit, meeting or call held after {own[-1]}")

    def _apart(self, sight: Sight, told: Sequence[Told]) -> list[date]:
        """The days of contacts since the watch began, those so close that they are one told once."""
        days: list[date] = []
        for each in told:
            fine = each.first >= sight.since and (each.last - each.first).days < _FINE
            if fine and (not days or (each.last - days[-1]).days > self.same_days):
                days.append(each.last)
        return days

    def _usual(self, gaps: Sequence[int]) -> int:
        """What the share of gaps that the rule names does not exceed."""
        return sorted(gaps)[min(len(gaps) - 1, int(self.usual_gap * len(gaps)))]


def _is_partner(actor: str) -> bool:
    """Whether an actor has contacts of a rhythm: a summit or a forum is where others meet."""
    known = register()
    return actor in known and known.get(actor).kind in _PARTNERS


def _between(days: Sequence[date], one: date, other: date) -> int:
    """How many of some ordered days lie behind one and not behind another."""
    return bisect_right(days, other) - bisect_right(days, one)
