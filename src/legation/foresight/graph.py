"""A dated event graph: who did what to whom on which day.

Law: what is asked about day t is answered from facts before t alone. Everything here that takes a day gives the past of
that day, its own facts excluded.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from legation.errors import BadEventGraph

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Names = tuple[str, ...]

SPLITS: Final = ("train", "valid", "test")
_IN_BRACKETS: Final = re.compile(r"^(?P<role>.+?)\s*\((?P<group>[^()]+)\)$")
_NAMED: Final = ""
_ITSELF: Final = "(a country)"
_HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class EventGraph:
    """Facts in both directions, in order of day.

    Attributes:
        entities: Their names, by id.
        relations: Names of the relations, by id; the inverse of relation r is r + len(relations).
        facts: Rows of (subject, relation, object, day), those of a split beside their inverses.
        group: The country (or body) of each entity, read from the brackets of its name; an entity without one is
            a group of its own.
        role: The sector or office of each entity, read from what stands before the brackets.
    """

    entities: tuple[str, ...]
    relations: tuple[str, ...]
    facts: Ints
    group: Ints
    role: Ints

    @property
    def entity_count(self) -> int:
        """Number of entities."""
        return len(self.entities)

    @property
    def relation_count(self) -> int:
        """Number of relations, inverses counted."""
        return 2 * len(self.relations)

    @property
    def days(self) -> range:
        """The days from the first fact to the last."""
        return range(int(self.facts[0, 3]), int(self.facts[-1, 3]) + 1) if len(self.facts) else range(0)

    def on(self, day: int) -> Ints:
        """The facts of one day."""
        start, stop = np.searchsorted(self.facts[:, 3], (day, day + 1))
        return self.facts[start:stop]

    @property
    def inverses(self) -> Ints:
        """For each relation the one that says the same from the object's side."""
        return np.roll(np.arange(self.relation_count), len(self.relations))


def event_graph(entities: Names, relations: Names, quads: Ints) -> EventGraph:
    """Build a graph from rows of (subject, relation, object, day), each told once."""
    facts = both_ways(quads, len(relations))
    group, role = groups_and_roles(entities)
    order = np.argsort(facts[:, 3], kind="stable")
    return EventGraph(entities, relations, np.ascontiguousarray(facts[order]), group, role)


def both_ways(quads: Ints, relations: int) -> Ints:
    """The rows, then their inverses (object, relation + relations, subject, day)."""
    inverse = quads[:, [2, 1, 0, 3]]
    inverse[:, 1] += relations
    return np.concatenate([quads, inverse])


def groups_and_roles(entities: tuple[str, ...]) -> tuple[Ints, Ints]:
    """Which country and which sector each entity's name tells: "Police (India)" is of India, a police."""
    plain = [name.replace("_", " ") for name in entities]
    found = [_IN_BRACKETS.match(name) for name in plain]
    countries = {m["group"] for m in found if m}
    groups = [m["group"] if m else name for m, name in zip(found, plain, strict=True)]
    roles = [
        m["role"] if m else _ITSELF if name in countries else _NAMED
        for m, name in zip(found, plain, strict=True)
    ]
    return np.unique(groups, return_inverse=True)[1], np.unique(roles, return_inverse=True)[1]


def countries_of(entities: tuple[str, ...]) -> Ints:
    """The number of the entity that is each one's country: of itself where brackets name it; -1 where there is none.

    A country that stands in brackets only has the number of the first entity that is said to be of it.
    """
    plain = [name.replace("_", " ") for name in entities]
    found = [_IN_BRACKETS.match(name) for name in plain]
    first = {m["group"]: i for i, m in reversed(list(enumerate(found))) if m}
    itself = {name: i for i, name in enumerate(plain) if name in first}
    named = [m["group"] if m else name for m, name in zip(found, plain, strict=True)]
    return np.array([itself.get(name, first.get(name, -1)) for name in named], np.int64)


def read_folder(folder: Path, splits: tuple[str, ...] = SPLITS) -> dict[str, Ints]:
    """Rows of (subject, relation, object, day) of each split of a folder of text files.

    Raises:
        BadEventGraph: A file is missing, or is not what it should be, or speaks of what has no name.
    """
    entities, relations = (len(read_names(folder / f"{kind}2id.txt")) for kind in ("entity", "relation"))
    return {split: _rows(folder / f"{split}.txt", (entities, relations, entities)) for split in splits}


def read_names(path: Path) -> tuple[str, ...]:
    """Names in order of id, from lines of "name<tab>id".

    Raises:
        BadEventGraph: The file is missing or its ids are not 0, 1, 2, ...
    """
    try:
        lines = [line.rsplit("\t", 1) for line in path.read_text("utf-8").split("\n") if line.strip()]
        names = {int(number): name.strip() for name, number in lines}
    except (OSError, ValueError) as error:
        raise BadEventGraph(path, str(error)) from error
    if len(names) < len(lines) or sorted(names) != list(range(len(names))):
        raise BadEventGraph(path, "ids are not 0, 1, 2, ...")
    return tuple(names[number] for number in range(len(names)))


def digest(folder: Path) -> str:
    """SHA-256 of the files of a folder that hold its names and splits, in a fixed order."""
    whole = hashlib.sha256()
    for name in ("entity2id", "relation2id", *SPLITS):
        whole.update((folder / f"{name}.txt").read_bytes())
    return whole.hexdigest()


def _rows(path: Path, ends: tuple[int, int, int]) -> Ints:
    """Rows of (subject, relation, object, day) whose ids lie below the ends."""
    try:
        text = path.read_text("utf-8")
        rows = np.array([line.split()[:4] for line in text.splitlines() if line.strip()], np.int64)
    except (OSError, ValueError) as error:
        raise BadEventGraph(path, f"no rows of subject, relation, object, day: {error}") from error
    if rows.ndim != 2 or rows.shape[1] != 4:
        raise BadEventGraph(path, "no rows of subject, relation, object, day as whole numbers")
    nameless = np.flatnonzero(((rows < 0) | (rows >= (*ends, np.inf))).any(1))
    if len(nameless):
        row = " ".join(map(str, rows[nameless[0]]))
        raise BadEventGraph(
            path, f"row {row!r}: there are {ends[0]} entities and {ends[1]} relations, from 0"
        )
    if len(np.unique(rows[:, 3])) > 1 and not (rows[:, 3] % _HOURS).any():
        raise BadEventGraph(
            path, f"all days are multiples of {_HOURS}: told in hours? divide them by {_HOURS}"
        )
    return rows
