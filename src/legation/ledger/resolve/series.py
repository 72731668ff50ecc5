"""Values of one indicator, and counts of one thing, over time.

A later value is an update. Counts of what happens add up over time: windows that overlap are other scopes, but a part
cannot be more than the whole that it lies in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.commitment import close
from legation.ledger.resolve.dates import gap
from legation.ledger.resolve.figure import SIDE
from legation.ledger.resolve.pair import between
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.titles import sort_of
from legation.ledger.resolve.words import content_words, fold, name_parts
from legation.values.when import When

ONE_OCCASION_DAYS = 14
"""Numbers without a period that are told within so many days, counted at both ends, are told of one time."""
_COUNTED = ("visit", "contact", "agreement")


def key(record: Record) -> Hashable:
    """The series."""
    return record.series


def judge(group: Sequence[Record], sources: Sources) -> Iterator[Conflict]:
    """Neighbours in time whose numbers differ."""
    field = "value" if group[0].kind == "figure" else "count"
    placed = [(record, when) for record in group if (when := _place(record, sources)) is not None]
    placed.sort(key=lambda each: (each[1].sort_key, each[0].id))
    for (earlier, first), (later, second) in pairwise(placed):
        if not _changed(earlier, later, field) or (
            _told_together(earlier, later) and not _dated_apart(earlier, later)
        ):
            continue
        undated = earlier.date is None or later.date is None
        if undated and not _is_telling(earlier):
            continue
        if first == second or (undated and gap(first, second) <= ONE_OCCASION_DAYS):
            note = f"two values of one series, {'told at one time' if undated else 'of one period'}"
            settles = "which of them the source of the number itself gives, and whether both count the same"
            yield between("conflict", field, (earlier, later), note, settles=settles)
        else:
            said = "told later" if undated else "at a later time"
            yield between("update", field, (earlier, later), f"two values of one series, the second {said}")


def _is_telling(record: Record) -> bool:
    """Whether a number without a period is known by more than one word: "jobs" may be anybody's."""
    return record.kind != "figure" or len(content_words(str(record.fields["indicator"]))) > 1


def _told_together(first: Record, second: Record) -> bool:
    """Whether one document tells both numbers, and so means two things."""
    return bool(first.documents() & second.documents())


def _dated_apart(first: Record, second: Record) -> bool:
    return first.date is not None and second.date is not None and first.date != second.date


def _place(record: Record, sources: Sources) -> When | None:
    """When a value holds; where nobody tells, when it was told."""
    return record.date or sources.first_told(record)


def _changed(first: Record, second: Record, field: str) -> bool:
    a, b = first.fields[field], second.fields[field]
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return False
    sides = {SIDE.get(str(record.fields.get("bound"))) for record in (first, second)}
    return close(a, b) is False or sides == {"below", "above"}


def count_key(record: Record) -> Hashable:
    """What is counted, for counts of visits, contacts and agreements that tell their period."""
    if record.kind not in _COUNTED or record.fields["count"] is None or record.date is None:
        return None
    fields = record.fields
    if record.kind == "agreement":
        return (
            record.kind,
            _set(fields["parties"]),
            fields["field"],
            sort_of(str(fields["title"] or "agreement")),
        )
    if record.kind == "contact":
        return record.kind, _set(fields["participants"]), _people(fields["persons"]), fields["mode"]
    return record.kind, fields["from"], _set(fields["to"]), _people(fields["visitors"]), fields["rank"]


def _set(value: object) -> frozenset[str]:
    return frozenset(map(fold, value)) if isinstance(value, tuple) else frozenset()


def _people(value: object) -> frozenset[tuple[str, ...]]:
    return frozenset(map(name_parts, value)) if isinstance(value, tuple) else frozenset()


def judge_counts(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """Counts of one period that differ, parts that are more than their whole, and windows that overlap."""
    for first, second in combinations(group, 2):
        if first.date is None or second.date is None or not _changed(first, second, "count"):
            continue
        if _told_together(first, second) and not _dated_apart(first, second):
            continue
        if first.date == second.date:
            settles = "what each of them counts, and by whose list"
            yield between("conflict", "count", (first, second), "two counts of one period", settles=settles)
        elif (nested := _nested(first, second)) is not None:
            part, whole = nested
            if _number(part) <= _number(whole):
                continue
            if first.fields.get("title") != second.fields.get("title"):
                yield between("scope", "count", (part, whole), "counts of two times and by two names")
            else:
                note = f"{_said(part)} do not fit into {_said(whole)}, a longer time"
                settles = (
                    "whether the longer time was counted before it ended, and whether both count the same"
                )
                yield between("conflict", "count", (part, whole), note, settles=settles)
        elif first.date.overlaps(second.date):
            yield between("scope", "count", (first, second), "counts of two times that overlap")
        else:
            yield between(
                "update", "count", (first, second), "two counts of one thing, the second of a later time"
            )


def _nested(first: Record, second: Record) -> tuple[Record, Record] | None:
    """The record of the shorter time and that of the longer one around it."""
    if first.date is not None and second.date is not None:
        if second.date.contains(first.date):
            return first, second
        if first.date.contains(second.date):
            return second, first
    return None


def _number(record: Record) -> Decimal:
    count = record.fields["count"]
    return count if isinstance(count, Decimal) else Decimal(0)


def _said(record: Record) -> str:
    return f"{_number(record).normalize():f} ({record.date.words() if record.date else 'undated'})"
