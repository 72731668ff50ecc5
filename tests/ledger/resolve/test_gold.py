"""Floors for what resolving finds in the hand-made groups; skipped where the gold files are not at hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "../shared/gold"


@pytest.mark.skipif(
    not (GOLD / "dev_same.json").exists(), reason="the gold files are not beside the repository"
)
def test_groups_made_by_hand_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("same", ROOT / "bench/same.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "same", bench)
    spec.loader.exec_module(bench)
    figures = bench.measure(ROOT / "../shared")
    assert figures["scope pairs joined"] == []
    assert figures["f1"] >= 0.9
    right, typed = map(int, figures["typed right"].split(" of "))
    assert right / typed >= 0.85
