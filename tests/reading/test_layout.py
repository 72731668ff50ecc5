"""Blocks of a text, and the way back from clean words to the document's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents import Document, load_bytes
from legation.reading.glue import seams
from legation.reading.layout import Block, blocks_of

Blocks = Callable[[str], list[Block]]


def document(text: str, name: str = "note.md") -> Document:
    return next(d for d in load_bytes(text.encode(), address=name) if isinstance(d, Document))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in blocks_of(document(text))]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two ministers met on Monday in the capital and spoke about trade, energy and\n"
        "the training of officers, and agreed to meet again before the end of the year in\n"
        "the other capital.\n\nA second paragraph stands here.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The minister spoke for an hour about ports, roads and the price of rice in the region. " * 3
    assert len(kinds(f"{line}\n{line}\n{line}\n")) == 3


def test_bullets_know_their_lead_in_and_heading() -> None:
    blocks = blocks_of(
        document("A note.\n\n## Trade\n\nNorway will:\n\n- cut its tariffs on fish;\n- open two ports.\n")
    )
    assert [b.kind for b in blocks][-2:] == ["bullet", "bullet"]
    lead = blocks[-1].lead
    assert lead is not None
    assert blocks[lead].text == "Norway will:"
    heading = blocks[-1].heading
    assert heading is not None
    assert blocks[heading].text == "Trade"


def test_marks_of_markdown_are_left_out() -> None:
    assert kinds("- **Tariffs:** see [the list](https://example.org/a_b) of *goods*.\n") == [
        ("bullet", "Tariffs: see the list of goods.")
    ]


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("InDecember 2022, they met", "In December 2022, they met"),
        ("her leadershipis firm", "her leadership is firm"),
        ("a call isexpected soon", "a call is expected soon"),
        ("the Committee,which sat late", "the Committee, which sat late"),
        ("leaders of theU.S. spoke", "leaders of the U.S. spoke"),
        ("McDonald and YouTube of DeepSeek", "McDonald and YouTube of DeepSeek"),
        ("ASEAN, AIPA and APEC met", "ASEAN, AIPA and APEC met"),
        ("themselves towards withdrawn android", "themselves towards withdrawn android"),
        ("see state.gov and 3.5 percent", "see state.gov and 3.5 percent"),
    ],
)
def test_glued_words_are_parted_and_names_are_not(glued: str, parted: str) -> None:
    cuts = seams(glued)
    assert "".join((" " if i in cuts else "") + c for i, c in enumerate(glued)) == parted


def test_quote_of_glued_words_is_verbatim() -> None:
    text = (
        "InDecember 2022, they upgraded their ties. It was a cold day and nobody else was there to see it.\n"
    )
    source = document(text, "note.txt")
    block = blocks_of(source)[0]
    assert block.text.startswith("In December 2022")
    start, end = block.source(0, block.text.index(","))
    assert source.text[start:end] == "InDecember 2022"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_every_clean_word_has_its_place(text: str) -> None:
    loaded = [d for d in load_bytes(text.encode(), address="any.md") if isinstance(d, Document)]
    for source in loaded:
        for block in blocks_of(source):
            places = [block.places.at(clean) for clean in range(len(block.text) + 1)]
            assert places == sorted(places)
            for clean, place in zip(block.text, places, strict=False):
                assert clean == " " or source.text[place] in (clean, "\\")


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("LIMA, May 5 (Andes News) -- The minister left.", "The minister left."),
        ("Hanoi (VNA) – The minister left.", "The minister left."),
        ("OSLO, 3 December. /NNA/. The minister left.", "The minister left."),
        ("QUITO — The minister left.", "The minister left."),
        ("THE PRESIDENT: The minister left.", "THE PRESIDENT: The minister left."),
        ("Norway – a small country – is far away.", "Norway – a small country – is far away."),
    ],
)
def test_where_a_report_was_filed_is_no_part_of_its_first_sentence(line: str, clean: str) -> None:
    assert kinds(line) == [("paragraph", clean)]
