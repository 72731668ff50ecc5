"""`legation changes`: what is new, changed, withdrawn or newly in conflict since a moment, or since one last looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from legation.cli.conflicts import conflict_row
from legation.cli.filtering import Filters, Wanted, wanted_in
from legation.cli.judging import judgement_row
from legation.cli.printing import counted, out, print_json, print_table, tell
from legation.errors import UsageError
from legation.ledger import Ledger, View
from legation.ledger.differences import Change, Differences, differences
from legation.ledger.looks import last_look, remember_look
from legation.ledger.moment import moment_of, since_of
from legation.ledger.record import Conflict, Record
from legation.ledger.telling import line_of, plain
from legation.ledger.telling_changes import told_changes, told_why

LAST: Final = "last"
"""Stands for the moment up to which the person has seen the ledger."""


@dataclass(frozen=True, slots=True)
class Span:
    """Between which moments differences are sought, as the user wrote it.

    Attributes:
        since: A day (its beginning), a moment, or `LAST`.
        as_of: Until when: a day (its end) or a moment; None for now.
        by: Who looks; needed for `LAST`.
        is_peek: Whether the look is not remembered.
    """

    since: str = LAST
    as_of: str | None = None
    by: str | None = None
    is_peek: bool = False


def show_changes(target: str, span: Span, *, filters: Filters, as_json: bool) -> int:
    """Print what differs; where it is asked since the last look, remember this one.

    Returns:
        The exit code.

    Raises:
        UsageError: It is not told who looks, or a moment is none.
    """
    remembers = span.since == LAST and not span.is_peek and not span.as_of
    if span.since == LAST and not span.by:
        raise UsageError("since whose last look? give --by NAME (or LEGATION_USER), or --since 2025-08-10")
    with Ledger.open(target, create=False, read_only=not remembers) as ledger:
        after = ledger.view(moment_of(span.as_of))
        since = last_look(after, by=span.by or "") if span.since == LAST else since_of(span.since)
        before = ledger.view(since or datetime.min.replace(tzinfo=UTC))
        found = _kept(differences(before, after), wanted_in(after, filters))
        if as_json:
            print_json(_row(found, since, after))
        else:
            _print(found, since, after)
        if remembers and filters == Filters() and (since is None or not found.are_none):
            remember_look(ledger, after, by=span.by or "")
        elif remembers and filters != Filters():
            tell("only a look at everything is remembered; this one kept a part")
    return 0


def _kept(found: Differences, wanted: Wanted) -> Differences:
    """What differs in the records that are wanted."""

    def keep(changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(c for c in changes if any(_is_wanted(r, wanted) for r in (c.before, c.after) if r))

    kept = {
        record.id
        for c in (*found.new, *found.changed, *found.supported)
        if (record := c.after) and _is_wanted(record, wanted)
    }
    narrow = wanted != Wanted()
    conflicting = tuple(c for c in found.conflicting if not narrow or not kept.isdisjoint(c.records))
    return Differences(
        keep(found.new), keep(found.changed), keep(found.withdrawn), conflicting, keep(found.supported)
    )


def _is_wanted(record: Record, wanted: Wanted) -> bool:
    return (
        wanted.kind in (None, record.kind)
        and wanted.actors <= record.actors()
        and wanted.valid.may_hold(record.date)
    )


def _row(found: Differences, since: datetime | None, after: View) -> dict[str, object]:
    return {
        "since": since.isoformat() if since else None,
        "until": after.moment.isoformat(),
        **{name: [_change_row(after, c) for c in changes] for name, changes in _named(found)},
        "conflicting": [conflict_row(after, c) for c in found.conflicting],
    }


def _named(found: Differences) -> Iterator[tuple[str, Sequence[Change]]]:
    """The kinds of difference, those that may alarm first."""
    yield "changed", found.changed
    yield "withdrawn", found.withdrawn
    yield "new", found.new
    yield "supported", found.supported


def _change_row(after: View, change: Change) -> dict[str, object]:
    record, why = change.record, change.why
    return {
        "id": record.id,
        "before": change.before.id if change.before else None,
        "kind": record.kind,
        "record": line_of(record),
        "date": plain(record.date),
        "changes": [
            {"field": f.name, "before": plain(f.before), "after": plain(f.after)} for f in change.fields
        ],
        "joined": [joined.id for joined in change.joined],
        "documents": [after.document(d).name for d in why.documents],
        "read_again": [after.document(d).name for d in why.readings],
        "judgements": [judgement_row(j) for j in why.judgements],
    }


def _print(found: Differences, since: datetime | None, after: View) -> None:
    if since is None:
        held = counted(len(found.new), "record")
        out.print(
            f"You had not looked before. The ledger holds {held}; from now on you are told what differs."
        )
        return
    begun = since + timedelta(microseconds=1)  # a day is asked for by the moment before it
    told = f"since {begun:%Y-%m-%d %H:%M} UTC"
    out.print(f"Nothing changed {told}." if found.are_none else f"Changes {told}", markup=False)
    if found.conflicting:
        rows = ((c.kind, c.field, _values(c), c.note) for c in found.conflicting)
        print_table(
            counted(len(found.conflicting), "new conflict"), ("kind", "field", "values", "note"), rows
        )
    for name, changes in _named(found):
        if changes:
            title = f"{counted(len(changes), 'record')} {_TITLES[name]}"
            has_what = name == "changed"
            columns = ("id", "kind", "date", "record", *(("what",) if has_what else ()), "why")
            print_table(title, columns, _rows(after, changes, has_what=has_what))


_TITLES: Final = {
    "new": "new",
    "changed": "changed",
    "withdrawn": "withdrawn",
    "supported": "told by further sources",
}


def _rows(after: View, changes: Sequence[Change], *, has_what: bool) -> Iterator[tuple[object, ...]]:
    for change in changes:
        record = change.record
        what = (told_changes(change),) if has_what else ()
        yield record.id[:8], record.kind, record.date, line_of(record), *what, told_why(after, change.why)


def _values(conflict: Conflict) -> str:
    return " | ".join(str(plain(variant.value)) for variant in conflict.values)
