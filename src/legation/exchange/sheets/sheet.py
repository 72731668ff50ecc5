"""A sheet: headings and rows of cells, whatever file it came from.

Law held here: every cell has an address that a person can go to, and no row is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from legation.values.when import When

_LETTERS: Final = 26
_LOOKED_THROUGH: Final = 20
"""Rows among which the headings are sought; above them stand titles and remarks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: What it shows.
        when: The date that it holds, where the file itself says that it is one.
        problem: Why its value cannot be known, and what would do.
    """

    text: str
    when: When | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: Its number as the file's own program shows it, from 1.
        cells: Its cells; rows may differ in length.
    """

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell shows anything."""
        return not any(cell.text.strip() or cell.problem for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        name: Its name; that of the file where the form has no sheets.
        headings: The words above its columns; empty for a column without any.
        rows: The rows below the headings, in order, without empty ones.
        above: What stands above the headings, a line a row.
        elements: Where it comes from XML: what a row is called; its cells are then named by their elements.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[str, ...] = ()
    elements: str | None = None

    def address(self, row: Row, column: int) -> str:
        """Where a cell is: ``Sheet1!C14``, or ``trip 3, start-date``."""
        if self.elements:
            return f"{self.name}: {self.elements} {row.number}, {self.headings[column]}"
        return f"{self.name}!{letters(column)}{row.number}"

    def column_name(self, column: int) -> str:
        """What a column is called: by its heading, or by its letters where it has none."""
        return self.headings[column] or letters(column)


def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    Example:
        >>> letters(0), letters(25), letters(26)
        ('A', 'Z', 'AA')
    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def sheet_of(name: str, rows: Sequence[Row]) -> Sheet | None:
    """A sheet from rows of which one holds the headings; None where there is no table.

    The headings are the first row that is as full as the table is wide, or nearly so: titles and remarks above it
    fill a cell or two.
    """
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        return None
    looked = filled[:_LOOKED_THROUGH]
    widest = max(_fullness(row) for row in looked)
    at = next(i for i, row in enumerate(looked) if _fullness(row) * 3 >= widest * 2)
    head, body = filled[at], filled[at + 1 :]
    width = max(len(row.cells) for row in filled[at:])
    headings = [" ".join(cell.text.split()) for cell in head.cells]
    above = tuple(" ".join(" ".join(cell.text for cell in row.cells).split()) for row in filled[:at])
    return Sheet(name, (*headings, *[""] * (width - len(headings))), tuple(body), above)


def _fullness(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.text.strip())
