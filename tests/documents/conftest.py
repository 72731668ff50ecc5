from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from legation.documents import Document, LoadSettings, Unreadable, load_bytes
from legation.documents.extract import Extract
from legation.documents.html import read_html

PROSE = (
    "The two foreign ministers met in Ljubljana and agreed to open talks on a tax treaty. "
    "They said that their trade had grown to 4.2 billion euros, and that a railway would follow."
)

LoadOne = Callable[..., Document]
LoadBad = Callable[..., Unreadable]
MakePdf = Callable[..., bytes]
MakeBytes = Callable[[], bytes]


@pytest.fixture
def prose() -> str:
    return PROSE


@pytest.fixture
def load_one() -> LoadOne:
    def one(
        content: bytes | str, address: str = "note.txt", settings: LoadSettings | None = None
    ) -> Document:
        raw = content.encode() if isinstance(content, str) else content
        (found,) = load_bytes(raw, address=address, settings=settings or LoadSettings())
        assert isinstance(found, Document), found
        return found

    return one


@pytest.fixture
def load_bad() -> LoadBad:
    def bad(content: bytes, address: str = "note.txt", settings: LoadSettings | None = None) -> Unreadable:
        (found,) = load_bytes(content, address=address, settings=settings or LoadSettings())
        assert isinstance(found, Unreadable), found
        assert address in found.message
        return found

    return bad


@pytest.fixture
def read_page() -> Callable[[str], Extract]:
    return lambda page: read_html(page.encode(), LoadSettings())


@pytest.fixture
def make_pdf() -> MakePdf:
    """A PDF of paragraphs with a running head and a page number on every page."""

    def make(paragraphs: list[str], *, title: str = "", heading: str = "", running: str = "") -> bytes:
        styles = getSampleStyleSheet()
        story = [Paragraph(heading, styles["Title"])] if heading else []
        story += [Paragraph(words, styles["Normal"]) for words in paragraphs]

        def edge(page: canvas.Canvas, document: SimpleDocTemplate) -> None:
            page.drawString(72, 812, running)
            page.drawString(290, 30, f"Page {document.page}")

        buffer = io.BytesIO()
        made = SimpleDocTemplate(buffer, pagesize=A4, title=title or None, invariant=1)
        made.build(story, onFirstPage=edge, onLaterPages=edge)
        return buffer.getvalue()

    return make


@pytest.fixture
def scanned_pdf() -> bytes:
    """A page that holds a drawing and no text, as a scan does."""
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, invariant=1)
    page.rect(100, 100, 300, 500, fill=1)
    page.save()
    return buffer.getvalue()


@pytest.fixture
def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt="open sesame")
    page.drawString(100, 700, PROSE)
    page.save()
    return buffer.getvalue()


@pytest.fixture
def make_docx() -> MakeBytes:
    """A Word document with a title, a heading, a list and a table."""
    import docx

    def make() -> bytes:
        document = docx.Document()
        document.core_properties.title = "Ministers meet in Ljubljana"
        document.add_heading("Ministers meet in Ljubljana", 0)
        document.add_paragraph("LJUBLJANA, 4 May 2024 - " + PROSE)
        document.add_heading("What was agreed", 1)
        document.add_paragraph("Talks on a tax treaty", style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        for cell, words in zip(table._cells, ("Year", "Trade", "2023", "4.2 billion"), strict=True):
            cell.text = words
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


@pytest.fixture
def make_mail() -> Callable[..., bytes]:
    def make(body: str, *, page: str | None = None, attachment: tuple[str, bytes] | None = None) -> bytes:
        message = EmailMessage()
        message["Subject"] = "Ministers meet in Ljubljana"
        message["From"] = "Press Office <press@ministry.example>"
        message["To"] = "desk@example.org"
        message["Date"] = "Sat, 04 May 2024 09:30:00 +0200"
        message["Message-ID"] = "<1@ministry.example>"
        message.set_content(body)
        if page is not None:
            message.add_alternative(page, subtype="html")
        if attachment is not None:
            name, content = attachment
            message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        return message.as_bytes()

    return make


@pytest.fixture
def make_zip() -> Callable[[dict[str, bytes]], bytes]:
    def make(files: dict[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return make


@pytest.fixture
def quick_settings() -> LoadSettings:
    return LoadSettings(
        allow_private_addresses=True, delay_seconds=0.0, timeout_seconds=2.0, fetch_seconds=4.0
    )
