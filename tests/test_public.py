"""The public names, and the examples in docstrings."""

from __future__ import annotations

import doctest
import importlib
import inspect
from pathlib import Path
from types import ModuleType

import pytest

import legation

NAMES = ["LegationError", "brief", "extract", "load", "open", "read", "render", "samples"]
SOURCE = Path(legation.__file__).parent
MODULES = sorted(
    ".".join(("legation", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


def test_public_names_are_these() -> None:
    assert sorted(legation.__all__) == NAMES
    assert len(NAMES) <= 12


def test_public_functions_are_all_listed() -> None:
    defined = [
        name
        for name, value in vars(legation).items()
        if getattr(value, "__module__", None) == "legation" and not name.startswith("_")
    ]

    assert set(defined) <= set(legation.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_public_name_has_a_docstring(name: str) -> None:
    value = getattr(legation, name)

    assert isinstance(value, ModuleType) or callable(value)
    assert inspect.getdoc(value)


def test_unknown_public_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'briefing'"):
        _ = legation.briefing


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name), raise_on_error=False)

    assert outcome.attempted > 0
    assert outcome.failed == 0
