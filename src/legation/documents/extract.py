"""What a format's reader hands back: a text, what of it is to be read, and what it declares about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.documents.document import Part


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A publication date as a document writes it, before it is settled.

    Attributes:
        origin: Where it stands, for people: ``metadata 'date'``, ``<time>``.
        value: The words or figures as they stand.
        weak: Whether it dates the file rather than its publication, as a creation date does.
    """

    origin: str
    value: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """What a document says about itself outside its prose.

    Attributes:
        title: Its title.
        dates: Claims of its publication date, the best first.
        publisher: Name of who published it.
        language: Language as it is written there, such as ``en-US``.
        address: The http(s) address that it was first published at.
        generator: The program that wrote it.
    """

    title: str | None = None
    dates: tuple[DateClaim, ...] = ()
    publisher: str | None = None
    language: str | None = None
    address: str | None = None
    generator: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside another one.

    Attributes:
        name: Its file name.
        content: Its bytes.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format's reader found in the bytes of a document.

    Attributes:
        text: The text.
        parts: What of it is to be read.
        declared: What the document says about itself.
        pages: Offset of each page's first character; empty where there are no pages.
        notes: What was noticed.
        attachments: Files that it carries.
    """

    text: str
    parts: tuple[Part, ...]
    declared: Declared = Declared()
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def fold(text: str) -> str:
    """The text with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


def find_folded(text: str, wanted: str, *, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the wanted words stand in the text, whatever the white space between them.

    Returns:
        The stretch ``[start, end)``, or None.
    """
    words = wanted.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    match = pattern.search(text, start, len(text) if end is None else end)
    return match.span() if match else None
