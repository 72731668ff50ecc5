"""A small ledger, and the commands as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from legation.keep import read
from legation.ledger import Ledger

TEXTS = {
    "berg": (
        "# title: Norwegian minister in Kenya\n# date: 2025-03-14\n\n"
        "Foreign Minister Anna Berg of Norway visited Kenya on 12 March 2025. Norway and Kenya signed a "
        "memorandum of understanding on fisheries in Nairobi on 13 March 2025.\n"
    ),
    "trade": (
        "# title: Trade\n# date: 2025-06-02\n\n"
        "Trade between Norway and Ghana reached 120 million US dollars in 2024. Foreign Minister Anna Berg of "
        "Norway visited Ghana on 30 May 2025.\n"
    ),
}


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("papers")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def held(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that holds them."""
    target = tmp_path_factory.mktemp("held") / "held.ledger"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
    return str(target)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left."""

    code: int
    out: str
    err: str


Legation = Callable[..., Ran]


@pytest.fixture(scope="session")
def legation() -> Legation:
    """The command line in a process of its own, as the console script starts it."""

    def run(*words: str | Path, **place: str) -> Ran:
        command = [sys.executable, "-c", "from legation.cli import run; run()", *map(str, words)]
        done = subprocess.run(
            command,
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
