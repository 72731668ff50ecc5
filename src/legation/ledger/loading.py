"""Reading what was recorded by a moment: documents, statements that stood, and judgements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from sqlalchemy import Connection, RowMapping, func, select, tuple_

from legation.documents.document import Part
from legation.ledger import codec
from legation.ledger.heirs import heirs_of
from legation.ledger.judging import judgement_of
from legation.ledger.record import Judgement, Registered, Sort, StoredDocument, StoredStatement
from legation.ledger.resolve.decided import Successor
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


def load_documents(connection: Connection, moment: str) -> list[tuple[StoredDocument, int]]:
    """The documents known at a moment, each with the edition that its latest reading read.

    An address that could not be read at first, and later could, no longer shows as unreadable.
    """
    editions = _editions(connection, moment)
    columns = [column for column in DOCUMENTS.c if column.name != "text"]
    rows = connection.execute(select(*columns).where(DOCUMENTS.c.recorded_at <= moment)).mappings()
    found = [_document(row) for row in rows if editions[row["id"]] == row["edition"]]
    readable = {document.id for document in found if document.status == "readable"}
    since = _latest_sightings(connection, moment, readable)
    kept = [
        d for d in found if d.id in readable or since.get(d.address, "") < codec.moment_text(d.recorded_at)
    ]
    return [(document, editions[document.id]) for document in kept]


def _editions(connection: Connection, moment: str) -> dict[str, int]:
    known = connection.execute(
        select(DOCUMENTS.c.id, func.max(DOCUMENTS.c.edition))
        .where(DOCUMENTS.c.recorded_at <= moment)
        .group_by(DOCUMENTS.c.id)
    )
    read = connection.execute(
        select(READINGS.c.document, READINGS.c.edition)
        .where(READINGS.c.recorded_at <= moment)
        .order_by(READINGS.c.recorded_at)
    )
    editions = {str(document): int(edition) for document, edition in known}
    return editions | {str(document): int(edition) for document, edition in read}


def _latest_sightings(connection: Connection, moment: str, readable: set[str]) -> dict[str, str]:
    rows = connection.execute(
        select(SIGHTINGS.c.address, SIGHTINGS.c.document, SIGHTINGS.c.recorded_at)
        .where(SIGHTINGS.c.recorded_at <= moment)
        .order_by(SIGHTINGS.c.recorded_at)
    )
    return {str(address): str(recorded) for address, document, recorded in rows if document in readable}


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


def load_statements(connection: Connection, moment: str) -> list[StoredStatement]:
    """The statements that stood at a moment, as they were read, by document and place."""
    retracted = select(RETRACTIONS.c.statement).where(RETRACTIONS.c.recorded_at <= moment)
    gone = set(connection.execute(retracted).scalars())
    query = (
        select(STATEMENTS, READINGS.c.reader)
        .join(READINGS, STATEMENTS.c.reading == READINGS.c.id)
        .where(STATEMENTS.c.recorded_at <= moment)
        .order_by(STATEMENTS.c.document, STATEMENTS.c.start, STATEMENTS.c.end, STATEMENTS.c.id)
    )
    return [_statement(row) for row in connection.execute(query).mappings() if row["id"] not in gone]


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
    for start in range(0, len(gone), _CHUNK):
        named = STATEMENTS.c.id.in_(gone[start : start + _CHUNK])
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
