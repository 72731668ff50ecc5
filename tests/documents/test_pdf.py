from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legation.documents import LoadSettings

if TYPE_CHECKING:
    from .conftest import LoadBad, LoadOne, MakePdf

LONG = (
    "In its {n}th year the treaty was reviewed by both parliaments: trade had grown, the "
    "railway had been built as promised, and the price of salt had fallen in every market but one. "
)


def test_pdf_mends_lines_into_paragraphs(load_one: LoadOne, make_pdf: MakePdf, prose: str) -> None:
    document = load_one(
        make_pdf([prose, "A second paragraph follows it."], heading="Ministers meet"), "a.pdf"
    )
    assert document.text == f"# Ministers meet\n\n{prose}\n\nA second paragraph follows it.\n"
    assert document.title == "Ministers meet"
    assert document.text[document.parts[0].start : document.parts[0].end] == "Ministers meet"


def test_pdf_keeps_pages_as_offsets_and_drops_running_lines(load_one: LoadOne, make_pdf: MakePdf) -> None:
    made = make_pdf([LONG.format(n=n) * 3 for n in range(4, 20)], running="Example Institute, Perspective 7")
    document = load_one(made, "a.pdf")
    assert len(document.pages) == 2
    assert document.pages[0] == 0
    assert document.text[document.pages[1] - 1] in " \n"
    assert "Perspective 7" not in document.text
    assert "Page 2" not in document.text
    assert document.text.count("In its ") == 48


def test_pdf_joins_a_paragraph_over_pages(load_one: LoadOne, make_pdf: MakePdf) -> None:
    document = load_one(make_pdf([LONG.format(n=7) * 40]), "a.pdf")
    assert len(document.pages) > 1
    assert document.text.count("\n\n") == 0


def test_pdf_title_comes_from_its_metadata_unless_a_program_wrote_it(
    load_one: LoadOne, make_pdf: MakePdf, prose: str
) -> None:
    assert load_one(make_pdf([prose], title="Ministers meet")).title == "Ministers meet"
    assert load_one(make_pdf([prose], title="Microsoft Word - draft.doc")).title is None


def test_pdf_creation_date_alone_dates_nothing(load_one: LoadOne, make_pdf: MakePdf, prose: str) -> None:
    document = load_one(make_pdf([prose]))
    assert document.published is None
    assert any("creation date" in note for note in document.notes)


def test_pdf_is_known_by_its_content(load_one: LoadOne, make_pdf: MakePdf, prose: str) -> None:
    assert load_one(make_pdf([prose]), "a.txt").media_type == "application/pdf"


def test_pdf_without_a_text_layer_is_an_entry(load_bad: LoadBad, scanned_pdf: bytes) -> None:
    found = load_bad(scanned_pdf, "scan.pdf")
    assert found.reason == "no_text"
    assert "text recognition" in found.message


def test_pdf_with_a_password_is_an_entry(load_bad: LoadBad, locked_pdf: bytes) -> None:
    assert load_bad(locked_pdf, "locked.pdf").reason == "encrypted"


@pytest.mark.parametrize("keep", [12, 300, 900])
def test_pdf_that_is_broken_is_an_entry(load_bad: LoadBad, make_pdf: MakePdf, prose: str, keep: int) -> None:
    assert load_bad(make_pdf([prose])[:keep], "a.pdf").reason == "broken"


def test_pdf_over_the_page_limit_is_an_entry(load_bad: LoadBad, make_pdf: MakePdf) -> None:
    made = make_pdf([LONG.format(n=7) * 40])
    assert load_bad(made, "a.pdf", LoadSettings(max_pages=1)).reason == "too_large"
