r"""Records as a table: one row a record, one column a field; several values in a cell are parted by ``;``.

Law held here: dates are ISO 8601-2 text, numbers plain decimal text, actors ids, so that a table that comes back
means what it meant (`legation import`). A text that a spreadsheet would take for a formula begins with an apostrophe,
and so does one that begins with apostrophes before such a sign; ``;`` and ``\`` within one of several values have
a ``\`` before them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from legation.ledger import View
from legation.ledger.health import health_of
from legation.ledger.record import Record
from legation.records import KINDS, FieldValue

FIRST: Final = ("id", "kind", "status", "modality", "date")
"""The first columns of every table of records; a table that begins with them is one."""
LAST: Final = ("sources", "independent", "missing", "published", "latest", "quote", "addresses")
"""The last columns."""
DERIVED: Final = frozenset({"id", "status", *LAST})
"""Columns that follow from others, or tell of the sources; they are not read back."""
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_VALUE: Final = re.compile(r"((?:[^;\\]|\\.)+)(?:; ?|$)", re.DOTALL)


def columns_of(kinds: Iterable[str]) -> tuple[str, ...]:
    """The columns of a table of records: those of the record, of its kinds' fields, of its sources."""
    named = dict.fromkeys(field.name for kind in KINDS if kind in set(kinds) for field in KINDS[kind].fields)
    return (*FIRST, *named, *LAST)


def cells_of(view: View, record: Record) -> dict[str, str]:
    """A record's cells by column."""
    documents = [view.document(key) for key in dict.fromkeys(s.document for s in record.statements)]
    health = health_of(view, record, on=view.day)
    published = sorted(str(d.published) for d in documents if d.published)
    cells = {name: _cell(value) for name, value in record.fields.items()}
    return cells | {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "modality": record.modality,
        "date": _cell(record.date),
        "sources": str(len(documents)),
        "independent": str(len(health.sources)),
        "missing": joined(health.missing),
        "published": published[0] if published else "",
        "latest": _cell(health.last),
        "quote": safe(" ".join(view.passage_text(record.statements[0].quote).split())),
        "addresses": safe(joined([d.address for d in documents])),
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
        return safe(joined(value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    return safe(str(value))


def joined(values: Iterable[str]) -> str:
    """Several values as one cell; `parted` takes them apart again."""
    return "; ".join(re.sub(r"[;\\]", r"\\\g<0>", value) for value in values)


def parted(cell: str) -> list[str]:
    """The values of a cell that `joined` wrote."""
    return [re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL) for value in _VALUE.findall(cell)]


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `plain` makes it what it was."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """What `safe` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
