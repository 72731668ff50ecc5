"""Learn how likely findings are right: python -m bench.train_confidence SHARED --out src/legation/reading/data/confidence.json

Every statement that the finders propose is compared with the gold of its document; a logistic model learns which
features of a finding speak for it. Prints cross-validated figures (folds by document): found precision, recall and
F1 of the core kinds with and without the model, and the expected calibration error.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from bench import reading
from numpy.typing import NDArray

from legation.exchange.jsonl import to_row
from legation.reading import confidence
from legation.reading.analyse import analyse
from legation.reading.extract import statements_of
from legation.reading.found import Found
from legation.records import CORE_KINDS, FieldValue

TAUGHT = tuple(name for name in reading.SETS if name != "retold_closed")
"""The sets that are learnt from; one stays out of it."""
FOLDS = 8
PENALTY = 10.0
SURE = 0.972
"""The share of right ones among findings that are told to be at least nine times in ten right."""
RARE = 4
"""Features seen in fewer findings than this are not learnt from."""


@dataclass
class Example:
    """One proposed statement: its document, row, features, and whether gold has it."""

    doc: str
    row: dict[str, Any]
    features: dict[str, float]
    right: bool = False


def proposals(shared: Path, name: str, score: ModuleType) -> tuple[list[Example], list[dict[str, Any]]]:
    """What the finders propose for a gold set, each marked right or wrong, and the gold; only of kinds that it labels."""
    gold = reading.gold_of(shared, name)
    docs, labelled = {g["doc"] for g in gold}, {g["kind"] for g in gold}
    kept: list[dict[str, float]] = []

    def noted(found: Found, values: Mapping[str, FieldValue]) -> float:
        kept.append(dict(confidence.features_of(found, values)))
        return 0.5 + len(kept) * 1e-9  # carries the number of the finding through to the statement

    examples = []
    for text in analyse(reading.documents_of(shared, name, docs)):
        for statement in statements_of(text, judge=noted):
            features = kept[round((statement.confidence - 0.5) * 1e9) - 1]
            if statement.kind in labelled:
                examples.append(Example(text.document.name, to_row(text.document, statement), features))
    mark(examples, gold, score)
    return examples, gold


def mark(examples: list[Example], gold: list[dict[str, Any]], score: ModuleType) -> None:
    """Mark the proposals that gold has."""
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for example in examples:
        groups[example.doc, example.row["kind"]].append(example)
    for row in gold:
        wanted[row["doc"], row["kind"]].append(row)
    for key, group in groups.items():
        for _, at, *_ in score.align(key[1], wanted[key], [e.row for e in group]):
            group[at].right = True


def names_of(examples: list[Example]) -> list[str]:
    """The features that are common enough to learn from."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        for name in example.features:
            counts[name] += 1
    return sorted(name for name, count in counts.items() if count >= RARE)


def matrix(examples: list[Example], names: list[str]) -> NDArray[np.float64]:
    """Examples by features."""
    at = {name: i for i, name in enumerate(names)}
    found = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in at:
                found[row, at[name]] = value
    return found


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights by Newton's method with an L2 penalty."""
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + PENALTY * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(w))
        step = np.linalg.solve(curve, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def fold_of(doc: str) -> int:
    """The fold of a document, by the hash of its name."""
    return hashlib.sha256(f"fold {doc}".encode()).digest()[0] % FOLDS


def cross_validated(examples: list[Example]) -> NDArray[np.float64]:
    """Probabilities for each example from a model that has not seen its document."""
    names = names_of(examples)
    x, y = matrix(examples, names), np.array([float(e.right) for e in examples])
    folds = np.array([fold_of(e.doc) for e in examples])
    p = np.zeros(len(examples))
    for fold in range(FOLDS):
        inside = folds != fold
        if (~inside).any():
            p[~inside] = 1 / (1 + np.exp(-x[~inside] @ fit(x[inside], y[inside])))
    return p


def sure_from(p: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """The least probability from which on `SURE` of the findings were right; 1 where there is none."""
    steps = np.arange(confidence.ALMOST, 1.0, 0.005)
    return next((round(float(t), 3) for t in steps if (p >= t).any() and y[p >= t].mean() >= SURE), 1.0)


def calibration_error(p: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Expected calibration error over ten equal bins."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(
        sum(
            abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean()
            for b in range(10)
            if (bins == b).any()
        )
    )


def figures(examples: list[Example], keep: NDArray[np.bool_], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Found precision, recall and F1 of the core kinds among the kept proposals."""
    core = [(e.right, k) for e, k in zip(examples, keep, strict=True) if e.row["kind"] in CORE_KINDS]
    told = sum(k for _, k in core)
    right = sum(r and k for r, k in core)
    wanted = sum(g["kind"] in CORE_KINDS for g in gold)
    p, r = right / told, right / wanted
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3)}


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--out", type=Path)
    a = ap.parse_args()
    score = reading.scorer(a.shared)
    examples: list[Example] = []
    gold: list[dict[str, Any]] = []
    sets: list[str] = []
    for name in TAUGHT:
        found, wanted = proposals(a.shared, name, score)
        examples += found
        gold += wanted
        sets += [name] * len(found)
    p, y = cross_validated(examples), np.array([float(e.right) for e in examples])
    print(
        json.dumps(
            {
                "examples": len(examples),
                "right": int(y.sum()),
                "calibration_error": round(calibration_error(p, y), 4),
            }
        )
    )
    sure = sure_from(p, y)
    said = np.array([confidence.told(float(each), sure=sure) for each in p])
    almost = said >= confidence.ALMOST
    print(
        json.dumps(
            {
                "sure_from": sure,
                "at_least_0.9": int(almost.sum()),
                "precision_there": round(float(y[almost].mean()), 3),
                "calibration_error_as_told": round(calibration_error(said, y), 4),
            }
        )
    )
    for least in (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
        print(json.dumps({"least": least, **figures(examples, p >= least, gold)}))
    for name in TAUGHT:
        docs = {e.doc for e, s in zip(examples, sets, strict=True) if s == name}
        inside = [i for i, s in enumerate(sets) if s == name]
        part = [examples[i] for i in inside]
        rows = [g for g in gold if g["doc"] in docs]
        print(
            json.dumps(
                {
                    "set": name,
                    **figures(part, p[inside] >= confidence.LEAST, rows),
                    "before": figures(part, p[inside] >= 0, rows),
                }
            )
        )
    if a.out:
        names = names_of(examples)
        weights = fit(matrix(examples, names), y)
        table = {n: round(float(w), 4) for n, w in zip(names, weights, strict=True) if abs(w) >= 0.005}
        a.out.parent.mkdir(parents=True, exist_ok=True)
        note = "made by bench/train_confidence.py; weights of a logistic model by feature"
        a.out.write_text(
            json.dumps({"note": note, "sure": sure, "weights": table}, indent=0, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
