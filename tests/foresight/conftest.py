"""Foresight's ranking is an extra: without its packages the tests that need them are not collected.

test_extra.py is, which then says what is missing; the register of forecasts and the alerts need no extra.
"""

from __future__ import annotations

from importlib.util import find_spec

MISSING = [name for name in ("lightgbm", "numba", "duckdb") if not find_spec(name)]
_NEEDING = ["test_ranking.py", "test_warned.py", "test_warning.py", "test_warning_parts.py"]
collect_ignore = _NEEDING if MISSING else []
