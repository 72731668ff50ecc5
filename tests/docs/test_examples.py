"""The commands that pages show exist, with the options they are shown with."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from legation.cli import app

BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.M | re.S)
COMMANDS = getattr(get_command(app), "commands", {})


def lines(page: Path) -> Iterator[str]:
    """The command lines in a page's blocks of shell, without prompts, pipes and comments."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        prompted = "$ " in block
        for line in block.replace("\\\n", " ").splitlines():
            if not prompted or line.startswith("$ "):
                yield line.removeprefix("$ ").split(" | ")[0].split(" > ")[0]


def problems(words: list[str], targets: set[str]) -> Iterator[str]:
    """What a command line names that does not exist."""
    program = Path(words[0]).name if words else ""
    if program == "make":
        yield from (word for word in words[1:] if word not in targets)
    elif program == "legation" and words[1:] and words[1] != "--help":
        command = COMMANDS.get(words[1])
        if (group := getattr(command, "commands", None)) and words[2:] and not words[2].isupper():
            command = group.get(words[2])
        known = {"--help", *(o for p in getattr(command, "params", []) for o in p.opts)}
        if command is None:
            yield words[1]
        yield from (w for w in words[2:] if re.match(r"--?[a-z]", w) and w.partition("=")[0] not in known)


def test_commands_shown_on_pages_exist(page: Path, root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.M))

    unknown = [(line, p) for line in lines(page) for p in problems(shlex.split(line, comments=True), targets)]

    assert unknown == []


def test_readme_shows_the_two_commands_that_do_all(root: Path) -> None:
    shown = list(lines(root / "README.md"))

    assert {"make demo", "make test"} <= {line.partition("#")[0].strip() for line in shown}
