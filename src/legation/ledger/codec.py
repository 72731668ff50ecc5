"""Statements as rows of the store, and back: nothing is lost on the way.

Numbers travel as decimal text and dates as ISO 8601-2 text, so that no precision is made up or lost.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache

from sqlalchemy import RowMapping

from legation.errors import LedgerError
from legation.records import KINDS, FieldType, FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_parse_when = lru_cache(maxsize=65536)(When.parse)
_FIELD_TYPES: Mapping[str, Mapping[str, FieldType]] = {
    kind.name: {field.name: field.type for field in kind.fields} for kind in KINDS.values()
}


def dump(value: object) -> str:
    """JSON text with sorted keys and no blanks: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(*parts: object) -> str:
    """The first 20 hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256(dump(parts).encode()).hexdigest()[:20]


def moment_text(moment: datetime) -> str:
    """A moment as the store writes it: UTC, microseconds, fixed width.

    Raises:
        LedgerError: The moment has no time zone.
    """
    if moment.tzinfo is None:
        raise LedgerError(f"{moment.isoformat()} has no time zone; give the moment in UTC")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def parse_moment(text: str) -> datetime:
    """A moment that the store wrote."""
    return datetime.fromisoformat(text)


def encode_value(value: FieldValue) -> Json:
    """A field's value as JSON: numbers and dates as text."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Decimal | When) else value


def decode_value(field_type: FieldType, value: Json) -> FieldValue:
    """The value of a field from JSON.

    Raises:
        LedgerError: The JSON holds no such value.
    """
    if isinstance(value, list) and field_type in ("actors", "people"):
        return tuple(str(item) for item in value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise LedgerError(f"a {field_type} field holds {value!r}; it is not a value that a ledger writes")
    if field_type == "number":
        return Decimal(value)
    return _parse_when(value) if field_type == "when" else value


def encode_fields(statement: Statement) -> str:
    """The fields that hold something, as JSON text."""
    said = {name: value for name, value in statement.fields.items() if value is not None and value != ()}
    return dump({name: encode_value(value) for name, value in said.items()})


def statement_id(statement: Statement, reader: str) -> str:
    """The id of what a reader read: hash of document, kind, quote, fields, modality, date, voice, reader."""
    return _statement_id(statement, encode_fields(statement), reader)


def _statement_id(statement: Statement, fields: str, reader: str) -> str:
    quote = statement.quote
    return digest(
        quote.document,
        statement.kind,
        [quote.start, quote.end],
        fields,
        statement.modality,
        encode_value(statement.date),
        statement.says,
        reader,
    )


def encode_passages(statement: Statement) -> str:
    """The passages of the fields as offsets; the document is named only where it is another one."""
    home = statement.quote.document
    return dump(
        {
            name: [[p.start, p.end] if p.document == home else [p.start, p.end, p.document] for p in passages]
            for name, passages in statement.passages.items()
        }
    )


def statement_row(statement: Statement, *, reader: str, reading: str, recorded_at: str) -> dict[str, object]:
    """A statement as a row of the store."""
    fields = encode_fields(statement)
    return {
        "id": _statement_id(statement, fields, reader),
        "document": statement.quote.document,
        "reading": reading,
        "kind": statement.kind,
        "start": statement.quote.start,
        "end": statement.quote.end,
        "fields": fields,
        "modality": statement.modality,
        "date": encode_value(statement.date),
        "says": statement.says,
        "passages": encode_passages(statement),
        "finder": statement.finder,
        "confidence": statement.confidence,
        "recorded_at": recorded_at,
    }


def statement_of(row: RowMapping | Mapping[str, object]) -> Statement:
    """The statement that a row of the store holds."""
    document, kind = str(row["document"]), str(row["kind"])
    types = _FIELD_TYPES[kind]
    fields = json.loads(str(row["fields"]))
    return Statement(
        kind=kind,
        quote=Passage(document, _offset(row["start"]), _offset(row["end"])),
        fields={name: decode_value(types[name], value) for name, value in fields.items()},
        modality=str(row["modality"]),
        date=_parse_when(str(row["date"])) if row["date"] is not None else None,
        says=str(row["says"]) if row["says"] is not None else None,
        passages=_decode_passages(str(row["passages"]), document),
        finder=str(row["finder"]),
        confidence=float(str(row["confidence"])),
    )


def _decode_passages(text: str, home: str) -> dict[str, tuple[Passage, ...]]:
    if text == "{}":
        return {}
    return {
        name: tuple(Passage(item[2] if len(item) > 2 else home, item[0], item[1]) for item in items)
        for name, items in json.loads(text).items()
    }


def _offset(value: object) -> int:
    if not isinstance(value, int):
        raise LedgerError(f"an offset is a whole number, not {value!r}")
    return value
