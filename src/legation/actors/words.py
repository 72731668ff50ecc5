"""Words of a text as names are compared: folded to plain lower case, with the kind of gap before each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

LETTERS: Final = r"[^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"  # and digits, and accents that stand by themselves
WORD: Final = rf"(?=[^\W_]|[\u0300-\u036f]){LETTERS}"
NEXT_WORD: Final = re.compile(rf"((?:[^\w\u0300-\u036f]|_){{1,6}})({WORD})")
FIRST_WORD: Final = re.compile(WORD)

_LETTERS: Final = str.maketrans(
    {"đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "œ": "oe"}
)
_HYPHENS: Final = "-‐‑‒–—−"
_APOSTROPHES: Final = "'’‘ʼ`´ʻ"
_HYPHEN_GAP: Final = re.compile(rf" ?[{_HYPHENS}] ?")
_STOP_GAP: Final = re.compile(r"\.\s?")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower case without accents; letters of other scripts are kept."""
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)
def gap_class(gap: str) -> str | None:
    """The kind of gap between two words of one name, or None where no name runs on.

    Spaces (at most one line break), hyphens and dashes, apostrophes, full stops, commas, ampersands,
    slashes and opening brackets each are one kind, however they are typed.
    """
    if gap.isspace():
        return " " if gap.count("\n") <= 1 else None
    if _HYPHEN_GAP.fullmatch(gap):
        return "-"
    if gap in _APOSTROPHES:
        return "'"
    if _STOP_GAP.fullmatch(gap):
        return "."
    bare = gap.strip()
    if gap.count("\n") > 1:
        return None
    if bare in _APOSTROPHES:
        return "' "
    return bare if bare in (",", "&", "/", "(", "),") else None


def pieces(name: str) -> Iterator[tuple[str, str]]:
    """Each word of a name with the kind of gap before it (empty before the first)."""
    first = FIRST_WORD.search(name)
    if first is None:
        return
    yield "", first.group()
    at = first.end()
    while match := NEXT_WORD.match(name, at):
        yield gap_class(match.group(1)) or "?", match.group(2)
        at = match.end()


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form in which names are compared when one is looked up.

    Case, accents, punctuation and a leading "the" don't count; dotted letters close up, ``&`` is "and",
    ``St.`` is "saint".

    Example:
        >>> key("the U.S."), key("Côte d’Ivoire"), key("St. Lucia")
        ('us', 'cote d ivoire', 'saint lucia')
    """
    words = [fold(word) for _, word in pieces(name.replace("&", " and "))]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    words = ["saint" if word == "st" and len(words) > 1 else word for word in words]
    return re.sub(r"\b(\w) (?=\w\b)", r"\1", " ".join(words))
