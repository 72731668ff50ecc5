"""What the pages show, as plain values: rows, fields with their variants, a text cut at its marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from legation.actors.register import register
from legation.errors import ActorError
from legation.ledger import View
from legation.ledger.record import Record, Source, StoredDocument, StoredStatement, Variant
from legation.records import KINDS, FieldValue
from legation.values.quantity import Quantity
from legation.values.when import When

_LONGEST_LIST = 2_000
"""Rows on one page; more would make a page that no one reads."""


def partner_name(actor: str) -> str:
    """The usual name of an actor; one that is not in the register is its own name."""
    try:
        return register().get(actor).name
    except ActorError:
        return actor


def words_of(value: FieldValue) -> str:
    """A field's value for people."""
    if value in (None, ()):
        return "—"
    if isinstance(value, When):
        return value.words()
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    if isinstance(value, tuple):
        return ", ".join(partner_name(v) for v in value)
    return partner_name(str(value)).replace("_", " ")


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list: what it is, in one line."""

    record: Record
    text: str
    sources: int


def line_of(record: Record) -> str:
    """A record in one line, from its fields."""
    parts: list[str] = []
    fields = record.fields
    if record.kind == "figure" and isinstance(fields["value"], Decimal):
        unit, bound = str(fields["unit"] or "count"), fields["bound"]
        amount = Quantity(fields["value"], unit.split()[0], bound=bound if isinstance(bound, str) else None).words()
        return f"{words_of(fields['indicator'])} of {words_of(fields['subject'])}: {amount}"
    for spec in KINDS[record.kind].fields:
        value = fields.get(spec.name)
        if value not in (None, ()):
            parts.append(words_of(value))
    return " · ".join(parts)


def records_table(view: View, records: Sequence[Record]) -> list[Row]:
    """Records newest first, undated ones last."""
    del view
    dated = sorted((r for r in records if r.date), key=lambda r: r.date.sort_key if r.date else (), reverse=True)
    undated = [r for r in records if not r.date]
    return [Row(r, line_of(r), len(r.documents())) for r in (*dated, *undated)[:_LONGEST_LIST]]


def kinds_of(view: View, actor: str) -> list[tuple[str, int]]:
    """How many records of each kind an actor takes part in."""
    counts = Counter(r.kind for r in view.records(with_=actor))
    return [(kind, counts[kind]) for kind in KINDS if counts[kind]]


def front_page(view: View) -> dict[str, object]:
    """What the first page shows."""
    documents = view.documents()
    return {
        "partners": view.actors()[:_LONGEST_LIST],
        "readable": sum(d.status == "readable" for d in documents),
        "unreadable": sum(d.status == "unreadable" for d in documents),
        "kinds": Counter(r.kind for r in view.records()).most_common(),
        "statements": len(view.statements()),
        "conflicts": sum(c.type == "conflict" for c in view.conflicts()),
    }


def documents_table(view: View) -> list[tuple[StoredDocument, int]]:
    """Documents, latest published first, each with its number of statements."""
    counts = Counter(s.document for s in view.statements())
    found = sorted(view.documents(), key=lambda d: (d.published is None, d.name))
    found.sort(key=lambda d: str(d.published or ""), reverse=True)
    return [(d, counts[d.id]) for d in found]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a record: its preferred value and every other value with who gives it."""

    name: str
    value: FieldValue
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record with every passage that speaks of it."""

    record: Record
    line: str
    fields: tuple[FieldRow, ...]
    passages: tuple[tuple[StoredStatement, Source], ...]

    @classmethod
    def of(cls, view: View, record: Record) -> Self:
        """The page of a record."""
        names = [f.name for f in KINDS[record.kind].fields]
        rows = [FieldRow(n, record.fields.get(n), record.variants.get(n, ())) for n in names]
        rows.append(FieldRow("date", record.date, record.variants.get("date", ())))
        passages = tuple((s, view.source(s.quote)) for s in record.statements)
        return cls(record, line_of(record), tuple(rows), passages)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text: plain, or marked with the statements that quote it."""

    text: str
    start: int
    asked: bool = False
    statements: tuple[StoredStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document, its text cut where passages begin and end."""

    document: StoredDocument
    pieces: tuple[Piece, ...]
    statements: int

    @classmethod
    def of(cls, view: View, key: str, *, asked: tuple[int, int]) -> Self:
        """The page of a document.

        Args:
            view: The view.
            key: Its id or name.
            asked: Start and end of the passage to show; ``(-1, -1)`` for none.
        """
        document = view.document(key)
        found = view.statements(document=document.id)
        return cls(document, tuple(_pieces(view.text(document.id), found, asked)), len(found))


def _pieces(text: str, statements: Iterable[StoredStatement], asked: tuple[int, int]) -> Iterable[Piece]:
    found = sorted(statements, key=lambda s: (s.quote.start, s.quote.end))
    cuts = {0, len(text), *(s.quote.start for s in found), *(s.quote.end for s in found)}
    cuts |= {at for at in asked if 0 <= at <= len(text)}
    edges = sorted(cuts)
    for start, end in zip(edges, edges[1:], strict=False):
        inside = tuple(s for s in found if s.quote.start <= start and end <= s.quote.end)
        yield Piece(text[start:end], start, asked[0] <= start and end <= asked[1], inside)
