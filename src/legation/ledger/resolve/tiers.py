"""The history of a pair: its steps in time, and tiers that are only described beside them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from legation.ledger.record import Conflict, ConflictType, Record
from legation.ledger.resolve.pair import between
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.words import fold
from legation.records import TIERS
from legation.values.when import When

_ENDS = ("severed", "downgraded", "restored")


def key(record: Record) -> Hashable:
    """The pair, of records of a tier."""
    parties = record.fields.get("parties")
    if record.kind != "relation" or not isinstance(parties, tuple) or len(parties) != 2:
        return None
    ranked = record.fields["tier"] in TIERS[1:] or record.status == "upgraded"
    return tuple(sorted(parties)) if ranked and record.fields["count"] is None else None


def judge(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """Steps that follow on each other; two tiers on one day, or a lower one told after the step above it, do not agree."""
    steps = [record for record in group if record.date is not None and record.status != "described"]
    for earlier, later in pairwise(steps):
        if earlier.fields["tier"] != later.fields["tier"]:
            at_once = earlier.date == later.date
            yield _change("conflict" if at_once else "update", earlier, later)
    for described in (record for record in group if record.status == "described"):
        step = next((step for step in steps if _rank(step) > _rank(described)), None)
        if step is not None:
            yield _change("conflict" if _stands_after(described, step) else "update", described, step)


def founding_key(record: Record) -> Hashable:
    """The pair and the tier, of steps that set it up."""
    parties, tier = record.fields.get("parties"), record.fields.get("tier")
    if record.kind != "relation" or not isinstance(parties, tuple) or len(parties) != 2 or tier not in TIERS:
        return None
    return (tuple(sorted(parties)), tier) if record.fields["count"] is None else None


def judge_founding(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """One tier set up twice, in years further apart than an anniversary kept early or late, and never ended between."""
    if any(record.status in _ENDS for record in group):
        return
    steps = [r for r in group if r.date is not None and r.status in ("established", "upgraded")]
    for first, second in pairwise(steps):
        if _years_apart(first, second) > 1:
            label = fold(str(first.fields["tier"]))
            note = f"{label} set up in {_words(first)} by one account, in {_words(second)} by another"
            settles = "the joint communiqué; an anniversary may have been counted from another event"
            yield between("conflict", "date", (first, second), note, settles=settles)


def _years_apart(first: Record, second: Record) -> int:
    a, b = (record.date.first if record.date else None for record in (first, second))
    return abs(a.year - b.year) if a and b else 0


def _words(record: Record) -> str:
    return record.date.words() if record.date else ""


def _rank(record: Record) -> int:
    """Place of a tier among the standard ones; -1 for a label of the source's own."""
    tier = record.fields["tier"]
    return TIERS.index(tier) if isinstance(tier, str) and tier in TIERS else -1


def _stands_after(described: Record, step: Record) -> bool:
    return described.date is not None and step.date is not None and step.date.before(described.date)


def _change(type_: ConflictType, lower: Record, higher: Record) -> Conflict:
    joint = "but" if type_ == "conflict" else "then"
    settles = "the text of the joint statement" if type_ == "conflict" else ""
    return between(
        type_, "tier", (lower, higher), f"{_phrase(lower)}, {joint} {_phrase(higher)}", settles=settles
    )


def _phrase(record: Record) -> str:
    date = f" ({record.date.words()})" if isinstance(record.date, When) else ""
    return fold(str(record.fields["tier"])) + date
