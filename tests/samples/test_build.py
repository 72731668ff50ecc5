import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from legation.samples import build, dossier

SOURCES = list(build.sources())


def pages(path: Path) -> list[str]:
    """The words of a PDF's pages."""
    document = pypdfium2.PdfDocument(str(path))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def words(data: bytes) -> list[str]:
    """The paragraphs and cells of a Word document."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_build_reproduces_the_text_of_the_dossier(tmp_path: Path) -> None:
    for path in build.build(tmp_path)[:-1]:
        kept = dossier() / path.name
        if path.suffix == ".pdf":
            assert pages(path) == pages(kept)
        else:
            assert words(path.read_bytes()) == words(kept.read_bytes())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_build_gives_the_same_bytes_twice(source: build.Source) -> None:
    make = {"pdf": build.pdf, "docx": build.docx}[source.format]
    assert make(source) == make(source)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_document_holds_every_word_of_its_source(source: build.Source) -> None:
    path = dossier() / f"{source.name}.{source.format}"
    text = folded(" ".join(pages(path) if source.format == "pdf" else words(path.read_bytes())))
    for block in source.blocks:
        for row in block.rows:
            assert all(cell in text for cell in row)


def test_pdf_has_two_pages() -> None:
    assert len(pages(dossier() / "korea-chinh-visit.pdf")) == 2


def test_damaged_scan_cannot_be_opened() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(str(dossier() / build.DAMAGED))


def test_parse_tells_blocks_apart() -> None:
    head = "title: T\ndate: 2025-01-02\npublisher: P\nformat: pdf"
    source = build.parse("x", f"{head}\n\nWords.\n\n# Head\n\n- one\n- two\n\n| a | b |\n| c | d |\n\n===")
    assert [block.kind for block in source.blocks] == ["paragraph", "heading", "list", "table", "page"]
    assert source.blocks[3].rows == (("a", "b"), ("c", "d"))
