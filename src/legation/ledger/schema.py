"""The tables of a ledger, one schema for SQLite and PostgreSQL.

Laws held here: the tables only take new rows (`APPEND_ONLY` names them; the migrations put triggers on them
that refuse UPDATE and DELETE); what a document says (`documents`), what was read from it (`readings`,
`statements`) and what people decided (`judgements`) stand apart; a retraction is a row that closes an
interval, never a change of the row that it retracts.

Moments are text in UTC with microseconds, so that they sort alike everywhere; dates are ISO 8601-2 text.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

VERSION_TABLE: Final = "ledger_version"
"""Table in which the migrations keep the version of the schema."""

HEAD: Final = "0003"
"""The newest version of the schema that this Legation knows."""

CONTENTS: Final = Table(
    "contents",
    METADATA,
    Column("document", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of documents, by their SHA-256."""

DOCUMENTS: Final = Table(
    "documents",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("status", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Column("pages", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("publisher", Text),
    Column("language", Text),
    Column("notes", Text, nullable=False),
    Column("reason", Text),
    Column("message", Text),
    Column("read_at", String(27), nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "recorded_at"),
)
"""What was made of the bytes: a further edition where a later reading of the same bytes gave another text."""

SIGHTINGS: Final = Table(
    "sightings",
    METADATA,
    Column("document", String(64), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("read_at", String(27), nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "recorded_at"),
)
"""Every address under which the same bytes were seen."""

READINGS: Final = Table(
    "readings",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("document", String(64), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("reader", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    ForeignKeyConstraint(["document", "edition"], ["documents.id", "documents.edition"]),
    Index("ux_readings_document_reader", "document", "reader", unique=True),
    Index(None, "recorded_at"),
)
"""One row for each document and reader, written together with its statements: it is there, or nothing is."""

STATEMENTS: Final = Table(
    "statements",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("document", String(64), nullable=False),
    Column("reading", String(20), ForeignKey("readings.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("fields", Text, nullable=False),
    Column("modality", String(12), nullable=False),
    Column("date", Text),
    Column("says", Text),
    Column("passages", Text, nullable=False),
    Column("finder", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "document"),
    Index(None, "reading"),
)

RETRACTIONS: Final = Table(
    "retractions",
    METADATA,
    Column("statement", String(20), ForeignKey("statements.id"), primary_key=True),
    Column("reading", String(20), ForeignKey("readings.id"), nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "reading"),
)
"""The end of the interval in which a statement stood, and the later reading that closed it."""

JUDGEMENTS: Final = Table(
    "judgements",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("verb", String(12), nullable=False),
    Column("target", String(20), nullable=False),
    Column("document", String(64)),
    Column("start", Integer),
    Column("end", Integer),
    Column("payload", Text, nullable=False),
    Column("judge", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "target"),
    Index(None, "recorded_at"),
)

REGISTER: Final = Table(
    "register",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("sort", String(12), nullable=False),
    Column("about", Text),
    Column("payload", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index(None, "sort"),
    Index(None, "recorded_at"),
)
"""What was said about what is to come: forecasts, how a person settled one, alerts that were told."""

ENTRIES: Final = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", String(27), nullable=False),
    Column("added", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
    Index("ux_entries_recorded_at", "recorded_at", unique=True),
)
"""The chain: one row for each entry, with a hash of what it added and of the entry before it."""

APPEND_ONLY: Final = tuple(table.name for table in METADATA.sorted_tables)
"""The tables that take new rows and nothing else: all of them."""
