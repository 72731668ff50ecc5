"""Probabilities that keep what they say: calibration, and a band for the share that comes true.

Laws: a calibration never puts two rows in another order (it may make them equal). It is learnt from rows that the model did
not learn from, and so is the band.

The band is split conformal: on each past day the rows are cut by their probability into cells of equal size, each cell's
miss |share that came − mean probability| is measured in units of sqrt(p(1 − p)), and the band is as wide as the miss that nine
cells in ten did not exceed. So nine times in ten the share of a day's pairs with about this probability that come true lies
in the band, as long as the days ahead are like those behind. How often it did is measured, not assumed.

Source: J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999); M. Kull, T. Silva Filho, P. Flach, "Beta
calibration" (2017); B. Zadrozny, C. Elkan, "Transforming classifier scores" (2002) for isotonic regression; H.
Papadopoulos et al., "Inductive Confidence Machines for Regression" (2002) and J. Lei et al., "Distribution-Free
Predictive Inference for Regression" (2018) for split conformal bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from scipy.optimize import isotonic_regression

from legation.foresight.graph import Floats, Ints
from legation.foresight.warning.model import sigmoid

Method = Literal["as it is", "Platt", "beta", "isotonic"]
METHODS: Final[tuple[Method, ...]] = ("as it is", "Platt", "beta", "isotonic")
COVERED: Final = 0.9
"""The share of cells that the band is to cover."""
CELLS: Final = 10
"""Cells of a day."""
_LEAST: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """From log-odds to probabilities.

    Attributes:
        method: How.
        knots: Isotonic: log-odds at which the probability is known, rising. Else the coefficients.
        values: Isotonic: the probabilities there. Else empty.
        width: Half of the band, in units of sqrt(p(1 − p)).
    """

    method: Method
    knots: Floats
    values: Floats
    width: float = 0.0

    def probability(self, log_odds: Floats) -> Floats:
        """The probability of each."""
        if self.method == "isotonic":
            return np.clip(np.interp(log_odds, self.knots, self.values), _LEAST, 1 - _LEAST)
        return sigmoid(_terms(log_odds, self.method) @ self.knots)

    def band(self, probability: Floats) -> tuple[Floats, Floats]:
        """The lower and the upper end around each probability."""
        half = self.width * _unit(probability)
        return np.clip(probability - half, 0, 1), np.clip(probability + half, 0, 1)


def learn_calibration(log_odds: Floats, came: Floats, day: Ints, pair: Ints) -> Calibration:
    """Choose a method by log loss on the half of the pairs that it was not fitted on, and fit it on all.

    The halves are of pairs and not of days, for a pair's windows on neighbouring days hold the same events.

    Args:
        log_odds: Of rows that the model did not learn from.
        came: 1 where the event came, else 0.
        day: The day of each row.
        pair: The pair of each row.
    """
    odd = pair % 2 == 1
    halves = [half for half in (odd, ~odd) if half.any()]
    told = {
        method: np.concatenate([_crossed(method, log_odds, came, half) for half in halves])
        for method in METHODS
    }
    order = np.concatenate([np.flatnonzero(half) for half in halves])
    loss = {method: log_loss(chance, came[order]) for method, chance in told.items()}
    best = min(METHODS, key=lambda method: loss[method])
    misses = np.array([miss for _, _, miss in cells(told[best], came[order], day[order])])
    place = min(int(np.ceil(COVERED * (len(misses) + 1))), len(misses)) - 1
    fitted = _fit(best, log_odds, came)
    return Calibration(best, fitted.knots, fitted.values, float(np.sort(misses)[place]))


def cells(probability: Floats, came: Floats, day: Ints) -> Iterator[tuple[float, float, float]]:
    """Mean probability, share that came, and the miss in units of sqrt(p(1 − p)), of each cell of each day."""
    for each in np.unique(day):
        rows = np.flatnonzero(day == each)
        rows = rows[np.argsort(probability[rows], kind="stable")]
        for cell in np.array_split(rows, CELLS):
            if len(cell):
                mean, share = float(probability[cell].mean()), float(came[cell].mean())
                yield mean, share, abs(share - mean) / float(_unit(np.array(mean)))


def _unit(probability: Floats) -> Floats:
    """The spread of one event's outcome; that of one in a hundred is the least that is taken."""
    kept = np.clip(probability, 0.01, 0.99)
    return np.asarray(np.sqrt(kept * (1 - kept)), np.float64)


def log_loss(probability: Floats, came: Floats) -> float:
    """Mean of −log of the probability that was given to what came."""
    return float(-np.mean(np.log(np.clip(np.where(came > 0, probability, 1 - probability), 1e-9, 1))))


def _crossed(method: Method, log_odds: Floats, came: Floats, half: np.typing.NDArray[np.bool_]) -> Floats:
    """The probabilities of one half of the pairs, calibrated on the other."""
    fitted = _fit(method, log_odds[~half], came[~half]) if (~half).any() else _fit("as it is", log_odds, came)
    return fitted.probability(log_odds[half])


def _fit(method: Method, log_odds: Floats, came: Floats) -> Calibration:
    if method == "as it is":
        return Calibration(method, np.array([1.0, 0.0]), np.empty(0))
    if method == "isotonic":
        order = np.argsort(log_odds, kind="stable")
        values = np.asarray(isotonic_regression(came[order]).x, np.float64)
        return Calibration(method, *_blocks(log_odds[order], values))
    terms = _terms(log_odds, method)
    free = np.ones(terms.shape[1], bool)
    weights = _newton(terms, came)
    while (weights[:-1] < 0).any():  # a slope that would turn the order around is left out
        free[np.argmin(weights[:-1])] = False
        weights = np.zeros(len(free))
        weights[free] = _newton(terms[:, free], came)
    return Calibration(method, weights, np.empty(0))


def _terms(log_odds: Floats, method: Method) -> Floats:
    """What the coefficients stand before: for beta, ln p and −ln(1 − p)."""
    one = np.ones(len(log_odds))
    if method == "beta":
        return np.column_stack([-np.logaddexp(0, -log_odds), np.logaddexp(0, log_odds), one])
    return np.column_stack([log_odds, one])


def _newton(terms: Floats, came: Floats) -> Floats:
    """The coefficients of a logistic regression, held near 1 and 0 by a hair where nothing else holds them."""
    usual = np.append(np.ones(terms.shape[1] - 1), 0.0)
    weights = usual
    for _ in range(50):
        chance = sigmoid(terms @ weights)
        bend = (terms * (chance * (1 - chance))[:, None]).T @ terms + 1e-3 * np.eye(len(weights))
        step = np.linalg.solve(bend, terms.T @ (chance - came) + 1e-3 * (weights - usual))
        weights = weights - np.clip(step, -1, 1)
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _blocks(log_odds: Floats, values: Floats) -> tuple[Floats, Floats]:
    """The two ends of each level of a rising staircase."""
    starts = np.flatnonzero(np.diff(values, prepend=-1.0) > 0)
    stops = np.append(starts[1:], len(values)) - 1
    places = np.unique(np.concatenate([starts, stops]))
    return log_odds[places], values[places]
