from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from legation.cli.filtering import Filters
from legation.cli.forecasting import Asked, forecast, score, settle_forecast
from legation.cli.showing import show_view
from legation.errors import LegationError, UnknownActor, UsageError
from legation.keep import read
from legation.ledger import Ledger


@pytest.fixture
def mine(papers: Path, tmp_path: Path) -> str:
    """A ledger of one's own to forecast in."""
    target = tmp_path / "mine.ledger"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
    return str(target)


def asked(**given: object) -> Asked:
    known: dict[str, object] = {
        "event": "visit",
        "actors": ("Norway", "KEN"),
        "days": 28,
        "opens": None,
        "silence": "no",
        "probability": None,
        "model": "base_rate",
        "by": None,
        "why": "",
    }
    return Asked(**{**known, **given})  # type: ignore[arg-type]


def test_forecast_of_a_model_is_recorded_and_shown(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    assert forecast(mine, asked(), dry_run=False, as_json=True) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["actors"], made["model"], made["by"]) == (["KEN", "NOR"], "base_rate", "base_rate 1")
    assert made["probability"] == made["base_rate"]
    show_view("forecasts", mine, as_of=None, filters=Filters(("NOR",)), as_json=True)
    (shown,) = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["outcome"]) == (made["id"], "open")


def test_forecast_of_a_person_in_words_tells_base_rate_and_scale(
    capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    forecast(mine, asked(probability="likely", by="Ada", silence="unknown"), dry_run=False, as_json=False)
    told = capsys.readouterr().out
    assert "68% (likely)" in told
    assert "base rate" in told
    assert "stays unknown" in told


def test_dry_run_records_nothing(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    forecast(mine, asked(), dry_run=True, as_json=False)
    score(mine, as_of=None, place=None, as_json=True)
    assert json.loads(capsys.readouterr().out.split("(--dry-run)\n")[1])["forecasts"] == []


@pytest.mark.parametrize(
    ("given", "matter"),
    [
        ({"event": "vist"}, "the classes are"),
        ({"probability": "maybe", "by": "Ada"}, "almost certain"),
        ({"probability": "0.5"}, "--by"),
        ({"model": "oracle"}, "base_rate"),
        ({"opens": "2025-01-01"}, "yet to come"),
        ({"opens": "tomorrow"}, "2025-08-10"),
        ({"days": 999_999_999}, "give fewer days"),
        ({"actors": ("Kenya", "KEN")}, "one actor"),
    ],
)
def test_what_is_asked_wrongly_is_told(mine: str, given: dict[str, object], matter: str) -> None:
    with pytest.raises(UsageError, match=matter):
        forecast(mine, asked(**given), dry_run=False, as_json=False)


def test_actor_that_nobody_knows_is_told(mine: str) -> None:
    with pytest.raises(UnknownActor):
        forecast(mine, asked(actors=("Norweg",)), dry_run=False, as_json=False)


def test_forecast_is_settled_and_scored_when_due(
    capsys: pytest.CaptureFixture[str], mine: str, tmp_path: Path
) -> None:
    forecast(mine, asked(probability="0.9", by="Ada"), dry_run=False, as_json=True)
    key = json.loads(capsys.readouterr().out)["id"][:8]
    with pytest.raises(UsageError, match="open until"):
        settle_forecast(mine, key, "yes", by="Ada", why="seen")
    later = datetime.now(UTC) + timedelta(days=90)
    with Ledger.open(mine, clock=lambda: later) as ledger:
        ledger.register("outcome", {"outcome": "no"}, by="Ada", about=made_id(mine), why="asked")
    page = tmp_path / "page.html"
    assert score(mine, as_of=later.date().isoformat(), place=page, as_json=False) == 0
    assert "0.8100" in capsys.readouterr().out
    assert "settled by Ada" in page.read_text(encoding="utf-8")


def made_id(target: str) -> str:
    with Ledger.open(target) as ledger:
        return ledger.view().registered("forecast")[0].id


def test_page_is_never_written_over_a_ledger(mine: str) -> None:
    with pytest.raises(LegationError, match="is a ledger"):
        score(mine, as_of=None, place=Path(mine), as_json=False)


def test_page_is_html_alone(mine: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"what is written is \.html"):
        score(mine, as_of=None, place=tmp_path / "page.pdf", as_json=False)
