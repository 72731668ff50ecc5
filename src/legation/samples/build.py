"""Make the binary documents of the sample dossier from their text sources.

Run it with ``python -m legation.samples.build`` after a change in ``sources/``. The same sources always give
the same bytes: dates are those of the documents, and nothing of the machine or the hour enters a file.

A source is a text file: lines ``title:``, ``date:``, ``publisher:`` and ``format:``, an empty line, then
blocks parted by empty lines. A block is a paragraph, a heading (``# ``), a list (``- ``), a table (``| ``) or
``===``, which begins a new page.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from legation.samples import dossier, folder

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

DAMAGED: Final = "damaged-scan.pdf"
DAMAGED_FROM: Final = "korea-chinh-visit"
DAMAGED_BYTES: Final = 700

_PAGE: Final = """#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(size: 11pt, lang: "en", hyphenate: false, ligatures: false)
#set par(justify: false)
"""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source.

    Attributes:
        kind: ``paragraph``, ``heading``, ``list``, ``table`` or ``page``.
        rows: Its lines; a table's lines hold several cells, all others one.
    """

    kind: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A text source of a binary document."""

    name: str
    title: str
    date: date
    publisher: str
    format: str
    blocks: tuple[Block, ...]


def sources() -> Iterator[Source]:
    """The sources, in the order of their names."""
    for path in sorted((folder() / "sources").glob("*.txt")):
        yield parse(path.stem, path.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Source:
    """Read one source.

    Args:
        name: The name of the document, without an ending.
        text: The source's text.
    """
    head, _, body = text.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    blocks = tuple(_block(part) for part in body.strip().split("\n\n"))
    day = date.fromisoformat(fields["date"])
    return Source(name, fields["title"], day, fields["publisher"], fields["format"], blocks)


def _block(part: str) -> Block:
    lines = part.splitlines()
    if part == "===":
        return Block("page", ())
    if part.startswith("# "):
        return Block("heading", ((part[2:],),))
    if part.startswith("- "):
        return Block("list", tuple((line[2:],) for line in lines))
    if part.startswith("| "):
        return Block("table", tuple(_cells(line) for line in lines))
    return Block("paragraph", ((part,),))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def pdf(source: Source) -> bytes:
    """The source as a PDF with a text layer."""
    import typst  # heavy, and not needed to read the dossier

    made: bytes = typst.compile(_typst(source).encode("utf-8"))
    return made


def _typst(source: Source) -> str:
    day = source.date
    when = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    head = (
        f"#set document(title: {_quoted(source.title)}, author: {_quoted(source.publisher)}, date: {when})\n"
    )
    lead = f"#heading(level: 1)[#{_quoted(source.title)}]\n\n#{_quoted(_byline(source))}\n\n"
    return head + _PAGE + lead + "\n\n".join(_typst_block(block) for block in source.blocks)


def _typst_block(block: Block) -> str:
    if block.kind == "page":
        return "#pagebreak()"
    if block.kind == "heading":
        return f"#heading(level: 2)[#{_quoted(block.rows[0][0])}]"
    if block.kind == "list":
        return "\n".join(f"- #{_quoted(row[0])}" for row in block.rows)
    if block.kind == "table":
        cells = ", ".join(f"[#{_quoted(cell)}]" for row in block.rows for cell in row)
        return f"#table(columns: {len(block.rows[0])}, {cells})"
    return f"#{_quoted(block.rows[0][0])}"


def _quoted(text: str) -> str:
    """The text as a string of Typst, whose escapes are those of JSON for the characters used here."""
    return json.dumps(text, ensure_ascii=False)


def _byline(source: Source) -> str:
    return f"{source.publisher}, {source.date.day} {source.date:%B %Y}"


def docx(source: Source) -> bytes:
    """The source as a Word document."""
    from docx import Document  # heavy, and not needed to read the dossier

    document = Document()
    _set_properties(document, source)
    document.add_heading(source.title, level=1)
    document.add_paragraph(_byline(source))
    for block in source.blocks:
        _add(document, block)
    made = BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _set_properties(document: DocxDocument, source: Source) -> None:
    properties = document.core_properties
    at = datetime(source.date.year, source.date.month, source.date.day, tzinfo=UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.language = source.title, source.publisher, "en"
    properties.created = properties.modified = at
    properties.comments = properties.last_modified_by = ""


def _add(document: DocxDocument, block: Block) -> None:
    from docx.enum.text import WD_BREAK

    if block.kind == "page":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind == "heading":
        document.add_heading(block.rows[0][0], level=2)
    elif block.kind == "table":
        table = document.add_table(rows=0, cols=len(block.rows[0]))
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    else:
        style = "List Bullet" if block.kind == "list" else None
        for row in block.rows:
            document.add_paragraph(row[0], style=style)


def _without_clock(archive: bytes) -> bytes:
    """The same zip archive with one fixed time on every member."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def build(target: Path) -> list[Path]:
    """Write the binary documents into a folder.

    Args:
        target: The folder, which must exist.

    Returns:
        The files written, the damaged one last: the first bytes of a PDF, as a broken transfer leaves them.
    """
    makers = {"pdf": pdf, "docx": docx}
    written = []
    for source in sources():
        path = target / f"{source.name}.{source.format}"
        path.write_bytes(makers[source.format](source))
        written.append(path)
    damaged = target / DAMAGED
    damaged.write_bytes((target / f"{DAMAGED_FROM}.pdf").read_bytes()[:DAMAGED_BYTES])
    return [*written, damaged]


if __name__ == "__main__":
    build(dossier())
