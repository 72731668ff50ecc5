"""Texts to parses: parts of speech, lemmas and the tree of each sentence, from the pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.reading.columns import columns_of
from legation.reading.homonyms import with_names
from legation.reading.parse import Parse
from legation.reading.pipeline import pipeline

_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is a table or noise and is cut."""


def parse(texts: Iterable[str]) -> Iterator[Parse]:
    """Parse texts in order, in batches; offsets into a parse are offsets into its text.

    A name's first word may be written with an accent that its text does not have, see `legation.reading.homonyms`.
    """
    docs = pipeline().pipe((with_names(text[:_LONGEST]) for text in texts), batch_size=128)
    return (Parse(doc.text, columns_of(doc)) for doc in docs)
