from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from legation.cli.agreeing import show_agreement
from legation.cli.filtering import Filters
from legation.cli.judging import Decision, judge
from legation.cli.reviewing import Draw, record_sample, write_sample
from legation.errors import UsageError
from legation.keep import read
from legation.ledger import Ledger

Verdict = tuple[str, str]
ACCEPT, REJECT = ("accept", ""), ("reject", "")


@pytest.fixture
def mine(papers: Path, tmp_path: Path) -> str:
    target = tmp_path / "mine.ledger"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
    return str(target)


def fill(listed: Path, to: Path, verdicts: Sequence[Verdict]) -> Path:
    """Write a verdict and corrections into each row of a list."""
    with listed.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, (verdict, corrections) in zip(rows, verdicts, strict=False):
        row.update(verdict=verdict, corrections=corrections)
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return to


@pytest.fixture
def listed(mine: str, tmp_path: Path) -> Path:
    """A list of four statements to judge."""
    write_sample(mine, tmp_path / "list.csv", Draw(4, seed=1))
    return tmp_path / "list.csv"


def records(target: str) -> list[object]:
    with Ledger.open(target) as ledger:
        return list(ledger.view().records())


def test_list_is_the_same_for_a_seed_and_shows_nobodys_verdict(mine: str, listed: Path) -> None:
    before = listed.read_text(encoding="utf-8")
    with listed.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    judge(mine, Decision("reject", first["statement"], "Ada", "no such thing"), as_json=False)
    again, other = listed.with_name("again.csv"), listed.with_name("other.csv")
    write_sample(mine, again, Draw(4, seed=1))
    assert again.read_text(encoding="utf-8") == before
    assert "date = 20" in first["read"]
    write_sample(mine, other, Draw(4, seed=2))
    assert other.read_text(encoding="utf-8") != before


def test_blind_verdicts_are_kept_once_and_change_no_record(mine: str, listed: Path, tmp_path: Path) -> None:
    before = records(mine)
    filled = fill(
        listed, tmp_path / "bo.csv", [REJECT, ACCEPT, ("correct", "date = 2024 | modality = planned")]
    )
    assert [record_sample(mine, filled, by="Bo", is_trial=False, as_json=False) for _ in range(2)] == [0, 0]
    assert records(mine) == before
    with Ledger.open(mine) as ledger:
        assert [j.verb for j in ledger.view().judgements()] == ["reject", "accept", "correct", "correct"]


def test_agreement_of_two_readers_is_told_with_what_they_disagree_about(
    capsys: pytest.CaptureFixture[str], mine: str, listed: Path, tmp_path: Path
) -> None:
    for person, verdicts in (
        ("Ada", [ACCEPT] * 4),
        ("Bo", [ACCEPT, ACCEPT, REJECT, ("correct", "date = 2024")]),
    ):
        record_sample(
            mine, fill(listed, tmp_path / person, verdicts), by=person, is_trial=False, as_json=False
        )
    capsys.readouterr()
    assert show_agreement(mine, Filters(), as_of=None, seed=0, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    whole = told["agreement"][0]
    assert (whole["kind"], whole["aspect"], whole["units"], whole["same"]) == ("all", "verdict", 4, 0.5)
    assert {row["aspect"] for row in told["disagreements"]} == {"verdict", "date"}
    show_agreement(mine, Filters(), as_of="2001-01-01", seed=0, as_json=False)
    assert "draws a list" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        (("yes", ""), "G2: 'yes' is no verdict"),
        (("correct", ""), "what is to be corrected"),
        (("correct", "the date"), "'the date' is no correction"),
        (("correct", "date = soon"), "H2: .*soon"),
        (("", "date = 2024"), "H2: there is a correction and no verdict"),
    ],
)
def test_cell_that_cannot_be_read_is_told_and_nothing_is_recorded(
    capsys: pytest.CaptureFixture[str], mine: str, listed: Path, verdict: Verdict, says: str
) -> None:
    filled = fill(listed, listed, [verdict, ACCEPT])
    assert record_sample(mine, filled, by="Bo", is_trial=False, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    (problem,) = told["problems"]
    assert told["recorded"] == 0
    assert re.search(says, problem)


def test_persons_who_decide_otherwise_are_told_of_each_other(
    capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    with Ledger.open(mine) as ledger:
        statement = ledger.view().statements("visit")[0].id
    judge(mine, Decision("accept", statement, "Ada"), as_json=False)
    assert "do not agree" not in capsys.readouterr().err
    judge(mine, Decision("correct", statement, "Bo", field="date", value="2024"), as_json=False)
    told = capsys.readouterr().err
    assert "do not agree on its date" in told
    assert "Ada" in told


def test_list_goes_to_a_file_of_a_known_form(mine: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a list for a reader is"):
        write_sample(mine, tmp_path / "list.pdf", Draw(4))


def test_list_is_never_written_over_verdicts(mine: str, listed: Path) -> None:
    before = listed.read_bytes()
    with pytest.raises(UsageError, match="verdicts in it would be lost"):
        write_sample(mine, listed, Draw(4))
    assert listed.read_bytes() == before
