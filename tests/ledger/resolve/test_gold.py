"""Floors for what resolving finds in the hand-made groups; skipped where the gold files are not at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "../shared/gold"


@pytest.mark.skipif(
    not (GOLD / "dev_same.json").exists(), reason="the gold files are not beside the repository"
)
def test_groups_made_by_hand_are_found() -> None:
    spec = importlib.util.spec_from_file_location("resolution", ROOT / "bench/resolution.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    figures = bench.measure(GOLD)
    assert figures["scope pairs joined"] == []
    assert figures["f1"] >= 0.9
