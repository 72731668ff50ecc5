"""Names, persons and phrases made comparable: folded, split, weighed.

Source: folding, last names and shared words are compared as the annotation guide's scoring does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss"}
)
_STOP: Final = frozenset(
    "the a an of and for in on with by its their between to at from as into that this which is are be".split()
)
_COUNTED: Final = {
    word: str(number) for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_NOT_WORDS: Final = re.compile(r"[^\w]+|_")
_TITLES: Final = frozenset(
    "mr mrs ms dr sir president prime minister secretary chairman king queen jr sr".split()
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents and punctuation; letters of other scripts are kept."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).lower()
    return _NOT_WORDS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of a phrase that carry its content, without plural endings."""
    return frozenset(_singular(word) for word in fold(text).split() if word not in _STOP)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=65536)
def numbers_in(text: str) -> frozenset[str]:
    """The numbers that a title holds, such as ``57`` in "Resolution 57-NQ/TW" and ``4`` in "Four Pillars"."""
    words = (_COUNTED.get(word) for word in fold(text).split())
    return frozenset(re.findall(r"\d+", text)) | {number for number in words if number}


@lru_cache(maxsize=65536)
def name_parts(person: str) -> tuple[str, ...]:
    """The parts of a person's name, without forms of address."""
    parts = tuple(part for part in fold(person).split() if part not in _TITLES)
    return parts or tuple(fold(person).split())


@lru_cache(maxsize=262144)
def same_person(first: str, second: str) -> bool:
    """Whether two names may be one person's: parts contained, or same last name and same first letter."""
    a, b = name_parts(first), name_parts(second)
    if not a or not b:
        return False
    if a == b or set(a) <= set(b) or set(b) <= set(a):
        return True
    return a[-1] == b[-1] and a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0])


def people_met(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many persons of the one list are in the other, each counted once."""
    left = list(second)
    met = 0
    for person in first:
        partner = next((other for other in left if same_person(person, other)), None)
        if partner is not None:
            left.remove(partner)
            met += 1
    return met


def jaccard(first: AbstractSet[str], second: AbstractSet[str]) -> float:
    """Share of common members: the common over the union."""
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def alike(
    first: AbstractSet[str], second: AbstractSet[str], *, share: float = 0.6, inside: float = 0.5
) -> bool:
    """Whether two phrases say the same: enough common words, or one of two words or more inside the other.

    Args:
        first: Content words of the one.
        second: Content words of the other.
        share: How large twice the common words over all words (Dice's measure) must be.
        inside: How large it must be where all words of the one are in the other.
    """
    if first == second:
        return bool(first)
    common, least = len(first & second), min(len(first), len(second))
    if least < 2:
        return False
    shared = 2 * common / (len(first) + len(second))
    return shared >= share or (common == least and shared >= inside)
