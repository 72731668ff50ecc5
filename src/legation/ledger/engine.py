"""Opening the database of a ledger: SQLite files and PostgreSQL addresses.

Law held here: one writer at a time. A write takes SQLite's write lock, or one advisory lock in PostgreSQL,
before it looks at anything, so that two processes adding at once neither lose nor duplicate an entry.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from legation.errors import LedgerError
from legation.ledger.faults import translated
from legation.ledger.schema import HEAD, METADATA, VERSION_TABLE

_MARK: Final = 0x4C454744
"""SQLite's application id of a ledger file: the letters LEGD."""

_POSTGRES_LOCK: Final = 0x4C454744
_WRITE: Final = "ledger_write"


@dataclass(frozen=True, slots=True)
class Access:
    """How a ledger is opened.

    Attributes:
        create: Make the ledger where there is none.
        read_only: Refuse to add entries, and open files that may not be written; what is derived from the
            entries is still kept up where the file may be written.
        patience: Seconds to wait for another writer.
    """

    create: bool = True
    read_only: bool = False
    patience: float = 30.0


@dataclass(frozen=True, slots=True)
class Database:
    """An open database.

    Attributes:
        engine: SQLAlchemy's engine.
        place: Path or address for messages; without passwords.
        read_only: Whether entries are refused.
        fixed: Whether the file may not be written at all.
    """

    engine: Engine
    place: str
    read_only: bool
    fixed: bool = False

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, and sees one moment of the ledger throughout."""
        with translated(self.place), self.engine.connect() as bare:
            is_server = bare.dialect.name == "postgresql"
            connection = bare.execution_options(isolation_level="REPEATABLE READ") if is_server else bare
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; it holds the only writer's place until it ends.

        Raises:
            LedgerError: The ledger was opened read-only, or another writer does not end.
        """
        if self.read_only:
            raise LedgerError(
                f"the ledger {self.place} was opened read-only; to add to it, open it for writing, and give "
                "yourself the right to write the file where that lacks"
            )
        with self.deriving() as connection:
            yield connection

    @contextmanager
    def deriving(self) -> Iterator[Connection]:
        """A transaction that writes what is derived from the entries; it holds the only writer's place as well."""
        with translated(self.place), self.engine.connect() as bare:
            connection = bare.execution_options(**{_WRITE: True})
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})
                yield connection


def open_database(target: str | Path, access: Access) -> Database:
    """Open, or make, the database of a ledger and bring its tables forward.

    Args:
        target: A path, ``:memory:``, or a ``postgresql`` address as SQLAlchemy writes it.
        access: How to open it.

    Raises:
        LedgerError: It is missing, no ledger, newer than this Legation, or cannot be used.
    """
    address = str(target)
    database = _open_server(address, access) if "://" in address else _open_file(address, access)
    try:
        _prepare(database, create=access.create)
    except LedgerError:
        database.close()
        raise
    return database


def _open_server(address: str, access: Access) -> Database:
    try:
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise LedgerError(f"{url.render_as_string()} is no ledger; give a file or a postgresql address")
        engine = create_engine(url)
    except ArgumentError as error:
        raise LedgerError(f"{address!r} is no address of a database; write postgresql+psycopg://…") from error
    except ModuleNotFoundError as error:
        raise LedgerError(f"a driver for PostgreSQL is missing ({error.name}); install psycopg") from error
    return Database(engine, url.render_as_string(hide_password=True), access.read_only)


def _open_file(address: str, access: Access) -> Database:
    if address == ":memory:":
        return Database(_sqlite_engine("file::memory:", access), address, access.read_only)
    path = Path(address).expanduser()
    if _is_folder(path):
        raise LedgerError(f"{path} is a folder; give the path of a ledger file")
    if not path.exists() and (access.read_only or not access.create):
        raise LedgerError(f"there is no ledger at {path}; read documents into it first, or check the path")
    fixed = path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    engine = _sqlite_engine(path.absolute().as_uri() + _mode(path, read_only=fixed), access)
    return Database(engine, str(path), access.read_only or fixed, fixed)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except PermissionError as error:
        raise LedgerError(
            f"{path} may not be looked at; give yourself the right to enter its folder"
        ) from error


def _mode(path: Path, *, read_only: bool) -> str:
    """SQLite's way to open a file; one on read-only media has no room for the files beside it."""
    if not read_only:
        return "?mode=rwc"
    alone = not path.with_name(path.name + "-wal").exists() and not os.access(path.parent, os.W_OK)
    return "?mode=ro&immutable=1" if alone else "?mode=ro"


def _sqlite_engine(uri: str, access: Access) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            uri, uri=True, timeout=access.patience, isolation_level=None, check_same_thread=False
        )

    pool = StaticPool if ":memory:" in uri else QueuePool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    settle = _settle_reading if access.read_only else _settle
    event.listen(engine, "connect", _settle_fixed if "mode=ro" in uri else settle)
    event.listen(engine, "begin", _begin)
    return engine


def _settle(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: a commit that was reported survives a power cut as well.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _settle_reading(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Nothing but what can be derived anew is written."""
    connection.cursor().execute("PRAGMA synchronous = NORMAL")


def _settle_fixed(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.cursor().execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        version = _version(connection, database.place)
    if version == HEAD:
        return
    if version is None and (database.read_only or not create):
        raise LedgerError(f"there is no ledger at {database.place}; read documents into it first")
    if database.read_only:
        raise LedgerError(
            f"the ledger {database.place} has tables of version {version}, and this Legation "
            f"needs {HEAD}; open it once for writing to bring it forward"
        )
    from legation.ledger.migrations import bring_forward  # late: opening a ready ledger does without Alembic

    with database.writing() as connection:
        if _version(connection, database.place) != HEAD:
            bring_forward(connection)
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {_MARK}")


def _version(connection: Connection, place: str) -> str | None:
    """The version of the tables; None for an empty database.

    Raises:
        LedgerError: The database holds something else, or a newer version.
    """
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        strange = tables if connection.dialect.name == "sqlite" else tables & set(METADATA.tables)
        if strange:
            raise LedgerError(
                f"{place} is a database, but no ledger (it holds {', '.join(sorted(strange)[:3])}); "
                "give the path of a ledger, or of a new file"
            )
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608
    if isinstance(version, str) and version > HEAD:
        raise LedgerError(
            f"the ledger {place} was written by a newer Legation (tables of version {version}; "
            f"this one knows {HEAD}); install a newer Legation to open it"
        )
    return str(version) if version is not None else None
