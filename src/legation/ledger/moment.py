"""What a person writes for a day, or for a moment on the recorded clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from legation.errors import UsageError

_DAY: Final = len("2025-08-10")


def moment_of(text: str | None) -> datetime | None:
    """A moment on the recorded clock, in UTC: a day means its end; without a zone it is UTC.

    Args:
        text: A day as 2025-08-10 or a moment as 2025-08-10T12:00; nothing means now.

    Raises:
        UsageError: The text is neither a day nor a moment.
    """
    if not text:
        return None
    try:
        if len(text) <= _DAY:
            return datetime.combine(date.fromisoformat(text), time.min, UTC) + timedelta(days=1)
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        message = f"{text!r} is no moment: write a day as 2025-08-10 or a moment as 2025-08-10T12:00"
        raise UsageError(message) from error


def since_of(text: str) -> datetime:
    """The moment since which something is asked for, in UTC: a day means its beginning.

    Raises:
        UsageError: The text is neither a day nor a moment.
    """
    moment = moment_of(text)
    if moment is None:
        raise UsageError("since when? write a day as 2025-08-10 or a moment as 2025-08-10T12:00")
    is_day = len(text) <= _DAY
    return moment - timedelta(days=1, microseconds=1) if is_day else moment


def day_of(text: str) -> date:
    """The day of a meeting.

    Raises:
        UsageError: The text is no day that a calendar has.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"on {text!r}: write a day that the calendar has, as 2025-08-10") from error
