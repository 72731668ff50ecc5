"""CAMEO codes as ICEWS and GDELT write them, and what they mean in PLOVER.

The table is that of `legation.reading.acts`. Statements (01) and appeals (02) are no PLOVER types: such rows are kept
without one. A code may be one digit finer than the table; a spreadsheet may have taken its leading zero.

Source: P. Schrodt, CAMEO Conflict and Mediation Event Observations codebook 1.1b3 (2012); Open Event Data Alliance,
PLOVER manual (2021).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from legation.exchange.signals.forms.form import Type
from legation.reading.acts.scheme import meaning, rows

_UNTYPED: Final = (
    *("01", *(f"01{n}" for n in range(10))),
    *("02", *(f"02{n}" for n in range(9))),
    *(
        f"{base}{n}"
        for base, last in (("021", 4), ("023", 4), ("024", 4), ("025", 6))
        for n in range(1, last + 1)
    ),
)
_ROOT: Final = 3
"""Digits of a code to which one more may be added."""


@cache
def types() -> Mapping[str, Type]:
    """Every spelling of every code, with its meaning."""
    found = dict.fromkeys(_UNTYPED, Type(None))
    for row in rows("cameo.csv"):
        known = meaning(row["code"])
        for code in _finer(row["code"]):
            found.setdefault(code, Type(known.type, known.mode, known.context))
    for code in [code for code in found if code.startswith("0")]:
        found.setdefault(code.removeprefix("0"), found[code])
    return found


def type_of(code: str) -> Type:
    """What a code means."""
    return types().get(code, Type(None))


def _finer(code: str) -> Iterator[str]:
    yield code
    if len(code) == _ROOT:
        yield from (f"{code}{digit}" for digit in range(10))
