"""Texts to parses: words, parts of speech, lemmas and the tree of each sentence.

The parser of this repository does it, or a spaCy pipeline that is named in its stead; lemmas come from tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from legation.reading.homonyms import with_names
from legation.reading.lemmas import lemma_of, part_of_speech
from legation.reading.network import Analysis, network
from legation.reading.parse import Columns, Parse
from legation.reading.pipeline import analysed, is_named
from legation.reading.words import words_of

_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is a table or noise and is cut."""
_TOGETHER = 512
"""Texts that are read together."""
_WORDS = 12_000
"""Words that go through the network together."""

Spaced = tuple[list[str], list[bool]]
"""The words of a text, and whether a space follows each."""


def parse(texts: Iterable[str]) -> Iterator[Parse]:
    """Parse texts in order, in batches; offsets into a parse are offsets into its text.

    A name's first word may be written with an accent that its text does not have, see `legation.reading.homonyms`.
    """
    analyse = analysed if is_named() else _by_network
    source = iter(texts)
    while batch := [with_names(text[:_LONGEST]) for text in islice(source, _TOGETHER)]:
        parted = [words_of(text) for text in batch]
        for text, spaced, analysis in zip(batch, parted, analyse(parted), strict=True):
            yield Parse(text, _columns(spaced, analysis))


def _by_network(texts: Sequence[Spaced]) -> list[Analysis]:
    """Analyse texts, those of like length together."""
    found = [Analysis([], [], [], [])] * len(texts)
    order = sorted((i for i in range(len(texts)) if texts[i][0]), key=lambda i: len(texts[i][0]))
    for run in _runs(order, lambda i: len(texts[i][0])):
        for i, analysis in zip(run, network().analyse([texts[i][0] for i in run]), strict=True):
            found[i] = analysis
    return found


def _runs(order: Iterable[int], size: Callable[[int], int]) -> Iterator[list[int]]:
    run: list[int] = []
    total = 0
    for i in order:
        run.append(i)
        total += size(i)
        if total >= _WORDS:
            yield run
            run, total = [], 0
    if run:
        yield run


def _columns(spaced: Spaced, analysis: Analysis) -> Columns:
    words = spaced[0]
    forms = [*map(_forms, words, analysis.tags, analysis.deps)]
    return Columns(
        words=words,
        spaced=spaced[1],
        lemmas=[lemma for _, lemma in forms],
        pos=[pos for pos, _ in forms],
        tags=analysis.tags,
        deps=analysis.deps,
        heads=analysis.heads,
        starts=analysis.starts,
    )


@lru_cache(maxsize=1 << 16)
def _forms(word: str, tag: str, dep: str) -> tuple[str, str]:
    pos = "SPACE" if word.isspace() else part_of_speech(tag, word.lower(), dep)
    return pos, lemma_of(word, tag, pos)
