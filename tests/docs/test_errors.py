"""Every error, every reason of an unreadable document and every exit code stands in docs/errors.md."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation import errors
from legation.documents import Unreadable
from legation.errors import LegationError

DRAWN = re.compile(r"^ *(?:[│ ]*[├└]── )?(\w+)", re.M)


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "docs/errors.md").read_text(encoding="utf-8")


def test_tree_is_that_of_the_module(text: str) -> None:
    (drawn,) = re.findall(r"^```text\n(LegationError\n.*?)^```$", text, re.M | re.S)
    tree = inspect.cleandoc(errors.__doc__ or "").split("\n\n")[1]

    assert drawn.splitlines() == inspect.cleandoc(tree).splitlines()


def test_tree_holds_every_error(text: str) -> None:
    classes = {n for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, LegationError)}

    missing = [name for name in sorted(classes) if not re.search(rf"^\| `{name}` \|", text, re.M)]

    assert missing == []


def reasons_given(tree: ast.AST) -> Iterator[str]:
    """The reasons that a module gives, as literal values of an argument of that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "reason" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def reasons_told(text: str) -> set[str]:
    part = text.partition("## Why a document could not be read")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.M))


def test_reasons_are_those_of_unreadable(text: str) -> None:
    words = (Unreadable.__doc__ or "").partition("reason:")[2].partition("message:")[0]

    assert reasons_told(text) == set(re.findall(r"``(\w+)``", words))


def test_reasons_given_anywhere_are_told(text: str, root: Path) -> None:
    modules = (root / "src/legation/documents").glob("*.py")
    given = {r for path in modules for r in reasons_given(ast.parse(path.read_text(encoding="utf-8")))}

    assert given - reasons_told(text) == set()


def test_exit_codes_are_told(text: str) -> None:
    part = text.partition("## Exit codes")[2].partition("\n## ")[0]

    assert re.findall(r"^\| (\d+) \|", part, re.M) == ["0", "1", "2", "130"]
