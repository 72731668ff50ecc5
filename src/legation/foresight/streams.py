"""Event data as evidence: JSON lines as `legation events` prints them, and folders of the benchmarks' form.

Events of a stream are known on their day. Their classes are the four quad classes: by PLOVER type, or by a table that
says for each relation which of VC, MC, VF and MF it is (verbal or material cooperation, verbal or material conflict).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final, cast

from legation.errors import BadEventGraph, DateError, UsageError
from legation.foresight.classes import CLASSES
from legation.foresight.evidence import Stream
from legation.foresight.question import Happening
from legation.values.when import When

BEGINS: Final = date(2000, 1, 1)
"""The day that a benchmark's day 0 is called: its days are numbers only."""
_QUADS: Final[Mapping[str, str]] = {
    "VC": "verbal_cooperation",
    "MC": "material_cooperation",
    "VF": "verbal_conflict",
    "MF": "material_conflict",
}
_OF_TYPE: Final[Mapping[str, str]] = {
    kind: name for name in _QUADS.values() for kind in CLASSES[name].conditions[0].types
}
_COUNTRY: Final = 3


def stream_of(path: Path, classes: Path | None) -> Stream:
    """The events of a file of JSON lines, or of a benchmark's folder with the table of its relations.

    Raises:
        UsageError: It cannot be read; the message names the line.
        BadEventGraph: A file of the folder is none.
    """
    if path.is_dir():
        if classes is None:
            raise UsageError(
                f"{path} is a benchmark's folder; name the JSON file that says of each relation whether it is VC, MC, "
                "VF or MF with --classes"
            )
        return Stream(tuple(_of_folder(path, classes)), _digest(*sorted(path.glob("*.txt")), classes))
    return Stream(tuple(_of_lines(path)), _digest(path))


def _of_lines(path: Path) -> Iterator[Happening]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} cannot be read ({error}); name a file that `legation events` wrote"
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from _of_row(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, DateError) as error:
            raise UsageError(
                f"{path}:{number}: no event ({type(error).__name__}: {error}); each line holds date, modality, source, "
                "target and code, as `legation events` writes them"
            ) from error


def _of_row(row: Mapping[str, str | None]) -> Iterator[Happening]:
    if row.get("modality", "actual") != "actual" or not row["date"] or not row["target"]:
        return
    when = When.parse(row["date"])
    parties = frozenset((str(row["source"])[:_COUNTRY], row["target"][:_COUNTRY]))
    if when.first is not None and when.after is not None and len(parties) == 2:
        yield Happening(_OF_TYPE[str(row["code"])], parties, when.first, when.after - timedelta(days=1))


def _of_folder(path: Path, classes: Path) -> Iterator[Happening]:
    from legation.foresight.graph import groups_and_roles, read_folder, read_names  # late: numpy

    entities, relations = read_names(path / "entity2id.txt"), read_names(path / "relation2id.txt")
    quads = _quads(classes)
    missing = [name for name in relations if name not in quads]
    if missing:
        raise BadEventGraph(classes, f"it says nothing of the relation {missing[0]!r}")
    groups = [int(number) for number in groups_and_roles(entities)[0]]
    named = {
        number: name.rpartition("(")[2].rstrip(")") for number, name in zip(groups, entities, strict=True)
    }
    for rows in read_folder(path).values():
        for subject, relation, object_, day in rows.tolist():
            parties = frozenset((named[groups[subject]], named[groups[object_]]))
            if len(parties) == 2:
                on = BEGINS + timedelta(days=day)
                yield Happening(quads[relations[relation]], parties, on, on)


def _quads(path: Path) -> Mapping[str, str]:
    try:
        told = cast("Mapping[str, str]", json.loads(path.read_text(encoding="utf-8")))
        return {name: _QUADS[quad.rstrip("+")] for name, quad in told.items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise BadEventGraph(path, f"no table of relations and their quad classes ({error})") from error


def _digest(*paths: Path) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()
