"""The commands as a user meets them: exit codes, messages, terminals and pipes of all kinds."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Legation

COMMAND = [sys.executable, "-c", "from legation.cli import run; run()"]
HEAVY = ("spacy", "numpy", "sqlalchemy", "rich", "lxml", "fastapi")


@pytest.mark.parametrize(
    "command", [(), ("read",), ("extract",), ("show",), ("brief",), ("serve",), ("demo",)]
)
def test_help_is_given_without_heavy_imports(command: tuple[str, ...]) -> None:
    body = f"""
import sys
sys.argv = ["legation", *{command!r}, "--help"]
from legation.cli import run
try:
    run()
finally:
    print("loaded:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("Usage: ")
    assert done.stdout.endswith("loaded: []\n")


@pytest.mark.parametrize(
    "words",
    [
        ("foo",),
        ("read",),
        ("read", "--foo", "x"),
        ("read", "x", "--processes", "0"),
        ("show", "record"),
        ("brief", "--of", "NOR"),
        ("show", "actors", "--ledger", "none.ledger"),
    ],
)
def test_wrong_use_ends_with_two(legation: Legation, words: tuple[str, ...]) -> None:
    ran = legation(*words)

    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_missing_file_is_an_entry(legation: Legation, tmp_path: Path) -> None:
    ran = legation("read", tmp_path / "none.txt", "--ledger", tmp_path / "a.ledger")

    assert ran.code == 1
    assert "there is no such file or folder" in " ".join(ran.out.split())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_terminal_of_another_encoding_is_served(
    legation: Legation, held: str, papers: Path, encoding: str
) -> None:
    brief = ("brief", "--of", "NOR", "--with", "KEN", "--on", "2025-06-10", "--ledger", held)

    assert legation(*brief, PYTHONIOENCODING=encoding).code == 0
    for words in (
        ("show", "records", "--json", "--ledger", held),
        ("read", papers, "--json", "--ledger", held),
    ):
        ran = legation(*words, PYTHONIOENCODING=encoding)
        assert json.loads(ran.out)
        assert ran.out.isascii()


@pytest.mark.parametrize(
    "words", [("show", "records"), ("show", "records", "--json"), ("brief", "--of", "NOR", "--with", "KEN")]
)
def test_reader_that_leaves_early_is_no_failure(held: str, words: tuple[str, ...]) -> None:
    day = ["--on", "2025-06-10"] if words[0] == "brief" else []
    with subprocess.Popen(
        [*COMMAND, *words, *day, "--ledger", held], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()

    assert (process.returncode, told) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_full_disk_is_told(held: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, "show", "records", "--json", "--ledger", held]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)

    assert done.returncode == 2
    assert done.stderr.startswith("legation: the work stopped: No space left on device")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_stopped_read_says_so(tmp_path: Path) -> None:
    folder, target = tmp_path / "in", tmp_path / "a.ledger"
    folder.mkdir()
    for i in range(2_000):
        text = (
            f"Foreign Minister Anna Berg of Norway visited Kenya on {i % 28 + 1} March 2025. Note {i}.\n" * 5
        )
        (folder / f"{i:04}.txt").write_text(text, encoding="utf-8")
    words = ["read", str(folder), "--ledger", str(target), "-p", "2"]
    with subprocess.Popen(
        [*COMMAND, *words], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr
        while not target.exists():
            time.sleep(0.1)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()

    assert process.returncode == 130
    assert told == "legation: stopped; what was recorded stands, and the next run goes on from there\n"
