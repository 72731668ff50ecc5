from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.foresight.worlds import DAYS, graph_of, mixed, of_one_country, reciprocal, recurring, told_once

from legation.foresight import EventGraph, Past, Ranker, RankingOptions, event_graph, learn_ranking
from legation.foresight.graph import Ints
from legation.foresight.rerank import RerankOptions
from legation.foresight.rules import RuleOptions

SMALL = RankingOptions(
    candidates=16, order_days=20, rules=RuleOptions(threads=1), rerank=RerankOptions(trees=10, threads=1)
)
LATE = range(DAYS - 12, DAYS)


def learnt(graph: EventGraph) -> Ranker:
    return learn_ranking(graph, LATE.start, SMALL)


def first_answers(ranker: Ranker, graph: EventGraph, queries: Ints) -> float:
    """Share of the queries whose first answer is the true one."""
    past, right = Past.of(graph, ranker.rules), []
    for day in np.unique(queries[:, 3]).tolist():
        past.move_to(day)
        asked = queries[queries[:, 3] == day]
        ranked = ranker.rank(asked, past)
        ends = np.cumsum(ranked.sizes)
        for query, size, end in zip(asked, ranked.sizes, ends, strict=True):
            listed = slice(end - size, end)
            right.append(size > 0 and ranked.entities[listed][np.argmax(ranked.scores[listed])] == query[2])
    return float(np.mean(right))


def by_frequency(graph: EventGraph, queries: Ints) -> float:
    """The same share when the most frequent object of the relation is always answered."""
    counts = np.zeros((graph.relation_count, graph.entity_count))
    for row in graph.facts[graph.facts[:, 3] < LATE.start].tolist():
        counts[row[1], row[2]] += 1
    return float((counts.argmax(1)[queries[:, 1]] == queries[:, 2]).mean())


def late(graph: EventGraph, relation: int, odd: int | None = None) -> Ints:
    facts = told_once(graph)
    chosen = (facts[:, 3] >= LATE.start) & (facts[:, 1] == relation)
    kept: Ints = facts[chosen if odd is None else chosen & (facts[:, 3] % 2 == odd)]
    return kept


@pytest.mark.parametrize(
    ("graph", "relation", "odd", "least"),
    [(recurring(), 0, None, 0.95), (reciprocal(), 2, 1, 0.9), (of_one_country(), 3, 1, 0.8)],
    ids=["recurrence", "reciprocity", "a rule through the country"],
)
def test_ranking_finds_the_law_of_a_world(
    graph: EventGraph, relation: int, odd: int | None, least: float
) -> None:
    queries = late(graph, relation, odd)
    right = first_answers(learnt(graph), graph, queries)
    assert right >= least
    assert right > 2 * by_frequency(graph, queries)


def test_ranking_of_a_query_does_not_depend_on_the_others_of_its_day() -> None:
    graph = mixed()
    ranker = learnt(graph)
    past = Past.of(graph, ranker.rules)
    seen = 0
    for day in LATE:
        past.move_to(day)
        together = ranker.rank(graph.on(day), past)
        ends = np.cumsum(together.sizes)
        for i, query in enumerate(graph.on(day)):
            alone = ranker.rank(query[None], past)
            listed = slice(ends[i] - together.sizes[i], ends[i])
            assert np.array_equal(alone.entities, together.entities[listed])
            assert np.array_equal(alone.scores, together.scores[listed])
            seen += 1
    assert seen >= 200


def test_ranking_of_a_day_does_not_change_with_what_happens_on_it_or_later() -> None:
    graph = mixed()
    chance = np.random.default_rng(5)
    facts = told_once(graph).copy()
    later = facts[:, 3] >= LATE.start
    facts[later, 2] = chance.permutation(facts[later, 2])
    other = event_graph(graph.entities, graph.relations, facts)
    queries = graph.on(LATE.start)
    ranked = [_ranked(g, queries) for g in (graph, other)]
    assert np.array_equal(ranked[0], ranked[1])


def test_ranking_does_not_change_with_the_numbers_of_the_entities() -> None:
    graph = mixed()
    to = np.random.default_rng(6).permutation(graph.entity_count)
    names = np.empty(graph.entity_count, object)
    names[to] = graph.entities
    facts = told_once(graph).copy()
    facts[:, 0], facts[:, 2] = to[facts[:, 0]], to[facts[:, 2]]
    other = event_graph(tuple(names.tolist()), graph.relations, facts)
    queries = graph.on(LATE.start)
    renumbered = queries.copy()
    renumbered[:, 0], renumbered[:, 2] = to[queries[:, 0]], to[queries[:, 2]]
    told, told_other = _ranked(graph, queries), _ranked(other, renumbered)
    assert np.allclose(told, told_other[:, to], rtol=1e-5, atol=1e-5)


def test_features_tell_apart_none_that_the_past_does_not_tell_apart() -> None:
    """Two people of whom the past says the same look the same to the order, whatever their numbers."""
    facts = [(s, 3, 24 + twin, day) for day in range(0, DAYS, 2) for s in (day % 5, 5) for twin in (0, 1)]
    graph = graph_of(facts + [(s, 0, (s + day) % 12, day) for day in range(DAYS) for s in range(6)])
    ranker = learnt(graph)
    past = Past.of(graph, ranker.rules)
    past.move_to(LATE.start)
    answers = ranker.rules.answer(np.array([[5, 3, 0, LATE.start]]), past.prior, 16)
    _, rows = past.history.describe(np.array([[5, 3, 0, LATE.start]]), answers)
    first, second = (rows[answers.entities[0][: len(rows)] == twin] for twin in (24, 25))
    assert len(first) == 1
    assert np.array_equal(first, second)


def test_ranking_is_the_same_each_time_it_is_learnt() -> None:
    graph = mixed()
    assert np.array_equal(_ranked(graph, graph.on(LATE.start)), _ranked(graph, graph.on(LATE.start)))


def test_ranking_answers_with_fewer_days_than_the_order_is_learnt_on() -> None:
    graph = recurring()
    ranker = learn_ranking(graph, 10, replace(SMALL, order_days=100))
    assert first_answers(ranker, graph, graph.on(10)) > 0


def _ranked(graph: EventGraph, queries: Ints) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    ranker = learnt(graph)
    past = Past.of(graph, ranker.rules)
    past.move_to(LATE.start)
    ranked = ranker.rank(queries, past)
    table = np.full((len(queries), graph.entity_count), -100.0)
    table[np.repeat(np.arange(len(queries)), ranked.sizes), ranked.entities] = ranked.scores
    return table
