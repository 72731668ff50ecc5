from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from legation.errors import UsageError
from legation.ledger.moment import day_of, moment_of


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-08-10", datetime(2025, 8, 11, tzinfo=UTC)),
        ("2025-08-10T12:00", datetime(2025, 8, 10, 12, tzinfo=UTC)),
        ("2025-08-10T12:00+07:00", datetime(2025, 8, 10, 5, tzinfo=UTC)),
    ],
)
def test_moment_of_a_day_is_its_end_and_of_a_time_is_utc(text: str, moment: datetime) -> None:
    assert moment_of(text) == moment


@pytest.mark.parametrize("text", [None, ""])
def test_moment_of_nothing_is_now(text: str | None) -> None:
    assert moment_of(text) is None


@pytest.mark.parametrize("text", ["2025", "yesterday", "9999-12-31", "0001-01-01T00:00+14:00", "2025-02-30"])
def test_moment_refuses_what_no_clock_shows(text: str) -> None:
    with pytest.raises(UsageError, match="write a day"):
        moment_of(text)


def test_day_of_a_meeting_is_one_that_the_calendar_has() -> None:
    assert day_of("2025-08-10") == date(2025, 8, 10)
    with pytest.raises(UsageError, match="2025-13-01"):
        day_of("2025-13-01")
