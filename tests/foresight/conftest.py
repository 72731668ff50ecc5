"""Foresight is an extra: without its packages there is nothing here to test."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("lightgbm") and find_spec("numba") else ["test_*.py"]
