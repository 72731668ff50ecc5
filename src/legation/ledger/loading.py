"""Reading what was recorded by a moment: documents, statements that stood, and judgements."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, tuple_
from sqlalchemy import true as sql_true

from legation.documents.document import Part
from legation.ledger import codec
from legation.ledger.copies import Copies
from legation.ledger.heirs import heirs_of
from legation.ledger.judging import judgement_of
from legation.ledger.record import Judgement, Registered, Sort, StoredDocument, StoredStatement
from legation.ledger.resolve.decided import Successor
from legation.ledger.resolve.official import official_ids
from legation.ledger.resolve.sources import Sources
from legation.ledger.schema import (
    CONTENTS,
    DOCUMENTS,
    JUDGEMENTS,
    READINGS,
    REGISTER,
    RETRACTIONS,
    SIGHTINGS,
    STATEMENTS,
)
from legation.records import Statement
from legation.values.when import When

_CHUNK = 500
_LEAST_PREFIX = 8
_COMPARED = 50
"""A value that more documents give is weighed by their number: their texts are not held against each other."""

EVERY: Final = (sql_true(),)
"""The condition that every statement fulfils."""


def load_documents(
    connection: Connection, moment: str, only: Iterable[str] | None = None
) -> list[tuple[StoredDocument, int]]:
    """The documents known at a moment, each with the edition that its latest reading read.

    An address that could not be read at first, and later could, no longer shows as unreadable.

    Args:
        connection: A transaction that reads.
        moment: The moment on the recorded clock.
        only: Ids of the documents that are wanted; None for all.
    """
    if only is None:
        return _documents(connection, moment, sql_true())
    return [
        found for part in _parts(only) for found in _documents(connection, moment, DOCUMENTS.c.id.in_(part))
    ]


def load_sources(connection: Connection, moment: str, documents: Iterable[str]) -> Sources:
    """What resolving must know of documents, by their ids; their texts are read while the transaction lasts."""
    known = {
        document.id: (document, edition)
        for document, edition in load_documents(connection, moment, documents)
    }
    copies = Copies(lambda key: known[key][0], lambda key: load_text(connection, key, known[key][1]))
    found = [document for document, _ in known.values()]

    def independent(told_by: Collection[str]) -> int:
        return copies.count(told_by) if len(told_by) <= _COMPARED else len(told_by)

    return Sources(official_ids(found), {d.id: d.published for d in found if d.published}, independent)


def find_documents(connection: Connection, moment: str, key: str) -> list[StoredDocument]:
    """The documents that go by an id, by a beginning of one (8 digits or more), or by a name."""
    begins = (
        DOCUMENTS.c.id.startswith(key, autoescape=True)
        if len(key) >= _LEAST_PREFIX
        else DOCUMENTS.c.id == key
    )
    query = select(DOCUMENTS.c.id).where(
        begins | (DOCUMENTS.c.name == key), DOCUMENTS.c.recorded_at <= moment
    )
    known = {str(ident) for ident in connection.execute(query).scalars()}
    found = [document for document, _ in load_documents(connection, moment, {key} if key in known else known)]
    return [d for d in found if d.name == key or d.id.startswith(key)]


def _documents(
    connection: Connection, moment: str, wanted: ColumnElement[bool]
) -> list[tuple[StoredDocument, int]]:
    columns = [column for column in DOCUMENTS.c if column.name != "text"]
    query = select(*columns).where(DOCUMENTS.c.recorded_at <= moment, wanted).order_by(DOCUMENTS.c.edition)
    rows = connection.execute(query).mappings().all()
    editions = {str(row["id"]): int(row["edition"]) for row in rows}
    read = (
        select(READINGS.c.document, READINGS.c.edition)
        .join(
            DOCUMENTS, (READINGS.c.document == DOCUMENTS.c.id) & (READINGS.c.edition == DOCUMENTS.c.edition)
        )
        .where(READINGS.c.recorded_at <= moment, wanted)
        .order_by(READINGS.c.recorded_at)
    )
    editions |= {str(document): int(edition) for document, edition in connection.execute(read)}
    found = [_document(row) for row in rows if editions[row["id"]] == row["edition"]]
    since = _read_since(connection, moment, {d.address for d in found if d.status == "unreadable"})
    return [
        (document, editions[document.id])
        for document in found
        if document.status == "readable"
        or since.get(document.address, "") < codec.moment_text(document.recorded_at)
    ]


def _read_since(connection: Connection, moment: str, addresses: Iterable[str]) -> dict[str, str]:
    """When something that could be read was last seen at addresses."""
    readable = select(DOCUMENTS.c.id).where(
        DOCUMENTS.c.id == SIGHTINGS.c.document,
        DOCUMENTS.c.status == "readable",
        DOCUMENTS.c.recorded_at <= moment,
    )
    query = select(SIGHTINGS.c.address, func.max(SIGHTINGS.c.recorded_at)).where(
        SIGHTINGS.c.recorded_at <= moment, readable.exists()
    )
    return {
        str(address): str(recorded)
        for part in _parts(addresses)
        for address, recorded in connection.execute(
            query.where(SIGHTINGS.c.address.in_(part)).group_by(SIGHTINGS.c.address)
        )
    }


def _document(row: RowMapping) -> StoredDocument:
    published = row["published"]
    return StoredDocument(
        id=str(row["id"]),
        name=str(row["name"]),
        address=str(row["address"]),
        media_type=str(row["media_type"]),
        status="readable" if row["status"] == "readable" else "unreadable",
        parts=tuple(Part(*part) for part in json.loads(str(row["parts"]))),
        pages=tuple(json.loads(str(row["pages"]))),
        title=_optional(row["title"]),
        published=When.parse(str(published)) if published is not None else None,
        publisher=_optional(row["publisher"]),
        language=_optional(row["language"]),
        notes=tuple(json.loads(str(row["notes"]))),
        reason=_optional(row["reason"]),
        message=_optional(row["message"]),
        read_at=codec.parse_moment(str(row["read_at"])),
        recorded_at=codec.parse_moment(str(row["recorded_at"])),
    )


def _optional(value: object) -> str | None:
    return str(value) if value is not None else None


def load_text(connection: Connection, document: str, edition: int) -> str:
    """The text of one edition of a document; empty where there is none."""
    query = select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document, DOCUMENTS.c.edition == edition)
    return str(connection.execute(query).scalar() or "")


def load_content(connection: Connection, document: str) -> bytes:
    """The bytes of a document; empty where there are none."""
    query = select(CONTENTS.c.content).where(CONTENTS.c.document == document)
    return cast(bytes, connection.execute(query).scalar() or b"")


def load_statements(
    connection: Connection, moment: str, only: Sequence[ColumnElement[bool]]
) -> list[StoredStatement]:
    """The statements that stood at a moment, as they were read, by document and place.

    Args:
        connection: A transaction that reads.
        moment: The moment on the recorded clock.
        only: Conditions, of which a statement fulfils one; see `standing_in` and `standing_named`.
    """
    gone = select(RETRACTIONS.c.statement).where(
        RETRACTIONS.c.statement == STATEMENTS.c.id, RETRACTIONS.c.recorded_at <= moment
    )
    query = (
        select(STATEMENTS, READINGS.c.reader)
        .join(READINGS, STATEMENTS.c.reading == READINGS.c.id)
        .where(STATEMENTS.c.recorded_at <= moment, ~gone.exists())
    )
    found = [_statement(row) for each in only for row in connection.execute(query.where(each)).mappings()]
    found.sort(key=lambda s: (s.document, s.quote.start, s.quote.end, s.id))
    return found


def standing_in(documents: Iterable[str]) -> list[ColumnElement[bool]]:
    """Conditions for the statements of some documents."""
    return [STATEMENTS.c.document.in_(part) for part in _parts(documents)]


def standing_named(statements: Iterable[str]) -> list[ColumnElement[bool]]:
    """Conditions for statements by their ids."""
    return [STATEMENTS.c.id.in_(part) for part in _parts(statements)]


def standing_beginning(digits: str) -> list[ColumnElement[bool]]:
    """The condition for statements whose ids begin so."""
    return [STATEMENTS.c.id.startswith(digits, autoescape=True)]


def homes_of(connection: Connection, statements: Iterable[str]) -> frozenset[str]:
    """Ids of the documents in which statements stand or stood."""
    query = select(STATEMENTS.c.document)
    return frozenset(
        str(document)
        for condition in standing_named(statements)
        for document in connection.execute(query.where(condition)).scalars()
    )


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    kept = sorted(set(values))
    for start in range(0, len(kept), _CHUNK):
        yield kept[start : start + _CHUNK]


def _statement(row: RowMapping) -> StoredStatement:
    return StoredStatement(
        id=str(row["id"]),
        statement=codec.statement_of(row),
        reader=str(row["reader"]),
        recorded_at=codec.parse_moment(str(row["recorded_at"])),
    )


def load_judgements(connection: Connection, moment: str) -> list[Judgement]:
    """The judgements recorded by a moment, oldest first."""
    query = (
        select(JUDGEMENTS)
        .where(JUDGEMENTS.c.recorded_at <= moment)
        .order_by(JUDGEMENTS.c.recorded_at, JUDGEMENTS.c.id)
    )
    return [judgement_of(row) for row in connection.execute(query).mappings()]


def load_register(connection: Connection, moment: str) -> list[Registered]:
    """What was registered by a moment, oldest first."""
    query = select(REGISTER).where(REGISTER.c.recorded_at <= moment).order_by(REGISTER.c.recorded_at)
    return [registered_of(row) for row in connection.execute(query).mappings()]


def registered_of(row: RowMapping | Mapping[str, object]) -> Registered:
    """What a row of the register holds."""
    return Registered(
        id=str(row["id"]),
        sort=cast(Sort, row["sort"]),
        about=_optional(row["about"]),
        payload=json.loads(str(row["payload"])),
        by=str(row["by"]),
        why=str(row["why"]),
        recorded_at=codec.parse_moment(str(row["recorded_at"])),
    )


def load_successors(
    connection: Connection, wanted: Iterable[str], standing: Iterable[StoredStatement]
) -> dict[str, Successor]:
    """For statements that no longer stand: what stands on their passage now (see `legation.ledger.heirs`)."""
    by_place: dict[tuple[str, str], list[StoredStatement]] = {}
    live: set[str] = set()
    for statement in standing:
        live.add(statement.id)
        by_place.setdefault((statement.document, statement.kind), []).append(statement)
    gone = sorted(set(wanted) - live)
    readings: dict[tuple[str, str], dict[str, Statement]] = {}
    for named in standing_named(gone):
        together = select(STATEMENTS.c.reading, STATEMENTS.c.kind).where(named)
        query = select(STATEMENTS).where(tuple_(STATEMENTS.c.reading, STATEMENTS.c.kind).in_(together))
        for row in connection.execute(query).mappings():
            olds = readings.setdefault((str(row["reading"]), str(row["kind"])), {})
            olds[str(row["id"])] = codec.statement_of(row)
    found: dict[str, Successor] = {}
    for (_, kind), olds in readings.items():
        document = next(iter(olds.values())).quote.document
        found |= heirs_of(olds, by_place.get((document, kind), ()))
    return {key: found[key] for key in gone if key in found}
