"""The chance that is learnt: a ridge logistic regression and boosted trees, their log-odds averaged.

Each is best at another thing: the regression finds first conflicts, where trees have little to split; the trees find what
only holds of some pairs. Where more conflict in the past can only raise the chance of conflict, the trees are held to it.

Source: A. Hoerl, R. Kennard, "Ridge Regression" (1970); G. Ke et al., "LightGBM" (2017); S. Lundberg et al., "From local
explanations to global understanding with explainable AI for trees" (2020), for the parts of a tree's answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np

from legation.foresight.graph import Floats
from legation.foresight.warning.features import Feature
from legation.foresight.warning.lessons import Lessons
from legation.foresight.warning.memory import Singles

_STEPS: Final = 30
_NEAR: Final = 1e-4
_FAR: Final = 5.0
"""Standard deviations beyond which a value counts no more."""


@dataclass(frozen=True, slots=True)
class WarningOptions:
    """How warnings are learnt.

    Attributes:
        every: Days from one day that is learnt from to the next.
        least: Days that must have been watched before the first.
        penalty: Of the regression's squared weights, for each row.
        trees: Number of trees for each seed.
        seeds: Of the trees; their log-odds are averaged.
        leaves: Leaves of a tree.
        rate: Learning rate.
        threads: How many threads work.
    """

    every: int = 4
    least: int = 56
    penalty: float = 0.05
    trees: int = 300
    seeds: tuple[int, ...] = (20261122,)
    leaves: int = 15
    rate: float = 0.03
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic regression on the logarithms of features, set to mean 0 and spread 1.

    Attributes:
        centre: Mean of each feature's logarithm.
        spread: Its standard deviation.
        weights: One for each feature.
        level: The log-odds where all are at their mean.
    """

    centre: Floats
    spread: Floats
    weights: Floats
    level: float

    def parts(self, rows: Singles) -> Floats:
        """What each feature adds to the log-odds; the level stands last."""
        told = _scaled(rows, self.centre, self.spread) * self.weights
        return np.column_stack([told, np.full(len(rows), self.level)])


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt for one question.

    Attributes:
        features: The columns that it reads.
        linear: The regression.
        trees: The trees of each seed.
    """

    features: tuple[Feature, ...]
    linear: Linear
    trees: tuple[lightgbm.Booster, ...]

    def log_odds(self, rows: Singles) -> Floats:
        """The log-odds of each row, not calibrated yet."""
        grown = np.mean([tree.predict(rows, raw_score=True) for tree in self.trees], axis=0)
        return np.asarray((self.linear.parts(rows).sum(1) + grown) / 2, np.float64)

    def parts(self, rows: Singles) -> Floats:
        """What each feature adds to those log-odds; what all rows share stands last. Rows add up to `log_odds`."""
        grown = np.mean([tree.predict(rows, pred_contrib=True) for tree in self.trees], axis=0)
        return np.asarray((self.linear.parts(rows) + grown) / 2, np.float64)


def learn_model(lessons: Lessons, options: WarningOptions, *, is_conflict: bool) -> Model:
    """Learn from lessons.

    Args:
        lessons: What to learn from; some rows came true and some did not.
        options: How.
        is_conflict: Whether the class is one of conflict, so that what a feature may only raise or lower is known.
    """
    came = lessons.came.astype(np.float64)
    senses = [feature.sense if is_conflict else 0 for feature in lessons.features]
    data = lightgbm.Dataset(lessons.rows, came, params={"verbose": -1, "max_bin": 127}, free_raw_data=False)
    trees = tuple(
        lightgbm.train(_settings(options, seed, senses), data, options.trees) for seed in options.seeds
    )
    return Model(lessons.features, learn_linear(lessons.rows, came, options.penalty), trees)


def _settings(options: WarningOptions, seed: int, senses: list[int]) -> dict[str, object]:
    return {
        "objective": "binary",
        "learning_rate": options.rate,
        "num_leaves": options.leaves,
        "min_data_in_leaf": 400,
        "feature_fraction": 0.1,
        "bagging_fraction": 0.5,
        "bagging_freq": 1,
        "lambda_l2": 100.0,
        "path_smooth": 100.0,
        "monotone_constraints": senses,
        "max_bin": 127,
        "deterministic": True,
        "force_col_wise": True,
        "num_threads": options.threads,
        "seed": seed,
        "verbose": -1,
    }


def learn_linear(rows: Singles, came: Floats, penalty: float) -> Linear:
    """The ridge logistic regression, by Newton's method with steps halved where they lead nowhere."""
    logs = _logs(rows)
    centre, spread = logs.mean(0, dtype=np.float64), logs.std(0, dtype=np.float64) + 1e-3
    told = np.column_stack([_scaled(rows, centre, spread), np.ones(len(rows))])
    ridge = np.append(np.full(rows.shape[1], penalty * len(rows)), 0.0)
    weights = np.zeros(told.shape[1])
    weights[-1] = np.log((came.sum() + 0.5) / (len(came) - came.sum() + 0.5))
    loss = _loss(told, came, weights, ridge)
    for _ in range(_STEPS):
        chance = sigmoid(told @ weights)
        slope = told.T @ (chance - came) + ridge * weights
        bend = (told * (chance * (1 - chance))[:, None]).T @ told
        bend[np.diag_indices_from(bend)] += ridge + 1e-6
        step = np.linalg.solve(bend, slope)
        while (after := _loss(told, came, weights - step, ridge)) > loss and np.abs(step).max() > _NEAR:
            step /= 2
        weights, loss = weights - step, after
        if np.abs(step).max() < _NEAR:
            break
    return Linear(centre, spread, weights[:-1], float(weights[-1]))


def _loss(told: Floats, came: Floats, weights: Floats, ridge: Floats) -> float:
    odds = told @ weights
    return float(np.logaddexp(0, odds).sum() - (odds * came).sum() + (ridge * weights**2).sum() / 2)


def _logs(rows: Singles) -> Singles:
    told: Singles = np.sign(rows) * np.log1p(3 * np.abs(rows))
    return told


def _scaled(rows: Singles, centre: Floats, spread: Floats) -> Floats:
    return np.clip((_logs(rows) - centre) / spread, -_FAR, _FAR)


def sigmoid(log_odds: Floats) -> Floats:
    """The probability of log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -40, 40))), np.float64)
