from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.foresight.worlds import DAYS, graph_of, mixed, of_one_country, reciprocal, recurring, told_once

from legation.errors import BadEventGraph, TooLittlePast
from legation.foresight import (
    EventGraph,
    Past,
    Ranker,
    RankingOptions,
    event_graph,
    learn_ranking,
    read_folder,
)
from legation.foresight.countries import likely_groups
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
    there = answers.entities >= 0
    rows = past.history.describe(np.array([[5, 3, 0, LATE.start]]), answers, there)
    first, second = (rows[answers.entities[0][: len(rows)] == twin] for twin in (24, 25))
    assert len(first) == 1
    assert np.array_equal(first, second)


def test_ranking_is_the_same_each_time_it_is_learnt() -> None:
    graph = mixed()
    assert np.array_equal(_ranked(graph, graph.on(LATE.start)), _ranked(graph, graph.on(LATE.start)))


def test_ranking_of_no_past_says_that_it_is_too_short() -> None:
    graph = recurring()
    with pytest.raises(TooLittlePast, match="longer past"):
        learn_ranking(graph, graph.days.start, SMALL)


def test_ranking_with_the_day_known_finds_who_is_asked_about_from_the_other_end() -> None:
    """Who meets whom is by lot, a new pair each day: only the other questions of the day can tell."""
    chance = np.random.default_rng(8)
    rows = [
        (*pair, 0, day) for day in range(DAYS) for pair in chance.permutation(24)[:4].reshape(2, 2).tolist()
    ]
    graph = graph_of([(s, r, o, day) for s, o, r, day in rows])
    known = learn_ranking(graph, LATE.start, replace(SMALL, day_known=True))
    queries = graph.facts[graph.facts[:, 3] >= LATE.start]
    assert first_answers(known, graph, queries) >= 0.4
    assert first_answers(learnt(graph), graph, queries) <= 0.2


def test_country_is_inferred_for_those_whose_name_tells_none() -> None:
    """A person deals with the police of Land 2 and with whom Land 2 deals, and with the latter more."""
    lands = [
        f"{office}Land {i}{end}"
        for office, end in (("", ""), ("Police (", ")"), ("Army (", ")"))
        for i in range(9)
    ]
    land, police, person, foreign = 2, 11, 27, (5, 6)
    rows = [(land, 0, other, day) for day in range(20) for other in foreign]
    rows += [(person, 1, other, day) for day in range(20) for other in (*foreign, police)]
    rows += [(3, 0, 4, day) for day in range(20)]
    graph = event_graph(
        (*lands, "A person"), ("visits", "warns"), np.array(sorted(rows, key=lambda row: row[3]))
    )
    group = likely_groups(graph, 20)
    assert group[person] == graph.group[land]
    assert np.array_equal(group[:person], graph.group[:person])
    assert np.array_equal(likely_groups(graph, 3), graph.group), "too few facts before day 3"


FOLDER = {
    "entity2id.txt": "Land 0\t0\nLand 1\t1\n",
    "relation2id.txt": "visits\t0\n",
    "train.txt": "0\t0\t1\t0\n1\t0\t0\t1\n",
    "valid.txt": "0\t0\t1\t2\n",
    "test.txt": "0\t0\t1\t3\t-1\n",
}


def folder_of(path: Path, **changed: str) -> Path:
    for name, text in (FOLDER | {f"{stem}.txt": text for stem, text in changed.items()}).items():
        (path / name).write_text(text, "utf-8")
    return path


def test_folder_is_read_split_by_split_whatever_its_fifth_column(tmp_path: Path) -> None:
    splits = read_folder(folder_of(tmp_path))
    assert list(splits) == ["train", "valid", "test"]
    assert splits["test"].tolist() == [[0, 0, 1, 3]]


@pytest.mark.parametrize("missing", FOLDER)
def test_folder_without_a_file_is_refused_by_the_name_of_the_file(tmp_path: Path, missing: str) -> None:
    (folder_of(tmp_path) / missing).unlink()
    with pytest.raises(BadEventGraph, match=missing):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("stem", "text", "matter"),
    [
        ("train", "", "no rows"),
        ("train", "0\t0\tone\t0\n", "one"),
        ("train", "0\t0\t1\n", "whole numbers"),
        ("train", "0\t0\t1\t0\n0\t0\t2\t0\n", "'0 0 2 0': there are 2 entities"),
        ("valid", "0\t1\t1\t2\n", "1 relations"),
        ("train", "0\t0\t1\t0\n0\t0\t1\t24\n", "hours"),
        ("entity2id", "Land 0\t0\nLand 1\t2\n", "0, 1, 2"),
        ("entity2id", "Land 0\t0\nLand 0\t0\nLand 1\t1\n", "0, 1, 2"),
    ],
)
def test_folder_that_is_not_as_it_should_be_is_refused(
    tmp_path: Path, stem: str, text: str, matter: str
) -> None:
    with pytest.raises(BadEventGraph, match=f"{stem}.*{matter}"):
        read_folder(folder_of(tmp_path, **{stem: text}))


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
