"""What the questions of a day tell of one another, for the setting in which all of them are known at once.

Known is the set of (subject, relation) that is asked on the day, in both directions; never an answer. A fact is asked
about from both of its ends: who is the answer to (a, r, ?) is itself asked about with the inverse of r. This setting is
easier than forecasting, and its figures are told apart.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from legation.foresight.compiled import compiled
from legation.foresight.graph import EventGraph, Ints
from legation.foresight.prior import Singles

Asked = npt.NDArray[np.bool_]
COUNT: Final = 6


UNKNOWN: Final[Asked] = np.zeros((0, 0), np.bool_)
"""Nothing is known of the day."""


def asked_with_inverse(graph: EventGraph, queries: Ints) -> Asked:
    """Whether each entity is asked about with the inverse of each relation, as a table (relation, entity)."""
    asked = np.zeros((graph.relation_count, graph.entity_count), np.bool_)
    asked[graph.inverses[queries[:, 1]], queries[:, 0]] = True
    return asked


def describe(queries: Ints, candidates: Ints, asked: Asked, inverses: Ints) -> Singles:
    """A row for each query and its candidate.

    Whether the candidate is asked about with the inverse relation, how many are, of how many subjects the relation is
    asked, in how many ways the candidate is asked about; then the other facts that may be asked about from both of
    these ends: how many, and how rare they are.
    """
    out = np.zeros((len(queries), COUNT), np.float32)
    _describe(queries, candidates, asked, inverses, out)
    return out


@compiled
def _describe(queries: Ints, candidates: Ints, asked: Asked, inverses: Ints, out: Singles) -> None:
    ends = asked.sum(1)
    for i in range(len(queries)):
        subject, relation, candidate = queries[i, 0], queries[i, 1], candidates[i]
        out[i, 0] = asked[relation, candidate]
        out[i, 1] = ends[relation]
        out[i, 2] = ends[inverses[relation]]
        for other in range(len(asked)):
            if asked[other, candidate]:
                out[i, 3] += 1
                if other != relation and asked[inverses[other], subject]:
                    out[i, 4] += 1
                    out[i, 5] += 1 / (ends[other] * ends[inverses[other]])
