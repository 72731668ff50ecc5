"""Reading into a ledger: what becomes of each document, on any number of processes, and after a kill."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legation import samples
from legation.keep import read
from legation.ledger import Ledger

KILLS = 4


def papers(folder: Path, number: int) -> Path:
    folder.mkdir()
    for i in range(number):
        day = i % 28 + 1
        text = f"# date: 2025-03-{day:02}\n\nForeign Minister Anna Berg of Norway visited Kenya on {day} March 2025.\n"
        (folder / f"paper-{i:03}.txt").write_text(text + f"Note {i}.\n", encoding="utf-8")
    return folder


def outcomes(paths: list[Path], ledger: Ledger, processes: int = 1) -> list[str]:
    return [kept.outcome for kept in read(paths, ledger, processes=processes)]


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 3)
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        assert outcomes([folder], ledger) == ["new"] * 3
        before = [s.id for s in ledger.view().statements()]
        assert outcomes([folder], ledger) == ["unchanged"] * 3
        assert [s.id for s in ledger.view().statements()] == before


def test_bad_document_is_an_entry_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 2)
    (folder / "empty.txt").write_bytes(b"")
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        assert sorted(outcomes([folder], ledger)) == ["new", "new", "unreadable"]
        assert [d.reason for d in ledger.view().documents(status="unreadable")] == ["empty"]


def test_workers_find_what_one_process_finds(tmp_path: Path) -> None:
    paths = sorted(samples.dossier().glob("*.txt"))[:6]
    found = []
    for processes in (1, 2):
        with Ledger.open(tmp_path / f"{processes}.ledger") as ledger:
            outcomes(paths, ledger, processes)
            found.append(sorted(s.id for s in ledger.view().statements()))
    assert found[0]
    assert found[0] == found[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send")
def test_killed_read_leaves_whole_documents_and_goes_on(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 400)
    target = tmp_path / "a.ledger"
    command = [
        sys.executable,
        "-c",
        "from legation.cli import run; run()",
        "read",
        str(folder),
        "--ledger",
        str(target),
        "-p",
        "1",
    ]
    chance = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(1.5 + chance.random())
            process.send_signal(signal.SIGKILL)
        if target.exists():
            with Ledger.open(target) as ledger:
                view = ledger.view()
                told = {s.document for s in view.statements()}
                assert told == {d.id for d in view.documents()}, (
                    "each document stands with its statements or not at all"
                )
    with Ledger.open(target) as ledger:
        before = len(ledger.view().documents())
        ended = outcomes([folder], ledger)
        assert len(ledger.view().documents()) == 400
        assert ended.count("unchanged") == before
        assert ended.count("new") == 400 - before


def test_same_bytes_at_two_addresses_are_told_twice(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 1)
    (folder / "copy.txt").write_bytes((folder / "paper-000.txt").read_bytes())
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        kept = list(read([folder], ledger))
    assert [(k.name, k.outcome) for k in kept] == [("copy", "new"), ("paper-000", "unchanged")]
    assert kept[0].statements == kept[1].statements > 0


def test_ledger_in_the_folder_is_no_document(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 1)
    with Ledger.open(folder / "record.data") as ledger:
        assert outcomes([folder], ledger) == ["new"]


def test_missing_pipeline_is_no_fault_of_documents(tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 2)
    command = [sys.executable, "-c", "from legation.cli import run; run()", "read", str(folder)]
    done = subprocess.run(
        [*command, "--ledger", str(tmp_path / "a.ledger")],
        env={**os.environ, "LEGATION_PIPELINE": "no_such_pipeline"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "legation: the language pipeline 'no_such_pipeline' is not installed" in done.stderr
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        assert ledger.view().documents() == []


def test_progress_tells_the_total_at_once(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        list(
            read(
                [papers(tmp_path / "in", 3)],
                ledger,
                progress=lambda done, total: told.append((done, total)),
            )
        )
    assert (told[0], told[-1]) == ((0, 3), (3, 3))
