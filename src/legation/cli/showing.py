"""`legation show`: documents, records, actors and conflicts of a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.actors.register import register
from legation.cli.printing import out, print_json, print_table
from legation.errors import ActorError, UsageError
from legation.ledger import Ledger, View
from legation.ledger.moment import moment_of
from legation.ledger.record import Conflict, Record, StoredDocument, Variant
from legation.ledger.telling import actor_name, line_of, plain
from legation.records import KINDS
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of a view: actors that take part, a kind, first and last day."""

    actors: tuple[str, ...] = ()
    kind: str | None = None
    start: str | None = None
    end: str | None = None

    def resolved(self) -> tuple[frozenset[str], date | None, date | None]:
        """Actor ids, first day, and day after the last.

        Raises:
            ActorError: A name leads to no actor, or to several.
            DateError: A day is none.
            UsageError: The kind is none of the ten.
        """
        if self.kind and self.kind not in KINDS:
            raise UsageError(f"--kind {self.kind}: no such kind; the kinds are {', '.join(KINDS)}")
        actors = frozenset(_actor(name) for name in self.actors)
        start = When.parse(self.start).first if self.start else None
        end = When.parse(self.end).after if self.end else None
        return actors, start, end


def _actor(name: str) -> str:
    """An actor's id; a name that no register knows stands for itself: ledgers hold firms and persons too."""
    try:
        return register().resolve(name).id
    except ActorError as error:
        if hasattr(error, "candidates"):
            raise
        return name


def show_view(what: str, target: str, *, as_of: str | None, filters: Filters, as_json: bool) -> int:
    """Show one side of a ledger.

    Args:
        what: ``documents``, ``records``, ``actors`` or ``conflicts``.
        target: The ledger.
        as_of: The moment on the recorded clock, or None.
        filters: What to keep.
        as_json: Whether to print JSON.

    Returns:
        The exit code.
    """
    filters.resolved()  # a wrong filter is told before the ledger is opened
    with Ledger.open(target, create=False, read_only=True) as ledger:
        _SHOWN[what](ledger.view(moment_of(as_of)), filters, as_json)
    return 0


def _documents(view: View, filters: Filters, as_json: bool) -> None:  # noqa: FBT001 (one of four of one shape)
    actors, start, end = filters.resolved()
    wanted = {s.document for s in view.statements(with_=actors)} if actors else None
    found = [
        d for d in view.documents() if (wanted is None or d.id in wanted) and _published_in(d, start, end)
    ]
    if as_json:
        print_json([document_row(d) for d in found])
        return
    rows = ((d.name, d.published, d.publisher, d.language, d.reason or d.title) for d in found)
    print_table(
        f"{len(found)} documents", ("name", "published", "publisher", "lang", "title or reason"), rows
    )


def _published_in(document: StoredDocument, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    when = document.published
    if when is None:
        return False
    return (end is None or when.first is None or when.first < end) and (
        start is None or when.after is None or when.after > start
    )


def _records(view: View, filters: Filters, as_json: bool) -> None:  # noqa: FBT001
    actors, start, end = filters.resolved()
    found = view.records(filters.kind, with_=actors or None, start=start, end=end)
    if as_json:
        print_json([record_row(view, r) for r in found])
        return
    rows = ((r.kind, r.date, r.status, line_of(r), len(r.documents())) for r in found)
    print_table(
        f"{len(found)} records", ("kind", "date", "status", "what", "sources"), rows, numbers=("sources",)
    )


def _actors(view: View, filters: Filters, as_json: bool) -> None:  # noqa: FBT001
    wanted, _, _ = filters.resolved()
    found = [a for a in view.actors() if not wanted or a.actor in wanted]
    if as_json:
        print_json(
            [
                {
                    "actor": a.actor,
                    "name": actor_name(a.actor),
                    "records": a.records,
                    "documents": a.documents,
                    "latest": plain(a.latest),
                }
                for a in found
            ]
        )
        return
    rows = ((a.actor, actor_name(a.actor), a.records, a.documents, a.latest) for a in found)
    print_table(
        f"{len(found)} actors",
        ("id", "name", "records", "documents", "latest"),
        rows,
        numbers=("records", "documents"),
    )


def _conflicts(view: View, filters: Filters, as_json: bool) -> None:  # noqa: FBT001
    actors, _, _ = filters.resolved()
    found = view.conflicts(filters.kind, with_=actors or None)
    if as_json:
        print_json([conflict_row(c) for c in found])
        return
    rows = ((c.type, c.kind, c.field, _values(c.values), c.note) for c in found)
    print_table(
        f"{len(found)} conflicts, updates and scopes", ("type", "kind", "field", "values", "note"), rows
    )
    if not found:
        out.print("Nothing in this ledger contradicts anything else in it.", markup=False)


_SHOWN: dict[str, Callable[[View, Filters, bool], None]] = {
    "documents": _documents,
    "records": _records,
    "actors": _actors,
    "conflicts": _conflicts,
}


def document_row(document: StoredDocument) -> dict[str, Any]:
    """A document as JSON has it."""
    return {
        "id": document.id,
        "name": document.name,
        "address": document.address,
        "status": document.status,
        "title": document.title,
        "published": plain(document.published),
        "publisher": document.publisher,
        "language": document.language,
        "reason": document.reason,
        "message": document.message,
        "notes": list(document.notes),
        "recorded_at": document.recorded_at.isoformat(),
    }


def record_row(view: View, record: Record) -> dict[str, Any]:
    """A record as JSON has it, with every statement's passage and every variant."""
    return {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "modality": record.modality,
        "date": plain(record.date),
        **{name: plain(value) for name, value in record.fields.items()},
        "variants": {n: [_variant_row(v) for v in vs] for n, vs in record.variants.items() if len(vs) > 1},
        "conflicts": [conflict_row(c) for c in record.conflicts],
        "statements": [
            {
                "id": s.id,
                "document": view.document(s.document).name,
                "start": s.quote.start,
                "end": s.quote.end,
                "quote": view.passage_text(s.quote),
                "modality": s.modality,
                "date": plain(s.date),
                "says": s.statement.says,
                "confidence": s.statement.confidence,
            }
            for s in record.statements
        ],
    }


def conflict_row(conflict: Conflict) -> dict[str, Any]:
    """A conflict as JSON has it."""
    return {
        "type": conflict.type,
        "kind": conflict.kind,
        "field": conflict.field,
        "records": list(conflict.records),
        "values": [_variant_row(v) for v in conflict.values],
        "note": conflict.note,
    }


def _variant_row(variant: Variant) -> dict[str, Any]:
    return {
        "value": plain(variant.value),
        "documents": variant.documents,
        "statements": list(variant.statements),
    }


def _values(values: Sequence[Variant]) -> str:
    return " | ".join(f"{plain(v.value)} ({v.documents})" for v in values)
