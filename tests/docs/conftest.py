"""The project's pages, as a reader has them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a ``page`` once for each page."""
    if "page" in metafunc.fixturenames:
        pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
        metafunc.parametrize("page", pages, ids=[p.relative_to(ROOT).as_posix() for p in pages])
