"""`legation read` and `legation extract`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from legation.cli.keeping import tell_clock
from legation.cli.printing import (
    counted,
    out,
    print_json,
    print_line,
    print_table,
    progress_bar,
    tell,
)
from legation.documents import Document, LoadSettings, Source, find_sources
from legation.exchange.jsonl import to_row
from legation.keep import Kept, read, readings
from legation.ledger import Ledger

_OUTCOMES: Final = ("new", "reread", "unchanged", "unreadable")
_TOLD: Final = 20
"""Unreadable documents that are told one by one."""


def read_into(
    paths: Sequence[str], target: str, *, processes: int | None, private: bool, as_json: bool
) -> int:
    """Read documents into the ledger and print what became of them.

    Returns:
        The exit code.
    """
    settings = LoadSettings(allow_private_addresses=private)
    _sources(paths)
    with Ledger.open(target) as ledger:
        tell_clock(ledger)
        kept = list(keep(paths, ledger, processes=processes, settings=settings))
        kinds = Counter(s.kind for s in ledger.view().statements()) if kept else Counter()
    if as_json:
        print_json(
            {"documents": [_row(k) for k in kept], "ledger": target, "statements": dict(kinds.most_common())}
        )
    elif kept:
        print_kept(kept, kinds)
    return exit_code(kept)


def keep(
    paths: Sequence[str],
    ledger: Ledger,
    *,
    processes: int | None = None,
    settings: LoadSettings | None = None,
) -> Iterator[Kept]:
    """Read into a ledger with a progress bar on standard error."""
    with progress_bar() as bar:
        task = bar.add_task("reading", total=None)
        yield from read(
            paths,
            ledger,
            processes=processes,
            settings=settings,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def exit_code(kept: Sequence[Kept]) -> int:
    """0 where all could be read, 1 where some could not, 2 where there was nothing at all."""
    if not kept:
        return 2
    return 1 if any(k.outcome == "unreadable" for k in kept) else 0


def print_kept(kept: Sequence[Kept], kinds: Counter[str]) -> None:
    """Print what became of documents, and why some could not be read."""
    counts = Counter(k.outcome for k in kept)
    told = ", ".join(f"{counts[name]} {name}" for name in _OUTCOMES if counts[name])
    out.print(f"{counted(len(kept), 'document')}: {told}", markup=False)
    if kinds:
        print_table(
            "Statements in the ledger", ("kind", "statements"), kinds.most_common(), numbers=("statements",)
        )
    print_unreadable([k for k in kept if k.outcome == "unreadable"])


def print_unreadable(failed: Sequence[Kept]) -> None:
    """Print which documents could not be read, why, and what would do; the first of many."""
    if not failed:
        return
    rows = ((k.reason, k.message) for k in failed[:_TOLD])
    print_table("Could not be read", ("reason", "document, and what to do"), rows)
    if len(failed) > _TOLD:
        rest = len(failed) - _TOLD
        out.print(f"… and {rest} more; with --json all are told, and `legation show documents` lists them")


def extract_lines(paths: Sequence[str], *, processes: int | None, private: bool) -> int:
    """Print the statements of documents as JSON lines.

    Returns:
        The exit code.
    """
    sources = _sources(paths)
    settings = LoadSettings(allow_private_addresses=private)
    failed = seen = 0
    with progress_bar(shown=not out.is_terminal) as bar:
        task = bar.add_task("reading", total=len(sources))
        for reading in readings(sources, processes=processes, settings=settings):
            seen += 1
            bar.update(task, completed=min(seen, len(sources)))
            if isinstance(reading.document, Document):
                for statement in reading.statements:
                    print_line(to_row(reading.document, statement))
            else:
                failed += 1
                tell(reading.document.message)
    if not seen:
        return 2
    return 1 if failed else 0


def _sources(paths: Sequence[str]) -> list[Source]:
    """The files and addresses behind paths; a path that holds none is told."""
    found = []
    for path in paths:
        inside = list(find_sources(path))
        if not inside:
            tell(
                f"{path}: nothing to read there (empty, or only hidden files and ledgers); name another path"
            )
        found += inside
    return found


def _row(kept: Kept) -> dict[str, object]:
    row: dict[str, object] = {
        "name": kept.name,
        "address": kept.address,
        "outcome": kept.outcome,
        "statements": kept.statements,
        "id": kept.document,
    }
    if kept.reason:
        row |= {"reason": kept.reason, "message": kept.message}
    return row
