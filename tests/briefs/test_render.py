"""Every form holds every sentence and every source, and no text of a document is read as markup."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from legation.briefs import Brief, Section, Sentence, render
from legation.documents import Unreadable, load
from legation.errors import BriefError

HOSTILE = "<script>alert(1)</script> *star* #let x = 1 $y$ @ref \\end Đặng Hoàng Giang"


def words(text: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r" ?\[\d+\]", "", text)).strip()


@pytest.fixture
def hostile(brief: Brief) -> Brief:
    """The brief with a sentence, a title and a quotation that look like markup."""
    first = replace(brief.sources[0], title=HOSTILE, words=HOSTILE, number=1)
    section = Section("last_contact", "Last contact", (Sentence(f"{HOSTILE} [1].", (), (first,)),))
    return replace(brief, sections=(section,), sources=(first,), gaps=(HOSTILE,))


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def docx_text(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    return "\n".join(
        "".join(run.text or "" for run in p._p.iter() if run.tag.endswith("}t")) for p in document.paragraphs
    )


@pytest.mark.parametrize("ending", [".html", ".md", ".docx", ".pdf"])
def test_rendered_brief_holds_every_sentence_and_source(brief: Brief, tmp_path: Path, ending: str) -> None:
    path = render(brief, tmp_path / f"brief{ending}")
    readers = {".pdf": pdf_text, ".docx": docx_text}
    text = readers.get(ending, lambda p: p.read_text(encoding="utf-8"))(path)
    plain = re.sub(r"\W+", "", re.sub(r"<[^>]+>|\[\^?\d+\]|\\", "", text))
    for sentence in brief.sentences():
        assert re.sub(r"\W+", "", words(sentence.text)) in plain
    for citation in brief.sources:
        assert re.sub(r"\W+", "", citation.words) in plain
    for gap in brief.gaps:
        assert re.sub(r"\W+", "", gap) in plain


def test_html_is_self_contained_and_escapes_what_documents_say(hostile: Brief, tmp_path: Path) -> None:
    page = render(hostile, tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r'(?:src|@import|url\()\s*=?\s*["\']?https?:', page)


def test_html_marks_and_sources_lead_to_each_other(brief: Brief, tmp_path: Path) -> None:
    page = render(brief, tmp_path / "brief.html").read_text(encoding="utf-8")
    targets = set(re.findall(r'href="#([^"]+)"', page))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))
    assert {f"source-{c.number}" for c in brief.sources} <= targets


def test_pdf_shows_vietnamese_letters_and_no_markup(hostile: Brief, tmp_path: Path) -> None:
    text = pdf_text(render(hostile, tmp_path / "brief.pdf"))
    assert "Đặng Hoàng Giang" in text
    assert "#let x = 1 $y$" in text


def test_pdf_prints_the_same_bytes_each_time(brief: Brief, tmp_path: Path) -> None:
    first, second = (render(brief, tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second


def test_docx_marks_lead_to_bookmarks(brief: Brief, tmp_path: Path) -> None:
    body = Document(io.BytesIO(render(brief, tmp_path / "brief.docx").read_bytes())).element.xml
    anchors = set(re.findall(r'w:anchor="(source_\d+)"', body))
    assert anchors == set(re.findall(r'w:name="(source_\d+)"', body))
    assert len(anchors) == len(brief.sources)


def test_markdown_has_a_footnote_for_every_mark(hostile: Brief, tmp_path: Path) -> None:
    text = render(hostile, tmp_path / "brief.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert "<script" not in text.replace("\\<script", "")


def test_json_holds_claims_and_passages(brief: Brief, tmp_path: Path) -> None:
    data = json.loads(render(brief, tmp_path / "brief.json").read_text(encoding="utf-8"))
    assert data["on"] == "2025-08-10"
    sentence = data["sections"][0]["sentences"][0]
    assert sentence["claims"]
    assert {"document", "start", "end"} <= set(sentence["citations"][0]["passage"])


def test_render_refuses_an_ending_that_it_does_not_know(brief: Brief, tmp_path: Path) -> None:
    with pytest.raises(BriefError, match=r"\.html, \.docx, \.pdf, \.md, \.json"):
        render(brief, tmp_path / "brief.odt")


def test_render_says_where_it_could_not_write(brief: Brief, tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="can't be written"):
        render(brief, tmp_path / "missing" / "brief.md")


@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf", ".md"])
def test_rendered_brief_is_never_read_back_as_a_source(brief: Brief, tmp_path: Path, ending: str) -> None:
    path = render(brief, tmp_path / f"brief{ending}")

    named = list(load(path))
    found = list(load(tmp_path))

    assert [d.reason for d in named if isinstance(d, Unreadable)] == ["unsupported"]
    assert found == []
