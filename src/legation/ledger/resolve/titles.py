"""Titles of agreements and policies: which words tell them apart, and what sort of paper they name."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from legation.ledger.resolve.words import alike, content_words, fold, numbers_in

_SORTS: Final = {
    "statement": "statement",
    "declaration": "statement",
    "communique": "statement",
    "memorandum": "memorandum",
    "memoranda": "memorandum",
    "mou": "memorandum",
    "agreement": "agreement",
    "treaty": "agreement",
    "deal": "agreement",
    "pact": "agreement",
    "accord": "agreement",
    "fta": "agreement",
    "convention": "agreement",
    "protocol": "protocol",
    "plan": "plan",
    "roadmap": "plan",
    "programme": "plan",
    "program": "plan",
    "framework": "framework",
    "partnership": "partnership",
}
_GENERIC: Final = frozenset(_SORTS) | frozenset(
    "joint understanding cooperation bilateral new free action strategic comprehensive field document".split()
)


@lru_cache(maxsize=65536)
def sort_of(title: str) -> str | None:
    """What sort of paper a title names: the first word that says so."""
    for word in fold(title).split():
        sort = _SORTS.get(word) or _SORTS.get(word.removesuffix("s"))
        if sort:
            return sort
    return None


@lru_cache(maxsize=65536)
def telling_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others of its sort."""
    return content_words(title) - _GENERIC


def same_title(first: str, second: str) -> bool:
    """Whether two titles name one paper."""
    if fold(first) == fold(second):
        return True
    sorts = {sort_of(first), sort_of(second)} - {None}
    if len(sorts) > 1 or _numbers_clash(first, second):
        return False
    a, b = telling_words(first), telling_words(second)
    if not a or not b:
        return a == b and len(sorts) == 1
    return alike(a, b)


def _numbers_clash(first: str, second: str) -> bool:
    a, b = numbers_in(first), numbers_in(second)
    return bool(a and b and not (a <= b or b <= a))


def is_telling(title: str) -> bool:
    """Whether a title is enough to know the paper by, without its date."""
    return len(telling_words(title)) >= 2 or bool(numbers_in(title))


def title_words(title: str) -> frozenset[str]:
    """Words of which titles of one paper share some: the telling ones, else the sort of paper."""
    return telling_words(title) or frozenset((sort_of(title) or fold(title),))
