"""Score the event coder: python bench/events.py SHARED [--out PREDICTED.jsonl].

SHARED is the folder with `data/events/` and `docs/us/`; nothing of it is part of this repository. Prints one JSON
object: the figures of `data/events/score.py` for halves a and b and for all, the share of false alarms on sentences
that tell no event (`data/eventless.jsonl` says where they stand), and sentences per second.

The halves are cut by the hash of the id. The lexicon was written while looking at half a; half b is for figures only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from legation.coding import Item, code_all
from legation.documents import Document, load

ROW = re.compile(r"^ +(class15|dyad|full) +P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", re.M)
NAMES = {"class15": "type", "dyad": "pair", "full": "both"}
EVENTLESS = Path(__file__).parent / "data" / "eventless.jsonl"


def half_of(ident: str) -> str:
    """The half that an id belongs to: a or b."""
    return "ab"[int(hashlib.sha256(ident.encode()).hexdigest(), 16) % 2]


def sentences(shared: Path) -> dict[str, str]:
    """The texts of the gold standard by id."""
    lines = (shared / "data/events/gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row["text"] for row in map(json.loads, lines)}


def predicted(texts: dict[str, str]) -> list[dict[str, Any]]:
    """What the coder says of texts, as the scorer wants it."""
    coded = code_all(Item(ident, text) for ident, text in texts.items())
    return [{"id": item.id, "events": [event.row() for event in events]} for item, events in coded]


def figures(shared: Path, predictions: list[dict[str, Any]], half: str) -> dict[str, dict[str, float]]:
    """The scorer's precision, recall and F1 on one half, or on all."""
    chosen = [row for row in predictions if half in ("all", half_of(row["id"]))]
    with tempfile.TemporaryDirectory() as folder:
        file, ids = Path(folder, "predicted.jsonl"), Path(folder, "ids.jsonl")
        for path in (file, ids):
            path.write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
        command = [sys.executable, str(shared / "data/events/score.py"), str(file), "--only-ids", str(ids)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        NAMES[name]: {"precision": float(p), "recall": float(r), "f1": float(f)}
        for name, p, r, f in ROW.findall(told)
    }


def eventless(shared: Path) -> Iterator[str]:
    """The sentences of public documents that were found by hand to tell no event."""
    documents: dict[str, str] = {}
    for row in map(json.loads, EVENTLESS.read_text(encoding="utf-8").splitlines()):
        name = row["doc"]
        if name not in documents:
            paths = (shared / "docs/us").glob(f"{name}.*")
            documents[name] = next((d.text for p in paths for d in load(p) if isinstance(d, Document)), "")
        sentence = documents[name][row["start"] : row["end"]]
        if hashlib.sha256(sentence.encode()).hexdigest()[:16] == row["sha256"]:
            yield " ".join(sentence.split())


def false_alarms(texts: Iterable[str]) -> dict[str, float]:
    """How many of texts without an event the coder finds one in."""
    found = predicted({str(number): text for number, text in enumerate(texts)})
    wrong = sum(1 for row in found if row["events"])
    return {"sentences": len(found), "wrong": wrong, "share": round(wrong / max(len(found), 1), 4)}


def measure(shared: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """All figures, and the predictions that they are of."""
    texts = sentences(shared)
    list(code_all([Item("warm", "Norway thanked Ghana.")]))
    start = time.perf_counter()
    predictions = predicted(texts)
    seconds = time.perf_counter() - start
    told: dict[str, Any] = {half: figures(shared, predictions, half) for half in ("a", "b", "all")}
    told["false_alarms"] = false_alarms(eventless(shared))
    told["sentences_per_second"] = round(len(texts) / seconds, 1)
    return told, predictions


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, help="write the predictions to this file too")
    asked = parser.parse_args()
    told, predictions = measure(asked.shared)
    if asked.out:
        asked.out.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
