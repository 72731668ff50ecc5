"""`legation show`: documents, records, actors and conflicts of a view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from legation.actors.register import register
from legation.cli.conflicts import conflict_row, show_conflicts, variant_row
from legation.cli.judging import judgement_row
from legation.cli.printing import counted, print_json, print_table
from legation.errors import UnknownActor, UsageError
from legation.ledger import Ledger, View
from legation.ledger.checks import doubts
from legation.ledger.moment import moment_of
from legation.ledger.record import Judgement, Record, StoredDocument
from legation.ledger.telling import actor_name, line_of, plain
from legation.records import KINDS
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of a view, as the user wrote it: actors that take part, a kind, first and last day."""

    actors: tuple[str, ...] = ()
    kind: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to keep of a view.

    Attributes:
        actors: Ids of the actors that take part, all of them.
        kind: One of the ten kinds, or None.
        start: First day, or None.
        end: Day after the last, or None.
    """

    actors: frozenset[str]
    kind: str | None
    start: date | None
    end: date | None

    def records(self, view: View) -> list[Record]:
        """The records to keep."""
        return view.records(self.kind, with_=self.actors or None, start=self.start, end=self.end)


def _checked(filters: Filters) -> Wanted:
    """What filters mean; a name that no register knows stands for itself: ledgers hold firms and persons too.

    Raises:
        AmbiguousActor: A name leads to several actors.
        DateError: A day is none.
        UsageError: The kind is none of the ten, a name is empty, or the last day comes before the first.
    """
    if filters.kind and filters.kind not in KINDS:
        raise UsageError(f"--kind {filters.kind}: no such kind; the kinds are {', '.join(KINDS)}")
    actors = frozenset(_actor(name) for name in filters.actors)
    start = When.parse(filters.start).first if filters.start else None
    end = When.parse(filters.end).after if filters.end else None
    if start and end and end <= start:
        raise UsageError(
            f"--from {filters.start} lies after --to {filters.end}; the first day comes first, then the last"
        )
    return Wanted(actors, filters.kind, start, end)


def _actor(name: str) -> str:
    if not name.strip():
        raise UsageError("--with is empty; give a code or a name, such as KOR or 'South Korea'")
    try:
        return register().resolve(name).id
    except UnknownActor:
        return name


def _known(wanted: Wanted, view: View) -> Wanted:
    """The same, with the actors that only the ledger knows as it writes them.

    Raises:
        AmbiguousActor: A name leads to several actors.
        UnknownActor: Neither the register nor the ledger knows one.
    """
    strangers = {name for name in wanted.actors if name not in register()}
    if not strangers:
        return wanted
    held = {a.actor.casefold(): a.actor for a in view.actors()}
    return replace(
        wanted, actors=frozenset(_held(a, view, held) if a in strangers else a for a in wanted.actors)
    )


def _held(name: str, view: View, held: Mapping[str, str]) -> str:
    """The actor that goes by a name in this ledger: added by its users, or found in its documents."""
    try:
        return view.naming.register.resolve(name).id
    except UnknownActor as error:
        meant = view.naming.of(name)
        if meant.casefold() not in held:
            more = "`legation show actors` lists those that the ledger holds"
            raise UnknownActor(f"{error}; {more}") from error
        return held[meant.casefold()]


def wanted_in(view: View, filters: Filters) -> Wanted:
    """What filters mean in a view.

    Raises:
        ActorError: A name leads to no actor, or to several.
        DateError: A day is none.
        UsageError: The kind is none of the ten, or the last day comes before the first.
    """
    return _known(_checked(filters), view)


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
    wanted, moment = _checked(filters), moment_of(as_of)  # what is wrong is told before the ledger is opened
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment)
        _SHOWN[what](view, _known(wanted, view), as_json)
    return 0


@dataclass(frozen=True, slots=True)
class Selected:
    """What was chosen of a ledger.

    Attributes:
        view: The view that it is of.
        records: The records.
        documents: The documents that speak of them.
        first_day: The day from which on something lies ahead: the first that was asked for, else that of the view.
    """

    view: View
    records: tuple[Record, ...]
    documents: tuple[StoredDocument, ...]
    first_day: date


def selected(ledger: Ledger, *, as_of: str | None, filters: Filters, confidential: bool) -> Selected:
    """Choose records and their documents.

    Args:
        ledger: The ledger.
        as_of: The moment on the recorded clock, or None.
        filters: What to keep.
        confidential: Whether records with a statement that a person marked as confidential are kept too.
    """
    wanted, view = _checked(filters), ledger.view(moment_of(as_of))
    records = tuple(
        record
        for record in _known(wanted, view).records(view)
        if confidential or not any(s.confidential for s in record.statements)
    )
    speaking = {key for record in records for key in record.documents()}
    documents = tuple(d for d in view.documents() if d.id in speaking)
    # a day on the recorded clock means its end, which is the first moment of the next
    today = (view.as_of - timedelta(microseconds=1) if view.as_of else datetime.now(UTC)).date()
    return Selected(view, records, documents, wanted.start or today)


def _documents(view: View, wanted: Wanted, as_json: bool) -> None:  # noqa: FBT001 (one of four of one shape)
    speaking = _documents_about(view, wanted)
    found = [
        d
        for d in view.documents()
        if (speaking is None or d.id in speaking) and _published_in(d, wanted.start, wanted.end)
    ]
    if as_json:
        print_json([document_row(d) for d in found])
        return
    rows = ((d.name, d.published, d.publisher, d.language, _title(d)) for d in found)
    print_table(
        counted(len(found), "document"), ("name", "published", "publisher", "lang", "title or reason"), rows
    )


def _documents_about(view: View, wanted: Wanted) -> set[str] | None:
    """The documents that speak of the actors, and in the kind, that are wanted; None for all."""
    if not wanted.actors and not wanted.kind:
        return None
    return {s.document for s in view.statements(wanted.kind, with_=wanted.actors)}


def _title(document: StoredDocument) -> str | None:
    return f"not read: {document.reason}" if document.reason else document.title


def _published_in(document: StoredDocument, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    when = document.published
    if when is None:
        return False
    return (end is None or when.first is None or when.first < end) and (
        start is None or when.after is None or when.after > start
    )


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
    narrowed = wanted != Wanted(frozenset(), None, None, None)
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
