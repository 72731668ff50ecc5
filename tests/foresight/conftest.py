"""Foresight is an extra: without its packages test_extra.py alone is collected, which says what is missing."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

MISSING = [name for name in ("lightgbm", "numba", "duckdb") if not find_spec(name)]
_TESTS = [path.name for path in Path(__file__).parent.glob("test_*.py")]
collect_ignore = [name for name in _TESTS if MISSING and name != "test_extra.py"]
