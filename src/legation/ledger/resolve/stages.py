"""The life of a record in steps: planned and held, negotiating and signed, elected and left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legation.ledger.record import Stage, StoredStatement
from legation.ledger.resolve.dates import length
from legation.values.when import When

_ORDER = (
    "called_for conditional planned denied negotiating announced candidate concluded established elected "
    "appointed assumed joined signed adopted ratified upgraded restored amended in_force implemented held "
    "member observer participates chairs hosts holds described completed suspended downgraded severed left "
    "ended repealed"
).split()
"""Steps in their usual order; it breaks ties where dates do not tell."""

_BY_ACTION = frozenset(("agreement", "relation", "membership", "appointment", "policy"))
_HELD = frozenset(("visit", "contact", "event"))


def step_of(statement: StoredStatement) -> str:
    """The step in the life of its record that a statement tells of."""
    if statement.modality != "actual":
        return statement.modality
    action = statement.fields.get("action") if statement.kind in _BY_ACTION else None
    if isinstance(action, str):
        return action
    return "held" if statement.kind in _HELD else "actual"


def stages_of(statements: Iterable[StoredStatement]) -> tuple[Stage, ...]:
    """The steps that statements tell of, earliest first; undated ones by their usual order."""
    by_step: dict[str, list[StoredStatement]] = defaultdict(list)
    for statement in statements:
        by_step[step_of(statement)].append(statement)
    stages = [
        Stage(step, _finest(found), tuple(sorted(statement.id for statement in found)))
        for step, found in by_step.items()
    ]
    return tuple(sorted(stages, key=_place))


def _finest(statements: Sequence[StoredStatement]) -> When | None:
    dates = [statement.date for statement in statements if statement.date is not None]
    return min(dates, key=lambda when: (length(when), when.sort_key), default=None)


def _place(stage: Stage) -> tuple[object, ...]:
    usual = _ORDER.index(stage.status) if stage.status in _ORDER else len(_ORDER)
    return usual, stage.date is None, stage.date.sort_key if stage.date else ()


def status_of(stages: Sequence[Stage], modality: str) -> str:
    """Where a record stands: its last step that came to pass, else the modality.

    A tier that is only described, and a date that only a plan has, do not move it.
    """
    passed = [
        stage for stage in stages if stage.status not in ("called_for", "conditional", "planned", "denied")
    ]
    if modality != "actual" or not passed:
        return modality
    steps = [stage for stage in passed if stage.status != "described"] or passed
    dated = [stage for stage in steps if stage.date is not None]
    if len(dated) == len(steps):
        return max(steps, key=lambda s: (s.date.sort_key[0] if s.date else None, _place(s)[0])).status
    return steps[-1].status
