"""What a cell was read as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from legation.records import FieldValue

_EMPTY: Final = frozenset(
    ["", *"- – — -- --- . … ... ? n/a n.a. none nil null tbd tbc tba unknown inconnu desconocido".split()]
)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell was read as.

    Attributes:
        value: The value; None or an empty tuple where there is none.
        problem: Why the cell could not be read (wholly), and what would do.
        remark: What a person may want to know of how it was read.
        also: What the cell tells of other fields: a unit, a bound, a rank.
    """

    value: FieldValue = None
    problem: str | None = None
    remark: str | None = None
    also: Mapping[str, FieldValue] = field(default_factory=dict)


def says_nothing(text: str) -> bool:
    """Whether a cell is empty, or says only that nothing is known."""
    return text.strip().casefold() in _EMPTY
