"""Rank who comes next: the answers to (subject, relation, ?, day) from the facts before the day.

Two stages: decayed temporal rules find candidates (`rules`), boosted trees order them (`rerank`) by what the past tells of
each (`features`). The trees learn on the last days before the forecast, which the rules have not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Self

import numpy as np

from legation.foresight.countries import likely_groups
from legation.foresight.features import History
from legation.foresight.graph import EventGraph, Floats, Ints
from legation.foresight.prior import Prior
from legation.foresight.rerank import Lessons, Order, RerankOptions, learn_order, right_ones, weights_by_lot
from legation.foresight.rules import RuleOptions, Rules, learn_rules
from legation.foresight.sameday import UNKNOWN, Asked, asked_with_inverse

_PIECE: Final = 1000
"""Queries that are answered at once, so that those of a busy day do not fill the memory."""


@dataclass(frozen=True, slots=True)
class RankingOptions:
    """How a ranking is learnt.

    Attributes:
        candidates: At most so many answers of a query are put in order.
        order_days: The last days before the forecast, on which the order is learnt.
        order_questions: At most so many questions of those days are learnt from, by lot.
        day_known: Whether it is known which (subject, relation) a day asks about, all of them at once. Not so in a
            forecast: for comparison with models that see it.
        rules: How the rules are learnt.
        rerank: How the order is learnt.
    """

    candidates: int = 64
    order_days: int = 140
    order_questions: int = 60_000
    day_known: bool = False
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
        """Answers to queries (subject, relation, whatever, day) of the day that follows the past.

        If the ranking was learnt with the day known, these are taken for all the queries of the day.
        """
        asked = _known_of(past.graph, queries, self.options)
        _, first, asked_again = np.unique(queries[:, [1, 0]], axis=0, return_index=True, return_inverse=True)
        pieces = [
            self._rank_piece(queries[first[i : i + _PIECE]], past, asked)
            for i in range(0, len(first), _PIECE)
        ]
        sizes = np.concatenate([piece.sizes for piece in pieces])
        ends = np.cumsum(sizes)
        rows = np.concatenate([np.arange(ends[i] - sizes[i], ends[i]) for i in asked_again])
        return Ranked(
            sizes[asked_again],
            np.concatenate([piece.entities for piece in pieces])[rows],
            np.concatenate([piece.scores for piece in pieces])[rows],
        )

    def _rank_piece(self, queries: Ints, past: Past, asked: Asked) -> Ranked:
        answers = self.rules.answer(queries, past.prior, self.options.candidates, asked)
        there = answers.entities >= 0
        features = past.history.describe(queries, answers, there, asked)
        return Ranked(there.sum(1), answers.entities[there], self.order.score(features))


def learn_ranking(graph: EventGraph, until: int, options: RankingOptions) -> Ranker:
    """Learn from the facts before a day.

    Raises:
        TooLittlePast: There are too few.
    """
    first = max(until - options.order_days, (graph.days.start + until) // 2)
    early = _rules_before(graph, first, options)
    order = learn_order(_lessons(graph, early, range(first, until), options), options.rerank)
    return Ranker(_rules_before(graph, until, options), order, options)


def _rules_before(graph: EventGraph, until: int, options: RankingOptions) -> Rules:
    grouped = replace(graph, group=likely_groups(graph, until))
    return learn_rules(grouped, range(graph.days.start, until), options.rules)


def _lessons(graph: EventGraph, rules: Rules, days: range, options: RankingOptions) -> Iterator[Lessons]:
    past = Past.of(graph, rules)
    chance = np.random.default_rng(options.rerank.seed)
    asked = {day: _questions(graph.on(day)) for day in days}
    share = options.order_questions / max(sum(map(len, asked.values())), 1)
    for day, questions in asked.items():
        past.move_to(day)
        chosen = questions[chance.random(len(questions)) < share]
        if len(chosen):
            known = _known_of(graph, questions, options)
            answers = rules.answer(chosen, past.prior, options.candidates, known)
            right = right_ones(graph.on(day), chosen, answers)
            weight = weights_by_lot(right, answers, options.rerank, chance)
            kept = weight > 0
            features = past.history.describe(chosen, answers, kept, known)
            sizes = kept.sum(1)
            yield Lessons(features, right[kept], weight[kept], sizes[sizes > 0])


def _known_of(graph: EventGraph, queries: Ints, options: RankingOptions) -> Asked:
    return asked_with_inverse(graph, queries) if options.day_known else UNKNOWN


def _questions(facts: Ints) -> Ints:
    """Facts of a day of which no two have the same subject and relation, in the order of their first."""
    _, first = np.unique(facts[:, :2], axis=0, return_index=True)
    return facts[np.sort(first)]
