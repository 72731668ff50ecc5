"""Forms of tables that are known by what they hold: those of Legation itself, and public ones.

Law held here: a form is known by its exact columns and the name of its records, never by the name of its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from legation.exchange.intake.columns import ColumnMap
from legation.exchange.intake.words import UNUSED
from legation.exchange.sheets.sheet import Sheet
from legation.exchange.tables import DERIVED, FIRST
from legation.exchange.workbook import CODEBOOK_HEADINGS
from legation.records import KINDS

_KEPT: Final = frozenset(
    "id created-by created-datetime last-modified-by last-modified-datetime start-date end-date".split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """A public form of tables.

    Attributes:
        name: What it is, for people.
        element: What its records are called in XML.
        columns: All of its columns.
        kind: The kind of its rows.
        targets: What its columns mean.
        constants: What holds for every row.
        words: Its wordings of labels.
    """

    name: str
    element: str
    columns: frozenset[str]
    kind: str
    targets: Mapping[str, str]
    constants: Mapping[str, str]
    words: Mapping[str, str] = field(default_factory=dict)


FORMS: Final = (
    Form(
        "visits to the United States by foreign leaders (Office of the Historian)",
        "visit",
        _KEPT | {"visitor", "from", "description"},
        "visit",
        {"visitor": "visitors", "from": "from", "start-date": "start", "end-date": "end"},
        {"to": "USA"},
    ),
    Form(
        "travels of US presidents and secretaries of state (Office of the Historian)",
        "trip",
        _KEPT | {"role", "name", "country", "locale", "remarks"},
        "visit",
        {"name": "visitors", "role": "rank", "country": "to", "start-date": "start", "end-date": "end"},
        {"from": "USA"},
        {"president": "head_of_state", "secretary": "foreign_minister"},
    ),
)


def known_form(sheet: Sheet) -> tuple[str, ColumnMap | None] | None:
    """The name and mapping of a sheet of a known form, or None; what tells of columns only has no mapping."""
    if sheet.headings == CODEBOOK_HEADINGS:
        return "a codebook", None
    if sheet.headings[: len(FIRST)] == FIRST:
        return "a table of records that Legation wrote", _own(sheet)
    for form in FORMS:
        if sheet.elements == form.element and set(sheet.headings) == form.columns:
            targets = tuple(form.targets.get(heading, UNUSED) for heading in sheet.headings)
            return form.name, ColumnMap(form.kind, targets, form.constants, words=form.words)
    return None


def _own(sheet: Sheet) -> ColumnMap:
    fields = {spec.name for kind in KINDS.values() for spec in kind.fields}
    targets = tuple(
        UNUSED if heading in DERIVED or heading not in (*FIRST, *fields) else heading
        for heading in sheet.headings
    )
    return ColumnMap(None, targets, is_exact=True)
