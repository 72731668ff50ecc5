"""Rank who comes next: the answers to (subject, relation, ?, day) from the facts before the day.

Two stages: decayed temporal rules find candidates (`rules`), boosted trees order them (`rerank`) by what the past tells of
each (`features`). The trees learn on the last days before the forecast, which the rules have not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np

from legation.foresight.features import History
from legation.foresight.graph import EventGraph, Floats, Ints
from legation.foresight.prior import Prior
from legation.foresight.rerank import Lessons, Order, RerankOptions, label, learn_order, lessons_of
from legation.foresight.rules import RuleOptions, Rules, learn_rules

_PIECE: Final = 1000
"""Queries that are answered at once, so that those of a busy day do not fill the memory."""


@dataclass(frozen=True, slots=True)
class RankingOptions:
    """How a ranking is learnt.

    Attributes:
        candidates: At most so many answers of a query are put in order.
        order_days: The last days before the forecast, on which the order is learnt.
        order_queries: At most so many queries of those days are learnt from, by lot.
        rules: How the rules are learnt.
        rerank: How the order is learnt.
    """

    candidates: int = 64
    order_days: int = 45
    order_queries: int = 20_000
    rules: RuleOptions = field(default_factory=RuleOptions)
    rerank: RerankOptions = field(default_factory=RerankOptions)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Answers to the queries of one day; every entity not listed is ranked behind those listed.

    Attributes:
        sizes: How many candidates each query has.
        entities: Candidates, query after query.
        scores: Of each candidate; higher is likelier. To be compared within one query.
    """

    sizes: Ints
    entities: Ints
    scores: Floats


@dataclass(slots=True)
class Past:
    """Everything known before a day; it can only be moved on."""

    graph: EventGraph
    prior: Prior
    history: History
    day: int

    @classmethod
    def of(cls, graph: EventGraph, rules: Rules) -> Self:
        """The past of the graph's first day: nothing."""
        history = History(graph, rules.world, threads=rules.threads)
        return cls(graph, Prior.empty(graph), history, graph.days.start)

    def move_to(self, day: int) -> None:
        """Let the days before this one become past."""
        for passed in range(self.day, day):
            facts = self.graph.on(passed)
            self.prior.learn(facts)
            self.history.learn(facts)
        self.day = max(self.day, day)


@dataclass(frozen=True, slots=True)
class Ranker:
    """What was learnt; it does not change when it is asked."""

    rules: Rules
    order: Order
    options: RankingOptions

    def rank(self, queries: Ints, past: Past) -> Ranked:
        """Answers to queries (subject, relation, whatever, day) of the day that follows the past."""
        _, first, asked_again = np.unique(queries[:, [1, 0]], axis=0, return_index=True, return_inverse=True)
        pieces = [
            self._rank_piece(queries[first[i : i + _PIECE]], past) for i in range(0, len(first), _PIECE)
        ]
        sizes = np.concatenate([piece.sizes for piece in pieces])
        ends = np.cumsum(sizes)
        rows = np.concatenate([np.arange(ends[i] - sizes[i], ends[i]) for i in asked_again])
        return Ranked(
            sizes[asked_again],
            np.concatenate([piece.entities for piece in pieces])[rows],
            np.concatenate([piece.scores for piece in pieces])[rows],
        )

    def _rank_piece(self, queries: Ints, past: Past) -> Ranked:
        answers = self.rules.answer(queries, past.prior, self.options.candidates)
        sizes, features = past.history.describe(queries, answers)
        return Ranked(sizes, answers.entities[answers.entities >= 0], self.order.score(features))


def learn_ranking(graph: EventGraph, until: int, options: RankingOptions) -> Ranker:
    """Learn from the facts before a day."""
    first = max(until - options.order_days, (graph.days.start + until) // 2)
    rules = learn_rules(graph, range(graph.days.start, first), options.rules)
    return Ranker(
        rules, learn_order(_lessons(graph, rules, range(first, until), options), options.rerank), options
    )


def _lessons(graph: EventGraph, rules: Rules, days: range, options: RankingOptions) -> Iterator[Lessons]:
    past = Past.of(graph, rules)
    chance = np.random.default_rng(options.rerank.seed)
    share = options.order_queries / max(sum(len(graph.on(day)) for day in days), 1)
    for day in days:
        past.move_to(day)
        facts = graph.on(day)
        asked = chance.random(len(facts)) < share
        if asked.any():
            answers = rules.answer(facts[asked], past.prior, options.candidates)
            sizes, features = past.history.describe(facts[asked], answers)
            labels = label(facts, answers, asked)[answers.entities >= 0]
            yield lessons_of(features, labels, sizes)
