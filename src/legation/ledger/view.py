"""A view: the ledger as it was known at a moment.

Everything that a view gives is a pure function of the documents, statements and judgements that had been
recorded by that moment. Views only read.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from legation.ledger.record import (
    ActorCount,
    Conflict,
    Judgement,
    Record,
    Source,
    StoredDocument,
    StoredStatement,
)
from legation.values.passage import Passage


class View:
    """The ledger as it was known at a moment; made by `Ledger.view`.

    Attributes:
        as_of: The moment on the recorded clock, in UTC; None for all that is known.
    """

    as_of: datetime | None

    def documents(self, *, status: str | None = None) -> list[StoredDocument]:
        """The documents, by name.

        Args:
            status: ``readable`` or ``unreadable`` keeps only those.
        """
        raise NotImplementedError

    def document(self, key: str) -> StoredDocument:
        """The document of that id, a beginning of an id (8 digits or more), or name.

        Raises:
            LedgerError: None, or several, go by it.
        """
        raise NotImplementedError

    def text(self, document: str) -> str:
        """The text of a document, by id."""
        raise NotImplementedError

    def content(self, document: str) -> bytes:
        """The bytes of a document, by id."""
        raise NotImplementedError

    def statements(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        document: str | None = None,
    ) -> list[StoredStatement]:
        """The statements that stand: latest reading, not rejected; by document and place.

        Args:
            kind: Only of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
            document: Only of this document, by id.
        """
        raise NotImplementedError

    def statement(self, key: str) -> StoredStatement:
        """The statement of that id."""
        raise NotImplementedError

    def records(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        start: date | None = None,
        end: date | None = None,
    ) -> list[Record]:
        """The records, by date (undated last) and id.

        Args:
            kind: Only of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
            start: First day; only records that may fall on it or later. Undated records are left out.
            end: Day after the last; only records that may fall before it. Undated records are left out.
        """
        raise NotImplementedError

    def record(self, key: str) -> Record:
        """The record of that id, or the one that a statement of that id speaks of.

        Raises:
            LedgerError: There is none.
        """
        raise NotImplementedError

    def conflicts(
        self, kind: str | None = None, *, with_: str | Collection[str] | None = None
    ) -> list[Conflict]:
        """What does not agree, inside records and between records of one series."""
        raise NotImplementedError

    def actors(self) -> list[ActorCount]:
        """The actors that occur, most records first."""
        raise NotImplementedError

    def passage_text(self, passage: Passage) -> str:
        """The words of a passage."""
        raise NotImplementedError

    def source(self, passage: Passage) -> Source:
        """Where a passage stands: its document, words and page."""
        raise NotImplementedError

    def judgements(self, target: str | None = None) -> list[Judgement]:
        """The judgements recorded, oldest first.

        Args:
            target: Only those about the statement of this id.
        """
        raise NotImplementedError
