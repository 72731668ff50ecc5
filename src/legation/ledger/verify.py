"""Is a ledger whole? Hashes, chain and references, looked at from the first entry to the last.

Law held here: looking changes nothing, and one broken entry does not hide the next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from legation.ledger import chain
from legation.ledger.chain import SEALED, TOGETHER, Content, Seal
from legation.ledger.schema import CONTENTS, DOCUMENTS, ENTRIES, JUDGEMENTS, READINGS, REGISTER, STATEMENTS

Progress = Callable[[int, int], None]
"""Told how many entries were looked at, of how many."""

_FIRST, _LAST = "", "~"
"""Before and behind every moment."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was recorded.

    Attributes:
        entry: Number of the entry, or None where no one entry is concerned.
        what: A sentence that names it.
    """

    entry: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was looked at and what was found.

    Attributes:
        entries: How many entries the chain has.
        rows: How many rows they sealed.
        seal: The newest seal; note it elsewhere, and a forged chain shows.
        problems: What is not as it was recorded, first entry first.
    """

    entries: int
    rows: int
    seal: str
    problems: tuple[Problem, ...]


def verify(
    connection: Connection, *, noted: str | None = None, progress: Progress | None = None
) -> Soundness:
    """Look at everything that a ledger holds.

    Args:
        connection: A transaction that reads.
        noted: A seal that was noted earlier, or its first digits; it must be in the chain.
        progress: Is told how far the work is.
    """
    last = chain.last_seal(connection)
    rows = int(connection.execute(select(func.coalesce(func.sum(ENTRIES.c.added), 0))).scalar() or 0)
    problems = [
        *_engine_problems(connection),
        *_chain_problems(connection, last.number if last else 0, progress),
        *_strangers(connection, rows),
        *_content_problems(connection),
        *_reference_problems(connection),
        *_noted_problems(connection, noted),
    ]
    return Soundness(
        last.number if last else 0, rows, last.seal if last else chain.BEGINNING, tuple(problems)
    )


def _engine_problems(connection: Connection) -> Iterator[Problem]:
    """What SQLite itself finds in its pages and indices."""
    if connection.dialect.name != "sqlite":
        return
    for (word,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if word != "ok":
            yield Problem(None, f"the file's pages are damaged ({word})")


def _chain_problems(connection: Connection, total: int, progress: Progress | None) -> Iterator[Problem]:
    before: Seal | None = None
    for batch in _batches(connection):
        first = _FIRST if before is None else _after(before.recorded_at)
        last = _LAST if batch[-1].number >= total else batch[-1].recorded_at
        found = {content.recorded_at: content for content in chain.contents(connection, first, last)}
        for seal in batch:
            yield from _seal_problems(connection, seal, before, found.pop(seal.recorded_at, None))
            before = seal
        for moment in sorted(found):
            yield Problem(
                None, f"what was recorded at {moment} belongs to no entry of the chain: it was put in"
            )
        if progress:
            progress(batch[-1].number, total)


def _batches(connection: Connection) -> Iterator[list[Seal]]:
    at = -1
    query = select(ENTRIES).order_by(ENTRIES.c.number).limit(TOGETHER)
    while rows := connection.execute(query.where(ENTRIES.c.number > at)).mappings().all():
        yield [chain.seal_of(row) for row in rows]
        at = int(rows[-1]["number"])


def _after(moment: str) -> str:
    return moment + "~"


def _seal_problems(
    connection: Connection, seal: Seal, before: Seal | None, content: Content | None
) -> Iterator[Problem]:
    number = before.number + 1 if before else 1
    about = f"entry {seal.number} of {seal.recorded_at}"
    if seal.number != number:
        yield Problem(number, f"entry {number} is gone: entry {seal.number} follows on {number - 1}")
    if content is None:
        yield Problem(seal.number, f"{about}: all that it recorded is gone")
        return
    told = f"{about} ({_told(connection, seal.recorded_at)})"
    if content.digest != seal.digest:
        count = f"{seal.added} rows were recorded, {len(content.rows)} are there"
        changed = "a row was changed" if len(content.rows) == seal.added else count
        yield Problem(seal.number, f"{told}: it is not as it was recorded; {changed}")
    elif content.sealed_after(before).seal != seal.seal:
        yield Problem(
            seal.number, f"{told}: its seal does not follow from the entry before; the chain was cut here"
        )


def _told(connection: Connection, moment: str) -> str:
    """What an entry is about, for a person."""
    name = connection.execute(select(DOCUMENTS.c.name).where(DOCUMENTS.c.recorded_at == moment)).scalar()
    if name is not None:
        return f"document {name}"
    reading = select(READINGS.c.document).where(READINGS.c.recorded_at == moment)
    if document := connection.execute(reading).scalar():
        return f"a reading of document {str(document)[:12]}"
    judgement = (
        connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.recorded_at == moment)).mappings().first()
    )
    if judgement:
        return f"{judgement['verb']} by {judgement['judge']}"
    said = connection.execute(select(REGISTER).where(REGISTER.c.recorded_at == moment)).mappings().first()
    return f"{said['sort']} by {said['by']}" if said else "a further address of a document"


def _strangers(connection: Connection, sealed: int) -> Iterator[Problem]:
    """Rows that hang on no entry, which a look by moments does not meet."""
    counts = {table.name: _count(connection, table) for table in SEALED}
    if (there := sum(counts.values())) != sealed:
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        yield Problem(None, f"the entries sealed {sealed} rows, and the tables hold {there} ({told})")


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


def _content_problems(connection: Connection) -> Iterator[Problem]:
    """Bytes that are not what their name, which is their hash, says; documents without bytes."""
    for row in _streamed(connection, select(CONTENTS)):
        if hashlib.sha256(row["content"]).hexdigest() != row["document"]:
            yield Problem(None, f"the bytes of document {row['document'][:12]} are not those that were read")
    kept = select(CONTENTS.c.document).where(CONTENTS.c.document == DOCUMENTS.c.id)
    readable = select(DOCUMENTS.c.name).where(DOCUMENTS.c.status == "readable", ~kept.exists())
    for row in _streamed(connection, readable):
        yield Problem(None, f"the bytes of document {row['name']} are gone")


def _reference_problems(connection: Connection) -> Iterator[Problem]:
    """Statements of no reading, or that quote behind the end of their document; readings of no document."""
    query = (
        select(STATEMENTS.c.id, STATEMENTS.c.kind, STATEMENTS.c.start, STATEMENTS.c.end, READINGS.c.document)
        .outerjoin(READINGS, STATEMENTS.c.reading == READINGS.c.id)
        .outerjoin(
            DOCUMENTS, (READINGS.c.document == DOCUMENTS.c.id) & (READINGS.c.edition == DOCUMENTS.c.edition)
        )
        .where(
            READINGS.c.id.is_(None)
            | DOCUMENTS.c.id.is_(None)
            | (STATEMENTS.c.start < 0)
            | (STATEMENTS.c.end <= STATEMENTS.c.start)
            | (STATEMENTS.c.end > func.length(DOCUMENTS.c.text))
        )
    )
    for row in _streamed(connection, query):
        yield Problem(
            None, f"the {row['kind']} {row['id']} quotes [{row['start']}:{row['end']}] of no known text"
        )


def _streamed(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    with closing(connection.execute(query.execution_options(yield_per=200))) as rows:
        yield from rows.mappings()


def _noted_problems(connection: Connection, noted: str | None) -> Iterator[Problem]:
    if noted is None:
        return
    known = select(ENTRIES.c.number).where(ENTRIES.c.seal.startswith(noted.lower(), autoescape=True))
    if len(noted) < 8 or connection.execute(known).first() is None:
        yield Problem(
            None, f"no entry has the noted seal {noted}: this is another ledger, or its chain was forged anew"
        )
