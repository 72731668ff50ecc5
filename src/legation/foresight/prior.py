"""How often each entity is the object of a relation, and of anything, in counts that fade."""

from __future__ import annotations

from typing import Final, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from legation.foresight.compiled import compiled
from legation.foresight.graph import EventGraph, Floats, Ints

HALF_LIVES: Final = (3.0, 30.0, np.inf)
"""In days."""
PARTS: Final = 2 * len(HALF_LIVES) + 1
"""The counts of the relation, of anything, and every entity alike."""
Singles = npt.NDArray[np.float32]


class Prior(NamedTuple):
    """Decayed counts up to some day.

    Attributes:
        of_relation: (half-life, relation, entity).
        of_any: (half-life, entity).
        updated: Day to which each relation's row is decayed.
        half_lives: In days; infinity for no decay.
    """

    of_relation: Singles
    of_any: Floats
    updated: Ints
    half_lives: Floats

    @classmethod
    def empty(cls, graph: EventGraph) -> Self:
        """Counts before the first day."""
        shape = (len(HALF_LIVES), graph.relation_count, graph.entity_count)
        updated = np.zeros(graph.relation_count, np.int64)
        return cls(np.zeros(shape, np.float32), np.zeros((shape[0], shape[2])), updated, np.array(HALF_LIVES))

    def learn(self, facts: Ints) -> None:
        """Let the facts of the next day become past."""
        self.of_any[:] *= 0.5 ** (1.0 / self.half_lives[:, None])
        _learn(self, facts)


class Spread(NamedTuple):
    """The prior of one relation.

    Attributes:
        chance: Of each entity.
        of_group: Of each group.
        scale: Weight of each part over the sum of its counts.
    """

    chance: Floats
    of_group: Floats
    scale: Floats


@compiled
def room_for_spread(group: Ints) -> Spread:
    """A prior to be filled."""
    return Spread(np.zeros(len(group)), np.zeros(group.max() + 1), np.zeros(PARTS))


@compiled
def spread_prior(prior: Prior, relation: int, part: Floats, group: Ints, out: Spread) -> None:
    """Fill in the mixture of the prior's parts, in the shares learnt, for one relation."""
    kinds = len(prior.half_lives)
    out.scale[2 * kinds] = part[2 * kinds] / len(group)
    out.chance[:] = out.scale[2 * kinds]
    for k in range(kinds):
        counts, counts_any = prior.of_relation[k, relation], prior.of_any[k]
        total, total_any = 0.0, 0.0
        for x in range(len(group)):
            total += counts[x]
            total_any += counts_any[x]
        out.scale[k] = part[k] / total if total > 0 else 0.0
        out.scale[kinds + k] = part[kinds + k] / total_any if total_any > 0 else 0.0
        for x in range(len(group)):
            out.chance[x] += out.scale[k] * counts[x] + out.scale[kinds + k] * counts_any[x]
    out.of_group[:] = 0.0
    for x in range(len(group)):
        out.of_group[group[x]] += out.chance[x]


@compiled
def _learn(prior: Prior, facts: Ints) -> None:
    for i in range(len(facts)):
        relation, entity, day = facts[i, 1], facts[i, 2], facts[i, 3]
        gone = day - prior.updated[relation]
        for k in range(len(prior.half_lives)):
            if gone > 0:
                prior.of_relation[k, relation] *= np.float32(0.5 ** (gone / prior.half_lives[k]))
            prior.of_relation[k, relation, entity] += np.float32(1.0)
            prior.of_any[k, entity] += 1.0
        prior.updated[relation] = day
