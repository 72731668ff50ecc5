"""How many independent sources some documents are: copies of one text, one agency and one publisher are one.

Laws held here: the answer does not hang on the order of the documents; near copies are found by the words themselves (runs
of five, of which most stand in both), so that a new headline, a cut tail or an editor's line hide nothing.

Source: resemblance and containment of documents by shingles, Broder (1997); bottom sketches pick the pairs to compare.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import combinations
from typing import Final

from legation.ledger.origin import Origin, origin_of
from legation.ledger.record import StoredDocument
from legation.ledger.resolve.words import fold

CONTAINED: Final = 0.6
"""Share of the shorter text's runs of words that the longer one must have for the two to be one text."""
_RUN: Final = 5
_FEWEST: Final = 12
"""Runs that a text needs to be known by them; shorter ones must be equal."""
_SKETCH: Final = 48
_KEPT: Final = 4096
_LONG_WORD: Final = 20
"""Characters of a mean word from which a text is taken to have no spaces, and is cut by characters."""


class Copies:
    """The documents of a view by their origin and their words."""

    def __init__(self, document_of: Callable[[str], StoredDocument], text_of: Callable[[str], str]) -> None:
        """Know documents by id.

        Args:
            document_of: The document of an id.
            text_of: Its text.
        """
        self._document_of = document_of
        self._text_of = text_of
        self._runs = lru_cache(maxsize=_KEPT)(lambda key: runs_of(text_of(key)))
        self._origin = lru_cache(maxsize=_KEPT)(lambda key: origin_of(document_of(key), text_of(key)))

    def origin(self, document: str) -> Origin:
        """Where a document comes from."""
        return self._origin(document)

    def count(self, documents: Collection[str]) -> int:
        """How many independent sources some documents are."""
        return len(documents) if len(documents) < 2 else len(self.sources(documents))

    def sources(self, documents: Iterable[str]) -> list[tuple[str, ...]]:
        """Documents grouped by the source that they come from, each group and the groups in order of their ids."""
        ids = sorted(set(documents))
        root = {key: key for key in ids}

        def top(key: str) -> str:
            while root[key] != key:
                key = root[key]
            return key

        for first, second in [*self._same_name(ids), *self._near(ids)]:
            low, high = sorted((top(first), top(second)))
            root[high] = low
        groups: dict[str, list[str]] = defaultdict(list)
        for key in ids:
            groups[top(key)].append(key)
        return [tuple(group) for _, group in sorted(groups.items())]

    def _same_name(self, ids: Iterable[str]) -> Iterable[tuple[str, str]]:
        """Documents of one agency, or of one publisher."""
        firsts: dict[str, str] = {}
        for key in ids:
            name = self._origin(key).name
            if name is not None and (first := firsts.setdefault(name, key)) != key:
                yield first, key

    def _near(self, ids: Iterable[str]) -> Iterable[tuple[str, str]]:
        """Documents most of whose runs of words are in another."""
        blocks: dict[int, list[str]] = defaultdict(list)
        for key in ids:
            for mark in sorted(self._runs(key))[:_SKETCH]:
                blocks[mark].append(key)
        pairs = {pair for keys in blocks.values() for pair in combinations(keys, 2)}
        return (pair for pair in sorted(pairs) if is_copy(self._runs(pair[0]), self._runs(pair[1])))


def runs_of(text: str) -> frozenset[int]:
    """The runs of five words of a text, as numbers; of short texts, one number for the whole."""
    words = fold(text).split()
    if words and sum(map(len, words)) / len(words) > _LONG_WORD:
        words = list("".join(words))
    runs = [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    if len(runs) < _FEWEST:
        runs = [" ".join(words)]
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def is_copy(first: frozenset[int], second: frozenset[int]) -> bool:
    """Whether two texts are one: most runs of the shorter are in the longer."""
    return len(first & second) >= CONTAINED * min(len(first), len(second))
