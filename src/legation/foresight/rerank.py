"""Put the best answers of the rules in a better order.

Gradient-boosted trees learn, on days that the rules did not learn from, which of the candidates were the answers. What is
maximised is the likelihood that each answer is drawn among itself and the candidates that are none; the trees begin from
the logarithm of the rules' score, which is such a chance already. Of the unlikely candidates some are drawn by lot, each
standing for several: the sums keep their expectation, with a fifth of the rows.

Source: D. McFadden, "Conditional logit analysis of qualitative choice behavior" (1974), for the likelihood; Z. Cao et al.,
"Learning to rank: from pairwise approach to listwise approach" (2007); G. Ke et al., "LightGBM" (2017).
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np

from legation.errors import TooLittlePast
from legation.foresight.compiled import compiled
from legation.foresight.features import FIRST_SCORE, Mask
from legation.foresight.graph import Floats, Ints
from legation.foresight.prior import Singles
from legation.foresight.rules import Answers


@dataclass(frozen=True, slots=True)
class RerankOptions:
    """How the order is learnt.

    Attributes:
        forests: How many orders are learnt, from other lots of features; their mean is taken.
        trees: Number of trees of each.
        leaves: Leaves of a tree.
        rate: Learning rate.
        likely: So many of the best candidates of a question are all learnt from.
        every: Of the others one in so many is, by lot.
        threads: How many threads work.
        seed: Of every lot.
    """

    forests: int = 2
    trees: int = 120
    leaves: int = 31
    rate: float = 0.13
    likely: int = 8
    every: int = 10
    threads: int = 2
    seed: int = 20261121


@dataclass(frozen=True, slots=True)
class Lessons:
    """Candidates of questions with an answer among them.

    Attributes:
        features: Rows in order of question.
        answer: Whether each row is an answer.
        weight: For how many candidates each row stands.
        sizes: How many rows each question has.
    """

    features: Singles
    answer: Mask
    weight: Singles
    sizes: Ints


def right_ones(facts: Ints, questions: Ints, answers: Answers) -> Mask:
    """Which candidates of a day's questions are right, given all facts of the day."""
    true: dict[tuple[int, int], list[int]] = {}
    for subject, relation, object_, _ in facts.tolist():
        true.setdefault((subject, relation), []).append(object_)
    right = np.zeros(answers.entities.shape, np.bool_)
    for i, (subject, relation) in enumerate(questions[:, :2].tolist()):
        right[i] = np.isin(answers.entities[i], true[subject, relation])
    return right


def weights_by_lot(
    right: Mask, answers: Answers, options: RerankOptions, chance: np.random.Generator
) -> Singles:
    """For how many each candidate stands: 1 the likely and the right ones, more or 0 the others."""
    drawn = chance.random(right.shape) * options.every < 1
    weight = np.where(drawn, np.float32(options.every), np.float32(0))
    weight[right] = 1
    weight[:, : options.likely] = 1
    weight[answers.entities < 0] = 0
    weight[~right.any(1)] = 0
    return weight


@dataclass(frozen=True, slots=True)
class Order:
    """A learnt order of candidates."""

    forests: tuple[lightgbm.Booster, ...]
    threads: int

    def score(self, features: Singles) -> Floats:
        """Logarithm of how likely each row is to be the answer, up to a constant of the question."""
        with ThreadPoolExecutor(self.threads) as pool:
            told = list(pool.map(lambda forest: forest.predict(features), self.forests))
        return np.asarray(np.mean(told, axis=0), np.float64) + features[:, FIRST_SCORE]


_FIXED: Final = {
    "min_data_in_leaf": 50,
    "feature_fraction": 0.4,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
"""One thread a forest: where other work shares the cores, threads that wait for one another at each split take far longer."""


def learn_order(lessons: Iterable[Lessons], options: RerankOptions) -> Order:
    """Learn from the lessons of some days; the trees begin from the score of the rules.

    Raises:
        TooLittlePast: There are no lessons.
    """
    days = tuple(day for day in lessons if len(day.answer))
    if not days:
        raise TooLittlePast
    rows = lightgbm.Dataset(
        [day.features for day in days],
        init_score=np.concatenate([day.features[:, FIRST_SCORE] for day in days]),
        params=_FIXED,
    ).construct()
    answer, weight = (np.concatenate([getattr(day, name) for day in days]) for name in ("answer", "weight"))
    start = np.concatenate([[0], np.cumsum(np.concatenate([day.sizes for day in days]))])

    def grow(seed: int) -> lightgbm.Booster:
        slopes = np.zeros((2, len(answer)), np.float32)

        def objective(scores: Floats, _: lightgbm.Dataset) -> tuple[Singles, Singles]:
            _slopes(scores, answer, weight, start, slopes)
            return slopes[0], slopes[1]

        by_options = {"learning_rate": options.rate, "num_leaves": options.leaves, "seed": seed}
        return lightgbm.train(_FIXED | by_options | {"objective": objective}, rows, options.trees)

    with ThreadPoolExecutor(options.threads) as pool:
        seeds = range(options.seed, options.seed + options.forests)
        return Order(tuple(pool.map(grow, seeds)), options.threads)


@compiled
def _slopes(scores: Floats, answer: Mask, weight: Singles, start: Ints, out: Singles) -> None:
    """First and second derivatives of the loss by the scores: -log(e^answer / (e^answer + sum of w e^other))."""
    slope, bend = out
    for i in range(len(start) - 1):
        rows = range(start[i], start[i + 1])
        most, others = scores[start[i] : start[i + 1]].max(), 0.0
        for j in rows:
            slope[j] = np.exp(scores[j] - most)
            if not answer[j]:
                others += weight[j] * slope[j]
        once, twice = 0.0, 0.0
        for j in rows:
            if answer[j]:
                whole = slope[j] + others + 1e-30
                share = slope[j] / whole
                slope[j], bend[j] = share - 1.0, share * (1.0 - share)
                once += 1.0 / whole
                twice += 1.0 / whole**2
        for j in rows:
            if not answer[j]:
                told = slope[j]
                slope[j] = weight[j] * told * once
                bend[j] = weight[j] * (told * once - told * told * twice)
