"""How far predicted statements agree with gold ones: found, by the fields that make a statement that statement.

A plain version for the floor that runs without anything beside the repository: actors and people are compared
as sets, phrases by their words, numbers within half a percent. Pairs are taken greedily.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from legation.actors.words import fold
from legation.records import CORE_KINDS, KINDS

Row = dict[str, Any]


def f1(gold: Iterable[Row], got: Iterable[Row]) -> float:
    """Found F1 of the core kinds, all documents pooled."""
    wanted = [g for g in gold if g["kind"] in CORE_KINDS]
    docs = {g["doc"] for g in wanted}
    left = [p for p in got if p["kind"] in CORE_KINDS and p["doc"] in docs]
    total, hits = len(left), 0
    for row in wanted:
        match = next((p for p in left if is_found(row, p)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return 2 * hits / (total + len(wanted))


def is_found(gold: Row, got: Row) -> bool:
    """Whether two statements agree on what makes the one that statement."""
    if (gold["doc"], gold["kind"]) != (got["doc"], got["kind"]):
        return False
    return all(
        _agree(KINDS[gold["kind"]].field(name).type, gold.get(name), got.get(name))
        for name in KINDS[gold["kind"]].identity
    )


def _agree(kind: str, gold: object, got: object) -> bool:
    if kind == "number":
        return (
            isinstance(gold, int | float)
            and isinstance(got, int | float)
            and abs(gold - got) <= 0.005 * abs(gold)
        )
    if kind in ("actors", "people"):
        a, b = ({fold(str(v)) for v in value} if isinstance(value, list) else set() for value in (gold, got))
        return not a | b or len(a & b) / len(a | b) >= 0.5
    return _alike(str(gold or ""), str(got or ""))


def _alike(gold: str, got: str) -> bool:
    a, b = (Counter(fold(word) for word in text.replace("_", " ").split()) for text in (gold, got))
    if not a and not b:
        return True
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values())) >= 0.4
