from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.desk.sheet import ROWS, sheet


@given(st.integers(0, 5 * ROWS), st.integers(-3, 9))
def test_sheets_together_are_the_list_and_any_number_has_one(length: int, number: int) -> None:
    rows = list(range(length))
    some = sheet(rows, number)
    assert 1 <= some.number <= some.sheets
    assert [row for n in range(1, some.sheets + 1) for row in sheet(rows, n).rows] == rows
