"""What a person writes for a moment on the recorded clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from legation.errors import UsageError


def moment_of(text: str | None) -> datetime | None:
    """A moment on the recorded clock: a day means its end; without a zone it is UTC.

    Raises:
        UsageError: The text is neither a day nor a moment.
    """
    if not text:
        return None
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), time.min, UTC) + timedelta(days=1)
        found = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"as of {text}: write a day as 2025-08-10 or a moment as 2025-08-10T12:00"
        raise UsageError(message) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)
