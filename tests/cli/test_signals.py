from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="signals need DuckDB (extra foresight)")

from tests.exchange.signals.conftest import gdelt

from legation.cli.signals import Asked, import_signals, promote, show
from legation.errors import UsageError
from legation.exchange.signals.promote import Choice

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, capsys: Capture) -> Path:
    (tmp_path / "g.csv").write_text(f"{gdelt(1)}\n{gdelt(2, code='111')}\n", encoding="utf-8")
    assert import_signals([str(tmp_path / "g.csv")], tmp_path / "s", form=None, as_json=False) == 0
    capsys.readouterr()
    return tmp_path / "s"


def test_import_tells_form_and_counts_and_ends_with_what_was_lost(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "g.csv"
    path.write_text(f"{gdelt(1)}\n{gdelt(2, code='---')}\n", encoding="utf-8")

    assert import_signals([str(path)], tmp_path / "s", form=None, as_json=False) == 1
    told = capsys.readouterr()
    assert "GDELT 2.0" in told.out
    assert "rejects" in told.err
    assert import_signals([str(path)], tmp_path / "s", form=None, as_json=True) == 0
    (row,) = json.loads(capsys.readouterr().out)["files"]
    assert (row["outcome"], row["kept"], row["rejected"]) == ("unchanged", 1, 1)


def test_import_of_nothing_that_is_known_ends_with_2(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.csv").write_text("Leader,Country\nAnna Berg,Peru\n", encoding="utf-8")

    assert import_signals([str(tmp_path / "a.csv")], tmp_path / "s", form=None, as_json=False) == 2
    assert "a.csv" in capsys.readouterr().out


def test_show_prints_each_set_and_signals(folder: Path, capsys: Capture) -> None:
    assert show(folder, Asked("Viet Nam", "KOR", rows=1)) == 0
    told = capsys.readouterr().out
    assert "VNM and KOR in GDELT 2.0 events (2020-03-01 to 2020-03-01): 2 acts" in told
    assert "gdelt2:1" in told


def test_show_json_tells_days(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    picture = tmp_path / "a.svg"
    assert show(folder, Asked("VNM", "KOR", "2020-03", "2020-03", as_json=True, svg=picture)) == 0

    days = json.loads(capsys.readouterr().out)["sets"]["gdelt2"]
    assert [(each["day"], each["type"], each["acts"]) for each in days] == [
        ("2020-03-01", "ACCUSE", 1),
        ("2020-03-01", "CONSULT", 1),
    ]
    assert picture.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked("VNM", "VNM"), "one actor"),
        (Asked("VNM", "KOR", by="hour"), "day, week"),
        (Asked("VNM", "KOR", dataset="icews"), "holds gdelt2"),
    ],
)
def test_show_tells_what_is_wrong(folder: Path, asked: Asked, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        show(folder, asked)


def test_promote_prints_who_decided(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    target = str(tmp_path / "a.ledger")

    assert promote(target, folder, Choice("gdelt2:1", "A. Berg", "seen"), as_json=False) == 0
    assert "promoted by A. Berg" in capsys.readouterr().out
    assert promote(target, folder, Choice("gdelt2:1", "A. Berg", "seen"), as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["judgements"] == []


@pytest.mark.parametrize(("name", "told"), [("a.png", r"\.svg"), ("none/a.svg", "make it first")])
def test_picture_goes_to_a_place_that_can_be_written(
    folder: Path, tmp_path: Path, name: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        show(folder, Asked("VNM", "KOR", svg=tmp_path / name))
