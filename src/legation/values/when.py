"""A date known to some precision (placeholder for the real thing)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """A date known to some precision, or an interval of them."""

    text: str
