"""One record as a page shows it: every value with its sources, every passage, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.ledger import View
from legation.ledger.checks import doubts
from legation.ledger.health import Health, health_of
from legation.ledger.record import Conflict, Record, Source, StoredStatement, Variant
from legation.records import KINDS, FieldType, FieldValue


@dataclass(frozen=True, slots=True)
class Said:
    """One passage that speaks of the record.

    Attributes:
        number: Its number on the page, counted from 1.
        statement: The statement that was read from it.
        source: Where it stands.
    """

    number: int
    statement: StoredStatement
    source: Source


@dataclass(frozen=True, slots=True)
class Account:
    """One value of one field with the passages that give it; no passage where nobody gives it."""

    value: FieldValue
    sources: tuple[tuple[int, Source], ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: the preferred account first."""

    name: str
    type: FieldType
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record with all that is known of it.

    Attributes:
        record: The record.
        fields: Its fields, its date last.
        said: Its passages.
        conflicts: What does not agree, in it and between it and others of its series.
        links: Why its statements are one: the numbers of two passages, and the reason.
        health: How far it can be relied on.
    """

    record: Record
    fields: tuple[FieldRow, ...]
    said: tuple[Said, ...]
    conflicts: tuple[Conflict, ...]
    links: tuple[tuple[int, int, str], ...]
    health: Health

    @classmethod
    def of(cls, view: View, record: Record) -> RecordPage:
        """The page of a record."""
        said = tuple(Said(n, s, view.source(s.quote)) for n, s in enumerate(record.statements, 1))
        numbers = {each.statement.id: each.number for each in said}
        kind = KINDS[record.kind]
        typed: list[tuple[str, FieldType]] = [*((f.name, f.type) for f in kind.fields), ("date", "when")]
        return cls(
            record,
            tuple(FieldRow(name, held, tuple(_accounts(view, record, name, said))) for name, held in typed),
            said,
            (*(c for c in view.conflicts() if record.id in c.records), *doubts(view, [record])),
            tuple((numbers[x.first], numbers[x.second], x.reason) for x in record.links),
            health_of(view, record, on=view.day),
        )

    @property
    def documents(self) -> int:
        """How many documents speak of it."""
        return len(self.record.documents())


def _accounts(view: View, record: Record, name: str, said: Sequence[Said]) -> Iterator[Account]:
    """The accounts of a field; what the record holds where no statement gives it."""
    variants: Sequence[Variant] = record.variants.get(name, ())
    if not variants:
        yield Account(record.date if name == "date" else record.fields.get(name), ())
    for variant in variants:
        giving = (each for each in said if each.statement.id in variant.statements)
        places = ((each.number, view.source(each.statement.passages_of(name)[0])) for each in giving)
        yield Account(variant.value, tuple(places))
