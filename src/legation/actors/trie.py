"""A tree of names, word by word, walked along a text.

Law: a find's offsets always quote a spelling of the form that was found, in its words and its casing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from legation.actors.words import LETTERS, NEXT_WORD, fold, gap_class, pieces

T = TypeVar("T")


@dataclass(slots=True)
class _Entry(Generic[T]):
    words: tuple[str, ...]
    acronym: bool
    closed: bool  # ends with a full stop that belongs to it, such as "U.S."
    prefix: bool  # stands before a hyphen only, such as "Sino-"
    strict: bool  # accents must be those of the form
    payload: T


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[tuple[str, str], _Node[T]] = field(default_factory=dict)
    entries: list[_Entry[T]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A stretch of a text that spells one or more forms.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        payloads: What was stored with the forms that it spells.
    """

    start: int
    end: int
    payloads: tuple[T, ...]


class Trie(Generic[T]):
    """Forms compiled for finding.

    Words match with or without accents; a form's capitals must be capitals in the text (so "Turkey" is no
    bird), or the whole word stands in capitals; an acronym must stand as it is written.
    """

    def __init__(self) -> None:
        self._root: dict[str, _Node[T]] = {}
        self._lower: set[str] = set()

    def add(self, text: str, payload: T, *, strict: bool = False) -> None:
        """Store a form. With ``strict``, the text must carry the form's own accents."""
        parts = list(pieces(text))
        if not parts:
            return
        words = tuple(word for _, word in parts)
        if words[0][0].islower():
            self._lower.add(words[0])
        node = self._root.setdefault(fold(words[0]), _Node())
        for gap, word in parts[1:]:
            node = node.children.setdefault((gap, fold(word)), _Node())
        letters = "".join(words)
        acronym = sum(c.isupper() for c in letters) > len(words) or (letters.isupper() and len(letters) <= 6)
        entry = _Entry(words, acronym, text.endswith("."), text.endswith("-"), strict, payload)
        node.entries.append(entry)

    @cached_property
    def _first(self) -> re.Pattern[str]:
        lower = "|".join(sorted(self._lower, key=len, reverse=True))
        start = rf"(?:[^\W_a-zà-öø-ÿ]{LETTERS}{'|' + lower if lower else ''})"
        return re.compile(rf"(?<![^\W_]){start}(?![^\W_])")

    def scan(self, text: str) -> Iterator[Hit[T]]:
        """The longest form at each place, from left to right, none overlapping another."""
        at, root = 0, self._root
        for match in self._first.finditer(text):
            if match.start() < at:
                continue
            node = root.get(fold(match.group()))
            if node is None:
                continue
            hit = self._longest(text, match.start(), match.end(), node)
            if hit is not None:
                at = hit.end
                yield hit

    def _longest(self, text: str, start: int, end: int, node: _Node[T]) -> Hit[T] | None:
        words, best = [text[start:end]], None
        while True:
            if node.entries:
                best = _settle(text, start, end, node.entries, words) or best
            match = NEXT_WORD.match(text, end) if node.children else None
            if match is None:
                return best
            gap = gap_class(match.group(1))
            following = node.children.get((gap, fold(match.group(2)))) if gap else None
            if following is None:
                return best
            node, end = following, match.end()
            words.append(match.group(2))


def _settle(text: str, start: int, end: int, entries: Iterable[_Entry[T]], words: list[str]) -> Hit[T] | None:
    fitting = [entry for entry in entries if _fits(entry, words, text[end : end + 2])]
    exact = [entry for entry in fitting if entry.words == tuple(words)]
    chosen = exact or fitting
    if not chosen:
        return None
    if any(entry.closed for entry in chosen) and text[end : end + 1] == ".":
        end += 1
    payloads = tuple(dict.fromkeys(entry.payload for entry in chosen))
    return Hit(start, end, payloads)


def _fits(entry: _Entry[T], words: list[str], after: str) -> bool:
    if entry.prefix and (not after or after[0] not in "-‐‑–" or not after[1:].isalpha()):
        return False
    return all(
        _word_fits(form, word, acronym=entry.acronym, strict=entry.strict)
        for form, word in zip(entry.words, words, strict=True)
    )


def _with_accents(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _word_fits(form: str, word: str, *, acronym: bool, strict: bool) -> bool:
    if form == word:
        return True
    if strict and _with_accents(form) != _with_accents(word):
        return False
    if acronym and sum(c.isupper() for c in form) > 1:
        return word.isupper() and not form.isupper() and len(form) > 3
    if form[0].isupper() and word[0].islower():
        return False
    return word.isupper() or word[1:].islower() or not form[1:].islower()
