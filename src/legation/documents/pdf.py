"""PDF documents with a text layer: paragraphs mended from lines, pages kept as offsets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from legation.documents.decode import storable
from legation.documents.document import Part
from legation.documents.extract import DateClaim, Declared, Extract, find_folded, fold
from legation.documents.furniture import readable_parts
from legation.documents.markdown import titled_parts
from legation.documents.pdf_lines import PdfLine, page_lines
from legation.documents.pdf_text import Flow, flowed, without_running_lines
from legation.documents.settings import GENERATOR, LoadSettings
from legation.errors import DocumentError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(
    r"(?i)(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|slide \d+|\W*"
    r"|\W*(?:anonymous|unspecified|none|null|no title)\W*"
    r"|.*\.(?:docx?|pdf|indd|qxd|rtf|txt|odt|tmp))"
)
_PASSWORD_ERROR, _SECURITY_ERROR = 4, 5


def read_pdf(content: bytes, settings: LoadSettings) -> Extract:
    """Read a PDF document.

    Raises:
        DocumentError: It is ``encrypted``, ``broken``, ``too_large`` or a scan without text (``no_text``).
    """
    from pypdfium2 import PdfDocument, PdfiumError  # late: start-up time

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        raise _not_opened(error) from error
    try:
        pages = _pages(document, settings)
        properties = document.get_metadata_dict(skip_empty=True)
    except (PdfiumError, UnicodeDecodeError, OverflowError) as error:
        raise DocumentError(
            f"a page of the PDF is damaged ({error}); fetch it anew", reason="broken"
        ) from error
    finally:
        document.close()
    return _extract(pages, properties, settings)


def _not_opened(error: RuntimeError) -> DocumentError:
    code = getattr(error, "err_code", None)
    if code in (_PASSWORD_ERROR, _SECURITY_ERROR):
        return DocumentError("the PDF is locked with a password; save an unlocked copy", reason="encrypted")
    return DocumentError(f"the PDF is damaged ({error}); fetch it anew", reason="broken")


def _pages(document: PdfDocument, settings: LoadSettings) -> list[list[PdfLine]]:
    if len(document) > settings.max_pages:
        raise DocumentError(
            f"the PDF has {len(document):,} pages, over the {settings.max_pages:,} that are read; split it",
            reason="too_large",
        )
    pages: list[list[PdfLine]] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        pages.append(page_lines(page))
        page.close()
        characters += sum(len(line.text) for line in pages[-1])
        if characters > settings.max_characters:
            raise DocumentError(
                f"its text is over {settings.max_characters:,} long; split it", reason="too_large"
            )
    return pages


def _extract(pages: list[list[PdfLine]], properties: dict[str, str], settings: LoadSettings) -> Extract:
    del settings
    if not any(character.isalnum() for page in pages for line in page for character in line.text):
        raise DocumentError(
            f"none of its {len(pages)} pages holds text, as in a scan; run text recognition on it",
            reason="no_text",
        )
    flow = flowed(without_running_lines(pages))
    text, notes = storable(flow.text)
    title = _title(properties, flow)
    empty = sum(1 for page in pages if not page)
    if empty:
        notes = (*notes, f"{empty} of {len(pages)} pages hold no text")
    declared = Declared(
        title=title,
        dates=tuple(_dates(properties)),
        publisher=None,
        generator=_generator(properties),
    )
    return Extract(text, _parts(text, title), declared, pages=flow.pages, notes=notes)


def _title(properties: dict[str, str], flow: Flow) -> str | None:
    """The declared title if a person gave it and the pages bear it, else the largest words at the head."""
    declared = fold(properties.get("Title", ""))
    if _NO_TITLE.fullmatch(declared):
        return flow.heading
    return declared if find_folded(flow.text, declared) else flow.heading or declared


def _parts(text: str, title: str | None) -> tuple[Part, ...]:
    return (
        titled_parts(text, title)
        if title and find_folded(text, title)
        else readable_parts(text, 0, len(text))
    )


def _dates(properties: dict[str, str]) -> list[DateClaim]:
    match = _MADE.match(properties.get("CreationDate", ""))
    return [DateClaim("the PDF's creation date", "-".join(match.groups()), weak=True)] if match else []


def _generator(properties: Mapping[str, str]) -> str | None:
    """The program that wrote it; our own briefs say so among their keywords, for the typesetter signs the rest."""
    keywords = properties.get("Keywords") or ""
    return (
        keywords
        if keywords.startswith(GENERATOR)
        else properties.get("Creator") or properties.get("Producer")
    )
