"""Everything that was chosen of a ledger as Parquet: a file for each table, with its schema and codebook.

Law held here: what DuckDB reads back is what was written, row for row.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from legation.errors import UsageError
from legation.exchange.rowform import TABLES, Holds, Row, Table, codebook, json_schema
from legation.ledger import View
from legation.ledger.record import Record

_TYPES: Final[Mapping[Holds, str]] = {
    "text": "VARCHAR",
    "texts": "VARCHAR[]",
    "number": "DOUBLE",
    "count": "BIGINT",
    "day": "DATE",
    "moment": "TIMESTAMPTZ",
    "yes": "BOOLEAN",
}


def write_parquet(view: View, records: Sequence[Record], path: Path) -> list[tuple[Path, int]]:
    """Write the tables beside each other: ``out.parquet`` becomes ``out.records.parquet`` and so on.

    Args:
        view: The view that the records are of.
        records: The records; of documents, statements and judgements, those that are theirs are written.
        path: Path that the names of the files are made from.

    Returns:
        The files, and how many rows each has; the last two are the schema and the codebook.

    Raises:
        UsageError: DuckDB is not installed.
    """
    try:
        import duckdb  # late: an extra
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{path}: Parquet is written by DuckDB, which is not installed; install it with "
            "pip install 'legation[foresight]', or export .jsonl or .csv"
        ) from error
    written: list[tuple[Path, int]] = []
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        for table in TABLES:
            rows, target = Path(folder) / f"{table.name}.jsonl", path.with_suffix(f".{table.name}.parquet")
            count = _write_lines(rows, table.rows(view, records))
            connection.execute(_copying(table, rows, target))
            written.append((target, count))
    written.append((_write_schema(path.with_suffix(".schema.json")), len(TABLES)))
    written.append(_write_codebook(path.with_suffix(".codebook.csv")))
    return written


def _write_lines(path: Path, rows: Iterable[Row]) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for row in rows:
            count += 1
            lines.write(json.dumps(row, ensure_ascii=True) + "\n")
    return count


def _copying(table: Table, rows: Path, target: Path) -> str:
    """The statement that writes a table; DuckDB takes no parameters here, so names are quoted."""
    columns = ", ".join(f"{_quoted(c.name)}: {_quoted(_TYPES[c.holds])}" for c in table.columns)
    source = f"read_json({_quoted(str(rows))}, format='newline_delimited', maximum_object_size=1073741824, columns={{{columns}}})"
    return f"COPY (SELECT * FROM {source}) TO {_quoted(str(target))} (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _write_schema(path: Path) -> Path:
    path.write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _write_codebook(path: Path) -> tuple[Path, int]:
    rows = list(codebook())
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("table", "column", "holds", "labels", "meaning"), *rows])
    return path, len(rows)
