"""Put in anew what README.md and docs/tutorial.md show of the program: python docs/refresh.py.

A block of ``console`` holds command lines after ``$ `` and what they printed. All blocks of a page run in order, in
one fresh folder that holds nothing but ``src``. A command that prints more than the page needs is piped through
``head`` or ``grep``, and what is shown is what came out. ``docs/brief.png`` is the first page of the demo's PDF.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
COLUMNS = 100
SCALE = 1.6
COLOURS = 64


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


def draw(pdf: Path, picture: Path) -> None:
    """Draw the first page of a PDF as a PNG of few colours."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil()
    page.quantize(COLOURS).save(picture, optimize=True)


def main() -> None:
    """Refresh every page, and the picture of the brief."""
    with tempfile.TemporaryDirectory() as folder:
        run("legation demo", Path(folder))
        draw(Path(folder) / "demo-out/brief-kor.pdf", ROOT / "docs/brief.png")
    for name in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "src").symlink_to(ROOT / "src")
            page = ROOT / name
            page.write_text(refreshed(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
