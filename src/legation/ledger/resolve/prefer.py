"""Which of several values a record shows first, and by which reasons.

In this order: what a person corrected or accepted; what came to pass before what was planned; the more
precise; an official source; more independent sources; the fuller wording; and at last the alphabet, so that the choice
never hangs on the order of arrival. All values are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

from legation.ledger.record import StoredStatement, Variant
from legation.ledger.resolve.dates import length
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.words import fold, name_parts
from legation.records import FieldType, FieldValue
from legation.values.when import When

_MODALITY_RANK = {"actual": 0, "denied": 1, "planned": 2, "conditional": 3, "called_for": 4}


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement giving one value."""

    statement: StoredStatement
    value: FieldValue


def variants_of(
    name: str, field_type: FieldType, tellings: Sequence[Telling], sources: Sources
) -> tuple[Variant, ...]:
    """Every value that statements give to one field, the preferred one first.

    Args:
        name: The field.
        field_type: What it holds.
        tellings: Who gives which value; none of them empty.
        sources: What is known of their documents.
    """
    if len(tellings) == 1:
        return (Variant(tellings[0].value, (tellings[0].statement.id,), 1),)
    groups: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[_sameness(field_type, telling.value)].append(telling)
    if len(groups) == 1:
        return (_variant(tellings),)
    found: list[Sequence[Telling]] = []
    ranked = sorted(groups.values(), key=lambda group: _rank(name, group, sources))
    for _, tied in groupby(ranked, key=lambda group: _rank(name, group, sources)):
        found += sorted(tied, key=lambda group: _rank_among_equals(group, sources))
    return tuple(_variant(group) for group in found)


def _sameness(field_type: FieldType, value: FieldValue) -> Hashable:
    """Equal for values that differ in writing only."""
    if isinstance(value, tuple):
        if field_type == "people":
            return frozenset(name_parts(person) for person in value)
        return frozenset(fold(item) for item in value)
    if field_type == "person" and isinstance(value, str):
        return name_parts(value)
    return fold(value) if isinstance(value, str) else value


def _rank(name: str, group: Sequence[Telling], sources: Sources) -> tuple[object, ...]:
    statements = [telling.statement for telling in group]
    documents = {statement.document for statement in statements}
    return (
        not any(name in statement.corrected for statement in statements),
        not any(statement.accepted for statement in statements),
        min(_MODALITY_RANK[statement.modality] for statement in statements),
        min(_coarseness(telling.value) for telling in group),
        not any(document in sources.official for document in documents),
    )


def _rank_among_equals(group: Sequence[Telling], sources: Sources) -> tuple[object, ...]:
    """The rank among values that all other reasons leave equal: only then the texts of documents are looked at."""
    documents = {telling.statement.document for telling in group}
    return (
        -sources.independent(documents),
        -max(_fullness(telling.value) for telling in group),
        min(_text(telling.value) for telling in group),
    )


def _coarseness(value: FieldValue) -> int:
    return length(value) if isinstance(value, When) else 0


def _fullness(value: FieldValue) -> int:
    if isinstance(value, tuple):
        return 100 * len(value) + sum(len(item.split()) for item in value)
    return len(value.split()) if isinstance(value, str) else 0


def _text(value: FieldValue) -> str:
    return "|".join(value) if isinstance(value, tuple) else str(value)


def _variant(group: Sequence[Telling]) -> Variant:
    shown = min(group, key=lambda t: (-_fullness(t.value), _text(t.value), t.statement.id))
    return Variant(
        value=shown.value,
        statements=tuple(sorted(telling.statement.id for telling in group)),
        documents=len({telling.statement.document for telling in group}),
    )
