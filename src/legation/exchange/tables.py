"""Records as a table: one row a record, one column a field; several values in a cell are parted by ``;``.

Law held here: dates are ISO 8601-2 text, numbers plain decimal text, actors ids, so that a table that comes back
means what it meant. A text that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from legation.ledger import View
from legation.ledger.record import Record
from legation.records import KINDS, FieldValue

PARTING: Final = "; "
"""Stands between several values of one cell."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_FIRST: Final = ("id", "kind", "status", "modality", "date")
_LAST: Final = ("sources", "published", "quote", "addresses")


def columns_of(kinds: Iterable[str]) -> tuple[str, ...]:
    """The columns of a table of records: those of the record, of its kinds' fields, of its sources."""
    named = dict.fromkeys(field.name for kind in KINDS if kind in set(kinds) for field in KINDS[kind].fields)
    return (*_FIRST, *named, *_LAST)


def cells_of(view: View, record: Record) -> dict[str, str]:
    """A record's cells by column."""
    documents = [view.document(key) for key in dict.fromkeys(s.document for s in record.statements)]
    published = sorted(str(d.published) for d in documents if d.published)
    cells = {name: _cell(value) for name, value in record.fields.items()}
    return cells | {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "modality": record.modality,
        "date": _cell(record.date),
        "sources": str(len(documents)),
        "published": published[0] if published else "",
        "quote": _safe(" ".join(view.passage_text(record.statements[0].quote).split())),
        "addresses": PARTING.join(d.address for d in documents),
    }


def csv_of(view: View, records: Sequence[Record]) -> str:
    """Records as CSV (RFC 4180), with a heading.

    Args:
        view: The view that they are of.
        records: The records; columns are those that their kinds have.
    """
    out = io.StringIO()
    writer = csv.DictWriter(
        out, columns_of({r.kind for r in records} or KINDS), restval="", lineterminator="\r\n"
    )
    writer.writeheader()
    writer.writerows(cells_of(view, record) for record in records)
    return out.getvalue()


def _cell(value: FieldValue) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return PARTING.join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return _safe(str(value))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
