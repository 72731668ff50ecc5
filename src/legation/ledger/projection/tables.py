"""The tables of the projection, and its stamp.

Law held here: tables of another make, by other rules or another layout, are dropped and never read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from legation.ledger.projection import texts

TABLES: Final = MetaData()
_LONG: Final = BigInteger().with_variant(Integer, "sqlite")
_PLACE: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its characters, in whatever country the server stands."""
_TOGETHER: Final = 500
"""Values that one query names."""

STATE: Final = Table(
    "projection_state",
    TABLES,
    Column("make", String(64), primary_key=True),
    Column("naming", String(20), nullable=False),
    Column("entry", Integer, nullable=False),
    Column("moment", String(27), nullable=False),
)
"""One row: the make, the decisions about actors, and the entry (with its moment) up to which statements are placed."""

EDITIONS: Final = Table(
    "projection_editions",
    TABLES,
    Column("number", _LONG, primary_key=True, autoincrement=False),
    Column("document", String(64), nullable=False),
    Column("edition", Integer, nullable=False),
    Index("ux_projection_editions", "document", "edition", unique=True),
)
"""The editions of documents that were read, whose text is indexed."""

FACES: Final = Table(
    "projection_faces",
    TABLES,
    Column("number", _LONG, primary_key=True, autoincrement=False),
    Column("signature", _LONG, nullable=False),
    Column("component", _LONG, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("fields", Text, nullable=False),
    Column("modality", String(12), nullable=False),
    Column("date", Text),
    Index("ux_projection_faces_signature", "signature", unique=True),
    Index("ix_projection_faces_component", "component"),
)
"""What is said, whoever says it, and the component to which it belongs: the number of one of its faces."""

KEYS: Final = Table(
    "projection_keys",
    TABLES,
    Column("key", _LONG, primary_key=True, autoincrement=False),
    Column("face", _LONG, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The blocks: only faces that share a key are compared."""

SIDES: Final = Table(
    "projection_actors",
    TABLES,
    Column("actor", Text, primary_key=True),
    Column("face", _LONG, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The actors that a face names."""

PLACES: Final = Table(
    "projection_places",
    TABLES,
    Column("statement", String(20), primary_key=True),
    Column("face", _LONG, nullable=False),
    Column("siblings", _LONG, nullable=False),
    Index("ix_projection_places_face", "face"),
    Index("ix_projection_places_siblings", "siblings"),
    sqlite_with_rowid=False,
)
"""The face of each statement, and what it shares with those of its document that bear on how it is read."""

UNSETTLED: Final = Table(
    "projection_unsettled",
    TABLES,
    Column("component", _LONG, primary_key=True, autoincrement=False),
)
"""Components whose records are not those of their statements any more."""

RECORDS: Final = Table(
    "projection_records",
    TABLES,
    Column("id", String(21), primary_key=True),
    Column("component", _LONG, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("place", _PLACE, nullable=False),
    Column("first", Integer),
    Column("after", Integer),
    Column("modality", String(12), nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("actors", Text, nullable=False),
    Column("chains", Text, nullable=False),
    Column("documents", Text, nullable=False),
    Column("statements", Text, nullable=False),
    Column("links", Text, nullable=False),
    Index("ix_projection_records_component", "component"),
    Index("ix_projection_records_place", "place", "id"),
)
"""The records: their place in time, first day and day after the last, and the statements that they are made of."""

PARTIES: Final = Table(
    "projection_parties",
    TABLES,
    Column("actor", Text, primary_key=True),
    Column("place", _PLACE, primary_key=True),
    Column("record", String(21), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("first", Integer),
    Column("after", Integer),
    sqlite_with_rowid=False,
)
"""The records of each actor, in the order of time."""

CHAINS: Final = Table(
    "projection_chains",
    TABLES,
    Column("chain", _LONG, primary_key=True, autoincrement=False),
    Column("record", String(21), primary_key=True),
    sqlite_with_rowid=False,
)
"""Records that are compared with each other: a series, the tiers of a pair, the holders of an office."""

Row = Mapping[str, object]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Stamp:
    """How far a projection goes.

    Attributes:
        entry: Number of the last entry whose statements are placed; 0 for none.
        moment: Its moment; empty for none.
        naming: A hash of the decisions about actors by which they are.
        settled: Whether the records are those of all that is placed.
    """

    entry: int = 0
    moment: str = ""
    naming: str = ""
    settled: bool = True


@cache
def make() -> str:
    """A hash of the code and data that a projection hangs on: rules of sameness, actors, dates, and this layout."""
    home = Path(__file__).parents[2]
    folders = ("values", "actors", "ledger/resolve", "ledger/projection")
    alone = ("records.py", "ledger/copies.py", "ledger/origin.py", "ledger/judged.py", "ledger/naming.py")
    files = [
        *(home / name for name in alone),
        *(f for name in folders for f in sorted((home / name).rglob("*"))),
    ]
    whole = hashlib.sha256()
    for file in files:
        if file.is_file() and file.suffix not in (".pyc", ".pyo"):
            whole.update(file.relative_to(home).as_posix().encode())
            whole.update(file.read_bytes())
    return whole.hexdigest()


def stamp(connection: Connection) -> Stamp | None:
    """How far the projection goes; None where there is none of this make."""
    if not inspect(connection).has_table(STATE.name):
        return None
    row = connection.execute(select(STATE).where(STATE.c.make == make())).mappings().first()
    if row is None:
        return None
    unsettled = connection.execute(select(UNSETTLED.c.component).limit(1)).first()
    return Stamp(int(row["entry"]), str(row["moment"]), str(row["naming"]), unsettled is None)


def prepare(connection: Connection, naming: str) -> Stamp:
    """Make the tables where there are none, and anew where they are of another make or other names.

    Args:
        connection: A transaction that writes.
        naming: A hash of what persons decided about actors: each such decision may bear on any statement.
    """
    found = stamp(connection)
    if found is not None and found.naming == naming:
        return found
    drop(connection)
    TABLES.create_all(connection)
    texts.create(connection)
    return write_stamp(connection, Stamp(naming=naming))


def drop(connection: Connection) -> None:
    """Drop the projection."""
    texts.drop(connection)
    TABLES.drop_all(connection)


def write_stamp(connection: Connection, reached: Stamp) -> Stamp:
    """Note how far the projection goes."""
    row = {"make": make(), "naming": reached.naming, "entry": reached.entry, "moment": reached.moment}
    connection.execute(STATE.delete())
    connection.execute(insert(STATE), row)
    return reached


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, leaving those that are there as they are."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as postgres_insert  # late: start-up time

        connection.execute(postgres_insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite_insert(table).on_conflict_do_nothing(), rows)


def in_parts(values: Iterable[Value], size: int = _TOGETHER) -> Iterator[list[Value]]:
    """Values, as many at a time as one query may name."""
    kept = list(values)
    for start in range(0, len(kept), size):
        yield kept[start : start + size]


def rows_where(
    connection: Connection, query: Select[Any], column: Column[Any], values: Iterable[object]
) -> Iterator[RowMapping]:
    """The rows of a query in which a column holds one of some values, however many these are."""
    for part in in_parts(values):
        yield from connection.execute(query.where(column.in_(part))).mappings()


def next_number(connection: Connection, table: Table) -> int:
    """The first number that is free in a table."""
    found = connection.execute(text(f"SELECT max(number) FROM {table.name}")).scalar()  # noqa: S608 (a table's own name)
    return int(found or 0) + 1
