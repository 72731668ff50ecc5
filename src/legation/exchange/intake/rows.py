"""A row of a table as a statement: its fields with the cells that they stand in.

Laws held here: a row is quoted whole, a field by its cell. What cannot be read is told by its cell, and the rest of
the row stands; a row that says nothing of its kind is told and becomes no statement. Planned is not held: without a
word on it, what lies after the table's own day is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from legation.errors import DateError, RecordError
from legation.exchange.intake.columns import TIMES, ColumnMap, type_of
from legation.exchange.intake.numbers import Style, number_in
from legation.exchange.intake.parties import Surroundings, actors_in, people_in
from legation.exchange.intake.readers import Column, cell_of, columns_in, read_cell
from legation.exchange.intake.value import Value, says_nothing
from legation.exchange.intake.written import Written
from legation.exchange.sheets.sheet import Row, Sheet
from legation.ledger.record import ROW_OF_A_TABLE, ROW_OF_RECORDS
from legation.records import KINDS, FieldValue, Statement, check_fields
from legation.values.passage import Passage
from legation.values.when import When

_HAPPENING: Final = frozenset({"visit", "contact", "agreement", "relation", "event", "appointment", "policy"})
"""Kinds whose date is the day on which they come to pass."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a cell or row that a person should know.

    Attributes:
        where: The cell, such as ``Sheet1!C14``.
        text: What it shows.
        message: What is the matter, and what would do.
        lost: Whether a ``cell`` could not be read, or the whole ``row``, or nothing (a ``remark``).
    """

    where: str
    text: str
    message: str
    lost: Literal["cell", "row", "remark"]


@dataclass(slots=True)
class _Reading:
    """One row being read."""

    kind: str
    fields: dict[str, FieldValue] = field(default_factory=dict)
    told: dict[str, FieldValue] = field(default_factory=dict)
    times: dict[str, When] = field(default_factory=dict)
    cells: dict[str, list[int]] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)
    modality: str | None = None
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, what its columns mean, and the text that it was written out to.

    Attributes:
        sheet: The sheet.
        mapping: What its columns mean.
        written: Where its rows and cells stand in the document's text.
        day: The table's own day: what lies after it is planned.
    """

    sheet: Sheet
    mapping: ColumnMap
    written: Written
    day: When

    def statements(self) -> Iterator[tuple[list[Statement], list[Problem]]]:
        """Each row's statements (two where it dates a signing and tells a later step), and what should be known of it."""
        columns = columns_in(self.sheet, self.mapping)
        for row in self.sheet.rows:
            yield self._read(row, columns)

    def _read(self, row: Row, columns: list[Column]) -> tuple[list[Statement], list[Problem]]:
        kind = self._kind(row, columns)
        if kind is None:
            at = next(column.at for column in columns if column.target == "kind")
            shown = row.cells[at].text if at < len(row.cells) else ""
            message = f"it is no kind of record, so the row was not read; the kinds are {', '.join(KINDS)}"
            return [], [Problem(self.sheet.address(row, at), shown, message, "row")]
        reading = _Reading(kind)
        own = {spec.name for spec in KINDS[kind].fields}
        usable = [
            column
            for column in columns
            if column.target in own or column.target in (*TIMES, "modality", "status")
        ]
        for column in sorted(usable, key=lambda each: each.target not in TIMES):
            cell = cell_of(row, column)
            if cell is not None:
                beside = self._beside(row, column, columns, reading)
                self._take(reading, row, column, read_cell(cell, column, kind, self.mapping, beside))
        self._constants(reading)
        return self._statement(row, reading, columns), reading.problems

    def _kind(self, row: Row, columns: list[Column]) -> str | None:
        if self.mapping.kind:
            return self.mapping.kind
        for column in columns:
            cell = cell_of(row, column) if column.target == "kind" else None
            if cell and cell.text.strip() in KINDS:
                return cell.text.strip()
        return None

    def _beside(self, row: Row, column: Column, columns: list[Column], reading: _Reading) -> Surroundings:
        """What may tell which actor a name means: the other actors of the row, and its day."""
        if type_of(reading.kind, column.target) not in ("actor", "actors"):
            return Surroundings()
        others = [
            cell.text.strip()
            for other in columns
            if other is not column
            and other.target in {s.name for s in KINDS[reading.kind].fields if "actor" in s.type}
            if (cell := cell_of(row, other))
        ]
        when = next(iter(reading.times.values()), None)
        return Surroundings(tuple(others), when.first if when else None)

    def _take(self, reading: _Reading, row: Row, column: Column, value: Value) -> None:
        """Add what a cell says to the row."""
        text = row.cells[column.at].text
        for message, lost in ((value.problem, "cell"), (value.remark, "remark")):
            if message:
                where = self.sheet.address(row, column.at)
                reading.problems.append(Problem(where, text, message, "cell" if lost == "cell" else "remark"))
        for name, told in value.also.items():
            if told is not None and (
                name == "modality" or any(s.name == name for s in KINDS[reading.kind].fields)
            ):
                reading.told.setdefault(name, told)
                reading.cells.setdefault(name, []).append(column.at)
        if value.value in (None, ()):
            return
        if column.target in TIMES and isinstance(value.value, When):
            reading.times.setdefault(column.target, value.value)
            reading.cells.setdefault("date", []).append(column.at)
        elif column.target == "modality":
            reading.modality = str(value.value)
            reading.cells.setdefault("modality", []).append(column.at)
        else:
            _add(reading.fields, column.target, value.value)
            reading.cells.setdefault(column.target, []).append(column.at)

    def _constants(self, reading: _Reading) -> None:
        """Add what holds for every row; several actors join those of the row, other values give way to them."""
        for name, text in self.mapping.constants.items():
            if name == "modality":
                reading.modality = reading.modality or text
            elif any(spec.name == name for spec in KINDS[reading.kind].fields):
                value = constant(reading.kind, name, text)
                reading.given.append(name)
                if isinstance(value, tuple) or name not in reading.fields:
                    _add(reading.fields, name, value, first=True)
            elif name == "date":
                reading.times.setdefault("date", When.parse(text))

    def _statement(self, row: Row, reading: _Reading, columns: list[Column]) -> list[Statement]:
        fields = {**reading.told, **reading.fields}
        told = fields.pop("modality", None)
        date = self._date(row, reading, columns)
        if reading.kind == "figure" and not self.mapping.is_exact:
            period = fields.get("period")
            date = date or (period if isinstance(period, When) else None)
            fields.setdefault("period", date)
        if "signed" in reading.times and reading.kind == "agreement" and not fields.get("action"):
            fields["action"] = "signed"
        identity = [fields.get(name) for name in KINDS[reading.kind].identity]
        told_apart = self.mapping.is_exact or any(value not in (None, ()) for value in identity)
        if not told_apart or not reading.cells:
            message = (
                f"nothing in it tells {' or '.join(KINDS[reading.kind].identity)}, so it is no {reading.kind}"
            )
            reading.problems.append(Problem(self.sheet.address(row, 0), self._shown(row), message, "row"))
            return []
        modality = reading.modality or (str(told) if told else self._modality(reading, date))
        passages = {name: self.written.cells(row.number, at) for name, at in reading.cells.items()}
        for name in reading.given:
            passages[name] = (*passages.get(name, ()), *self.written.constant(name))
        quote = self.written.row(row.number)
        finder = ROW_OF_RECORDS if self.mapping.is_exact else ROW_OF_A_TABLE
        try:
            one = Statement(reading.kind, quote, fields, modality, date, None, _within(passages), finder)
        except RecordError as error:
            reading.problems.append(Problem(self.sheet.address(row, 0), self._shown(row), str(error), "row"))
            return []
        return _signed_first(one) if "signed" in reading.times else [one]

    def _date(self, row: Row, reading: _Reading, columns: list[Column]) -> When | None:
        """The date of a row: its own, or from the first day to the last."""
        times = reading.times
        single = times.get("date") or times.get("signed") or times.get("year")
        start, end = times.get("start"), times.get("end")
        if start is None and end is None:
            return single
        try:
            if start is not None and end is not None:
                return When.between(start.begins, end.ends)
            return start or single or end
        except DateError as error:
            at = next(column.at for column in columns if column.target == "end")
            message = f"{error}; only the first day is taken"
            reading.problems.append(Problem(self.sheet.address(row, at), row.cells[at].text, message, "cell"))
            return start

    def _modality(self, reading: _Reading, date: When | None) -> str:
        """Planned where it lies wholly after the table's own day, and no word says otherwise."""
        ahead = date is not None and self.day.before(date) and reading.kind in _HAPPENING
        return "planned" if ahead and reading.fields.get("action") != "negotiating" else "actual"

    def _shown(self, row: Row) -> str:
        return " | ".join(cell.text.strip() for cell in row.cells if not says_nothing(cell.text))


def constant(kind: str, name: str, text: str) -> FieldValue:
    """A value that holds for every row, from what the user wrote.

    Raises:
        RecordError: It does not fit its field.
    """
    holds = type_of(kind, name)
    value: FieldValue = text.strip()
    if holds in ("actor", "actors"):
        ids = actors_in(text, Surroundings()).value
        value = (ids[0] if holds == "actor" and isinstance(ids, tuple) and ids else ids) or None
    elif holds == "people":
        value = people_in(text).value
    elif holds == "number":
        value = number_in(text, Style()).value
    elif holds == "when":
        value = When.parse(text)
    check_fields(kind, {name: value})
    return value


def _add(fields: dict[str, FieldValue], name: str, value: FieldValue, *, first: bool = False) -> None:
    """Set a field; several actors or persons are added to those that are there."""
    before = fields.get(name)
    if isinstance(before, tuple) and isinstance(value, tuple):
        both = (*value, *before) if first else (*before, *value)
        fields[name] = tuple(dict.fromkeys(both))
    else:
        fields[name] = value


def _signed_first(one: Statement) -> list[Statement]:
    """An agreement that was signed on a day, and now is at a later step whose day nobody tells."""
    if one.kind != "agreement" or one.fields["action"] in (None, "signed"):
        return [one]
    passages = {name: found for name, found in one.passages.items() if name != "action"}
    undated = {name: found for name, found in one.passages.items() if name != "date"}
    signed = replace(one, fields={**one.fields, "action": "signed"}, passages=passages)
    return [signed, replace(one, date=None, passages=undated)]


def _within(passages: Mapping[str, tuple[Passage, ...]]) -> dict[str, tuple[Passage, ...]]:
    return {name: found for name, found in passages.items() if found}
