"""Build the light Markdown that extracted formats are stored in, and know where its title stands.

Blocks are parted by a blank line: ``# `` headings, paragraphs, lists of ``- `` bullets, ``| a | b |`` rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.documents.decode import storable
from legation.documents.document import Part
from legation.documents.extract import Declared, Extract, find_folded, fold
from legation.documents.furniture import readable_parts
from legation.errors import DocumentError

_FIRST_HEADING = re.compile(r"##? ")
"""Of a heading that titles the whole: word processors keep level one for a title, and many begin at two."""


def heading(words: str, level: int) -> str:
    """A heading; levels under 1 or over 6 are brought inside."""
    return f"{'#' * min(max(level, 1), 6)} {fold(words)}"


def bullet(words: str, depth: int = 0) -> str:
    """A bullet, two spaces in for each list that it lies in."""
    return f"{'  ' * depth}- {fold(words)}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows of a table that hold anything, a line each."""
    lines = [
        "| " + " | ".join(fold(cell).replace("|", "/") for cell in row) + " |" for row in rows if any(row)
    ]
    return "\n".join(lines)


def assembled(blocks: Sequence[str], declared: Declared, notes: tuple[str, ...] = ()) -> Extract:
    """The extract of a format that comes as blocks: the title first, as a heading, if it is not there yet.

    Raises:
        DocumentError: There are no words in the blocks (``no_text``).
    """
    kept = [block.rstrip() for block in blocks if block.strip()]
    if not any(character.isalnum() for block in kept for character in block):
        raise DocumentError("it holds no text; if it is a scan, run text recognition on it", reason="no_text")
    title = declared.title
    if title and find_folded("\n\n".join(kept[:4]), title) is None:
        kept.insert(0, heading(title, 1))
    elif not title and (first := _FIRST_HEADING.match(kept[0])):
        declared = replace(declared, title=kept[0][first.end() :])
    text, notes = storable("\n\n".join(kept) + "\n", notes)
    return Extract(text, titled_parts(text, declared.title), declared, notes=notes)


def titled_parts(text: str, title: str | None) -> tuple[Part, ...]:
    """The parts of a text whose title, if any, stands near its head."""
    found = find_folded(text, title, end=4 * len(title) + 1000) if title else None
    if found is None:
        return readable_parts(text, 0, len(text))
    start, end = found
    if text[:start].strip(" #*\n") or text[end : end + 1] not in ("\n", "", "*"):
        return readable_parts(text, 0, len(text))
    return (Part("title", start, end), *readable_parts(text, end, len(text)))
