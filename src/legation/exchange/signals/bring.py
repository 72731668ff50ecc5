"""Importing: files of event data into a folder of signals.

Laws held here: a file whose bytes were imported before changes nothing. Files of one dialect are read together, in
batches; a batch counts when the manifest names it, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from legation.errors import DocumentError, UsageError
from legation.exchange.signals.batch import Batch, numbered, take
from legation.exchange.signals.dialect import Dialect, dialect_of
from legation.exchange.signals.duck import Limits
from legation.exchange.signals.files import Given, find, look
from legation.exchange.signals.forms import FORMS
from legation.exchange.signals.store import FileEntry, Manifest, Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH: Final = 300_000_000
"""Bytes of text that are read in one go, where they are of several files."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        address: The file.
        outcome: What became of it.
        entry: What it gave.
        message: Why it could not be read.
    """

    address: str
    outcome: Literal["imported", "unchanged", "unreadable"]
    entry: FileEntry | None = None
    message: str = ""


def import_files(
    paths: Sequence[str],
    folder: Path,
    *,
    form: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Import files of event data.

    Args:
        paths: Files, folders and patterns.
        folder: The folder of signals; made if it is not there.
        form: The name of the form of all files, where it shall not be found in them.
        limits: What the work may take.
        progress: Is told the file that is at work, the bytes that are done and those of all files.

    Returns:
        What became of each file.

    Raises:
        SignalsError: Another import is at work, or the folder cannot be written.
        UsageError: There is no such file or form, or DuckDB is not installed.
    """
    if form is not None and form not in FORMS:
        raise UsageError(f"--format {form}: there are {', '.join(FORMS)}")
    found, store = find(paths), Store(folder, limits or Limits())
    with store.writing() as connection:
        looked = list(_looked_at(found, store.manifest(create=True), form))
        new = [each for each in looked if not isinstance(each, Outcome)]
        outcomes = [each for each in looked if isinstance(each, Outcome)]
        done, total = 0, sum(given.size for given, _ in new)
        for batch in _batches(new):
            if progress:
                progress(batch.given[0].path.name, done, total)
            outcomes += _imported(connection, store, batch)
            done += sum(given.size for given in batch.given)
    return outcomes


def _looked_at(
    paths: Sequence[Path], manifest: Manifest, form: str | None
) -> Iterator[Outcome | tuple[Given, Dialect]]:
    """Each table with how it is written, or what became of it already."""
    known = {(entry.sha256, entry.member): entry for entry in manifest.files}
    seen: set[tuple[str, str | None]] = set()
    for path in paths:
        try:
            tables = look(path)
        except DocumentError as error:
            yield Outcome(str(path), "unreadable", message=str(error))
            continue
        for given in tables:
            key = (given.sha256, given.member)
            if key in known or key in seen:
                yield Outcome(given.address, "unchanged", known.get(key))
                continue
            seen.add(key)
            try:
                yield given, dialect_of(given.head(), form=form)
            except DocumentError as error:
                yield Outcome(given.address, "unreadable", message=str(error))


def _batches(new: Sequence[tuple[Given, Dialect]]) -> Iterator[Batch]:
    """Files of one dialect together, as many as are read in one go."""
    for dialect in dict.fromkeys(dialect for _, dialect in new):
        held: list[Given] = []
        for given in (given for given, theirs in new if theirs == dialect):
            if held and sum(each.size for each in (*held, given)) > _BATCH:
                yield Batch(dialect, tuple(held))
                held = []
            held.append(given)
        yield Batch(dialect, tuple(held))


def _imported(connection: DuckDBPyConnection, store: Store, batch: Batch) -> Iterator[Outcome]:
    """Import a batch, and name it in the manifest."""
    manifest = store.manifest(create=True)
    files = numbered(batch, manifest)
    try:
        part, entries = take(connection, store, batch, files)
    except DocumentError as error:
        if len(batch.given) > 1:  # one file is the matter: the others are read without it
            for given in batch.given:
                yield from _imported(connection, store, Batch(batch.dialect, (given,)))
        else:
            yield Outcome(batch.given[0].address, "unreadable", message=str(error))
        return
    store.write(replace(manifest, files=(*manifest.files, *entries), parts=(*manifest.parts, part)))
    for entry in entries:
        yield Outcome(entry.address, "imported", entry)
