"""The main job up to the ledger: sources in, documents read, statements found, all of it recorded.

    sources → load → extract (these two on any number of processes) → ledger (one writer)

What a worker runs on its share is what one process runs on everything. A run that was killed goes on where it
stopped: what the ledger holds of the same bytes and the same reader is not read again. Addresses are fetched by
this process alone, after the files, so that no host is asked twice at a time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from legation.documents import Document, LoadSettings, Source, Unreadable, find_sources, load_source
from legation.errors import LegationError
from legation.ledger import Ledger
from legation.reading.extract import READER, read_all
from legation.reading.pipeline import require_pipeline
from legation.records import Statement
from legation.workers import Work, in_order

_SHARE = 12
"""Sources that a worker takes at a time."""
_WORTH_WORKERS = 30
"""Fewer sources than this are read faster by one process than workers take to start."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one document.

    Attributes:
        name: Its name.
        address: Path or address.
        outcome: ``new``, ``unchanged``, ``reread`` (by a newer reader) or ``unreadable``.
        statements: How many statements stand for it now.
        reason: One word why it could not be read, for an unreadable one.
        message: A sentence for the user, for an unreadable one.
        document: Its id.
    """

    name: str
    address: str
    outcome: Literal["new", "unchanged", "reread", "unreadable"]
    statements: int
    document: str
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one document gave; no statements where it could not be read, or needed no reading.

    Attributes:
        document: The document, or the entry that says why it could not be read.
        statements: What was found in it.
    """

    document: Document | Unreadable
    statements: tuple[Statement, ...] = ()


def read(
    paths: Iterable[str | Path],
    ledger: Ledger,
    *,
    processes: int | None = None,
    settings: LoadSettings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Kept]:
    """Read files, folders, patterns and addresses into a ledger.

    Args:
        paths: What to read; folders recursively.
        ledger: An open ledger.
        processes: How many processes read; None for one a processor, and one in all for few files.
        settings: The limits that hold while documents are read and fetched.
        progress: Called with the number of sources done and the number of all.

    Yields:
        What became of each document, in the order of the sources but addresses last, as it
        is recorded.

    Raises:
        LedgerError: The ledger cannot be written.
        LegationError: The language pipeline is missing, or will not do.
    """
    require_pipeline()
    own = os.path.realpath(ledger.place)
    sources = [source for path in paths for source in find_sources(path) if not _is_own(source, own)]
    total, done = len(sources), 0
    job = _Job(ledger.read_by(READER), settings or LoadSettings())
    if progress:
        progress(done, total)
    with closing(_results(sources, job, _workers(processes, sources))) as found:
        for share, results in found:
            for result in results:
                yield _record(ledger, result)
            done += share
            if progress:
                progress(done, total)


def readings(
    sources: Sequence[Source], *, processes: int | None = None, settings: LoadSettings | None = None
) -> Iterator[Reading]:
    """Load and read sources without a ledger, in order but addresses last.

    Args:
        sources: What `legation.documents.find_sources` found.
        processes: How many processes read; None for as many as are worth it.
        settings: The limits that hold while documents are read and fetched.

    Raises:
        LegationError: The language pipeline is missing, or will not do.
    """
    require_pipeline()
    job = _Job(frozenset(), settings or LoadSettings())
    with closing(_results(sources, job, _workers(processes, sources))) as found:
        for _, results in found:
            yield from results


@dataclass(frozen=True, slots=True)
class _Job:
    """What every worker must know: the documents that need no reading, and the limits."""

    known: frozenset[str]
    settings: LoadSettings

    def __call__(self, share: Sequence[Source]) -> list[Reading]:
        """Load and read a share of the sources."""
        loaded = [document for source in share for document in load_source(source, settings=self.settings)]
        fresh = {d.id: d for d in loaded if isinstance(d, Document) and d.id not in self.known}
        found = _found(list(fresh.values()))
        return [_reading(d, found.get(d.id, ())) for d in loaded]


def _reading(document: Document | Unreadable, found: tuple[Statement, ...] | Exception) -> Reading:
    """What reading a document gave; the same bytes at two addresses are read once and told twice."""
    if isinstance(document, Document) and isinstance(found, Exception):
        return Reading(_failed(document, found))
    return Reading(document, () if isinstance(found, Exception) else found)


def _found(documents: list[Document]) -> dict[str, tuple[Statement, ...] | Exception]:
    """What was found in each document, by id.

    Law 8 of the design is held here: a document on which the reader fails becomes an entry with its reason, and
    the others go on. They are read together; only where that fails, one by one, to know which it was.

    Raises:
        LegationError: The language pipeline cannot be loaded, which is no document's fault.
    """
    try:
        return {document.id: tuple(found) for document, found in read_all(documents)}
    except Exception as error:
        if type(error) is LegationError:
            raise
        if len(documents) == 1:
            return {documents[0].id: error}
    return {key: found for document in documents for key, found in _found([document]).items()}


def _failed(document: Document, error: Exception) -> Unreadable:
    message = (
        f"{document.address}: the reader failed on it ({type(error).__name__}: {error}); "
        "please report it with the document"
    )
    return Unreadable(
        document.id, document.name, document.address, "reader_failed", message, document.read_at
    )


def _lost(source: Source) -> Reading:
    message = f"{source.address}: the program ended while reading it; please report it with the document"
    name, key = Path(source.address).stem, hashlib.sha256(os.fsencode(source.address)).hexdigest()
    return Reading(Unreadable(key, name, source.address, "reader_failed", message, read_at=datetime.now(UTC)))


def _is_own(source: Source, ledger: str) -> bool:
    """Whether a file found in a folder is the ledger that is being written."""
    return source.searched and os.path.realpath(source.address) == ledger


def _workers(processes: int | None, sources: Sequence[Source]) -> int:
    if processes is not None:
        return max(1, processes)
    return 1 if len(sources) < _WORTH_WORKERS else os.cpu_count() or 1


def _results(
    sources: Sequence[Source], job: _Job, workers: int
) -> Generator[tuple[int, list[Reading]], None, None]:
    """How many sources are in each share, and what came of them."""
    files = [source for source in sources if not source.is_web]
    shares = [files[i : i + _SHARE] for i in range(0, len(files), _SHARE)]
    with closing(in_order(Work(job, _lost), shares, workers=workers)) as found:
        yield from ((len(share), results) for share, results in zip(shares, found, strict=True))
    for source in sources:
        if source.is_web:
            yield 1, job([source])


def _record(ledger: Ledger, result: Reading) -> Kept:
    document = result.document
    if isinstance(document, Unreadable):
        known = ledger.add_unreadable(document)
        if known.statements:  # a table that was imported
            return Kept(document.name, document.address, "unchanged", known.statements, document.id)
        return Kept(
            document.name, document.address, "unreadable", 0, document.id, document.reason, document.message
        )
    added = ledger.add(document, result.statements, reader=READER)
    return Kept(document.name, document.address, added.outcome, added.statements, document.id)
