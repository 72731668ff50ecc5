"""The editions of documents that were read, numbered for the index of their texts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select

from legation.ledger.projection import texts
from legation.ledger.projection.tables import EDITIONS, next_number
from legation.ledger.projection.tables import add as add_rows
from legation.ledger.schema import DOCUMENTS, READINGS

_TOGETHER = 200


def add(connection: Connection, entered: Sequence[ColumnElement[bool]]) -> None:
    """Number and index the editions of readings that are not indexed yet.

    Args:
        connection: A transaction that writes.
        entered: Conditions that the readings fulfil.
    """
    there = select(EDITIONS.c.number).where(
        EDITIONS.c.document == READINGS.c.document, EDITIONS.c.edition == READINGS.c.edition
    )
    query = (
        select(READINGS.c.document, READINGS.c.edition, *(DOCUMENTS.c[name] for name in texts.INDEXED))
        .join(
            DOCUMENTS, (READINGS.c.document == DOCUMENTS.c.id) & (READINGS.c.edition == DOCUMENTS.c.edition)
        )
        .where(*entered, ~there.exists())
        .distinct()
    )
    free = next_number(connection, EDITIONS)
    found = connection.execute(query.order_by(READINGS.c.document, READINGS.c.edition)).all()
    for start in range(0, len(found), _TOGETHER):
        numbered = list(enumerate(found[start : start + _TOGETHER], free + start))
        rows = [{"number": number, "document": row[0], "edition": row[1]} for number, row in numbered]
        add_rows(connection, EDITIONS, rows)
        texts.add_documents(
            connection, ((number, "\n".join(filter(None, row[2:]))) for number, row in numbered)
        )
