"""`legation show`: documents, records, actors and conflicts of a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from legation.actors.register import register
from legation.cli.printing import out, print_json, print_table
from legation.errors import ActorError, UsageError
from legation.ledger import Ledger, View
from legation.ledger.record import Conflict, Record, StoredDocument, Variant
from legation.records import KINDS, FieldValue
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


def moment(text: str | None) -> datetime | None:
    """A moment on the recorded clock: a day means its end; without a zone it is UTC.

    Raises:
        UsageError: The text is neither a day nor a moment.
    """
    if text is None:
        return None
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), time.min, UTC) + timedelta(days=1)
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"--as-of {text}: write a day as 2025-08-10 or a moment as 2025-08-10T12:00"
        ) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


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
        _SHOWN[what](ledger.view(moment(as_of)), filters, as_json)
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
    rows = ((r.kind, r.date, r.status, sentence_of(r), len(r.documents())) for r in found)
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


def actor_name(actor: str) -> str:
    """The usual name of an actor; one that is not in the register is its own name."""
    try:
        return register().get(actor).name
    except ActorError:
        return actor


def sentence_of(record: Record) -> str:
    """A record's fields in one line."""
    parts = []
    for spec in KINDS[record.kind].fields:
        value = record.fields.get(spec.name)
        if value in (None, ()):
            continue
        shown = ", ".join(actor_name(v) for v in value) if isinstance(value, tuple) else str(value)
        parts.append(f"{spec.name}: {actor_name(shown) if spec.type == 'actor' else shown}")
    return "; ".join(parts)


def plain(value: FieldValue) -> object:
    """A field's value as JSON has it."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value


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
