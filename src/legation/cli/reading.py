"""`legation read` and `legation extract`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from legation.cli.printing import err, out, print_json, print_line, print_table
from legation.documents import Document, LoadSettings, find_sources
from legation.exchange.jsonl import to_row
from legation.keep import Kept, read, readings
from legation.ledger import Ledger

_OUTCOMES: Final = ("new", "reread", "unchanged", "unreadable")


def read_into(
    paths: Sequence[str], target: str, *, processes: int | None, private: bool, as_json: bool
) -> int:
    """Read documents into the ledger and print what became of them.

    Returns:
        The exit code.
    """
    settings = LoadSettings(allow_private_addresses=private)
    with Ledger.open(target) as ledger:
        kept = list(keep(paths, ledger, processes=processes, settings=settings))
        kinds = Counter(s.kind for s in ledger.view().statements()) if kept else Counter()
    if as_json:
        print_json(
            {"documents": [_row(k) for k in kept], "ledger": target, "statements": dict(kinds.most_common())}
        )
    else:
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
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
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
    if not kept:
        err.print("legation: nothing to read there; name files, folders, patterns or addresses")
        return
    counts = Counter(k.outcome for k in kept)
    told = ", ".join(f"{counts[name]} {name}" for name in _OUTCOMES if counts[name])
    out.print(f"{len(kept)} documents: {told}", markup=False)
    if kinds:
        print_table(
            "Statements in the ledger", ("kind", "statements"), kinds.most_common(), numbers=("statements",)
        )
    failed = [k for k in kept if k.outcome == "unreadable"]
    if failed:
        print_table(
            "Could not be read",
            ("document", "reason", "what to do"),
            ((k.address, k.reason, k.message) for k in failed),
        )


def extract_lines(paths: Sequence[str], *, processes: int | None) -> int:
    """Print the statements of documents as JSON lines.

    Returns:
        The exit code.
    """
    failed = seen = 0
    sources = [source for path in paths for source in find_sources(path)]
    for reading in readings(sources, processes=processes):
        seen += 1
        if isinstance(reading.document, Document):
            for statement in reading.statements:
                print_line(to_row(reading.document, statement))
        else:
            failed += 1
            err.print(f"legation: {reading.document.address}: {reading.document.message}", markup=False)
    if not seen:
        err.print("legation: nothing to read there; name files, folders, patterns or addresses")
        return 2
    return 1 if failed else 0


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
