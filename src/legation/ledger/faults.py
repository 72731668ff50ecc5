"""The one place where what a database complains of becomes a `LedgerError` that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError

from legation.errors import LedgerError

_ADVICE: Final = (
    (
        "database is locked",
        "is being written by another process; wait for it to end, or stop it, and try again",
    ),
    ("database or disk is full", "cannot grow: the disk is full; free some space and run the command again"),
    ("disk i/o error", "cannot be written: the disk is full or failing; free some space and try again"),
    ("readonly database", "is read-only; give yourself the right to write it, or copy it elsewhere"),
    ("read-only", "is read-only; give yourself the right to write it, or copy it elsewhere"),
    ("file is not a database", "is not a ledger; give the path of a ledger, or of a new file"),
    (
        "unable to open database file",
        "cannot be opened; check that its folder exists and that you may use it",
    ),
    (
        "database disk image is malformed",
        "is damaged; restore it from a backup, or read its documents afresh",
    ),
    ("only appends", "refuses to change what is recorded; add a new entry instead"),
    ("no space left", "cannot grow: the disk is full; free some space and run the command again"),
    ("could not connect", "cannot be reached; check the address and that the server runs"),
    ("connection refused", "cannot be reached; check the address and that the server runs"),
)


def explain(place: str, error: DBAPIError) -> LedgerError:
    """What a database error means for the user of the ledger at a place."""
    detail = str(error.orig)
    for sign, advice in _ADVICE:
        if sign in detail.lower():
            return LedgerError(f"the ledger {place} {advice} (the database says: {detail})")
    kind = "cannot be used now" if isinstance(error, OperationalError) else "refused the entry"
    return LedgerError(f"the ledger {place} {kind}; nothing of it was recorded (the database says: {detail})")


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn database errors inside the block into `LedgerError`.

    Args:
        place: The ledger's path or address, for the message; without passwords.
    """
    try:
        yield
    except DBAPIError as error:
        raise explain(place, error) from error
