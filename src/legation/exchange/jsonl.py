"""Statements as JSON lines, the fields of the annotation guide exactly as named there; and the schema of exported records.

`doc` is the document's name, numbers are JSON numbers, dates are ISO 8601 text. Beside the guide's fields a row
has `passages` (``quote`` and each field, as character offsets into the document's text), `confidence`, `finder`
and `says`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from legation.documents.document import Document
from legation.ledger.telling import plain
from legation.records import KINDS, MODALITIES, FieldType, Kind, Statement
from legation.values.passage import Passage


def to_row(document: Document, statement: Statement) -> dict[str, Any]:
    """One statement as a JSON-ready row.

    Args:
        document: The document that it was found in.
        statement: The statement.

    Returns:
        A dictionary in the order in which files show it.
    """
    passages: dict[str, Any] = {"quote": _offsets(statement.quote)}
    passages |= {name: [_offsets(p) for p in found] for name, found in statement.passages.items()}
    return {
        "doc": document.name,
        "kind": statement.kind,
        "quote": statement.quote.of(document.text),
        "modality": statement.modality,
        "date": plain(statement.date),
        **{name: plain(value) for name, value in statement.fields.items()},
        "says": statement.says,
        "confidence": round(statement.confidence, 3),
        "finder": statement.finder,
        "passages": passages,
    }


def _offsets(passage: Passage) -> list[int]:
    return [passage.start, passage.end]


_TYPES: Final[Mapping[FieldType, dict[str, object]]] = {
    "actor": {"type": ["string", "null"]},
    "actors": {"type": "array", "items": {"type": "string"}},
    "person": {"type": ["string", "null"]},
    "people": {"type": "array", "items": {"type": "string"}},
    "label": {"type": ["string", "null"]},
    "text": {"type": ["string", "null"]},
    "number": {"type": ["number", "null"]},
    "when": {"type": ["string", "null"], "description": "a date: 2025, 2025-03-12, 2025/.. (ISO 8601-2)"},
}
_BESIDE: Final[Mapping[str, dict[str, object]]] = {
    "variants": {
        "type": "object",
        "description": "fields of which several values are told, each with who tells it",
    },
    "conflicts": {"type": "array", "items": {"type": "object"}},
    "health": {"type": "object", "description": "how far the record can be relied on"},
    "statements": {"type": "array", "items": {"type": "object"}, "minItems": 1},
}


def record_schema() -> dict[str, object]:
    """What a line of exported records holds, as a JSON Schema with a choice for each kind.

    Source: JSON Schema, draft 2020-12.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Legation: a record",
        "oneOf": [_kind_schema(kind) for kind in KINDS.values()],
    }


def _kind_schema(kind: Kind) -> dict[str, object]:
    fields = {
        spec.name: _TYPES[spec.type] | ({"enum": [*spec.labels, None]} if spec.labels else {})
        for spec in kind.fields
    }
    common: dict[str, dict[str, object]] = {
        "id": {"type": "string"},
        "kind": {"const": kind.name},
        "status": {"type": "string"},
        "modality": {"enum": list(MODALITIES)},
        "date": _TYPES["when"],
    }
    return {
        "title": kind.name,
        "type": "object",
        "properties": {**common, **fields, **_BESIDE},
        "required": [*common, *fields, "statements"],
    }
