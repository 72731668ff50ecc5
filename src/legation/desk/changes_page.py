"""What differs since the reader last looked: the browser remembers the look, as the desk has no sign-in yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fastapi import Response

from legation.ledger import View
from legation.ledger.differences import Change, Differences
from legation.ledger.moment import since_of
from legation.ledger.record import Record
from legation.ledger.telling_changes import told_changes, told_why

LOOKED: Final = "looked"
"""The cookie that holds the moment up to which the reader has seen the ledger."""
_A_YEAR: Final = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Line:
    """One record that is not as it was: what in it, and why."""

    record: Record
    is_gone: bool
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What differs.

    Attributes:
        since: The moment of the earlier view; None where the reader never looked.
        until: The moment of the later one.
        groups: What is changed, withdrawn, new, and told by further sources, each with its heading.
        conflicts: What does not agree that did before, or was not there.
    """

    since: datetime | None
    until: datetime
    groups: tuple[tuple[str, Sequence[Line]], ...]
    conflicts: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, found: Differences, after: View, since: datetime | None) -> ChangesPage:
        """The page of what differs between two views."""
        named = (
            ("Changed", found.changed),
            ("Withdrawn", found.withdrawn),
            ("New", found.new),
            ("Told by further sources", found.supported),
        )
        groups = (
            (heading, [_line(after, change) for change in changes]) for heading, changes in named if changes
        )
        conflicts = [(f"{c.kind} {c.field}", c.note) for c in found.conflicting]
        return cls(since, after.moment, tuple(groups), conflicts)


def _line(after: View, change: Change) -> Line:
    return Line(change.record, change.after is None, told_changes(change), told_why(after, change.why))


def moment_since(asked: str | None, looked: str | None) -> datetime | None:
    """Since when: what the address asks for, else the last look; None for one who never looked.

    Raises:
        UsageError: That is no moment.
    """
    told = asked or looked
    return since_of(told) if told else None


def remember(response: Response, moment: str) -> Response:
    """Have the browser remember up to which moment its reader has seen the ledger."""
    response.set_cookie(LOOKED, moment, max_age=_A_YEAR, httponly=True, samesite="strict")
    return response
