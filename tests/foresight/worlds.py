"""Small generated worlds whose law is known."""

from __future__ import annotations

import numpy as np

from legation.foresight.graph import EventGraph, Ints, event_graph

COUNTRIES = 12
DAYS = 60
RELATIONS = ("visits", "hosts", "praises", "warns")


def names() -> tuple[str, ...]:
    """Countries, then the police of each, then people of no country that a name tells."""
    countries = [f"Land {i}" for i in range(COUNTRIES)]
    return (*countries, *(f"Police (Land {i})" for i in range(COUNTRIES)), *(f"Person {i}" for i in range(8)))


def graph_of(rows: list[tuple[int, int, int, int]]) -> EventGraph:
    return event_graph(names(), RELATIONS, np.unique(np.array(rows), axis=0)[:, [0, 1, 2, 3]])


def recurring(seed: int = 1) -> EventGraph:
    """Each country has one partner a relation, and meets it again and again."""
    chance = np.random.default_rng(seed)
    partner = chance.integers(COUNTRIES, size=(COUNTRIES, 2))
    rows = []
    for day in range(DAYS):
        for s in chance.choice(COUNTRIES, 6, replace=False).tolist():
            r = int(chance.integers(2))
            rows.append((s, r, int(partner[s, r]), day))
    return graph_of(rows)


def reciprocal(seed: int = 2) -> EventGraph:
    """Who is praised by somebody new praises it the next day."""
    chance = np.random.default_rng(seed)
    rows = []
    for day in range(0, DAYS - 1, 2):
        for s, o in chance.permutation(COUNTRIES).reshape(-1, 2).tolist():
            rows += [(s, 2, o, day), (o, 2, s, day + 1)]
    return graph_of(rows)


def of_one_country(seed: int = 3) -> EventGraph:
    """The police of a country warns whom the country warned the day before."""
    chance = np.random.default_rng(seed)
    rows = []
    for day in range(0, DAYS - 1, 2):
        for s in chance.choice(COUNTRIES, 6, replace=False).tolist():
            o = 2 * COUNTRIES + int(chance.integers(8))
            rows += [(s, 3, o, day), (COUNTRIES + s, 3, o, day + 1)]
    return graph_of(rows)


def mixed(seed: int = 4) -> EventGraph:
    """All of the above, with noise."""
    chance = np.random.default_rng(seed)
    parts = [world(seed).facts for world in (recurring, reciprocal, of_one_country)]
    told = np.concatenate([facts[facts[:, 1] < len(RELATIONS)] for facts in parts])
    noise = np.column_stack(
        [
            chance.integers(len(names()), size=200),
            chance.integers(len(RELATIONS), size=200),
            chance.integers(len(names()), size=200),
            chance.integers(DAYS, size=200),
        ]
    )
    return graph_of([tuple(row) for row in np.concatenate([told, noise]).tolist()])


def told_once(graph: EventGraph) -> Ints:
    return graph.facts[graph.facts[:, 1] < len(graph.relations)]
