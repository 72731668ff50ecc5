"""From what a user names to plain UTF-8 files: folders, patterns, zip and gzip files; bytes that are not UTF-8.

Law held here: a file is known by the hash of its bytes; lines stay lines, so that line numbers are those of the file.
"""

from __future__ import annotations

import codecs
import glob
import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

from legation.errors import DocumentError, UsageError

ENDINGS: Final = (".csv", ".tab", ".tsv", ".txt", ".zip", ".gz")
"""Endings of the files that are taken from a folder, in capitals too: GDELT writes ``.CSV``."""
_CHUNK: Final = 1 << 22
_HEAD: Final = 1 << 16
_DAMAGE: Final = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What reading a damaged, locked or oddly packed file raises."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What bytes that are no UTF-8 mean: Windows-1252, else Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_windows(bytes([byte])) for byte in wrong), error.end


def _windows(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


codecs.register_error("legation.windows", _as_windows)


@dataclass(frozen=True, slots=True)
class Given:
    """A table that a user gave: a file, or a member of a zip file.

    Attributes:
        path: The file.
        member: The name within a zip file.
        sha256: The hash of the file's bytes.
        size: Bytes of the table, unpacked; of a gzip file as it is.
    """

    path: Path
    member: str | None
    sha256: str
    size: int

    @property
    def address(self) -> str:
        """How it is told: ``events.zip!events.tab``."""
        return f"{self.path}!{self.member}" if self.member else str(self.path)

    def head(self) -> str:
        """Its beginning, without the last line, which may be cut.

        Raises:
            DocumentError: It is damaged.
        """
        with _whole(), ExitStack() as held:
            read = _open(self, held).read(_HEAD)
        text = read.decode(_encoding(read), "legation.windows")
        return text if len(read) < _HEAD else text.rpartition("\n")[0]


def find(named: Sequence[str]) -> list[Path]:
    """The files behind what a user names, each once, in order.

    Raises:
        UsageError: There is no such file.
    """
    found: dict[Path, None] = {}
    for name in named:
        path = Path(name)
        if path.is_dir():
            here = [
                each for each in sorted(path.rglob("*")) if each.is_file() and each.suffix.lower() in ENDINGS
            ]
        else:
            matching = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
            here = [path] if path.is_file() else [Path(each) for each in matching]
        if not here:
            raise UsageError(f"{name}: there is no such file, or no {', '.join(ENDINGS)} in that folder")
        found |= dict.fromkeys(each for each in here if each.is_file())
    return list(found)


def look(path: Path) -> list[Given]:
    """The tables of a file, with its hash.

    Raises:
        DocumentError: It is damaged or holds no table.
    """
    digest = hashlib.sha256()
    with _whole(), path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    key = digest.hexdigest()
    if path.suffix.lower() != ".zip":
        return [Given(path, None, key, path.stat().st_size)]
    with _whole(), zipfile.ZipFile(path) as packed:
        members = [m for m in packed.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX")]
    if not members:
        raise DocumentError("the zip file is empty", reason="empty")
    return [Given(path, member.filename, key, member.file_size) for member in members]


def plain(given: Given, scratch: Path) -> Path:
    """A file of the table in UTF-8: itself where it is one, else a copy.

    Args:
        given: The table.
        scratch: The path of a copy, if one is needed.

    Raises:
        DocumentError: It is damaged.
    """
    is_packed = given.member is not None or given.path.suffix.lower() == ".gz"
    with _whole(), ExitStack() as held:
        encoding = _encoding(_open(given, held).read(4))
        if not is_packed and encoding == "utf-8-sig" and _is_utf8(given, held):
            return given.path
        source = _open(given, held)
        target = held.enter_context(scratch.open("wb"))
        decoder = codecs.getincrementaldecoder(encoding)("legation.windows")
        while chunk := source.read(_CHUNK):
            target.write(decoder.decode(chunk).encode("utf-8", "replace"))
        target.write(decoder.decode(b"", final=True).encode("utf-8", "replace"))
    return scratch


def _is_utf8(given: Given, held: ExitStack) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    source = _open(given, held)
    try:
        while chunk := source.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def _open(given: Given, held: ExitStack) -> IO[bytes]:
    if given.member is not None:
        return held.enter_context(held.enter_context(zipfile.ZipFile(given.path)).open(given.member))
    if given.path.suffix.lower() == ".gz":
        packed = gzip.GzipFile(given.path)
        held.callback(packed.close)
        return cast("IO[bytes]", packed)
    return held.enter_context(given.path.open("rb"))


@contextmanager
def _whole() -> Iterator[None]:
    """Tell damage of a file as what is the matter with it."""
    try:
        yield
    except _DAMAGE as error:
        raise DocumentError(f"it cannot be read or unpacked ({error})", reason="broken") from error
