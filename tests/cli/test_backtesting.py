from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.foresight.chronicle import Clock, chronicle

from legation.cli.backtesting import Asked, run_backtest
from legation.cli.coding import Form, event_lines
from legation.cli.filtering import Filters
from legation.errors import UsageError


@pytest.fixture
def visited(tmp_path: Path) -> str:
    """A ledger of a year of visits."""
    days = [f"2024-{month:02}-{day}" for month in range(1, 13) for day in ("05", "19")]
    with chronicle(tmp_path / "visits.ledger", days, Clock("2025-01-01")) as ledger:
        return ledger.place


def test_backtest_of_a_ledger_writes_table_json_and_pictures(
    capsys: pytest.CaptureFixture[str], visited: str, tmp_path: Path
) -> None:
    asked = Asked(of="Kenya", start="2024-10-01", every=14, days=(7,))
    for _ in range(2):
        assert run_backtest(visited, asked, folder=tmp_path / "run", as_json=False) == 0
    words = capsys.readouterr().out
    assert "Known before a day" in words
    assert "persistence" in words
    row = json.loads((tmp_path / "run/result.json").read_text())
    assert row["clock"] == "published"
    assert row["questions"] == len(row["events"]) * 6 > 0
    assert set(row["models"]) >= {"base_rate", "persistence"}
    assert "<svg" in (tmp_path / "run/result.html").read_text(encoding="utf-8")


def test_backtest_of_a_stream_of_events(
    capsys: pytest.CaptureFixture[str], visited: str, tmp_path: Path
) -> None:
    events = tmp_path / "events.jsonl"
    event_lines(visited, as_of=None, filters=Filters(), form=Form(events))
    asked = Asked(stream=events, start="2024-10-01", every=14, days=(7,))
    assert run_backtest("none", asked, folder=tmp_path / "run", as_json=True) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["clock"] == "told"
    assert row["questions"] > 0


def test_ledger_that_is_too_young_is_told(held: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--clock published"):
        run_backtest(held, Asked(clock="recorded"), folder=tmp_path / "run", as_json=False)
    with pytest.raises(UsageError, match="there is no day to ask on"):
        run_backtest(held, Asked(), folder=tmp_path / "run", as_json=False)


def test_class_that_is_none_is_told(held: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the classes are"):
        run_backtest(held, Asked(events=("war",)), folder=tmp_path / "run", as_json=False)
