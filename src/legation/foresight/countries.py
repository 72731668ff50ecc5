"""For which country somebody acts whose name tells none.

A president deals with their own citizens and ministries, and with those whom their country deals with. Both are
measured on past facts: the share of the dealings that is with a country, and how much the countries dealt with are
those that it deals with. The country where the two sum highest is taken.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.sparse import coo_array, csr_array

from legation.foresight.graph import EventGraph, Ints

_MEMBERS: Final = 3
"""A group of fewer entities, as their names tell, is no country."""
_DEALINGS: Final = 10
"""Of whom fewer facts are known nothing is inferred."""
_DOUBT: Final = 5.0
"""Dealings with nobody that are added to everybody's."""


def likely_groups(graph: EventGraph, until: int) -> Ints:
    """Group of each entity: as its name tells, else the country for which it acted in the facts before a day."""
    facts = graph.facts[: np.searchsorted(graph.facts[:, 3], until)]
    countries = np.flatnonzero(np.bincount(graph.group) >= _MEMBERS)
    if not len(facts) or not len(countries):
        return graph.group
    place = np.full(int(graph.group.max()) + 1, -1)
    place[countries] = np.arange(len(countries))
    country = place[graph.group]
    shape = (graph.entity_count, len(countries))
    known = country >= 0
    own = coo_array((np.ones(known.sum()), (np.flatnonzero(known), country[known])), shape=shape)
    met = country[facts[:, 2]]
    dealings = coo_array(
        (np.ones((met >= 0).sum()), (facts[met >= 0, 0], met[met >= 0])), shape=shape
    ).tocsr()
    unsure = np.flatnonzero(~known & (np.bincount(facts[:, 0], minlength=shape[0]) >= _DEALINGS))
    theirs = dealings[unsure]
    share = theirs.toarray() / (theirs.sum(1)[:, None] + _DOUBT)
    alike = (_directions(theirs) @ _directions((own.T @ dealings).tocsr()).T).toarray()
    group = graph.group.copy()
    group[unsure] = countries[(share + alike).argmax(1)]
    return group


def _directions(counts: csr_array) -> csr_array:
    """Rows of the roots of the counts, brought to length 1: their products are Bhattacharyya's coefficients."""
    whole = np.maximum(counts.sum(1), 1.0)
    return (counts / whole[:, None]).sqrt().tocsr()
