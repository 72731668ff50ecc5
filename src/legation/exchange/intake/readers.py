"""What one column's cells hold: a reader for each column, settled by all of its cells.

Law held here: nothing is read from a cell that its column does not bear out; in a table that Legation wrote, a cell
is first read to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from legation.actors.ranks import rank_of
from legation.actors.register import register
from legation.exchange.intake.columns import TIMES, ColumnMap, type_of
from legation.exchange.intake.dates import day_order_of, when_in
from legation.exchange.intake.numbers import Style, number_in, style_of
from legation.exchange.intake.parties import Surroundings, actor_in, actors_in, people_in, person_in
from legation.exchange.intake.value import Value, says_nothing
from legation.exchange.intake.words import label_of
from legation.exchange.sheets.sheet import Cell, Row, Sheet
from legation.exchange.tables import parted, plain
from legation.records import KINDS, MODALITIES, FieldValue
from legation.values.dates import DayOrder

_FREE: Final = frozenset({"unit"})
"""Labels that are kept as they are written."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what all of its cells settled.

    Attributes:
        at: Its number, from 0.
        target: What it tells.
        order: The order of day and month in it.
        style: How it writes numbers.
    """

    at: int
    target: str
    order: DayOrder
    style: Style


def columns_in(sheet: Sheet, mapping: ColumnMap) -> list[Column]:
    """The columns of a sheet that are read."""
    used = [(at, target) for at, target in enumerate(mapping.targets) if target != "-"]
    texts = {at: [row.cells[at].text for row in sheet.rows if at < len(row.cells)] for at, _ in used}
    dated = [at for at, target in used if target in TIMES or _is_when(mapping, target)]
    shared = day_order_of(text for at in dated for text in texts[at])
    found = []
    for at, target in used:
        own = day_order_of(texts[at]) if at in dated else DayOrder.UNKNOWN
        known = (mapping.day_order, own, shared)
        order = next((each for each in known if each is not DayOrder.UNKNOWN), DayOrder.UNKNOWN)
        found.append(Column(at, target, order, style_of(sheet.headings[at], texts[at])))
    return found


def _is_when(mapping: ColumnMap, target: str) -> bool:
    return any(f.name == target and f.type == "when" for kind in mapping.kinds() for f in KINDS[kind].fields)


def read_cell(cell: Cell, column: Column, kind: str, mapping: ColumnMap, beside: Surroundings) -> Value:
    """What a cell says of its target, for a row of a kind."""
    if cell.problem:
        return Value(problem=cell.problem)
    if mapping.is_exact:
        exact = _exact(plain(cell.text), column.target, kind)
        if exact is not None:
            return exact
    if says_nothing(cell.text):
        return Value()
    return _READERS[type_of(kind, column.target)](cell, column, kind, mapping.words, beside)


def _exact(text: str, target: str, kind: str) -> Value | None:
    """What a cell says that Legation wrote; None where it was written by another hand since."""
    if not text:
        return Value()
    holds = type_of(kind, target)
    if holds in ("actors", "people"):
        return Value(tuple(parted(text))) if holds == "people" else _exact_actors(parted(text))
    if holds == "actor":
        return _exact_actors([text], one=True)
    if holds == "number":
        try:
            number = Decimal(text)
        except InvalidOperation:
            return None
        return Value(number) if number.is_finite() else None
    if holds == "label":
        allowed = MODALITIES if target == "modality" else KINDS[kind].field(target).labels
        return Value(text) if not allowed or text in allowed else None
    return Value(text) if holds in ("text", "person") else None


def _exact_actors(names: list[str], *, one: bool = False) -> Value | None:
    """Ids as they were written; a name that the register knows by another id was put in by hand."""
    for name in names:
        found = actors_in(name, Surroundings()).value if name not in register() else None
        if isinstance(found, tuple) and all(each in register() for each in found):
            return None
    return Value(names[0] if one else tuple(names))


_Reader = Callable[[Cell, Column, str, Mapping[str, str], Surroundings], Value]


def _when(cell: Cell, column: Column, _kind: str, _words: Mapping[str, str], _beside: Surroundings) -> Value:
    return when_in(cell, column.order)


def _number(
    cell: Cell, column: Column, _kind: str, _words: Mapping[str, str], _beside: Surroundings
) -> Value:
    return number_in(cell.text, column.style)


def _actors(
    cell: Cell, _column: Column, _kind: str, _words: Mapping[str, str], beside: Surroundings
) -> Value:
    return actors_in(cell.text, beside)


def _actor(cell: Cell, _column: Column, _kind: str, _words: Mapping[str, str], beside: Surroundings) -> Value:
    return actor_in(cell.text, beside)


def _people(
    cell: Cell, _column: Column, _kind: str, _words: Mapping[str, str], _beside: Surroundings
) -> Value:
    return people_in(cell.text)


def _person(
    cell: Cell, _column: Column, _kind: str, _words: Mapping[str, str], _beside: Surroundings
) -> Value:
    return Value(person_in(" ".join(cell.text.split()))[0] or None)


def _text(cell: Cell, _column: Column, _kind: str, _words: Mapping[str, str], _beside: Surroundings) -> Value:
    return Value(" ".join(cell.text.split()))


def _label(cell: Cell, column: Column, kind: str, words: Mapping[str, str], _beside: Surroundings) -> Value:
    text, target = " ".join(cell.text.split()), column.target
    if target == "status":
        return _status(text, kind)
    allowed: tuple[str, ...] = MODALITIES if target == "modality" else KINDS[kind].field(target).labels
    label: FieldValue = words.get(text.casefold()) or label_of(text, kind, target)
    if label is None and target == "rank":
        label = next((rank for rank in (person_in(text)[1], rank_of(text)) if rank and rank != "other"), None)
    if label is None and not allowed:
        return Value(text if target in _FREE else "_".join(text.casefold().replace("-", " ").split()))
    if label is None:
        return Value(problem=f"{text!r} is no known {target}; write one of {', '.join(allowed)}")
    return Value(label)


def _status(text: str, kind: str) -> Value:
    """Where a thing stands: a step of its kind, or whether it is planned, held or called off."""
    steps = any(spec.name == "action" for spec in KINDS[kind].fields)
    action = label_of(text, kind, "action") if steps else None
    modality = None if action else label_of(text, kind, "modality")
    if action is None and modality is None:
        return Value(
            problem=f"nothing is known by the status {text!r}; write planned, held, signed or the like"
        )
    told: dict[str, FieldValue] = {"action": action} if action else {"modality": modality}
    return Value(also=told)


_READERS: Final[Mapping[str, _Reader]] = {
    "when": _when,
    "number": _number,
    "actors": _actors,
    "actor": _actor,
    "people": _people,
    "person": _person,
    "text": _text,
    "label": _label,
}


def cell_of(row: Row, column: Column) -> Cell | None:
    """The cell of a column in a row; None where it shows nothing."""
    cell = row.cells[column.at] if column.at < len(row.cells) else None
    return cell if cell is not None and (cell.text or cell.problem) else None
