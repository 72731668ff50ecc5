"""From a file to its sheets: what it is is settled by what it holds.

Law held here: a file that cannot be read gives an entry with its reason, as any document does.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from legation.documents import LoadSettings, Source, Unreadable, find_sources
from legation.documents.decode import storable
from legation.documents.sources import file_bytes
from legation.errors import DocumentError
from legation.exchange.sheets.csv_sheet import read_csv
from legation.exchange.sheets.sheet import Sheet
from legation.exchange.sheets.vote_table import VoteTable, vote_table
from legation.exchange.sheets.xlsx_sheet import read_xlsx
from legation.exchange.sheets.xml_sheet import read_xml
from legation.values.when import When

CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XML: Final = "application/xml"
ENDINGS: Final = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xml", ".csv.gz", ".xml.gz")
"""Endings of the files that are taken from a folder."""
_WIDEST: Final = 4
"""Bytes of the widest character."""
_OLD: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of tables.

    Attributes:
        path: Where it lies.
        id: SHA-256 of its bytes.
        content: Its bytes.
        media_type: What it is.
        sheets: Its sheets.
        published: The day on which it was last saved, where the file itself says so.
        notes: What was noticed.
    """

    path: Path
    id: str
    content: bytes
    media_type: str
    sheets: tuple[Sheet, ...]
    published: When | None = None
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return stem(self.path)


def stem(path: Path) -> str:
    """A file's name without its endings."""
    return storable(path.name.removesuffix(".gz").rsplit(".", 1)[0])[0] or path.name


def find_tables(source: str | Path) -> Iterator[Source]:
    """The files behind what a user names; of a folder those whose ending is that of a table."""
    for found in find_sources(source):
        if not found.searched or found.address.lower().endswith(ENDINGS):
            yield found


def open_tables(source: Source, settings: LoadSettings) -> Workbook | VoteTable | Unreadable:
    """The tables of a file, or an entry that says why it cannot be read."""
    path = Path(source.address)
    content = None
    try:
        if source.problem:
            raise source.problem
        if source.is_web:
            raise DocumentError("an address is not imported; save the file and name it", reason="unsupported")
        content = file_bytes(source, settings)
        plain = unzipped(content, settings) if content.startswith(b"\x1f\x8b") else content
        return vote_table(path, plain) or _workbook(path, content, plain, settings)
    except DocumentError as error:
        return unreadable(path, content, error)


def unreadable(path: Path, content: bytes | None, error: DocumentError) -> Unreadable:
    """The entry for a file that cannot be read."""
    address = storable(str(path))[0]
    key = hashlib.sha256(address.encode() if content is None else content).hexdigest()
    return Unreadable(key, stem(path), address, error.reason, f"{address}: {error}", datetime.now(UTC))


def _workbook(path: Path, content: bytes, plain: bytes, settings: LoadSettings) -> Workbook:
    if not plain.strip():
        raise DocumentError("it is empty; there is nothing to import", reason="empty")
    key, name = hashlib.sha256(content).hexdigest(), stem(path)
    if plain.startswith(_OLD):
        raise DocumentError("it is an older or a locked Excel file; save it as .xlsx", reason="unsupported")
    if plain.startswith(b"PK\x03\x04"):
        sheets, saved, notes = read_xlsx(plain, settings)
        return Workbook(path, key, content, XLSX, tuple(sheets), saved, notes)
    if len(plain) > settings.max_characters * _WIDEST:
        raise DocumentError(
            f"it has {len(plain):,} bytes, more than one document may have; split it", reason="too_large"
        )
    if plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Workbook(path, key, content, XML, tuple(read_xml(plain, name)))
    sheets, notes = read_csv(plain, name)
    return Workbook(path, key, content, CSV, tuple(sheets), None, notes)


def unzipped(content: bytes, settings: LoadSettings) -> bytes:
    """What a gzip file holds.

    Raises:
        DocumentError: It is damaged, or unfolds to too much.
    """
    try:
        with gzip.open(io.BytesIO(content)) as folded:
            plain = folded.read(settings.archive_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise DocumentError(f"it is a damaged gzip file ({error}); fetch it anew", reason="broken") from error
    if len(plain) > settings.archive_bytes:
        raise DocumentError(
            f"it unfolds to more than {settings.archive_bytes:,} bytes; split it", reason="archive_bomb"
        )
    return plain
