"""Work on shares of items in several processes.

Laws: results come in the order of the shares; a worker that dies (killed for its memory, or brought down by a
document that its reader's C code trips over) costs at most the item that it was at; workers end with the process
that started them, however that one ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any, Generic, TypeVar

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""What the libraries of arithmetic ask how many threads to start."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Result]):
    """What workers do.

    Attributes:
        job: Makes of a share of items what came of them; a function or object that can be imported.
        lost: Says what came of an item on which a worker died.
    """

    job: Callable[[Sequence[Item]], list[Result]]
    lost: Callable[[Item], Result]


def in_order(
    work: Work[Item, Result], shares: Iterable[Sequence[Item]], *, workers: int
) -> Generator[list[Result], None, None]:
    """Do a job on each share.

    Args:
        work: The job, and what to say of an item that is lost.
        shares: The items, in portions that a worker takes at a time.
        workers: How many processes work; with one, this process does it by itself.

    Yields:
        The results of each share, in order.
    """
    left = deque(shares)
    if workers == 1 or not left:
        yield from map(work.job, left)
        return
    while left:
        try:
            for results in _pooled(work.job, list(left), workers):
                left.popleft()
                yield results
        except BrokenProcessPool:
            yield list(_one_by_one(work, left.popleft()))


def _pooled(
    job: Callable[[Sequence[Item]], list[Result]], shares: Sequence[Sequence[Item]], workers: int
) -> Iterator[list[Result]]:
    """Results in order, with at most twice as many shares on their way as there are workers."""
    with _pool(job, workers) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        rest = iter(shares)
        with _starting():
            waiting.extend(pool.submit(_do, share) for share in islice(rest, workers * 2))
        while waiting:
            results = waiting.popleft().result()
            waiting.extend(pool.submit(_do, share) for share in islice(rest, 1))
            yield results


def _one_by_one(work: Work[Item, Result], share: Sequence[Item]) -> Iterator[Result]:
    """The results of a share on which, or beside which, a worker died: each item alone, to know which it was."""
    left = deque(share)
    while left:
        try:
            for results in _pooled(work.job, [[item] for item in left], 1):
                left.popleft()
                yield from results
        except BrokenProcessPool:
            yield work.lost(left.popleft())


@contextmanager
def _pool(job: Callable[[Sequence[Any]], list[Any]], workers: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that end when the block ends, or this process.

    They start afresh: a forked copy of a process with threads (a progress bar has one) may hang.
    """
    context = get_context("spawn")
    line, end = context.Pipe(duplex=False)
    with line, end:
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(job, line))
        with pool:
            try:
                yield pool
            except BaseException:
                end.close()  # nobody waits for what they are at
                raise


@contextmanager
def _starting() -> Iterator[None]:
    """While workers are started, what they inherit: deaf to Ctrl+C, which is this process's to answer; without the
    user's own script, which would run anew in each; and with one thread for arithmetic each, for the workers
    already take the processors, and threads that fight over them cost more than they bring.
    """  # noqa: D205 (one sentence)
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    listens = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if listens else None
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        for name in unset:
            del os.environ[name]
        if listens:
            signal.signal(signal.SIGINT, before)


_job: Callable[[Sequence[Any]], list[Any]] | None = None
"""In a worker: its job. It is told once, and not with each share."""


def _start(job: Callable[[Sequence[Any]], list[Any]], line: Connection) -> None:
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_hang_on, args=(line,), daemon=True).start()


def _hang_on(line: Connection) -> None:
    """Wait for the end of the one who holds the other end of the line, and end with it."""
    line.poll(None)
    os._exit(1)


def _do(share: Sequence[Any]) -> list[Any]:
    if _job is None:
        raise RuntimeError("a worker was given a share before its job")
    return _job(share)
