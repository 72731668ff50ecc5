"""Texts to parses: parts of speech, lemmas and the tree of each sentence, from the pipeline and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from legation.reading.columns import columns_of
from legation.reading.homonyms import with_names
from legation.reading.lemmas import lemma_of, part_of_speech
from legation.reading.parse import Parse
from legation.reading.pipeline import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is a table or noise and is cut."""
_READ_TOGETHER = 1024
"""Blocks that are sorted by length, so that those of one length go through the layers together."""
_BATCH = 128


def parse(texts: Iterable[str]) -> Iterator[Parse]:
    """Parse texts in order, in batches; offsets into a parse are offsets into its text.

    A name's first word may be written with an accent that its text does not have, see `legation.reading.homonyms`.
    """
    tokenizer = pipeline().tokenizer
    source = iter(texts)
    while block := [tokenizer(with_names(text[:_LONGEST])) for text in islice(source, _READ_TOGETHER)]:
        ordered = sorted(block, key=len)
        for start in range(0, len(ordered), _BATCH):
            _tag_and_parse(ordered[start : start + _BATCH])
        yield from (Parse(doc.text, columns_of(doc)) for doc in block)


def _tag_and_parse(docs: list[Doc]) -> None:
    for _, component in pipeline().pipeline:
        pipe: Any = component
        pipe.set_annotations(docs, pipe.predict(docs))
    for doc in docs:
        _name_forms(doc)


def _name_forms(doc: Doc) -> None:
    """Write part of speech and lemma of each word into its parse."""
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_, token.lemma_, token.dep_ = "_SP", "SPACE", token.text, "dep"
        else:
            token.pos_, token.lemma_ = _forms(token.text, token.tag_, token.dep_)


@lru_cache(maxsize=1 << 16)
def _forms(word: str, tag: str, dep: str) -> tuple[str, str]:
    pos = part_of_speech(tag, word.lower(), dep)
    return pos, lemma_of(word, tag, pos)
