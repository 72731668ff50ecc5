from __future__ import annotations

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from legation.documents import LoadSettings
from legation.errors import DocumentError
from legation.exchange.sheets.sheet import Sheet
from legation.exchange.sheets.xlsx_sheet import read_xlsx, unescaped


def book(*rows: list[object], **formats: str) -> tuple[Workbook, list[Sheet]]:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    for place, form in formats.items():
        sheet[place].number_format = form
    return made, read(made)


def read(made: Workbook, settings: LoadSettings | None = None) -> list[Sheet]:
    held = io.BytesIO()
    made.save(held)
    return read_xlsx(held.getvalue(), settings or LoadSettings())[0]


def test_dates_are_as_fine_as_they_are_shown() -> None:
    day = datetime(2025, 3, 12)  # noqa: DTZ001 (cells have no zone)
    rows: list[list[object]] = [["Country", "Date"], ["Peru", day], ["Ghana", day], ["Chad", day]]
    _, (sheet,) = book(*rows, B2="dd/mm/yyyy", B3="mmm yyyy", B4="yyyy")
    assert [str(row.cells[1].when) for row in sheet.rows] == ["2025-03-12", "2025-03", "2025"]


def test_numbers_are_as_they_are_shown() -> None:
    _, (sheet,) = book(["Country", "Share", "Sum"], ["Peru", 0.25, 1200.0], B2="0%")
    assert [cell.text for cell in sheet.rows[0].cells] == ["Peru", "25%", "1200"]


def test_formula_without_value_is_told() -> None:
    _, (sheet,) = book(["Country", "Sum"], ["Peru", "=1+1"])
    assert "formula" in str(sheet.rows[0].cells[1].problem)


def test_merged_cells_stand_in_every_row() -> None:
    made, _ = book(["Country", "Date"], ["Peru", "2024"], [None, "2025"])
    made.worksheets[0].merge_cells("A2:A3")
    (sheet,) = read(made)
    assert [row.cells[0].text for row in sheet.rows] == ["Peru", "Peru"]


def test_hidden_sheets_are_told_not_read() -> None:
    made, _ = book(["Country", "Date"], ["Peru", "2024"])
    made.create_sheet("Secret").sheet_state = "hidden"
    held = io.BytesIO()
    made.save(held)
    sheets, _, notes = read_xlsx(held.getvalue(), LoadSettings())
    assert [sheet.name for sheet in sheets] == ["Sheet"]
    assert "Secret" in notes[0]


def test_a_style_down_to_the_last_row_costs_nothing() -> None:
    made, _ = book(["Country", "Date"], ["Peru", "2024"])
    made.worksheets[0].cell(1_000_000, 3).number_format = "0.00"
    (sheet,) = read(made)
    assert len(sheet.rows) == 1


def test_what_unfolds_to_too_much_is_refused() -> None:
    made, _ = book(["Country", "Date"], ["Peru", "2024"])
    with pytest.raises(DocumentError) as caught:
        read(made, LoadSettings(archive_bytes=100))
    assert caught.value.reason == "archive_bomb"


def test_damaged_workbook_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read_xlsx(b"PK\x03\x04 no more than that", LoadSettings())
    assert caught.value.reason == "broken"


def test_escaped_characters_come_back() -> None:
    assert unescaped("a_x0007_b _x005F_") == "a\x07b _"
