"""One batch of files: their rows read, known to the register, freed of repetitions, and written as a partition.

Laws held here: within a set a row is known by the set's own id; of rows with one id the newest by the set's own timestamp
stands, else the first that was read. A line that cannot be read is kept with its reason, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.errors import DocumentError
from legation.exchange.signals.dialect import Dialect
from legation.exchange.signals.duck import duckdb, quoted, sql
from legation.exchange.signals.files import Given, plain
from legation.exchange.signals.forms import FORMS, Form
from legation.exchange.signals.quads import QUADS
from legation.exchange.signals.store import FileEntry, Manifest, Part, Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Batch:
    """Files of one dialect that are read together."""

    dialect: Dialect
    given: tuple[Given, ...]

    @property
    def form(self) -> Form:
        """Their form."""
        return FORMS[self.dialect.form]


def numbered(batch: Batch, manifest: Manifest) -> list[FileEntry]:
    """The entries of its files, which tell the number of their partition, before anything is counted."""
    first = max((entry.number for entry in manifest.files), default=0) + 1
    part = max((part.number for part in manifest.parts), default=0) + 1
    return [
        FileEntry(number, given.address, given.sha256, given.member, batch.form.name, part)
        for number, given in enumerate(batch.given, first)
    ]


def take(
    connection: DuckDBPyConnection, store: Store, batch: Batch, files: Sequence[FileEntry]
) -> tuple[Part, list[FileEntry]]:
    """Read a batch and write its partition; the manifest is for the caller to write.

    Args:
        connection: The connection of the import.
        store: The folder of signals.
        batch: The files.
        files: Their entries, not yet counted.

    Returns:
        The partition, and the entries with what each file gave.

    Raises:
        DocumentError: A file cannot be read at all.
    """
    part = files[0].part
    copies = [store.folder / "work" / f"{entry.number:06}.txt" for entry in files]
    try:
        paths = [plain(given, copy) for given, copy in zip(batch.given, copies, strict=True)]
        try:
            _read(connection, batch, files, paths)
        except duckdb().Error as error:
            raise DocumentError(
                f"it cannot be read ({str(error).splitlines()[0]})", reason="broken"
            ) from error
        rejected = _write_rejected(connection, batch.form, store.path(part, "csv"))
    finally:
        for copy in copies:
            copy.unlink(missing_ok=True)
    read = _pairs(connection, "counts")
    replaced = _settle(connection, store, part, batch.form)
    _look_up(connection, batch.form)
    connection.execute(
        sql("part").format(dataset=quoted(batch.form.name), part=part, path=quoted(str(store.path(part))))
    )
    kept, flawed = _pairs(connection, "counts"), _pairs(connection, "flawed", path=str(store.path(part)))
    entries = [
        replace(
            entry,
            kept=kept.get(entry.number, 0),
            flawed=flawed.get(entry.number, 0),
            repeated=read.get(entry.number, 0) - kept.get(entry.number, 0),
            rejected=rejected.get(entry.number, 0),
        )
        for entry in files
    ]
    days = connection.execute(sql("days")).fetchone() or (None, None)
    return Part(part, batch.form.name, sum(kept.values()), replaced, *days), entries


def _read(
    connection: DuckDBPyConnection, batch: Batch, files: Sequence[FileEntry], paths: Sequence[Path]
) -> None:
    """Read the rows of files; lines that cannot be read go to DuckDB's own table."""
    form, dialect = batch.form, batch.dialect
    connection.execute(sql("forget"))
    read = [str(path) for path in paths]
    addresses, numbers = [entry.address for entry in files], [entry.number for entry in files]
    connection.execute(sql("batch"), {"paths": read, "addresses": addresses, "numbers": numbers})
    missing = "".join(f", NULL::{kind} AS {name}" for name, kind in dialect.missing.items())
    rows = sql("rows").format(missing=missing)
    connection.execute(
        sql("making").format(signals=sql(form.sql or form.name).format(rows=rows)),
        {
            "dataset": form.name,
            "files": read,
            "columns": dialect.typed(),
            "header": dialect.header,
            "delimiter": dialect.delimiter,
            "quote": dialect.quote,
            "escape": dialect.escape,
            "empty": list(form.empty),
            "needed": [name for name in form.needed if name in dialect.columns],
            "date_format": dialect.date_format,
        },
    )


def _write_rejected(connection: DuckDBPyConnection, form: Form, path: Path) -> dict[int, int]:
    """Write what could not be read, if anything, and count it by file."""
    found = _pairs(connection, "rejected_counts")
    if found:
        names = {"coded": quoted(form.coded), "dated": quoted(form.dated), "path": quoted(str(path))}
        connection.execute(sql("rejected").format(**names))
    return found


def _settle(connection: DuckDBPyConnection, store: Store, part: int, form: Form) -> int:
    """Drop rows that come twice or stand already, and note those that newer ones replace; how many those are."""
    connection.execute(sql("twice"))
    standing = [
        str(store.path(each.number))
        for each in store.manifest(create=True).parts
        if each.dataset == form.name and each.rows
    ]
    if not standing:
        return 0
    connection.execute(sql("met"), {"parts": standing})
    connection.execute(sql("known"))
    found = connection.execute(sql("replaced_count")).fetchone()
    replaced = int(found[0]) if found else 0
    if replaced:
        connection.execute(sql("old").format(path=quoted(str(store.path(part, "old.parquet")))))
    return replaced


def _look_up(connection: DuckDBPyConnection, form: Form) -> None:
    """Make tables of what the keys of sides, codes and places mean: each is looked up once."""
    keys = _column(connection, "party_keys")
    parties = [form.party(key) for key in keys]
    ids, sectors = [p.country or None for p in parties], [p.sector or None for p in parties]
    connection.execute(sql("parties"), {"keys": keys, "ids": ids, "sectors": sectors})
    codes = _column(connection, "codes")
    types = [form.type(code) for code in codes]
    connection.execute(
        sql("meanings"),
        {
            "codes": codes,
            "types": [each.type for each in types],
            "modes": [each.mode for each in types],
            "contexts": [each.context for each in types],
            "quads": [QUADS.get(each.type or "") for each in types],
        },
    )
    places = _column(connection, "place_keys")
    connection.execute(sql("places"), {"keys": places, "ids": [form.place(key) for key in places]})


def _column(connection: DuckDBPyConnection, name: str) -> list[Any]:
    return [value for (value,) in connection.execute(sql(name)).fetchall()]


def _pairs(connection: DuckDBPyConnection, name: str, **values: object) -> dict[int, int]:
    return dict(connection.execute(sql(name), values).fetchall())
