"""The inner loops of the rules, compiled.

One query is (subject s, relation r, ?, day t). What the past offers as an answer comes from three sources: the subject's
own edges; the edges of others of its country ("mates"); and its own edges lifted to the whole country of their object,
spread over that country's entities as the prior does. Every past edge of relation q and age a adds the weight learnt
for (source, r, q, bucket of a).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from legation.foresight.compiled import compiled
from legation.foresight.graph import Floats, Ints
from legation.foresight.prior import Prior, Singles, Spread, room_for_spread, spread_prior
from legation.foresight.sameday import Asked

OWN, MATES, LIFTED = 0, 1, 2
SOURCES = 3


class Edges(NamedTuple):
    """Facts sorted by owner (an entity, or a country), then by day; those of owner i are start[i] to start[i + 1].

    Attributes:
        most: So many of an owner's last edges before a day count.
    """

    start: Ints
    subject: Ints
    relation: Ints
    object: Ints
    day: Ints
    most: int


class World(NamedTuple):
    """Edges by subject and by the subject's country, and the country of each entity."""

    own: Edges
    mates: Edges
    group: Ints


class Weights(NamedTuple):
    """What is learnt.

    Attributes:
        edge: (source, asked relation, relation of the edge, age bucket).
        part: (asked relation, part of the prior).
    """

    edge: Singles
    part: Floats


class Expected(NamedTuple):
    """What the weights are seen to explain (resp), and how often they were there to explain something (expo).

    Attributes:
        tally: (turn, 3): sum of log-likelihoods, sum of all weights present, number of queries.
    """

    resp: Singles
    expo: Singles
    part_resp: Floats
    part_expo: Floats
    tally: Floats


@compiled
def bucket_of(age: int) -> int:
    """Age bucket of an edge: 1, 2, 3, 4-5, 6-7, 8-14, 15-30, 31-60, 61-120 days and older."""
    if age <= 3:
        return age - 1
    if age <= 7:
        return 3 if age <= 5 else 4
    if age <= 30:
        return 5 if age <= 14 else 6
    if age <= 120:
        return 7 if age <= 60 else 8
    return 9


@compiled
def past_of(edges: Edges, owner: int, day: int) -> tuple[int, int]:
    """Where the owner's last edges before the day begin and end."""
    first, low, high = edges.start[owner], edges.start[owner], edges.start[owner + 1]
    while low < high:
        middle = (low + high) // 2
        if edges.day[middle] < day:
            low = middle + 1
        else:
            high = middle
    return max(first, low - edges.most), low


@compiled
def expect_day(
    facts: Ints, world: World, prior: Prior, weights: Weights, expected: Expected, turn: int, turns: int
) -> None:
    """One day's part of an expectation step, for the relations whose turn it is; facts in order of relation."""
    spread, known = room_for_spread(world.group), -1
    for i in range(len(facts)):
        relation = facts[i, 1]
        if relation % turns != turn:
            continue
        if relation != known:
            spread_prior(prior, relation, weights.part[relation], world.group, spread)
            known = relation
        told, whole = _chance(facts[i], world, weights, spread)
        _credit_own(facts[i], world, weights, spread, (told, whole), expected)
        _credit_mates(facts[i], world, weights, (told, whole), expected)
        _credit_prior(facts[i], prior, spread, (told, whole), expected)
        expected.tally[turn, 0] += np.log(told / whole)
        expected.tally[turn, 1] += whole
        expected.tally[turn, 2] += 1


@compiled
def _chance(fact: Ints, world: World, weights: Weights, spread: Spread) -> tuple[float, float]:
    """Sum of the weights that speak for the fact's object, and of all."""
    s, r, o, t = fact[0], fact[1], fact[2], fact[3]
    told, whole = spread.chance[o], weights.part[r].sum()
    country = world.group[o]
    share = spread.chance[o] / spread.of_group[country]
    first, end = past_of(world.own, s, t)
    for e in range(first, end):
        q, k = world.own.relation[e], bucket_of(t - world.own.day[e])
        own, lifted = weights.edge[OWN, r, q, k], weights.edge[LIFTED, r, q, k]
        whole += own + lifted
        if world.own.object[e] == o:
            told += own
        if world.group[world.own.object[e]] == country:
            told += lifted * share
    first, end = past_of(world.mates, world.group[s], t)
    for e in range(first, end):
        if world.mates.subject[e] != s:
            weight = weights.edge[MATES, r, world.mates.relation[e], bucket_of(t - world.mates.day[e])]
            whole += weight
            if world.mates.object[e] == o:
                told += weight
    return told, whole


@compiled
def _credit_own(
    fact: Ints,
    world: World,
    weights: Weights,
    spread: Spread,
    chance: tuple[float, float],
    expected: Expected,
) -> None:
    s, r, o, t = fact[0], fact[1], fact[2], fact[3]
    told, seen = chance[0], np.float32(1.0 / chance[1])
    country = world.group[o]
    share = spread.chance[o] / spread.of_group[country]
    first, end = past_of(world.own, s, t)
    for e in range(first, end):
        q, k = world.own.relation[e], bucket_of(t - world.own.day[e])
        expected.expo[OWN, r, q, k] += seen
        expected.expo[LIFTED, r, q, k] += seen
        if world.own.object[e] == o:
            expected.resp[OWN, r, q, k] += np.float32(weights.edge[OWN, r, q, k] / told)
        if world.group[world.own.object[e]] == country:
            expected.resp[LIFTED, r, q, k] += np.float32(weights.edge[LIFTED, r, q, k] * share / told)


@compiled
def _credit_mates(
    fact: Ints, world: World, weights: Weights, chance: tuple[float, float], expected: Expected
) -> None:
    s, r, o, t = fact[0], fact[1], fact[2], fact[3]
    told, seen = chance[0], np.float32(1.0 / chance[1])
    first, end = past_of(world.mates, world.group[s], t)
    for e in range(first, end):
        if world.mates.subject[e] != s:
            q, k = world.mates.relation[e], bucket_of(t - world.mates.day[e])
            expected.expo[MATES, r, q, k] += seen
            if world.mates.object[e] == o:
                expected.resp[MATES, r, q, k] += np.float32(weights.edge[MATES, r, q, k] / told)


@compiled
def _credit_prior(
    fact: Ints, prior: Prior, spread: Spread, chance: tuple[float, float], expected: Expected
) -> None:
    r, o = fact[1], fact[2]
    told, kinds = chance[0], len(prior.half_lives)
    for k in range(kinds):
        expected.part_resp[r, k] += spread.scale[k] * prior.of_relation[k, r, o] / told
        expected.part_resp[r, kinds + k] += spread.scale[kinds + k] * prior.of_any[k, o] / told
    expected.part_resp[r, 2 * kinds] += spread.scale[2 * kinds] / told
    expected.part_expo[r] += 1.0 / chance[1]


@compiled
def score_day(
    queries: Ints, world: World, prior: Prior, weights: Weights, best: Ints, parts: Singles, asked: Asked
) -> None:
    """Fill in the best answers of each query, queries in order of relation, with what each source gives them.

    Args:
        queries: (query, 4): subject, relation, anything, day.
        world: Edges, of which those before the day are looked at.
        prior: Of the days before.
        weights: As learnt.
        best: (query, rank): entities, -1 where there are no more. Those that tie with one left out are left out too.
        parts: (query, rank, 4): own, mates, lifted, prior; each over the sum of all, so that they are shares.
        asked: Whom the day asks about with the inverse of each relation, if that is known; they come first.
    """
    count = len(world.group)
    spread, known = room_for_spread(world.group), -1
    own, mates, lifted, total = (
        np.zeros(count),
        np.zeros(count),
        np.zeros(len(spread.of_group)),
        np.zeros(count),
    )
    for i in range(len(queries)):
        relation = queries[i, 1]
        if relation != known:
            spread_prior(prior, relation, weights.part[relation], world.group, spread)
            known = relation
        _gather(queries[i], world, weights, own, mates, lifted)
        for g in range(len(lifted)):
            lifted[g] /= spread.of_group[g]
        for x in range(count):
            total[x] = own[x] + mates[x] + spread.chance[x] * (1.0 + lifted[world.group[x]])
        whole = total.sum()
        if len(asked):
            for x in range(count):
                total[x] += whole * asked[relation, x]
        keep_best(total, best[i])
        for j in range(best.shape[1]):
            x = best[i, j]
            if x >= 0:
                parts[i, j, 0] = own[x] / whole
                parts[i, j, 1] = mates[x] / whole
                parts[i, j, 2] = spread.chance[x] * lifted[world.group[x]] / whole
                parts[i, j, 3] = spread.chance[x] / whole


@compiled
def _gather(query: Ints, world: World, weights: Weights, own: Floats, mates: Floats, lifted: Floats) -> None:
    s, r, t = query[0], query[1], query[3]
    own[:] = 0.0
    mates[:] = 0.0
    lifted[:] = 0.0
    first, end = past_of(world.own, s, t)
    for e in range(first, end):
        q, k, x = world.own.relation[e], bucket_of(t - world.own.day[e]), world.own.object[e]
        own[x] += weights.edge[OWN, r, q, k]
        lifted[world.group[x]] += weights.edge[LIFTED, r, q, k]
    first, end = past_of(world.mates, world.group[s], t)
    for e in range(first, end):
        if world.mates.subject[e] != s:
            k = bucket_of(t - world.mates.day[e])
            mates[world.mates.object[e]] += weights.edge[MATES, r, world.mates.relation[e], k]


@compiled
def keep_best(values: Floats, best: Ints) -> None:
    """The indices of the highest values in falling order; those that equal the highest left out give way to -1."""
    size, room = 0, len(best)
    left_out = -np.inf
    for x in range(len(values)):
        value = values[x]
        if size == room:
            if value <= values[best[room - 1]]:
                left_out = max(left_out, value)
                continue
            left_out = max(left_out, values[best[room - 1]])
            size -= 1
        at = size
        while at > 0 and values[best[at - 1]] < value:
            best[at] = best[at - 1]
            at -= 1
        best[at] = x
        size += 1
    for j in range(size):
        if values[best[j]] <= left_out:
            best[j] = -1
    best[size:] = -1
