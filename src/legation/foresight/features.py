"""What is known before day t about a candidate answer, as numbers.

Each family counts something that past facts have in common with the query and its candidate: the pair, the pair and the
relation, the candidate under that relation, the countries of both, their sectors. No number tells which entity it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from legation.foresight import sameday
from legation.foresight.graph import EventGraph, Ints
from legation.foresight.mixture import World
from legation.foresight.paths import Paths
from legation.foresight.prior import Singles
from legation.foresight.rules import Answers
from legation.foresight.sameday import UNKNOWN, Asked
from legation.foresight.tables import Table

Mask = npt.NDArray[np.bool_]

FIRST_SCORE: Final = 1
"""The column that holds the logarithm of what the rules say."""
HALF_LIVES: Final = (5.0, 40.0, np.inf)


@dataclass(frozen=True, slots=True)
class Triples:
    """Facts, or queries with a candidate each, as columns: subject, relation, object; and what names tell of both ends."""

    subject: Ints
    relation: Ints
    object: Ints
    from_group: Ints
    to_group: Ints
    from_role: Ints
    to_role: Ints


Key = tuple[str, ...]
FAMILIES: Final[Mapping[str, Key]] = MappingProxyType(
    {
        "pair under the relation": ("subject", "relation", "object"),
        "pair": ("subject", "object"),
        "object under the relation": ("relation", "object"),
        "object": ("object",),
        "subject under the relation": ("subject", "relation"),
        "country under the relation to object": ("from_group", "relation", "object"),
        "country to object": ("from_group", "object"),
        "subject under the relation to country": ("subject", "relation", "to_group"),
        "subject to country": ("subject", "to_group"),
        "country under the relation to country": ("from_group", "relation", "to_group"),
        "country to country": ("from_group", "to_group"),
        "sector under the relation to object": ("from_role", "relation", "object"),
        "sector under the relation to sector": ("from_role", "relation", "to_role"),
        "subject under the relation to sector": ("subject", "relation", "to_role"),
        "subject to sector": ("subject", "to_role"),
        "country under the relation to sector": ("from_group", "relation", "to_role"),
        "country's sector to country's sector": ("from_group", "to_group", "from_role", "to_role"),
        "relation to country": ("relation", "to_group"),
        "relation to sector of country": ("relation", "to_group", "to_role"),
    }
)
SHARES: Final = (
    ("pair", "object"),
    ("pair under the relation", "object under the relation"),
    ("pair under the relation", "pair"),
    ("pair under the relation", "subject under the relation"),
    ("object under the relation", "object"),
)
"""Families of which the first counts some of what the second does."""
TRENDS: Final = ("object", "pair")
"""Families of which it is told how much of the longer past the shorter one holds."""


class History:
    """The past of a graph, day by day, in the counts that features are read from."""

    def __init__(self, graph: EventGraph, world: World, *, threads: int) -> None:
        self._group, self._role, self._inverses = world.group, graph.role, graph.inverses
        self._threads = threads
        self._paths = Paths(graph, world)
        self._tables = {name: Table(HALF_LIVES) for name in FAMILIES}
        self._sizes = {
            "subject": graph.entity_count,
            "object": graph.entity_count,
            "relation": graph.relation_count,
            "from_group": int(world.group.max()) + 1,
            "to_group": int(world.group.max()) + 1,
            "from_role": int(graph.role.max()) + 1,
            "to_role": int(graph.role.max()) + 1,
        }

    def learn(self, facts: Ints) -> None:
        """Let a day of facts become past."""
        if not len(facts):
            return
        triples, day = self._triples(facts[:, 0], facts[:, 1], facts[:, 2]), int(facts[0, 3])
        with ThreadPoolExecutor(self._threads) as pool:
            list(pool.map(lambda f: self._tables[f].add(self._key(FAMILIES[f], triples), day), FAMILIES))

    def describe(self, queries: Ints, answers: Answers, chosen: Mask, asked: Asked = UNKNOWN) -> Singles:
        """A row of features for each of the candidates that are chosen, query after query."""
        each, candidates = np.repeat(queries, chosen.sum(1), axis=0), answers.entities[chosen]
        triples = self._triples(each[:, 0], each[:, 1], candidates)
        day = int(queries[0, 3])
        with ThreadPoolExecutor(self._threads) as pool:
            paths = pool.submit(self._paths.describe, each, candidates)
            read = dict(zip(FAMILIES, pool.map(lambda f: self._read(f, triples, day), FAMILIES), strict=True))
        rank = _ranks(answers.parts.sum(2))[chosen]
        first = _logs(answers.parts[chosen])
        shares = [_share(read[part], read[whole]) for part, whole in SHARES]
        trends = [_trend(read[family]) for family in TRENDS]
        counts = [np.log1p(block) for block in read.values()]
        columns = [rank, first, self._kin(triples), *counts, *shares, *trends, paths.result()]
        if len(asked):
            columns.append(sameday.describe(each, candidates, asked, self._inverses))
        return np.column_stack(columns)

    def _read(self, family: str, triples: Triples, day: int) -> Singles:
        return self._tables[family].read(self._key(FAMILIES[family], triples), day)

    def _kin(self, triples: Triples) -> Singles:
        return np.column_stack(
            [
                triples.from_group == triples.to_group,
                triples.from_role == triples.to_role,
                triples.subject == triples.object,
            ]
        ).astype(np.float32)

    def _triples(self, subject: Ints, relation: Ints, object_: Ints) -> Triples:
        group, role = self._group, self._role
        return Triples(
            subject, relation, object_, group[subject], group[object_], role[subject], role[object_]
        )

    def _key(self, columns: Key, triples: Triples) -> Ints:
        key = np.zeros(len(triples.subject), np.int64)
        for name in columns:
            key = key * self._sizes[name] + getattr(triples, name)
        return key


def _share(part: Singles, whole: Singles) -> Singles:
    """Logarithm of a share at each half-life, drawn to a tenth where little is counted."""
    return np.log((part[:, :-1] + np.float32(0.05)) / (whole[:, :-1] + np.float32(0.5)))


def _trend(read: Singles) -> Singles:
    return np.log((read[:, :-2] + np.float32(0.1)) / (read[:, 1:-1] + np.float32(1.0)))


def _logs(shares: Singles) -> Singles:
    whole = shares.sum(1, keepdims=True)
    return np.log(np.concatenate([whole, shares], axis=1) + np.float32(1e-9))


def _ranks(falling: Singles) -> Singles:
    """Ranks in rows of falling values; equal ones share the first's, so that no order among them tells anything."""
    places = np.arange(falling.shape[1], dtype=np.float32)
    fresh = np.diff(falling, axis=1, prepend=np.inf) != 0
    return np.maximum.accumulate(np.where(fresh, places, np.float32(0)), axis=1)
