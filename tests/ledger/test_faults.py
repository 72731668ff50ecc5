"""What goes wrong on real machines: a clock set back, a byte changed, a file that may not be written."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from legation.cli.keeping import check_ledger, tell_clock
from legation.errors import LedgerError
from legation.ledger import Ledger

_ADD = """
import os, sys
from legation.errors import LedgerError
from legation.ledger import Ledger
Ledger.open(":memory:").close()  # all modules are there before the rights go
if os.geteuid() == 0:
    os.setuid(65534)
try:
    with Ledger.open(sys.argv[1]) as ledger:
        ledger.judge("comment", sys.argv[2], by="A. Reader", payload={"text": "seen"})
except LedgerError as error:
    print(error)
"""


def test_clock_set_back_is_told_and_entries_keep_their_order(
    path: Path, make: Any, clock: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with Ledger.open(path, clock=clock) as ledger:
        ledger.add(make.document("One thing."), [], reader="r1")
        assert ledger.behind() == timedelta()
        clock.now -= timedelta(days=400)
        ledger.add(make.document("Another thing."), [], reader="r1")
        assert ledger.behind() > timedelta(days=399)
        tell_clock(ledger)
        assert ledger.verify().problems == ()
    assert "set the clock right" in capsys.readouterr().err


@pytest.mark.parametrize("word", [b"in Hanoi", b"Monday"])
def test_changed_byte_is_told(path: Path, make: Any, word: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(make.document("The President arrived in Hanoi on Monday. " * 20), [], reader="r1")
    whole = bytearray(path.read_bytes())
    for place in range(len(whole) - len(word)):
        if whole[place : place + len(word)] == word:
            whole[place] ^= 0x01
            break
    path.write_bytes(whole)
    assert check_ledger(str(path), noted=None, as_json=False) == 1
    assert "not whole" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are POSIX's")
@pytest.mark.parametrize(("rights", "word"), [(0o555, "the right to write"), (0o700, "may not be looked at")])
def test_ledger_that_may_not_be_written_says_what_to_do(make: Any, rights: int, word: str) -> None:
    document = make.document()
    statement = make.statement("visit", {"from": "KOR", "to": ("VNM",)}, document=document.id)
    with TemporaryDirectory() as name:  # not in the folder of the test run, which no other user may enter
        path = Path(name) / "desk.ledger"
        with Ledger.open(path) as ledger:
            ledger.add(document, [statement], reader="r1")
            target = ledger.view().statements()[0].id
        path.chmod(0o444)
        Path(name).chmod(rights if os.geteuid() == 0 else 0o555)
        command = [sys.executable, "-c", _ADD, str(path), target]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        Path(name).chmod(0o755)
        assert (word if os.geteuid() == 0 else "the right to write") in run.stdout
        with Ledger.open(path, read_only=True) as ledger:
            assert len(ledger.view().statements()) == 1


def test_full_and_damaged_files_say_what_to_do(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 4096)
    with pytest.raises(LedgerError, match=r"backup|give the path|not a ledger"), Ledger.open(path) as ledger:
        ledger.view().documents()
