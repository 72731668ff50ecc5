"""Which actor a statement means: names folded to ids, and what persons decided about actors.

Law held here: what was read is never changed. A name that one actor alone goes by is read as its id, an actor that
was merged into another as that other, and the statements that a split names as the new actor's; a view of an
earlier moment knows none of the decisions that came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from legation.actors.register import Register, register
from legation.ledger.record import Judgement, StoredStatement
from legation.records import KINDS, FieldValue

_ACTOR_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    kind.name: tuple(spec.name for spec in kind.fields if spec.type in ("actor", "actors"))
    for kind in KINDS.values()
}


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom names and ids mean in one view.

    Attributes:
        register: The register as shipped, with what the ledger's users added.
        merged: Of actors that were merged into others: in whom they are now.
        moved: By statement: actors that stand for another since a split.
    """

    register: Register = field(default_factory=register)
    merged: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def of(self, name: str) -> str:
        """The id of the actor that goes by a name or id; a name that leads to none, or to several, is kept."""
        if name not in self._known:
            ident = self.register.folded(name)
            self._known[name] = self.merged.get(ident, ident)
        return self._known[name]

    def settled(self, stored: StoredStatement) -> StoredStatement:
        """A statement with its actors as they are meant."""
        moved = self.moved.get(stored.id, {})
        changed = {
            name: meant
            for name in _ACTOR_FIELDS[stored.kind]
            if (meant := self._meant(stored.fields[name], moved)) != stored.fields[name]
        }
        if not changed:
            return stored
        statement = replace(stored.statement, fields={**stored.fields, **changed})
        return replace(stored, statement=statement)

    def _meant(self, value: FieldValue, moved: Mapping[str, str]) -> FieldValue:
        if isinstance(value, str):
            found = self.of(value)
            return moved.get(found, found)
        if isinstance(value, tuple):
            return tuple(dict.fromkeys(str(self._meant(each, moved)) for each in value))
        return value


def naming_of(judgements: Iterable[Judgement], heirs: Mapping[str, str]) -> Naming:
    """What the decisions in force make of names.

    Args:
        judgements: The decisions in force, oldest first.
        heirs: For statements that no longer stand: the id of the one that does in their place.
    """
    rows: list[Mapping[str, str]] = []
    merged, moved = _Merged({}), dict[str, dict[str, str]]()
    for judgement in judgements:
        payload = judgement.payload
        if judgement.verb == "actor":
            rows.append({name: str(value) for name, value in payload.items()})
        elif judgement.verb == "actor_merge":
            merged.join(str(payload["actor"]), str(payload["into"]))
        elif judgement.verb == "actor_split":
            for statement in _list(payload["with"]):
                place = moved.setdefault(heirs.get(statement, statement), {})
                place[str(payload["actor"])] = str(payload["into"])
    known = register().with_rows(rows) if rows else register()
    return Naming(known, merged.heads, moved)


@dataclass(frozen=True, slots=True)
class _Merged:
    """Actors that are one, each with the id by which they go; what is decided later counts."""

    heads: dict[str, str]

    def join(self, actor: str, into: str) -> None:
        old, head = self.heads.get(actor, actor), self.heads.get(into, into)
        group = {old, *(each for each, its in self.heads.items() if its == old)}
        head = into if head in group else head
        self.heads.update(dict.fromkeys(group - {head}, head))
        self.heads.pop(head, None)


def _list(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
