"""How well statements are resolved into records: pairwise figures on the hand-made groups of the gold files.

    python bench/resolution.py [--misses]

Two statements of the gold file are *same* where a group says so. Only pairs of statements that the groups
name are judged: the groups cover the documents that were compared by hand, not the whole file. A pair that
a group calls an update counts neither for nor against: it is one record for a visit planned and then held,
and two for two tiers of one pair.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from legation.ledger.record import StoredStatement
from legation.ledger.resolve import Resolution, resolve
from legation.records import KINDS, FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

GOLD = Path(__file__).resolve().parents[1] / "../shared/gold"
Pair = frozenset[str]


def value_of(field_type: str, value: object) -> FieldValue:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    if field_type == "number":
        return Decimal(str(value))
    return When.parse(str(value)) if field_type == "when" else str(value)


def stored(row: Mapping[str, Any], place: int) -> StoredStatement:
    """A gold statement as if it had been read; each has a quote of its own."""
    kind = KINDS[row["kind"]]
    document = hashlib.sha256(row["doc"].encode()).hexdigest()
    statement = Statement(
        kind=kind.name,
        quote=Passage(document, 100 * place, 100 * place + 50),
        fields={field.name: value_of(field.type, row.get(field.name)) for field in kind.fields},
        modality=row["modality"],
        date=When.parse(row["date"]) if row["date"] else None,
    )
    return StoredStatement(row["id"], statement, "gold", datetime(2026, 1, 1, tzinfo=UTC))


def load_statements(path: Path) -> list[StoredStatement]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [stored(row, place) for place, row in enumerate(rows)]


def pairs_called(groups: list[dict[str, Any]], relation: str, kinds: Mapping[str, str]) -> set[Pair]:
    return {
        frozenset(pair)
        for found in groups
        if found["relation"] == relation
        for pair in combinations(sorted(found["ids"]), 2)
        if kinds[pair[0]] == kinds[pair[1]]
    }


def joined(resolution: Resolution) -> Iterator[Pair]:
    for record in resolution.records:
        for pair in combinations(sorted(s.id for s in record.statements), 2):
            yield frozenset(pair)


def measure(gold: Path) -> dict[str, Any]:
    statements = load_statements(gold / "dev.jsonl")
    kinds = {s.id: s.kind for s in statements}
    groups = json.loads((gold / "dev_same.json").read_text(encoding="utf-8"))
    named = {i for found in groups for i in found["ids"]}
    same = pairs_called(groups, "same", kinds) | pairs_called(groups, "conflict", kinds)
    open_ = pairs_called(groups, "update", kinds) - same
    scope = pairs_called(groups, "scope", kinds) - same
    found = set(joined(resolve(statements)))
    judged = {pair for pair in found if pair <= named} - open_
    right = len(judged & same)
    precision, recall = right / len(judged) if judged else 0.0, right / len(same)
    return {
        "same": len(same),
        "joined": len(judged),
        "right": right,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3) if right else 0.0,
        "updates joined": f"{len(open_ & found)} of {len(open_)}",
        "scope pairs joined": sorted(map(sorted, scope & found)),
        "missed": sorted(map(sorted, same - found)),
        "wrong": sorted(map(sorted, judged - same)),
        "updates": sorted(map(sorted, open_ & found)),
        "elsewhere": sorted(map(sorted, (pair for pair in found if not pair <= named))),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list the pairs missed and joined wrongly")
    wanted = parser.parse_args()
    if not (GOLD / "dev_same.json").exists():
        print(f"skipped: the gold files are not at {GOLD}")
        sys.exit(0)
    figures = measure(GOLD)
    for name, value in figures.items():
        if not isinstance(value, list) or wanted.misses:
            print(f"{name}: {value}")


if __name__ == "__main__":
    main()
