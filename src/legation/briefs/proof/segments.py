"""A sentence taken apart: the words before each group of marks, and the things named in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MARKS: Final = re.compile(r"((?:\s*\[\d+\])+)")
_QUOTED: Final = re.compile(r"“([^”]*)”")
_SOURCE_DAY: Final = re.compile(r"\((?:text of ([^()]+)|(undated) text)\)")
_VOICE: Final = re.compile(
    r"(?:^|; )(?:Sources differ: )?([^;“”]*?) \((?:text of [^()]+|undated text)\): (?=“)"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a sentence that one group of marks must prove.

    Attributes:
        text: The words.
        marks: Numbers of the citations that prove them.
    """

    text: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a segment is proved in a way of its own.

    Attributes:
        quotes: Quotations, which must stand word for word.
        days: Dates of the source itself, as "text of 5 August 2025" gives them; empty for "undated".
        voices: Names of sources before a quotation.
        rest: The segment with all these blanked out, so that offsets are kept.
    """

    quotes: tuple[str, ...]
    days: tuple[str, ...]
    voices: tuple[str, ...]
    rest: str


def segments(text: str) -> tuple[Segment, ...]:
    """The segments of a sentence; words after the last mark make one without marks."""
    pieces = _MARKS.split(text)
    found = [
        Segment(words, tuple(int(n) for n in re.findall(r"\d+", marks)))
        for words, marks in zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    ]
    return tuple(s for s in found if s.marks or re.search(r"\w", s.text))


def take_apart(text: str) -> Parts:
    """Set apart what a segment quotes, and what it says of its source."""
    voices = tuple(m.group(1).strip() for m in _VOICE.finditer(text))
    days = tuple(m.group(1) or "" for m in _SOURCE_DAY.finditer(text))
    quotes = tuple(m.group(1) for m in _QUOTED.finditer(text))
    rest = text
    for match in _VOICE.finditer(text):
        rest = blank(rest, *match.span(1))
    for pattern in (_QUOTED, _SOURCE_DAY):
        for match in pattern.finditer(text):
            rest = blank(rest, *match.span())
    return Parts(quotes, days, voices, rest)


def blank(text: str, start: int, end: int) -> str:
    """The text with a stretch replaced by a bar and spaces, so that nothing is read across it."""
    return text[:start] + "|" * (end > start) + " " * max(0, end - start - 1) + text[end:]
