"""From what a user names (file, folder, pattern, address) to the single files and addresses behind it."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.documents.settings import LoadSettings
from legation.errors import DocumentError

_SKIPPED_ENDINGS = (
    ".ledger",
    ".sqlite",
    ".sqlite3",
    ".db",
    "-wal",
    "-shm",
    "-journal",
    ".lock",
    ".tmp",
    ".part",
)
_SKIPPED_NAMES = frozenset(("thumbs.db", "desktop.ini", "__macosx", "__pycache__", "node_modules"))


@dataclass(frozen=True, slots=True)
class Source:
    """One file or address.

    Attributes:
        address: Path or http(s) address.
        problem: Why there is nothing to read there, if that is known already.
        searched: Whether it was found in a folder or archive rather than named by the user.
    """

    address: str
    problem: DocumentError | None = None
    searched: bool = False

    @property
    def is_web(self) -> bool:
        """Whether it is an http(s) address."""
        return self.address.lower().startswith(("http://", "https://"))


def find_sources(source: str | Path) -> Iterator[Source]:
    """The single files and addresses behind what a user names, in order of name.

    Hidden files and folders, ledgers and other files that are no documents by their name are passed over
    in folders, never where the user names them. What does not exist comes with its problem.
    """
    text = str(source)
    if isinstance(source, str) and "://" in text:
        yield Source(text, _foreign_scheme(text))
        return
    if not text.strip():
        yield Source(text, DocumentError("the path is empty; name a file or folder", reason="not_found"))
        return
    path = Path(text).expanduser()
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif os.path.lexists(path):
            yield Source(str(path))
        else:
            yield from _by_pattern(path)
    except PermissionError:
        message = "the path may not be looked up; grant read access to its folder"
        yield Source(text, DocumentError(message, reason="no_permission"))
    except (OSError, ValueError) as error:
        yield Source(text, DocumentError(f"the path cannot be read ({error})", reason="not_found"))


def _foreign_scheme(address: str) -> DocumentError | None:
    if address.lower().startswith(("http://", "https://")):
        return None
    scheme = address.split("://", maxsplit=1)[0]
    return DocumentError(
        f"{scheme}:// is not fetched; give an http(s) address or a path", reason="unsupported"
    )


def _in_folder(folder: Path) -> Iterator[Source]:
    problems: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not is_skipped(name))
        for name in sorted(files):
            if not is_skipped(name):
                yield Source(str(Path(here) / name), searched=True)
    for problem in problems:
        message = f"the folder cannot be listed ({problem.strerror}); grant read access to it"
        yield Source(str(problem.filename), DocumentError(message, reason="no_permission"))


def is_skipped(name: str) -> bool:
    """Whether a file or folder of that name is hidden or no document: a ledger, a lock, a system file."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower.endswith(_SKIPPED_ENDINGS) or lower in _SKIPPED_NAMES


def _by_pattern(path: Path) -> Iterator[Source]:
    pattern = str(path)
    found = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    if not found:
        what = (
            "nothing matches this pattern" if glob.has_magic(pattern) else "there is no such file or folder"
        )
        yield Source(pattern, DocumentError(f"{what}; check the spelling", reason="not_found"))
    for match in found:
        if Path(match).is_dir():
            yield from _in_folder(Path(match))
        else:
            yield Source(match, searched=True)


def file_bytes(source: Source, settings: LoadSettings) -> bytes:
    """The bytes of a file, never more than the limit allows.

    Raises:
        DocumentError: It is no plain file, too large, or may not be read.
    """
    path = Path(source.address)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError("it is no file (a device, pipe or socket)", reason="unsupported")
        too_large(status.st_size, settings.max_bytes)
        with path.open("rb") as file:
            content = file.read(settings.max_bytes + 1)
    except FileNotFoundError as error:
        raise DocumentError("the file is gone, or a link that leads nowhere", reason="not_found") from error
    except PermissionError as error:
        raise DocumentError(
            "the file may not be read; grant read access to it", reason="no_permission"
        ) from error
    except (OSError, ValueError) as error:
        raise DocumentError(f"the file cannot be read ({error})", reason="broken") from error
    too_large(len(content), settings.max_bytes)
    return content


def too_large(size: int, limit: int) -> None:
    """Refuse a size over the limit.

    Raises:
        DocumentError: It is over the limit (``too_large``).
    """
    if size > limit:
        raise DocumentError(
            f"it has {size:,} bytes, more than the {limit:,} that are read; split it or raise max_bytes",
            reason="too_large",
        )
