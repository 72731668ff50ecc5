"""The chain of entries: each is sealed with a hash that takes in its rows and the entry before it.

Law held here: what a sealed entry recorded cannot be changed, taken out or put in without the seals showing it.
What a row holds nothing for is left out of its hash, so that a later schema may add columns. A person who may write
to the file can still forge the whole chain anew; who has noted the seal of a day elsewhere sees that too
(`legation check --seal`).

Source: linked time-stamping, Haber and Stornetta (1991).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Select, Table, insert, inspect, select

from legation.ledger import codec
from legation.ledger.schema import (
    DOCUMENTS,
    ENTRIES,
    JUDGEMENTS,
    READINGS,
    REGISTER,
    RETRACTIONS,
    SIGHTINGS,
    STATEMENTS,
)

BEGINNING: Final = "0" * 64
"""The seal before the first entry."""

_MOMENT_TABLES: Final = (DOCUMENTS, SIGHTINGS, READINGS, JUDGEMENTS, REGISTER)
"""Tables whose rows belong to the entry of their moment."""
_READING_TABLES: Final = (STATEMENTS, RETRACTIONS)
"""Tables whose rows belong to the entry of their reading."""
SEALED: Final = (*_MOMENT_TABLES, *_READING_TABLES)
"""All tables whose rows are sealed; bytes of documents are known by their own hash."""
TOGETHER: Final = 500
"""Entries whose rows are fetched together."""


@dataclass(frozen=True, slots=True)
class Seal:
    """One entry of the chain.

    Attributes:
        number: 1 for the first entry.
        recorded_at: The entry's moment on the recorded clock.
        added: How many rows the entry added.
        digest: SHA-256 of those rows.
        seal: SHA-256 of the seal before, number, moment, count and digest.
    """

    number: int
    recorded_at: str
    added: int
    digest: str
    seal: str


@dataclass(frozen=True, slots=True)
class Content:
    """What one entry added, as rows of text in an order of their own."""

    recorded_at: str
    rows: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the rows."""
        return _sha256(*self.rows)

    def sealed_after(self, before: Seal | None) -> Seal:
        """The seal of this content behind another."""
        number = before.number + 1 if before else 1
        last, digest, count = before.seal if before else BEGINNING, self.digest, len(self.rows)
        seal = _sha256(last, codec.dump([number, self.recorded_at, count, digest]))
        return Seal(number, self.recorded_at, count, digest, seal)


def seal(connection: Connection, moment: str) -> None:
    """Close the entry of a moment; where nothing was added there is no entry."""
    for content in contents(connection, moment, moment):
        connection.execute(insert(ENTRIES), row_of(content.sealed_after(last_seal(connection))))


def resealed(connection: Connection) -> None:
    """Seal all that a ledger from before the chain holds, in the order of its moments.

    It has no tables that came later than the chain.
    """
    there = set(inspect(connection).get_table_names())
    tables = [table for table in _MOMENT_TABLES if table.name in there]
    moments = {m for table in tables for m in connection.execute(select(table.c.recorded_at)).scalars()}
    before: Seal | None = None
    for batch in _batches(sorted(moments)):
        for content in contents(connection, batch[0], batch[-1], tables=tables):
            before = content.sealed_after(before)
            connection.execute(insert(ENTRIES), row_of(before))


def _batches(moments: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(moments), TOGETHER):
        yield moments[start : start + TOGETHER]


def last_seal(connection: Connection) -> Seal | None:
    """The newest seal, or None for an empty ledger."""
    query = select(ENTRIES).order_by(ENTRIES.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return seal_of(row) if row is not None else None


def contents(
    connection: Connection, first: str, last: str, *, tables: Iterable[Table] = _MOMENT_TABLES
) -> Iterator[Content]:
    """What the entries between two moments added, both included, in the order of their moments.

    Args:
        connection: A transaction.
        first: The first moment.
        last: The last one.
        tables: Those tables whose rows have a moment of their own that the ledger has.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for table in tables:
        _collect(found, table, connection.execute(_at(table, first, last)).mappings())
    for table in _READING_TABLES:
        query = _at(READINGS, first, last).join(table, table.c.reading == READINGS.c.id)
        _collect(found, table, connection.execute(query.with_only_columns(*table.c)).mappings())
    for moment in sorted(found):
        yield Content(moment, tuple(sorted(found[moment])))


def row_of(seal: Seal) -> dict[str, object]:
    """A seal as a row."""
    return {
        "number": seal.number,
        "recorded_at": seal.recorded_at,
        "added": seal.added,
        "digest": seal.digest,
        "seal": seal.seal,
    }


def seal_of(row: RowMapping) -> Seal:
    """The seal that a row holds."""
    return Seal(
        int(row["number"]), str(row["recorded_at"]), int(row["added"]), str(row["digest"]), str(row["seal"])
    )


def _at(table: Table, first: str, last: str) -> Select[Any]:
    return select(table).where(table.c.recorded_at >= first, table.c.recorded_at <= last)


def _collect(found: defaultdict[str, list[str]], table: Table, rows: Iterable[RowMapping]) -> None:
    for row in rows:
        said = {name: value for name, value in row.items() if value is not None}
        found[str(row["recorded_at"])].append(codec.dump([table.name, said]))


def _sha256(*parts: str) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode("utf-8", "surrogatepass"))
        whole.update(b"\n")
    return whole.hexdigest()
