"""The ledger: where documents, statements and judgements are written, and never changed.

Laws held here: the ledger only appends; reading the same bytes again with the same reader changes nothing;
a later reader's statements retract the earlier ones by closing their interval; what is written together
stands together, so a killed run leaves whole documents only; every entry has a recorded moment of its own,
later than those of all entries before it, whatever the computer's clock does, and a seal that takes in the
entry before it (see `legation.ledger.chain`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert

from legation.documents.document import Document, Unreadable
from legation.errors import LedgerError
from legation.ledger import chain, codec, judging
from legation.ledger.engine import Access, Database, open_database
from legation.ledger.entries import (
    Entry,
    Reading,
    all_read_by,
    count_standing,
    document_row,
    latest_edition,
    latest_moment,
    latest_reader,
    refuse_strangers,
    standing_rows,
    unreadable_row,
    was_read,
)
from legation.ledger.loading import registered_of
from legation.ledger.projection.current import Progress as Projecting
from legation.ledger.projection.current import bring_forward
from legation.ledger.record import Added, Judgement, Registered, Sort, Verb
from legation.ledger.schema import JUDGEMENTS, REGISTER
from legation.ledger.verify import Progress, Soundness, verify
from legation.ledger.view import View
from legation.records import Statement

Clock = Callable[[], datetime]
_TOGETHER = 200
"""Documents that are recorded in one transaction where many are."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open ledger; use it as a context manager or call `close`.

    Example:
        >>> with Ledger.open(":memory:") as ledger:
        ...     ledger.view().documents()
        []
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @classmethod
    def open(
        cls,
        target: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        patience: float = 30.0,
        clock: Clock = _utc_now,
    ) -> Self:
        """Open a ledger, making it or bringing its tables forward where needed.

        Args:
            target: A path, ``:memory:``, or a ``postgresql`` address.
            create: Make the ledger where there is none.
            read_only: Refuse to write.
            patience: Seconds to wait for another writer.
            clock: Tells the moment at which an entry is recorded, in UTC.

        Raises:
            LedgerError: It is missing, no ledger, newer than this Legation, or cannot be used.
        """
        return cls(open_database(target, Access(create, read_only, patience)), clock)

    @property
    def place(self) -> str:
        """Path or address of the ledger; without passwords."""
        return self._database.place

    def close(self) -> None:
        """Give back the connections; views of this ledger end with it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def has(self, document: str, reader: str) -> bool:
        """Whether these bytes were read by this reader.

        Args:
            document: SHA-256 of the bytes.
            reader: Name and version of the reader.
        """
        with self._database.reading() as connection:
            return was_read(connection, document, reader)

    def read_by(self, reader: str) -> frozenset[str]:
        """The documents that a reader has read, by SHA-256 of their bytes.

        Args:
            reader: Name and version of the reader.
        """
        with self._database.reading() as connection:
            return all_read_by(connection, reader)

    def reader_of(self, document: str) -> str | None:
        """The reader whose statements of these bytes stand, or None where they were not read.

        Args:
            document: SHA-256 of the bytes.
        """
        with self._database.reading() as connection:
            return latest_reader(connection, document)

    def rows_at(self, address: str, *, but: str) -> dict[str, str]:
        """The rows that stand of tables that were seen at an address: the words of each, by the id of its statement.

        Args:
            address: The path of the file.
            but: SHA-256 of the bytes that do not count.
        """
        with self._database.reading() as connection:
            return standing_rows(connection, address, but=but)

    def add(
        self,
        document: Document,
        statements: Iterable[Statement],
        *,
        reader: str,
        replaces: Collection[str] = (),
    ) -> Added:
        """Record a document and what a reader found in it, all or nothing.

        Args:
            document: The document.
            statements: What was found; their quotes lie in this document.
            reader: Name and version of the reader.
            replaces: Ids of statements of other documents that stand no longer, as rows of a table that was changed.

        Raises:
            LedgerError: A statement quotes another document, or the ledger cannot be written.
        """
        found = list(statements)
        refuse_strangers(document, found)
        with self._database.writing() as connection:
            return self._add(connection, document, found, reader=reader, replaces=replaces)

    def add_all(
        self, read: Iterable[tuple[Document, Iterable[Statement]]], *, reader: str
    ) -> Iterator[Added]:
        """Record many documents, each an entry of its own, some hundred in one transaction.

        A run that is killed loses those of the transaction under way, and can be begun again.

        Args:
            read: The documents, each with what was found in it.
            reader: Name and version of the reader.

        Raises:
            LedgerError: A statement quotes another document, or the ledger cannot be written.
        """
        waiting = iter(read)
        while part := [(document, list(found)) for document, found in islice(waiting, _TOGETHER)]:
            for document, found in part:
                refuse_strangers(document, found)
            with self._database.writing() as connection:
                added = [self._add(connection, document, found, reader=reader) for document, found in part]
            yield from added

    def _add(
        self,
        connection: Connection,
        document: Document,
        found: list[Statement],
        *,
        reader: str,
        replaces: Collection[str] = (),
    ) -> Added:
        entry = Entry(connection, self._now(connection))
        entry.see(document)
        if was_read(connection, document.id, reader):
            entry.close()
            return Added(document.id, "unchanged", count_standing(connection, document.id))
        entry.keep_content(document)
        reading = Reading(document.id, entry.add_edition(document_row(document)), reader)
        reread, count = entry.add_reading(reading, found, replaces=replaces)
        entry.close()
        return Added(document.id, "reread" if reread else "new", count, len(replaces))

    def bring_forward(self, progress: Projecting | None = None) -> None:
        """Make what is kept of records current; a view that is asked for records does so itself.

        Args:
            progress: Is told what is being done, how much of it is done, and of how much.

        Raises:
            LedgerError: The file may not be written, or another writer does not end.
        """
        bring_forward(self._database, progress)

    def add_unreadable(self, unreadable: Unreadable) -> Added:
        """Record that a document could not be read, and why; doing so again changes nothing.

        Nor does it where the bytes were read by a reader of another kind, as a table is by `legation import`.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        with self._database.writing() as connection:
            entry = Entry(connection, self._now(connection))
            before = latest_edition(connection, unreadable.id)
            entry.see(unreadable)
            standing = count_standing(connection, unreadable.id) if unreadable.reason == "unsupported" else 0
            if standing:
                entry.close()
                return Added(unreadable.id, "unchanged", standing)
            edition = entry.add_edition(unreadable_row(unreadable))
            entry.close()
        if before is None:
            return Added(unreadable.id, "new", 0)
        return Added(unreadable.id, "unchanged" if before["edition"] == edition else "reread", 0)

    def judge(
        self,
        verb: Verb,
        target: str,
        *,
        by: str,
        why: str = "",
        payload: Mapping[str, object] | None = None,
    ) -> Judgement:
        """Record what a person decided.

        Args:
            verb: What was decided.
            target: Id of a statement or record, or, for ``undo``, of a judgement; decisions about actors name
                theirs in the payload.
            by: Who decided.
            why: Why.
            payload: What the verb needs (see `Judgement.payload`); field values are as in `Statement.fields`.

        Raises:
            LedgerError: There is no such target, the payload lacks what the verb needs, or nobody is named.
            RecordError: A corrected value does not fit its field.
        """
        _check_named(by)
        with self._database.writing() as connection:
            row = judging.judgement_row(connection, verb, target, dict(payload or {}))
            now = self._now(connection)
            row |= {"judge": by, "why": why, "recorded_at": now}
            row["id"] = codec.digest(
                *(row[key] for key in ("verb", "target", "payload", "judge", "recorded_at"))
            )
            connection.execute(insert(JUDGEMENTS), row)
            chain.seal(connection, now)
        return judging.judgement_of(row)

    def register(
        self, sort: Sort, payload: Mapping[str, object], *, by: str, about: str | None = None, why: str = ""
    ) -> Registered:
        """Record what was said about what is to come: a forecast, its outcome by a person, an alert.

        Args:
            sort: What it is.
            payload: What is said, fit for JSON; its form is that of who says it (see `legation.foresight`).
            by: Who says it.
            about: What it is about.
            why: Why.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        with self._database.writing() as connection:
            now = self._now(connection)
            row = {"sort": sort, "about": about, "payload": codec.dump(payload), "by": by, "why": why}
            row |= {"id": codec.digest(*row.values(), now), "recorded_at": now}
            connection.execute(insert(REGISTER), row)
            chain.seal(connection, now)
        return registered_of(row)

    def behind(self) -> timedelta:
        """How far the computer's clock lies behind the newest entry; nothing where it does not.

        Such a clock was set back, or that of the computer that wrote last was ahead. Entries go on in order, a
        microsecond apart, until it has caught up.
        """
        with self._database.reading() as connection:
            latest = codec.parse_moment(latest_moment(connection))
        return max(latest - self._clock(), timedelta())

    def verify(self, *, noted: str | None = None, progress: Progress | None = None) -> Soundness:
        """Look at everything that is recorded: hashes, chain and references.

        Args:
            noted: A seal that was noted earlier, or its first digits (eight at least); it must be in the chain.
            progress: Is told how many entries were looked at, of how many.
        """
        with self._database.reading() as connection:
            return verify(connection, noted=noted, progress=progress)

    def view(self, as_of: datetime | None = None) -> View:
        """The ledger as it was known at a moment.

        The view stands still: what is recorded after it was made does not show in it.

        Args:
            as_of: The moment on the recorded clock, with its time zone; None for now.
        """
        with self._database.reading() as connection:
            latest = latest_moment(connection)
        moment = latest if as_of is None else min(latest, codec.moment_text(as_of))
        return View(self._database, as_of, moment)

    def _now(self, connection: Connection) -> str:
        """The recorded moment of the entry being written: later than all before it."""
        now = codec.moment_text(self._clock())
        latest = latest_moment(connection)
        if now > latest:
            return now
        return codec.moment_text(codec.parse_moment(latest) + timedelta(microseconds=1))


def _check_named(by: str) -> None:
    if not by.strip():
        raise LedgerError("a judgement needs a name: say who decides (--by NAME, or LEGATION_USER)")
