"""Whatever cells a table has: no row ends the work, and each becomes a statement or is told."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.documents import LoadSettings
from legation.exchange.intake.guess import Wishes, guess
from legation.exchange.intake.take import take
from legation.exchange.sheets.find import Workbook
from legation.exchange.sheets.sheet import Cell, Row, sheet_of
from legation.records import KINDS

HEADINGS = st.sampled_from(
    [
        *(
            "Country",
            "Partner",
            "From",
            "To",
            "Date",
            "Start",
            "End",
            "Leader",
            "Title",
            "Deadline",
            "Status",
        ),
        *("Value (USD million)", "Level", "Field", "Year", "Kind", "By", "What", "x", ""),
    ]
)
CELLS = st.sampled_from(
    [
        *(
            "",
            "-",
            "Peru",
            "Georgia",
            "Korea",
            "Peru; ; Chad",
            "Veitnam",
            "(",
            "Korea, Republic of",
            "; ;",
            "AND and",
        ),
        *(
            "2025",
            "3/4/2025",
            "31/31/2025",
            "99/99/99",
            "2025-13-40",
            "Q5 2025",
            "0/2025",
            "2025/..",
            "../..",
            "9999",
        ),
        *(
            "14/3/2025 - 12/3/2025",
            "since",
            "since soon",
            "Nov-99",
            "to – present",
            "1.2.3",
            "1,2,3.4.5",
            "1e999",
            "٣",
        ),
        *(
            "over USD 5 billion",
            "%",
            "--5",
            "∞",
            "held",
            "visit",
            "President",
            "President of of",
            "H.E.",
            "\u0000",
            "=1+1",
        ),
        *("a" * 300, "Tô Lâm\nAnna Berg", "'", "|", "\u202e", "signed", "𝟓"),
    ]
) | st.text(max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    headings=st.lists(HEADINGS, min_size=2, max_size=6),
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=6), min_size=1, max_size=5),
    kind=st.sampled_from(list(KINDS)),
)
def test_every_row_is_a_statement_or_told(headings: list[str], rows: list[list[str]], kind: str) -> None:
    numbered = enumerate([headings, *rows], 1)
    sheet = sheet_of("table", [Row(number, tuple(map(Cell, row))) for number, row in numbered])
    sheets = (sheet,) if sheet else ()
    book = Workbook(Path("table.csv"), "0" * 64, b"x", "text/csv", sheets)
    guesses = [guess(sheet, "table", Wishes(kind)) for sheet in sheets]
    found = take(book, guesses, settings=LoadSettings())
    text = found.document.text
    for each in guesses:
        for row in each.sheet.rows:
            line = next(line for line in text.splitlines() if line.startswith(f"{row.number} | "))
            told = any(p.lost == "row" and re.search(rf"[A-Z]{row.number}$", p.where) for p in found.problems)
            assert told or any(one.quote.of(text) in line for one in found.statements)
    for one in found.statements:
        for passages in one.passages.values():
            assert all(one.quote.contains(passage) for passage in passages)
