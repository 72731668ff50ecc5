"""The rows that one entry into the ledger adds, inside one transaction.

Laws held here: rows are only added; a document whose bytes come out otherwise than before gets a further
edition, so that older passages keep the text that they point into.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from legation.documents.document import Document, Unreadable
from legation.errors import LedgerError
from legation.ledger import chain, codec
from legation.ledger.record import ROW_OF_A_TABLE, ROW_OF_RECORDS
from legation.ledger.schema import (
    CONTENTS,
    DOCUMENTS,
    READINGS,
    RETRACTIONS,
    SIGHTINGS,
    STATEMENTS,
)
from legation.records import Statement

Row = dict[str, object]

_BEGINNING: Final = "0001-01-01T00:00:00.000000Z"
_OF_THE_SIGHTING: Final = frozenset({"id", "edition", "name", "address", "message", "read_at", "recorded_at"})
"""Columns of a document that tell of the occasion, not of what was made of the bytes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Which reader read which edition of which document."""

    document: str
    edition: int
    reader: str

    @property
    def id(self) -> str:
        """Hash of document and reader."""
        return codec.digest(self.document, self.reader)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry being written.

    Attributes:
        connection: A connection that holds the writer's place.
        recorded_at: The entry's moment on the recorded clock.
    """

    connection: Connection
    recorded_at: str

    def see(self, seen: Document | Unreadable) -> None:
        """Note the address under which it was seen; an address seen before is left as it is."""
        row: Row = {
            "document": seen.id,
            "address": seen.address,
            "read_at": codec.moment_text(seen.read_at),
            "recorded_at": self.recorded_at,
        }
        self._insert(SIGHTINGS, [row])

    def keep_content(self, document: Document) -> None:
        """Keep the bytes, once."""
        self._insert(CONTENTS, [{"document": document.id, "content": document.content}])

    def add_edition(self, row: Row) -> int:
        """Add what was made of a document's bytes, unless that is what is known; the edition's number."""
        before = latest_edition(self.connection, str(row["id"]))
        if before is not None and all(
            before[key] == value for key, value in row.items() if key not in _OF_THE_SIGHTING
        ):
            return _number(before["edition"])
        edition = _number(before["edition"]) + 1 if before is not None else 1
        self.connection.execute(
            insert(DOCUMENTS), {**row, "edition": edition, "recorded_at": self.recorded_at}
        )
        return edition

    def add_reading(
        self, reading: Reading, statements: list[Statement], *, replaces: Collection[str] = ()
    ) -> tuple[bool, int]:
        """Add a reading with its statements, and retract those of earlier readings of the document.

        Args:
            reading: The reading.
            statements: What it found.
            replaces: Ids of statements of other documents that it retracts too.

        Returns:
            Whether there were earlier readings, and how many statements now stand.
        """
        earlier = select(READINGS.c.id).where(READINGS.c.document == reading.document)
        reread = self.connection.execute(earlier).first() is not None
        standing = _standing_ids(self.connection, reading.document) if reread else []
        standing += replaces
        rows: dict[object, Row] = {}
        for statement in statements:
            row = codec.statement_row(
                statement, reader=reading.reader, reading=reading.id, recorded_at=self.recorded_at
            )
            rows[row["id"]] = row
        self.connection.execute(
            insert(READINGS),
            {
                "id": reading.id,
                "document": reading.document,
                "edition": reading.edition,
                "reader": reading.reader,
                "statements": len(rows),
                "recorded_at": self.recorded_at,
            },
        )
        closing: Row = {"reading": reading.id, "recorded_at": self.recorded_at}
        self._insert(RETRACTIONS, [{"statement": statement, **closing} for statement in standing])
        self._insert(STATEMENTS, list(rows.values()))
        return reread, len(rows)

    def close(self) -> None:
        """Seal what the entry added; where that is nothing there is no entry."""
        chain.seal(self.connection, self.recorded_at)

    def _insert(self, table: Table, rows: list[Row]) -> None:
        """Add rows, leaving those that are there as they are."""
        if not rows:
            return
        if self.connection.dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import insert as postgres_insert  # late: start-up time

            self.connection.execute(postgres_insert(table).on_conflict_do_nothing(), rows)
        else:
            self.connection.execute(sqlite_insert(table).on_conflict_do_nothing(), rows)


def latest_moment(connection: Connection) -> str:
    """The recorded moment of the latest entry; the beginning of time for an empty ledger."""
    last = chain.last_seal(connection)
    return last.recorded_at if last else _BEGINNING


def latest_edition(connection: Connection, document: str) -> Mapping[str, object] | None:
    """The newest edition of a document, or None where it is not known."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.id == document).order_by(DOCUMENTS.c.edition.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return dict(row) if row is not None else None


def was_read(connection: Connection, document: str, reader: str) -> bool:
    """Whether these bytes were read by this reader."""
    query = select(READINGS.c.id).where(READINGS.c.document == document, READINGS.c.reader == reader)
    return connection.execute(query).first() is not None


def all_read_by(connection: Connection, reader: str) -> frozenset[str]:
    """The documents that this reader has read."""
    query = select(READINGS.c.document).where(READINGS.c.reader == reader)
    return frozenset(str(document) for document in connection.execute(query).scalars())


def latest_reader(connection: Connection, document: str) -> str | None:
    """The reader whose statements of a document stand, or None where it was not read."""
    query = (
        select(READINGS.c.reader)
        .where(READINGS.c.document == document)
        .order_by(READINGS.c.recorded_at.desc())
        .limit(1)
    )
    reader = connection.execute(query).scalar()
    return str(reader) if reader is not None else None


def count_standing(connection: Connection, document: str) -> int:
    """How many statements of a document stand."""
    return len(_standing_ids(connection, document))


def standing_rows(connection: Connection, address: str, *, but: str) -> dict[str, str]:
    """The rows that stand of tables that were seen at an address: the words of each, by the id of its statement.

    Args:
        connection: A connection.
        address: The address.
        but: Id of a document that does not count.
    """
    newest = (
        select(func.max(READINGS.c.edition)).where(READINGS.c.document == DOCUMENTS.c.id).scalar_subquery()
    )
    retracted = select(RETRACTIONS.c.statement).where(RETRACTIONS.c.statement == STATEMENTS.c.id)
    length = STATEMENTS.c.end - STATEMENTS.c.start
    words = func.substr(DOCUMENTS.c.text, STATEMENTS.c.start + 1, length)
    query = (
        select(STATEMENTS.c.id, words)
        .select_from(STATEMENTS)
        .join(DOCUMENTS, (DOCUMENTS.c.id == STATEMENTS.c.document) & (DOCUMENTS.c.edition == newest))
        .where(
            DOCUMENTS.c.address == address,
            DOCUMENTS.c.id != but,
            STATEMENTS.c.finder.in_((ROW_OF_A_TABLE, ROW_OF_RECORDS)),
            ~retracted.exists(),
        )
    )
    return {str(key): str(row) for key, row in connection.execute(query)}


def _standing_ids(connection: Connection, document: str) -> list[str]:
    retracted = select(RETRACTIONS.c.statement).where(RETRACTIONS.c.statement == STATEMENTS.c.id)
    query = select(STATEMENTS.c.id).where(STATEMENTS.c.document == document, ~retracted.exists())
    return [str(statement) for statement in connection.execute(query).scalars()]


def refuse_strangers(document: Document, statements: list[Statement]) -> None:
    """Refuse statements whose quote does not lie in the document.

    Raises:
        LedgerError: One does not.
    """
    for statement in statements:
        quote = statement.quote
        if quote.document != document.id or quote.end > len(document.text):
            raise LedgerError(
                f"a {statement.kind} quotes {quote.document}[{quote.start}:{quote.end}], which does not "
                f"lie in {document.name} ({document.id}, {len(document.text)} characters); read it again"
            )


def document_row(document: Document) -> Row:
    """A document as a row, less what the ledger adds."""
    return {
        "id": document.id,
        "name": document.name,
        "address": document.address,
        "media_type": document.media_type,
        "status": "readable",
        "text": document.text,
        "parts": codec.dump([[part.role, part.start, part.end] for part in document.parts]),
        "pages": codec.dump(document.pages),
        "title": document.title,
        "published": codec.encode_value(document.published),
        "publisher": document.publisher,
        "language": document.language,
        "notes": codec.dump(document.notes),
        "reason": None,
        "message": None,
        "read_at": codec.moment_text(document.read_at),
    }


def unreadable_row(unreadable: Unreadable) -> Row:
    """A document that could not be read as a row, less what the ledger adds."""
    return {
        "id": unreadable.id,
        "name": unreadable.name,
        "address": unreadable.address,
        "media_type": "",
        "status": "unreadable",
        "text": "",
        "parts": "[]",
        "pages": "[]",
        "title": None,
        "published": None,
        "publisher": None,
        "language": None,
        "notes": "[]",
        "reason": unreadable.reason,
        "message": unreadable.message,
        "read_at": codec.moment_text(unreadable.read_at),
    }


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise LedgerError(f"an edition is a whole number, not {value!r}; restore the ledger from a backup")
    return value
