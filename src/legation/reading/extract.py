"""The way through: documents in, statements out.

documents → analyse (blocks, parse, names) → finders (one a kind) → compose (fields, passages, one each)
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from legation.documents.document import Document
from legation.reading.analyse import analyse
from legation.reading.compose import Judge, compose
from legation.reading.confidence import confidence_of
from legation.reading.finders import FINDERS
from legation.reading.text import Text
from legation.records import Statement

READER = "rules.v2"
"""Name and version of this reader, written to the ledger with every reading."""
_TOGETHER = 100_000
"""Objects that may come to be before the collector looks for dead ones among them."""


def extract(document: Document) -> list[Statement]:
    """The statements of one document, in the order of their quotes.

    Args:
        document: A document that could be read, see `legation.documents.load`.

    Returns:
        Its statements; none where it says nothing of foreign affairs.
    """
    return next(read_all([document]))[1]


def read_all(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Statement]]]:
    """The statements of each of many documents, in order, parsed in batches."""
    with _rarely_collecting():
        for text in analyse(documents):
            read = text.document, statements_of(text)
            text.part()
            yield read


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """While documents are read: Python's collector at work once for many documents, not many times for each.

    A document's tokens are many and live as long as it is read; walking them again and again in vain took a fifth of
    the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_TOGETHER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def statements_of(text: Text, *, judge: Judge = confidence_of) -> list[Statement]:
    """The statements of an analysed text; `judge` says how likely each finding is right."""
    findings = ((finder.name, found) for finder in FINDERS for found in finder.find(text))
    return compose(findings, judge=judge)
