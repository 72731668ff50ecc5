"""What does not agree between records: values of one series, tiers of one pair, holders of one office.

A later value of the same indicator is an update, never an alarm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from legation.ledger.record import Conflict, ConflictType, Record, Variant
from legation.ledger.resolve.commitment import close
from legation.ledger.resolve.disagree import same_holder
from legation.ledger.resolve.words import content_words, fold
from legation.records import TIERS
from legation.values.when import When


def conflicts_between(records: Iterable[Record]) -> list[Conflict]:
    """What does not agree between records, in a fixed order."""
    found: list[Conflict] = []
    kept = [record for record in records if record.modality == "actual"]
    for key, judge in ((_series_key, _series), (_pair_key, _tiers), (_office_key, _holders)):
        for group in _groups(kept, key):
            found.extend(judge(group))
    return sorted(
        found, key=lambda conflict: (conflict.kind, conflict.field, conflict.records, conflict.type)
    )


def _groups(records: Sequence[Record], key: Callable[[Record], Hashable]) -> Iterator[list[Record]]:
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        name = key(record)
        if name is not None:
            groups[name].append(record)
    for group in groups.values():
        if len(group) > 1:
            yield sorted(group, key=lambda r: (r.date is None, r.date.sort_key if r.date else (), r.id))


def _series_key(record: Record) -> Hashable:
    return record.series


def _pair_key(record: Record) -> Hashable:
    parties = record.fields.get("parties")
    if record.kind != "relation" or not isinstance(parties, tuple) or len(parties) != 2:
        return None
    ranked = record.fields["tier"] in TIERS[1:] or record.status == "upgraded"
    return tuple(sorted(parties)) if ranked and record.fields["count"] is None else None


def _office_key(record: Record) -> Hashable:
    if record.kind != "appointment" or record.fields["of"] is None or record.date is None:
        return None
    return record.fields["of"], content_words(str(record.fields["office"]))


def _series(group: Sequence[Record]) -> Iterator[Conflict]:
    field = "value" if group[0].kind == "figure" else "count"
    dated = [record for record in group if record.date is not None]
    for earlier, later in pairwise(dated):
        if _number_changed(earlier, later, field):
            type_: ConflictType = "conflict" if earlier.date == later.date else "update"
            said = "of one period" if type_ == "conflict" else "at a later time"
            yield _between(type_, field, (earlier, later), f"two values of one series, the second {said}")


def _number_changed(first: Record, second: Record, field: str) -> bool:
    a, b = first.fields[field], second.fields[field]
    return isinstance(a, Decimal) and isinstance(b, Decimal) and close(a, b) is False


def _tiers(group: Sequence[Record]) -> Iterator[Conflict]:
    """The history of a pair: its steps in time, and tiers that are only described beside them."""
    steps = [record for record in group if record.date is not None and record.status != "described"]
    for earlier, later in pairwise(steps):
        if earlier.fields["tier"] != later.fields["tier"]:
            at_once = earlier.date == later.date
            yield _tier_change("conflict" if at_once else "update", earlier, later)
    for described in (record for record in group if record.status == "described"):
        step = next((step for step in steps if _rank(step) > _rank(described)), None)
        if step is not None:
            yield _tier_change("conflict" if _stands_after(described, step) else "update", described, step)


def _rank(record: Record) -> int:
    """Place of a tier among the standard ones; -1 for a label of the source's own."""
    tier = record.fields["tier"]
    return TIERS.index(tier) if isinstance(tier, str) and tier in TIERS else -1


def _stands_after(described: Record, step: Record) -> bool:
    return described.date is not None and step.date is not None and step.date.before(described.date)


def _tier_change(type_: ConflictType, lower: Record, higher: Record) -> Conflict:
    joint = "but" if type_ == "conflict" else "then"
    return _between(type_, "tier", (lower, higher), f"{_phrase(lower)}, {joint} {_phrase(higher)}")


def _holders(group: Sequence[Record]) -> Iterator[Conflict]:
    for earlier, later in pairwise(group):
        if not same_holder(earlier, later):
            persons = f"{earlier.fields['person']}, then {later.fields['person']}"
            yield _between("scope", "person", (earlier, later), f"holders of one office: {persons}")


def _between(type_: ConflictType, field: str, pair: tuple[Record, Record], note: str) -> Conflict:
    return Conflict(
        type=type_,
        kind=pair[0].kind,
        field=field,
        records=tuple(sorted(record.id for record in pair)),
        values=tuple(_value(record, field) for record in pair),
        note=note,
    )


def _value(record: Record, field: str) -> Variant:
    variants = record.variants.get(field)
    if variants:
        return variants[0]
    return Variant(
        record.fields[field], tuple(sorted(s.id for s in record.statements)), len(record.documents())
    )


def _phrase(record: Record) -> str:
    date = f" ({record.date.words()})" if isinstance(record.date, When) else ""
    return fold(str(record.fields["tier"])) + date
