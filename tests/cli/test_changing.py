from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.main import get_command

from legation.cli import app
from legation.cli.changing import Span, show_changes
from legation.cli.filtering import Filters
from legation.cli.judging import Decision, judge
from legation.errors import UsageError
from legation.keep import read
from legation.ledger import Ledger

COMMANDS = getattr(get_command(app), "commands", {})
NO_PAST = {"read", "import", "check", "backup", "restore", "serve", "backtest"}
"""Commands that write, that look at the whole, or whose pages or questions have a moment each."""


@pytest.fixture
def mine(papers: Path, tmp_path: Path) -> str:
    """A ledger that was read into twice, and looked at by Ada in between."""
    target = str(tmp_path / "mine.ledger")
    with Ledger.open(target) as ledger:
        list(read([papers / "berg.txt"], ledger))
    show_changes(target, Span(by="Ada"), filters=Filters(), as_json=False)
    with Ledger.open(target) as ledger:
        list(read([papers / "trade.txt"], ledger))
    return target


def changes(
    capsys: pytest.CaptureFixture[str], target: str, span: Span, *actors: str
) -> dict[str, list[object]]:
    capsys.readouterr()
    assert show_changes(target, span, filters=Filters(actors), as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return told


def test_what_came_since_ones_last_look_is_told_once(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    found = changes(capsys, mine, Span(by="Ada"))
    assert [row["documents"] for row in found["new"]] == [["trade"]] * len(found["new"])  # type: ignore[index]
    assert found["new"]
    assert not changes(capsys, mine, Span(by="Ada"))["new"]
    assert len(changes(capsys, mine, Span(by="Bo", is_peek=True))["new"]) > len(found["new"])


def test_peek_and_a_look_at_a_part_are_not_remembered(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    whole = changes(capsys, mine, Span(by="Ada", is_peek=True))["new"]
    part = changes(capsys, mine, Span(by="Ada"), "Ghana")["new"]
    assert whole == changes(capsys, mine, Span(by="Ada", is_peek=True))["new"]
    assert 0 < len(part) <= len(whole)
    assert changes(capsys, mine, Span(by="Ada"), "Kenya")["new"] == []


def test_changes_since_a_day_and_up_to_one(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    today = datetime.now(UTC).date()
    before, after = str(today - timedelta(days=1)), str(today + timedelta(days=1))
    assert changes(capsys, mine, Span(before))["new"]
    assert not changes(capsys, mine, Span(after))["new"]
    assert not changes(capsys, mine, Span("2001-01-01", as_of=before))["new"]

    show_changes(mine, Span(before), filters=Filters(), as_json=False)
    assert f"Changes since {before} 00:00 UTC" in capsys.readouterr().out


def test_correction_is_told_from_what_to_what(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    changes(capsys, mine, Span(by="Ada"))
    with Ledger.open(mine) as ledger:
        visit = ledger.view().records("visit", with_="KEN")[0]
    judge(mine, Decision("correct", visit.id, "Bo", "slip", field="date", value="2025-03-11"), as_json=False)
    capsys.readouterr()
    show_changes(mine, Span(by="Ada"), filters=Filters(), as_json=False)
    told = " ".join(capsys.readouterr().out.split())
    assert "1 record changed" in told
    assert "date: 12" in told
    assert "correct by Bo" in told


def test_it_must_be_told_who_looks(mine: str) -> None:
    with pytest.raises(UsageError, match="since whose last look"):
        show_changes(mine, Span(), filters=Filters(), as_json=False)


def test_every_command_that_reads_a_ledger_takes_a_moment() -> None:
    found = {}
    for name, command in COMMANDS.items():
        for sub in getattr(command, "commands", {name: command}).values():
            options = {opt for param in sub.params for opt in param.opts}
            if "--ledger" in options and "--by" not in options and name not in NO_PAST:
                found[f"{name} {sub.name}"] = "--as-of" in options
    assert [name for name, takes in found.items() if not takes] == []
    assert len(found) > 5


def test_brief_as_of_a_past_moment_is_the_brief_that_was_written_then(
    capsys: pytest.CaptureFixture[str], papers: Path, tmp_path: Path
) -> None:
    from legation.cli.briefing import Wanted, write

    def brief(as_of: str | None) -> str:
        capsys.readouterr()
        write(target, Wanted("NOR", "GHA", "2025-07-01", as_of), paths=[], as_json=True)
        return capsys.readouterr().out

    target = str(tmp_path / "mine.ledger")
    with Ledger.open(target) as ledger:
        list(read([papers / "trade.txt"], ledger))
        moment = ledger.view().moment.isoformat()
        visit = ledger.view().records("visit")[0]
    then = brief(None)
    judge(target, Decision("correct", visit.id, "Bo", field="date", value="2025-05-29"), as_json=False)
    with Ledger.open(target) as ledger:
        list(read([papers / "berg.txt"], ledger))
        ledger.judge("actor_merge", "", by="Bo", payload={"actor": "KEN", "into": "GHA"})
    assert brief(None) != then
    past, made = json.loads(brief(moment)), json.loads(then)
    assert {key for key in made if past[key] != made[key]} <= {"as_of"}
