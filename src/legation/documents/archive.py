"""Zip archives, unfolded in memory within limits; nothing is written to disk, so no path can lead astray."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from legation.documents.settings import MEGABYTE, LoadSettings, Unfolded
from legation.documents.sources import is_skipped, too_large
from legation.errors import DocumentError

DAMAGE: Final = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,
)
"""What Python's zip reader raises for archives that are damaged or packed in ways that it does not know."""

_ENCRYPTED = 0x1


def opened(content: bytes) -> ZipFile:
    """The archive in some bytes.

    Raises:
        DocumentError: It is damaged (``broken``).
    """
    try:
        return ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise DocumentError(
            f"the archive is damaged ({error}); fetch or pack it anew", reason="broken"
        ) from error


def check_limits(archive: ZipFile, size: int, settings: LoadSettings, unfolded: Unfolded) -> None:
    """Refuse an archive that unfolds to more than the limits allow, before anything is unfolded.

    The sizes that it declares can be trusted: reading an entry stops at its declared size.

    Raises:
        DocumentError: It does (``archive_bomb``).
    """
    found = archive.infolist()
    whole = sum(entry.file_size for entry in found)
    packed = sum(entry.compress_size for entry in found)
    unfolded.entries += len(found)
    unfolded.bytes += whole
    if unfolded.entries > settings.archive_entries:
        problem = f"it has {unfolded.entries:,} entries, over the {settings.archive_entries:,} that are read"
    elif unfolded.bytes > settings.archive_bytes:
        problem = f"it unfolds to {unfolded.bytes:,} bytes, over the {settings.archive_bytes:,} allowed"
    elif whole > MEGABYTE and whole > settings.archive_ratio * size:
        problem = f"it unfolds to {whole // max(size, 1):,} times its size, as archive bombs do"
    elif packed > size:
        problem = "its entries overlap, as those of archive bombs do"
    else:
        return
    raise DocumentError(f"{problem}; unpack it yourself and read the folder", reason="archive_bomb")


def entries(
    content: bytes, settings: LoadSettings, unfolded: Unfolded
) -> Iterator[tuple[str, bytes | DocumentError]]:
    """The files of an archive in order of name, each with its bytes or why they cannot be had.

    Raises:
        DocumentError: The archive as a whole is ``broken``, ``empty`` or an ``archive_bomb``.
    """
    with opened(content) as archive:
        check_limits(archive, len(content), settings, unfolded)
        wanted = sorted((e for e in archive.infolist() if _is_wanted(e)), key=lambda entry: entry.filename)
        if not wanted:
            raise DocumentError("the archive holds no files to read", reason="empty")
        for entry in wanted:
            yield entry.filename, _entry(archive, entry, settings)


def _is_wanted(entry: ZipInfo) -> bool:
    if not entry.filename or entry.is_dir():
        return False
    return not any(is_skipped(part) for part in PurePosixPath(entry.filename).parts)


def _entry(archive: ZipFile, entry: ZipInfo, settings: LoadSettings) -> bytes | DocumentError:
    if entry.flag_bits & _ENCRYPTED:
        return DocumentError("the entry is locked with a password; unpack it yourself", reason="encrypted")
    try:
        too_large(entry.file_size, settings.max_bytes)
        with archive.open(entry) as file:
            return file.read(settings.max_bytes + 1)
    except DocumentError as error:
        return error
    except DAMAGE as error:
        return DocumentError(f"the entry is damaged ({error}); pack it anew", reason="broken")
