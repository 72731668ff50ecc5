"""Statements resolved into records: a pure function of statements, judgements and what is known of their documents.

Each kind has its rule of sameness in a file of its own (`rules`): statements that share a key are compared
pairwise, each match gives its reason, and matches are joined nearest first (`cluster`). What a person decided
goes before every rule (`decided`). One record is then made of each group (`compose`), and what does not
agree is told as conflict, update or scope (`disagree`, `between`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from legation.ledger.record import Conflict, Record, StoredStatement
from legation.ledger.resolve.between import conflicts_between
from legation.ledger.resolve.clue import Clue, clue_of
from legation.ledger.resolve.cluster import Decided, group
from legation.ledger.resolve.compose import compose
from legation.ledger.resolve.context import in_context
from legation.ledger.resolve.rules import RULES
from legation.ledger.resolve.sources import UNKNOWN, Sources

__all__ = ["Decided", "Resolution", "Sources", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What statements were resolved into.

    Attributes:
        records: The records, by date (undated last) and id.
        conflicts: What does not agree between records; what does not agree inside one is with the record.
    """

    records: tuple[Record, ...]
    conflicts: tuple[Conflict, ...]


def resolve(
    statements: Iterable[StoredStatement],
    decided: Decided | None = None,
    *,
    sources: Sources = UNKNOWN,
) -> Resolution:
    """Resolve statements into records; the order in which they are given does not matter.

    Args:
        statements: The statements that stand.
        decided: What persons decided about which belong together.
        sources: What is known of their documents.
    """
    by_kind: dict[str, list[Clue]] = defaultdict(list)
    for stored in statements:
        by_kind[stored.kind].append(clue_of(stored))
    records = [
        compose([clue.stored for clue in found.clues], found.links, sources)
        for kind, clues in sorted(by_kind.items())
        for found in group(in_context(clues), RULES[kind], decided or Decided())
    ]
    records.sort(key=lambda r: (r.date is None, r.date.sort_key if r.date else (), r.id))
    return Resolution(tuple(records), tuple(conflicts_between(records, sources)))
