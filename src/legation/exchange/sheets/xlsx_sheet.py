"""Excel workbooks: each visible sheet as rows of cells, dates as fine as they are shown.

Law held here: a cell gives what its reader sees. A date shown as a month is a month; a share shown as 25 % is 25 %;
a formula whose value the file does not hold is told, not guessed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from legation.documents.archive import opened
from legation.documents.settings import LoadSettings
from legation.errors import DocumentError
from legation.exchange.sheets.sheet import Cell, Row, Sheet, sheet_of
from legation.values.when import When

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NO_VALUE: Final = (
    "a formula without a stored value; open the file in a spreadsheet program, save it, import it again"
)
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(content: bytes, settings: LoadSettings) -> tuple[list[Sheet], When | None, tuple[str, ...]]:
    """The sheets of a workbook, the day on which it was last saved, and notes.

    Raises:
        DocumentError: It is no workbook, or unfolds to too much.
    """
    has_formulas = _weigh(content, settings)
    book = _open(content, values=True)
    formulas = _open(content, values=False) if has_formulas else None
    sheets, notes = [], []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(f"the sheet {sheet.title} is hidden and was not read; show it to have it read")
            continue
        found = sheet_of(sheet.title, list(_rows(sheet, formulas[sheet.title] if formulas else None)))
        if found:
            sheets.append(found)
    saved = book.properties.modified
    return sheets, When.from_date(saved.date()) if isinstance(saved, datetime) else None, tuple(notes)


def _weigh(content: bytes, settings: LoadSettings) -> bool:
    """Refuse what unfolds to too much; whether any sheet holds a formula."""
    with opened(content) as package:
        if sum(entry.file_size for entry in package.infolist()) > settings.archive_bytes:
            raise DocumentError(
                f"it unfolds to more than {settings.archive_bytes:,} bytes; split it", reason="archive_bomb"
            )
        names = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        try:
            return any(re.search(rb"<(?:\w+:)?f[ >/]", package.read(name)) for name in names)
        except (zipfile.BadZipFile, OSError, EOFError) as error:
            raise DocumentError(
                f"the workbook is damaged ({error}); save it anew", reason="broken"
            ) from error


def _open(content: bytes, *, values: bool) -> Workbook:
    """The workbook.

    Raises:
        DocumentError: It cannot be opened.
    """
    import warnings

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what openpyxl does not keep when it writes a file is no matter here
            return load_workbook(io.BytesIO(content), data_only=values)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise DocumentError(
            f"it cannot be opened as a workbook ({error}); save it anew as .xlsx", reason="broken"
        ) from error


def _rows(sheet: Worksheet, formulas: Worksheet | None) -> Iterator[Row]:
    """The rows of a sheet; a cell merged over several rows stands in each of them."""
    tops = {
        (row, area.min_col): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
    }
    filled = [at for at, cell in _cells(sheet, formulas) if cell.value is not None]
    last_row, last_column = (max((at[i] for at in filled), default=0) for i in (0, 1))
    for number in range(1, last_row + 1):
        cells = []
        for column in range(1, last_column + 1):
            at = tops.get((number, column), (number, column))
            cells.append(_cell(sheet, formulas, *at))
        while cells and not cells[-1].text and not cells[-1].problem:
            cells.pop()
        yield Row(number, tuple(cells))


def _cells(*sheets: Worksheet | None) -> Iterator[tuple[tuple[int, int], ExcelCell | MergedCell]]:
    """The cells that a sheet has, by row and column.

    They are taken as they lie: asking for a cell by its place would make those that are not there.
    """
    for sheet in sheets:
        if sheet is not None:
            yield from sheet._cells.items()


def _cell(sheet: Worksheet, formulas: Worksheet | None, row: int, column: int) -> Cell:
    # Looked up, not made: a sheet whose style reaches its last row would else fill the memory.
    cell = sheet._cells.get((row, column))
    value = cell.value if cell is not None else None
    if cell is None or value is None:
        formula = formulas._cells.get((row, column)) if formulas else None
        return Cell("", problem=_NO_VALUE if formula is not None and formula.data_type == "f" else None)
    return _shown(cell, value)


def _shown(cell: ExcelCell | MergedCell, value: object) -> Cell:
    """A cell as its reader sees it."""
    if isinstance(value, datetime):
        return _dated(value.date(), cell.number_format)
    if isinstance(value, date):
        return _dated(value, cell.number_format)
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, int | float):
        return Cell(_number(value, cell.number_format))
    if isinstance(value, time):
        return Cell(value.isoformat())
    if cell.data_type == "e":
        return Cell(str(value), problem=f"the spreadsheet program found an error here ({value}); correct it")
    return Cell(unescaped(str(value)))


def _dated(day: date, shown_as: str) -> Cell:
    """A date, as fine as the format shows it."""
    form = _LITERAL.sub("", shown_as).lower()
    if "d" in form:
        when = When.from_date(day)
    elif "m" in form:
        when = When.month(day.year, day.month)
    else:
        when = When.year(day.year) if "y" in form else When.from_date(day)
    return Cell(str(when), when)


def _number(value: float, shown_as: str) -> str:
    is_share = "%" in _LITERAL.sub("", shown_as)
    value = round(value * 100, 10) if is_share else value
    text = str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
    return f"{text}%" if is_share else text


def unescaped(text: str) -> str:
    """A cell's text with characters that XML cannot hold as they were: ``_x0007_`` is a bell.

    Source: ECMA-376 part 1, 22.4.2.4 (bstr).
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
