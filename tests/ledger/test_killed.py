"""A process that adds documents is killed at random moments: nothing is left half-written."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legation.ledger import Ledger

KILLS = 20
DOCUMENTS = 400
STATEMENTS = 25

_ADD = f"""
import hashlib, sys
from datetime import UTC, datetime
from legation.documents.document import Document
from legation.ledger import Ledger
from legation.records import Statement
from legation.values.passage import Passage

with Ledger.open(sys.argv[1]) as ledger:
    print("ready", flush=True)
    for number in range({DOCUMENTS}):
        content = f"Document {{number}} tells of many visits. ".encode() * 40
        key = hashlib.sha256(content).hexdigest()
        if ledger.has(key, "r1"):
            continue
        document = Document(
            key, f"d{{number}}", f"/d{{number}}", "text/plain", content, content.decode(), (),
            datetime(2026, 1, 1, tzinfo=UTC),
        )
        found = [
            Statement("visit", Passage(key, place, place + 5), {{"from": "KOR", "to": ("VNM",)}})
            for place in range({STATEMENTS})
        ]
        ledger.add(document, found, reader="r1")
print("done", flush=True)
"""


def start(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _ADD, str(path)], stdout=subprocess.PIPE, text=True)


def kill(process: subprocess.Popen[str], seconds: float) -> None:
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def whole_and_partial(path: Path) -> tuple[int, list[str]]:
    """How many documents the file holds, and those with another number of statements than was read."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = connection.execute(
        "SELECT d.id, r.statements, (SELECT count(*) FROM statements s WHERE s.document = d.id),"
        " (SELECT count(*) FROM contents c WHERE c.document = d.id)"
        " FROM documents d LEFT JOIN readings r ON r.document = d.id"
    ).fetchall()
    connection.close()
    return len(rows), [row[0] for row in rows if row[1:] != (STATEMENTS, STATEMENTS, 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_ledger_survives_being_killed_at_any_moment(path: Path) -> None:
    chance = random.Random(20260301)
    kept = 0
    for _ in range(KILLS):
        kill(start(path), chance.uniform(0.0, 0.06))
        documents, partial = whole_and_partial(path)
        assert partial == []
        assert documents >= kept
        kept = documents
    last = start(path)
    assert last.communicate(timeout=60)[0].endswith("done\n")
    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.view().documents()) == DOCUMENTS
        assert len(ledger.view().statements()) == DOCUMENTS * STATEMENTS
