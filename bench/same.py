"""How well statements are resolved into records, and what does not agree told for what it is.

    python -m bench.same [SHARED] [--misses]

Two measures. The hand-made groups of the gold files: statements as a person wrote them, so that resolving alone is
judged. The groups of `bench/data/same`: texts of our own that are read first, so that a statement that was not found
counts against it too.

Two statements are *same* where a group says so; only pairs that a group names are judged. A pair that a group calls an
update counts neither for nor against: it is one record for a visit planned and then held, and two for two tiers of one pair.
*Typed right* is: an update told as one, a conflict told as one, and nothing told as a conflict where the scopes differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from legation.documents.document import Document, Part
from legation.documents.load import load
from legation.ledger import Ledger
from legation.ledger.record import Conflict, StoredStatement
from legation.ledger.resolve import Resolution, Sources, resolve
from legation.reading.extract import READER, extract
from legation.records import KINDS, FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "bench/data/same/groups.jsonl"
Pair = frozenset[str]
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What resolving says of statements: which are one, and what does not agree."""

    record_of: Mapping[str, str]
    conflicts: tuple[Conflict, ...]

    @classmethod
    def of(cls, resolution: Resolution) -> Told:
        inside = [c for record in resolution.records for c in record.conflicts]
        record_of = {s.id: r.id for r in resolution.records for s in r.statements}
        return cls(record_of, (*inside, *resolution.conflicts))

    def joins(self, pair: Collection[str]) -> bool:
        return len({self.record_of[i] for i in pair}) == 1

    def types(self, pair: Collection[str]) -> set[str]:
        """The types of what is told between two statements."""
        records = {self.record_of[i] for i in pair}
        return {c.type for c in self.conflicts if records <= set(c.records)}

    def is_right(self, relation: str, pair: Collection[str]) -> bool:
        types, one = self.types(pair), self.joins(pair)
        if relation == "same":
            return one
        if relation == "scope":
            return not one and "conflict" not in types
        if relation == "scope-joined":
            return one and "conflict" not in types
        return relation in types and (relation == "conflict" or "conflict" not in types)


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
    return StoredStatement(row["id"], statement, "gold", READ_AT)


def load_statements(path: Path) -> list[StoredStatement]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [stored(row, place) for place, row in enumerate(rows)]


def pairs_called(groups: list[dict[str, Any]], relation: str, kinds: Mapping[str, str]) -> set[Pair]:
    return {pair for found in groups if found["relation"] == relation for pair in pairs_of(found, kinds)}


def pairs_of(group: Mapping[str, Any], kinds: Mapping[str, str]) -> list[Pair]:
    pairs = combinations(sorted(group["ids"]), 2)
    return [frozenset(pair) for pair in pairs if kinds[pair[0]] == kinds[pair[1]]]


def joined(told: Told) -> Iterator[Pair]:
    by_record: dict[str, list[str]] = {}
    for statement, record in sorted(told.record_of.items()):
        by_record.setdefault(record, []).append(statement)
    for statements in by_record.values():
        yield from map(frozenset, combinations(statements, 2))


def published(folder: Path) -> dict[str, When]:
    """When the documents of a folder were published, by the id that `stored` gives them."""
    found = (d for d in load(folder) if isinstance(d, Document) and d.published)
    return {hashlib.sha256(d.name.encode()).hexdigest(): d.published for d in found if d.published}


def measure(shared: Path) -> dict[str, Any]:
    """Figures on the groups of the gold files."""
    gold = shared / "gold"
    statements = load_statements(gold / "dev.jsonl")
    kinds = {s.id: s.kind for s in statements}
    groups = json.loads((gold / "dev_same.json").read_text(encoding="utf-8"))
    told = Told.of(resolve(statements, sources=Sources(published=published(shared / "docs/dev"))))
    named = {i for found in groups for i in found["ids"]}
    same = pairs_called(groups, "same", kinds) | pairs_called(groups, "conflict", kinds)
    open_ = pairs_called(groups, "update", kinds) - same
    found = set(joined(told))
    judged = {pair for pair in found if pair <= named} - open_
    typed = [found for found in groups if found["relation"] != "same" and pairs_of(found, kinds)]
    one = pairs_called(groups, "same", kinds)
    mistyped = [
        found
        for found in typed
        if not is_group_right(told, found["relation"], [p for p in pairs_of(found, kinds) if p not in one])
    ]
    return figures(same, judged) | {
        "scope pairs joined": named_pairs(found & (pairs_called(groups, "scope", kinds) - same)),
        "typed right": f"{len(typed) - len(mistyped)} of {len(typed)}",
        "missed": named_pairs(same - found),
        "wrong": named_pairs(judged - same),
        "mistyped": [f"{found['relation']} {found['ids']}" for found in mistyped],
    }


def is_group_right(told: Told, relation: str, pairs: Collection[Pair]) -> bool:
    """Whether every scope pair is told apart; whether any pair is told as the conflict or update that it is."""
    quantifier = all if relation == "scope" else any
    return quantifier(told.is_right(relation, pair) for pair in pairs)


def figures(same: set[Pair], judged: set[Pair]) -> dict[str, Any]:
    right = len(judged & same)
    precision, recall = right / len(judged) if judged else 0.0, right / len(same)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {
        "same": len(same),
        "joined": len(judged),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(f1, 3),
    }


def named_pairs(pairs: Collection[Pair]) -> list[list[str]]:
    return sorted(map(sorted, pairs))


def document_of(group: str, row: Mapping[str, str]) -> Document:
    """A text of a group as a document."""
    text, name = row["text"], f"{group}/{row['name']}"
    content = f"{name}\n{text}".encode()
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        name=name,
        address=f"https://{row['publisher']}/{name}",
        media_type="text/plain",
        content=content,
        text=text,
        parts=(Part("body", 0, len(text)),),
        read_at=READ_AT,
        published=When.parse(row["published"]),
        publisher=row["publisher"],
        language="en",
    )


def read_group(group: Mapping[str, Any]) -> tuple[Told, Callable[[str, str, str], str | None]]:
    """Read the texts of one group; what is told of them, and which statement of a text quotes some words."""
    with Ledger.open(":memory:") as ledger:
        for row in group["docs"]:
            document = document_of(group["id"], row)
            ledger.add(document, extract(document), reader=READER)
        view = ledger.view()
        inside = {r: tuple(s.id for s in r.statements) for r in view.records()}
        told = Told({i: r.id for r, ids in inside.items() for i in ids}, tuple(view.conflicts()))
        texts = {d.name: (d.id, view.text(d.id)) for d in view.documents()}
        statements = view.statements()

    def quoting(kind: str, name: str, words: str) -> str | None:
        document, text = texts[f"{group['id']}/{name}"]
        at = text.index(words)
        found = [s for s in statements if s.kind == kind and s.document == document]
        near = [s.id for s in found if s.quote.start < at + len(words) and at < s.quote.end]
        return near[0] if near else None

    return told, quoting


def measure_own(path: Path = OWN) -> dict[str, Any]:
    """Figures on texts of our own, read and resolved."""
    same: set[Pair] = set()
    judged: set[Pair] = set()
    typed: list[bool] = []
    misses: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        group = json.loads(line)
        told, quoting = read_group(group)
        for wanted in group["expect"]:
            about = f"{group['id']}: {wanted['relation']} {wanted['kind']} {wanted['of']}"
            ids = [quoting(wanted["kind"], name, words) for name, words in wanted["of"].items()]
            pairs = [frozenset(pair) for pair in combinations([i for i in ids if i], 2)]
            unread = sum(1 for i in ids if i is None)
            right = not unread and all(told.is_right(wanted["relation"], pair) for pair in pairs)
            if wanted["relation"] in ("same", "scope-joined", "conflict"):
                all_pairs = combinations([i or f"{about}{at}" for at, i in enumerate(ids)], 2)
                same |= {frozenset(pair) for pair in all_pairs}
            if wanted["relation"] != "update":
                judged |= {pair for pair in pairs if told.joins(pair)}
            if wanted["relation"] != "same":
                typed.append(right)
            if not right:
                misses.append(f"{about}{f' ({unread} not read)' if unread else ''}")
    return figures(same, judged) | {"typed right": f"{sum(typed)} of {len(typed)}", "not right": misses}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT / "../shared", help="the shared folder")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    wanted = parser.parse_args()
    measures: dict[str, Callable[[], dict[str, Any]]] = {"texts of our own, read and resolved": measure_own}
    if (wanted.shared / "gold/dev_same.json").exists():
        measures["hand-made groups of gold statements"] = partial(measure, wanted.shared)
    else:
        print(f"skipped: the gold files are not at {wanted.shared / 'gold'}", file=sys.stderr)
    for name, taken in measures.items():
        print(name)
        for figure, value in taken().items():
            shown = value if not isinstance(value, list) else len(value)
            print(f"  {figure}: {shown}")
            if isinstance(value, list) and wanted.misses:
                print(*(f"    {item}" for item in value), sep="\n")


if __name__ == "__main__":
    main()
