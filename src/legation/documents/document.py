"""What a document is: bytes that were read, their text, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from legation.values.when import When

Role = Literal["title", "body"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch ``[start, end)`` of a document's text that is meant to be read.

    Menus, metadata lines, front matter, footers and page stamps lie in no part.
    """

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document that could be read.

    The text of a plain or Markdown file is the file as it was decoded, so offsets are offsets into the
    file. HTML, PDF, DOCX and mail give an extracted text in light Markdown (``# `` headings, ``- ``
    bullets, one paragraph a block, ``| a | b |`` table rows); offsets are into that stored text.

    Attributes:
        id: SHA-256 of the bytes, hexadecimal.
        name: File name without its ending, or the last part of the address.
        address: Path or http(s) address that it came from.
        media_type: Such as ``text/html``.
        content: The bytes as they were read.
        text: The text, in Unicode code points.
        parts: What of the text is to be read, in order.
        pages: Offset in `text` of each page's first character; empty where there are no pages.
        title: Its title, if known.
        published: Its publication date, if known (three clocks: this is *published*).
        publisher: Name or host of the publisher, if known.
        language: ISO 639-1 code, if known.
        notes: What was noticed while reading, such as a date in metadata that the text contradicts.
        read_at: When the bytes were read, in UTC.
    """

    id: str
    name: str
    address: str
    media_type: str
    content: bytes
    text: str
    parts: tuple[Part, ...]
    read_at: datetime
    pages: tuple[int, ...] = ()
    title: str | None = None
    published: When | None = None
    publisher: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that could not be read; it becomes an entry of the ledger with its reason.

    Attributes:
        id: SHA-256 of the bytes, or of the address where there are no bytes.
        name: File name without its ending.
        address: Path or address.
        reason: One word: ``empty``, ``binary``, ``encrypted``, ``broken``, ``no_text``, ``too_large``,
            ``archive_bomb``, ``reader_failed``, ``not_found``, ``refused_address``, ``fetch_failed``, ``unsupported``,
            ``no_permission``.
        message: A sentence for the user: what failed, where, and what would do.
        read_at: When it was tried, in UTC.
    """

    id: str
    name: str
    address: str
    reason: str
    message: str
    read_at: datetime
