from __future__ import annotations

import pytest

from legation.errors import DocumentError
from legation.exchange.sheets.csv_sheet import read_csv


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_found(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in (["Country", "Date", "Note"], ["Peru", "2025", "a"]))
    (sheet,), _ = read_csv(text.encode(), "visits")
    assert sheet.headings == ("Country", "Date", "Note")
    assert [cell.text for cell in sheet.rows[0].cells] == ["Peru", "2025", "a"]


def test_rows_keep_their_numbers_past_titles_and_empty_lines() -> None:
    (sheet,), _ = read_csv(b"Visits of 2025\n\nCountry,Date\nPeru,2025-03-12\n\nGhana,2025-05-30\n", "visits")
    assert sheet.above == ("Visits of 2025",)
    assert [sheet.address(row, 1) for row in sheet.rows] == ["visits!B4", "visits!B6"]


def test_quoted_cells_keep_their_lines_and_separators() -> None:
    (sheet,), _ = read_csv(b'Country,Note\n"Peru","one, two\nthree"\nGhana,x\n', "visits")
    assert sheet.rows[0].cells[1].text == "one, two\nthree"
    assert sheet.address(sheet.rows[1], 0) == "visits!A3"


def test_older_encodings_are_read() -> None:
    (sheet,), notes = read_csv("Pays,Date\nNorvège,2025\nPérou,2024\n".encode("cp1252"), "visites")
    assert sheet.rows[0].cells[0].text == "Norvège"
    assert any("cp1252" in note for note in notes)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(DocumentError):
        read_csv(bytes(range(32)) * 40, "picture")
