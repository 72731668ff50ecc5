"""A document's text cut at its marks, and in stretches where it is long."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.desk.asked import AskedPassage
from legation.desk.document_page import STRETCH, DocumentPage
from legation.ledger import Ledger, View

LINE = "The two sides met again in the long hall by the river.\n"


@pytest.fixture
def long_view(path: Path, make_long: Any) -> Any:
    """A view of a document of five million characters with a passage in every hundredth line."""
    with Ledger.open(path) as ledger:
        ledger.add(*make_long(LINE, 5_000_000), reader="r1")
        yield ledger.view()


def shown(view: View, **asked: int) -> DocumentPage:
    return DocumentPage.of(view, "long", AskedPassage.model_validate(asked))


def test_long_document_opens_at_once_and_in_stretches(long_view: View) -> None:
    shown(long_view)
    start = time.perf_counter()
    page = shown(long_view, page=7)
    assert time.perf_counter() - start < 1
    assert (page.stretch, page.stretches) == (7, 125)
    assert sum(len(p.text) for p in page.pieces) < STRETCH + 3_000
    assert page.pieces[0].text.startswith("The two sides")


def test_stretches_together_are_the_whole_text(long_view: View) -> None:
    text = long_view.text(long_view.document("long").id)
    parts = (shown(long_view, page=n) for n in range(1, shown(long_view).stretches + 1))
    assert "".join(p.text for part in parts for p in part.pieces) == text


def test_asked_passage_opens_its_stretch(long_view: View) -> None:
    page = shown(long_view, start=3_000_000, end=3_000_020)
    (asked,) = (p for p in page.pieces if p.asked == "first")
    assert page.stretch == 75
    assert (
        "".join(p.text for p in page.pieces if p.asked)
        == long_view.text(page.document.id)[3_000_000:3_000_020]
    )
    assert asked.text


@pytest.mark.parametrize("asked", [{"page": -3}, {"page": 10**9}, {"start": 10**12, "end": 3}, {"end": -9}])
def test_any_numbers_show_some_stretch(long_view: View, asked: dict[str, int]) -> None:
    assert shown(long_view, **asked).pieces


@given(asked=st.tuples(st.integers(-2, 120), st.integers(-2, 120)))
def test_pieces_are_the_text_whatever_is_asked(short_view: View, asked: tuple[int, int]) -> None:
    page = DocumentPage.of(short_view, "report", AskedPassage(start=asked[0], end=asked[1]))
    text = short_view.text(page.document.id)
    assert "".join(p.text for p in page.pieces) == text
    inside = "".join(p.text for p in page.pieces if p.asked)
    assert inside == (text[asked[0] : max(asked)] if asked[0] >= 0 else "")
    assert sum(len(p.ended) for p in page.pieces) == page.statements
