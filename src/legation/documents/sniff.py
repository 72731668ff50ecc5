"""What kind of document some bytes are: settled by what they hold, and only then by the file's ending."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from legation.documents.decode import looks_binary
from legation.errors import DocumentError

PLAIN: Final = "text/plain"
MARKDOWN: Final = "text/markdown"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL: Final = "message/rfc822"
ZIP: Final = "application/zip"

_SIGNS: Final = (
    (b"\x89PNG", "a PNG picture", "binary"),
    (b"\xff\xd8\xff", "a JPEG picture", "binary"),
    (b"GIF8", "a GIF picture", "binary"),
    (b"II*\x00", "a TIFF picture", "binary"),
    (b"MM\x00*", "a TIFF picture", "binary"),
    (b"RIFF", "a sound, film or WebP picture", "binary"),
    (b"\x7fELF", "a program", "binary"),
    (b"MZ\x90", "a program", "binary"),
    (b"SQLite format 3\x00", "an SQLite database", "unsupported"),
    (b"{\\rtf", "a Rich Text (RTF) document", "unsupported"),
    (
        b"\xd0\xcf\x11\xe0",
        "an older Office document (.doc, .xls, .ppt, .msg) or an encrypted one",
        "unsupported",
    ),
    (b"\x1f\x8b", "a gzip archive", "unsupported"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unsupported"),
    (b"Rar!", "a RAR archive", "unsupported"),
    (b"BZh", "a bzip2 archive", "unsupported"),
    (b"\xfd7zXZ", "an xz archive", "unsupported"),
    (b"%!PS", "a PostScript document", "unsupported"),
)
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_PACKAGES: Final = (
    ("xl/workbook", "an Excel workbook"),
    ("ppt/presentation", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file"),
)
_MANIFESTS: Final = frozenset(("[Content_Types].xml", "mimetype"))
_DATA = """
    .csv .tsv .json .jsonl .geojson .xml .rss .atom .yaml .yml .toml .ini .cfg .py .js .css .sql .log .ics
    .bib .ris .tex .sh .bat .svg .parquet
"""
_DATA_ENDINGS: Final = frozenset(_DATA.split())
_HTML_ENDINGS: Final = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN_ENDINGS: Final = frozenset((".md", ".markdown", ".mkd", ".mdown"))
_MAIL_ENDINGS: Final = frozenset((".eml", ".mht", ".mhtml"))
_HTML_HEAD: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)
_XML_HEAD: Final = re.compile(rb"\s*<\?xml\s")
_MAIL_HEAD: Final = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL_ONLY: Final = re.compile(rb"(?mi)^(?:mime-version|received|message-id|return-path):")


def media_type(content: bytes, name: str) -> str:
    """The media type of the bytes of a file of that name.

    Raises:
        DocumentError: They are of no kind that is read (``binary``, ``unsupported``) or a broken one.
    """
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content)
    if content.startswith(_COMPOUND) and _LOCKED in content:
        raise DocumentError(
            "the Office file is locked with a password; save an unlocked copy", reason="encrypted"
        )
    for sign, what, reason in _SIGNS:
        if content.startswith(sign):
            raise DocumentError(
                f"it is {what}, which is not read; save it as PDF with text, or as text", reason=reason
            )
    if looks_binary(content):
        raise DocumentError("its bytes are no text and no kind of document that is read", reason="binary")
    return _text_type(content, PurePosixPath(name.lower()).suffix)


def _package(content: bytes) -> str:
    """What a zip file holds: a Word document, another kind of package, or an archive of files."""
    from legation.documents.archive import opened  # late: start-up time

    with opened(content) as package:
        names = frozenset(package.namelist())
    if any(name.startswith("word/document") for name in names):
        return DOCX
    for mark, what in _PACKAGES:
        if any(name.startswith(mark) for name in names) and names & _MANIFESTS:
            instead = "bring it in with `legation import`" if "Excel" in what else "save it as PDF or DOCX"
            raise DocumentError(f"it is {what}, which is not read as prose; {instead}", reason="unsupported")
    if "[Content_Types].xml" in names:
        raise DocumentError("it is an Office file without its main part; save it anew", reason="broken")
    return ZIP


def _text_type(content: bytes, ending: str) -> str:
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    if _HTML_HEAD.match(head) or ending in _HTML_ENDINGS:
        return HTML
    if ending in _MAIL_ENDINGS or _is_mail(head):
        return MAIL
    if ending in _DATA_ENDINGS or _XML_HEAD.match(head):
        what = f"a {ending} data file" if ending in _DATA_ENDINGS else "an XML file"
        raise DocumentError(
            f"it is {what}, no prose; bring a table in with `legation import`, or save what is to be read as .txt",
            reason="unsupported",
        )
    return MARKDOWN if ending in _MARKDOWN_ENDINGS else PLAIN


def _is_mail(head: bytes) -> bool:
    """A header of three or more fields of which one is written by mail programs only."""
    match = _MAIL_HEAD.match(head.replace(b"\r\n", b"\n"))
    return bool(match and _MAIL_ONLY.search(match[0]))
