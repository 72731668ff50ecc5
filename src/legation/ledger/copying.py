"""Copies of a ledger, row by row: a backup, a restored ledger, or the way from a file to a server and back.

Laws held here: a copy is all there or not there at all; it is made of rows as they are, their moments and seals
included, so that the copy's newest seal is that of the ledger; nothing is ever copied over something.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Table, func, insert, select

from legation.errors import LedgerError
from legation.ledger import chain
from legation.ledger.engine import Access, open_database
from legation.ledger.schema import METADATA

Progress = Callable[[str, int, int], None]
"""Told the table, how many of its rows were copied, and of how many."""

_TOGETHER: Final = 1000
"""Rows that travel together; fewer for tables of texts and bytes would save memory, not time."""


def copy_ledger(
    source: str | Path, target: str | Path, *, progress: Progress | None = None
) -> chain.Seal | None:
    """Copy a ledger as it stands now to where there is none.

    Args:
        source: A path or ``postgresql`` address; it may be written meanwhile, the copy holds one moment of it.
        target: A path or ``postgresql`` address where there is no ledger yet.
        progress: Is told how far the work is.

    Returns:
        The newest seal of both, or None for an empty ledger.

    Raises:
        LedgerError: There is a ledger or file at the target already, or one of the two cannot be used.
    """
    is_file = "://" not in str(target)
    place = Path(target).expanduser() if is_file else None
    if place is not None and place.exists():
        raise LedgerError(
            f"there is a file at {place} already; give another path, or move that file away first"
        )
    unfinished = place.with_name(place.name + ".unfinished") if place is not None else None
    if unfinished is not None:
        _remove(unfinished)
    _copy(source, unfinished or target, progress)
    if place is not None and unfinished is not None:
        unfinished.rename(place)
    return _last_seal(target)


def _copy(source: str | Path, target: str | Path, progress: Progress | None) -> None:
    """Copy all rows in one transaction of each."""
    with closing(open_database(source, Access(create=False, read_only=True))) as origin:
        copy = open_database(target, Access())
        with closing(copy), origin.reading() as reading, copy.writing() as writing:
            if chain.last_seal(writing) is not None:
                raise LedgerError(f"there is a ledger at {copy.place} already; give an empty place")
            for table in METADATA.sorted_tables:
                _copy_table(reading, writing, table, progress)


def _copy_table(source: Connection, target: Connection, table: Table, progress: Progress | None) -> None:
    total = int(source.execute(select(func.count()).select_from(table)).scalar() or 0)
    done = 0
    keys = list(table.primary_key.columns)
    query = select(table).order_by(*keys).execution_options(yield_per=_TOGETHER)
    with closing(source.execute(query)) as rows:
        for batch in rows.mappings().partitions(_TOGETHER):
            target.execute(insert(table), [dict(row) for row in batch])
            done += len(batch)
            if progress:
                progress(table.name, done, total)


def _last_seal(place: str | Path) -> chain.Seal | None:
    database = open_database(place, Access(create=False, read_only=True))
    with closing(database), database.reading() as connection:
        return chain.last_seal(connection)


def _remove(unfinished: Path) -> None:
    """Take away what an earlier copy that was stopped left."""
    for ending in ("", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
