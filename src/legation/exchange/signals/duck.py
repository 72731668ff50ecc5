"""DuckDB within bounds: two threads and a gigabyte, and the SQL of this package from its files.

DuckDB comes with the extra `foresight`; it is imported when the first connection is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from legation.errors import SignalsError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SQL: Final = files("legation.exchange.signals") / "sql"


@dataclass(frozen=True, slots=True)
class Limits:
    """What the work may take.

    Attributes:
        threads: Threads that DuckDB runs.
        megabytes: Memory that DuckDB holds; what needs more goes to the folder's own disk for a while.
    """

    threads: int = 2
    megabytes: int = 1100


def duckdb() -> ModuleType:
    """The library.

    Raises:
        UsageError: It is not installed.
    """
    try:
        import duckdb as library
    except ModuleNotFoundError as error:
        raise UsageError("signals need DuckDB: pip install 'legation[foresight]'") from error
    return library


def connect(
    database: Path | None = None, *, scratch: Path, limits: Limits | None = None
) -> DuckDBPyConnection:
    """A connection within the limits.

    Args:
        database: The file to write to; None for a connection that only reads Parquet.
        scratch: Where it may put what does not fit into memory.
        limits: What it may take.

    Raises:
        SignalsError: Another program holds the file.
        UsageError: DuckDB is not installed.
    """
    library, bounds = duckdb(), limits or Limits()
    settings = {
        "threads": bounds.threads,
        "memory_limit": f"{bounds.megabytes}MB",
        "temp_directory": str(scratch),
        "preserve_insertion_order": False,
    }
    try:
        found: DuckDBPyConnection = library.connect(str(database or ":memory:"), config=settings)
    except library.IOException as error:
        raise SignalsError(
            f"{database}: another import is at work there, or another program ({error})"
        ) from error
    found.execute("SET parquet_metadata_cache = true")
    return found


@cache
def sql(name: str) -> str:
    """A statement of this package by the name of its file."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def quoted(text: str) -> str:
    """A text as SQL writes it, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
