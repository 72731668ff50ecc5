"""What is remembered of a stream at the beginning of a day: counts that fade, last times, days of rhythm.

Law: memory of a day holds events before that day alone. It is a pure function of those events, each pair the same seen
from either end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from legation.foresight.graph import Ints
from legation.foresight.warning.kinds import QUADS, TYPES
from legation.foresight.warning.stream import EventStream, Flags

Singles = npt.NDArray[np.float32]

PAIR_LIVES: Final = (3.0, 7.0, 14.0, 28.0, 60.0, 120.0, np.inf)
TYPE_LIVES: Final = (7.0, 28.0, 90.0)
ACTOR_LIVES: Final = (7.0, 28.0, 120.0)
NETWORK_LIVES: Final = (20.0, 90.0)
NEVER: Final = 400
"""Days that stand for "never"."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a stream, by number: every two watched actors between whom anything is told.

    Attributes:
        one: The lower number of the two actors.
        other: The higher one.
        of: The pair of each event; -1 where it is none.
    """

    one: Ints
    other: Ints
    of: Ints

    @classmethod
    def in_stream(cls, stream: EventStream) -> Pairs:
        """The pairs of a stream."""
        size = len(stream.actors)
        low, high = np.minimum(stream.source, stream.target), np.maximum(stream.source, stream.target)
        is_pair = (low != high) & stream.watched[low] & stream.watched[high]
        keys, place = np.unique((low * size + high)[is_pair], return_inverse=True)
        of = np.full(len(stream), -1)
        of[is_pair] = place
        return cls(keys // size, keys % size, of)

    def number(self, stream: EventStream, pair: tuple[str, str]) -> int | None:
        """The number of a pair of the stream; None where nothing is told between the two."""
        if not set(pair) <= set(stream.actors):
            return None
        one, other = map(stream.actors.index, pair)
        found = np.flatnonzero((self.one == min(one, other)) & (self.other == max(one, other)))
        return int(found[0]) if len(found) else None


class Fading:
    """Counts that fade: an event counts half after each half-life."""

    def __init__(self, shape: tuple[int, ...], lives: tuple[float, ...]) -> None:
        self.counts: Singles = np.zeros((*shape, len(lives)), np.float32)
        self._fade = np.float32(2.0) ** (-1.0 / np.array(lives, np.float32))

    def fade(self) -> None:
        """Let a day pass."""
        self.counts *= self._fade

    def add(self, place: tuple[Ints, ...], weight: Singles) -> None:
        """Count events of the day that ends."""
        np.add.at(self.counts, place, weight[:, None])


class Memory:
    """The memory of a stream, moved on day by day."""

    def __init__(self, stream: EventStream, pairs: Pairs) -> None:
        self.stream, self.pairs, self.day = stream, pairs, stream.begins
        self._quad = stream.quad
        self._type = _types(stream)
        count, actors = len(pairs.one), len(stream.actors)
        countries = np.unique(stream.group[stream.group >= 0])
        self.country = np.where(stream.group < 0, -1, np.searchsorted(countries, stream.group))
        quads = len(QUADS)
        self.between = Fading((count, 2, quads), PAIR_LIVES)
        self.types = Fading((count, len(TYPES) + 1), TYPE_LIVES)
        self.abroad = Fading((actors, 2, quads), ACTOR_LIVES)
        self.home = Fading((actors, quads), ACTOR_LIVES)
        self.network = Fading((len(countries), len(countries), quads), NETWORK_LIVES)
        self.last = np.full((count, quads), self.day - NEVER)
        self.last_but_one = np.full((count, quads), self.day - NEVER)
        self.days = np.zeros((count, quads), np.float32)
        self.first = np.full(count, self.day)
        self.seen = np.zeros(count, bool)

    def move_to(self, day: int) -> None:
        """Let everything before a day be remembered; days only go on."""
        while self.day < day:
            start, stop = np.searchsorted(self.stream.day, (self.day, self.day + 1))
            self._learn(np.arange(start, stop))
            self.day += 1

    @property
    def _fading(self) -> tuple[Fading, ...]:
        return self.between, self.types, self.abroad, self.home, self.network

    def _learn(self, events: Ints) -> None:
        for counts in self._fading:
            counts.fade()
        if not len(events):
            return
        stream, quad = self.stream, self._quad[events]
        source, target = stream.source[events], stream.target[events]
        weight = stream.weight[events].astype(np.float32)
        pair = self.pairs.of[events]
        is_home, is_pair = source == target, pair >= 0
        self._count_between(events[is_pair], pair[is_pair])
        self.home.add((source[is_home], quad[is_home]), weight[is_home])
        out = np.zeros(int((~is_home).sum()), np.int64)
        self.abroad.add((source[~is_home], out, quad[~is_home]), weight[~is_home])
        self.abroad.add((target[~is_home], out + 1, quad[~is_home]), weight[~is_home])
        one, other = self.country[source], self.country[target]
        known = (one >= 0) & (other >= 0) & (one != other)
        self.network.add((one[known], other[known], quad[known]), weight[known])

    def _count_between(self, events: Ints, pair: Ints) -> None:
        stream, quad = self.stream, self._quad[events]
        weight = stream.weight[events].astype(np.float32)
        back = (stream.source[events] > stream.target[events]).astype(np.int64)
        self.between.add((pair, back, quad), weight)
        self.types.add((pair, self._type[events]), weight)
        fresh = pair[~self.seen[pair]]
        self.first[fresh], self.seen[fresh] = self.day, True
        once = np.unique(pair * len(QUADS) + quad)
        place = once // len(QUADS), once % len(QUADS)
        self.last_but_one[place] = self.last[place]
        self.last[place] = self.day
        self.days[place] += 1


def _types(stream: EventStream) -> Ints:
    known = {name: number for number, name in enumerate(TYPES)}
    return np.array([known.get(kind.type, len(TYPES)) for kind in stream.kinds], np.int64)[stream.kind]


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which days each pair had events of a class.

    Attributes:
        keys: Pair times `span` plus day, for each day with such an event, in order and each once.
        span: More than any day.
    """

    keys: Ints
    span: int

    @classmethod
    def of(cls, stream: EventStream, pairs: Pairs, chosen: Flags) -> Calendar:
        """The days of the chosen events."""
        span = stream.ends + NEVER
        kept = chosen & (pairs.of >= 0)
        return cls(np.unique(pairs.of[kept] * span + stream.day[kept]), span)

    def count(self, pairs: Ints, first: Ints | int, after: Ints | int) -> Ints:
        """How many such days pairs had from a first day until the day before another."""
        low, high = np.clip(first, 0, self.span - 1), np.clip(after, 0, self.span - 1)
        base = pairs * self.span
        told: Ints = np.searchsorted(self.keys, base + high) - np.searchsorted(self.keys, base + low)
        return told
