from __future__ import annotations

import re
from pathlib import Path

LINK = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.M)
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as renderers of Markdown make them."""
    words = (re.sub(r"[^\w\- ]", "", h.lower()) for h in HEADING.findall(FENCE.sub("", page.read_text())))
    return {w.strip().replace(" ", "-") for w in words}


def broken(page: Path) -> list[str]:
    """The links of a page that lead nowhere inside the repository."""
    found = []
    for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        there = (page.parent / path) if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            found.append(target)
    return found


def test_links_of_pages_resolve(page: Path) -> None:
    assert broken(page) == []


def test_pages_are_reached_from_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")

    unlinked = [p.name for p in (root / "docs").glob("*.md") if f"docs/{p.name}" not in readme]

    assert unlinked == []
