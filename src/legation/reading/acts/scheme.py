"""The scheme: what each CAMEO code means in PLOVER, and how acts combine.

Acts are kept as CAMEO codes while they are read, for CAMEO is the finer scheme; PLOVER's type, mode and context
follow from the code by one table (`data/cameo.csv`). What stands over an act changes it by a small algebra: to
intend what helps is to agree, to intend what harms is to threaten, to stop what helps is a sanction, to stop what
harms is a retreat, to refuse what helps is a rejection.

Source: P. Schrodt, CAMEO Conflict and Mediation Event Observations codebook 1.1b3 (2012); Open Event Data Alliance,
PLOVER manual and its conversion table (2021). The table departs from the latter in two codes: economic sanctions
(163) stay with SANCTION and the destruction of property (1712) with COERCE, as in the first PLOVER records.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is done.

    Attributes:
        cameo: The CAMEO code, two to four digits.
        type: The PLOVER type.
        mode: PLOVER's mode, if the wording tells.
        context: PLOVER's contexts, parted by commas, if the wording tells.
    """

    cameo: str
    type: str
    mode: str | None = None
    context: str | None = None


def rows(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """The rows of a table.

    Args:
        name: The name of its file.
        folder: Where it lies.
    """
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _table() -> Mapping[str, dict[str, str]]:
    return {row["code"]: row for row in rows("cameo.csv")}


@cache
def meaning(cameo: str) -> Meaning:
    """What a CAMEO code means in PLOVER; a code finer than the table has the meaning of the one above it.

    Raises:
        KeyError: It is no CAMEO code.
    """
    table = _table()
    known = next((cameo[:size] for size in range(len(cameo), 1, -1) if cameo[:size] in table), cameo)
    row = table[known]
    return Meaning(cameo, row["type"], row["mode"] or None, row["context"].replace(" ", ", ") or None)


def root(cameo: str) -> str:
    """The two digits that tell the kind of act."""
    return cameo[:2]


def helps(cameo: str) -> bool:
    """Whether an act is friendly: to agree, consult, support, cooperate, aid or yield."""
    return root(cameo) <= "08"


def _graded(table: Mapping[str, str], cameo: str) -> str | None:
    """The entry for a code or for the nearest one above it."""
    return next((table[cameo[:n]] for n in range(len(cameo), 1, -1) if cameo[:n] in table), None)


_INTENDED: Final = {
    "04": "036", "045": "039", "05": "032", "06": "031", "061": "0311", "062": "0312", "063": "0313", "064": "0314",
    "07": "033", "071": "0331", "072": "0332", "073": "0333", "074": "0334", "08": "035", "081": "0351", "083": "034",
    "082": "0352", "084": "0353", "085": "0354", "086": "0355", "087": "0356", "057": "030",
    "14": "133", "16": "131", "161": "1313", "162": "1311", "163": "1312", "164": "134", "165": "135",
    "166": "136", "17": "132", "1721": "1321", "1722": "1322", "1723": "1323", "1724": "1324", "175": "137",
    "18": "1383", "19": "1384", "191": "1381", "192": "1382", "20": "1385", "12": "130",
}  # fmt: skip
_REFUSED: Final = {
    "03": "120", "030": "127", "036": "125", "038": "126", "031": "121", "032": "121", "033": "122", "035": "124",
    "04": "125", "045": "126", "05": "120", "057": "127", "06": "121", "07": "122", "071": "1221", "072": "1222",
    "073": "1223", "074": "1224", "08": "124", "083": "123", "084": "1243", "085": "1244", "086": "1245",
    "087": "1246", "09": "124", "10": "120", "139": "120",
}  # fmt: skip
_REQUESTED: Final = {
    "03": "107", "04": "106", "045": "108", "05": "102", "06": "101", "061": "1011", "062": "1012", "063": "1013",
    "064": "1014", "07": "103", "071": "1031", "072": "1032", "073": "1033", "074": "1034", "08": "105",
    "081": "1051", "083": "104", "084": "1053", "085": "1054", "086": "1055", "087": "1056",
    "14": "113", "16": "113", "163": "113", "18": "100", "19": "100",
}  # fmt: skip
_STOPPED: Final = {
    "03": "160", "04": "164", "042": "161", "043": "161", "045": "165", "05": "161", "06": "161", "07": "162",
    "071": "1621", "072": "1622", "073": "1623", "074": "1661", "08": "160", "12": "080", "13": "080", "14": "080",
    "15": "087", "16": "085", "17": "081", "173": "0841", "174": "081", "1723": "0813", "1724": "0814",
    "18": "087", "19": "087", "191": "0872", "192": "0874", "20": "087",
}  # fmt: skip
_PERMITTED: Final = {"08": "080", "073": "0863", "074": "0861", "090": "0862"}
_THREATENED: Final = {**{code: value for code, value in _INTENDED.items() if code > "13"}}

_OPERATORS: Final[Mapping[str, tuple[Mapping[str, str], str]]] = {
    "intend": (_INTENDED, "030"),
    "threaten": (_THREATENED, "130"),
    "refuse": (_REFUSED, "120"),
    "request": (_REQUESTED, "100"),
    "stop": (_STOPPED, ""),
    "permit": (_PERMITTED, "081"),
    "begin": ({}, ""),
}
"""For each operator what it makes of an act, and what it says by itself, with no act under it."""


def alone(operator: str) -> str | None:
    """What an operator says by itself: "agreed", "threatened"; None where it says nothing."""
    return _OPERATORS[operator][1] or None


def applied(operator: str, cameo: str) -> str | None:
    """The act that an operator makes of another.

    Args:
        operator: ``intend``, ``threaten``, ``refuse``, ``request``, ``stop``, ``permit`` or ``begin``.
        cameo: The act under it.

    Returns:
        The code of the whole, or None where the whole is no event ("refused to attack").
    """
    table, by_itself = _OPERATORS[operator]
    changed = _graded(table, cameo)
    if changed:
        return changed
    if operator in ("begin", "intend"):
        return cameo
    if operator in ("threaten", "request", "permit"):
        return by_itself
    return None
