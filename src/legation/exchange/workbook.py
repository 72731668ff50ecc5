"""Records as an Excel workbook: a sheet for each kind, and a codebook that tells what every column holds.

Law held here: the cells are those of the CSV form, so a workbook comes back the same (`legation import`); only numbers
are written as numbers, where the spreadsheet's own arithmetic holds them exactly.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from legation.exchange.tables import FIRST, LAST, cells_of, columns_of
from legation.ledger import View
from legation.ledger.record import Record
from legation.records import KINDS, MODALITIES, Field

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CODEBOOK: Final = "codebook"
CODEBOOK_HEADINGS: Final = ("sheet", "column", "holds", "labels", "meaning")
"""The headings by which a codebook is known again."""

_HOLDS: Final = {
    "actor": "an actor: the code of a state (ISO 3166-1 alpha-3), else a usual short English name",
    "actors": "any number of actors, parted by ;",
    "person": "a person's name as commonly written in English",
    "people": "any number of persons, parted by ;",
    "label": "a label",
    "text": "a short phrase",
    "number": "an exact number",
    "when": "a date: 2025, 2025-03, 2025-03-12, 2025-03-12/2025-03-14, 2025/.. (ISO 8601-2)",
}
_COMMON: Final = {
    "id": ("an id", "", "the record in the ledger; an unread column on the way back"),
    "kind": ("a label", "; ".join(KINDS), "what the record is"),
    "status": ("a label", "", "where it stands, as its statements tell; not read on the way back"),
    "modality": (
        "a label",
        "; ".join(MODALITIES),
        "whether it is so, or planned, urged, denied, or on a condition",
    ),
    "date": (_HOLDS["when"], "", "when it happened or will happen"),
    "sources": ("a count", "", "how many documents speak of it; not read on the way back"),
    "independent": ("a count", "", "how many independent sources they are; not read on the way back"),
    "missing": (
        "names of columns, parted by ;",
        "",
        "what a full record has and nobody tells; not read on the way back",
    ),
    "published": (_HOLDS["when"], "", "when the first of them was published; not read on the way back"),
    "latest": (_HOLDS["when"], "", "when the last of them was published; not read on the way back"),
    "quote": ("a text", "", "the words of one of them; not read on the way back"),
    "addresses": ("paths or addresses, parted by ;", "", "where they were found; not read on the way back"),
}
_WIDEST: Final = 60
_UNSAFE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|x(?=[0-9A-Fa-f]{4}_)")
_EXACT: Final = 15
"""Digits that a spreadsheet's numbers hold exactly."""


def xlsx_of(view: View, records: Sequence[Record]) -> bytes:
    """Records as a workbook.

    Args:
        view: The view that they are of.
        records: The records; there is a sheet for each of their kinds, and for all ten where there are none.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    kinds = [kind for kind in KINDS if not records or any(r.kind == kind for r in records)]
    for kind in kinds:
        columns = columns_of([kind])
        numbers = {spec.name for spec in KINDS[kind].fields if spec.type == "number"} | {
            "sources",
            "independent",
        }
        sheet = book.create_sheet(kind)
        rows = (cells_of(view, record) for record in records if record.kind == kind)
        _fill(sheet, columns, ([row.get(name, "") for name in columns] for row in rows))
        _as_numbers(sheet, [at for at, name in enumerate(columns, 1) if name in numbers])
    _fill(book.create_sheet(CODEBOOK), CODEBOOK_HEADINGS, _codebook(kinds))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Iterator[list[str]]) -> None:
    """Write headings and rows as text."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widths = [len(heading) for heading in headings]
    for number, row in enumerate((list(headings), *rows), 1):
        for at, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, at, escaped(text))
                cell.data_type = "s"  # a text that begins with = is no formula
                widths[at - 1] = max(widths[at - 1], min(len(text), _WIDEST))
    for at, width in enumerate(widths, 1):
        sheet.cell(1, at).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = width + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _as_numbers(sheet: Worksheet, columns: Sequence[int]) -> None:
    """Turn the cells of columns into numbers, where none of their digits is lost by it."""
    for row in range(2, sheet.max_row + 1):
        for at in columns:
            cell = sheet.cell(row, at)
            if isinstance(cell.value, str) and _is_exact(cell.value):
                number = float(cell.value)
                cell.value = int(number) if number.is_integer() else number


def _is_exact(text: str) -> bool:
    digits = len(Decimal(text).normalize().as_tuple().digits)
    number = float(text)
    return (
        digits <= _EXACT
        and abs(Decimal(text).adjusted()) <= _EXACT
        and Decimal(repr(number)) == Decimal(text)
    )


def escaped(text: str) -> str:
    """A text that a workbook can hold: what XML cannot stands by its number, as ``_x0007_``.

    Source: ECMA-376 part 1, 22.4.2.4 (bstr). An ``x`` that would begin such a number is escaped itself.
    """
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _codebook(kinds: Sequence[str]) -> Iterator[list[str]]:
    """A row for each column of each sheet."""
    for kind in kinds:
        for name in FIRST:
            yield [kind, name, *_COMMON[name]]
        for spec in KINDS[kind].fields:
            yield [kind, spec.name, _HOLDS[spec.type], "; ".join(spec.labels), _meaning(kind, spec)]
        for name in LAST:
            yield [kind, name, *_COMMON[name]]


def _meaning(kind: str, spec: Field) -> str:
    own = "part of what makes it that record" if spec.name in KINDS[kind].identity else ""
    return "; ".join(filter(None, (f"{spec.name.replace('_', ' ')} of the {kind}", own)))
