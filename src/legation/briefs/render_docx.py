"""A brief as a Word document: headings, bullets, and marks that link to the source list."""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from legation.briefs.brief import Brief, Citation, Sentence
from legation.briefs.front import day, facts, heading, place, words
from legation.briefs.render_html import by_document
from legation.documents.settings import GENERATOR

_FONT: Final = "Georgia"
_INK: Final = RGBColor(0x1B, 0x1D, 0x21)
_SOFT: Final = RGBColor(0x55, 0x5B, 0x66)


def rendered(brief: Brief) -> bytes:
    """The brief as DOCX."""
    document = _blank(heading(brief))
    document.add_heading(heading(brief), level=1)
    document.add_paragraph(day(brief)).paragraph_format.space_after = Pt(2)
    _soft(document.add_paragraph(), " · ".join(facts(brief)), 8.5)
    for section in brief.sections:
        document.add_heading(section.title, level=2)
        for sentence in section.sentences:
            _sentence(document.add_paragraph(style="List Bullet"), sentence)
        for note in section.notes:
            _soft(document.add_paragraph(), note, 10)
    if brief.gaps:
        document.add_heading("Gaps", level=2)
        for gap in brief.gaps:
            document.add_paragraph(gap, style="List Bullet")
    _sources(document, brief)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _blank(title: str) -> Any:  # noqa: ANN401 - python-docx has no types
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = f"{GENERATOR} brief"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.1)
    page.top_margin = page.bottom_margin = Cm(1.9)
    for name, size, before, after in (
        ("Normal", 10, 0, 3),
        ("List Bullet", 10, 0, 2),
        ("Heading 1", 17, 0, 2),
        ("Heading 2", 11, 9, 2),
    ):
        _style(document.styles[name], size, before, after)
    return document


def _style(style: Any, size: float, before: float, after: float) -> None:  # noqa: ANN401
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _soft(paragraph: Any, text: str, size: float) -> None:  # noqa: ANN401
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.size = _SOFT, Pt(size)


def _sentence(paragraph: Any, sentence: Sentence) -> None:  # noqa: ANN401
    for piece in sentence.pieces():
        if isinstance(piece, int):
            _mark(paragraph, piece)
        else:
            paragraph.add_run(piece)


def _mark(paragraph: Any, number: int) -> None:  # noqa: ANN401
    """A raised number that links to its source."""
    run = paragraph.add_run(f"[{number}]")
    run.font.superscript = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"source_{number}")
    run._r.addprevious(link)
    link.append(run._r)


def _sources(document: Any, brief: Brief) -> None:  # noqa: ANN401
    if not brief.sources:
        return
    document.add_heading("Sources", level=2)
    for _, group in groupby(by_document(brief.sources), key=lambda c: c.document):
        cited = list(group)
        first = cited[0]
        date = first.published.words() if first.published else "undated"
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(first.title).italic = True
        paragraph.add_run(f", {first.publisher or 'publisher unknown'}, {date}")
        for citation in cited:
            _source(document.add_paragraph(), citation)


def _source(paragraph: Any, citation: Citation) -> None:  # noqa: ANN401
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1), Cm(-1)
    run = paragraph.add_run(f"[{citation.number}]\t“{words(citation)}” ")
    run.font.size = Pt(8.5)
    _soft(paragraph, place(citation), 8.5)
    for tag, at in (("w:bookmarkStart", 0), ("w:bookmarkEnd", len(paragraph._p))):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(citation.number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), f"source_{citation.number}")
        paragraph._p.insert(at + 1, mark)
