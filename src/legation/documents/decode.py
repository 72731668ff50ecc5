"""Bytes to text: the encoding is settled from the bytes themselves.

Law: the text can be stored anywhere. It holds no NUL and no lone surrogate; each is replaced, one for one,
by U+FFFD, so offsets stay those of the decoded file. Line ends are kept as they stand.
"""

from __future__ import annotations

import codecs
import re

from legation.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# What cp1252 makes of Central European, Cyrillic or Vietnamese bytes: signs between two letters.
_MISREAD = re.compile(r"[^\W\d_][¡-©«-´¶-¹»-¿×÷‚„†‡‰‹›Œœƒˆ˜€‡]+[^\W\d_]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 64 * 1024


def looks_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters for one."""
    if _by_mark(content) or _wide_encoding(content):
        return False
    sample = content[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 50 > len(sample)


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and notes on what had to be assumed or replaced.

    Raises:
        DocumentError: The bytes are no text (``binary``).
    """
    if looks_binary(content):
        raise DocumentError("the bytes are no text in any known encoding", reason="binary")
    text, notes = _decoded(content)
    return storable(text, notes)


def storable(text: str, notes: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """The text with each NUL and lone surrogate replaced by U+FFFD, and a note if there was any."""
    clean, count = _UNSTORABLE.subn("\ufffd", text)
    if not count:
        return text, notes
    return clean, (*notes, f"{count} characters that cannot be stored were replaced by U+FFFD")


def _by_mark(content: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), None)


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or max(even, odd) * 5 < len(sample):
        return None
    if min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    marked = _by_mark(content)
    if marked:
        mark, name = marked
        return content[len(mark) :].decode(name, errors="replace"), ()
    wide = _wide_encoding(content)
    if wide:
        return content.decode(wide, errors="replace"), (f"no byte order mark; read as {wide}",)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _damaged_or_older(content)


def _damaged_or_older(content: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a few broken bytes, else an older encoding of one byte a character."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    if whole > 2 * broken:
        return text, (f"{broken} stretches of bytes that are no UTF-8 were replaced by U+FFFD",)
    name = _older_encoding(content)
    return content.decode(name, errors="replace"), (f"not UTF-8; read as {name}",)


def _older_encoding(content: bytes) -> str:
    sample = content[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    if high * 5 < len(sample):
        western = sample.decode("cp1252", errors="replace")
        if "\ufffd" not in western and not _MISREAD.search(western):
            return "cp1252"
    from charset_normalizer import from_bytes  # late: only old files need it

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
