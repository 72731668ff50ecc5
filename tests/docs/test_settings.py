"""Every command, option, limit and variable stands in docs/settings.md."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from legation.cli import app
from legation.documents import LoadSettings

COMMANDS = getattr(get_command(app), "commands", {})


def options_of(name: str) -> set[str]:
    """The options of a command; of a group those of all its commands."""
    commands = getattr(COMMANDS[name], "commands", {"": COMMANDS[name]}).values()
    return {opt for command in commands for param in command.params for opt in param.opts}


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "docs/settings.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """The words under a heading."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return found.group(1) if found else ""


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_options_of_command_are_told(name: str, text: str) -> None:
    told = section(text, f"legation {name}")

    missing = [opt for opt in sorted(options_of(name)) if f"`{opt}" not in told]

    assert told
    assert missing == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_options_told_of_command_exist(name: str, text: str) -> None:
    told = set(re.findall(r"^\| `(-[-\w]+)", section(text, f"legation {name}"), re.M))

    assert told <= options_of(name)


def test_commands_told_exist(text: str) -> None:
    assert set(re.findall(r"^## legation (\w+)", text, re.M)) == set(COMMANDS)


def test_variables_of_the_environment_are_told(text: str, root: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py")]
    used = {name for source in sources for name in re.findall(r"[\"'`](LEGATION_[A-Z_]+)[\"'`]", source)}

    assert used == set(re.findall(r"^\| `(LEGATION_[A-Z_]+)`", text, re.M))


def test_limits_are_told_with_their_defaults(text: str) -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", section(text, "Limits of loading"), re.M))

    assert told == {f.name: repr(getattr(LoadSettings(), f.name)) for f in fields(LoadSettings)}
