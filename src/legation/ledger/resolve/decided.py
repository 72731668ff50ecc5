"""What persons decided, applied to statements: a pure function of statements and judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from legation.ledger import codec
from legation.ledger.judging import field_type
from legation.ledger.record import Judgement, StoredStatement
from legation.ledger.resolve.cluster import Decided, Pair
from legation.ledger.verdicts import is_blind
from legation.records import FieldValue, Statement
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Successor:
    """The statement that stands where a retracted one stood.

    Attributes:
        id: Its id.
        says_the_same: Whether it also says what the retracted one said.
    """

    id: str
    says_the_same: bool


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no later judgement undoes, oldest first; an undone undo undoes nothing."""
    undone: set[str] = set()
    standing: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.recorded_at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.verb == "undo":
            undone.add(judgement.target)
        else:
            standing.append(judgement)
    return standing[::-1]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What persons decided, by the statements that it is about.

    Attributes:
        by_target: The judgements in force about each statement, oldest first.
        pairs: What belongs together or apart.
    """

    by_target: Mapping[str, Sequence[Judgement]]
    pairs: Decided

    def applied(self, statements: Iterable[StoredStatement]) -> list[StoredStatement]:
        """Statements as they were read, with corrections and without those rejected."""
        judged = (_judged(statement, self.by_target.get(statement.id, ())) for statement in statements)
        return [statement for statement in judged if statement]


def decide(judgements: Iterable[Judgement], successors: Mapping[str, Successor]) -> Decisions:
    """What judgements come to.

    Args:
        judgements: What persons decided.
        successors: For retracted statements that judgements name: what stands in their place.
    """
    by_target: dict[str, list[Judgement]] = defaultdict(list)
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for judgement in in_force(judgements):
        if is_blind(judgement):
            continue
        target = _now(judgement.target, successors)
        if judgement.verb == "accept" and not _same_words(judgement.target, successors):
            continue
        by_target[target].append(judgement)
        if judgement.verb in ("merge", "split"):
            pairs = {frozenset((target, _now(other, successors))) for other in _others(judgement)}
            gains, loses = (together, apart) if judgement.verb == "merge" else (apart, together)
            gains |= pairs
            loses -= pairs
    return Decisions(dict(by_target), Decided(frozenset(together), frozenset(apart)))


def _now(statement: str, successors: Mapping[str, Successor]) -> str:
    return successors[statement].id if statement in successors else statement


def _same_words(statement: str, successors: Mapping[str, Successor]) -> bool:
    return statement not in successors or successors[statement].says_the_same


def _others(judgement: Judgement) -> list[str]:
    return [str(other) for other in cast("list[object]", judgement.payload["with"])]


def _judged(statement: StoredStatement, judgements: Iterable[Judgement]) -> StoredStatement | None:
    """The statement as persons hold it; of a rejection and an acceptance or correction the later counts."""
    stands = True
    for judgement in judgements:
        if judgement.verb == "reject":
            stands = False
        elif judgement.verb == "accept":
            statement, stands = replace(statement, accepted=True), True
        elif judgement.verb == "confidential":
            statement = replace(statement, confidential=True)
        elif judgement.verb == "correct":
            statement, stands = _corrected(statement, judgement), True
    return statement if stands else None


def _corrected(statement: StoredStatement, judgement: Judgement) -> StoredStatement:
    name = str(judgement.payload["field"])
    value = codec.decode_value(field_type(statement.kind, name), cast(codec.Json, judgement.payload["value"]))
    return replace(
        statement,
        statement=_with(statement.statement, name, value),
        corrected=tuple(sorted({*statement.corrected, name})),
    )


def _with(statement: Statement, name: str, value: FieldValue) -> Statement:
    if name == "date":
        return replace(statement, date=value if isinstance(value, When) else None)
    if name == "modality":
        return replace(statement, modality=str(value))
    return replace(statement, fields={**statement.fields, name: value})
