from __future__ import annotations

import doctest
from pathlib import Path

import pytest


def test_python_examples_of_pages_run(page: Path) -> None:
    if ">>> " not in page.read_text(encoding="utf-8"):
        pytest.skip("the page shows no session")

    outcome = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert outcome.failed == 0
