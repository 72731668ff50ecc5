"""`legation export`: records and sources as files for other programs; the ending chooses the form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from legation.cli.filtering import Filters, Selected, selected
from legation.cli.placing import check_place
from legation.cli.printing import counted, tell
from legation.cli.showing import record_row
from legation.errors import UsageError
from legation.exchange.calendar import calendar_of
from legation.exchange.citations import FORMS
from legation.exchange.ftm import ftm_of, left_out
from legation.exchange.jsonl import record_schema
from legation.exchange.parquet import write_parquet
from legation.exchange.tables import csv_of
from legation.exchange.workbook import xlsx_of
from legation.ledger import Ledger

ENDINGS: Final = (".csv", ".xlsx", ".parquet", ".ftm.jsonl", ".jsonl", ".schema.json", ".ics", *FORMS)
"""The forms that there are."""


def export(
    target: str, paths: Sequence[Path], *, as_of: str | None, filters: Filters, confidential: bool
) -> int:
    """Write what is chosen to files; what was marked as confidential stays out unless it is asked for.

    Returns:
        The exit code.

    Raises:
        UsageError: A file's ending is no form, or its folder is missing; nothing is written then.
    """
    for path in paths:
        _check(path)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        chosen = selected(ledger, as_of=as_of, filters=filters, confidential=confidential)
        for path in paths:
            _write(path, chosen)
    return 0


def _check(path: Path) -> None:
    if _ending(path) is None:
        raise UsageError(f"{path}: no such form; its ending must be one of {', '.join(ENDINGS)}")
    check_place(path)


def _ending(path: Path) -> str | None:
    return next((ending for ending in ENDINGS if path.name.lower().endswith(ending)), None)


def _write(path: Path, chosen: Selected) -> None:
    ending = _ending(path)
    note = ""
    if ending == ".xlsx":
        path.write_bytes(xlsx_of(chosen.view, chosen.records))
        tell(f"{path}: {counted(len(chosen.records), 'record')}")
        return
    if ending == ".parquet":
        for written, held in write_parquet(chosen.view, chosen.records, path):
            tell(f"{written}: {counted(held, 'row')}")
        return
    if ending == ".csv":
        # Spreadsheets take UTF-8 for what it is only where the mark stands in front.
        text, count = "\ufeff" + csv_of(chosen.view, chosen.records), counted(len(chosen.records), "record")
    elif ending == ".ftm.jsonl":
        text, count = ftm_of(chosen.view, chosen.records), counted(len(chosen.records), "record")
        note = (
            f"; {counted(fit, 'figure')} left out: no schema holds them"
            if (fit := left_out(chosen.records))
            else ""
        )
    elif ending == ".schema.json":
        schema = record_schema()
        text, count = (
            json.dumps(schema, indent=2, ensure_ascii=False) + "\n",
            "the schema of the lines of .jsonl",
        )
    elif ending == ".jsonl":
        rows = (json.dumps(record_row(chosen.view, r), ensure_ascii=False) for r in chosen.records)
        text, count = "".join(f"{row}\n" for row in rows), counted(len(chosen.records), "record")
    elif ending == ".ics":
        calendar = calendar_of(chosen.view, chosen.records, after=chosen.first_day)
        text, count = calendar.text, counted(calendar.entries, "event") + f" from {chosen.first_day} on"
        note = f"; {calendar.vague} more have no day yet" if calendar.vague else ""
    else:
        text, count = (
            FORMS[str(ending)](chosen.view, chosen.documents),
            counted(len(chosen.documents), "source"),
        )
    path.write_text(text, encoding="utf-8", newline="")
    tell(f"{path}: {count}{note}")
