from __future__ import annotations

from datetime import date

from legation.exchange.calendar import calendar_of
from legation.ledger import View


def test_calendar_holds_what_lies_ahead_on_a_day(view: View) -> None:
    calendar = calendar_of(view, view.records(), after=date(2025, 6, 15))
    text = calendar.text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20250630\r\nDTEND;VALUE=DATE:20250701" in text
    assert "SUMMARY:Due: Norway" in text
    assert "DTSTART;VALUE=DATE:20261231" in text
    assert "STATUS:TENTATIVE" in text
    assert "20250312" not in text
    assert (calendar.entries, calendar.vague) == (2, 1)  # of the visit in September no day is known


def test_lines_are_folded_by_bytes(view: View) -> None:
    lines = calendar_of(view, view.records(), after=date(2020, 1, 1)).text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[-1] == ""
