"""What the past of a day tells of a pair, as numbers, each with words for what it is.

Laws: a row depends on the memory of its day alone; the two ends of a pair are alike: of what each does apart, the greater
and the lesser are told. No number tells which actor it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from legation.foresight.graph import Ints
from legation.foresight.warning.kinds import QUADS, TYPES
from legation.foresight.warning.memory import (
    ACTOR_LIVES,
    NETWORK_LIVES,
    PAIR_LIVES,
    TYPE_LIVES,
    Calendar,
    Memory,
    Singles,
)

VC, MC, VF, MF = range(len(QUADS))
SPOKEN: Final = {
    "verbal_cooperation": "words of cooperation",
    "material_cooperation": "deeds of cooperation",
    "verbal_conflict": "words of conflict",
    "material_conflict": "deeds of conflict",
}
"""The quad classes in words."""
FAMILIES: Final = (
    *(f"{words} between them" for words in SPOKEN.values()),
    "their tone and how much they deal with each other",
    "the rhythm of such events between them",
    "kinds of acts between them, such as threats, demands and mobilisation",
    "what each does to others and has done to it",
    "conflict within each",
    "what their friends and foes do",
    "how much conflict there is at all",
)
"""The families of features, by which a probability is explained."""
_TONE, _RHYTHM, _KINDS, _ABROAD, _HOME, _NETWORK, _ALL = FAMILIES[4:]


@dataclass(frozen=True, slots=True)
class Feature:
    """One number of a row.

    Attributes:
        name: A short name, unique.
        family: One of `FAMILIES`.
        sense: 1 where more of it may only raise the chance of conflict, -1 where it may only lower it, else 0.
    """

    name: str
    family: str
    sense: int = 0


Column = tuple[Feature, Singles]


def describe(
    memory: Memory, calendar: Calendar, pairs: Ints, horizon: int
) -> tuple[tuple[Feature, ...], Singles]:
    """The features, and a row for each pair, at the beginning of the memory's day.

    Args:
        memory: Moved to the day.
        calendar: The days of the class that is asked about; only those before the day are read.
        pairs: Numbers of pairs.
        horizon: How many days ahead is asked.
    """
    columns = [
        *_between(memory, pairs),
        *_tone(memory, pairs),
        *_rhythm(memory, calendar, pairs, horizon),
        *_kinds(memory, pairs),
        *_each(memory, pairs),
        *_network(memory, pairs),
    ]
    return tuple(feature for feature, _ in columns), np.column_stack([told for _, told in columns]).astype(
        np.float32
    )


def _between(memory: Memory, pairs: Ints) -> Iterator[Column]:
    """Counts by class, both ways and the stronger way, and when it was last."""
    counts = memory.between.counts[pairs]
    both, stronger = counts.sum(1), counts.max(1)
    for quad, family in enumerate(FAMILIES[:4]):
        sense = int(quad >= VF)
        for life, days in enumerate(PAIR_LIVES):
            told = both[:, quad, life]
            if np.isinf(days):
                told = told * _share_of_year(memory)
            yield Feature(f"{QUADS[quad]}, half-life {days:g}", family, sense), told
        for life in (1, 3, 5):
            name = f"{QUADS[quad]}, stronger way, half-life {PAIR_LIVES[life]:g}"
            yield Feature(name, family, sense), stronger[:, quad, life]
        since = (memory.day - memory.last[pairs, quad]).astype(np.float32)
        gap = (memory.last[pairs, quad] - memory.last_but_one[pairs, quad]).astype(np.float32)
        yield Feature(f"{QUADS[quad]}, days since", family, -sense), since
        yield Feature(f"{QUADS[quad]}, days between the last two", family), gap
        days_with = memory.days[pairs, quad] * _share_of_year(memory)
        yield Feature(f"{QUADS[quad]}, days with", family, sense), days_with


def _share_of_year(memory: Memory) -> np.float32:
    """What makes a count since the watch began a count a year, so that it means the same on every day."""
    return np.float32(365.0 / max(memory.day - memory.stream.begins, 1))


def _tone(memory: Memory, pairs: Ints) -> Iterator[Column]:
    both = memory.between.counts[pairs].sum(1)
    for life in (1, 3, 5):
        name, told = f"half-life {PAIR_LIVES[life]:g}", both[:, :, life]
        whole = told.sum(1)
        yield Feature(f"all acts, {name}", _TONE), whole
        balance = told[:, VC] + told[:, MC] - told[:, VF] - told[:, MF]
        yield Feature(f"tone, {name}", _TONE, -1), balance / (whole + 0.5)
        yield Feature(f"share of deeds of conflict, {name}", _TONE, 1), told[:, MF] / (whole + 0.5)
    for quad in (VF, MF):
        trend = both[:, quad, 2] / (both[:, quad, 5] + 0.2)
        yield Feature(f"trend of {QUADS[quad]}", _TONE), trend
    yield Feature("trend of all acts", _TONE), both[:, :, 1].sum(1) / (both[:, :, 4].sum(1) + 0.2)
    expected = memory.abroad.counts[:, :, :, 1].sum((1, 2))
    one, other = expected[memory.pairs.one[pairs]], expected[memory.pairs.other[pairs]]
    closeness = np.log((both[:, :, 3].sum(1) + 0.1) / ((one + 1) * (other + 1)))
    yield Feature("closeness beyond their size", _TONE), closeness


def _rhythm(memory: Memory, calendar: Calendar, pairs: Ints, horizon: int) -> Iterator[Column]:
    """How often windows of this length held such an event, for as long as the watch lasts and of late."""
    day, begins = memory.day, memory.stream.begins
    ends = np.arange(day, begins + min(horizon, day - begins) - 1, -7)
    hits = np.stack([calendar.count(pairs, end - horizon, end) > 0 for end in ends.tolist()], axis=1)
    yield Feature("share of past windows with it", _RHYTHM, 1), hits.mean(1, dtype=np.float32)
    yield Feature("share of the last 12 windows with it", _RHYTHM, 1), hits[:, :12].mean(1, dtype=np.float32)
    fade = np.float32(0.5) ** (np.arange(len(ends), dtype=np.float32) / 6)
    yield Feature("share of windows with it, fading", _RHYTHM, 1), (hits * fade).sum(1) / (fade.sum() + 1)
    yield Feature("days known to each other", _RHYTHM), (day - memory.first[pairs]).astype(np.float32)


def _kinds(memory: Memory, pairs: Ints) -> Iterator[Column]:
    counts = memory.types.counts[pairs]
    for number, name in enumerate(TYPES):
        for life, days in enumerate(TYPE_LIVES):
            yield Feature(f"{name.lower()}, half-life {days:g}", _KINDS), counts[:, number, life]


def _each(memory: Memory, pairs: Ints) -> Iterator[Column]:
    one, other = memory.pairs.one[pairs], memory.pairs.other[pairs]

    def of_both(name: str, family: str, told: Singles, sense: int = 0) -> Iterator[Column]:
        first, second = told[one], told[other]
        yield Feature(f"{name}, the greater", family, sense), np.maximum(first, second)
        yield Feature(f"{name}, the lesser", family, sense), np.minimum(first, second)

    abroad, home = memory.abroad.counts, memory.home.counts
    for life in (1, 2):
        half = f"half-life {ACTOR_LIVES[life]:g}"
        for quad in range(len(QUADS)):
            name = f"{QUADS[quad]}, {half}"
            yield from of_both(f"done to others: {name}", _ABROAD, abroad[:, 0, quad, life])
            yield from of_both(f"done by others: {name}", _ABROAD, abroad[:, 1, quad, life])
            yield from of_both(f"within: {name}", _HOME, home[:, quad, life])
        whole = abroad[:, :, :, life].sum((1, 2))
        conflict = abroad[:, :, MF, life].sum(1)
        yield from of_both(f"share of conflict, {half}", _ABROAD, conflict / (whole + 2), 1)
        for quad, told in ((MF, conflict), (VF, abroad[:, :, VF, life].sum(1))):
            expected = told[one] * told[other] / (told.sum() + 1)
            yield Feature(f"{QUADS[quad]} expected of two such, {half}", _ABROAD, 1), expected
        yield (
            Feature(f"acts expected of two such, {half}", _ABROAD),
            whole[one] * whole[other] / (whole.sum() + 1),
        )
    late = abroad[:, :, MF, 0].sum(1) / (abroad[:, :, MF, 2].sum(1) + 0.5)
    yield from of_both("trend of conflict", _ABROAD, late)
    unrest = home[:, MF, 0] / (home[:, MF, 2] + 0.5)
    yield from of_both("trend of conflict within", _HOME, unrest)


def _network(memory: Memory, pairs: Ints) -> Iterator[Column]:
    one, other = memory.country[memory.pairs.one[pairs]], memory.country[memory.pairs.other[pairs]]
    known = (one >= 0) & (other >= 0)
    at = np.where(known, one, 0), np.where(known, other, 0)

    def between(table: Singles) -> Singles:
        return np.where(known, table[at] + table.T[at], np.float32(0))

    for life, days in enumerate(NETWORK_LIVES):
        half = f"half-life {days:g}"
        told = memory.network.counts[:, :, :, life]
        told = told + told.transpose(1, 0, 2)
        foes, sharp = np.log1p(3 * told[:, :, MF]), np.log1p(3 * told[:, :, VF])
        friends = np.log1p(told[:, :, VC] + told[:, :, MC])
        near, against = (table / (table.sum(1, keepdims=True) + 1) for table in (friends, foes))
        yield (
            Feature(f"deeds of conflict with the friends of the other, {half}", _NETWORK),
            between(near @ foes),
        )
        yield (
            Feature(f"words of conflict with the friends of the other, {half}", _NETWORK),
            between(near @ sharp),
        )
        yield Feature(f"friends in common, {half}", _NETWORK), between(near @ friends)
        yield Feature(f"foes of foes, {half}", _NETWORK), between(against @ foes)
        is_foe = (foes > 0.2).astype(np.float32)
        yield Feature(f"foes in common, {half}", _NETWORK), between(is_foe @ is_foe)
        degree, reach = is_foe.sum(1), (friends > 0.3).sum(1).astype(np.float32)
        for name, each in (
            ("number of foes", degree),
            ("number of friends", reach),
            ("foes for a friend", degree / (reach + 3)),
        ):
            first, second = np.where(known, each[at[0]], 0), np.where(known, each[at[1]], 0)
            yield Feature(f"{name}, the greater, {half}", _NETWORK), np.maximum(first, second)
            yield Feature(f"{name}, the lesser, {half}", _NETWORK), np.minimum(first, second)
    whole = memory.abroad.counts.sum((0, 1))
    share = whole[MF] / (whole.sum(0) + 1)
    for life, days in enumerate(ACTOR_LIVES):
        told = np.full(len(pairs), share[life], np.float32)
        yield Feature(f"share of conflict in all, half-life {days:g}", _ALL), told
