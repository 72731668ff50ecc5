from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.exchange.sheets.filled import read_list

COLUMNS: dict[str, tuple[str, ...]] = {"name": ("tên",), "kind": ("type",)}


def test_csv_and_json_give_the_same_lines_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("Tên;Type;Colour\nFjord Board;;red\n", encoding="utf-8")
    rows = [{"Tên": "Fjord Board", "type": None, "Colour": "red"}]
    (tmp_path / "own.json").write_text(json.dumps(rows), encoding="utf-8")
    table, objects = (read_list(tmp_path / name, COLUMNS) for name in ("own.csv", "own.json"))
    assert (
        [line.cells for line in table.lines]
        == [line.cells for line in objects.lines]
        == [{"name": "Fjord Board"}]
    )
    assert (table.unused, objects.unused) == (("Colour",), ("Colour",))
    assert (table.lines[0].at("name"), objects.lines[0].at("name")) == ("own!A2", "own.json row 1, name")
    assert table.lines[0].at("kind") == "own!2"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("own.csv", "name,tên\na,b\n", "several columns are 'name'"),
        ("own.csv", "", "it is empty"),
        ("own.json", "{", "cannot be read as JSON"),
        ("own.json", '{"name": "a"}', "an array of objects"),
    ],
)
def test_file_that_is_no_list_is_told(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_list(tmp_path / name, COLUMNS)
