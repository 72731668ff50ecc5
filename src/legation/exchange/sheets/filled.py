"""A list of known columns that a person filled in: a table as CSV or XLSX, or JSON.

Law held here: what is wrong is told by its cell, and nothing of a list is used before all of it was looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from legation.actors.words import key
from legation.documents import LoadSettings, Source
from legation.errors import UsageError
from legation.exchange.sheets.find import Workbook, open_tables
from legation.exchange.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list.

    Attributes:
        cells: What it says, by column; columns without anything are left out.
        places: Where each cell is, for messages.
        place: Where the row is.
    """

    cells: Mapping[str, str]
    places: Mapping[str, str]
    place: str

    def at(self, column: str) -> str:
        """Where the cell of a column is; where the row is, if it says nothing there."""
        return self.places.get(column, self.place)


@dataclass(frozen=True, slots=True)
class Filled:
    """A list.

    Attributes:
        lines: Its rows.
        columns: For each heading that was understood, the column that it is.
        unused: Headings that were not.
    """

    lines: tuple[Line, ...]
    columns: Mapping[str, str]
    unused: tuple[str, ...]


def read_list(path: Path, columns: Mapping[str, tuple[str, ...]]) -> Filled:
    """The rows of a list.

    Args:
        path: A .csv, .xlsx or .json file; of several sheets the first.
        columns: The columns that there may be, each with other headings that people give it.

    Raises:
        UsageError: The file cannot be read, or two of its columns are one.
    """
    known = {key(heading): name for name, more in columns.items() for heading in (name, *more)}
    if path.suffix.lower() == ".json":
        return _from_json(path, known)
    book = open_tables(Source(str(path)), LoadSettings())
    if not isinstance(book, Workbook) or not book.sheets:
        why = getattr(book, "message", f"{path} holds no list")
        raise UsageError(f"{why}; a list is a .csv, .xlsx or .json file")
    return _from_sheet(path, book.sheets[0], known)


def _from_sheet(path: Path, sheet: Sheet, known: Mapping[str, str]) -> Filled:
    found = {heading: known.get(key(heading)) for heading in sheet.headings if heading}
    named = {heading: name for heading, name in found.items() if name}
    _refuse_twins(path, named)
    by_column = {i: named[heading] for i, heading in enumerate(sheet.headings) if heading in named}
    lines = []
    for row in sheet.rows:
        filled = {
            i: cell.text.strip() for i, cell in enumerate(row.cells) if i in by_column and cell.text.strip()
        }
        cells = {by_column[i]: text for i, text in filled.items()}
        places = {by_column[i]: sheet.address(row, i) for i in filled}
        lines.append(Line(cells, places, f"{sheet.name}!{row.number}"))
    return Filled(tuple(lines), named, tuple(heading for heading, name in found.items() if not name))


def _from_json(path: Path, known: Mapping[str, str]) -> Filled:
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as JSON: {error}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"{path}: a list in JSON is an array of objects, one a row")
    headings = dict.fromkeys(str(name) for row in rows for name in row)
    named = {heading: known[key(heading)] for heading in headings if key(heading) in known}
    _refuse_twins(path, named)
    lines = tuple(_json_lines(path, rows, named))
    return Filled(lines, named, tuple(heading for heading in headings if heading not in named))


def _json_lines(path: Path, rows: list[dict[str, object]], named: Mapping[str, str]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        place = f"{path.name} row {number}"
        told = {name: _text(value) for name, value in row.items() if name in named}
        cells = {named[name]: text for name, text in told.items() if text}
        yield Line(cells, {column: f"{place}, {column}" for column in cells}, place)


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value).strip()


def _refuse_twins(path: Path, named: Mapping[str, str]) -> None:
    twins = sorted({name for name in named.values() if list(named.values()).count(name) > 1})
    if twins:
        given = ", ".join(heading for heading, name in named.items() if name == twins[0])
        raise UsageError(f"{path}: several columns are {twins[0]!r} ({given}); keep one of them")
