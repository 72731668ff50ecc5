"""A long list cut into sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Row = TypeVar("Row")

ROWS: Final = 100
"""Rows on one sheet: a table that a browser lays out at once and a person can still look through."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One sheet of a list.

    Attributes:
        rows: Its rows.
        number: Its number, counted from 1.
        sheets: How many sheets there are.
        total: How many rows the list has.
    """

    rows: Sequence[Row]
    number: int
    sheets: int
    total: int


def sheet(rows: Sequence[Row], number: int) -> Sheet[Row]:
    """The sheet of that number; the nearest one where there is none such."""
    sheets = max(1, -(-len(rows) // ROWS))
    number = min(max(1, number), sheets)
    return Sheet(rows[(number - 1) * ROWS : number * ROWS], number, sheets, len(rows))
