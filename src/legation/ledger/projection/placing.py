"""Statements put in their places: each to its face, faces that may be one to one component.

Law held here: where the rules hold two statements to be one, or persons do, they are in one component, whatever the
order and the batches in which they came. The reverse need not hold: a component may hold more than belongs together.
So faces are compared as if each were told by a document of its own, whole and alone, which no rule takes for a reason
to tell statements apart, and statements of one document are compared by themselves where only that makes them one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from legation.ledger.projection import faces, texts
from legation.ledger.projection.tables import (
    FACES,
    KEYS,
    PLACES,
    SIDES,
    UNSETTLED,
    add,
    next_number,
    rows_where,
)
from legation.ledger.record import StoredStatement
from legation.ledger.resolve.clue import Clue, Rule, clue_of
from legation.ledger.resolve.cluster import Pair, wished_and_done
from legation.ledger.resolve.rules import RULES


def place(connection: Connection, told: Iterable[StoredStatement]) -> None:
    """Put statements in their places, and mark what that touches as unsettled.

    Args:
        connection: A transaction that writes.
        told: The statements, made what they are taken to say.
    """
    by_kind: dict[str, list[StoredStatement]] = defaultdict(list)
    for stored in told:
        by_kind[stored.kind].append(stored)
    for kind, found in sorted(by_kind.items()):
        _Placing(connection, RULES[kind]).place(found)


def unsettle(connection: Connection, statements: Iterable[str]) -> None:
    """Mark the components of statements as unsettled."""
    components = set(components_of(connection, statements).values())
    add(connection, UNSETTLED, [{"component": each} for each in sorted(components)])


def components_of(connection: Connection, statements: Iterable[str]) -> dict[str, int]:
    """The component of each statement that has a place."""
    return {key: component for key, (_, component) in _homes(connection, statements).items()}


def _homes(connection: Connection, statements: Iterable[str]) -> dict[str, tuple[str, int]]:
    """The kind and component of each statement that has a place."""
    query = select(PLACES.c.statement, FACES.c.kind, FACES.c.component)
    query = query.join(FACES, PLACES.c.face == FACES.c.number)
    found = rows_where(connection, query, PLACES.c.statement, sorted(set(statements)))
    return {row["statement"]: (row["kind"], row["component"]) for row in found}


def join_decided(connection: Connection, together: Iterable[Pair]) -> None:
    """Join the components of statements that persons put together; what is of two kinds stays two."""
    pairs = [tuple(sorted(pair)) for pair in together if len(pair) == 2]
    homes = _homes(connection, [each for pair in pairs for each in pair])
    forest = _Forest()
    for first, second in sorted(pairs):
        if first in homes and second in homes and homes[first][0] == homes[second][0]:
            forest.join(homes[first][1], homes[second][1])
    _merge(connection, forest)


def _merge(connection: Connection, forest: _Forest) -> None:
    """Give the faces of components that were joined to others over to these."""
    moves = [{"old": old, "new": new} for old in sorted(forest.root) if (new := forest.of(old)) != old]
    if moves:
        query = update(FACES).where(FACES.c.component == bindparam("old"))
        connection.execute(query.values(component=bindparam("new")), moves)
        touched = {each for move in moves for each in move.values()}
        add(connection, UNSETTLED, [{"component": each} for each in sorted(touched)])


@dataclass(slots=True)
class _Forest:
    """Components under way: each is named by the smallest number in it."""

    root: dict[int, int] = field(default_factory=dict)

    def of(self, number: int) -> int:
        path = []
        while (up := self.root.get(number, number)) != number:
            path.append(number)
            number = up
        self.root.update(dict.fromkeys(path, number))
        return number

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.of(first), self.of(second)))
        if low != high:
            self.root[high] = low


@dataclass(slots=True)
class _Face:
    """A face that was just found, with what it is filed under."""

    number: int
    signature: int
    clue: Clue
    keys: Sequence[int]
    shared: int


@dataclass(slots=True)
class _Placing:
    """The placing of statements of one kind."""

    connection: Connection
    rule: Rule
    forest: _Forest = field(default_factory=_Forest)
    home: dict[int, int] = field(default_factory=dict)
    """The component of each face that was there before, by number."""

    def place(self, told: Sequence[StoredStatement]) -> None:
        """Give each statement its face; compare the faces that are new."""
        clues = [clue_of(stored) for stored in told]
        signatures = [faces.signature_of(clue) for clue in clues]
        numbers = self._known(signatures)
        before = set(numbers.values())
        new = self._new(zip(clues, signatures, strict=True), numbers)
        self._compare(new)
        placed = [numbers[signature] for signature in signatures]
        self._compare_within_documents(list(zip(clues, placed, strict=True)))
        self._write_faces(new)
        rows = [
            {"statement": clue.id, "face": number, "siblings": faces.siblings_of(clue)}
            for clue, number in zip(clues, placed, strict=True)
        ]
        write_places(self.connection, rows)
        _merge(self.connection, self.forest_of_components())
        touched = {self._component(number) for number in {*placed, *before}}
        add(self.connection, UNSETTLED, [{"component": each} for each in sorted(touched)])

    def forest_of_components(self) -> _Forest:
        """What was joined among the components that were there before."""
        old = set(self.home.values())
        return _Forest({each: self.forest.of(each) for each in old if self.forest.of(each) != each})

    def _component(self, number: int) -> int:
        return self.forest.of(self.home.get(number, number))

    def _known(self, signatures: Iterable[int]) -> dict[int, int]:
        """The numbers of the faces that are there, by signature."""
        query = select(FACES.c.number, FACES.c.signature, FACES.c.component)
        numbers = {}
        for row in rows_where(self.connection, query, FACES.c.signature, sorted(set(signatures))):
            numbers[row["signature"]] = row["number"]
            self.home[row["number"]] = row["component"]
        return numbers

    def _new(self, told: Iterable[tuple[Clue, int]], numbers: dict[int, int]) -> list[_Face]:
        found: list[_Face] = []
        free = next_number(self.connection, FACES)
        for clue, signature in told:
            if signature not in numbers:
                numbers[signature] = number = free + len(found)
                common, _ = faces.keys_of(clue, self.rule)
                keys, shared = faces.filed_under(clue, common, self.rule)
                found.append(_Face(number, signature, faces.alone(clue), keys, shared))
        return found

    def _compare(self, new: Sequence[_Face]) -> None:
        """Join each new face to those before it that it matches; those that are joined already need no look."""
        filed = self._filed(key for face in new for key in face.keys)
        near = {face.number: _sharing(face, filed) for face in new}
        old = self._faces(number for found in near.values() for number in found)
        ready = {face.number: face.clue for face in new}
        own: dict[int, list[int]] = defaultdict(list)
        for face in new:
            for other in (*near[face.number], *_sharing(face, own)):
                if self._component(other) != self._component(face.number):
                    if other not in ready:
                        ready[other] = faces.clue_from(old[other])
                    if self._match(face.clue, ready[other]):
                        self.forest.join(self._component(other), self._component(face.number))
            for key in face.keys:
                own[key].append(face.number)

    def _match(self, a: Clue, b: Clue) -> bool:
        return not wished_and_done(a, b) and self.rule.match(a, b) is not None

    def _filed(self, keys: Iterable[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for row in rows_where(self.connection, select(KEYS), KEYS.c.key, sorted(set(keys))):
            found[row["key"]].append(row["face"])
        return found

    def _faces(self, numbers: Iterable[int]) -> dict[int, RowMapping]:
        rows = rows_where(self.connection, select(FACES), FACES.c.number, sorted(set(numbers)))
        found = {row["number"]: row for row in rows}
        self.home.update((number, row["component"]) for number, row in found.items())
        return found

    def _compare_within_documents(self, told: Sequence[tuple[Clue, int]]) -> None:
        """Compare the statements of each document that only their document makes one."""
        blocks: dict[Hashable, list[tuple[Clue, int]]] = defaultdict(list)
        for clue, number in told:
            for key in faces.keys_of(clue, self.rule)[1]:
                blocks[key].append((clue, number))
        for block in blocks.values():
            for (a, first), (b, second) in combinations(block, 2):
                if self._component(first) != self._component(second) and self._match(a, b):
                    self.forest.join(self._component(first), self._component(second))

    def _write_faces(self, new: Sequence[_Face]) -> None:
        rows = [
            {**faces.row_of(f.clue, f.number, f.signature), "component": self._component(f.number)}
            for f in new
        ]
        add(self.connection, FACES, rows)
        add(self.connection, KEYS, [{"key": key, "face": f.number} for f in new for key in f.keys])
        sides = [{"actor": a, "face": f.number} for f in new for a in f.clue.stored.statement.actors()]
        add(self.connection, SIDES, sides)
        texts.add_faces(self.connection, [(f.number, f.clue.stored.statement) for f in new])


def _sharing(face: _Face, filed: Mapping[int, Sequence[int]]) -> list[int]:
    """The faces that are filed under enough of the same keys."""
    if face.shared == 1:
        return sorted({number for key in face.keys for number in filed.get(key, ())})
    counts: Counter[int] = Counter()
    for key in face.keys:
        counts.update(filed.get(key, ()))
    return sorted(number for number, count in counts.items() if count >= face.shared)


def write_places(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Write the places of statements, in the stead of those that they had."""
    held = [row["statement"] for row in rows]
    old = {
        row["statement"]: row["face"]
        for row in rows_where(connection, select(PLACES), PLACES.c.statement, held)
    }
    moved = [str(row["statement"]) for row in rows if old.get(row["statement"], row["face"]) != row["face"]]
    unsettle(connection, moved)
    for statement in moved:
        connection.execute(PLACES.delete().where(PLACES.c.statement == statement))
    add(connection, PLACES, rows)
