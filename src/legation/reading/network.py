"""The tagger and parser of this repository: words to tags, heads and relations.

Each word has a vector, made of its features once for all texts; layers over its neighbours make that of the word in
its place. A tag is read off it; the parser's moves are chosen by the vectors of eight tokens.

Law: a text's analysis does not depend on what it is parsed with, but for the last bits of sums.

Source: Honnibal and Johnson (2015), Kiperwasser and Goldberg (2016), in the form of spaCy's models. The weights, what
they were learnt from and how far they can be trusted: ``data/parser/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.reading.features import features_of
from legation.reading.transitions import Moves, States, sentence_starts

Array = NDArray[np.float32]
Numbers = NDArray[np.intp]

_FILE = Path(__file__).with_name("data") / "parser" / "weights.npz"
_ROWS = 2048
"""Tokens that go through the layers together, few enough for the processor's cache."""
_KNOWN = 100_000
"""Words whose vectors are kept in mind."""
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the network says of a text, a value for each word.

    Attributes:
        tags: Fine parts of speech.
        heads: The number of the head; a root's is its own.
        deps: The relation to the head.
        starts: Whether a sentence begins.
    """

    tags: list[str]
    heads: list[int]
    deps: list[str]
    starts: list[bool]


class _Layer:
    """A maxout layer with its norm.

    Attributes:
        width: The numbers that it gives for a row.
        window: How many neighbours on each side it takes in, where its input is as wide as its output.

    Source: Goodfellow et al. (2013); layer norm, Ba et al. (2016).
    """

    def __init__(self, weights: Mapping[str, Array], number: int) -> None:
        matrix = weights[f"layer{number}.W"]  # out, pieces, in
        self.width, self._pieces, size = matrix.shape
        self.window = size // self.width // 2
        self._matrix = np.ascontiguousarray(matrix.transpose(2, 1, 0).reshape(size, -1))
        self._bias = np.ascontiguousarray(weights[f"layer{number}.b"].T.reshape(-1))
        self._gain, self._shift = weights[f"norm{number}.G"], weights[f"norm{number}.b"]

    def __call__(self, rows: Array) -> Array:
        return self.of_sums(rows @ self._matrix)

    def shares(self, rows: Array) -> list[Array]:
        """What each row adds to the sums of its neighbours, from the one that follows it at the window's reach."""
        step = rows.shape[1]
        return [rows @ self._matrix[at : at + step] for at in range(0, len(self._matrix), step)]

    def of_sums(self, each: Array) -> Array:
        """The layer's output of the weighted sums of its input, which are used up."""
        each += self._bias
        out = each[:, : self.width]
        for piece in range(1, self._pieces):
            out = np.maximum(out, each[:, piece * self.width : (piece + 1) * self.width])
        out -= out.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", out, out)[:, None] / self.width
        out *= 1 / np.sqrt(spread + 1e-8)
        out *= self._gain
        out += self._shift
        return out


class Network:
    """A tagger and parser with its weights."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        floats = {name: value.astype(np.float32) for name, value in weights.items() if "." in name}
        self._features = tuple(_lines(weights["features"]))
        self._embeds = [floats[f"{feature}.E"] for feature in self._features]
        self._values = [
            {value: i for i, value in enumerate(_lines(weights[f"{feature}s"]), 1)}
            for feature in self._features
        ]
        first, *rest = (
            _Layer(floats, i) for i in range(sum(name.startswith("norm") for name in floats) // 2)
        )
        self._mix, self._layers = first, rest
        self._windows = [layer.window for layer in rest]
        self._numbers: dict[str, int] = {}
        self._vectors: Array = np.zeros((1, first.width), np.float32)  # the first is the blank between texts
        self._tags = np.array(_lines(weights["tags"]), dtype=object)
        self._tagger = floats["tagger.W"].T.copy(), floats["tagger.b"]
        self._project = floats["project.W"].T.copy(), floats["project.b"]
        self._moves = Moves(_lines(weights["moves"]))
        self._deps = np.array([*self._moves.labels, "ROOT"], dtype=object)
        state = floats["state.W"]  # tokens shown, out, pieces, in
        self._state = np.ascontiguousarray(state.transpose(3, 0, 2, 1).reshape(state.shape[3], -1))
        self._blank = floats["state.pad"][0].transpose(0, 2, 1).reshape(1, -1)
        self._parts = np.empty((0, self._state.shape[1]), np.float32)
        self._state_bias = floats["state.b"].T.reshape(-1)
        self._score = floats["moves.W"].T.copy(), floats["moves.b"]

    def analyse(self, texts: Sequence[Sequence[str]]) -> Iterator[Analysis]:
        """Tags and trees of texts that were parted into words, none of them empty."""
        lengths = [len(words) for words in texts]
        vectors = self._contextual(texts)
        tags = self._tags[(vectors @ self._tagger[0] + self._tagger[1]).argmax(axis=1)]
        states = self._parsed(vectors, lengths)
        own = np.arange(len(vectors))
        heads = np.where(states.heads[1:] > 0, states.heads[1:] - 1, own)
        drawn = np.where(states.heads[1:] > 0, states.drawn[1:], len(self._deps) - 1)
        deps, starts = self._deps[drawn], sentence_starts(heads)
        begin = 0
        for length in lengths:
            here = slice(begin, begin + length)
            yield Analysis(
                tags[here].tolist(),
                (heads[here] - begin).tolist(),
                deps[here].tolist(),
                starts[here].tolist(),
            )
            begin += length

    def _parsed(self, vectors: Array, lengths: Sequence[int]) -> States:
        parts = self._parts_of(vectors)
        width = parts.shape[1] // 2
        places = np.arange(_SHOWN)
        ones = np.ones((1, _SHOWN), np.float32)

        def score(shown: Numbers) -> Array:
            total = (ones @ parts.take(shown * _SHOWN + places, axis=0, mode="clip"))[:, 0]
            total += self._state_bias
            best: Array = np.maximum(total[:, :width], total[:, width:]) @ self._score[0]
            best += self._score[1]
            return best

        states = States(lengths)
        states.parse(self._moves, score)
        return states

    def _parts_of(self, vectors: Array) -> Array:
        """What each token adds to a state at each of the places where it may be shown; first, what no token adds."""
        count = len(vectors) + 1
        if len(self._parts) < count:
            self._parts = np.empty((count, self._state.shape[1]), np.float32)  # kept, for new memory is dear
            self._parts[0] = self._blank
        np.matmul(vectors @ self._project[0] + self._project[1], self._state, out=self._parts[1:count])
        return self._parts[:count].reshape(count * _SHOWN, -1)

    def _contextual(self, texts: Sequence[Sequence[str]]) -> Array:
        """The vectors of the words in their places."""
        self._learn(texts)
        reach = sum(self._windows)
        blank = [0] * reach
        numbers = list(blank)
        for words in texts:
            numbers += [self._numbers[word] for word in words]
            numbers += blank
        run = np.array(numbers)
        kinds, at = np.unique(run, return_inverse=True)
        seen = self._vectors[kinds]
        shares = self._layers[0].shares(seen)
        found = []
        for begin in range(0, len(run), _ROWS):
            low = max(begin - reach, 0)
            rows = self._convolved(at[low : begin + _ROWS + reach], seen, shares)
            found.append(rows[begin - low : begin - low + _ROWS])
        return np.concatenate(found)[run > 0]

    def _convolved(self, at: Numbers, seen: Array, shares: Sequence[Array]) -> Array:
        """The vectors of a run of words, each a row of those seen; the first layer's sums are made of shares."""
        first, *rest = self._layers
        around = np.pad(at, self._windows[0])
        sums = shares[0].take(around[: len(at)], axis=0)
        for i, share in enumerate(shares[1:], 1):
            sums += share.take(around[i : i + len(at)], axis=0)
        rows = seen[at] + first.of_sums(sums)
        for layer, window in zip(rest, self._windows[1:], strict=True):
            rows += layer(_with_neighbours(rows, window))
        return rows

    def _learn(self, texts: Sequence[Sequence[str]]) -> None:
        """Make the vectors of words that were not met before."""
        if len(self._numbers) > _KNOWN:
            self._numbers, self._vectors = {}, self._vectors[:1]
        met = dict.fromkeys(word for words in texts for word in words)
        new = [word for word in met if word not in self._numbers]
        if not new:
            return
        rows = [
            [
                known.get(value, 0)
                for known, value in zip(self._values, features_of(word, self._features), strict=True)
            ]
            for word in new
        ]
        at = np.array(rows)
        embedded = np.concatenate([embed[at[:, i]] for i, embed in enumerate(self._embeds)], axis=1)
        self._numbers.update({word: len(self._vectors) + i for i, word in enumerate(new)})
        self._vectors = np.concatenate([self._vectors, self._mix(embedded)])


def _with_neighbours(rows: Array, window: int) -> Array:
    """Each row with those around it, from the first before to the last behind, blank beyond the ends."""
    blank = np.zeros((window, rows.shape[1]), np.float32)
    padded = np.concatenate([blank, rows, blank])
    size = rows.itemsize
    around = np.lib.stride_tricks.as_strided(
        padded, (len(rows), (2 * window + 1) * rows.shape[1]), (rows.shape[1] * size, size), writeable=False
    )
    return np.ascontiguousarray(around)


def _lines(text: NDArray[Any]) -> list[str]:
    return text.tobytes().decode().split("\n")


@cache
def network() -> Network:
    """The network that ships with this package, loaded once a process."""
    with np.load(_FILE) as weights:
        return Network(dict(weights))
