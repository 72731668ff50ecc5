"""What a ledger gives back: stored documents and statements, and the records resolved from them.

Laws held here: a record keeps every statement that speaks of it and every value that any of them gives
(differing values are `Variant`s, never overwritten); planned is not held (`Record.status` and
`Record.stages` follow the statements' modality).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from legation.documents.document import Part
from legation.records import KINDS, FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

ROW_OF_A_TABLE: Final = "table.v1"
"""The finder of statements that are rows of a table of people's own."""
ROW_OF_RECORDS: Final = "record.v1"
"""The finder of statements that are rows of a table of records, which Legation itself wrote."""

ConflictType = Literal["conflict", "update", "scope"]
Sort = Literal["forecast", "outcome", "alert", "look"]
Verb = Literal[
    "accept",
    "correct",
    "reject",
    "merge",
    "split",
    "assign",
    "comment",
    "confidential",
    "undo",
    "actor",
    "actor_merge",
    "actor_split",
    "office",
]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the ledger knows it; its text and bytes are fetched with `View.text` and `View.content`.

    Attributes:
        id: SHA-256 of the bytes, hexadecimal.
        name: File name without its ending.
        address: Path or address under which it was first seen.
        media_type: Such as ``text/html``; empty for an unreadable document.
        status: Whether it could be read.
        parts: What of the text is to be read, in order.
        pages: Offset in the text of each page's first character; empty where there are no pages.
        title: Its title, if known.
        published: Its publication date, if known.
        publisher: Name or host of the publisher, if known.
        language: ISO 639-1 code, if known.
        notes: What was noticed while reading.
        reason: One word why it could not be read, for an unreadable document.
        message: A sentence for the user why it could not be read.
        read_at: When the bytes were read, in UTC.
        recorded_at: When this ledger learnt of it, in UTC.
    """

    id: str
    name: str
    address: str
    media_type: str
    status: Literal["readable", "unreadable"]
    parts: tuple[Part, ...]
    pages: tuple[int, ...]
    title: str | None
    published: When | None
    publisher: str | None
    language: str | None
    notes: tuple[str, ...]
    reason: str | None
    message: str | None
    read_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with the ledger's own knowledge of it.

    Attributes:
        id: Hash of document, kind, quote and what it says: the same bytes read the same way give the same id.
        statement: What was read, with a person's corrections applied.
        reader: Name and version of the reader that found it.
        recorded_at: When this ledger learnt it, in UTC.
        accepted: Whether a person confirmed it.
        corrected: Names of the fields that a person corrected.
        confidential: Whether a person marked it as not to be shown outside.
    """

    id: str
    statement: Statement
    reader: str
    recorded_at: datetime
    accepted: bool = False
    corrected: tuple[str, ...] = ()
    confidential: bool = False

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def kind(self) -> str:
        """One of `legation.records.KINDS`."""
        return self.statement.kind

    @property
    def document(self) -> str:
        """Id of the document that says it."""
        return self.statement.quote.document

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, and its passages are cells."""
        return self.statement.finder in (ROW_OF_A_TABLE, ROW_OF_RECORDS)

    @property
    def quote(self) -> Passage:
        """The passage that states it."""
        return self.statement.quote

    @property
    def fields(self) -> Mapping[str, FieldValue]:
        """The fields of its kind."""
        return self.statement.fields

    @property
    def modality(self) -> str:
        """One of `legation.records.MODALITIES`."""
        return self.statement.modality

    @property
    def date(self) -> When | None:
        """When it happened or will happen (valid time)."""
        return self.statement.date

    def passages_of(self, name: str) -> tuple[Passage, ...]:
        """The passages that support a field (or ``date``); the quote where it has none of its own."""
        return self.statement.passages.get(name) or (self.statement.quote,)


@dataclass(frozen=True, slots=True)
class Variant:
    """One value that statements of a record give to one field.

    Attributes:
        value: The value; never empty.
        statements: Ids of the statements that give it, sorted.
        documents: How many documents give it.
    """

    value: FieldValue
    statements: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One step in the life of a record: planned, held, negotiating, signed, in_force ….

    Attributes:
        status: The step's name.
        date: Its most precise date, or None.
        statements: Ids of the statements that tell of it, sorted.
    """

    status: str
    date: When | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Why two statements are held to speak of one thing.

    Attributes:
        first: Id of the one statement (the smaller id).
        second: Id of the other.
        reason: A sentence part for people, such as ``same traveller and host, dates overlap``.
    """

    first: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that do not simply agree, within a record or between records of one series.

    Attributes:
        type: ``conflict`` (same scope, different values), ``update`` (a later value of the same thing) or
            ``scope`` (looks like a conflict, is none).
        kind: Kind of the records.
        field: Name of the field, or ``date`` or ``modality``.
        records: Ids of the records it concerns: one, or several of one series, sorted.
        values: The values, each with its statements; an update lists the current one last.
        note: A sentence for people.
        settles: What would settle it, for what does not fit.
        passages: Further passages on which it stands, beside those of its values.
    """

    type: ConflictType
    kind: str
    field: str
    records: tuple[str, ...]
    values: tuple[Variant, ...]
    note: str
    settles: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One thing in the world, resolved from the statements that speak of it.

    Attributes:
        id: ``r`` and the smallest id of its statements. Any of its statements' ids leads to it as well
            (see `View.record`), so a link outlives a new statement that joins.
        kind: One of `legation.records.KINDS`.
        fields: The preferred value of each field of its kind; None or an empty tuple where nobody says.
        modality: Modality of the record as a whole: ``actual`` once any statement says it came to pass.
        status: Where it stands: for visits and contacts ``planned``, ``held``, ``called_for``,
            ``conditional`` or ``denied``; for agreements, relations, policies, memberships and appointments
            the latest action that is actual; else the modality.
        date: When it happened or will happen (for a figure: its period), or None.
        statements: Every statement that speaks of it, by document and place.
        variants: For each field on which anything is said (``date`` among them), every value with who gives
            it, the preferred one first.
        stages: Its life in steps, earliest first.
        links: Why its statements are held to be one.
        conflicts: What in it does not agree, or only seems not to.
        series: For figures and counts: a key shared by values of one indicator at other periods, else None.
        accepted: Whether a person confirmed any statement of it.
    """

    id: str
    kind: str
    fields: Mapping[str, FieldValue]
    modality: str
    status: str
    date: When | None
    statements: tuple[StoredStatement, ...]
    variants: Mapping[str, tuple[Variant, ...]] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    links: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    series: str | None = None
    accepted: bool = False

    def __hash__(self) -> int:
        return hash(self.id)

    def documents(self) -> frozenset[str]:
        """Ids of the documents that speak of it."""
        return frozenset(s.document for s in self.statements)

    def actors(self) -> frozenset[str]:
        """Every actor in its preferred fields."""
        found: set[str] = set()
        for spec in KINDS[self.kind].fields:
            value = self.fields.get(spec.name)
            if spec.type == "actor" and isinstance(value, str):
                found.add(value)
            elif spec.type == "actors" and isinstance(value, tuple):
                found.update(value)
        return frozenset(found)

    def support(self, name: str) -> tuple[StoredStatement, ...]:
        """The statements that give the preferred value of a field (or ``date``); all where none does."""
        variants = self.variants.get(name, ())
        chosen = set(variants[0].statements) if variants else set()
        return tuple(s for s in self.statements if s.id in chosen) or self.statements


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided.

    Attributes:
        id: Id of the judgement.
        verb: What was decided.
        target: Id of the statement (or, for ``undo``, of the judgement) that it is about; of an actor, the hash
            of its id, which the payload holds.
        document: Id of the document of the passage it follows, or None.
        start: Where that passage starts.
        end: Where it ends.
        payload: What the verb needs: ``correct`` has ``field`` and ``value``; ``merge`` and ``split`` have
            ``with`` (statement ids); ``assign`` has ``to``; ``comment`` has ``text``; ``actor`` has the row of
            a list of actors; ``actor_merge`` has ``actor`` and ``into``, ``actor_split`` these and ``with``
            (statement ids); ``office`` has the row of a list of office holders.
        by: Who.
        why: Why.
        recorded_at: When, in UTC.
    """

    id: str
    verb: Verb
    target: str
    document: str | None
    start: int | None
    end: int | None
    payload: Mapping[str, object]
    by: str
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Registered:
    """One row of the register: what was said about what is to come, and when.

    Attributes:
        id: Id of the row.
        sort: ``forecast``, ``outcome`` (a person settled a forecast) or ``alert`` (one was told) or
            ``look`` (a person saw the ledger as it stood at a moment).
        about: What it is about, in the register's own words: for an outcome the id of its forecast.
        payload: What was said, as JSON.
        by: Who said it: a person, or a model with its version.
        why: Why.
        recorded_at: When, in UTC.
    """

    id: str
    sort: Sort
    about: str | None
    payload: Mapping[str, object]
    by: str
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage stands, for a citation.

    Attributes:
        document: The document.
        passage: The passage.
        words: Its words.
        page: Page number, counted from 1; None where the document has no pages.
    """

    document: StoredDocument
    passage: Passage
    words: str
    page: int | None


@dataclass(frozen=True, slots=True)
class ActorCount:
    """How often an actor occurs in a view.

    Attributes:
        actor: Id of the actor.
        records: In how many records.
        documents: In how many documents.
        latest: Last day on which a record with it that came to pass begins, or None.
    """

    actor: str
    records: int
    documents: int
    latest: When | None


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a long list of records.

    Attributes:
        size: How many.
        skip: Behind how many others.
        newest_first: Whether the latest come first; undated ones come last in any case.
    """

    size: int
    skip: int = 0
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document did.

    Attributes:
        document: Its id.
        outcome: ``new``; ``unchanged`` (these bytes were read by this reader before); ``reread`` (known
            bytes, another reader: its statements now stand, the older reader's are retracted).
        statements: How many statements now stand.
        replaced: How many statements of other documents stand no longer.
    """

    document: str
    outcome: Literal["new", "unchanged", "reread"]
    statements: int
    replaced: int = 0
