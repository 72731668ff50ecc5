"""What the columns of a sheet probably mean, from their headings and from what they hold.

Law held here: a guess is shown before it is used, with what speaks against it. What nothing speaks for stays unused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from legation.errors import UsageError
from legation.exchange.intake.columns import (
    TIMES,
    ColumnMap,
    column_of,
    is_target,
    partner_of,
    type_of,
)
from legation.exchange.intake.dates import when_in
from legation.exchange.intake.known import known_form
from legation.exchange.intake.numbers import style_of, unit_in
from legation.exchange.intake.parties import Surroundings, actors_in
from legation.exchange.intake.value import Value, says_nothing
from legation.exchange.intake.words import UNUSED, kinds_named, target_of, weight_of
from legation.exchange.sheets.sheet import Cell, Sheet
from legation.records import KINDS
from legation.values.dates import DayOrder

_SAMPLE: Final = 60
"""Filled cells of a column that are looked at."""
_MOST: Final = 0.5
"""A column is what at least this share of its cells is."""
_SURE: Final = 0.8
"""The same where no heading says so."""
_NAMED: Final = 1.5
"""How much the name of a sheet speaks for a kind."""
_LEAST: Final = 0.2
"""What must speak for a kind at least."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of a table.

    Attributes:
        kind: The kind of its rows.
        columns: Targets of columns, by heading or letters.
        constants: What holds for every row, by field.
        day_order: The order of day and month.
    """

    kind: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    day_order: DayOrder = DayOrder.UNKNOWN

    def check(self, sheets: Sequence[Sheet]) -> None:
        """Refuse wishes that nothing answers to.

        Raises:
            UsageError: There is no such kind, column or field.
        """
        if self.kind and self.kind not in KINDS:
            raise UsageError(f"--kind {self.kind!r}: the kinds are {', '.join(KINDS)}")
        for name, target in self.columns.items():
            if all(column_of(sheet, name) is None for sheet in sheets):
                known = ", ".join(
                    dict.fromkeys(s.column_name(i) for s in sheets for i in range(len(s.headings)))
                )
                raise UsageError(
                    f"--map {name}={target}: there is no column {name!r}; the columns are {known}"
                )
        for option, target in [("--map", t) for t in self.columns.values()] + [
            ("--set", n) for n in self.constants
        ]:
            if not is_target(self.kind, target):
                names = [f.name for each in ([self.kind] if self.kind else KINDS) for f in KINDS[each].fields]
                known = ", ".join(dict.fromkeys((*names, *TIMES, "modality", "status", "kind", UNUSED)))
                raise UsageError(f"{option} …{target}: no such field; there are {known}")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a sheet probably means.

    Attributes:
        sheet: The sheet.
        mapping: The mapping; None where no kind fits.
        form: The name of its form, where that is a known one.
        doubts: What a person should look at before saying yes.
    """

    sheet: Sheet
    mapping: ColumnMap | None
    form: str | None = None
    doubts: tuple[str, ...] = ()


def guess(sheet: Sheet, file: str, wishes: Wishes) -> Guess:
    """What the columns of a sheet probably mean.

    Args:
        sheet: The sheet.
        file: The name of its file.
        wishes: What the user says; it goes before everything else.
    """
    known = known_form(sheet) if not wishes.kind else None
    if known:
        form, mapping = known
        if mapping is None:
            return Guess(sheet, None, form)
        targets = _wished(sheet, mapping.targets, wishes)
        constants = {**mapping.constants, **wishes.constants}
        mapping = replace(mapping, targets=targets, constants=constants, day_order=wishes.day_order)
        return Guess(sheet, mapping, form)
    kind = wishes.kind or _kind(sheet, file, wishes)
    if kind is None:
        return Guess(sheet, None)
    targets = _wished(sheet, _targets(sheet, kind), wishes)
    constants = {name: value for name, value in wishes.constants.items() if is_target(kind, name)}
    mapping = ColumnMap(kind, targets, constants, wishes.day_order)
    if "kind" in targets and not wishes.kind:
        every = _of_any_kind(sheet, targets)
        mapping = replace(mapping, kind=None, targets=every, constants=dict(wishes.constants))
    return Guess(sheet, mapping, doubts=tuple(_doubts(sheet, mapping, wishes)))


def _wished(sheet: Sheet, targets: Sequence[str], wishes: Wishes) -> tuple[str, ...]:
    """The targets with what the user says of columns."""
    named = {column_of(sheet, name): target for name, target in wishes.columns.items()}
    return tuple(named.get(at, target) for at, target in enumerate(targets))


def _of_any_kind(sheet: Sheet, targets: Sequence[str]) -> tuple[str, ...]:
    """The targets where rows are of several kinds: a column that bears the name of a field is that field."""
    named = (heading.strip().casefold() for heading in sheet.headings)
    return tuple(
        name if target == UNUSED and is_target(None, name) else target
        for name, target in zip(named, targets, strict=True)
    )


def _kind(sheet: Sheet, file: str, wishes: Wishes) -> str | None:
    """The kind that headings and names speak for most; None where none does, or two alike."""
    wished = {target for target in wishes.columns.values() if target != UNUSED} | set(wishes.constants)
    named, in_file = kinds_named(sheet.name), kinds_named(file)
    weights = {}
    for kind in KINDS:
        weight = sum(weight_of(heading, kind) for heading in sheet.headings)
        weight += _NAMED * ((kind in named) or (kind in in_file))
        weight += (
            sum(1 for target in wished if any(target == spec.name for spec in KINDS[kind].fields)) * _NAMED
        )
        weights[kind] = weight
    best, second = sorted(weights.values(), reverse=True)[:2]
    if best < _LEAST or best - second < 0.01:
        return None
    return max(weights, key=lambda kind: weights[kind])


def _targets(sheet: Sheet, kind: str) -> list[str]:
    """What each column means for a kind, by its heading and then by its cells."""
    targets = [_by_heading(sheet, at, kind) for at in range(len(sheet.headings))]
    for at, target in enumerate(targets):
        if target is None:
            targets[at] = _by_cells(sheet, at, kind, [t for t in targets if t])
    return _once([target or UNUSED for target in targets], kind)


def _by_heading(sheet: Sheet, at: int, kind: str) -> str | None:
    """What the heading of a column says, unless its cells say otherwise."""
    found = target_of(sheet.headings[at], kind) if sheet.headings[at] else None
    if found is None:
        return None
    target = partner_of(kind) if found[0] == "partner" else found[0]
    if target == "modality" and kind == "agreement":
        target = "status"
    if target == UNUSED:
        return UNUSED
    cells = _sample(sheet, at)
    if not cells:
        return UNUSED
    if target in ("from", "to", "until") and _share(cells, _is_date) >= _MOST:
        return {"from": "start", "to": "end"}[target]
    if target == "kind":
        return "kind" if _share(cells, lambda cell: cell.text.strip() in KINDS) > _MOST else UNUSED
    return target if _fits(cells, kind, target) else UNUSED


def _fits(cells: Sequence[Cell], kind: str, target: str) -> bool:
    """Whether the cells of a column may be what its heading says."""
    if target == "status" and kind == "commitment":
        return False  # what became of a promise is judged by evidence, not by a cell
    holds = type_of(kind, target)
    if holds == "when":
        return _share(cells, _is_date) >= _MOST
    if holds == "number":
        return _share(cells, lambda cell: any(char.isdigit() for char in cell.text)) >= _MOST
    return True


def _by_cells(sheet: Sheet, at: int, kind: str, taken: Sequence[str]) -> str | None:
    """What a column without a known heading is, where its cells leave no doubt and nothing else tells it."""
    cells = _sample(sheet, at)
    if len(cells) < 2:
        return None
    partner = partner_of(kind)
    if not set(TIMES) & set(taken) and _share(cells, _is_date) >= _SURE:
        return "date"
    if partner not in taken and _share(cells, _is_state) >= _SURE:
        return partner
    return None


def _once(targets: list[str], kind: str) -> list[str]:
    """Each target once, but for fields that hold several actors or persons; a year gives way to a finer date."""
    if {"date", "start", "signed"} & set(targets):
        targets = [UNUSED if target == "year" else target for target in targets]
    if "date" in targets and "start" in targets:
        targets = [UNUSED if target == "date" else target for target in targets]
    if "modality" in targets:
        targets = [UNUSED if target == "status" else target for target in targets]
    kept: list[str] = []
    for target in targets:
        several = target not in (UNUSED,) and type_of(kind, target) in ("actors", "people")
        kept.append(UNUSED if target in kept and not several else target)
    return kept


def _doubts(sheet: Sheet, mapping: ColumnMap, wishes: Wishes) -> Iterator[str]:
    """What a person should look at before saying yes."""
    for name in mapping.missing():
        yield f"nothing tells {name!r}; if it is the same in every row, give it: --set {name}=…"
    for name in ("parties", "participants"):
        if name in mapping.targets and name not in mapping.constants and _is_one_sided(sheet, mapping, name):
            yield f"each row names one side only; give the other, if it is the same in every row: --set {name}=…"
    for at, target in enumerate(mapping.targets):
        heading = sheet.column_name(at)
        found = target_of(sheet.headings[at], mapping.kind) if mapping.kind and sheet.headings[at] else None
        if (
            mapping.kind == "visit"
            and found
            and found[0] == "partner"
            and target == "to"
            and heading not in wishes.columns
        ):
            yield f"{heading!r} is taken for where visits go; where they come from there: --map {heading}=from"
        unit = style_of(heading, ()).unit if mapping.kind and target == "value" else ""
        if unit_in(unit).unknown:
            yield f"the unit {unit!r} of {heading!r} is not known, so its numbers are taken as they stand: --set unit=…"
    if mapping.kind and not {*TIMES, "period", "deadline", "term"} & {*mapping.targets, *mapping.constants}:
        yield "no column dates the rows"


def _is_one_sided(sheet: Sheet, mapping: ColumnMap, name: str) -> bool:
    """Whether the columns of a field never name two actors in one row."""
    columns = [at for at, target in enumerate(mapping.targets) if target == name]
    for row in sheet.rows[:_SAMPLE]:
        texts = [row.cells[at].text for at in columns if at < len(row.cells)]
        named = (actors_in(text, Surroundings()).value for text in texts if not says_nothing(text))
        if len({actor for ids in named if isinstance(ids, tuple) for actor in ids}) > 1:
            return False
    return True


def _sample(sheet: Sheet, at: int) -> list[Cell]:
    """The filled cells of a column, as many as are looked at."""
    cells = (row.cells[at] for row in sheet.rows if at < len(row.cells))
    filled = (cell for cell in cells if not says_nothing(cell.text))
    return [cell for cell, _ in zip(filled, range(_SAMPLE), strict=False)]


def _share(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_date(cell: Cell) -> bool:
    return when_in(cell, DayOrder.UNKNOWN).value is not None


def _is_state(cell: Cell) -> bool:
    found: Value = actors_in(cell.text, Surroundings())
    return bool(found.value) and found.problem is None and found.remark is None
