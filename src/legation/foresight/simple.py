"""The two forecasts that every other must beat: the base rate (climatology) and persistence.

Both are always there: no forecast is recorded without them.

Sources: the base rate is the predictive distribution of a Poisson rate under a Gamma prior that is fitted to all pairs
by the method of moments (H. Robbins, An empirical Bayes approach to statistics, 1956; for rates: C. Morris, Parametric
empirical Bayes inference, 1983): a pair of which little is known is drawn to the rate of all pairs. Persistence is the
two-state Markov chain of K. R. Gabriel and J. Neumann (1962) on windows as long as the one that is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log
from typing import Final

from legation.foresight.question import Estimate, History, Question, between

LEAST_DAYS: Final = 28
"""With fewer days watched there is no rate to speak of."""
_PRIOR_CASES: Final = 2.0
"""How many windows the overall share counts as, where a pair's own windows are few."""
_STALE: Final = 14
"""Days without news after which a forecast says so."""
_SHAPES: Final = (0.05, 50.0)
_COUNTS: Final = 40


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How often such events come between these actors, drawn to how often they come between any.

    Attributes:
        half_life: Days after which an event counts half; None where all count alike.
    """

    half_life: float | None = None

    @property
    def name(self) -> str:
        """One word for it."""
        return "base_rate" if self.half_life is None else f"rate_{self.half_life:g}d"

    @property
    def version(self) -> str:
        """Changes whenever its answers may."""
        return "1"

    def probability(self, question: Question, past: History) -> Estimate:
        """One minus the chance of no event at all; with the chances of each count."""
        if past.days < LEAST_DAYS:
            return Estimate(None, because=(f"{past.days} days are recorded; {LEAST_DAYS} are needed",))
        shape, time, cases = _prior(self, question.event.name, len(question.actors), past)
        own = past.times(question.event.name, question.actors)
        events, watched = shape + self.weight(own, past), time + self.exposure(past)
        counts = predicted(events, watched, question.days)
        because = (
            f"{len(own)} between these actors in {past.days} days, {cases} between all "
            f"{len(past.groups(len(question.actors)))} that the record knows",
            f"{events / watched * question.days:.2f} expected in {question.days} days",
        )
        return Estimate(1 - counts[0], counts=counts, because=because + _unwatched(past))

    def weight(self, days: Sequence[int], past: History) -> float:
        """How much the events of some days count."""
        if self.half_life is None:
            return float(len(days))
        return sum(exp((day - past.seen.toordinal()) * log(2) / self.half_life) for day in days)

    def exposure(self, past: History) -> float:
        """How many days they count on."""
        if self.half_life is None:
            return float(past.days)
        return self.half_life / log(2) * (1 - exp(-past.days * log(2) / self.half_life))


@lru_cache(maxsize=64)
def _prior(model: BaseRate, event: str, size: int, past: History) -> tuple[float, float, int]:
    """The prior for a class, and how many events it is fitted to."""
    all_times = past.all_times(event, size)
    weights = [model.weight(days, past) for days in all_times.values()]
    fitted = prior(weights, max(1, len(past.groups(size))), model.exposure(past))
    return (*fitted, sum(map(len, all_times.values())))


def prior(weights: Sequence[float], groups: int, exposure: float) -> tuple[float, float]:
    """The Gamma prior of a rate, as events and days: fitted to the counts of all groups, those without any too."""
    mean = (sum(weights) + 0.5) / groups
    spread = (sum(w * w for w in weights) - groups * mean * mean) / max(1, groups - 1)
    shape = mean * mean / (spread - mean) if spread > mean else _SHAPES[1]
    shape = min(max(shape, _SHAPES[0]), _SHAPES[1])
    return shape, shape * exposure / mean


def predicted(events: float, time: float, days: int) -> tuple[float, ...]:
    """The chances of 0, 1, 2, … events in some days, under a Gamma rate of so many events in such a time."""
    stays, comes = log(time / (time + days)), log(days / (time + days))
    return tuple(
        exp(lgamma(events + n) - lgamma(events) - lgamma(n + 1) + events * stays + n * comes)
        for n in range(_COUNTS)
    )


@dataclass(frozen=True, slots=True)
class Persistence:
    """What was in the last window goes on: how often an event followed on one, or on none, in windows as long."""

    @property
    def name(self) -> str:
        """One word for it."""
        return "persistence"

    @property
    def version(self) -> str:
        """Changes whenever its answers may."""
        return "1"

    def probability(self, question: Question, past: History) -> Estimate:
        """The share of windows with an event among those that followed on a window like the last one."""
        windows = past.days // question.days
        if windows < 2:
            return Estimate(None, because=(f"{past.days} days hold no two windows of {question.days} days",))
        found = _transitions(past, question.event.name, len(question.actors), question.days)
        until = past.seen.toordinal()
        own = past.times(question.event.name, question.actors)
        had = between(own, until - question.days, until) > 0
        before, then = (found.busy, found.busy_again) if had else (found.calm, found.calm_no_more)
        share = (then + _PRIOR_CASES * found.overall) / (before + _PRIOR_CASES)
        because = (
            f"the last {question.days} days {'had' if had else 'did not have'} one; "
            f"{then} of {before} such windows were followed by one"
        )
        return Estimate(min(share, 1.0), because=(because, *_unwatched(past)))


def _unwatched(past: History) -> tuple[str, ...]:
    """A caution where nothing was read of late."""
    if past.blind <= _STALE:
        return ()
    return (
        f"nothing is known of the last {past.blind} days: the newest document is from before {past.seen}",
    )


@dataclass(frozen=True, slots=True)
class _Transitions:
    """How often windows with an event, and without, were followed by one with an event."""

    busy: int
    busy_again: int
    calm: int
    calm_no_more: int
    overall: float


@lru_cache(maxsize=64)
def _transitions(past: History, event: str, size: int, days: int) -> _Transitions:
    """Count over all groups, in windows that end with the last day known; window 0 is the last."""
    windows, until = past.days // days, past.seen.toordinal()
    again = latest = begun = total = 0
    for times in past.all_times(event, size).values():
        numbers = {(until - 1 - day) // days for day in times if day >= until - windows * days}
        total += len(numbers)
        latest += 0 in numbers
        again += sum(number - 1 in numbers for number in numbers)
        begun += sum(number + 1 < windows and number + 1 not in numbers for number in numbers)
    held = total - latest
    groups = max(1, len(past.groups(size)))
    overall = (total + 0.5) / (groups * windows + 1)
    return _Transitions(held, again, groups * (windows - 1) - held, begun, overall)
