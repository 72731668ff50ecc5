from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from legation.briefs import write_brief
from legation.cli.acting import Asked, Turn, show_actor, turn_actor
from legation.cli.actor_lists import export_list, import_list
from legation.cli.judging import Decision, judge
from legation.errors import UnknownActor, UsageError
from legation.keep import read
from legation.ledger import Ledger

BORD = "Tên;Loại;Viết tắt;Quốc gia;Từ;Merged into;Remarks\nFjord Board;body;FJB;Na Uy;2001-02-03;Liên Hợp Quốc;x\n"


@pytest.fixture
def mine(papers: Path, tmp_path: Path) -> str:
    target = tmp_path / "mine.ledger"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
    return str(target)


def take(target: str, path: Path, text: str, *, is_trial: bool = False) -> int:
    path.write_text(text, encoding="utf-8")
    return import_list(target, path, by="Ada", is_trial=is_trial, as_json=True)


def shown(capsys: pytest.CaptureFixture[str], target: str, name: str, **asked: str) -> dict[str, object]:
    capsys.readouterr()
    assert show_actor(target, Asked(name, **asked), as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return told


def test_list_of_actors_is_understood_by_its_headings_and_recorded_once(
    capsys: pytest.CaptureFixture[str], mine: str, tmp_path: Path
) -> None:
    assert take(mine, tmp_path / "own.csv", BORD, is_trial=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["recorded"], told["unused"]) == (0, ["Remarks"])
    assert told["rows"][0]["state"] == "NOR"
    assert [take(mine, tmp_path / "own.csv", BORD) for _ in range(2)] == [0, 0]
    found = shown(capsys, mine, "FJB", on="2020-01-01")
    assert (found["id"], found["state"], found["since"]) == ("Fjord Board", "NOR", "2001-02-03")
    assert found["successors"] == ["UN"]
    assert len(found["decided"]) == 1  # type: ignore[arg-type]


def test_list_that_was_exported_comes_back_as_it_was(
    capsys: pytest.CaptureFixture[str], mine: str, tmp_path: Path
) -> None:
    take(mine, tmp_path / "own.csv", BORD)
    export_list(mine, tmp_path / "out.csv", as_of=None)
    other = str(tmp_path / "other.ledger")
    capsys.readouterr()
    assert import_list(other, tmp_path / "out.csv", by="Bo", is_trial=False, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["recorded"] == 1
    first, second = (shown(capsys, target, "FJB") for target in (mine, other))
    assert {k: v for k, v in first.items() if k != "decided"} == {
        k: v for k, v in second.items() if k != "decided"
    }


def test_whole_register_is_exported_in_the_same_form(mine: str, tmp_path: Path) -> None:
    export_list(mine, tmp_path / "all.csv", as_of=None, whole=True)
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["Soviet Union"]["successors"].startswith("RUS; ")
    assert "Hoa Kỳ" in rows["USA"]["aliases"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id,kind\nX,planet\n", "B2: 'planet' is no kind of actor"),
        ("id,kind,state\nX,body,Norwey\n", "C2: .*near names: Norway"),
        ("id,kind,since\nX,body,2019-05\n", "C2: '2019-05' is no day"),
        ("id,kind,since\nX,body,soon\n", "C2: .*soon"),
        ("name,kind\n,body\n", "own!2: there is neither an id nor a name"),
        ("person,office,of\nAnna Berg,Foreign Minister,Norwey\n", "C2: .*near names: Norway"),
    ],
)
def test_cell_that_cannot_be_read_is_told_and_nothing_is_recorded(
    capsys: pytest.CaptureFixture[str], mine: str, tmp_path: Path, text: str, says: str
) -> None:
    assert take(mine, tmp_path / "own.csv", text) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert re.search(says, problem)
    with Ledger.open(mine) as ledger:
        assert ledger.view().judgements() == []


def test_list_without_a_needed_column_is_told(mine: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column kind"):
        take(mine, tmp_path / "own.csv", "id,colour\nX,red\n")


def test_name_in_any_language_is_explained_with_its_days(
    capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    assert shown(capsys, mine, "Hoa Kỳ")["id"] == "USA"
    assert shown(capsys, mine, "Zaire")["asked as"] == [
        "Zaire: alias, en (from 1971-10-27) (until 1997-05-17)"
    ]
    assert shown(capsys, mine, "GDR", on="1991-01-01")["then"] == ["Germany (DEU)"]
    with Ledger.open(mine) as ledger:
        assert shown(capsys, mine, "Na Uy")["records"] == len(ledger.view().records(with_="NOR"))
    with pytest.raises(UnknownActor):
        show_actor(mine, Asked("Narnia"), as_json=False)


def test_foreign_minister_is_told_by_date(
    capsys: pytest.CaptureFixture[str], mine: str, tmp_path: Path
) -> None:
    asked = "the Foreign Minister of Norway"
    told = shown(capsys, mine, asked, on="2025-06-10")
    assert (told["person"], told["sure"]) == ("Anna Berg", True)
    assert shown(capsys, mine, asked, on="2031-01-01")["sure"] is False
    rows = "Person,Title,Country,From,To\nOla Vik,Minister of Foreign Affairs,Norway,2020-02-01,2024-12-31\n"
    take(mine, tmp_path / "offices.csv", rows)
    told = shown(capsys, mine, asked, on="2023-05-01")
    assert (told["person"], told["sure"]) == ("Ola Vik", True)
    assert "on the list of Ada" in str(told["because"])
    assert shown(capsys, mine, asked, on="2025-06-10")["person"] == "Anna Berg"
    assert shown(capsys, mine, asked, on="2023-05-01", as_of="2001-01-01")["person"] is None


def test_merged_actors_are_found_by_both_names_until_it_is_undone(
    capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    turn_actor(mine, Turn("actor_merge", "Kenya", "Ghana", "Ada", "a test"), as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert len(set(told["records"].values())) == 1
    assert shown(capsys, mine, "Kenya")["id"] == "GHA"
    with Ledger.open(mine) as ledger:
        brief = write_brief(ledger.view(), of="NOR", with_="Kenya", on=date(2025, 7, 1))
    assert brief.with_ == "GHA"
    judge(mine, Decision("undo", told["judgement"]["id"], "Bo"), as_json=False)
    assert shown(capsys, mine, "Kenya")["id"] == "KEN"
    with pytest.raises(UsageError, match="one actor already"):
        turn_actor(mine, Turn("actor_merge", "Kenya", "KEN", "Ada"), as_json=True)


def test_split_moves_the_records_that_are_named(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    with Ledger.open(mine) as ledger:
        visit = ledger.view().records("visit", with_="KEN")[0].id
    turn = Turn("actor_split", "Kenya", "Kenya Colony", "Ada", records=(visit,))
    turn_actor(mine, turn, as_json=True)
    assert json.loads(capsys.readouterr().out)["records"]["Kenya Colony"] == 1
    assert shown(capsys, mine, "Kenya Colony")["records"] == 1
