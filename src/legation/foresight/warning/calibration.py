"""Probabilities that keep what they say: calibration, and a band for the share that comes true.

Laws: a calibration never puts two rows in another order. Its shape is learnt from rows that the model did not learn from, and
so is the band.

Shape and level are learnt apart. A model that learnt from the earlier days alone shows on the later ones how much sharper or
blunter its log-odds should be, and how far it misses. The level is then set anew for the model that learnt from all days:
events grow more or less frequent, and what the first model missed by that the last one knows.

The band is split conformal: on each later day the rows are cut by their probability into cells of equal size, each cell's
miss |share that came − mean probability| of the first model, as it spoke beforehand, is measured in units of sqrt(p(1 − p)),
and the band is as wide as the miss that nine cells in ten did not exceed. So nine times in ten the share of a day's pairs
with about this probability that come true lies in the band, as long as the days ahead are to those behind as the later ones
were to the earlier. How often it did is measured, not assumed.

Source: J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999); M. Kull, T. Silva Filho, P. Flach, "Beta
calibration" (2017); H. Papadopoulos et al., "Inductive Confidence Machines for Regression" (2002) and J. Lei et al.,
"Distribution-Free Predictive Inference for Regression" (2018) for split conformal bands. Isotonic regression was tried and
left out: a pair's windows on neighbouring days hold the same events, and its steps learnt those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from legation.foresight.graph import Floats, Ints
from legation.foresight.warning.model import sigmoid

Method = Literal["as it is", "Platt", "beta"]
METHODS: Final[tuple[Method, ...]] = ("as it is", "Platt", "beta")
COVERED: Final = 0.9
"""The share of cells that the band is to cover."""
CELLS: Final = 10
"""Cells of a day."""
_FURTHEST: Final = 3.0
"""How far the level may be moved, in log-odds."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """From log-odds to probabilities.

    Attributes:
        method: How.
        weights: What the log-odds (for beta: ln p and −ln(1 − p)) are multiplied by, and last what is added.
        width: Half of the band, in units of sqrt(p(1 − p)).
    """

    method: Method
    weights: Floats
    width: float = 0.0

    def probability(self, log_odds: Floats) -> Floats:
        """The probability of each."""
        return sigmoid(_terms(log_odds, self.method) @ self.weights)

    def levelled(self, log_odds: Floats, came: Floats) -> Calibration:
        """The same shape, at the level where the probabilities of these rows have the mean of what came."""
        weights = self.weights.copy()
        told = _terms(log_odds, self.method) @ weights
        low, high = -_FURTHEST, _FURTHEST
        for _ in range(60):
            shift = (low + high) / 2
            low, high = (shift, high) if sigmoid(told + shift).mean() < came.mean() else (low, shift)
        weights[-1] += (low + high) / 2
        return replace(self, weights=weights)

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
    order = np.concatenate([np.flatnonzero(half) for half in halves])
    loss: dict[Method, float] = {}
    for method in METHODS:
        crossed = [_crossed(method, log_odds, came, half) for half in halves]
        loss[method] = log_loss(np.concatenate(crossed), came[order])
    best = min(METHODS, key=lambda method: loss[method])
    misses = np.sort([miss for _, _, miss in cells(sigmoid(log_odds), came, day)])
    place = min(int(np.ceil(COVERED * (len(misses) + 1))), len(misses)) - 1
    return replace(_fit(best, log_odds, came), width=float(misses[place]))


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
        return Calibration(method, np.array([1.0, 0.0]))
    terms = _terms(log_odds, method)
    free = np.ones(terms.shape[1], bool)
    weights = _newton(terms, came)
    while (weights[:-1] < 0).any():  # a slope that would turn the order around is left out
        free[np.argmin(weights[:-1])] = False
        weights = np.zeros(len(free))
        weights[free] = _newton(terms[:, free], came)
    return Calibration(method, weights)


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
