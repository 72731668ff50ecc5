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

from sqlalchemy import Connection

from legation.errors import LedgerError, UnknownEntry
from legation.ledger.codec import parse_moment
from legation.ledger.copies import Copies
from legation.ledger.engine import Database
from legation.ledger.loading import (
    EVERY,
    find_documents,
    homes_of,
    load_content,
    load_documents,
    load_register,
    load_statements,
    load_successors,
    load_text,
    standing_beginning,
    standing_in,
    standing_named,
)
from legation.ledger.naming import Naming
from legation.ledger.projection import asking
from legation.ledger.projection.asking import Choice, Serves
from legation.ledger.record import (
    ActorCount,
    Conflict,
    Judgement,
    Page,
    Record,
    Registered,
    Sort,
    Source,
    StoredDocument,
    StoredStatement,
)
from legation.ledger.resolve import Resolution
from legation.ledger.resolve.decided import in_force
from legation.ledger.search import Found
from legation.ledger.sight import Sight
from legation.ledger.verdicts import Held, held
from legation.values.passage import Passage
from legation.values.when import When

_TEXTS_KEPT = 256
_DOCUMENTS_KEPT = 4096
_NEVER = (date.min, date.min, "")


class View:
    """The ledger as it was known at a moment; made by `Ledger.view`.

    It is asked of the projection where that serves (see `legation.ledger.projection`), and of the entries else.

    Attributes:
        as_of: The moment on the recorded clock that was asked for; None for all that was known.
    """

    def __init__(self, database: Database, as_of: datetime | None, moment: str) -> None:
        self.as_of = as_of
        self._moment = moment
        self._sight = Sight(database, moment)
        self._text = lru_cache(maxsize=_TEXTS_KEPT)(self._load_text)
        self._document = lru_cache(maxsize=_DOCUMENTS_KEPT)(self._load_document)

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
        found = [d for d in self._documents if status is None or d.status == status]
        return sorted(found, key=lambda d: (d.name, d.address, d.id))

    def document(self, key: str) -> StoredDocument:
        """The document of that id, a beginning of an id (8 digits or more), or name.

        Raises:
            UnknownEntry: None goes by it.
            LedgerError: Several go by it.
        """
        with self._sight.reading() as connection:
            found = find_documents(connection, self._moment, key)
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
        return self._text(document)

    def content(self, document: str) -> bytes:
        """The bytes of a document, by id; empty where none were got.

        Raises:
            UnknownEntry: There is no such document.
        """
        known, _ = self._document(document)
        with self._sight.reading() as connection:
            return load_content(connection, known.id)

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
        with self._sight.reading() as connection:
            pool = self._pool(connection, wanted, document)
        return [
            s
            for s in pool
            if (kind is None or s.kind == kind)
            and (document is None or s.document == document)
            and wanted <= s.statement.actors()
        ]

    def _pool(
        self, connection: Connection, wanted: frozenset[str], document: str | None
    ) -> list[StoredStatement]:
        """Statements among which are those of a document or with some actors."""
        if document is not None:
            return self._sight.standing(connection, standing_in([document]))
        if wanted and asking.serves(connection, self._moment) is not Serves.NOTHING:
            named = asking.statements_with(connection, min(wanted))
            return self._sight.standing(connection, standing_named(named))
        return self._sight.every

    def statement(self, key: str) -> StoredStatement:
        """The statement of that id, or what stands on its passage now if that reading is superseded.

        Raises:
            UnknownEntry: There is none.
        """
        found = self._named(key) or self._named(self.heirs([key]).get(key, ""))
        if not found:
            raise UnknownEntry(f"no statement {key!r} stands in the ledger; it may have been rejected")
        return found[0]

    def _named(self, statement: str) -> list[StoredStatement]:
        with self._sight.reading() as connection:
            return self._sight.standing(connection, standing_named([statement]))

    def records(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        start: date | None = None,
        end: date | None = None,
        page: Page | None = None,
    ) -> list[Record]:
        """The records, by date (undated last) and id.

        Args:
            kind: Only of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
            start: First day; only records that may fall on it or later. Undated records are left out.
            end: Day after the last; only records that may fall before it. Undated records are left out.
            page: Only a part of them, in its order; None for all.
        """
        return self._sight.records(Choice(kind, self._wanted(with_), start, end), page)

    def count(
        self,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        start: date | None = None,
        end: date | None = None,
    ) -> dict[str, int]:
        """How many records there are, by kind; see `records`."""
        return self._sight.count(Choice(kind, self._wanted(with_), start, end))

    def search(
        self,
        words: str,
        kind: str | None = None,
        *,
        with_: str | Collection[str] | None = None,
        between: tuple[date | None, date | None] = (None, None),
        most: int = 50,
    ) -> Found:
        """Records and documents that hold all the words; those in quotes stand side by side.

        Args:
            words: What to look for; accents, capitals and punctuation do not count.
            kind: Only records of this kind, and documents that tell of such.
            with_: Only with this actor, or all of these actors.
            between: The first day, and the day after the last, on which it may fall.
            most: How many of each.

        Raises:
            UsageError: A quote is not closed, or there is no word.
        """
        return self._sight.search(words, Choice(kind, self._wanted(with_), *between), most=most)

    def resolved(self, keep: Callable[[StoredStatement], bool]) -> Resolution:
        """What some of the statements alone are resolved into, with what persons decided about them.

        A record of the whole view may owe a value, or that two statements are one, to a document that must
        not be known to the one who asks, such as a document published after the day in question.

        Args:
            keep: Whether a statement counts.
        """
        return self._sight.resolved(s for s in self._sight.every if keep(s))

    def heirs(self, statements: Iterable[str]) -> dict[str, str]:
        """For statements that no longer stand: the ids of those that stand in their place."""
        named = list(statements)
        with self._sight.reading() as connection:
            near = load_statements(connection, self._moment, standing_in(homes_of(connection, named)))
            return {old: heir.id for old, heir in load_successors(connection, named, near).items()}

    def record(self, key: str) -> Record:
        """The record of that id, or the one that a statement of that id speaks of.

        Raises:
            UnknownEntry: There is none.
        """
        return self._sight.record_of(self.statement(key.removeprefix("r")).id)

    def conflicts(
        self, kind: str | None = None, *, with_: str | Collection[str] | None = None
    ) -> list[Conflict]:
        """What does not agree, inside records and between records of one series.

        Args:
            kind: Only between records of this kind.
            with_: Only those in which this actor, or all of these actors, take part.
        """
        return self._sight.conflicts(Choice(kind, self._wanted(with_)))

    def actors(self, records: Iterable[Record] | None = None) -> list[ActorCount]:
        """The actors that occur, most records first.

        Args:
            records: The records that count; None for all.
        """
        counts = self._all_actors if records is None else _counted(records)
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
        document, _ = self._document(passage.document)
        page = max(1, bisect_right(document.pages, passage.start)) if document.pages else None
        return Source(document, passage, self.passage_text(passage), page)

    def judgements(self, target: str | None = None) -> list[Judgement]:
        """The judgements recorded, oldest first.

        Args:
            target: Only those about the statement of this id.
        """
        return [j for j in self._sight.judged.judgements if target is None or j.target == target]

    @cached_property
    def as_read(self) -> dict[str, StoredStatement]:
        """Every statement of the latest readings by id, as it was read: also those that persons changed or rejected."""
        with self._sight.reading() as connection:
            return {s.id: self.naming.settled(s) for s in load_statements(connection, self._moment, EVERY)}

    def beginning(self, digits: str) -> dict[str, StoredStatement]:
        """Those of `as_read` whose ids begin so."""
        with self._sight.reading() as connection:
            found = load_statements(connection, self._moment, standing_beginning(digits))
        return {s.id: self.naming.settled(s) for s in found}

    def held(self) -> list[Held]:
        """What persons hold statements and their fields to be."""
        judged = self._sight.judged
        heirs = {old: new.id for old, new in judged.heirs.items()}
        named = {heirs.get(j.target, j.target) for j in judged.judgements}
        with self._sight.reading() as connection:
            read = load_statements(connection, self._moment, standing_named(named))
        about = {s.id: self.naming.settled(s) for s in read}
        return list(held(in_force(judged.judgements), about, heirs))

    def registered(self, sort: Sort) -> list[Registered]:
        """What was registered of one sort, oldest first; see `Ledger.register`."""
        with self._sight.reading() as connection:
            return [each for each in load_register(connection, self._moment) if each.sort == sort]

    def _wanted(self, with_: str | Collection[str] | None) -> frozenset[str]:
        """Ids of the actors that are asked for, whichever of their names was given."""
        names = () if with_ is None else (with_,) if isinstance(with_, str) else with_
        return frozenset(map(self.naming.of, names))

    @cached_property
    def copies(self) -> Copies:
        """Which of its documents are one source: copies of one text, texts of one agency or publisher."""
        return Copies(lambda key: self._document(key)[0], self.text)

    @property
    def naming(self) -> Naming:
        """Whom names and ids of actors mean: the register, and what persons decided about actors by then."""
        return self._sight.judged.naming

    def _load_document(self, document: str) -> tuple[StoredDocument, int]:
        with self._sight.reading() as connection:
            found = load_documents(connection, self._moment, [document])
        if not found:
            raise UnknownEntry(f"the ledger has no document {document!r}; list the documents to find its id")
        return found[0]

    def _load_text(self, document: str) -> str:
        known, edition = self._document(document)
        with self._sight.reading() as connection:
            return load_text(connection, known.id, edition)

    @cached_property
    def _documents(self) -> list[StoredDocument]:
        with self._sight.reading() as connection:
            return [document for document, _ in load_documents(connection, self._moment)]

    @cached_property
    def _all_actors(self) -> list[ActorCount]:
        with self._sight.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                return asking.actors(connection)
        return _counted(self._sight.whole.records)


def _counted(records: Iterable[Record]) -> list[ActorCount]:
    held: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for actor in record.actors():
            held[actor].append(record)
    return [
        ActorCount(actor, len(found), len(_documents_of(found)), _latest(found))
        for actor, found in held.items()
    ]


def _documents_of(records: Iterable[Record]) -> set[str]:
    return {document for record in records for document in record.documents()}


def _latest(records: Iterable[Record]) -> When | None:
    dates = [r.date for r in records if r.date is not None and r.modality == "actual"]
    return max(dates, key=lambda when: when.sort_key, default=None)
