"""`legation code` and `legation events`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.coding import Form, code_lines, event_lines
from legation.cli.filtering import Filters
from legation.errors import UsageError

GOOD = '{"id": "a", "text": "Norway thanked Ghana.", "date": "2025-03-14"}\n'


def test_code_writes_a_line_for_each_text(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(GOOD + '{"id": "b", "text": "It rained."}\n', encoding="utf-8")

    assert code_lines(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl", cameo=True) == 0

    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert first["id"] == "a"
    assert [(e["source"], e["target"], e["code"], e["cameo"]) for e in first["events"]] == [
        ("NOR", "GHA", "SUPPORT", "051")
    ]
    assert second == {"id": "b", "events": []}


def test_code_tells_bad_lines_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text("oops\n" + GOOD, encoding="utf-8")

    assert code_lines(file, out=None, cameo=False) == 1

    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert f"{file}:1: no JSON" in told.err.replace("\n", "")


def test_code_of_no_good_line_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("oops\n", encoding="utf-8")

    assert code_lines(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl", cameo=False) == 2


def test_code_names_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.jsonl cannot be read"):
        code_lines(tmp_path / "missing.jsonl", out=None, cameo=False)


def test_events_tell_the_records_of_a_ledger(held: str, tmp_path: Path) -> None:
    form = Form(tmp_path / "events.jsonl", cameo=True)

    assert event_lines(held, as_of=None, filters=Filters(("NOR",), "visit"), form=form) == 0

    rows = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {(r["source"], r["target"], r["code"], r["cameo"], r["modality"], r["date"]) for r in rows}
    assert ("NOR", "KEN", "CONSULT", "042", "actual", "2025-03-12") in told
    assert {r["kind"] for r in rows} == {"visit"}
