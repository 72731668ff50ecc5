"""Statements as JSON lines: the fields of the annotation guide exactly as named there.

`doc` is the document's name, numbers are JSON numbers, dates are ISO 8601 text. Beside the guide's fields a row
has `passages` (``quote`` and each field, as character offsets into the document's text), `confidence`, `finder`
and `says`.
"""

from __future__ import annotations

from typing import Any

from legation.documents.document import Document
from legation.ledger.telling import plain
from legation.records import Statement
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
