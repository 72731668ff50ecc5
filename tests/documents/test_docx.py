from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml

if TYPE_CHECKING:
    from .conftest import LoadBad, LoadOne, MakeBytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx_gives_headings_lists_and_tables_in_order(
    load_one: LoadOne, make_docx: MakeBytes, prose: str
) -> None:
    document = load_one(make_docx(), "ministers.docx")
    assert document.text == (
        f"# Ministers meet in Ljubljana\n\nLJUBLJANA, 4 May 2024 - {prose}\n\n## What was agreed\n\n"
        "- Talks on a tax treaty\n\n| Year | Trade |\n| 2023 | 4.2 billion |\n"
    )
    assert document.title == "Ministers meet in Ljubljana"
    assert str(document.published) == "2024-05-04"


def test_docx_puts_a_title_that_only_its_properties_hold_at_the_head(load_one: LoadOne, prose: str) -> None:
    made = docx.Document()
    made.core_properties.title = "Ministers meet"
    made.add_paragraph(prose)
    document = load_one(saved(made), "a.docx")
    assert document.text.startswith("# Ministers meet\n\n")
    assert document.parts[0].role == "title"


def test_docx_reads_inserted_words_and_leaves_struck_ones_out(load_one: LoadOne) -> None:
    made = docx.Document()
    made.add_paragraph("The ministers met ")._p.append(
        parse_xml(
            f"<w:wrap {W}><w:ins><w:r><w:t>in May.</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>in April.</w:delText></w:r></w:del></w:wrap>"
        )
    )
    assert load_one(saved(made), "a.docx").text == "The ministers met in May.\n"


def test_docx_is_known_by_its_content(load_one: LoadOne, make_docx: MakeBytes) -> None:
    assert load_one(make_docx(), "ministers.zip").media_type.endswith("wordprocessingml.document")


def test_docx_that_is_cut_short_is_an_entry(load_bad: LoadBad, make_docx: MakeBytes) -> None:
    assert load_bad(make_docx()[:-2000], "a.docx").reason == "broken"


def test_docx_without_words_is_an_entry(load_bad: LoadBad) -> None:
    assert load_bad(saved(docx.Document()), "a.docx").reason == "no_text"


def test_docx_is_titled_by_a_first_heading_of_level_one(load_one: LoadOne, prose: str) -> None:
    made = docx.Document()
    made.add_heading("Ministers meet", 1)
    made.add_paragraph("4 May 2024")
    made.add_paragraph(prose)
    document = load_one(saved(made), "a.docx")
    assert (document.title, str(document.published)) == ("Ministers meet", "2024-05-04")
    assert document.parts[0].role == "title"
