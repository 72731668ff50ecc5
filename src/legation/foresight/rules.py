"""Decayed temporal rules: which past edges of a subject tell what it does next.

The chance of an answer is a mixture over past edges (see `kernels`). The weights maximise the likelihood of the facts that
were learnt from, each given its own past, by minorisation and maximisation with a prior that draws each weight towards
what edges of its class (same relation, inverse, other) and age weigh on average.

Source: D. R. Hunter, "MM algorithms for generalized Bradley-Terry models", Annals of Statistics 32 (2004), for the update;
J. Gastinger et al., "History repeats itself: a baseline for temporal knowledge graph forecasting" (2024), for how far
recurrence alone leads; Y. Liu et al., "TLogic: temporal logical rules for explainable link forecasting" (2022).
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from legation.foresight.graph import EventGraph, Ints
from legation.foresight.mixture import (
    LIFTED,
    MATES,
    OWN,
    SOURCES,
    Edges,
    Expected,
    Weights,
    World,
    expect_day,
    score_day,
)
from legation.foresight.prior import PARTS, Prior, Singles
from legation.foresight.sameday import UNKNOWN, Asked

BUCKETS: Final = 10
_START: Final = {OWN: 0.1, MATES: 0.01, LIFTED: 0.02}
_LEAST: Final = 1e-3
_SAME, _INVERSE, _OTHER = range(3)


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """How the rules are learnt and applied.

    Attributes:
        rounds: Passes over the facts learnt from.
        pull: Strength of the prior, in queries.
        own: How many of the subject's last edges count.
        mates: How many of the last edges of its country count.
        facts: At most so many of the latest facts are learnt from.
        threads: How many threads work.
    """

    rounds: int = 5
    pull: float = 20.0
    own: int = 1000
    mates: int = 300
    facts: int = 400_000
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Answers:
    """The best answers to queries of one day.

    Attributes:
        entities: (query, rank), -1 where there are no more.
        parts: (query, rank, source): shares of what own edges, mates' edges, lifted edges and the prior give.
    """

    entities: Ints
    parts: Singles


@dataclass(frozen=True, slots=True)
class Rules:
    """Learnt weights, and the edges of a graph to apply them to."""

    weights: Weights
    world: World
    threads: int

    def answer(self, queries: Ints, prior: Prior, most: int, asked: Asked = UNKNOWN) -> Answers:
        """The best answers to queries (subject, relation, whatever, day), whose prior has learnt the days before."""
        order = np.argsort(queries[:, 1], kind="stable")
        entities = np.full((len(queries), most), -1, np.int64)
        parts = np.zeros((len(queries), most, SOURCES + 1), np.float32)

        def work(chosen: Ints) -> None:
            best, told = (
                np.full((len(chosen), most), -1, np.int64),
                np.zeros((len(chosen), *parts.shape[1:]), np.float32),
            )
            score_day(queries[chosen], self.world, prior, self.weights, best, told, asked)
            entities[chosen], parts[chosen] = best, told

        with ThreadPoolExecutor(self.threads) as pool:
            list(pool.map(work, np.array_split(order, self.threads)))
        return Answers(entities, parts)


def learn_rules(graph: EventGraph, days: Iterable[int], options: RuleOptions) -> Rules:
    """Learn the weights from the facts of these days, each day given the days before it."""
    learning = _Learning(graph, tuple(days), options)
    for _ in range(options.rounds):
        learning.step()
    return learning.rules


class _Learning:
    """The weights on their way to the best ones."""

    def __init__(self, graph: EventGraph, days: tuple[int, ...], options: RuleOptions) -> None:
        self._graph, self._days, self._options = graph, days, options
        left = np.cumsum([len(graph.on(day)) for day in reversed(days)])[::-1] // 2
        self._learnt_from = {
            day for day, facts in zip(days[1:], left[1:], strict=True) if facts <= options.facts
        }
        self._classes = _classes(graph)
        self.rules = Rules(_first_weights(self._classes), _world(graph, options), options.threads)

    def step(self) -> None:
        """One pass: expect, then maximise."""
        expected = _nothing_expected(self.rules.weights, self._options.threads)
        prior = Prior.empty(self._graph)
        with ThreadPoolExecutor(self._options.threads) as pool:
            for day in self._days:
                facts = self._graph.on(day)
                if day in self._learnt_from:
                    self._expect(facts[np.argsort(facts[:, 1], kind="stable")], prior, expected, pool)
                prior.learn(facts)
        _maximise(self.rules.weights, expected, self._classes, self._options.pull)

    def _expect(self, facts: Ints, prior: Prior, expected: Expected, pool: ThreadPoolExecutor) -> None:
        """Expect one day; each thread takes the relations whose turn it is, so that none writes where another does."""
        turns = self._options.threads

        def work(turn: int) -> None:
            expect_day(facts, self.rules.world, prior, self.rules.weights, expected, turn, turns)

        list(pool.map(work, range(turns)))


def _nothing_expected(weights: Weights, turns: int) -> Expected:
    edge, part = weights
    return Expected(
        np.zeros_like(edge),
        np.zeros_like(edge),
        np.zeros_like(part),
        np.zeros(len(part)),
        np.zeros((turns, 3)),
    )


def _maximise(weights: Weights, expected: Expected, classes: npt.NDArray[np.int8], pull: float) -> None:
    """Set the weights to the best ones given what was expected; the mean of all weights present is made 1."""
    scale = expected.tally[:, 1].sum() / max(expected.tally[:, 2].sum(), 1.0)
    for source in range(SOURCES):
        resp, expo = expected.resp[source], expected.expo[source] * np.float32(scale)
        usual = np.zeros_like(resp)
        for kind in (_SAME, _INVERSE, _OTHER):
            usual[classes == kind] = _usual(resp[classes == kind], expo[classes == kind], pull)
        weights.edge[source] = (resp + pull * usual) / (expo + pull)
    rate = (expected.part_resp.sum(0) + _LEAST) / (expected.part_expo.sum() * scale + 1.0)
    weights.part[:] = (expected.part_resp + pull * rate) / (expected.part_expo * scale + pull)[:, None]


def _usual(resp: Singles, expo: Singles, pull: float) -> Singles:
    """What to draw the weights of a class towards: its mean at each age, times how much the two relations share."""
    mean = (resp.sum(0) + _LEAST) / (expo.sum(0) + 1.0)
    ratio = (resp.sum(1) + pull) / ((expo * mean).sum(1) + pull)
    return np.asarray(ratio[:, None] * mean, np.float32)


def _world(graph: EventGraph, options: RuleOptions) -> World:
    own, mates = graph.facts[:, 0], graph.group[graph.facts[:, 0]]
    return World(
        _edges(graph.facts, own, graph.entity_count, options.own),
        _edges(graph.facts, mates, int(graph.group.max()) + 1, options.mates),
        graph.group,
    )


def _edges(facts: Ints, owner: Ints, owners: int, most: int) -> Edges:
    order = np.lexsort((facts[:, 3], owner))
    start = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=owners))])
    subject, relation, object_, day = np.ascontiguousarray(facts[order].T)
    return Edges(start, subject, relation, object_, day, most)


def _classes(graph: EventGraph) -> npt.NDArray[np.int8]:
    classes = np.full((graph.relation_count, graph.relation_count), _OTHER, np.int8)
    for relation in range(graph.relation_count):
        classes[relation, relation] = _SAME
        classes[relation, graph.inverses[relation]] = _INVERSE
    return classes


def _first_weights(classes: npt.NDArray[np.int8]) -> Weights:
    age = np.array((1, 2, 3, 4.5, 6.5, 11, 22, 45, 90, 180), np.float32)
    by_class = np.array((1.0, 0.3, 0.1), np.float32)
    edge = np.empty((SOURCES, *classes.shape, BUCKETS), np.float32)
    for source, start in _START.items():
        edge[source] = start * by_class[classes][..., None] * (10 / (9 + age))
    return Weights(edge, np.full((len(classes), PARTS), 0.1))
