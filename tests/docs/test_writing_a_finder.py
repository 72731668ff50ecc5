"""The finder that docs/writing-a-finder.md writes works, and prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.M | re.S)


def test_finder_of_the_page_prints_what_the_page_says(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (root / "docs/writing-a-finder.md").read_text(encoding="utf-8")
    (_, finder), (_, trial), (_, lines), (_, printed), *_ = BLOCK.findall(page)
    (tmp_path / "protests.txt").write_text(lines, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    exec(compile(finder + trial, "writing-a-finder.md", "exec"), {"__name__": "page"})

    assert capsys.readouterr().out == printed
