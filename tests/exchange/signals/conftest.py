"""Small files of made-up events in each form."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="signals need DuckDB (extra foresight)")

ICEWS = (
    "Event ID;Event Date;Source Name;Source Sectors;Source Country;Event Text;CAMEO Code;Intensity;Target Name;"
    "Target Sectors;Target Country;Story ID;Sentence Number;Publisher;City;District;Province;Country;Latitude;Longitude"
).split(";")
POLECAT = (
    "Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts;Actor Name;Actor Country;Actor COW;"
    "Primary Actor Sector;Recipient Name;Recipient Country;Recipient COW;Primary Recipient Sector;Country;Latitude;"
    "Longitude;Source;Publication Date"
).split(";")
ACLED = (
    "event_id_cnty event_date time_precision event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
    "assoc_actor_2 inter2 country latitude longitude geo_precision source notes fatalities timestamp"
).split()

Row = dict[str, object]
Make = Callable[..., Path]


def icews(**cells: object) -> Row:
    """A row of ICEWS: Viet Nam visits South Korea, unless told otherwise."""
    row: Row = {"Event ID": 1, "Event Date": "2015-01-02", "CAMEO Code": "042", "Intensity": 1.9}
    row |= {"Source Name": "Foreign Affairs (Vietnam)", "Source Sectors": "Foreign Ministry,Government"}
    row |= {"Source Country": "Vietnam", "Target Name": "South Korea", "Target Country": "South Korea"}
    return row | {name.replace("_", " "): value for name, value in cells.items()}


def gdelt(number: int, day: str = "20200301", *, v2: bool = True, **cells: str) -> str:
    """A line of GDELT: Viet Nam's government visits South Korea, unless told otherwise."""
    row = [""] * (61 if v2 else 58)
    row[0], row[1], row[29], row[30], row[31] = str(number), day, "1", "1.9", "4"
    a, b = cells.get("a", "VNM"), cells.get("b", "KOR")
    row[5], row[6], row[7], row[12] = a and a + "GOV", cells.get("name", "HANOI"), a, a and "GOV"
    row[15], row[16], row[17] = cells.get("b_code", b), b and "SEOUL", b
    row[26] = cells.get("code", "042")
    row[53 if v2 else 51] = "VM"
    row[-2], row[-1] = cells.get("added", "20200301000000" if v2 else "20200301"), "https://news.example/a"
    return "\t".join(row)


def acled(**cells: object) -> Row:
    """A row of ACLED: a battle in Mali, unless told otherwise."""
    row: Row = {
        "event_id_cnty": "MLI1",
        "event_date": "15 March 2024",
        "time_precision": 1,
        "timestamp": 1711000000,
    }
    row |= {"event_type": "Battles", "sub_event_type": "Armed clash", "country": "Mali", "fatalities": 3}
    row |= {"actor1": "Military Forces of Mali (2020-)", "inter1": "State forces"}
    row |= {"actor2": "Military Forces of Niger (2023-)", "inter2": "External/Other forces"}
    return row | {"notes": 'They met,\nit is "said".'} | cells


def text_of(form: str, rows: Iterable[object]) -> str:
    """The text of a file of a form, from rows by column, or from lines."""
    held = [row for row in rows if isinstance(row, dict)]
    if form == "acled":
        table = [ACLED, *([str(row.get(name, "")) for name in ACLED] for row in held)]
        return "".join(
            ",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in table
        )
    columns, empty = {"icews": (ICEWS, ""), "polecat": (POLECAT, "None")}[form]
    table = [columns, *([str(row.get(name, empty)) for name in columns] for row in held)]
    return "".join("\t".join(line) + "\n" for line in table)


@pytest.fixture
def write(tmp_path: Path) -> Make:
    """Writes a file whose name begins with its form: its rows, for GDELT its lines."""

    def written(name: str, rows: list[object], *, encoding: str = "utf-8") -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        form = next((each for each in ("icews", "polecat", "acled") if name.startswith(each)), None)
        text = text_of(form, rows) if form else "".join(f"{line}\n" for line in rows)
        path.write_bytes(text.encode(encoding))
        return path

    return written


def zipped(path: Path) -> Path:
    """The file in a zip file beside it, itself gone."""
    packed = path.with_suffix(".CSV.zip")
    with zipfile.ZipFile(packed, "w") as target:
        target.write(path, path.name)
    path.unlink()
    return packed
