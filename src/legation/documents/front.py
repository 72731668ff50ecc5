"""Metadata at the head of a text: ``# key: value`` lines, or a block of YAML front matter.

The YAML that is read is what publishers write there: one key a line, plain, single-quoted or double-quoted
scalars (wrapped over lines too), block scalars and lists. Anything else is passed over, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.documents.extract import fold

_KEYS = """
    title headline date published published_time published_at date_published publication_date pubdate created
    url source_url link canonical lang language locale publisher site site_name sitename source author
    licence license tags generator updated modified modified_time text_form
"""
KNOWN_KEYS = frozenset(_KEYS.split())


@dataclass(frozen=True, slots=True)
class HeadField:
    """One field of the head.

    Attributes:
        value: Its value, quotes and escapes resolved, white space folded.
        start: Offset of its first character, inside any quotes.
        end: Offset after its last character.
    """

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a text.

    Attributes:
        fields: Its fields by lower-case key.
        body: Offset where the body begins.
    """

    fields: dict[str, HeadField]
    body: int


_HASH_LINE = re.compile(r"#[ \t]*([^\W\d][\w.-]{0,40})[ \t]*:[ \t]*([^\r\n]*?)[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"[ \t]*---[ \t]*(?:\r\n|\r|\n)")
_FENCE_END = re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*$\r?\n?")
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)")
_ESCAPE = re.compile(r"\\(?:\r?\n[ \t]*|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.S)
_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "_": "\u00a0",
    "N": "\u0085",
    "L": "\u2028",
    "P": "\u2029",
    "0": "",
}


def read_head(text: str) -> Head:
    """The metadata at the head of a text; a head without fields where there is none."""
    begin = _first_ink(text)
    fence = _FENCE.match(text, begin)
    if fence:
        close = _FENCE_END.search(text, fence.end())
        if close:
            fields = dict(_yaml_fields(text, fence.end(), close.start()))
            if fields:
                return Head(fields, close.end())
    return _hash_head(text, begin)


def _first_ink(text: str) -> int:
    return len(text) - len(text.lstrip("\ufeff \t\r\n"))


def _hash_head(text: str, begin: int) -> Head:
    fields: dict[str, HeadField] = {}
    known, at = False, begin
    while match := _HASH_LINE.match(text, at):
        key = match[1].lower()
        if key not in KNOWN_KEYS and (match[1] != key or not match[2]):
            break
        known = known or key in KNOWN_KEYS
        fields.setdefault(key, HeadField(fold(match[2]), match.start(2), match.end(2)))
        at = match.end()
    return Head(fields, at) if known else Head({}, begin)


def _yaml_fields(text: str, start: int, end: int) -> Iterator[tuple[str, HeadField]]:
    """The fields of a YAML block: a key at the margin, its value up to the next key at the margin."""
    keys = _margin_keys(text, start, end)
    for i, key in enumerate(keys):
        field = _scalar(text, key.end(), keys[i + 1].start() if i + 1 < len(keys) else end)
        if field.value:
            yield key[1].lower(), field


def _margin_keys(text: str, start: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for line in re.finditer(r"(?m)^[^\r\n]+", text[start:end]):
        match = _KEY.match(text, start + line.start(), start + line.end())
        if match:
            found.append(match)
    return found


def _scalar(text: str, start: int, end: int) -> HeadField:
    """One value: quoted, block, list or plain."""
    while start < end and text[start] in " \t\r\n":
        start += 1
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    raw = text[start:end]
    if raw[:1] == raw[-1:] and raw[:1] in ("'", '"') and len(raw) > 1:
        inner = raw[1:-1]
        value = inner.replace("''", "'") if raw[0] == "'" else _ESCAPE.sub(_unescape, inner)
        return HeadField(fold(value), start + 1, end - 1)
    block = re.match(r"[|>][+-]?\d?[ \t]*\r?\n\s*", raw)
    if block:
        return HeadField(fold(raw[block.end() :]), start + block.end(), end)
    if re.match(r"-\s|\[", raw):
        items = re.split(r"(?:^|\n)\s*-\s+|,\s*", raw.strip("[]"))
        return HeadField(", ".join(fold(item).strip("'\"") for item in items if item.strip()), start, end)
    plain = re.split(r"\s#", raw, maxsplit=1)[0]
    return HeadField(fold(plain), start, start + len(plain.rstrip()))


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if match[4] is None:
        return ""
    return _SIMPLE.get(match[4], match[4])
