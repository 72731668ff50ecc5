"""Lines of PDF pages to paragraphs: running heads dropped, divided words joined, headings marked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from legation.documents.extract import fold
from legation.documents.pdf_lines import SOFT_HYPHEN, PdfLine

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)\W*(?:(?:page|trang|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*"
)
_BULLET = re.compile(r"(?:[•●▪■◦‣∙·*–—-]|o|\uf0b7|\uf0a7)\s+(?=\S)|[•●▪■◦‣∙\uf0b7\uf0a7](?=\S)")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|article\s+\d+|section\s+\d+)\s", re.I)
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’»)\]]*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PIECE = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_FIRST_PIECE = re.compile(r"[^\W\d_]+")
# Words that open compounds in English; a hyphen after one at a line's end is likelier part of the word.
_COMPOUND_OPENERS = """
    long short high low well all self non co cross multi inter post pre anti pro ex mid semi vice state one
    two three four five first second third large small full half so much newly then east west north south sino
"""
_OPENERS = frozenset(_COMPOUND_OPENERS.split())
_EDGE = 0.08  # the part of a page's height, above and below, in which running lines stand


@dataclass(slots=True)
class Flow:
    """The text of a document as it runs over its pages.

    Attributes:
        text: The text.
        pages: Offset of each page's first character.
        heading: The largest words at the head of the first page, if they stand out.
    """

    text: str = ""
    pages: tuple[int, ...] = ()
    heading: str | None = None


@dataclass(slots=True)
class _Block:
    """A paragraph or heading being put together."""

    lines: list[PdfLine] = field(default_factory=list)
    page_starts: list[tuple[int, int]] = field(default_factory=list)  # (page, offset into text)
    text: str = ""


def without_running_lines(pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The pages without page numbers and without lines that return at the edge of most pages."""
    seen = Counter(key for page in pages for key in {_running_key(line) for line in page if _at_edge(line)})
    often = max(2, (len(pages) + 1) // 2)

    def runs(line: PdfLine) -> bool:
        if not _at_edge(line):
            return False
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or seen[_running_key(line)] >= often

    return [[line for line in page if not runs(line)] for page in pages]


def _at_edge(line: PdfLine) -> bool:
    return not _EDGE < line.height < 1 - _EDGE


def _running_key(line: PdfLine) -> tuple[str, bool]:
    return _DIGITS.sub("0", fold(line.text)), line.height > 0.5


def flowed(pages: list[list[PdfLine]]) -> Flow:
    """The text of the pages in paragraphs, a blank line between them."""
    lines = [line for page in pages for line in page]
    measure = _Measure.of(lines)
    blocks: list[_Block] = []
    for number, page in enumerate(pages):
        for position, line in enumerate(page):
            before = blocks[-1].lines[-1] if blocks else None
            if before is None or measure.breaks(before, line, new_page=position == 0):
                blocks.append(_Block())
            block = blocks[-1]
            block.text = _joined(block.text, line.text, measure.words)
            if position == 0:
                block.page_starts.append((number, max(0, len(block.text) - len(line.text))))
            block.lines.append(line)
    return _written(blocks, measure, len(pages))


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document: size of letters, distance of lines, right edge, its words."""

    size: float
    pitch: float
    right: float
    words: Counter[str]

    @classmethod
    def of(cls, lines: list[PdfLine]) -> _Measure:
        letters: Counter[float] = Counter()
        for line in lines:
            letters[round(line.size, 1)] += len(line.text)
        size = letters.most_common(1)[0][0] if letters else 1.0
        body = [line for line in lines if abs(line.size - size) < 0.1 * size]
        drops = [a.baseline - b.baseline for a, b in pairwise(body)]
        near = [drop for drop in drops if 0.8 * size < drop < 2.5 * size]
        pitch = median(near) if near else 1.2 * size
        rights = sorted(line.right for line in body)
        words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
        return cls(size, pitch, rights[len(rights) * 9 // 10] if rights else 0.0, words)

    def breaks(self, before: PdfLine, line: PdfLine, *, new_page: bool) -> bool:
        """Whether a paragraph ends between two lines."""
        if abs(before.size - line.size) > 0.12 * max(before.size, line.size):
            return True
        if _BULLET.match(line.text) or _NUMBERED.match(line.text):
            return True
        ended = bool(_SENTENCE_END.search(before.text))
        full = before.right > 0.85 * self.right
        if new_page:
            return ended or not (full or line.text[:1].islower())
        drop = before.baseline - line.baseline
        if drop > 1.35 * max(self.pitch, 1.1 * line.size) or drop < -2 * line.size:
            return not (drop < 0 and not ended and line.text[:1].islower())
        if not full and (ended or not line.text[:1].islower()):
            return before.size <= 1.1 * self.size
        return ended and line.left > before.left + 0.8 * line.size

    def is_heading(self, block: _Block) -> bool:
        """Whether a block is set clearly larger than the rest and is no long prose."""
        large = block.lines[0].size > 1.15 * self.size and len(block.text) < 300
        return large and not _BULLET.match(block.text)


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """A line put after a text: a divided word is made whole, else a space stands between."""
    if not text:
        return line
    if text.endswith(SOFT_HYPHEN):
        text = f"{text[:-1]}-"
    last, first = _LAST_PIECE.search(text), _FIRST_PIECE.match(line)
    if not (last and first):
        return (
            f"{text}{line}"
            if text.endswith(("-", "/", "–")) and first and text[-2:-1].isalnum()
            else f"{text} {line}"
        )
    divided, whole = f"{last[1]}-{first[0]}".lower(), f"{last[1]}{first[0]}".lower()
    keeps = words[divided] > words[whole] or (
        not words[whole] and (not first[0].islower() or last[1].lower() in _OPENERS)
    )
    return f"{text}{line}" if keeps else f"{text[:-1]}{line}"


def _written(blocks: list[_Block], measure: _Measure, pages: int) -> Flow:
    starts: dict[int, int] = {}
    pieces: list[str] = []
    at = 0
    top = next((block for block in blocks[:4] if measure.is_heading(block)), None)
    for block in blocks:
        mark = "" if not measure.is_heading(block) else "# " if block is top else "## "
        words, cut = _unbulleted(block.text)
        piece = mark + words
        for page, offset in block.page_starts:
            starts[page] = at + (len(mark) + max(0, offset - cut) if offset else 0)
        pieces.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(pieces) + "\n"
    return Flow(text, _filled(starts, pages, len(text)), fold(top.text) if top else None)


def _unbulleted(text: str) -> tuple[str, int]:
    """The block with any bullet sign as ``- ``, and by how many characters it became shorter."""
    match = _BULLET.match(text)
    if not match:
        return text, 0
    return f"- {text[match.end() :]}", match.end() - 2


def _filled(starts: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    """The offset of every page; an empty page begins where the next one does."""
    offsets = [end] * pages
    for page in reversed(range(pages)):
        offsets[page] = starts.get(page, offsets[page + 1] if page + 1 < pages else end)
    return tuple(offsets)
