"""Saved messages (.eml) and pages saved as one (.mhtml): subject, date, sender, text and attachments.

Quoted lines of earlier messages and what follows a signature mark are kept in the text but lie in no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr

from legation.documents.decode import decode, storable
from legation.documents.document import Part
from legation.documents.extract import Attachment, DateClaim, Declared, Extract, fold
from legation.documents.furniture import lines
from legation.documents.html import read_page
from legation.documents.markdown import assembled, titled_parts
from legation.documents.settings import LoadSettings
from legation.errors import DocumentError

_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_FEWEST_WORDS = 10
_LONGEST_HEADER = 4_000  # characters; parsing a header takes time that grows faster than its length
_MALFORMED = (
    MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)


class _ShortHeaders(EmailPolicy):
    """The usual policy, with headers cut to a length that can be parsed quickly."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_mail(content: bytes, settings: LoadSettings) -> Extract:
    """Read a saved message.

    Raises:
        DocumentError: It cannot be parsed (``broken``) or holds no text (``no_text``).
    """
    try:
        message = _parsed(content)
        declared = _declared(message)
        plain, page = _text(message, "plain"), _text(message, "html")
        attachments = tuple(_attachments(message))
    except _MALFORMED as error:
        raise DocumentError(
            f"the message cannot be parsed ({error}); save it anew", reason="broken"
        ) from error
    notes = tuple(f"attachment: {attachment.name}" for attachment in attachments)
    if page is not None and len((plain or "").split()) < _FEWEST_WORDS:
        found = _from_page(page, settings, declared)
    elif plain and plain.strip():
        found = _from_plain(plain, declared)
    elif attachments:
        found = _from_plain("(no text, only attachments)", declared)
    else:
        raise DocumentError("the message holds no text", reason="no_text")
    return replace(found, notes=(*found.notes, *notes), attachments=attachments)


def _parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=_ShortHeaders())
    if not isinstance(message, EmailMessage):
        raise TypeError("no message")
    return message


def _header(message: EmailMessage, name: str) -> str:
    """A header's value in plain words; empty where there is none or it cannot be parsed."""
    try:
        value = message[name]
    except _MALFORMED:
        return ""
    return storable(fold(str(value)))[0] if value else ""


def _declared(message: EmailMessage) -> Declared:
    date = _header(message, "Date")
    name, address = parseaddr(_header(message, "From"))
    saved = "multipart/related" in message.get_content_type() and _header(
        message, "Snapshot-Content-Location"
    )
    return Declared(
        title=_header(message, "Subject") or None,
        dates=(DateClaim("the message's date", date, weak=bool(saved)),) if date else (),
        publisher=None if saved else (name or address or None),
        language=_header(message, "Content-Language") or None,
        address=saved or None,
    )


def _text(message: EmailMessage, kind: str) -> str | None:
    """The body of the message in plain text or as a page, or None where it has none."""
    part = message.get_body(preferencelist=(kind,))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return None
    charset = part.get_content_charset()
    try:
        return payload.decode(charset) if charset else decode(payload)[0]
    except (LookupError, ValueError):
        return decode(payload)[0]


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    """The files that the message carries; pictures shown inside it are none."""
    for part in message.iter_attachments():
        name = part.get_filename()
        payload = part.get_payload(decode=True)
        if name and isinstance(payload, bytes) and part.get_content_maintype() != "image":
            yield Attachment(storable(fold(name))[0].replace("/", "_"), payload)


def _from_page(page: str, settings: LoadSettings, declared: Declared) -> Extract:
    """The extract of the message's page, under the message's own subject, date and sender."""
    inner = read_page(page, settings)
    merged = replace(
        inner.declared,
        title=declared.title or inner.declared.title,
        dates=(*declared.dates, *inner.declared.dates),
        publisher=declared.publisher or inner.declared.publisher,
        language=declared.language or inner.declared.language,
        address=declared.address or inner.declared.address,
    )
    return assembled(inner.text.split("\n\n"), merged, inner.notes)


def _from_plain(text: str, declared: Declared) -> Extract:
    """The extract of plain text: the subject as a heading, the text as it stands, quotations in no part."""
    whole = assembled([text.strip("\r\n")], declared)
    signature = _SIGNATURE.search(whole.text)
    end = signature.start() if signature else len(whole.text)
    kept: list[Part] = []
    for part in titled_parts(whole.text, whole.declared.title):
        kept += _unquoted(whole.text, part, end)
    quoted = sum(1 for line in lines(whole.text, 0, end) if _QUOTED.match(line.text))
    notes = (f"{quoted} quoted lines are not read",) if quoted else ()
    return replace(whole, parts=tuple(kept), notes=(*whole.notes, *notes))


def _unquoted(text: str, part: Part, end: int) -> Iterator[Part]:
    """A part without the quoted lines in it and without what stands after `end`."""
    begin, last = -1, -1
    for line in lines(text, part.start, min(part.end, end)):
        if _QUOTED.match(line.text):
            if begin >= 0:
                yield Part(part.role, begin, last)
            begin = -1
        elif line.text.strip():
            begin = line.start if begin < 0 else begin
            last = line.end
    if begin >= 0:
        yield Part(part.role, begin, last)
