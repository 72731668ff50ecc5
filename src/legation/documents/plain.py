"""Plain text and Markdown: the file as it was decoded, its head as metadata, the rest in parts.

Law: the text is the file as it was decoded, character for character; offsets are offsets into the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from legation.documents.decode import decode
from legation.documents.document import Part
from legation.documents.extract import DateClaim, Declared, Extract, fold
from legation.documents.front import Head, HeadField, read_head
from legation.documents.furniture import Line, is_furniture, is_stamp, lines, readable_parts
from legation.documents.settings import LoadSettings

_TITLE_KEYS = ("title", "headline")
_DATE_KEYS = (
    "published",
    "published_time",
    "published_at",
    "date_published",
    "publication_date",
    "pubdate",
    "date",
)
_ADDRESS_KEYS = ("url", "source_url", "canonical", "link", "source")
_PUBLISHER_KEYS = ("publisher", "site_name", "sitename", "site", "source")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_SENTENCE = re.compile(r"[.!?][”\"’')\]]*\s*\Z")
_HEADING = re.compile(r"#{1,2}[ \t]+(?=\S)")
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r|\n)")
_LONGEST_TITLE = 250
_LONGEST_PARAGRAPH = 200  # lines


def read_plain(content: bytes, settings: LoadSettings) -> Extract:
    """Read a plain text or Markdown file.

    Raises:
        DocumentError: The bytes are no text (``binary``).
    """
    del settings  # a text has no limits of its own
    text, notes = decode(content)
    head = read_head(text)
    declared = declared_by(head)
    titled = _first(head, _TITLE_KEYS)
    if titled is None:
        parts, title = _untitled_parts(text, head.body)
        return Extract(text, parts, _with_title(declared, title), notes=notes)
    parts = (Part("title", titled.start, titled.end), *readable_parts(text, head.body, len(text)))
    return Extract(text, parts, declared, notes=notes)


def declared_by(head: Head) -> Declared:
    """What the fields of a head say about the document."""
    title = _first(head, _TITLE_KEYS)
    address = _first(head, _ADDRESS_KEYS, web=True)
    publisher = _first(head, _PUBLISHER_KEYS, web=False)
    language = _first(head, _LANGUAGE_KEYS)
    generator = _first(head, ("generator",))
    dates = [
        DateClaim(f"metadata {key!r}", head.fields[key].value) for key in _DATE_KEYS if key in head.fields
    ]
    return Declared(
        title=title.value if title else None,
        dates=tuple(dates),
        publisher=publisher.value if publisher else None,
        language=language.value if language else None,
        address=address.value if address else None,
        generator=generator.value if generator else None,
    )


def _first(head: Head, keys: tuple[str, ...], *, web: bool | None = None) -> HeadField | None:
    """The first of the keys that has a value; `web` asks for an http(s) address, or for none."""
    for key in keys:
        found = head.fields.get(key)
        if found and found.value and (web is None or web == _is_web(found.value)):
            return found
    return None


def _is_web(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def _with_title(declared: Declared, title: str | None) -> Declared:
    return replace(declared, title=title)


def _untitled_parts(text: str, start: int) -> tuple[tuple[Part, ...], str | None]:
    """The parts of a text whose head names no title: its first line is one if it looks like one."""
    for line in lines(text, start, len(text)):
        if is_furniture(line.text) or is_stamp(line.text, at_head=True):
            continue
        words = line.text.strip()
        mark = _HEADING.match(words)
        words = words[mark.end() :] if mark else words
        rest = readable_parts(text, line.end, len(text))
        if not rest or not (_looks_like_title(words) and (mark or _stands_alone(text, line))):
            break
        end = line.start + len(line.text.rstrip())
        return (Part("title", end - len(words), end), *rest), fold(words)
    return readable_parts(text, start, len(text)), None


def _looks_like_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and any(character.isalpha() for character in words)


def _stands_alone(text: str, line: Line) -> bool:
    """Whether a line is no sentence and no first line of a paragraph wrapped over several."""
    if _SENTENCE.search(line.text):
        return False
    gap = _BLANK_LINE.search(text, line.end)
    block = list(islice(lines(text, line.end, gap.start() if gap else len(text)), _LONGEST_PARAGRAPH))
    if not block or is_stamp(block[0].text, at_head=True):
        return True
    return not _SENTENCE.search(block[-1].text) or 2 * len(block[0].text) > 3 * len(line.text)
