"""The main job up to the ledger: sources in, documents read, statements found, all of it recorded.

    sources → load → extract (these two on any number of processes) → ledger (one writer)

What a worker runs on its share is what one process runs on everything. A run that was killed goes on where it
stopped: what the ledger holds of the same bytes and the same reader is not read again.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from legation.documents import Document, LoadSettings, Source, Unreadable, find_sources, load_source
from legation.ledger import Ledger
from legation.reading.extract import READER, read_all
from legation.records import Statement

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
        What became of each document, in the order of the sources, as it is recorded.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    sources = [source for path in paths for source in find_sources(path)]
    known = frozenset(s.id for s in ledger.view().documents(status="readable") if ledger.has(s.id, READER))
    shares = [sources[i : i + _SHARE] for i in range(0, len(sources), _SHARE)]
    done = 0
    job = _Job(known, settings or LoadSettings())
    for share, results in zip(shares, _results(shares, job, _workers(processes, sources)), strict=True):
        for result in results:
            yield _record(ledger, result)
        done += len(share)
        if progress:
            progress(done, len(sources))


def readings(
    sources: Sequence[Source], *, processes: int | None = None, settings: LoadSettings | None = None
) -> Iterator[Reading]:
    """Load and read sources without a ledger, in order.

    Args:
        sources: What `legation.documents.find_sources` found.
        processes: How many processes read; None for as many as are worth it.
        settings: The limits that hold while documents are read and fetched.
    """
    shares = [sources[i : i + _SHARE] for i in range(0, len(sources), _SHARE)]
    for results in _results(
        shares, _Job(frozenset(), settings or LoadSettings()), _workers(processes, sources)
    ):
        yield from results


@dataclass(frozen=True, slots=True)
class _Job:
    """What every worker must know: the documents that need no reading, and the limits."""

    known: frozenset[str]
    settings: LoadSettings

    def __call__(self, share: Sequence[Source]) -> list[Reading]:
        """Load and read a share of the sources."""
        loaded = [document for source in share for document in load_source(source, settings=self.settings)]
        fresh = [d for d in loaded if isinstance(d, Document) and d.id not in self.known]
        found = _found(fresh)
        return [found.get(d.id) or Reading(d) for d in loaded]


def _found(documents: list[Document]) -> dict[str, Reading]:
    """What was found in each document, by id.

    Law 8 of the design is held here: a document on which the reader fails becomes an entry with its reason, and
    the others go on. They are read together; only where that fails, one by one, to know which it was.
    """
    try:
        return {document.id: Reading(document, tuple(found)) for document, found in read_all(documents)}
    except Exception as error:  # noqa: BLE001 (whatever a finder trips over must not cost the other documents)
        if len(documents) == 1:
            return {documents[0].id: Reading(_failed(documents[0], error))}
    return {key: reading for document in documents for key, reading in _found([document]).items()}


def _failed(document: Document, error: Exception) -> Unreadable:
    message = f"the reader failed on it ({type(error).__name__}: {error}); please report it with the document"
    return Unreadable(
        document.id, document.name, document.address, "reader_failed", message, document.read_at
    )


def _workers(processes: int | None, sources: Sequence[Source]) -> int:
    if processes is not None:
        return max(1, processes)
    return 1 if len(sources) < _WORTH_WORKERS else os.cpu_count() or 1


def _results(shares: Sequence[Sequence[Source]], job: _Job, workers: int) -> Iterator[list[Reading]]:
    if workers == 1:
        yield from map(job, shares)
        return
    # Workers start afresh: a forked copy of a process with threads (a progress bar has one) may hang.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        rest = iter(shares)
        waiting.extend(pool.submit(job, share) for share in islice(rest, workers * 2))
        while waiting:
            results = waiting.popleft().result()
            waiting.extend(pool.submit(job, share) for share in islice(rest, 1))
            yield results


def _record(ledger: Ledger, result: Reading) -> Kept:
    document = result.document
    if isinstance(document, Unreadable):
        ledger.add_unreadable(document)
        return Kept(
            document.name, document.address, "unreadable", 0, document.id, document.reason, document.message
        )
    added = ledger.add(document, result.statements, reader=READER)
    return Kept(document.name, document.address, added.outcome, added.statements, document.id)
