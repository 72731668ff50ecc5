"""A table written out as the text of a document: one row a line, each value after its heading.

Law held here: every row and every cell can be pointed at, by offsets into that text. A row begins with its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from legation.documents.decode import storable
from legation.exchange.sheets.sheet import Row, Sheet
from legation.values.passage import Passage

_BETWEEN: Final = " | "


@dataclass(slots=True)
class Written:
    """Where the rows and cells of one sheet stand.

    Attributes:
        document: Id of the document.
        rows: The stretch of each row, by its number, without the number.
        places: The stretch of each filled cell, by row number and column.
    """

    document: str
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def row(self, number: int) -> Passage:
        """The passage of a row."""
        return Passage(self.document, *self.rows[number])

    def cells(self, number: int, columns: Iterable[int]) -> tuple[Passage, ...]:
        """The passages of cells of a row."""
        spans = (self.places.get((number, column)) for column in dict.fromkeys(columns))
        return tuple(Passage(self.document, *span) for span in spans if span)


@dataclass(slots=True)
class _Page:
    """A text being written."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> tuple[int, int]:
        clean = storable(text)[0]
        start = self.length
        self.pieces.append(clean)
        self.length += len(clean)
        return start, self.length


def write_out(sheets: Iterable[Sheet], document: str) -> tuple[str, list[Written]]:
    """Sheets as one text, and where everything stands in it.

    Args:
        sheets: The sheets.
        document: Id of the document.
    """
    page, found = _Page(), []
    for sheet in sheets:
        written = Written(document)
        if page.length:
            page.write("\n")
        page.write(f"# {sheet.name}\n\n")
        for line in sheet.above:
            page.write(f"{line}\n")
        for row in sheet.rows:
            _write_row(page, sheet, row, written)
        found.append(written)
    return "".join(page.pieces), found


def _write_row(page: _Page, sheet: Sheet, row: Row, written: Written) -> None:
    page.write(f"{row.number}{_BETWEEN}")
    begins = page.length
    for column, cell in enumerate(row.cells):
        text = " ".join(cell.text.split())
        if text:
            if page.length > begins:
                page.write(_BETWEEN)
            page.write(f"{sheet.column_name(column)}: ")
            written.places[row.number, column] = page.write(text)
    written.rows[row.number] = (begins, page.length)
    page.write("\n")
