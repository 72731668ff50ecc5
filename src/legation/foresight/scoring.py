"""How good forecasts were: proper scores, skill against a reference, reliability and resolution, calibration.

Law: every score here is proper: who forecasts what he believes has the best score that he can expect. Lower is better
for all of them; skill is 1 for a perfect forecast, 0 for one as good as the reference, below 0 for a worse one.

Sources: G. W. Brier, Verification of forecasts expressed in terms of probability (1950); I. J. Good, Rational decisions
(1952), for the log score; J. E. Matheson and R. L. Winkler, Scoring rules for continuous probability distributions
(1976), for the CRPS; A. H. Murphy, A new vector partition of the probability score (1973), with the two terms for
forecasts that share a bin from D. B. Stephenson, C. A. S. Coelho and I. T. Jolliffe, Two extra components in the Brier
score decomposition (2008); E. B. Wilson, Probable inference (1927), for the interval of a share.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from math import log, sqrt
from statistics import fmean
from typing import Final

SURE: Final = 1e-3
"""A log score takes a probability nearer than this to 0 or 1 as this: certainty that fails would cost without end."""

_TEN: Final = tuple(step / 10 for step in range(11))
_Z: Final = 1.959964


def brier(probability: float, *, happened: bool) -> float:
    """The squared distance of a probability from what came: 0 to 1."""
    return (probability - happened) ** 2


def log_score(probability: float, *, happened: bool) -> float:
    """Minus the natural logarithm of the probability of what came, see `SURE`."""
    chance = probability if happened else 1 - probability
    return -log(min(max(chance, SURE), 1 - SURE))


def crps(counts: Sequence[float], came: int) -> float:
    """The continuous ranked probability score of a forecast count.

    Args:
        counts: The probabilities of 0, 1, 2, …; what lacks to 1 lies on the last count and beyond.
        came: The count that came.

    Returns:
        The summed squared distance of the two distribution functions, in counts.
    """
    if not counts:
        raise ValueError("a forecast of a count names the probability of 0 at least")
    below = [*accumulate(counts[:-1]), 1.0]
    inside = sum((share - (count >= came)) ** 2 for count, share in enumerate(below))
    return inside + max(0, came - len(below))


def crps_of_quantiles(quantiles: Sequence[tuple[float, float]], came: float) -> float:
    """The CRPS of a forecast that is told by quantiles: twice the mean pinball loss over their levels.

    Args:
        quantiles: Pairs of level, between 0 and 1, and value.
        came: The value that came.
    """
    return 2 * fmean((level - (came < value)) * (came - value) for level, value in quantiles)


def skill(score: float, reference: float) -> float | None:
    """How much better than a reference, as a share of the reference's score; None where that is perfect already."""
    return 1 - score / reference if reference > 0 else None


@dataclass(frozen=True, slots=True)
class Bin:
    """The forecasts of one range of probability, and what came of them.

    Attributes:
        low: Where the range begins.
        high: Where it ends; the last one holds its end too.
        count: How many forecasts.
        forecast: Their mean probability.
        came: The share of them that came to pass.
        interval: Where that share would lie in 95 of 100 cases, by Wilson.
    """

    low: float
    high: float
    count: int
    forecast: float
    came: float
    interval: tuple[float, float]


def calibration(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, edges: Sequence[float] = _TEN
) -> list[Bin]:
    """The table behind a calibration curve: one row for each range that holds forecasts."""
    inside: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for told in zip(probabilities, outcomes, strict=True):
        inside[_bin_of(told[0], edges)].append(told)
    return [_bin(edges[place], edges[place + 1], inside[place]) for place in sorted(inside)]


def _bin(low: float, high: float, held: Sequence[tuple[float, bool]]) -> Bin:
    came = sum(happened for _, happened in held)
    return Bin(low, high, len(held), fmean(p for p, _ in held), came / len(held), wilson(came, len(held)))


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The mean Brier score in parts: reliability - resolution + uncertainty + within.

    Attributes:
        reliability: How far the forecasts of a range lie from what came of them; 0 is best.
        resolution: How far what came of the ranges differs from the overall share; high is best.
        uncertainty: The variance of what came: no forecaster's merit or fault.
        within: What forecasts of one range that are not equal add; 0 where each range holds one probability.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def brier(self) -> float:
        """The mean Brier score: the sum of the parts."""
        return self.reliability - self.resolution + self.uncertainty + self.within


def decompose(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, edges: Sequence[float] = _TEN
) -> Decomposition:
    """Murphy's parts of the mean Brier score over ranges of probability; they add up to it exactly."""
    total, overall = len(probabilities), fmean(outcomes)
    bins = calibration(probabilities, outcomes, edges=edges)
    reliability = sum(b.count * (b.forecast - b.came) ** 2 for b in bins) / total
    resolution = sum(b.count * (b.came - overall) ** 2 for b in bins) / total
    within = 0.0
    means = {b.low: b for b in bins}
    for p, y in zip(probabilities, outcomes, strict=True):
        b = means[edges[_bin_of(p, edges)]]
        within += ((p - b.forecast) ** 2 - 2 * (p - b.forecast) * (y - b.came)) / total
    return Decomposition(reliability, resolution, overall * (1 - overall), within)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance of forecast and share, each range weighed by its forecasts (ECE)."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.forecast - b.came) for b in bins) / total if total else 0.0


def auroc(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """How often what happened had the higher probability than what did not, ties halved; None where one lacks.

    Source: J. A. Hanley and B. J. McNeil, The meaning and use of the area under a ROC curve (1982).
    """
    yes = sum(outcomes)
    no = len(outcomes) - yes
    if not yes or not no:
        return None
    ranked = sorted(zip(probabilities, outcomes, strict=True))
    beaten, wins = 0, 0.0
    for _, tied in groupby(ranked, key=lambda told: told[0]):
        came = [happened for _, happened in tied]
        wins += sum(came) * (beaten + (len(came) - sum(came)) / 2)
        beaten += len(came) - sum(came)
    return wins / (yes * no)


def wilson(came: int, total: int) -> tuple[float, float]:
    """The interval of a share, 95 %: it holds for few cases too, and never leaves 0 to 1."""
    share, spread = came / total, _Z**2 / total
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    # the ends of nought and of all are those shares themselves, whatever is rounded on the way
    return min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half))


def _bin_of(probability: float, edges: Sequence[float]) -> int:
    """Which range holds a probability; the last one holds 1 too."""
    return min(max(bisect_right(edges, probability) - 1, 0), len(edges) - 2)
