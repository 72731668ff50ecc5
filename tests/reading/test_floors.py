"""Floors that no change may lower: how much of hand-made gold the reader finds.

The floors of the sample and of the retold texts run everywhere. The others need the gold files that lie beside the
repository, and skip where they are not.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.reading import scoring

from legation import samples
from legation.documents import Document, load
from legation.exchange.jsonl import to_row
from legation.reading.extract import read_all

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

SAMPLE_FLOOR = 0.74
RETOLD_FLOOR = 0.54
PART_FLOORS = {"meetings": 0.58, "pacts": 0.60}
"""Of the retold texts that have some kinds alone."""
FLOORS = {"seeds": 0.80, "dev": 0.82, "train": 0.715}
"""Found F1 on the core kinds; raise them when the reader gets better, never lower them."""


def rows_of(paths: list[Path]) -> list[dict[str, Any]]:
    documents = (d for path in paths for d in load(path) if isinstance(d, Document))
    return [to_row(document, s) for document, found in read_all(documents) for s in found]


def gold_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sample_dossier_is_found_to_the_floor() -> None:
    gold = gold_of(samples.gold())
    names = {g["doc"] for g in gold}
    got = rows_of([p for p in sorted(samples.dossier().iterdir()) if p.stem in names])
    assert scoring.f1(gold, got) >= SAMPLE_FLOOR


def test_retold_texts_are_found_to_the_floor() -> None:
    folder = Path(__file__).resolve().parents[2] / "bench" / "data" / "retold" / "open"
    gold = gold_of(folder / "gold.jsonl")
    assert scoring.f1(gold, rows_of(sorted((folder / "docs").iterdir()))) >= RETOLD_FLOOR


@pytest.mark.parametrize("name", sorted(PART_FLOORS))
def test_retold_texts_of_some_kinds_are_found_to_the_floor(name: str) -> None:
    folder = Path(__file__).resolve().parents[2] / "bench" / "data" / "retold" / name
    gold = gold_of(folder / "gold.jsonl")
    labelled = {g["kind"] for g in gold}
    got = [row for row in rows_of(sorted((folder / "docs").iterdir())) if row["kind"] in labelled]
    assert scoring.f1(gold, got) >= PART_FLOORS[name]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold files do not lie beside this repository")
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_gold_is_found_to_the_floor(name: str) -> None:
    score = scorer()
    gold = gold_of(SHARED / "gold" / f"{name}.jsonl")
    names = {g["doc"] for g in gold}
    folder = SHARED / "docs" / ("us" if name == "train" else name)
    got = rows_of([p for p in sorted(folder.iterdir()) if p.stem in names])
    assert not score.unsupported(got, folder), "every quote must stand verbatim in its document"
    result, *_ = score.score(gold, got)
    assert result["core"]["found_"]["f1"] >= FLOORS[name]
