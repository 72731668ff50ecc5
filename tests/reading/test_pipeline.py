"""A setting that leads to no fit pipeline is told at once, in one sentence, and is no document's fault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = '[nlp]\nlang = "en"\npipeline = ["tok2vec","tagger","parser"]\n'


def run(command: str, setting: str, folder: Path) -> subprocess.CompletedProcess[str]:
    paper = folder / "paper.txt"
    paper.write_text("Norway and Ghana signed a treaty on fish in May 2024.", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", "from legation.cli import run; run()", command, str(paper)],
        env=os.environ | {"LEGATION_PIPELINE": setting, "LEGATION_LEDGER": str(folder / "a.ledger")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", ["read", "extract"])
@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("no_such_pipeline", "is not installed"),
        ("no/such.folder", "is not installed"),
        ("json", "holds no spaCy pipeline"),
    ],
)
def test_pipeline_that_is_none_stops_a_command(command: str, setting: str, told: str, tmp_path: Path) -> None:
    done = run(command, setting, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("legation: ")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (CONFIG.replace(',"parser"', ""), "has no parser"),
        (CONFIG, "cannot be loaded"),
        ("no config", "describes no spaCy pipeline"),
    ],
)
def test_folder_that_will_not_do_stops_a_command(config: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "config.cfg").write_text(config, encoding="utf-8")
    done = run("extract", str(tmp_path / "data"), tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
