"""Everything that can go wrong, as one tree.

    LegationError
    ├── DocumentError        a document cannot be read, or fetched
    ├── DateError            a string is no date, or no date that a calendar has
    ├── QuantityError        a string or value is no quantity
    ├── ActorError
    │   ├── UnknownActor     no actor goes by this name
    │   └── AmbiguousActor   several actors go by this name
    ├── RecordError          a statement breaks the rules of its kind
    ├── LedgerError          the store cannot be opened, read or written
    │   └── UnknownEntry     the ledger holds no such document, statement or record
    ├── BriefError           a brief cannot be written as asked
    ├── BadEventGraph        a folder holds no event graph that can be read
    ├── SignalsError         a folder of signals cannot be opened, read or written
    ├── TooLittlePast        a ranking cannot be learnt from so few facts
    └── UsageError           a command was called wrongly

A message says what failed, the value, where, and what would do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class LegationError(Exception):
    """Root of every error that Legation raises on purpose."""


class DocumentError(LegationError):
    """A document cannot be read or fetched.

    Attributes:
        reason: A short word for the ledger, such as ``encrypted`` or ``too_large``.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class DateError(LegationError):
    """A string is no date, or no date that a calendar has."""


class QuantityError(LegationError):
    """A string or value is no quantity."""


class ActorError(LegationError):
    """A name does not lead to one actor."""


class UnknownActor(ActorError):
    """No actor goes by this name; the message lists near names."""


class AmbiguousActor(ActorError):
    """Several actors go by this name.

    Attributes:
        candidates: Ids of the actors that it may mean.
    """

    def __init__(self, message: str, *, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class RecordError(LegationError):
    """A statement breaks the rules of its kind."""


class LedgerError(LegationError):
    """The store cannot be opened, read or written."""


class UnknownEntry(LedgerError):
    """The ledger, as it was known at that moment, holds no such document, statement or record."""


class BriefError(LegationError):
    """A brief cannot be written as asked."""


class BadEventGraph(LegationError):
    """A folder holds no event graph that can be read: which file, and what the matter is."""

    def __init__(self, path: Path, matter: str) -> None:
        super().__init__(f"{path}: {matter}")
        self.path = path


class SignalsError(LegationError):
    """A folder of signals cannot be opened, read or written."""


class TooLittlePast(LegationError):
    """Before the day of the forecast there are too few facts, or none whose answer the rules find."""

    def __init__(self) -> None:
        super().__init__(
            "too few facts before the first day asked about: none to learn the order of answers from; "
            "give a longer past"
        )


class UsageError(LegationError):
    """A command was called wrongly."""
