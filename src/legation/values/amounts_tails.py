"""What follows a number: its scale, its unit, or the noun that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from legation.values.amounts_words import (
    BOUND_AFTER,
    CODES,
    MODIFIERS,
    NOT_PLURALS,
    OF_HEADS,
    PHRASES,
    PLURALS,
    SCALED_CURRENCIES,
    SCALES,
    STOPS,
    TIGHT_SCALES,
)
from legation.values.dates_words import SPACE

_TIGHT = re.compile(r"([kKmMbBT]|bn|mn|tn|tr|trn|bln|mln)\b")
_SCALE = re.compile(rf"(?:{SPACE}|-)({'|'.join(SCALES)}|dozen)\b")
_PERCENT = re.compile(r"[^\S\n]?%(?!\w)")
_NEXT = re.compile(rf"(?:{SPACE}|-)((?:[A-Za-z]\.){{2,}}|[^\W\d_][\w’'&²]*(?:-\w+)*|°C)")
_OF = re.compile(rf"{SPACE}of(?={SPACE})")
_MORE = frozenset({"extra", "additional", "more", "new"})


class Tail(NamedTuple):
    """What follows a number."""

    end: int
    scale: Decimal | None = None
    unit: str | None = None
    noun: str | None = None
    bound: str | None = None


def read_tail(text: str, end: int, unit: str | None) -> Tail | None:
    """The scale, unit and noun after a number; None where it runs on into a code ("57-NQ")."""
    end, scale = _scale(text, end, is_money=unit is not None)
    percent = _PERCENT.match(text, end)
    if percent:
        return Tail(percent.end(), scale, "percent")
    if text[end : end + 1].isalnum():
        return None
    words = list(next_words(text, end))
    found = read_unit(words, has_scale=scale is not None)
    if found is None and scale is not None and words and words[0][0] in _MORE:
        found = read_unit(words[1:], has_scale=True)
    if unit or found:
        return Tail(found[1] if found else end, scale, unit or (found[0] if found else None))
    if re.match(r"[-–][^\W\d_]", text[end : end + 2]) and not text.startswith("-plus", end):
        return None
    plus = BOUND_AFTER.match(text, end)
    noun = read_noun(text, list(next_words(text, plus.end())) if plus else words)
    if noun is None:
        return Tail(end, scale)
    return Tail(noun[1], scale, None, noun[0], plus.lastgroup if plus else None)


def _scale(text: str, end: int, *, is_money: bool) -> tuple[int, Decimal | None]:
    tight = _TIGHT.match(text, end)
    if tight and (len(tight[1]) > 1 or is_money):
        return tight.end(), TIGHT_SCALES.get(tight[1]) or SCALES.get(tight[1], Decimal(10) ** 12)
    scale: Decimal | None = None
    for _ in range(2):
        if found := _SCALE.match(text, end):
            scale = (scale or 1) * SCALES.get(found[1], Decimal(12))
            end = found.end()
    return end, scale


def next_words(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The next words, at most five, with the offset after each."""
    for _ in range(5):
        found = _NEXT.match(text, end)
        if not found:
            return
        end = found.end()
        yield found[1], end


def read_unit(words: list[tuple[str, int]], *, has_scale: bool) -> tuple[str, int] | None:
    """The unit that the first words name, the longest name first, and where it ends."""
    for length in range(min(4, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[:length])
        unit = PHRASES.get(phrase) or PHRASES.get(phrase.lower())
        if unit is None and length == 1:
            unit = phrase if phrase in CODES else (SCALED_CURRENCIES.get(phrase) if has_scale else None)
        if unit:
            return ("times" if unit == "fold" else unit), words[length - 1][1]
    return None


def read_noun(text: str, words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The noun phrase that the words begin with: up to its plural, with no stop word before that."""
    last = None
    for i, (word, _) in enumerate(words[:5]):
        if word.lower() in STOPS and not (i == 0 and word in MODIFIERS):
            break
        if _is_plural(word):
            last = i
        elif last is not None:
            break
    if last is None:
        return None
    end = words[last][1]
    names = [word for word, _ in words[: last + 1]]
    if names[-1].lower() in OF_HEADS and (of := _OF.match(text, end)):
        names, end = _with_complement(text, names, of.end())
    return " ".join(names), end


def _with_complement(text: str, names: list[str], end: int) -> tuple[list[str], int]:
    """The noun with its complement: memorandums of understanding, heads of state."""
    for word, after in next_words(text, end):
        if word.lower() not in STOPS:
            return [*names, "of", word], after
        break
    return names, end - len(" of")


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in PLURALS or (word[0].isupper() and lower.endswith("ese")):
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "'s", "’s"))
    return ends and lower not in NOT_PLURALS and len(word) > 2 and word != word.upper()
