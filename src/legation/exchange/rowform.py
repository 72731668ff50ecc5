"""What a ledger holds as plain tables: the columns of each, what they hold, and the rows.

Law held here: schema, codebook and rows come from one list of columns, so that none can differ from another. Numbers stand
as exact decimal text beside a number to reckon with, dates as ISO 8601-2 text beside their first day and the day after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from legation.ledger import View
from legation.ledger.health import health_of
from legation.ledger.record import Record
from legation.records import KINDS, MODALITIES

Holds = Literal["text", "texts", "number", "count", "day", "moment", "yes"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, what that means, and the labels that it is limited to, if any."""

    name: str
    holds: Holds
    meaning: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns, and its rows of some records of a view and of their documents."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[View, Sequence[Record]], Iterator[Row]]


def _documents(view: View, records: Sequence[Record]) -> Iterator[Row]:
    speaking = {key for record in records for key in record.documents()}
    for each in view.documents():
        if each.id in speaking:
            origin = view.copies.origin(each.id)
            yield {
                "document": each.id,
                "name": each.name,
                "address": each.address,
                "title": each.title,
                "published": _text(each.published),
                "publisher": each.publisher,
                "language": each.language,
                "origin": origin.kind,
                "origin_name": origin.name,
                "text": view.text(each.id),
                "read_at": each.read_at.isoformat(),
                "recorded_at": each.recorded_at.isoformat(),
            }


def _records(view: View, records: Sequence[Record]) -> Iterator[Row]:
    for each in records:
        health = health_of(view, each, on=view.day)
        when = each.date
        yield {
            "record": each.id,
            "kind": each.kind,
            "status": each.status,
            "modality": each.modality,
            "date": _text(when),
            "date_first": when.first.isoformat() if when and when.first else None,
            "date_after": when.after.isoformat() if when and when.after else None,
            "actors": sorted(each.actors()),
            "series": each.series,
            "accepted": each.accepted,
            "independent": len(health.sources),
            "self_reported": health.self_reported,
            "missing": list(health.missing),
            "latest": _text(health.last),
            "health": health.word,
        }


def _values(_: View, records: Sequence[Record]) -> Iterator[Row]:
    for each in records:
        for field, variants in each.variants.items():
            for place, variant in enumerate(variants):
                value = variant.value
                yield {
                    "record": each.id,
                    "field": field,
                    "place": place,
                    "value": _text(value) if not isinstance(value, tuple) else None,
                    "values": list(value) if isinstance(value, tuple) else [],
                    "number": float(value) if isinstance(value, Decimal) else None,
                    "statements": list(variant.statements),
                }


def _statements(view: View, records: Sequence[Record]) -> Iterator[Row]:
    for record in records:
        for each in record.statements:
            yield {
                "statement": each.id,
                "record": record.id,
                "document": each.document,
                "start": each.quote.start,
                "end": each.quote.end,
                "quote": view.passage_text(each.quote),
                "modality": each.modality,
                "date": _text(each.date),
                "says": each.statement.says,
                "finder": each.statement.finder,
                "reader": each.reader,
                "confidence": each.statement.confidence,
                "recorded_at": each.recorded_at.isoformat(),
            }


def _conflicts(view: View, records: Sequence[Record]) -> Iterator[Row]:
    kept = {record.id for record in records}
    for each in view.conflicts():
        if not kept.isdisjoint(each.records):
            yield {
                "type": each.type,
                "kind": each.kind,
                "field": each.field,
                "records": list(each.records),
                "values": [_text(v.value) or "" for v in each.values],
                "note": each.note,
                "settles": each.settles,
            }


def _judgements(view: View, records: Sequence[Record]) -> Iterator[Row]:
    about = {s.id for record in records for s in record.statements}
    for each in view.judgements():
        if each.target in about:
            yield {
                "judgement": each.id,
                "verb": each.verb,
                "target": each.target,
                "by": each.by,
                "why": each.why,
                "recorded_at": each.recorded_at.isoformat(),
            }


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


_DATE: Final = "a date: 2025, 2025-03, 2025-03-12, 2025-03-12/2025-03-14, 2025/.. (ISO 8601-2)"
_RECORDED: Final = Column("recorded_at", "moment", "when this ledger learnt it, UTC")
_C = Column
TABLES: Final = (
    Table(
        "documents",
        (
            _C("document", "text", "SHA-256 of the bytes"),
            _C("name", "text", "name of the file, without its ending"),
            _C("address", "text", "path or address under which it was first seen"),
            _C("title", "text", "its title, if known"),
            _C("published", "text", f"when it was published, if known; {_DATE}"),
            _C("publisher", "text", "name or host of the publisher, if known"),
            _C("language", "text", "ISO 639-1 code, if known"),
            _C(
                "origin",
                "text",
                "what it is",
                ("official", "agency", "analysis", "press", "table", "unknown"),
            ),
            _C("origin_name", "text", "the agency, else the host or name of the publisher"),
            _C("text", "text", "what was read; offsets of passages count its characters"),
            _C("read_at", "moment", "when the bytes were read, UTC"),
            _RECORDED,
        ),
        _documents,
    ),
    Table(
        "records",
        (
            _C("record", "text", "id of the record"),
            _C("kind", "text", "what the record is", tuple(KINDS)),
            _C("status", "text", "where it stands, as its statements tell"),
            _C(
                "modality",
                "text",
                "whether it is so, or planned, urged, denied, or on a condition",
                tuple(MODALITIES),
            ),
            _C("date", "text", f"when it happened or will happen; {_DATE}"),
            _C("date_first", "day", "first day of the date; empty where it is open or unknown"),
            _C("date_after", "day", "day after the last day of the date; empty where it is open or unknown"),
            _C(
                "actors",
                "texts",
                "who takes part: codes of states (ISO 3166-1 alpha-3), else usual English names",
            ),
            _C("series", "text", "key that values of one indicator share over time"),
            _C("accepted", "yes", "whether a person confirmed a statement of it"),
            _C("independent", "count", "how many independent sources tell it"),
            _C("self_reported", "yes", "whether nobody but its own parties tells it"),
            _C("missing", "texts", "fields that a full record of the kind has and nobody gives"),
            _C("latest", "text", f"when the last source was published; {_DATE}"),
            _C("health", "text", "how far it can be relied on", ("sound", "fair", "thin")),
        ),
        _records,
    ),
    Table(
        "values",
        (
            _C("record", "text", "id of the record"),
            _C("field", "text", "name of the field, or date, or modality"),
            _C("place", "count", "0 for the value that the record shows, then the others in order"),
            _C(
                "value",
                "text",
                f"the value as text: a number exactly; {_DATE}; empty where there are several",
            ),
            _C("values", "texts", "the values of a field that holds several"),
            _C("number", "number", "the value as a number to reckon with, which may round it"),
            _C("statements", "texts", "ids of the statements that give it"),
        ),
        _values,
    ),
    Table(
        "statements",
        (
            _C("statement", "text", "id of the statement"),
            _C("record", "text", "id of the record that it speaks of"),
            _C("document", "text", "the document that says it"),
            _C("start", "count", "where the quote starts in the document's text"),
            _C("end", "count", "where it ends"),
            _C("quote", "text", "its words"),
            _C("modality", "text", "as of the record", tuple(MODALITIES)),
            _C("date", "text", _DATE),
            _C("says", "text", "who says it, where that is told"),
            _C("finder", "text", "the rule or model that found it"),
            _C("reader", "text", "name and version of the reader"),
            _C("confidence", "number", "calibrated probability that it is right"),
            _RECORDED,
        ),
        _statements,
    ),
    Table(
        "conflicts",
        (
            _C("type", "text", "which of the three it is", ("conflict", "update", "scope")),
            _C("kind", "text", "kind of the records", tuple(KINDS)),
            _C("field", "text", "the field that does not agree"),
            _C("records", "texts", "ids of the records"),
            _C("values", "texts", "the values"),
            _C("note", "text", "a sentence for people"),
            _C("settles", "text", "what would settle it"),
        ),
        _conflicts,
    ),
    Table(
        "judgements",
        (
            _C("judgement", "text", "id of the judgement"),
            _C("verb", "text", "what was decided"),
            _C("target", "text", "id of the statement that it is about"),
            _C("by", "text", "who decided"),
            _C("why", "text", "why"),
            _RECORDED,
        ),
        _judgements,
    ),
)
"""The tables, in the order in which they are written."""

_JSON: Final[Mapping[Holds, dict[str, object]]] = {
    "text": {"type": ["string", "null"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "number": {"type": ["number", "null"]},
    "count": {"type": ["integer", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "moment": {"type": ["string", "null"], "format": "date-time"},
    "yes": {"type": ["boolean", "null"]},
}


def json_schema() -> dict[str, object]:
    """What a row of each table holds, as a JSON Schema with a definition for each table.

    Source: JSON Schema, draft 2020-12.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Legation: a ledger as tables",
        "$defs": {
            table.name: {
                "type": "object",
                "properties": {column.name: _property(column) for column in table.columns},
                "required": [column.name for column in table.columns],
                "additionalProperties": False,
            }
            for table in TABLES
        },
    }


def _property(column: Column) -> dict[str, object]:
    said = {**_JSON[column.holds], "description": column.meaning}
    return said | ({"enum": [*column.labels, None]} if column.labels else {})


def codebook() -> Iterator[tuple[str, str, str, str, str]]:
    """A row for each column of each table: table, column, what it holds, its labels, what that means."""
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, column.holds, "; ".join(column.labels), column.meaning
