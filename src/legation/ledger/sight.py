"""What lies open to a view: statements and records of its moment, by the projection where that serves, else by the entries.

Law held here: both ways give the same, record for record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from itertools import islice
from threading import local

from sqlalchemy import ColumnElement, Connection

from legation.errors import LedgerError
from legation.ledger.engine import Database
from legation.ledger.judged import Judged, judged_at
from legation.ledger.loading import (
    EVERY,
    load_documents,
    load_sources,
    load_statements,
    load_text,
    standing_in,
    standing_named,
)
from legation.ledger.lookup import Lookup
from legation.ledger.projection import asking, gathering
from legation.ledger.projection.asking import Choice, Serves
from legation.ledger.projection.current import bring_forward
from legation.ledger.projection.placing import components_of
from legation.ledger.projection.texts import plain_words, words_in
from legation.ledger.record import Conflict, Page, Record, StoredDocument, StoredStatement
from legation.ledger.resolve import Resolution, resolve
from legation.ledger.search import DocumentHit, Found, Phrase, hit_of, holds, phrases_of

_LOOKED_AT = 200
"""Of what holds the words, so many of the latest recorded are looked at."""
_NEVER = (date.min, date.min, "")


class Sight:
    """The statements and records of one moment."""

    def __init__(self, database: Database, moment: str) -> None:
        self._database = database
        self._moment = moment
        self._was_brought_forward = False
        self._held = local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads; what is asked inside one is asked in the same."""
        held = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        with self._database.reading() as connection:
            self._held.connection = connection
            try:
                yield connection
            finally:
                del self._held.connection

    @contextmanager
    def asked(self) -> Iterator[tuple[Connection, Serves]]:
        """A transaction that reads, and how the projection serves in it; once, it is brought up to the entries."""
        with self.reading() as connection:
            serves = asking.serves(connection, self._moment)
        if serves is Serves.NOTHING and not self._database.fixed and not self._was_brought_forward:
            self._was_brought_forward = True
            with suppress(LedgerError):
                bring_forward(self._database)
        with self.reading() as connection:
            yield connection, asking.serves(connection, self._moment)

    @cached_property
    def judged(self) -> Judged:
        """What persons had decided."""
        with self.reading() as connection:
            return judged_at(connection, self._moment)

    @cached_property
    def lookup(self) -> Lookup:
        """Answers by the projection."""
        return Lookup(self._moment, self.judged)

    def standing(self, connection: Connection, only: Sequence[ColumnElement[bool]]) -> list[StoredStatement]:
        """The statements that stand, by document and place; see `legation.ledger.loading.load_statements`."""
        return self.judged.of(load_statements(connection, self._moment, only))

    @cached_property
    def every(self) -> list[StoredStatement]:
        """All statements that stand."""
        with self.reading() as connection:
            return self.standing(connection, EVERY)

    @cached_property
    def whole(self) -> Resolution:
        """All of them resolved."""
        return self.resolved(self.every)

    def resolved(self, statements: Iterable[StoredStatement]) -> Resolution:
        """Some of them resolved, as if there were no others."""
        kept = list(statements)
        with self.reading() as connection:
            sources = load_sources(connection, self._moment, {s.document for s in kept})
            return resolve(kept, self.judged.pairs, sources=sources)

    def records(self, choice: Choice, page: Page | None = None) -> list[Record]:
        """The records of a choice, by date (undated last) and id, or a part of them."""
        with self.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                return self.lookup.records(connection, choice, page)
            near = self._near(connection, serves, choice)
        return _part([record for record in near.records if choice.admits(record)], page)

    def count(self, choice: Choice) -> dict[str, int]:
        """How many records there are of a choice, by kind."""
        with self.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                return asking.count(connection, choice)
        return dict(Counter(record.kind for record in self.records(choice)))

    def record_of(self, statement: str) -> Record:
        """The record that a statement that stands speaks of."""
        with self.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                return self.lookup.record_of(connection, statement)
            if serves is Serves.NOTHING:
                return self._whole_by_statement[statement]
            near = self._resolved_in(connection, components_of(connection, [statement]).values())
        return next(r for r in near.records if statement in (s.id for s in r.statements))

    def conflicts(self, choice: Choice) -> list[Conflict]:
        """What does not agree inside records of a choice, and between them and others."""
        with self.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                return self.lookup.conflicts(connection, choice)
        actors = {record.id: record.actors() for record in self.whole.records}
        return [
            c
            for c in (*(c for r in self.whole.records for c in r.conflicts), *self.whole.conflicts)
            if choice.kind in (None, c.kind)
            and choice.actors <= frozenset(actor for key in c.records for actor in actors[key])
        ]

    def search(self, asked: str, choice: Choice, *, most: int) -> Found:
        """Records of a choice, and documents that tell of such, that hold the words asked for; the latest first."""
        phrases = phrases_of(asked)
        with self.asked() as (connection, serves):
            if serves is Serves.RECORDS:
                found = self.lookup.holding(connection, phrases, choice, most=_LOOKED_AT)
                chosen = list(islice(found, most + 1))
                homes = asking.editions_holding(connection, phrases, most=_LOOKED_AT)
                known = load_documents(connection, self._moment, homes)
                documents = [(d, edition) for d, edition in known if homes[d.id] == edition]
                is_all = len(homes) < _LOOKED_AT
            else:
                holding = (r for r in self.whole.records if any(_says(s, phrases) for s in r.statements))
                chosen = newest_first(record for record in holding if choice.admits(record))
                documents, is_all = load_documents(connection, self._moment), True
            hits = list(islice(self._hits(connection, phrases, choice, documents), most + 1))
        is_all = is_all and max(len(chosen), len(hits)) <= most
        return Found(tuple(chosen[:most]), tuple(hits[:most]), is_all)

    def _hits(
        self,
        connection: Connection,
        phrases: Sequence[Phrase],
        choice: Choice,
        documents: Iterable[tuple[StoredDocument, int]],
    ) -> Iterator[DocumentHit]:
        """Documents whose text holds all phrases, if they tell of such as is chosen; the latest published first."""
        told: set[str] | None = None
        if choice != Choice():
            near = self.standing(connection, standing_in(document.id for document, _ in documents))
            told = {stored.document for stored in near if choice.admits_statement(stored)}
        for document, edition in sorted(documents, key=_published, reverse=True):
            if told is None or document.id in told:
                text = load_text(connection, document.id, edition)
                words = list(words_in(text))
                head = words_in("\n".join(filter(None, (document.title, document.name, document.publisher))))
                if holds((word.plain for word in (*head, *words)), phrases):
                    yield hit_of(document, text, words, phrases)

    def _near(self, connection: Connection, serves: Serves, choice: Choice) -> Resolution:
        """A resolution that has the records of a choice right, whatever else is in it."""
        if serves is Serves.NOTHING or not choice.actors:
            return self.whole
        return self._resolved_in(
            connection, asking.components_with(connection, min(choice.actors), choice.kind)
        )

    def _resolved_in(self, connection: Connection, components: Iterable[int]) -> Resolution:
        """The statements of components resolved, with those of their documents that bear on how they are read."""
        named = gathering.with_siblings(connection, gathering.statements_in(connection, components))
        return self.resolved(self.standing(connection, standing_named(named)))

    @cached_property
    def _whole_by_statement(self) -> dict[str, Record]:
        return {s.id: r for r in self.whole.records for s in r.statements}


def _says(stored: StoredStatement, phrases: Sequence[Phrase]) -> bool:
    return holds(plain_words(stored.statement), phrases)


def _published(found: tuple[StoredDocument, int]) -> tuple[bool, object, str]:
    document, _ = found
    when = document.published
    return when is not None, when.sort_key if when else (), document.id


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Records by date, the latest first, undated ones last."""
    found = sorted(records, key=lambda r: r.id)
    return sorted(found, key=lambda r: (r.date is not None, r.date.sort_key if r.date else ()), reverse=True)


def _part(found: list[Record], page: Page | None) -> list[Record]:
    if page is None:
        return found
    if page.newest_first:
        found = sorted(found, key=lambda r: r.date.sort_key if r.date else _NEVER, reverse=True)
    return found[page.skip : page.skip + page.size]
