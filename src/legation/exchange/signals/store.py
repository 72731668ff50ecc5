"""A folder of signals: Parquet partitions, the rows that were rejected, and a manifest that says which of them count.

Laws held here: partitions are only added. What the manifest does not name does not exist: it is replaced whole, after its
partition is, so that an import that was cut off leaves nothing half done. One import works at a time; reading needs no
lock.

    FOLDER/manifest.json         files with their hashes, and partitions
    FOLDER/parts/N.parquet       signals, sorted by pair and day
    FOLDER/parts/N.old.parquet   rows of earlier partitions that those of N replace (a newer timestamp)
    FOLDER/rejects/N.csv         rows that could not be read: file, line, column, value, reason
    FOLDER/signals.duckdb        views for other programs: signals, all_signals, rejects
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legation.errors import SignalsError
from legation.exchange.signals.duck import Limits, connect, duckdb, quoted, sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MANIFEST: Final = "manifest.json"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was imported.

    Attributes:
        number: Its number, which its signals bear.
        address: Where it lay.
        sha256: The hash of its bytes.
        member: Its name within a zip file, whose bytes the hash is of.
        dataset: The event data set.
        part: The partition.
        kept: Signals that it gave.
        flawed: Those of them that bear a known defect.
        repeated: Rows that were there already, or come twice.
        rejected: Lines that could not be read.
    """

    number: int
    address: str
    sha256: str
    member: str | None
    dataset: str
    part: int
    kept: int = 0
    flawed: int = 0
    repeated: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A partition.

    Attributes:
        number: Its number.
        dataset: The event data set that it is of.
        rows: Its signals.
        replaced: Rows of earlier partitions that it replaces.
        first: The first day that it tells of, leaving out days that are wrong; None where it tells of none.
        last: The last.
    """

    number: int
    dataset: str
    rows: int
    replaced: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of signals holds."""

    files: tuple[FileEntry, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def datasets(self) -> tuple[str, ...]:
        """The event data sets that are there."""
        return tuple(dict.fromkeys(part.dataset for part in self.parts))

    def covers(self, dataset: str) -> tuple[str, str] | None:
        """The first and the last day that a set tells of; between them files may be missing."""
        held = [part for part in self.parts if part.dataset == dataset]
        first = min((part.first for part in held if part.first), default=None)
        last = max((part.last for part in held if part.last), default=None)
        return (first, last) if first and last else None


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of signals.

    Attributes:
        folder: The folder.
        limits: What DuckDB may take.
    """

    folder: Path
    limits: Limits = field(default_factory=Limits)

    def manifest(self, *, create: bool = False) -> Manifest:
        """What it holds.

        Raises:
            SignalsError: It holds no signals (unless it is to be made), or is of another version.
        """
        path = self.folder / MANIFEST
        if not path.exists():
            if create:
                return Manifest()
            raise SignalsError(
                f"{self.folder}: no signals there; legation signals import FILES --into {self.folder}"
            )
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if held.get("version") != VERSION:
            raise SignalsError(f"{path}: it is of version {held.get('version')}, and {VERSION} is read here")
        files = tuple(FileEntry(**each) for each in held["files"])
        return Manifest(files, tuple(Part(**each) for each in held["parts"]))

    def write(self, manifest: Manifest) -> None:
        """Replace the manifest, whole or not at all."""
        text = json.dumps(
            {
                "version": VERSION,
                "files": [asdict(each) for each in manifest.files],
                "parts": [asdict(each) for each in manifest.parts],
            },
            ensure_ascii=False,
            indent=1,
        )
        written = self.folder / f"{MANIFEST}.new"
        with written.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self.folder / MANIFEST)

    def path(self, part: int, ending: str = "parquet") -> Path:
        """The file of a partition."""
        return self.folder / ("rejects" if ending == "csv" else "parts") / f"{part:06}.{ending}"

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """A connection in which the views stand.

        Raises:
            SignalsError: It holds no signals, or its files cannot be read.
        """
        manifest = self.manifest()
        if not any(part.rows for part in manifest.parts):
            raise SignalsError(
                f"{self.folder}: its files gave no signals; {self.folder / 'rejects'} tells why"
            )
        with self._told(), connect(scratch=self.folder / "work", limits=self.limits) as connection:
            self.make_views(connection, manifest)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """A connection for an import; what an import that was cut off left behind is cleared away.

        Raises:
            SignalsError: Another import is at work, or its files cannot be written.
        """
        for name in ("parts", "rejects", "work"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        database = self.folder / "signals.duckdb"
        with self._told(), connect(database, scratch=self.folder / "work", limits=self.limits) as connection:
            self._clear()
            yield connection
            self.make_views(connection, self.manifest(create=True))
            self._clear()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what DuckDB meets as what is the matter with the folder."""
        try:
            yield
        except duckdb().Error as error:
            raise SignalsError(f"{self.folder}: {str(error).splitlines()[0]}") from error

    def _clear(self) -> None:
        """Take away what the manifest does not name."""
        known = {part.number for part in self.manifest(create=True).parts}
        for path in [*self.folder.glob("parts/*"), *self.folder.glob("rejects/*")]:
            number = path.name.partition(".")[0]
            if not (number.isdigit() and int(number) in known):
                path.unlink()
        for path in self.folder.glob("work/*.txt"):
            path.unlink()

    def make_views(self, connection: DuckDBPyConnection, manifest: Manifest) -> None:
        """Make the views: all signals that stand, those without a known defect, and what was rejected."""
        parts = [part for part in manifest.parts if part.rows]
        if not parts:
            return
        replaced = [self.path(part.number, "old.parquet") for part in parts if part.replaced]
        standing = sql("replaced").format(old=_listed(replaced)) if replaced else ""
        connection.execute(
            sql("all_signals").format(parts=_listed([self.path(p.number) for p in parts]), standing=standing)
        )
        connection.execute(sql("signals"))
        rejected = [path for part in manifest.parts if (path := self.path(part.number, "csv")).exists()]
        if rejected:
            connection.execute(sql("rejects").format(files=_listed(rejected)))


def _listed(paths: Sequence[Path]) -> str:
    return "[" + ", ".join(quoted(str(path.resolve())) for path in paths) + "]"
