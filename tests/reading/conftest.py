"""Reading a text that a test writes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from legation.documents.document import Document, Part
from legation.reading.analyse import analyse
from legation.reading.extract import statements_of
from legation.reading.found import Found
from legation.reading.text import Text
from legation.records import FieldValue, Statement
from legation.values.when import When

Read = Callable[..., list[Statement]]
Analysed = Callable[..., Text]


def _belief(found: Found, values: Mapping[str, FieldValue]) -> float:
    """The finder's own belief: single sentences are no sample for the model that was learnt on documents."""
    del values
    return found.weight


def _document(
    body: str, title: str | None, published: str | None, publisher: str | None, language: str
) -> Document:
    head = f"{title}\n\n" if title else ""
    parts = [Part("body", len(head), len(head) + len(body))]
    if title:
        parts.insert(0, Part("title", 0, len(title)))
    text = head + body
    content = text.encode()
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        name="test",
        address="test.txt",
        media_type="text/plain",
        content=content,
        text=text,
        parts=tuple(parts),
        read_at=datetime(2025, 1, 1, tzinfo=UTC),
        title=title,
        published=When.parse(published) if published else None,
        publisher=publisher,
        language=language,
    )


@pytest.fixture(scope="session")
def analysed() -> Analysed:
    """Analyse a body, under a title where one is given."""

    def analyser(
        body: str,
        *,
        title: str | None = None,
        published: str | None = "2025-01-01",
        publisher: str | None = None,
        language: str = "en",
    ) -> Text:
        return next(analyse([_document(body, title, published, publisher, language)]))

    return analyser


@pytest.fixture(scope="session")
def read(analysed: Analysed) -> Read:
    """Read a body, under a title where one is given, into statements."""
    return lambda body, **about: statements_of(analysed(body, **about), judge=_belief)
