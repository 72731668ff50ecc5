"""Where a command writes: never over what it reads, and never over a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from legation.errors import UsageError

_DATABASE = b"SQLite format 3\0"


def check_place(path: Path, *, read: Iterable[Path] = (), ending: str | None = None) -> None:
    """Refuse a place that must not be written, before work is spent on it.

    Args:
        path: Where to write; a plain file there is written anew.
        read: What the command reads.
        ending: How its name must end, where only one form is written.

    Raises:
        UsageError: It is a folder, its folder is missing, it ends otherwise, or it is a ledger or what is read.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")
    if path.exists() and any(path.samefile(one) for one in read if one.exists()):
        raise UsageError(f"{path} is what is read, and would be lost; name another file to write")
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                raise UsageError(
                    f"{path} is a ledger or another database, and would be lost; name another file to write"
                )
    if ending and path.suffix.lower() != ending:
        raise UsageError(f"{path}: what is written is {ending}; end its name so")
