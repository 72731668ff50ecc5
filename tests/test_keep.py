"""Reading into a ledger: what becomes of each document, on any number of processes, and after a kill."""

from __future__ import annotations

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
        text = f"# date: 2025-03-{i % 28 + 1:02}\n\nForeign Minister Anna Berg of Norway visited Kenya on {i % 28 + 1} March 2025.\n"
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
