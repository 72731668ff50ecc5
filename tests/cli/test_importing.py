from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.importing import Asked, import_tables
from legation.errors import UsageError
from legation.keep import read
from legation.ledger import Ledger

VISITS = "Leader,Country,Date\nAnna Berg,Peru,12/3/2025\nLan Tran,Ghana,25/4/2025\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "visits.csv"
    path.write_text(VISITS, encoding="utf-8")
    return path


@pytest.fixture
def target(tmp_path: Path) -> str:
    return str(tmp_path / "mine.ledger")


def records(target: str) -> list[tuple[object, object]]:
    with Ledger.open(target, create=False) as ledger:
        return [(r.fields["from"], r.fields["to"]) for r in ledger.view().records()]


def test_nothing_is_recorded_unless_somebody_says_yes(
    table: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_tables([str(table)], target, Asked()) == 2
    told = capsys.readouterr()
    assert not Path(target).exists()
    assert "visitors" in told.out
    assert "--yes" in told.err


def test_yes_records_and_again_changes_nothing(
    table: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Asked(constants=("from=NOR",), is_sure=True)
    assert import_tables([str(table)], target, asked) == 0
    assert "1 new" in capsys.readouterr().out
    assert import_tables([str(table)], target, asked) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert records(target) == [("NOR", ("PER",)), ("NOR", ("GHA",))]


def test_mapping_is_changed_in_dialogue(table: Path, target: str) -> None:
    answers = iter(["Country=nowhere", "Country=from", "to=NOR", "y"])
    assert import_tables([str(table)], target, Asked(), answer=lambda: next(answers)) == 0
    assert records(target) == [("PER", ("NOR",)), ("GHA", ("NOR",))]


def test_no_is_no(table: Path, target: str) -> None:
    assert import_tables([str(table)], target, Asked(), answer=lambda: "n") == 2
    assert not Path(target).exists()


def test_command_to_repeat_gives_the_same(
    table: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import_tables([str(table)], target, Asked(constants=("from=NOR",), is_sure=True))
    assert (
        "--kind visit --map Leader=visitors --map Country=to --map Date=date --set from=NOR --yes"
        in " ".join(capsys.readouterr().err.split())
    )
    again = Asked("visit", ("Leader=visitors", "Country=to", "Date=date"), ("from=NOR",), is_sure=True)
    import_tables([str(table)], target, again)
    assert "1 unchanged" in capsys.readouterr().out


def test_reading_the_folder_later_leaves_the_table_as_it_is(table: Path, target: str) -> None:
    import_tables([str(table)], target, Asked(is_sure=True))
    with Ledger.open(target) as ledger:
        (kept,) = read([table.parent / "visits.csv"], ledger)
        assert (kept.outcome, kept.statements) == ("unchanged", 2)
        assert [d.status for d in ledger.view().documents()] == ["readable"]


def test_trial_touches_no_ledger(table: Path, target: str) -> None:
    assert import_tables([str(table)], target, Asked(is_trial=True)) == 0
    assert not Path(target).exists()


def test_errors_are_told_by_cell(table: Path, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(VISITS + "Kim Roy,Veitnam,soon\n", encoding="utf-8")
    assert import_tables([str(table)], target, Asked(is_sure=True, as_json=True)) == 1
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert [problem["where"] for problem in told["problems"]] == ["visits!C4", "visits!B4"]
    assert told["statements"] == 3


@pytest.mark.usefixtures("table")
def test_file_that_cannot_be_read_is_an_entry(tmp_path: Path, target: str) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert import_tables([str(tmp_path)], target, Asked(is_sure=True)) == 1
    with Ledger.open(target) as ledger:
        assert {d.name: d.status for d in ledger.view().documents()} == {
            "broken": "unreadable",
            "visits": "readable",
        }


@pytest.mark.parametrize("asked", [Asked(columns=("Country",)), Asked(day_order="never"), Asked(kind="trip")])
def test_wrong_options_are_refused(table: Path, target: str, asked: Asked) -> None:
    with pytest.raises(UsageError):
        import_tables([str(table)], target, asked)


def test_command_line(legation: object, table: Path, target: str) -> None:
    ran = legation("import", table, "--ledger", target, "--set", "from=NOR", "--yes")  # type: ignore[operator]
    assert (ran.code, "2 statements" in ran.out) == (0, True)
