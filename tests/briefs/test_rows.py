"""Rows of tables as evidence: what one row says of a visit is proved by its cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.briefs import write_brief
from legation.documents import LoadSettings, Source
from legation.exchange.intake.guess import Wishes, guess
from legation.exchange.intake.take import record, take
from legation.exchange.sheets.find import Workbook, open_tables
from legation.ledger import Ledger
from legation.values.when import When


def sentences(path: Path, *, constants: dict[str, str]) -> list[str]:
    book = open_tables(Source(str(path)), LoadSettings())
    assert isinstance(book, Workbook)
    guesses = [guess(sheet, book.name, Wishes(constants=constants)) for sheet in book.sheets]
    with Ledger.open(":memory:") as ledger:
        record(ledger, take(book, guesses, published=When("2025-06-30"), settings=LoadSettings()))
        brief = write_brief(ledger.view(), of="NOR", with_="PER", on=date(2025, 7, 10))
    return [sentence.text for sentence in brief.sentences()]


@pytest.mark.parametrize(
    ("rows", "constants"),
    [
        ("Visitor,From,To,Date\nForeign Minister Anna Berg,Norway,Peru,2025-03-12\n", {}),
        ("Visitor,Country,Date\nForeign Minister Anna Berg,Peru,2025-03-12\n", {"from": "NOR"}),
    ],
)
def test_visit_of_a_row_is_told(tmp_path: Path, rows: str, constants: dict[str, str]) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(rows, encoding="utf-8")
    told = " ".join(sentences(path, constants=constants))
    assert "Anna Berg of Norway visited Peru on 12 March 2025" in told


def test_person_of_another_row_proves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(
        "Visitor,From,To,Date\n,Norway,Peru,2025-03-12\nAnna Berg,Chad,Ghana,2025-03-12\n", encoding="utf-8"
    )
    assert "Anna Berg" not in " ".join(sentences(path, constants={}))
