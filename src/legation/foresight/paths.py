"""Longer ways from a subject to a candidate: over those both deal with, and over those that are like the subject.

Alike are entities whose dealings point the same way once they are brought down to a few dimensions. The dimensions are
found anew every few days, from what was past by then.

Source: S. Deerwester et al., "Indexing by latent semantic analysis" (1990), for the dimensions; B. Sarwar et al.,
"Item-based collaborative filtering recommendation algorithms" (2001), for answering by those alike.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.linalg import svds

from legation.foresight.compiled import compiled
from legation.foresight.graph import EventGraph, Floats, Ints
from legation.foresight.mixture import Edges, World, past_of
from legation.foresight.prior import Singles

COUNT: Final = 8
_DIMENSIONS: Final = 32
_RENEWED: Final = 7
_FADE: Final = 60.0
_LEAST_ENTITIES: Final = 4 * _DIMENSIONS
_LAST: Final = 200
_NEAR: Final = 0.5 ** (np.arange(256) / 15.0)
"""What an edge still tells after so many days; as much as after 255 from then on."""


class Likeness(NamedTuple):
    """Entities in few dimensions: as those who act, of length 1; and as what the dimensions expect of either end."""

    turn: Singles
    acting: Singles
    met: Singles


class Paths:
    """Path features, and the likeness that they use, renewed as days pass."""

    def __init__(self, graph: EventGraph, world: World) -> None:
        self._graph, self._world = graph, world
        self._like, self._day = _unlike(graph.entity_count), graph.days.start

    def describe(self, asked: Ints, candidates: Ints) -> Singles:
        """A row for the candidate of each query; all queries are of one day."""
        self._move_to(int(asked[0, 3]))
        order = np.argsort(asked[:, 0], kind="stable")
        out, back = np.zeros((len(asked), COUNT), np.float32), np.empty((len(asked), COUNT), np.float32)
        _walk(asked[order], candidates[order], self._world.own, self._graph.inverses, self._like, out)
        back[order] = out
        return back

    def _move_to(self, day: int) -> None:
        """Renew the likeness where it is time."""
        start = self._graph.days.start
        due = start + (day - start) // _RENEWED * _RENEWED
        if due > self._day:
            self._like, self._day = _likeness(self._graph, due), due


def _likeness(graph: EventGraph, day: int) -> Likeness:
    facts = graph.facts[: np.searchsorted(graph.facts[:, 3], day)]
    count = graph.entity_count
    if count < _LEAST_ENTITIES:
        return _unlike(count)
    fade = 0.5 ** ((day - facts[:, 3]) / _FADE)
    table = coo_array((fade, (facts[:, 0], facts[:, 2])), shape=(count, count)).tocsr()
    table.data = np.log1p(table.data)
    left, size, right = svds(table, _DIMENSIONS, v0=np.ones(count), solver="arpack")
    root = np.sqrt(size)
    acting, met = left * root, right.T * root
    turn = acting / np.maximum(np.linalg.norm(acting, axis=1, keepdims=True), 1e-9)
    return Likeness(*(np.ascontiguousarray(part, np.float32) for part in (turn, acting, met)))


def _unlike(count: int) -> Likeness:
    return Likeness(*(np.zeros((count, 1), np.float32) for _ in range(3)))


@compiled
def _strengths(edges: Edges, subject: int, day: int, out: Floats) -> None:
    first, end = past_of(edges, subject, day)
    for e in range(first, end):
        out[edges.object[e]] += _NEAR[min(day - edges.day[e], 255)]


@compiled
def _walk(asked: Ints, candidates: Ints, edges: Edges, inverse: Ints, like: Likeness, out: Singles) -> None:
    near = np.zeros(len(like.turn))
    alike = np.zeros(len(like.turn), np.float32)
    known = -1
    for i in range(len(asked)):
        s, r, t, c = asked[i, 0], inverse[asked[i, 1]], asked[i, 3], candidates[i]
        if s != known:
            near[:] = 0.0
            _strengths(edges, s, t, near)
            near /= 1.0 + near.sum()
            alike[:] = -2.0
            known = s
        first, end = past_of(edges, c, t)
        for e in range(max(first, end - _LAST), end):
            x, fade = edges.object[e], _NEAR[min(t - edges.day[e], 255)]
            if x == s:
                continue
            if alike[x] == -2.0:
                alike[x] = (like.turn[s] * like.turn[x]).sum()
            out[i, 0] += near[x] * fade
            out[i, 1] += max(alike[x], 0.0) * fade
            if edges.relation[e] == r:
                out[i, 2] += near[x] * fade
                out[i, 3] += max(alike[x], 0.0) * fade
                out[i, 4] = max(out[i, 4], alike[x])
        out[i, 5] = (like.turn[s] * like.turn[c]).sum()
        out[i, 6] = (like.acting[s] * like.met[c]).sum()
        out[i, 7] = near[c]
