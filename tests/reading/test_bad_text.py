"""Bad text crashes nothing, and what is found in it still opens to words that stand there."""

from __future__ import annotations

import pytest
from bench.bad_text import WAYS, plain, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import samples
from legation.documents import Document, load
from legation.reading.extract import read_all


def dossier() -> list[Document]:
    return [d for d in load(samples.dossier()) if isinstance(d, Document)]


FIRST = dossier()[0]


@pytest.mark.parametrize("way", WAYS)
def test_spoilt_documents_are_read(way: str) -> None:
    for document, statements in read_all(spoilt(d, WAYS[way]) for d in dossier()[:12]):
        for statement in statements:
            for passage in (statement.quote, *(p for ps in statement.passages.values() for p in ps)):
                assert passage.of(document.text).strip()


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_characters_are_read(text: str) -> None:
    document = plain(FIRST, text)
    for _, statements in read_all([document]):
        assert all(0 <= s.quote.start < s.quote.end <= len(text) for s in statements)
