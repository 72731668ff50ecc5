"""Comma-separated values and their kin: the separator is settled by what makes the rows alike in width.

Source: RFC 4180 (Shafranovich, 2005).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from legation.documents.decode import decode
from legation.errors import DocumentError
from legation.exchange.sheets.sheet import Cell, Row, Sheet, sheet_of

_SEPARATORS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 200
"""Rows that settle the separator."""
_LONGEST: Final = 1_000_000
"""Characters of the longest cell that is read."""


def read_csv(content: bytes, name: str) -> tuple[list[Sheet], tuple[str, ...]]:
    """The sheet of a CSV file, and notes on how its bytes were read.

    Raises:
        DocumentError: It is no text, or a row cannot be read.
    """
    text, notes = decode(content)
    separator = separator_of(text)
    csv.field_size_limit(_LONGEST)
    try:
        rows = [
            Row(number, tuple(Cell(value) for value in row))
            for number, row in enumerate(_rows(text, separator), 1)
        ]
    except csv.Error as error:
        raise DocumentError(
            f"it is no table of separated values ({error}); save it anew as CSV", reason="broken"
        ) from error
    sheet = sheet_of(name, rows)
    return ([sheet] if sheet else []), notes


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def separator_of(text: str) -> str:
    r"""The separator of a table: the one that parts most rows into the same number of cells, more than one.

    Example:
        >>> separator_of("Land;Datum\nPeru, Lima;1,5\n")
        ';'
    """
    return max(_SEPARATORS, key=lambda each: _evenness(text, each))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for row in _rows(text, separator):
            if any(row):
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE:
                break
    except csv.Error:
        return 0.0, 0
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 0
    width = max(wide, key=lambda each: (wide[each], each))
    return wide[width] / widths.total(), width
