"""Glued words: "InDecember 2022", "leadershipis", "Committee,which", as careless copying leaves them.

`seams` says where a space is missing. It parts a word only where one side is a function word (or both are
plain English) and the whole is no word, so that names like McDonald, YouTube or DeepSeek stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from legation.reading.lexicon import is_word

FUNCTION_WORDS = frozenset(
    "a an the in on at of to by for from with and or but as is are was were be been has have had his her its "
    "their our this that these those which who will would should must can may not it he she they we after "
    "before during since until into between among under over also towards toward whereas whether without within "
    "there here than then some any all no so if when what you my your do does did through about against because such "
    "both each i me".split()
)
_BEFORE_NAMES = frozenset(
    "an the in on at of to by for from with and or but as after before during since until between among under over "
    "is are was were has have had their its his her our "
    "president minister premier chancellor ambassador secretary chairman senator governor".split()
)
"""Words that end where a name begins: function words and titles."""
_HUMP = re.compile(r"[a-z][A-Z]")
_CAMEL = re.compile(r"\b([A-Za-z][a-z]{1,11})(?=[A-Z](?:[a-z]|\.[A-Z]))")
_LOWER_CAMEL = re.compile(r"\b([a-z]{4,})(?=[A-Z][a-z]{2,}\b)")
_STOP = re.compile(
    r"(?<=[a-z]{3})[,;:.](?=[A-Z]?[a-z]{2,})|(?<=[a-z]{2}[.])(?=[A-Z][a-z]* [a-z])|(?<=[a-z0-9][”’)])(?=[A-Za-z]{3})"
)
_MAY_STOP = re.compile(r"[,;:.](?:[a-z]{2}|[A-Z][a-z ])|[”’)][A-Za-z]{3}")
"""What every match of `_STOP` has, and few texts have at all."""
_LETTERS = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_HEADS = ("his", "her", "the", "and", "is", "of", "to", "in", "was", "has", "are", "for", "with", "towards")
_TAILS = ("must", "should", "will", "which", "and", "the", "has", "was", "are", "is", "an", "of", "to", "in")


def seams(text: str) -> list[int]:
    """Offsets before which a space is missing, ascending.

    Example:
        >>> seams("InDecember 2022, hisskillful hand,which")
        [2, 20, 34]
    """
    found = {*_humps(text), *_stops(text)}
    if any(_cut(word) for word in set(_WORD.findall(text))):
        found.update(match.start() + cut for match in _WORD.finditer(text) if (cut := _cut(match.group())))
    return sorted(found)


def _humps(text: str) -> Iterator[int]:
    """Where a capital stands right behind a word that may end there."""
    if not _HUMP.search(text):
        return
    for match in _CAMEL.finditer(text):
        if match.group(1).lower() in _BEFORE_NAMES:
            yield match.end()
    for match in _LOWER_CAMEL.finditer(text):
        if is_word(match.group(1)):
            yield match.end()


def _stops(text: str) -> Iterator[int]:
    """Where a word stands right behind a stop, a comma or a closing mark."""
    if not _MAY_STOP.search(text):
        return
    for match in _STOP.finditer(text):
        word = _LETTERS.match(text, match.end())
        joined_by_stop = match.group() in (".", ":")
        if word and (
            not joined_by_stop or word.group().lower() in FUNCTION_WORDS or word.group()[0].isupper()
        ):
            yield match.end()


@lru_cache(maxsize=65536)
def _cut(word: str) -> int:
    """Where a lower-case word falls into a function word and another word; 0 where it is whole."""
    if word in FUNCTION_WORDS or is_word(word):
        return 0
    for head in _HEADS:
        rest = word[len(head) :]
        if word.startswith(head) and len(rest) >= 5 and is_word(rest):
            return len(head)
    for tail in _TAILS:
        rest = word[: -len(tail)]
        if word.endswith(tail) and len(rest) >= 5 and is_word(rest):
            return len(rest)
    for tail in _TAILS:
        rest = word[len(tail) :]
        if word.startswith(tail) and len(rest) >= 5 and is_word(rest):
            return len(tail)
    return 0
