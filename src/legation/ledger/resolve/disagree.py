"""What does not agree inside one record, and whether that is a conflict, an update or neither.

Law held here (the fifth): the same scope and different values is a conflict; a later word on the same thing
is an update; another scope is neither. All values are kept and shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from legation.ledger.record import Conflict, ConflictType, Record, Variant
from legation.ledger.resolve.commitment import close
from legation.ledger.resolve.dates import fit, is_fine
from legation.ledger.resolve.steps import chain_of, contradict, one_day_of
from legation.values.when import When

_POINTLIKE: Final = frozenset(("visit", "contact", "event", "relation"))
_MOMENTARY: Final = frozenset(("contact", "event"))
_ONE_OCCASION_DAYS: Final = 31
"""Within so many days, two deadlines of one promise are two accounts of it."""
_NUMBERS: Final = ("value", "count", "change_from")


def conflicts_within(record: Record) -> tuple[Conflict, ...]:
    """What in a record does not agree."""
    checks: tuple[Callable[[Record], Iterator[Conflict]], ...] = (
        _dates,
        _days_of_steps,
        _deadlines,
        _numbers,
        _modality,
        _tiers,
        _steps,
        _bounds,
    )
    return tuple(found for check in checks for found in check(record))


def _make(
    record: Record, type_: ConflictType, field: str, note: str, *, values: tuple[Variant, ...] | None = None
) -> Conflict:
    shown = values if values is not None else record.variants[field]
    return Conflict(type=type_, kind=record.kind, field=field, records=(record.id,), values=shown, note=note)


def _dates(record: Record) -> Iterator[Conflict]:
    if record.kind not in _POINTLIKE:
        return
    fine = [v for v in record.variants.get("date", ()) if isinstance(v.value, When) and is_fine(v.value)]
    for other in fine[1:]:
        if not _agree(fine[0], other):
            yield _date_conflict(record, fine[0], other)


def _agree(first: Variant, second: Variant) -> bool:
    """Whether the one may be the other told more coarsely; two accounts of first and last day may not."""
    a, b = first.value, second.value
    if not isinstance(a, When) or not isinstance(b, When) or (a.is_interval and b.is_interval):
        return False
    return a.contains(b) or b.contains(a)


def _date_conflict(record: Record, first: Variant, other: Variant) -> Conflict:
    """A plan that the event then shifted is an update; two full accounts of its days are a conflict."""
    values = (first, other)
    intervals = all(isinstance(v.value, When) and v.value.is_interval for v in values)
    planned = _only_planned(record, first) != _only_planned(record, other)
    if planned and not intervals:
        note = f"planned for {_say(other)}, took place {_say(first)}"
        return _make(record, "update", "date", note, values=(other, first))
    note = f"{_say(first)} by one account, {_say(other)} by another"
    if record.kind == "visit" and not any(v.value.is_interval for v in values if isinstance(v.value, When)):
        return _make(record, "scope", "date", f"{note}: both may be days of one stay", values=values)
    if record.kind in _MOMENTARY and fit(_when(first), _when(other), 1) == "same":
        return _make(record, "scope", "date", f"{note}: a date line or a night apart", values=values)
    return _make(record, "conflict", "date", note, values=values)


def _when(variant: Variant) -> When | None:
    return variant.value if isinstance(variant.value, When) else None


def _only_planned(record: Record, variant: Variant) -> bool:
    given = [s for s in record.statements if s.id in variant.statements]
    return all(s.modality != "actual" for s in given)


def _say(variant: Variant) -> str:
    value = variant.value
    if isinstance(value, When):
        return value.words()
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _numbers(record: Record) -> Iterator[Conflict]:
    for name in _NUMBERS:
        variants = record.variants.get(name, ())
        for other in variants[1:]:
            a, b = variants[0].value, other.value
            if isinstance(a, Decimal) and isinstance(b, Decimal) and close(a, b) is False:
                note = f"{name} {_say(variants[0])} by one account, {_say(other)} by another"
                yield _make(record, "conflict", name, note, values=(variants[0], other))


def _days_of_steps(record: Record) -> Iterator[Conflict]:
    """Two accounts of the day of one step of a chain; a day apart may be a date line."""
    told = {when: v for v in record.variants.get("date", ()) if isinstance(when := v.value, When)}
    seen: set[tuple[When, When]] = set()
    for a, b in one_day_of(record.kind, record.statements):
        days = sorted((when for when in (a.date, b.date) if when in told), key=lambda when: when.sort_key)
        if len(days) < 2 or (pair := (days[0], days[1])) in seen:
            continue
        seen.add(pair)
        near = fit(*pair, 1) == "same"
        note = f"{a.fields['action']} {pair[0].words()} by one account, {pair[1].words()} by another"
        yield _make(
            record,
            "scope" if near else "conflict",
            "date",
            f"{note}: a date line or a night apart" if near else note,
            values=(told[pair[0]], told[pair[1]]),
        )


def _deadlines(record: Record) -> Iterator[Conflict]:
    """One promise with two deadlines: moved where the word was given anew later, else a conflict."""
    variants = record.variants.get("deadline", ())
    for other in variants[1:]:
        if _agree(variants[0], other):
            continue
        first, second = sorted((variants[0], other), key=lambda v: (_given(record, v), _say(v)))
        moved = _given(record, second) - _given(record, first) > _ONE_OCCASION_DAYS
        note = (
            f"until {_say(first)} by one account, until {_say(second)} by {'a later' if moved else 'another'}"
        )
        yield _make(record, "update" if moved else "conflict", "deadline", note, values=(first, second))


def _given(record: Record, variant: Variant) -> int:
    """The day, as an ordinal, on which a promise was first given with a value; 0 where nobody tells."""
    days = [
        s.date.first.toordinal()
        for s in record.statements
        if s.id in variant.statements and s.date is not None and s.date.first is not None
    ]
    return min(days, default=0)


def _bounds(record: Record) -> Iterator[Conflict]:
    variants = record.variants.get("bound", ())
    if len(variants) > 1:
        note = "one number, bounded in different ways: " + ", ".join(_say(v) for v in variants)
        yield _make(record, "scope", "bound", note)


def _modality(record: Record) -> Iterator[Conflict]:
    said = {str(v.value): v for v in record.variants.get("modality", ())}
    if "denied" in said and "actual" in said:
        yield _make(record, "conflict", "modality", "one account says it came to pass, another denies it")
    elif "denied" in said and "planned" in said:
        values = (said["planned"], said["denied"])
        yield _make(
            record, "update", "modality", "planned at first, then told not to take place", values=values
        )
    elif "planned" in said and "actual" in said:
        values = (said["planned"], said["actual"])
        yield _make(record, "update", "modality", "planned at first, then reported as done", values=values)


def _tiers(record: Record) -> Iterator[Conflict]:
    variants = record.variants.get("tier", ())
    if record.kind == "relation" and len(variants) > 1:
        note = "one step under several labels: " + ", ".join(_say(v) for v in variants)
        yield _make(record, "scope", "tier", note)


def _steps(record: Record) -> Iterator[Conflict]:
    """Steps that contradict each other, or follow on each other."""
    told_by = {statement.id: statement.document for statement in record.statements}
    for earlier, later in chain_of(record.kind, record.stages):
        if contradict(earlier, later, told_by):
            note = f"{earlier.status} by one account, {later.status} by another"
            yield _make(record, "conflict", "action", note)
        else:
            yield _make(record, "update", "action", f"first {earlier.status}, then {later.status}")
