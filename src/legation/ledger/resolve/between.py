"""What does not agree between records: values of one series, tiers of one pair, holders of one office, mirrored tellings.

Law held here: only what is told as having come to pass is compared, and a later word on the same thing is an update,
never an alarm. Records are compared within groups that share a key, so that a new record touches its own group only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from legation.ledger.record import Conflict, Record
from legation.ledger.resolve import growth, holders, mirrors, series, tiers
from legation.ledger.resolve.sources import Sources

Key = Callable[[Record], Hashable]
Judge = Callable[[Sequence[Record], Sources], Iterator[Conflict]]

CHECKS: Final[tuple[tuple[Key, Judge], ...]] = (
    (series.key, series.judge),
    (series.count_key, series.judge_counts),
    (growth.key, growth.judge),
    (tiers.key, tiers.judge),
    (tiers.founding_key, tiers.judge_founding),
    (holders.office_key, holders.judge_office),
    (holders.rank_key, holders.judge_rank),
    (mirrors.swap_key, mirrors.judge_swap),
    (mirrors.way_key, mirrors.judge_way),
)
"""What makes records comparable (None: nothing does), and what does not agree among them."""


def conflicts_between(records: Iterable[Record], sources: Sources) -> list[Conflict]:
    """What does not agree between records, in a fixed order."""
    kept = [record for record in records if record.modality == "actual"]
    found = [
        conflict
        for key, judge in CHECKS
        for group in _groups(kept, key)
        for conflict in judge(group, sources)
    ]
    return sorted(found, key=lambda c: (c.kind, c.field, c.records, c.type, c.note))


def chains_of(record: Record) -> Iterator[Hashable]:
    """The groups in which a record is compared with others; none where it is compared with none."""
    if record.modality == "actual":
        for number, (key, _) in enumerate(CHECKS):
            if (name := key(record)) is not None:
                yield number, name


def _groups(records: Sequence[Record], key: Key) -> Iterator[list[Record]]:
    """Records that share a key, by date (undated last) and id."""
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        if (name := key(record)) is not None:
            groups[name].append(record)
    for group in groups.values():
        if len(group) > 1:
            yield sorted(group, key=lambda r: (r.date is None, r.date.sort_key if r.date else (), r.id))
