"""Word documents (DOCX): headings, paragraphs, lists and tables in order, as light Markdown.

Struck-out text of tracked changes is left out, inserted text is read; comments and notes are not read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from legation.documents.archive import DAMAGE, check_limits, opened
from legation.documents.extract import DateClaim, Declared, Extract, fold
from legation.documents.markdown import assembled, bullet, heading, table
from legation.documents.settings import LoadSettings, Unfolded
from legation.errors import DocumentError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?i)(?:heading|titre|überschrift|título|titolo|заголовок)\s*(\d)")
_LIST = re.compile(r"(?i)list|bullet|puce|aufzähl|liste")
_NO_TITLE = re.compile(r"(?i)(?:word document|document\d*|untitled.*|.*\.docx?|\W*)")
_DEEPEST_TABLE = 4


def read_docx(content: bytes, settings: LoadSettings) -> Extract:
    """Read a Word document.

    Raises:
        DocumentError: It is ``broken``, an ``archive_bomb`` or holds no text (``no_text``).
    """
    with opened(content) as package:
        check_limits(package, len(content), settings, Unfolded())
    from docx import Document  # late: start-up time
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(content))
        blocks = list(_blocks(document.element.body, document, 0))
        declared = _declared(document)
    except (*DAMAGE, OpcError, LxmlError, AttributeError, TypeError) as error:
        raise DocumentError(
            f"the Word document is damaged ({error}); save it anew", reason="broken"
        ) from error
    return assembled(blocks, declared)


def _declared(document: WordDocument) -> Declared:
    """What the core properties say; dates of making and saving are weak claims of publication."""
    properties = document.core_properties
    title = fold(properties.title or "")
    made = properties.created
    return Declared(
        title=title if title and not _NO_TITLE.fullmatch(title) else None,
        dates=(DateClaim("the file's creation date", made.date().isoformat(), weak=True),) if made else (),
        language=properties.language or None,
        generator=properties.comments if (properties.comments or "").startswith("Legation") else None,
    )


def _blocks(body: Any, document: WordDocument, depth: int) -> Iterator[str]:  # noqa: ANN401 (untyped XML)
    for element in body.iterchildren():
        if element.tag == f"{_W}p":
            yield _paragraph(element, document)
        elif element.tag == f"{_W}tbl":
            yield table(
                [[_cell(cell, depth) for cell in row.iter(f"{_W}tc")] for row in element.iter(f"{_W}tr")]
            )
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins") and depth < _DEEPEST_TABLE:
            yield from _blocks(element, document, depth + 1)


def _cell(cell: Any, depth: int) -> str:  # noqa: ANN401
    del depth
    return " ".join(fold(_words(paragraph)) for paragraph in cell.iter(f"{_W}p"))


def _paragraph(element: Any, document: WordDocument) -> str:  # noqa: ANN401
    words = fold(_words(element))
    if not words:
        return ""
    style = _style(element, document)
    level = _HEADING.match(style)
    if level or style.lower() == "title":
        return heading(words, int(level[1]) + 1 if level else 1)
    numbered = element.find(f"{_W}pPr/{_W}numPr")
    return bullet(words) if numbered is not None or _LIST.search(style) else words


def _style(element: Any, document: WordDocument) -> str:  # noqa: ANN401
    mark = element.find(f"{_W}pPr/{_W}pStyle")
    if mark is None:
        return ""
    wanted = mark.get(f"{_W}val") or ""
    return next((str(style.name) for style in document.styles if style.style_id == wanted), wanted)


def _words(element: Any) -> str:  # noqa: ANN401
    """The text of a paragraph: inserted text is in, moved-away text and doubled drawings are out."""
    pieces: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if any(above.tag in (_FALLBACK, f"{_W}moveFrom") for above in node.iterancestors()):
            continue
        pieces.append(
            node.text or "" if node.tag == f"{_W}t" else "-" if node.tag.endswith("Hyphen") else " "
        )
    return "".join(pieces)
