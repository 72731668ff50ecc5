"""What the coder reaches on the gold standard must not sink; the texts are not part of this repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "../shared"


@pytest.fixture(scope="module")
def reached() -> dict[str, Any]:
    """The figures of the bench."""
    if not (SHARED / "data/events/gold.jsonl").exists():
        pytest.skip("the gold standard of events lies in ../shared, which is not here")
    from bench.events import measure

    return measure(SHARED)[0]


@pytest.mark.parametrize(
    ("half", "pair", "both"), [("a", 0.83, 0.72), ("b", 0.79, 0.57), ("all", 0.81, 0.65)]
)
def test_pairs_are_right_and_events_found(
    reached: dict[str, Any], half: str, pair: float, both: float
) -> None:
    assert reached[half]["pair"]["precision"] >= pair
    assert reached[half]["both"]["f1"] >= both


def test_sentences_without_an_event_give_hardly_any(reached: dict[str, Any]) -> None:
    assert reached["false_alarms"]["sentences"] >= 100
    assert reached["false_alarms"]["share"] <= 0.04
