from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from legation.errors import LedgerError
from legation.ledger import Ledger

_FULL_DISK = """
import resource, sys
from datetime import UTC, datetime
from legation.documents.document import Document
from legation.errors import LedgerError
from legation.ledger import Ledger

def document(number, size):
    content = (b"%d" % number) * size
    read_at = datetime(2026, 1, 1, tzinfo=UTC)
    return Document(str(number) * 64, "n", "/n", "text/plain", content, "", (), read_at)

with Ledger.open(sys.argv[1]) as ledger:
    ledger.add(document(1, 10), [], reader="r1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        ledger.add(document(2, 2_000_000), [], reader="r1")
    except LedgerError as error:
        print(error)
"""


def test_ledger_is_made_with_its_file(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert ledger.view().records() == []
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_ledger_that_is_missing_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger at .*desk\.ledger"):
        Ledger.open(path, create=False)
    assert not path.exists()


def test_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)


def test_file_in_a_missing_folder_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="check that its folder exists"):
        Ledger.open(tmp_path / "nowhere" / "desk.ledger")


def test_text_file_is_no_ledger(path: Path) -> None:
    path.write_text("Minutes of a meeting, long enough to be no database header at all. " * 20)
    with pytest.raises(LedgerError, match="is not a ledger"):
        Ledger.open(path)


def test_other_database_is_no_ledger(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (dish TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="holds recipes"):
        Ledger.open(path)


def test_ledger_of_a_newer_version_is_refused(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger._database.writing() as connection:
        connection.execute(text("UPDATE ledger_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="install a newer Legation"):
        Ledger.open(path)


def test_other_address_is_no_ledger() -> None:
    with pytest.raises(LedgerError, match="is no ledger; give a file or a postgresql address"):
        Ledger.open("mysql://localhost/desk")


def test_ledger_that_another_process_writes_says_so(path: Path, make: Any) -> None:
    with (
        Ledger.open(path) as holder,
        Ledger.open(path, patience=0.05) as ledger,
        holder._database.writing(),
        pytest.raises(LedgerError, match="written by another process"),
    ):
        ledger.add(make.document(), [], reader="r1")


def test_ledger_can_be_read_while_another_process_writes(path: Path) -> None:
    with Ledger.open(path) as holder, Ledger.open(path) as ledger, holder._database.writing():
        assert ledger.view().documents() == []


def test_ledger_opened_read_only_refuses_to_write(path: Path, make: Any) -> None:
    Ledger.open(path).close()
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LedgerError, match="opened read-only"):
        ledger.add(make.document(), [], reader="r1")


def test_damaged_ledger_says_so(path: Path, make: Any) -> None:
    with Ledger.open(path) as ledger:
        for number in range(50):
            ledger.add(make.document(f"Document {number}. " * 200), [], reader="r1")
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(LedgerError, match="restore it from a backup"), Ledger.open(path) as ledger:
        ledger.view().documents()


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX's")
def test_full_disk_leaves_what_was_recorded(path: Path) -> None:
    command = [sys.executable, "-c", _FULL_DISK, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "the disk is full" in run.stdout
    with Ledger.open(path) as ledger:
        assert [d.id for d in ledger.view().documents()] == ["1" * 64]
