"""The desk as a person opens it: `legation serve` in its own process, and a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.ledger import Ledger

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=4000"
).split()

RUN = "from legation.cli import run; run()"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on the path: the desk is not tried in a browser"
)


@pytest.fixture
def served(path: Path, ledger: Ledger) -> Iterator[str]:
    """The address of a desk that serves the ledger."""
    ledger.close()
    command = [sys.executable, "-c", RUN, "serve", "--ledger", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        told = re.search(r"http://[\d.]+:\d+", server.stdout.readline())
        assert told
        yield told[0]
        server.terminate()


@pytest.fixture
def look(tmp_path: Path) -> Callable[[str], str]:
    """What a browser makes of an address: its document once everything was loaded and run."""

    def dump(address: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [str(CHROMIUM), *OPTIONS, profile, "--dump-dom", address]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    return dump


def test_browser_shows_a_passage_and_runs_nothing_that_a_document_holds(
    served: str, look: Callable[[str], str]
) -> None:
    page = look(f"{served}/documents/report?start=12&end=74#asked")
    assert re.search(r'<mark class="asked" id="asked"[^>]*>President Lee of South Korea', page)
    hostile = look(f"{served}/documents/%3Cb%3Ename%3C/b%3E")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hostile
    assert not re.search(r"<(script|img|svg)\b", hostile)
