"""Run the commands shown in README.md and docs/tutorial.md again and put in what they print: python docs/refresh.py.

A block of ``console`` holds command lines after ``$ `` and what they printed. All blocks of a page run in order, in
one fresh folder that holds nothing but ``src``. A command that prints more than the page needs is piped through
``head`` or ``grep``, and what is shown is what came out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
COLUMNS = 100


def run(line: str, folder: Path) -> str:
    """What a command line prints, without spaces at the ends of lines."""
    place = {
        "PATH": f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": str(COLUMNS),
        "HOME": str(folder),
    }
    done = subprocess.run(
        line, shell=True, cwd=folder, env=place, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if "Traceback" in done.stdout:
        sys.exit(f"{line}\n{done.stdout}")
    return re.sub(r"[ \t]+$", "", done.stdout, flags=re.M).strip("\n")


def refreshed(page: str, folder: Path) -> str:
    """A page with the output of its commands put in anew."""

    def block(match: re.Match[str]) -> str:
        shown = []
        for line in re.findall(r"^\$ (.+)$", match.group(1), re.M):
            shown.append(f"$ {line}")
            shown.extend(filter(None, [run(line, folder)]))
        return "```console\n" + "\n".join(shown) + "\n```"

    return BLOCK.sub(block, page)


def main() -> None:
    """Refresh every page."""
    for name in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "src").symlink_to(ROOT / "src")
            page = ROOT / name
            page.write_text(refreshed(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
