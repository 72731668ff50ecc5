"""Tables of votes: known by their columns, and kept as bytes, since they have too many rows to be a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

VotePart = Literal["votes", "calls", "issues"]
_COLUMNS: Final[Mapping[VotePart, frozenset[str]]] = {
    "votes": frozenset({"rcid", "country", "country_code", "vote"}),
    "calls": frozenset({"rcid", "date", "unres", "short"}),
    "issues": frozenset({"rcid", "issue"}),
}
_HEAD: Final = 400
"""Bytes in which the heading stands."""


@dataclass(frozen=True, slots=True)
class VoteTable:
    """One of the tables of votes.

    Attributes:
        path: Where it lies.
        part: Whether it holds the votes, the roll calls or their issues.
        content: Its bytes, unpacked.
    """

    path: Path
    part: VotePart
    content: bytes


def vote_table(path: Path, content: bytes) -> VoteTable | None:
    """The table of votes that some bytes hold; None where they hold another table."""
    head = content[:_HEAD].split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff").strip()
    columns = set(head.split(","))
    part = next((part for part, needed in _COLUMNS.items() if needed <= columns), None)
    return VoteTable(path, part, content) if part else None
