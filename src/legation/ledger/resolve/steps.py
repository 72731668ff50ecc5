"""Steps of one record that contradict each other, or follow on each other, and accounts of the day of one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from legation.ledger.record import Stage, StoredStatement
from legation.ledger.resolve.dates import is_fine

CHAINS: Final[Mapping[str, Sequence[str]]] = {
    "agreement": ("negotiating", "concluded", "signed", "ratified", "in_force", "suspended", "ended"),
    "membership": ("candidate", "elected", "joined", "left"),
    "appointment": ("elected", "assumed", "holds", "left"),
    "policy": ("announced", "adopted", "in_force", "implemented", "completed", "repealed"),
}
"""The steps, of each kind that has any, that are told as a chain, in their usual order."""

_TELLS_NOTHING: Final = (("assumed", "holds"), ("in_force", "implemented"))
"""Steps of which the second goes without saying."""
_ONE_WAY: Final = frozenset(("negotiating", "concluded", "signed", "ratified"))
"""Steps that nothing comes back to, and of which two accounts of one day tell different things."""


def chain_of(kind: str, stages: Iterable[Stage]) -> list[tuple[Stage, Stage]]:
    """The steps of a record that follow on each other, two by two."""
    told = [stage for stage in stages if stage.status in CHAINS.get(kind, ())]
    return [pair for pair in pairwise(told) if (pair[0].status, pair[1].status) not in _TELLS_NOTHING]


def contradict(earlier: Stage, later: Stage, told_by: Mapping[str, str]) -> bool:
    """Whether two accounts of the steps cannot both be so: a later step before an earlier one, or two on one day.

    Args:
        earlier: The step that usually comes first.
        later: The other.
        told_by: The document of each statement: one that tells of both steps means both.
    """
    a, b = earlier.date, later.date
    if a is None or b is None:
        return False
    if b.before(a):
        return True
    both = {told_by[i] for i in earlier.statements} & {told_by[i] for i in later.statements}
    return a == b and is_fine(a) and earlier.status in _ONE_WAY and not both


def cautious(kind: str, stages: Iterable[Stage], status: str, told_by: Mapping[str, str]) -> str:
    """Where a record stands, if accounts of one day tell two steps: at the earlier, which all of them bear out."""
    for earlier, later in reversed(chain_of(kind, stages)):
        if later.status == status and earlier.date == later.date and contradict(earlier, later, told_by):
            status = earlier.status
    return status


def one_day_of(
    kind: str, statements: Sequence[StoredStatement]
) -> Iterator[tuple[StoredStatement, StoredStatement]]:
    """Two accounts, to the day, of when one and the same step was taken; none for steps that last."""
    dated = [s for s in statements if s.modality == "actual" and s.date and is_fine(s.date)]
    for first, second in combinations(dated, 2):
        action = first.fields.get("action")
        momentary = action in CHAINS.get(kind, ()) and action not in (
            "negotiating",
            "candidate",
            "holds",
            "in_force",
        )
        if momentary and action == second.fields.get("action") and first.date != second.date:
            yield first, second
