from __future__ import annotations

import re
import tomllib
from pathlib import Path

from legation.reading.finders import FINDERS
from legation.records import KINDS

FILE = re.compile(r"`([a-z_/]+\.py)`")


def test_floors_of_the_house_are_those_of_the_contract(root: Path) -> None:
    page = (root / "docs/how-it-works.md").read_text(encoding="utf-8")
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    floors = [" | ".join(sorted(re.findall(r"legation\.(\w+)", floor))) for floor in contract["layers"]]

    (drawn,) = re.findall(r"^(cli → .+)$", page, re.M)

    assert [" | ".join(sorted(floor.split(" | "))) for floor in drawn.split(" → ")] == floors


def test_files_named_on_pages_exist(page: Path, root: Path) -> None:
    package = root / "src/legation"
    places = [root, package, *(p for p in package.rglob("*") if p.is_dir())]

    missing = [
        name
        for name in FILE.findall(page.read_text(encoding="utf-8"))
        if not name.startswith("gold/") and not any((place / name).exists() for place in places)
    ]

    assert missing == []


def test_readme_names_the_kinds_without_a_finder(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    plurals = {finder.name.partition(".")[0] for finder in FINDERS}
    missing = [kind for kind in KINDS if not {f"{kind}s", f"{kind[:-1]}ies"} & plurals]

    named = re.search(r"No finder looks for the kinds? ([^.]+)\.", readme)

    assert (re.findall(r"`(\w+)`", named.group(1)) if named else []) == missing
