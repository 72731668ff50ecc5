"""What the columns of a sheet mean: a kind, a target for each column, and what holds for every row."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from legation.errors import UsageError
from legation.exchange.intake.words import UNUSED
from legation.exchange.sheets.sheet import Sheet, letters
from legation.records import KINDS, FieldType
from legation.values.dates import DayOrder

TIMES: Final = ("date", "start", "end", "signed", "year")
"""Targets that date a row: its date, the first and last day, the day of signing, and a year beside a finer date."""
SHARED: Final = (*TIMES, "modality", "status", "kind")
"""Targets that every kind has beside its fields."""
_PARTNERS: Final = MappingProxyType(
    {
        "visit": "to",
        "contact": "participants",
        "agreement": "parties",
        "relation": "parties",
        "commitment": "to",
        "figure": "subject",
        "membership": "actor",
        "appointment": "of",
        "policy": "by",
        "event": "target",
    }
)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the columns of a sheet mean.

    Attributes:
        kind: The kind of every row; None where a column tells it.
        targets: For each column a field of the kind, one of `SHARED`, or ``-`` for one that stays in its row's words.
        constants: What holds for every row, by field, as written: ``{"from": "VNM"}``.
        day_order: The order of day and month in numeric dates, where the user gave it.
        is_exact: Whether Legation wrote the table, so that every cell is read to the letter.
        words: Further wordings of labels in this form.
    """

    kind: str | None
    targets: tuple[str, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    day_order: DayOrder = DayOrder.UNKNOWN
    is_exact: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A short hash: the same mapping gives the same."""
        parts = (self.kind, self.targets, sorted(self.constants.items()), self.day_order, self.is_exact)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:8]

    def kinds(self) -> tuple[str, ...]:
        """The kinds that rows may be of."""
        return (self.kind,) if self.kind else tuple(KINDS)

    def missing(self) -> tuple[str, ...]:
        """Fields that make a statement of the kind that statement, and that no column or constant tells."""
        if self.kind is None:
            return ()
        return tuple(
            name
            for name in KINDS[self.kind].identity
            if name not in self.targets and name not in self.constants
        )


def partner_of(kind: str) -> str:
    """The field that a column of partners fills."""
    return _PARTNERS[kind]


def type_of(kind: str, target: str) -> FieldType:
    """What the cells of a target hold."""
    if target in TIMES:
        return "when"
    return "label" if target in ("modality", "status", "kind") else KINDS[kind].field(target).type


def is_target(kind: str | None, target: str) -> bool:
    """Whether a kind (or, without one, any kind) has such a target."""
    kinds = [kind] if kind else list(KINDS)
    return target in (UNUSED, *SHARED) or any(target == f.name for each in kinds for f in KINDS[each].fields)


def column_of(sheet: Sheet, name: str) -> int | None:
    """The column that a user names by its heading or its letters; None where there is none."""
    folded = " ".join(name.split()).casefold()
    for at, heading in enumerate(sheet.headings):
        if heading.casefold() == folded:
            return at
    return next((at for at in range(len(sheet.headings)) if letters(at).casefold() == folded), None)


def pairs_of(given: Mapping[str, str] | tuple[str, ...] | list[str], option: str) -> dict[str, str]:
    """What ``name=value`` options say.

    Raises:
        UsageError: One is not of that form.
    """
    if isinstance(given, Mapping):
        return dict(given)
    found = {}
    for text in given:
        name, equals, value = text.rpartition("=") if option == "--map" else text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{option} {text!r}: write {option} {_FORMS[option]}")
        found[name.strip()] = value.strip()
    return found


_FORMS: Final = {"--map": '"Column=field"', "--set": "field=value"}


def as_options(sheet: Sheet, mapping: ColumnMap) -> str:
    """The options that give this mapping again, as a shell takes them."""
    words = ["--kind", mapping.kind] if mapping.kind else []
    for at, target in enumerate(mapping.targets):
        words += ["--map", f"{sheet.column_name(at)}={target}"]
    for name, value in mapping.constants.items():
        words += ["--set", f"{name}={value}"]
    if mapping.day_order is not DayOrder.UNKNOWN:
        words += ["--day-order", mapping.day_order.value.replace("_", "-")]
    return shlex.join(words)
