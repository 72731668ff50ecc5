"""Passages are half-open stretches of one document's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.values.passage import Passage

OFFSETS = st.integers(min_value=0, max_value=60)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    start = draw(OFFSETS)
    return Passage(draw(st.sampled_from(["a", "b"])), start, start + draw(OFFSETS))


def test_passage_quotes_its_words() -> None:
    assert Passage("a", 4, 9).of("The visit was long") == "visit"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_passage_refuses_to_run_backward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Passage("a", start, end)


@given(passages(), passages())
def test_passage_contains_means_every_offset(one: Passage, other: Passage) -> None:
    inside = one.start <= other.start and other.end <= one.end
    assert one.contains(other) == (one.document == other.document and inside)


@given(passages(), passages())
def test_passages_of_some_length_overlap_where_they_share_an_offset(one: Passage, other: Passage) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == (one.document == other.document and bool(shared))


def test_passages_sort_by_document_then_place() -> None:
    assert sorted([Passage("b", 0, 1), Passage("a", 5, 6), Passage("a", 2, 9)])[0] == Passage("a", 2, 9)
