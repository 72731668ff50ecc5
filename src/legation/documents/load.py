"""Load documents from files, folders, patterns, archives and addresses.

Law: nothing is dropped and nothing is raised for a bad document: each source gives a `Document` or an
`Unreadable` that says why, and the others go on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

from legation.documents import sniff
from legation.documents.decode import storable
from legation.documents.document import Document, Unreadable
from legation.documents.extract import Declared, Extract, fold
from legation.documents.settings import GENERATOR, LoadSettings, Unfolded
from legation.documents.sources import Source, file_bytes, find_sources, too_large
from legation.errors import DocumentError

if TYPE_CHECKING:
    from legation.documents.fetch import Fetcher

Reader: TypeAlias = "Callable[[bytes, LoadSettings], Extract]"

DEFAULTS = LoadSettings()


@cache
def _web() -> Fetcher:
    """The one fetcher of this process, which knows when each host was asked last."""
    from legation.documents.fetch import Fetcher

    return Fetcher()


def _reader(kind: str) -> Reader:
    """The reader of a kind of document, imported when the first one comes: start-up time counts."""
    if kind == sniff.HTML:
        from legation.documents.html import read_html as reader
    elif kind == sniff.PDF:
        from legation.documents.pdf import read_pdf as reader
    elif kind == sniff.DOCX:
        from legation.documents.docx import read_docx as reader
    elif kind == sniff.MAIL:
        from legation.documents.mail import read_mail as reader
    else:
        from legation.documents.plain import read_plain as reader
    return reader


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where bytes came from: their address, the address to name and sniff them by, and how deep they lay."""

    address: str
    place: str
    depth: int = 0
    notes: tuple[str, ...] = ()
    searched: bool = False
    unfolded: Unfolded = field(default_factory=Unfolded)

    @property
    def name(self) -> str:
        return storable(_stem(self.place))[0]


def load(source: str | Path, *, settings: LoadSettings = DEFAULTS) -> Iterator[Document | Unreadable]:
    """Load every document of a source.

    Args:
        source: A file, a folder (read recursively, in order of name), a pattern such as ``*.md``, a zip
            archive or an http(s) address.
        settings: The limits that hold.

    Yields:
        Each document, or an entry that says why it could not be read.
    """
    for found in find_sources(source):
        yield from load_source(found, settings=settings)


def count(sources: Iterable[str | Path]) -> int:
    """How many files and addresses the sources hold, for a progress bar; an archive counts as one."""
    return sum(1 for source in sources for _ in find_sources(source))


def load_source(source: Source, *, settings: LoadSettings = DEFAULTS) -> Iterator[Document | Unreadable]:
    """Load every document of one file or address that `find_sources` found."""
    origin = _Origin(source.address, source.address, searched=source.searched)
    try:
        if source.problem:
            raise source.problem
        if source.is_web:
            page = _web().fetch(source.address, settings)
            moved = (f"redirected to {page.address}",) if page.address != source.address else ()
            origin, content = replace(origin, place=page.address, notes=moved), page.content
        else:
            content = file_bytes(source, settings)
    except DocumentError as error:
        yield _unreadable(origin, error)
        return
    yield from _documents(content, origin, settings)


def load_bytes(
    content: bytes, *, address: str, settings: LoadSettings = DEFAULTS
) -> Iterator[Document | Unreadable]:
    """Load the documents in some bytes.

    Args:
        content: The bytes of one file.
        address: Where they came from; its last part names the document.
        settings: The limits that hold.
    """
    yield from _documents(content, _Origin(address, address), settings)


def _documents(content: bytes, origin: _Origin, settings: LoadSettings) -> Iterator[Document | Unreadable]:
    """The document in some bytes and those that it carries."""
    try:
        too_large(len(content), settings.max_bytes)
        if not content.strip(b"\x00 \t\r\n\x0b\x0c"):
            raise DocumentError("it is empty; there is nothing to read", reason="empty")
        kind = sniff.media_type(
            content, origin.place.split("?")[0] if _is_web(origin.place) else origin.place
        )
        if kind == sniff.ZIP:
            yield from _archive(content, origin, settings)
            return
        extract = _reader(kind)(content, settings)
        _check_length(extract, settings)
        if (extract.declared.generator or "").startswith(GENERATOR):
            if origin.searched:
                return
            raise DocumentError("it was written by Legation itself, so it is no source", reason="unsupported")
    except DocumentError as error:
        yield _unreadable(origin, error, content)
        return
    yield _settled(content, origin, kind, extract)
    for attachment in extract.attachments:
        inner = _inside(origin, attachment.name)
        if inner.depth <= settings.archive_depth:
            yield from _documents(attachment.content, inner, settings)


def _check_length(extract: Extract, settings: LoadSettings) -> None:
    length = len(extract.text)
    if length > settings.max_characters:
        message = f"its text has {length:,} characters, over the {settings.max_characters:,} read; split it"
        raise DocumentError(message, reason="too_large")


def _archive(content: bytes, origin: _Origin, settings: LoadSettings) -> Iterator[Document | Unreadable]:
    """The documents of an archive, and those of archives inside it down to the depth allowed."""
    if origin.depth >= settings.archive_depth:
        message = (
            f"archives lie inside one another more than {settings.archive_depth} deep; unpack them yourself"
        )
        raise DocumentError(message, reason="archive_bomb")
    from legation.documents.archive import entries  # late: start-up time

    for name, entry in entries(content, settings, origin.unfolded):
        inner = _inside(origin, name)
        if isinstance(entry, DocumentError):
            yield _unreadable(inner, entry)
        else:
            yield from _documents(entry, inner, settings)


def _inside(origin: _Origin, name: str) -> _Origin:
    """Where a file inside another lies: ``folder/archive.zip!inner/name.txt``."""
    return replace(
        origin,
        address=f"{origin.address}!{name}",
        place=f"{origin.place}!{name}",
        depth=origin.depth + 1,
        notes=(),
        searched=True,
    )


def _settled(content: bytes, origin: _Origin, kind: str, extract: Extract) -> Document:
    from legation.documents.language import declared_language, detect_language  # late: start-up time
    from legation.documents.published import settle

    declared = extract.declared
    published = settle(extract, name=origin.place if _is_web(origin.place) else origin.name)
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        name=origin.name,
        address=storable(origin.address)[0],
        media_type=kind,
        content=content,
        text=extract.text,
        parts=extract.parts,
        read_at=datetime.now(UTC),
        pages=extract.pages,
        title=_plain(declared.title),
        published=published.when,
        publisher=_publisher(declared, origin),
        language=declared_language(declared.language) or detect_language(_words(extract)),
        notes=(*origin.notes, *extract.notes, *published.notes),
    )


def _plain(words: str | None) -> str | None:
    """Words of metadata, white space folded, that any store takes."""
    return storable(fold(words))[0] or None if words else None


def _words(extract: Extract) -> str:
    return "\n".join(extract.text[part.start : part.end] for part in extract.parts)


def _publisher(declared: Declared, origin: _Origin) -> str | None:
    """The declared publisher, else the host that the document was published at."""
    if declared.publisher:
        return _plain(declared.publisher)
    for address in (declared.address, origin.place):
        if address and _is_web(address):
            host = _host(address)
            if host:
                return host
    return None


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _stem(address: str) -> str:
    """The last part of a path or address, without its ending."""
    if _is_web(address):
        parts = [part for part in unquote(address.split("?")[0].split("#")[0]).split("/")[3:] if part]
        last = parts[-1] if parts else (_host(address) or address)
        return PurePosixPath(last).stem if last.lower().endswith(_WEB_ENDINGS) else last
    return Path(address.rsplit("!", 1)[-1]).stem or address


_WEB_ENDINGS = (".html", ".htm", ".pdf", ".txt", ".md", ".docx", ".aspx", ".php", ".shtml", ".jsp")


def _unreadable(origin: _Origin, error: DocumentError, content: bytes | None = None) -> Unreadable:
    address = storable(origin.address)[0]
    key = address.encode() if content is None else content
    return Unreadable(
        id=hashlib.sha256(key).hexdigest(),
        name=origin.name,
        address=address,
        reason=error.reason,
        message=storable(f"{address}: {error}")[0],
        read_at=datetime.now(UTC),
    )
