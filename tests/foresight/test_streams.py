from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from legation.errors import LegationError
from legation.foresight.streams import BEGINS, stream_of


def line(**given: object) -> str:
    row = {
        "date": "2024-05-01",
        "modality": "actual",
        "source": "KENGOV",
        "target": "PERMIL",
        "code": "CONSULT",
    }
    return json.dumps({**row, **given})


def test_lines_of_events_are_read_to_quad_classes_of_countries(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    lines = [
        line(),
        line(code="ASSAULT"),
        line(modality="planned"),
        line(target=None),
        line(date=None),
        line(target="KEN"),
    ]
    path.write_text("\n".join(lines) + "\n\n")
    found = stream_of(path, None)
    assert [(h.event, set(h.actors), h.first) for h in found.happenings] == [
        ("verbal_cooperation", {"KEN", "PER"}, date(2024, 5, 1)),
        ("material_conflict", {"KEN", "PER"}, date(2024, 5, 1)),
    ]


@pytest.mark.parametrize("bad", ["{", "[1]", '{"date": "2024-13-01"}', line(code="KISS"), line(date="soon")])
def test_line_that_is_no_event_is_told_with_its_number(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text(line() + "\n" + bad + "\n")
    with pytest.raises(LegationError, match=r"events\.jsonl:2: no event"):
        stream_of(path, None)


def benchmark(folder: Path) -> Path:
    (folder / "entity2id.txt").write_text("Police (India)\t0\nNepal\t1\nIndia\t2\n")
    (folder / "relation2id.txt").write_text("Consult\t0\nArrest\t1\n")
    for split, rows in (
        ("train", "0\t0\t1\t0\n2\t0\t0\t1\n"),
        ("valid", "1\t1\t2\t2\n"),
        ("test", "1\t0\t2\t3\n"),
    ):
        (folder / f"{split}.txt").write_text(rows)
    return folder


def test_benchmark_is_read_by_country_and_day(tmp_path: Path) -> None:
    classes = tmp_path / "classes.json"
    classes.write_text('{"Consult": "VC", "Arrest": "MF"}')
    found = stream_of(benchmark(tmp_path), classes)
    told = [(h.event, set(h.actors), (h.first - BEGINS).days) for h in found.happenings]
    assert told == [
        ("verbal_cooperation", {"India", "Nepal"}, 0),
        ("material_conflict", {"India", "Nepal"}, 2),
        ("verbal_cooperation", {"India", "Nepal"}, 3),
    ]


@pytest.mark.parametrize("table", ["{}", '{"Consult": "VC"}', '{"Consult": "XX", "Arrest": "MF"}', "no"])
def test_table_that_leaves_a_relation_out_is_refused(tmp_path: Path, table: str) -> None:
    classes = tmp_path / "classes.json"
    classes.write_text(table)
    with pytest.raises(LegationError, match=r"classes\.json"):
        stream_of(benchmark(tmp_path), classes)


def test_benchmark_without_a_table_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(LegationError, match="--classes"):
        stream_of(benchmark(tmp_path), None)
