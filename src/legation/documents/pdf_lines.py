"""The lines of a PDF page, with where they stand and how large they are set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

SOFT_HYPHEN = "\u00ad"
_LINE_ENDS = (0x0D, 0x0A)
_HYPHENS = (0x02, 0xFFFE)  # how PDFium writes a hyphen that it takes for one of line division


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of a page.

    Attributes:
        text: Its words; a hyphen that divides a word at its end is U+00AD.
        size: Height of its letters' font in points.
        left: Distance of its first letter from the page's left edge, in points.
        right: Distance of its last letter's right edge from the page's left edge, in points.
        height: Where it stands on the page: 0 at the lower edge, 1 at the upper.
        baseline: The same in points.
    """

    text: str
    size: float
    left: float
    right: float
    height: float
    baseline: float


def page_lines(page: PdfPage) -> list[PdfLine]:
    """The lines of a page that hold anything, in the order in which the page sets them."""
    tall = page.get_height() or 1.0
    text = page.get_textpage()
    try:
        return [line for run in _runs(text) if (line := _line(text, run, tall))]
    finally:
        text.close()


def _runs(text: PdfTextPage) -> Iterator[list[tuple[int, int]]]:
    """The characters of each line as (index, code point)."""
    from pypdfium2 import raw

    run: list[tuple[int, int]] = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _LINE_ENDS:
            yield run
            run = []
        elif code:
            run.append((index, code))
    yield run


def _line(text: PdfTextPage, run: list[tuple[int, int]], tall: float) -> PdfLine | None:
    words = _characters(run)
    inked = [index for index, code in run if not chr(code).isspace()]
    if not words.strip() or not inked:
        return None
    from pypdfium2 import raw

    left, low, *_ = _box(text, inked[0])
    right = _box(text, inked[-1])[2]
    size = median(raw.FPDFText_GetFontSize(text, index) for index in inked[:: max(1, len(inked) // 5)])
    return PdfLine(words.strip(), size or 1.0, left, right, low / tall, low)


def _characters(run: list[tuple[int, int]]) -> str:
    """The words of a run; PDFium gives characters outside the basic plane as two halves."""
    codes = [0xAD if code in _HYPHENS else code for _, code in run]
    halves = b"".join(
        code.to_bytes(2, "little") if code < 0x10000 else chr(code).encode("utf-16-le") for code in codes
    )
    return halves.decode("utf-16-le", errors="replace").replace("\x00", "")


def _box(text: PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, lower, right and upper edge of a character, in points; zeros where it has none."""
    from pypdfium2 import raw

    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value
