"""Score the reader on hand-made gold: python bench/reading.py SHARED [--set dev] [--kind visit] [--misses 20].

SHARED is the folder with `gold/` and `docs/`; nothing of it is part of this repository. Prints the figures of
`gold/score.py` for each set, and on request what was missed and what was invented, with their passages.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from legation.documents import Document, load
from legation.exchange.jsonl import to_row
from legation.reading.extract import read_all

Row = dict[str, Any]
_BESIDE = ("id", "doc", "kind", "quote", "passages", "finder", "confidence", "says")
RETOLD = Path(__file__).parent / "data" / "retold"
SETS = {
    "seeds": "seeds",
    "dev": "dev",
    "train": "us",
    "retold": "open",
    "retold_closed": "closed",
    "retold_meetings": "meetings",
    "retold_pacts": "pacts",
}
"""Sets of gold, each with the folder of its documents; the retold ones come with the repository."""


def scorer(shared: Path) -> ModuleType:
    """The scorer that came with the gold files, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_retold(name: str) -> bool:
    """Whether a set is one of those that come with the repository."""
    return name.startswith("retold")


def gold_of(shared: Path, name: str) -> list[dict[str, Any]]:
    """The gold statements of a set."""
    place = RETOLD / SETS[name] / "gold.jsonl" if is_retold(name) else shared / "gold" / f"{name}.jsonl"
    lines = place.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def documents_of(shared: Path, name: str, wanted: set[str]) -> Iterator[Document]:
    """The documents of a set that have gold."""
    folder = RETOLD / SETS[name] / "docs" if is_retold(name) else shared / "docs" / SETS[name]
    for path in sorted(folder.iterdir()):
        if path.stem in wanted:
            yield from (d for d in load(path) if isinstance(d, Document))


def in_half(doc: str, half: str | None) -> bool:
    """Whether a document belongs to a half; the halves are cut by the hash of its name, and do not change."""
    return half is None or "ab"[hashlib.sha256(doc.encode()).digest()[0] % 2] == half


def predict(shared: Path, name: str, wanted: set[str]) -> list[dict[str, Any]]:
    """What the reader says of them, as rows."""
    rows: list[dict[str, Any]] = []
    for document, statements in read_all(documents_of(shared, name, wanted)):
        rows.extend(to_row(document, statement) for statement in statements)
    return rows


def table(result: dict[str, Any]) -> str:
    """The scores as lines of text."""
    lines = [f"{'':<12} gold  got | found   P     R     F1  | exact   P     R     F1"]
    for name, row in result.items():
        f, e = row["found_"], row["exact_"]
        lines.append(
            f"{name:<12}{row['gold']:5}{row['got']:5} |{row['found']:5}  {f['p']:.3f} {f['r']:.3f} {f['f1']:.3f}"
            f" |{row['exact']:5}  {e['p']:.3f} {e['r']:.3f} {e['f1']:.3f}"
        )
    return "\n".join(lines)


GROUPS = (
    ("joint statement", r"joint[- ](?:leaders[- ])?(?:statement|declaration|communiqu|vision)|communiqu"),
    ("fact sheet", r"fact[- ]sheet"),
    ("readout", r"readout"),
    (
        "remarks, speech, interview",
        r"remarks|speech|interview|briefing|press[- ](?:call|conference|gaggle)|address",
    ),
    ("order, proclamation", r"proclamation|executive[- ]order|memorandum[- ]on|notice"),
    ("history", r"guide[- ]to|history|chronicle|timeline|years"),
)
"""Kinds of documents, by the first of these patterns that stands in a name or title; all others are reports."""


def group_of(document: Document) -> str:
    """The kind of a document."""
    head = f"{document.name} {document.title or ''}".lower()
    return next((name for name, pattern in GROUPS if re.search(pattern, head)), "report")


def by_group(
    shared: Path, name: str, gold: list[Row], got: list[Row]
) -> Iterator[tuple[str, list[Row], list[Row]]]:
    """The gold and the predicted rows of each kind of document in a set."""
    groups = {d.name: group_of(d) for d in documents_of(shared, name, {g["doc"] for g in gold})}
    for group in sorted(set(groups.values())):
        inside = {doc for doc, one in groups.items() if one == group}
        yield (
            f"{group} ({len(inside)})",
            [g for g in gold if g["doc"] in inside],
            [p for p in got if p["doc"] in inside],
        )


def told(row: dict[str, Any]) -> str:
    """A row in one line: where it stands, its quote and its fields."""
    rest = {k: v for k, v in row.items() if k not in _BESIDE and v not in (None, [])}
    quote = " ".join(row["quote"].split())[:200]
    return f"{row['doc'][:40]} {row['kind']}: {quote} | {json.dumps(rest, ensure_ascii=False)}"


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--set", action="append", choices=sorted(SETS))
    ap.add_argument("--kind", action="append", default=[])
    ap.add_argument("--half", choices=["a", "b"], help="look at misses in a, hold b out")
    ap.add_argument("--misses", type=int, default=0)
    ap.add_argument("--groups", action="store_true", help="tell the core kinds by kind of document too")
    ap.add_argument("--out", type=Path)
    a = ap.parse_args()
    score = scorer(a.shared)
    written = []
    for name in a.set or SETS:
        if a.misses and name == "retold_closed":
            raise SystemExit("retold_closed is held out: only its totals are shown; leave --misses away")
        gold = [g for g in gold_of(a.shared, name) if in_half(g["doc"], a.half)]
        labelled = {g["kind"] for g in gold}  # retold_meetings and retold_pacts have some kinds alone
        got = [p for p in predict(a.shared, name, {g["doc"] for g in gold}) if p["kind"] in labelled]
        written += got
        result, fields, misses, extras = score.score(gold, got)
        print(f"== {name}\n{table(result)}")
        if a.groups:
            for group, wanted, found in by_group(a.shared, name, gold, got):
                core = score.score(wanted, found)[0]["core"]
                f, e = core["found_"], core["exact_"]
                print(
                    f"  {group:<34} gold {core['gold']:4}  found P {f['p']:.3f} R {f['r']:.3f} F1 {f['f1']:.3f}"
                    f"  exact F1 {e['f1']:.3f}"
                )
        shown = set(a.kind)
        print(
            "fields right: "
            + ", ".join(
                f"{k} {n}/{m}" for k, (n, m) in fields.items() if not shown or k.split(".")[0] in shown
            )
        )
        for label, rows in (("MISSED", misses), ("EXTRA", extras)):
            chosen = [r for r in rows if not shown or r["kind"] in shown]
            for r in chosen[: a.misses]:
                print(f"{label} {told(r)}")
    if a.out:
        a.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in written), encoding="utf-8")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
