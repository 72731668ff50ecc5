"""Importing: what is kept, repeated and rejected; the same again; an import that is cut off."""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.signals.conftest import Make, acled, gdelt, icews, text_of, zipped

from legation.errors import SignalsError, UsageError
from legation.exchange.signals.bring import Outcome, import_files
from legation.exchange.signals.store import Store


def bring(folder: Path, *paths: Path) -> list[Outcome]:
    return import_files([str(path) for path in paths], folder)


def rows(folder: Path, columns: str, view: str = "all_signals") -> list[tuple[Any, ...]]:
    with Store(folder).reading() as connection:
        return sorted(connection.table(view).project(columns).fetchall())


def rejected(folder: Path) -> list[tuple[str, str, str]]:
    found = [
        row
        for path in sorted(folder.glob("rejects/*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    ]
    return [(row["line"], row["column"], row["value"]) for row in found]


def test_icews_is_read(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("icews.tab", [icews(CAMEO_Code="42")]))

    told = "id, day::VARCHAR, source, source_sector, target, type, mode, quad, intensity, flaws"
    assert rows(tmp_path / "s", told) == [
        ("icews:1@2015-01-02", "2015-01-02", "VNM", "GOV", "KOR", "CONSULT", "visit", 1, 1.9, None)
    ]


def test_gdelt_zip_is_read(tmp_path: Path, write: Make) -> None:
    (outcome,) = bring(tmp_path / "s", zipped(write("g.csv", [gdelt(7)])))

    assert outcome.entry
    assert (outcome.entry.dataset, outcome.entry.member) == ("gdelt2", "g.csv")
    assert rows(tmp_path / "s", "id, source, source_sector, target, place, told_by") == [
        ("gdelt2:7", "VNM", "GOV", "KOR", "VNM", "https://news.example/a")
    ]


@pytest.mark.parametrize(("v2", "name"), [(True, "gdelt2"), (False, "gdelt1")])
def test_gdelt_is_told_by_the_number_of_columns(tmp_path: Path, write: Make, v2: bool, name: str) -> None:  # noqa: FBT001
    (outcome,) = bring(tmp_path / "s", write("g.csv", [gdelt(7, v2=v2)]))

    assert outcome.entry
    assert outcome.entry.dataset == name


def test_gdelt_day_far_back_is_flagged_unless_all_was_added_later(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("g.csv", [gdelt(1, "20190301"), gdelt(2, "20200305"), gdelt(3, "20200205")]))
    old = gdelt(1, "19900301", v2=False, added="20130203").rpartition("\t")[0]
    bring(tmp_path / "s", write("h.csv", [old]))

    assert rows(tmp_path / "s", "id, coalesce(flaws, '')") == [
        ("gdelt1:1", ""),
        ("gdelt2:1", "misdated"),
        ("gdelt2:2", "misdated"),
        ("gdelt2:3", ""),
    ]


def test_gdelt_rows_of_one_actor_or_none_are_flagged(tmp_path: Path, write: Make) -> None:
    lines = [gdelt(1, b="VNM", b_code="VNMGOV"), gdelt(2, a="", b="", name=""), gdelt(3)]
    bring(tmp_path / "s", write("g.csv", lines))

    assert rows(tmp_path / "s", "native, coalesce(flaws, '')") == [
        ("1", "same_actor"),
        ("2", "no_actor"),
        ("3", ""),
    ]
    assert rows(tmp_path / "s", "native", "signals") == [("3",)]


def test_polecat_lists_give_a_signal_for_each_pair(tmp_path: Path, write: Make) -> None:
    row = {"Event ID": "a_1", "Event Date": "2018-01-01", "Event Type": "CONSULT", "Quad Code": "VERCOOP"}
    row |= {"Actor Country": "VNM; LAO", "Recipient Country": "KOR", "Contexts": "economic;military"}
    bring(tmp_path / "s", write("polecat.txt", [row]))

    assert rows(tmp_path / "s", "id, source, target, quad_told, context") == [
        ("polecat:a_1#LAO>KOR", "LAO", "KOR", 1, "economic, military"),
        ("polecat:a_1#VNM>KOR", "VNM", "KOR", 1, "economic, military"),
    ]


def test_polecat_country_may_be_a_cow_code_or_a_name(tmp_path: Path, write: Make) -> None:
    row = {"Event ID": "a_1", "Event Date": "2018-01-01", "Event Type": "AID", "Actor COW": "816"}
    bring(tmp_path / "s", write("polecat.txt", [row | {"Recipient Name": "European Union"}]))

    assert rows(tmp_path / "s", "source, target, quad") == [("VNM", "EU", 2)]


def test_acled_newest_timestamp_stands_across_files(tmp_path: Path, write: Make) -> None:
    folder = tmp_path / "s"
    bring(folder, write("acled1.csv", [acled(), acled(event_id_cnty="MLI2")]))
    newer = acled(fatalities=5, timestamp=1712000000)
    bring(folder, write("acled2.csv", [newer, acled(event_id_cnty="MLI2", timestamp=1700000000)]))

    assert rows(folder, "id, deaths") == [("acled:MLI1", 5), ("acled:MLI2", 3)]
    assert len(list(folder.glob("parts/??????.parquet"))) == 2


def test_acled_day_is_no_finer_than_known(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("acled.csv", [acled(time_precision=3, geo_precision=2)]))

    assert rows(tmp_path / "s", "day::VARCHAR, precision, place_precision, source_sector, target_sector") == [
        ("2024-03-15", "month", "district", "MIL", "MIL")
    ]


def test_acled_of_other_years_has_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text(
        "EVENT_ID_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,ALLY_ACTOR_2,INTER2,COUNTRY,"
        "LATITUDE,LONGITUDE,GEO_PRECIS,SOURCE,NOTES,FATALITIES\n"
        "MLI9,03/04/2012,1,Battle-No change of territory,Rebels X (Mali),Allies Y,2,Government of Mali,,1,Mali,1,2,1,P,N,0\n"
        "MLI8,23/04/2012,1,Riots/Protests,Protesters (Mali),,6,,,0,Mali,1,2,1,P,N,0\n",
        encoding="utf-8",
    )
    bring(tmp_path / "s", path)

    told = (
        "native, day::VARCHAR, source, source_sector, coalesce(source_with, ''), coalesce(target, ''), type"
    )
    assert rows(tmp_path / "s", told) == [
        ("MLI8", "2012-04-23", "MLI", "CVL", "", "", "PROTEST"),
        ("MLI9", "2012-04-03", "MLI", "REB", "Allies Y", "MLI", "ASSAULT"),
    ]


def test_rows_that_come_twice_are_kept_once(tmp_path: Path, write: Make) -> None:
    folder = tmp_path / "s"
    (one,) = bring(folder, write("g.csv", [gdelt(1), gdelt(1), gdelt(2)]))
    (two,) = bring(folder, write("h.csv", [gdelt(2), gdelt(3)]))

    assert one.entry
    assert two.entry
    assert (one.entry.kept, one.entry.repeated, two.entry.kept, two.entry.repeated) == (2, 1, 1, 1)
    assert rows(folder, "native") == [("1",), ("2",), ("3",)]


def test_icews_id_on_another_day_is_another_row(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("icews.tab", [icews(), icews(), icews(Event_Date="2015-01-03")]))

    assert rows(tmp_path / "s", "native") == [("1@2015-01-02",), ("1@2015-01-03",)]


def test_malformed_lines_are_kept_with_their_reason(tmp_path: Path, write: Make) -> None:
    bad = [icews(Event_Date="2015-02-31"), icews(CAMEO_Code="---"), icews(Event_ID=""), icews(Latitude="x")]
    (outcome,) = bring(
        tmp_path / "s",
        write("icews.tab", [icews(), *bad, icews(Event_ID=9, Publisher="a\tb", Longitude=105)]),
    )

    assert outcome.entry
    assert (outcome.entry.kept, outcome.entry.rejected) == (1, 5)
    told = rejected(tmp_path / "s")
    assert told[:4] == [
        ("3", "event_date", "2015-02-31"),
        ("4", "cameo_code", "'---"),
        ("5", "event_id", ""),
        ("6", "latitude", "x"),
    ]
    assert told[4][:2] == ("7", "")
    assert "too many cells" in next((tmp_path / "s").glob("rejects/*")).read_text(encoding="utf-8")


def test_wrong_cells_of_gdelt_are_told_by_their_columns(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("g.csv", [gdelt(1), gdelt(2, code="---"), gdelt(3, "20200231")]))

    assert rejected(tmp_path / "s") == [("2", "eventcode", "'---"), ("3", "sqldate", "20200231")]


def test_quoted_tab_files_keep_tabs_and_quotes_within_cells(tmp_path: Path) -> None:
    path = tmp_path / "taken_in.tab"
    heading, line = text_of("icews", [icews(Event_ID=5, Event_Text="EVENT")]).splitlines()
    cells = [cell if cell[:1].isdigit() else f'"{cell}"' for cell in line.split("\t")]
    path.write_text(
        f"{heading}\n" + "\t".join(cells).replace("EVENT", 'say\t\\"no\\"') + "\n", encoding="utf-8"
    )
    bring(tmp_path / "s", path)

    assert rows(tmp_path / "s", "native, text") == [("5@2015-01-02", 'say\t"no"')]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_encoding_is_read(tmp_path: Path, write: Make, encoding: str) -> None:
    bring(tmp_path / "s", write("icews.tab", [icews(Publisher="Café")], encoding=encoding))

    assert rows(tmp_path / "s", "native, told_by") == [("1@2015-01-02", "Café")]


def test_same_file_again_changes_nothing(tmp_path: Path, write: Make) -> None:
    folder, path = tmp_path / "s", write("g.csv", [gdelt(1), gdelt(2, code="---")])
    bring(folder, path)
    before = {each: each.read_bytes() for each in [*folder.rglob("*.parquet"), folder / "manifest.json"]}
    elsewhere = Path(shutil.copy(path, path.with_name("again.csv")))

    assert [each.outcome for each in bring(folder, path, elsewhere)] == ["unchanged", "unchanged"]
    assert all(each.read_bytes() == held for each, held in before.items())


def test_import_that_was_cut_off_leaves_nothing(
    tmp_path: Path, write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "s"
    bring(folder, write("g.csv", [gdelt(1)]))

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(Store, "write", cut_off)
        with pytest.raises(KeyboardInterrupt):
            bring(folder, write("h.csv", [gdelt(2), gdelt(3, code="---")]))
    assert rows(folder, "native") == [("1",)]
    bring(folder, write("h.csv", [gdelt(2), gdelt(3, code="---")]))

    assert rows(folder, "native") == [("1",), ("2",)]
    assert len(rejected(folder)) == 1


def test_what_is_no_event_data_is_told_and_the_rest_goes_on(tmp_path: Path, write: Make) -> None:
    good = write("g.csv", [gdelt(1)])
    other, broken = good.with_name("visits.csv"), good.with_name("broken.zip")
    other.write_text("Leader,Country\nAnna Berg,Peru\n", encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04nothing")
    found = bring(tmp_path / "s", good, other, broken)

    assert sorted((each.outcome, Path(each.address).name) for each in found) == [
        ("imported", "g.csv"),
        ("unreadable", "broken.zip"),
        ("unreadable", "visits.csv"),
    ]
    assert any("--format" in each.message for each in found)


def test_wrong_form_and_missing_file_are_told(tmp_path: Path, write: Make) -> None:
    path = str(write("g.csv", [gdelt(1)]))

    with pytest.raises(UsageError, match="polecat"):
        import_files([path], tmp_path / "s", form="icewz")
    with pytest.raises(UsageError, match="no such file"):
        import_files([str(tmp_path / "nothing.csv")], tmp_path / "s")


@settings(max_examples=3, deadline=None)
@given(split=st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=5), min_size=2, max_size=2))
def test_same_rows_stand_however_they_are_split(
    tmp_path_factory: pytest.TempPathFactory, split: list[list[int]]
) -> None:
    folder = tmp_path_factory.mktemp("split")
    paths = [folder / f"{at}.csv" for at in range(len(split))]
    for path, numbers in zip(paths, split, strict=True):
        path.write_text("".join(f"{gdelt(number)}\n" for number in numbers), encoding="utf-8")
        bring(folder / "apart", path)
    bring(folder / "together", *paths)

    expected = sorted({(str(number),) for numbers in split for number in numbers})
    assert rows(folder / "apart", "native") == rows(folder / "together", "native") == expected


def test_folder_without_signals_is_told(tmp_path: Path, write: Make) -> None:
    with pytest.raises(SignalsError, match="no signals there"):
        rows(tmp_path / "s", "id")
    bring(tmp_path / "s", write("g.csv", [gdelt(1, code="---")]))
    with pytest.raises(SignalsError, match="gave no signals"):
        rows(tmp_path / "s", "id")


def test_missing_partition_is_told(tmp_path: Path, write: Make) -> None:
    bring(tmp_path / "s", write("g.csv", [gdelt(1)]))
    next((tmp_path / "s").glob("parts/*")).unlink()

    with pytest.raises(SignalsError, match=r"000001\.parquet"):
        rows(tmp_path / "s", "id")


def test_missing_duckdb_is_told(tmp_path: Path, write: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("g.csv", [gdelt(1)])
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(UsageError, match="pip install"):
        bring(tmp_path / "s", path)


def test_second_import_at_one_time_is_told(tmp_path: Path, write: Make) -> None:
    path = write("g.csv", [gdelt(1)])
    bring(tmp_path / "s", path)
    holding = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holding, str(tmp_path / "s" / "signals.duckdb")]
    with Popen(command, stdin=PIPE, stdout=PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(SignalsError, match="another import"):
            bring(tmp_path / "s", path)
        assert rows(tmp_path / "s", "native") == [("1",)]
