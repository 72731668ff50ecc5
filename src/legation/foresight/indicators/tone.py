"""Change of tone: what the two do and say to each other has become less friendly than it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import ClassVar

from legation.foresight.classes import CLASSES
from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Reading, Sight, Told

_Weighed = list[tuple[float, Told]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone(Rule):
    """By how much the mean weight of events fell, from the time before to the last days.

    Attributes:
        last_days: Length of the last days.
        before_days: Length of the time before them.
        least_events: Events that both must hold.
        verbal_cooperation: Weight of an event of that quad class; as the next three.
        material_cooperation: Weight.
        verbal_conflict: Weight.
        material_conflict: Weight.
    """

    NAME: ClassVar[str] = "tone"
    TITLE: ClassVar[str] = "Change of tone"

    last_days: int
    before_days: int
    least_events: int
    verbal_cooperation: float
    material_cooperation: float
    verbal_conflict: float
    material_conflict: float

    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every partner with events enough."""
        end = min(sight.day, sight.seen)
        turn = end - timedelta(days=self.last_days)
        found = []
        for pair, told in self._weighed(sight).items():
            late = [each for each in told if turn <= each[1].first < end]
            early = [each for each in told if turn - timedelta(days=self.before_days) <= each[1].first < turn]
            if min(len(late), len(early)) >= self.least_events:
                found.append(self._reading(pair, early, late, turn))
        return found

    def _weighed(self, sight: Sight) -> dict[Pair, _Weighed]:
        weights = {
            "verbal_cooperation": self.verbal_cooperation,
            "material_cooperation": self.material_cooperation,
            "verbal_conflict": self.verbal_conflict,
            "material_conflict": self.material_conflict,
        }
        found: dict[Pair, _Weighed] = {}
        for name, weight in weights.items():
            for pair, told in sight.came(CLASSES[name]).items():
                found.setdefault(pair, []).extend((weight, each) for each in told)
        return found

    def _reading(self, pair: Pair, early: _Weighed, late: _Weighed, turn: date) -> Reading:
        before, now = fmean(w for w, _ in early), fmean(w for w, _ in late)
        words = (
            f"mean weight {now:+.2f} over {len(late)} events since {turn}, {before:+.2f} over {len(early)} events in "
            f"the {self.before_days} days before"
        )
        worst = sorted(late, key=lambda each: (each[0], each[1].record.id))
        records = tuple(dict.fromkeys(each.record for _, each in worst[: self.least_events]))
        return Reading(
            pair, before - now, words, records, f"events that bring the mean back to {before:+.2f}"
        )
