"""The way through: documents in, statements out.

documents → analyse (blocks, parse, names) → finders (one a kind) → compose (fields, passages, one each)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.documents.document import Document
from legation.reading.analyse import analyse
from legation.reading.compose import Judge, compose
from legation.reading.confidence import confidence_of
from legation.reading.finders import FINDERS
from legation.reading.text import Text
from legation.records import Statement

READER = "rules.v1"
"""Name and version of this reader, written to the ledger with every reading."""


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
    for text in analyse(documents):
        yield text.document, statements_of(text)


def statements_of(text: Text, *, judge: Judge = confidence_of) -> list[Statement]:
    """The statements of an analysed text; `judge` says how likely each finding is right."""
    findings = ((finder.name, found) for finder in FINDERS for found in finder.find(text))
    return compose(findings, judge=judge)
