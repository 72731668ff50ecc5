"""`legation show`: documents, records, actors and conflicts of a view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from legation.cli.conflicts import conflict_row, show_conflicts, variant_row
from legation.cli.filtering import Filters, Wanted, checked, known_in
from legation.cli.judging import judgement_row
from legation.cli.printing import counted, print_json, print_table
from legation.ledger import Ledger, View
from legation.ledger.checks import doubts
from legation.ledger.health import Health, health_of
from legation.ledger.moment import moment_of
from legation.ledger.record import Judgement, Record, StoredDocument
from legation.ledger.telling import actor_name, line_of, plain


def show_view(what: str, target: str, *, as_of: str | None, filters: Filters, as_json: bool) -> int:
    """Show one side of a ledger.

    Args:
        what: ``documents``, ``records``, ``actors``, ``conflicts``, ``judgements`` or ``forecasts``.
        target: The ledger.
        as_of: The moment on the recorded clock, or None.
        filters: What to keep.
        as_json: Whether to print JSON.

    Returns:
        The exit code.
    """
    wanted, moment = checked(filters), moment_of(as_of)  # what is wrong is told before the ledger is opened
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment)
        _SHOWN[what](view, known_in(wanted, view), as_json)
    return 0


def _documents(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001 (one of four of one shape)
    found = wanted.documents(view)
    if as_json:
        print_json([document_row(d) for d in found])
        return
    rows = ((d.name, d.published, _minute(d.recorded_at), d.publisher, d.language, _title(d)) for d in found)
    columns = ("name", "published", "recorded", "publisher", "lang", "title or reason")
    print_table(counted(len(found), "document"), columns, rows)


def _title(document: StoredDocument) -> str | None:
    return f"not read: {document.reason}" if document.reason else document.title


def _records(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001
    found = wanted.records(view)
    if as_json:
        print_json([record_row(view, r) for r in found])
        return
    rows = ((r.id[:8], r.kind, r.date, r.status, line_of(r), len(r.documents())) for r in found)
    print_table(
        counted(len(found), "record"),
        ("id", "kind", "date", "status", "what", "sources"),
        rows,
        numbers=("sources",),
    )


def _actors(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001
    found = view.actors(wanted.records(view))
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
        counted(len(found), "actor"),
        ("id", "name", "records", "documents", "latest"),
        rows,
        numbers=("records", "documents"),
    )


def _conflicts(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001
    records = wanted.records(view)
    kept = {record.id for record in records}
    agreed = [c for c in view.conflicts(wanted.kind) if not kept.isdisjoint(c.records)]
    show_conflicts(view, [*agreed, *doubts(view, records)], as_json=as_json)


def _judgements(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001
    about = {s.id for r in wanted.records(view) for s in r.statements}
    named = {j.id for j in view.judgements() if j.target in about}
    narrowed = wanted != Wanted()
    found = [j for j in view.judgements() if not narrowed or j.id in named or j.target in named]
    if as_json:
        print_json([judgement_row(j) for j in found])
        return
    others = _contesting(view)
    rows = (
        (j.id[:8], j.verb, j.target[:8], _payload(j), j.by, _minute(j.recorded_at), j.why, others(j))
        for j in found
    )
    columns = ("id", "verb", "about", "what", "by", "recorded", "why", "not so for")
    print_table(counted(len(found), "judgement"), columns, rows)


def _contesting(view: View) -> Callable[[Judgement], str]:
    """Tells of a judgement which persons hold its statement, or a field of it, to be something else."""
    against: dict[tuple[str, str], set[str]] = defaultdict(set)
    for held in view.held():
        for person, value in held.by.items():
            against[held.statement.id, person] |= {other for other, its in held.by.items() if its != value}
    return lambda judgement: ", ".join(sorted(against[judgement.target, judgement.by]))


def _minute(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def _forecasts(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001
    from legation.cli.forecasting import show_forecasts  # late: few look ahead

    show_forecasts(view, wanted.actors, as_json=as_json)


def _payload(judgement: Judgement) -> str:
    """What was decided, for a person."""
    told = (name if value is True else f"{name} {_told(value)}" for name, value in judgement.payload.items())
    return ", ".join(told)


def _told(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "none" if value is None else str(value)


_SHOWN: dict[str, Callable[[View, Wanted, bool], None]] = {
    "documents": _documents,
    "records": _records,
    "actors": _actors,
    "conflicts": _conflicts,
    "judgements": _judgements,
    "forecasts": _forecasts,
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
        "variants": {n: [variant_row(v) for v in vs] for n, vs in record.variants.items() if len(vs) > 1},
        "conflicts": [conflict_row(view, c) for c in record.conflicts],
        "health": health_row(view, health_of(view, record, on=view.day)),
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


def health_row(view: View, health: Health) -> dict[str, Any]:
    """How far a record can be relied on, as JSON has it."""
    return {
        "word": health.word,
        "independent": len(health.sources),
        "self_reported": health.self_reported,
        "complete": round(health.complete, 2),
        "missing": list(health.missing),
        "last_source": plain(health.last),
        "days_since": health.days,
        "stale": health.stale,
        "sources": [
            {
                "kind": source.kind,
                "name": source.name,
                "party": source.party,
                "documents": [view.document(key).name for key in source.documents],
            }
            for source in health.sources
        ],
    }
