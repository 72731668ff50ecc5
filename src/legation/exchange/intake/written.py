"""A table written out as the text of a document: one row a line, each value after its heading.

Law held here: every row and every cell can be pointed at, by offsets into that text. A row begins with its number,
and what was given for every row stands in a line of its own, above the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from legation.actors.register import register
from legation.documents.decode import storable
from legation.exchange.sheets.sheet import Row, Sheet
from legation.ledger.telling import actor_name
from legation.values.passage import Passage

_BETWEEN: Final = " | "


@dataclass(slots=True)
class Written:
    """Where the rows and cells of one sheet stand.

    Attributes:
        document: Id of the document.
        rows: The stretch of each row, by its number, without the number.
        places: The stretch of each filled cell, by row number and column.
        given: The stretch of what holds for every row, by field.
    """

    document: str
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    given: dict[str, tuple[int, int]] = field(default_factory=dict)

    def constant(self, name: str) -> tuple[Passage, ...]:
        """The passage of what holds for every row."""
        return (Passage(self.document, *self.given[name]),) if name in self.given else ()

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


def write_out(
    sheets: Iterable[Sheet], given: Iterable[Mapping[str, str]], *, document: str
) -> tuple[str, list[Written]]:
    """Sheets as one text, and where everything stands in it.

    Args:
        sheets: The sheets.
        given: What holds for every row of each sheet, by field.
        document: Id of the document.
    """
    page, found = _Page(), []
    for sheet, constants in zip(sheets, given, strict=True):
        written = Written(document)
        if page.length:
            page.write("\n\n")  # a row is a paragraph: no sentence runs on into the next
        page.write(f"# {sheet.name}\n\n")
        for line in sheet.above:
            page.write(f"{line}\n\n")
        _write_given(page, constants, written)
        for row in sheet.rows:
            _write_row(page, sheet, row, written)
        found.append(written)
    return "".join(page.pieces), found


def _write_given(page: _Page, constants: Mapping[str, str], written: Written) -> None:
    """Write what holds for every row; states by their names, which people and the check of briefs read."""
    if not constants:
        return
    page.write("every row")
    for name, value in constants.items():
        page.write(f"{_BETWEEN}{name}: ")
        written.given[name] = page.write(actor_name(value) if value in register() else value)
    page.write("\n\n")


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
