"""Tables of our own, read the way a file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from legation.documents import LoadSettings, Source
from legation.exchange.intake.guess import Guess, Wishes, guess
from legation.exchange.intake.take import Taken, take
from legation.exchange.sheets.find import Workbook, open_tables
from legation.values.when import When

Take = Callable[..., Taken]
Look = Callable[..., Guess]
DAY = When("2025-06-30")


def opened(path: Path) -> Workbook:
    book = open_tables(Source(str(path)), LoadSettings())
    assert isinstance(book, Workbook), book
    return book


@pytest.fixture
def taken(tmp_path: Path) -> Take:
    """Reads lines of a CSV file named for what it holds."""

    def read(*lines: str, name: str = "table", **wishes: object) -> Taken:
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        book = opened(path)
        guesses = [guess(sheet, book.name, Wishes(**wishes)) for sheet in book.sheets]  # type: ignore[arg-type]
        return take(book, guesses, published=DAY, settings=LoadSettings())

    return read


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Guesses what the lines of a CSV file mean."""

    def read(*lines: str, name: str = "table") -> Guess:
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        book = opened(path)
        return guess(book.sheets[0], book.name, Wishes())

    return read
