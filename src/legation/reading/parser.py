"""Texts to parses: parts of speech, lemmas and the tree of each sentence, from the pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from legation.reading.homonyms import with_names
from legation.reading.pipeline import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is a table or noise and is cut."""


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in order, in batches; offsets into a parse are offsets into its text.

    A name's first word may be written with an accent that its text does not have, see `legation.reading.homonyms`.
    """
    return pipeline().pipe((with_names(text[:_LONGEST]) for text in texts), batch_size=128)
