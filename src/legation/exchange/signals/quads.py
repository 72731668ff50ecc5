"""Quad classes: verbal and material cooperation, verbal and material conflict, as PLOVER groups its types.

Source: Open Event Data Alliance, PLOVER manual (2021), section on quad counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

QUAD_NAMES: Final = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_TYPES: Final = (
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    ("COOPERATE", "AID", "RETREAT"),
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"),
)
QUADS: Final[Mapping[str, int]] = MappingProxyType(
    {name: quad for quad, names in enumerate(_TYPES, 1) for name in names}
)
"""The quad class, 1 to 4, of each PLOVER type."""
