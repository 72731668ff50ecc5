"""A view: the ledger as it was known at a moment.

Law held here: everything that a view gives is a pure function of the documents, statements and judgements
that had been recorded by its moment. Views only read, and stand still while the ledger grows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache

from legation.errors import LedgerError, UnknownEntry
from legation.ledger.codec import parse_moment
from legation.ledger.copies import Copies
from legation.ledger.engine import Database
from legation.ledger.loading import (
    load_content,
    load_documents,
    load_judgements,
    load_register,
    load_statements,
    load_successors,
    load_text,
)
from legation.ledger.naming import Naming, naming_of
from legation.ledger.record import (
    ActorCount,
    Conflict,
    Judgement,
    Record,
    Registered,
    Sort,
    Source,
    StoredDocument,
    StoredStatement,
)
from legation.ledger.resolve import Decided, Resolution, Sources, resolve
from legation.ledger.resolve.decided import Successor, apply, in_force
from legation.ledger.resolve.official import official_ids
from legation.ledger.verdicts import Held, held
from legation.values.passage import Passage
from legation.values.when import When

_TEXTS_KEPT = 256
_LEAST_PREFIX = 8


class View:
    """The ledger as it was known at a moment; made by `Ledger.view`.

    Attributes:
        as_of: The moment on the recorded clock that was asked for; None for all that was known.
    """

    def __init__(self, database: Database, as_of: datetime | None, moment: str) -> None:
        self.as_of = as_of
        self._database = database
        self._moment = moment
        self._text = lru_cache(maxsize=_TEXTS_KEPT)(self._load_text)

    @property
    def moment(self) -> datetime:
        """The moment on the recorded clock up to which the view knows the ledger, in UTC.

        Two views made for the same `as_of` with the same moment hold the same; a ledger that grew gives a later
        one.
        """
        return parse_moment(self._moment)

    @property
    def day(self) -> date:
        """The day on which the view stands: that of `as_of`, else today, in UTC."""
        # a day on the recorded clock means its end, which is the first moment of the next
        return (self.as_of - timedelta(microseconds=1) if self.as_of else datetime.now(UTC)).date()

    def documents(self, *, status: str | None = None) -> list[StoredDocument]:
        """The documents, by name.

        Args:
            status: ``readable`` or ``unreadable`` keeps only those.
        """
        found = [d for d, _ in self._documents.values() if status is None or d.status == status]
        return sorted(found, key=lambda d: (d.name, d.address, d.id))

    def document(self, key: str) -> StoredDocument:
        """The document of that id, a beginning of an id (8 digits or more), or name.

        Raises:
            UnknownEntry: None goes by it.
            LedgerError: Several go by it.
        """
        if key in self._documents:
            return self._documents[key][0]
        found = [
            d
            for d, _ in self._documents.values()
            if d.name == key or (len(key) >= _LEAST_PREFIX and d.id.startswith(key))
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UnknownEntry(f"the ledger has no document {key!r}; list the documents to find its name")
        ids = ", ".join(sorted(d.id[:12] for d in found))
        raise LedgerError(f"{len(found)} documents go by {key!r}; name one by its id: {ids}")

    def text(self, document: str) -> str:
        """The text of a document, by id; empty for one that could not be read.

        Raises:
            UnknownEntry: There is no such document.
        """
        return self._text(self._known(document))

    def content(self, document: str) -> bytes:
        """The bytes of a document, by id; empty where none were got.

        Raises:
            UnknownEntry: There is no such document.
        """
        known = self._known(document)
        with self._database.reading() as connection:
            return load_content(connection, known)

    def statements(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        document: str | None = None,
    ) -> list[StoredStatement]:
        """The statements that stand: latest reading, not rejected; by document and place.

        Args:
            kind: Only of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
            document: Only of this document, by id.
        """
        wanted = self._wanted(with_)
        return [
            s
            for s in self._judged[0]
            if (kind is None or s.kind == kind)
            and (document is None or s.document == document)
            and wanted <= s.statement.actors()
        ]

    def statement(self, key: str) -> StoredStatement:
        """The statement of that id, or what stands on its passage now if that reading is superseded.

        Raises:
            UnknownEntry: There is none.
        """
        asked = key
        if key not in self._statements_by_id:
            key = self.heirs([key]).get(key, "")
            if key not in self._statements_by_id:
                raise UnknownEntry(f"no statement {asked!r} stands in the ledger; it may have been rejected")
        return self._statements_by_id[key]

    def records(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        start: date | None = None,
        end: date | None = None,
    ) -> list[Record]:
        """The records, by date (undated last) and id.

        Args:
            kind: Only of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
            start: First day; only records that may fall on it or later. Undated records are left out.
            end: Day after the last; only records that may fall before it. Undated records are left out.
        """
        wanted = self._wanted(with_)
        pool = self._records_by_actor.get(min(wanted), []) if wanted else self._resolution.records
        return [
            r
            for r in pool
            if (kind is None or r.kind == kind) and wanted <= r.actors() and _falls_in(r.date, start, end)
        ]

    def resolved(self, keep: Callable[[StoredStatement], bool]) -> Resolution:
        """What some of the statements alone are resolved into, with what persons decided about them.

        A record of the whole view may owe a value, or that two statements are one, to a document that must
        not be known to the one who asks, such as a document published after the day in question.

        Args:
            keep: Whether a statement counts.
        """
        statements, decided = self._judged
        return resolve([s for s in statements if keep(s)], decided, sources=self._sources)

    def heirs(self, statements: Iterable[str]) -> dict[str, str]:
        """For statements that no longer stand: the ids of those that stand in their place."""
        return {old: heir.id for old, heir in self._successors(statements).items()}

    def _successors(self, statements: Iterable[str]) -> dict[str, Successor]:
        read = self._read
        with self._database.reading() as connection:
            return load_successors(connection, statements, read)

    def record(self, key: str) -> Record:
        """The record of that id, or the one that a statement of that id speaks of.

        Raises:
            UnknownEntry: There is none.
        """
        return self._records_by_statement[self.statement(key.removeprefix("r")).id]

    def conflicts(
        self, kind: str | None = None, *, with_: str | Collection[str] | None = None
    ) -> list[Conflict]:
        """What does not agree, inside records and between records of one series.

        Args:
            kind: Only between records of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
        """
        wanted = self._wanted(with_)
        inside = [c for r in self._resolution.records for c in r.conflicts]
        return [
            c
            for c in [*inside, *self._resolution.conflicts]
            if (kind is None or c.kind == kind) and (not wanted or wanted <= self._actors_of(c.records))
        ]

    def actors(self, records: Iterable[Record] | None = None) -> list[ActorCount]:
        """The actors that occur, most records first.

        Args:
            records: The records that count; None for all.
        """
        held = self._records_by_actor if records is None else _by_actor(records)
        counts = [
            ActorCount(actor, len(found), len(_documents_of(found)), _latest(found))
            for actor, found in held.items()
        ]
        return sorted(counts, key=lambda c: (-c.records, -c.documents, c.actor))

    def passage_text(self, passage: Passage) -> str:
        """The words of a passage.

        Raises:
            UnknownEntry: There is no such document.
        """
        return passage.of(self.text(passage.document))

    def source(self, passage: Passage) -> Source:
        """Where a passage stands: its document, words and page.

        Raises:
            UnknownEntry: There is no such document.
        """
        document = self._documents[self._known(passage.document)][0]
        page = max(1, bisect_right(document.pages, passage.start)) if document.pages else None
        return Source(document, passage, self.passage_text(passage), page)

    def judgements(self, target: str | None = None) -> list[Judgement]:
        """The judgements recorded, oldest first.

        Args:
            target: Only those about the statement of this id.
        """
        return [j for j in self._judgements if target is None or j.target == target]

    @cached_property
    def as_read(self) -> dict[str, StoredStatement]:
        """Every statement of the latest readings by id, as it was read: also those that persons changed or rejected."""
        return {s.id: self.naming.settled(s) for s in self._read}

    def held(self) -> list[Held]:
        """What persons hold statements and their fields to be."""
        heirs = {old: new.id for old, new in self._heirs.items()}
        return list(held(in_force(self._judgements), self.as_read, heirs))

    def registered(self, sort: Sort) -> list[Registered]:
        """What was registered of one sort, oldest first; see `Ledger.register`."""
        return [each for each in self._register if each.sort == sort]

    def _wanted(self, with_: str | Collection[str] | None) -> frozenset[str]:
        """Ids of the actors that are asked for, whichever of their names was given."""
        names = () if with_ is None else (with_,) if isinstance(with_, str) else with_
        return frozenset(map(self.naming.of, names))

    @cached_property
    def copies(self) -> Copies:
        """Which of its documents are one source: copies of one text, texts of one agency or publisher."""
        return Copies(lambda key: self._documents[key][0], self.text)

    def _known(self, document: str) -> str:
        if document not in self._documents:
            raise UnknownEntry(f"the ledger has no document {document!r}; list the documents to find its id")
        return document

    def _load_text(self, document: str) -> str:
        edition = self._documents[document][1]
        with self._database.reading() as connection:
            return load_text(connection, document, edition)

    def _actors_of(self, records: Iterable[str]) -> frozenset[str]:
        return frozenset(a for key in records for a in self._records_by_id[key].actors())

    @cached_property
    def _documents(self) -> dict[str, tuple[StoredDocument, int]]:
        with self._database.reading() as connection:
            return {d.id: (d, edition) for d, edition in load_documents(connection, self._moment)}

    @cached_property
    def _judgements(self) -> list[Judgement]:
        with self._database.reading() as connection:
            return load_judgements(connection, self._moment)

    @cached_property
    def _register(self) -> list[Registered]:
        with self._database.reading() as connection:
            return load_register(connection, self._moment)

    @cached_property
    def _judged(self) -> tuple[list[StoredStatement], Decided]:
        statements, decided = apply(self._read, self._judgements, self._heirs)
        naming = self.naming
        return [naming.settled(each) for each in statements], decided

    @cached_property
    def naming(self) -> Naming:
        """Whom names and ids of actors mean: the register, and what persons decided about actors by then."""
        heirs = {old: new.id for old, new in self._heirs.items()}
        return naming_of(in_force(self._judgements), heirs)

    @cached_property
    def _read(self) -> list[StoredStatement]:
        with self._database.reading() as connection:
            return load_statements(connection, self._moment)

    @cached_property
    def _heirs(self) -> dict[str, Successor]:
        """For statements that judgements name and that no longer stand: what stands in their place."""
        named = [other for j in self._judgements for other in (j.target, *_others(j))]
        return self._successors(named) if named else {}

    @cached_property
    def _statements_by_id(self) -> dict[str, StoredStatement]:
        return {s.id: s for s in self._judged[0]}

    @cached_property
    def _resolution(self) -> Resolution:
        statements, decided = self._judged
        return resolve(statements, decided, sources=self._sources)

    @cached_property
    def _sources(self) -> Sources:
        documents = [document for document, _ in self._documents.values()]
        published = {d.id: d.published for d in documents if d.published}
        return Sources(official_ids(documents), published, self.copies.count)

    @cached_property
    def _records_by_id(self) -> dict[str, Record]:
        return {r.id: r for r in self._resolution.records}

    @cached_property
    def _records_by_statement(self) -> dict[str, Record]:
        return {s.id: r for r in self._resolution.records for s in r.statements}

    @cached_property
    def _records_by_actor(self) -> dict[str, list[Record]]:
        return _by_actor(self._resolution.records)


def _by_actor(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for actor in record.actors():
            found[actor].append(record)
    return found


def _falls_in(when: When | None, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    if when is None:
        return False
    ends_too_early = start is not None and when.after is not None and when.after <= start
    begins_too_late = end is not None and when.first is not None and when.first >= end
    return not ends_too_early and not begins_too_late


def _others(judgement: Judgement) -> list[str]:
    others = judgement.payload.get("with", [])
    return [str(each) for each in others] if isinstance(others, list) else []


def _documents_of(records: Iterable[Record]) -> set[str]:
    return {document for record in records for document in record.documents()}


def _latest(records: Iterable[Record]) -> When | None:
    dates = [r.date for r in records if r.date is not None and r.modality == "actual"]
    return max(dates, key=lambda when: when.sort_key, default=None)
