"""Put the best answers of the rules in a better order.

Gradient-boosted trees learn, on days that the rules did not learn from, which of the candidates was the answer.

Source: C. Burges, "From RankNet to LambdaRank to LambdaMART" (2010); G. Ke et al., "LightGBM" (2017).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np
import numpy.typing as npt

from legation.foresight.features import FIRST_SCORE
from legation.foresight.graph import Floats, Ints
from legation.foresight.prior import Singles
from legation.foresight.rules import Answers

ANSWER, OTHER, ANSWER_TOO = 1, 0, -1
Labels = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class RerankOptions:
    """How the order is learnt.

    Attributes:
        trees: Number of trees.
        leaves: Leaves of a tree.
        rate: Learning rate.
        threads: How many threads work.
        seed: Of every lot.
    """

    trees: int = 180
    leaves: int = 31
    rate: float = 0.08
    threads: int = 2
    seed: int = 20261121


@dataclass(frozen=True, slots=True)
class Lessons:
    """Candidates of queries with the answer among them.

    All candidates are learnt from: leaving some of the unlikely ones out teaches that they are likelier than they are.

    Attributes:
        features: Rows in order of query.
        labels: Of each row.
        sizes: How many rows each query has.
    """

    features: Singles
    labels: Labels
    sizes: Ints


def label(facts: Ints, answers: Answers, asked: npt.NDArray[np.bool_]) -> Labels:
    """Which candidates are the answer, and which ones are answers of the same question beside it.

    Args:
        facts: All facts of a day.
        answers: Candidates of those facts that were asked for as queries.
        asked: Which facts were.
    """
    true: dict[tuple[int, int], set[int]] = {}
    for subject, relation, object_, _ in facts.tolist():
        true.setdefault((subject, relation), set()).add(object_)
    queries = facts[asked]
    labels: Labels = (answers.entities == queries[:, 2:3]).astype(np.int8)
    for i, (subject, relation, object_, _) in enumerate(queries.tolist()):
        others = true[subject, relation] - {object_}
        if others:
            labels[i, np.isin(answers.entities[i], list(others))] = ANSWER_TOO
    return labels


def lessons_of(features: Singles, labels: Labels, sizes: Ints) -> Lessons:
    """What to learn from: the candidates of queries whose answer is among them, other true answers left out."""
    query = np.repeat(np.arange(len(sizes)), sizes)
    answered = np.bincount(query[labels == ANSWER], minlength=len(sizes)) > 0
    kept = answered[query] & (labels != ANSWER_TOO)
    counts = np.bincount(query[kept], minlength=len(sizes))
    return Lessons(features[kept], labels[kept], counts[counts > 0])


@dataclass(frozen=True, slots=True)
class Order:
    """A learnt order of candidates."""

    trees: lightgbm.Booster

    def score(self, features: Singles) -> Floats:
        """How likely each row is to be the answer, on a scale of its own."""
        return np.asarray(self.trees.predict(features), np.float64) + features[:, FIRST_SCORE]


_FIXED: Final = {
    "objective": "lambdarank",
    "label_gain": [0, 1],
    "lambdarank_truncation_level": 20,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.4,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


def learn_order(lessons: Iterable[Lessons], options: RerankOptions) -> Order:
    """Learn from the lessons of some days; the trees begin from the score of the rules."""
    days = tuple(lessons)
    rows = lightgbm.Dataset(
        [day.features for day in days],
        np.concatenate([day.labels for day in days]),
        group=np.concatenate([day.sizes for day in days]),
        init_score=np.concatenate([day.features[:, FIRST_SCORE] for day in days]),
        params={"max_bin": _FIXED["max_bin"], "verbose": -1},
    )
    set_by_options = {
        "learning_rate": options.rate,
        "num_leaves": options.leaves,
        "num_threads": options.threads,
        "seed": options.seed,
    }
    return Order(lightgbm.train(_FIXED | set_by_options, rows, options.trees))
