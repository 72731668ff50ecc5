"""Decayed counts by key: how often something happened, at several half-lives, and how long ago it last did.

A table holds no future: what is read on a day is what was added before it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from legation.foresight.compiled import compiled
from legation.foresight.graph import Floats, Ints
from legation.foresight.prior import Singles

Days = npt.NDArray[np.int32]
NEVER: Final = 2000.0
"""Days since the last time of what never happened."""
_EMPTY: Final = -1
_ROOM: Final = 1 << 12


class Table:
    """Decayed counts of keys, which are whole numbers from 0 up."""

    def __init__(self, half_lives: tuple[float, ...]) -> None:
        self._daily = 0.5 ** (1.0 / np.array(half_lives))
        self._fade = np.ones((1, len(half_lives)))
        self._size = 0
        self._make(_ROOM)

    def add(self, keys: Ints, day: int) -> None:
        """Count each key once more on this day."""
        if 3 * (self._size + len(keys)) > 2 * len(self._keys):
            self._grow(2 * (self._size + len(keys)))
        self._reach(day)
        self._size += _add(keys, day, self._keys, self._counts, self._last, self._fade)

    def read(self, keys: Ints, day: int) -> Singles:
        """For each key its count at each half-life, then the days since its last time."""
        self._reach(day)
        out = np.empty((len(keys), len(self._daily) + 1), np.float32)
        _read(keys, day, self._keys, self._counts, self._last, self._fade, out)
        return out

    def _reach(self, day: int) -> None:
        """Know what is left of a count after up to so many days."""
        if day >= len(self._fade):
            self._fade = self._daily ** np.arange(2 * day + 1)[:, None]

    def _make(self, room: int) -> None:
        self._keys = np.full(room, _EMPTY, np.int64)
        self._counts = np.zeros((room, len(self._daily)), np.float32)
        self._last = np.zeros(room, np.int32)

    def _grow(self, least: int) -> None:
        keys, counts, last = self._keys, self._counts, self._last
        self._make(1 << int(least - 1).bit_length())
        _move(keys, counts, last, self._keys, self._counts, self._last)


@compiled
def _slot(key: int, keys: Ints) -> int:
    mask = np.uint64(len(keys) - 1)
    mixed = np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)
    at = (mixed ^ (mixed >> np.uint64(29))) & mask
    while keys[at] != _EMPTY and keys[at] != key:
        at = (at + np.uint64(1)) & mask
    return int(at)


@compiled
def _add(added: Ints, day: int, keys: Ints, counts: Singles, last: Days, fade: Floats) -> int:
    fresh = 0
    for key in added:
        at = _slot(key, keys)
        if keys[at] == _EMPTY:
            keys[at] = key
            fresh += 1
        for k in range(counts.shape[1]):
            counts[at, k] = counts[at, k] * fade[day - last[at], k] + 1.0
        last[at] = day
    return fresh


@compiled
def _read(asked: Ints, day: int, keys: Ints, counts: Singles, last: Days, fade: Floats, out: Singles) -> None:
    kinds = counts.shape[1]
    for i in range(len(asked)):
        at = _slot(asked[i], keys)
        if keys[at] == _EMPTY:
            out[i, :kinds] = 0.0
            out[i, kinds] = NEVER
        else:
            gone = day - last[at]
            for k in range(kinds):
                out[i, k] = counts[at, k] * fade[gone, k]
            out[i, kinds] = gone


@compiled
def _move(keys: Ints, counts: Singles, last: Days, to: Ints, to_counts: Singles, to_last: Days) -> None:
    for i in range(len(keys)):
        if keys[i] != _EMPTY:
            at = _slot(keys[i], to)
            to[at] = keys[i]
            to_counts[at] = counts[i]
            to_last[at] = last[i]
