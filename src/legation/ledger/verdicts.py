"""What persons hold each statement to be: accepted, corrected or rejected, and the value of each field.

Law held here: a verdict given blind, on a list that shows nobody else's, is kept and counted and changes no record;
what persons disagree about is for a judgement to settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from legation.ledger import codec
from legation.ledger.record import Judgement, StoredStatement
from legation.records import KINDS

VERDICTS: Final = ("accept", "correct", "reject")
WHOLE: Final = "verdict"
"""What is judged besides fields: whether the statement stands as it was read."""
_NOTHING: Final = frozenset(("null", "[]"))
"""A field that nobody fills is no thing to agree about."""


@dataclass(frozen=True, slots=True)
class Held:
    """What persons hold one aspect of one statement to be.

    Attributes:
        statement: The statement, as it was read.
        aspect: A field, ``date``, ``modality``, or `WHOLE`.
        by: By person, what he or she holds it to be, as JSON text.
    """

    statement: StoredStatement
    aspect: str
    by: Mapping[str, str]

    @property
    def is_contested(self) -> bool:
        """Whether two persons hold it to be different things."""
        return len(set(self.by.values())) > 1


def is_blind(judgement: Judgement) -> bool:
    """Whether a verdict was given on a list for a second reader."""
    return bool(judgement.payload.get("blind"))


def held(
    judgements: Iterable[Judgement], statements: Mapping[str, StoredStatement], heirs: Mapping[str, str]
) -> Iterator[Held]:
    """What persons hold statements to be, by statement and aspect.

    Args:
        judgements: The judgements in force, oldest first.
        statements: The statements that were read, by id.
        heirs: For statements that no longer stand: the id of the one that does in their place.
    """
    verdicts: dict[str, dict[str, list[Judgement]]] = defaultdict(lambda: defaultdict(list))
    for judgement in judgements:
        about = heirs.get(judgement.target, judgement.target)
        if judgement.verb in VERDICTS and about in statements:
            verdicts[about][judgement.by].append(judgement)
    for about, persons in sorted(verdicts.items()):
        statement = statements[about]
        views = {person: _held_by(statement, said) for person, said in sorted(persons.items())}
        for aspect in (WHOLE, *(spec.name for spec in KINDS[statement.kind].fields), "date", "modality"):
            by = {person: view[aspect] for person, view in views.items() if aspect in view}
            if by and not _NOTHING.issuperset(by.values()):
                yield Held(statement, aspect, by)


def _held_by(statement: StoredStatement, said: list[Judgement]) -> dict[str, str]:
    """What one person holds each aspect to be; of a statement that he or she rejects no field is held."""
    if said[-1].verb == "reject":
        return {WHOLE: "reject"}
    values = {name: codec.dump(codec.encode_value(value)) for name, value in statement.fields.items()}
    values["date"] = codec.dump(codec.encode_value(statement.date))
    values["modality"] = codec.dump(statement.modality)
    corrected = [judgement for judgement in said if judgement.verb == "correct"]
    values |= {str(j.payload["field"]): codec.dump(j.payload["value"]) for j in corrected}
    return {WHOLE: "correct" if corrected else "accept", **values}
