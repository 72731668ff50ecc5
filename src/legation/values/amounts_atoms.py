"""One number with what stands around it: its currency sign, scale, unit, noun and bound.

A number that names something ("Resolution 57-NQ", "Article 5", "F-16") or that is only a figure of speech
("the two sides", "five continents") makes no atom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from legation.values.amounts_numbers import Number, from_digits, from_words
from legation.values.amounts_words import (
    BEFORE_CODES,
    BOUND_AFTER,
    BOUND_BEFORE,
    CODES,
    FIGURES_OF_SPEECH,
    MODIFIERS,
    NOT_PLURALS,
    OF_HEADS,
    PAIRED,
    PHRASES,
    PLURALS,
    SCALED_CURRENCIES,
    SCALES,
    SIGNS,
    STOPS,
    TIGHT_SCALES,
    VAGUE,
)
from legation.values.dates_points import Spot
from legation.values.dates_words import SPACE

_SIGN_BEFORE = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True)) + r"|\b[A-Z]{3})[ \u00a0]?$"
)
_TIGHT = re.compile(r"([kKmMbBT]|bn|mn|tn|tr|trn|bln|mln)\b")
_SCALE = re.compile(rf"(?:{SPACE}|-)({'|'.join(SCALES)}|dozen)\b")
_PERCENT = re.compile(r"[^\S\n]?%(?!\w)")
_NEXT = re.compile(rf"(?:{SPACE}|-)((?:[A-Za-z]\.){{2,}}|[^\W\d_][\w’'&²]*(?:-\w+)*|°C)")
_OF = re.compile(rf"{SPACE}of(?={SPACE})")
_MORE = frozenset({"extra", "additional", "more", "new"})
_SPANS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})
_OF_VAGUE = re.compile(rf"{SPACE}of{SPACE}({'|'.join(VAGUE)})\b")
_ROUND = re.compile(
    rf"(?:(half){SPACE}an?|(an?)|(several|few)){SPACE}(dozen|hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?P<lead>[.!?:;\n]\s*|^)?(?P<word>[^\W\d_][\w’']*)(?P<dot>\.?)[\s]+$")
_DETERMINED = re.compile(r"\b(?:the|both|our|their|these|those)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """A number and what stands around it.

    Attributes:
        start: Offset of its first character, its bound word and currency sign included.
        end: Offset after its last character.
        number: The number as written, before its scale.
        scale: What it is multiplied by, or None where no scale word stands.
        unit: Its unit, or None.
        noun: What it counts, or None.
        bound: Its bound, or None.
        out_of: The denominator of a fraction in words, or None.
        is_grouped: Whether its digits stand in groups ("1,500"), as those of codes do not.
    """

    start: int
    end: int
    number: Decimal
    scale: Decimal | None = None
    unit: str | None = None
    noun: str | None = None
    bound: str | None = None
    out_of: Decimal | None = None
    is_grouped: bool = False

    @property
    def value(self) -> Decimal:
        """The number times its scale."""
        return self.number * (self.scale or 1)

    @property
    def is_bare(self) -> bool:
        """Whether nothing tells what is counted or measured."""
        return self.unit is None and self.noun is None


class _Tail(NamedTuple):
    """What follows a number."""

    end: int
    scale: Decimal | None = None
    unit: str | None = None
    noun: str | None = None
    bound: str | None = None


def read_atom(spot: Spot) -> Atom | None:
    """The number that begins at a spot, with what stands around it."""
    word = spot.word.lower()
    if "0" <= word[0] <= "9":
        return _from_digits(spot)
    if word in VAGUE:
        return _vague(spot)
    rounded = _ROUND.match(spot.text, spot.start)
    if rounded:
        return _round(spot, rounded)
    number = from_words(spot)
    return _atom(spot, number) if number else None


def _from_digits(spot: Spot) -> Atom | None:
    if _is_inside(spot):
        return None
    number = from_digits(spot.text, spot.start)
    if number is None or re.match(r"[:/.]\d|[-–]?[^\W\d_]\w*-\d", spot.text[number.end : number.end + 12]):
        return None
    return _atom(spot, number)


def _is_inside(spot: Spot) -> bool:
    """Whether the digits go on from what stands before them: "G7", "F-16", "19:05", "1/22"."""
    before = spot.before(2)
    last = before[-1:]
    if last.isalpha() or last == "_":
        return not _SIGN_BEFORE.search(spot.before(6)) or not _sign_unit(spot.before(3))
    return last in ("/", "#", ":", ".", ",") or (last in ("-", "–") and before[:1].isalpha())


def _atom(spot: Spot, number: Number) -> Atom | None:
    sign = _SIGN_BEFORE.search(spot.before(6))
    unit = _sign_unit(sign[0].strip()) if sign else None
    core = spot.start - len(sign[0]) if sign and unit else spot.start
    tail = _tail(spot.text, number.end, unit)
    if tail is None or (tail.unit is None and _is_name(spot, number, tail)):
        return None
    start, bound = bound_before(spot.text, core)
    after = BOUND_AFTER.match(spot.text, tail.end)
    end = after.end() if after else tail.end
    bound = bound or tail.bound or (after.lastgroup if after else None)
    return Atom(
        start, end, number.value, tail.scale, tail.unit, tail.noun, bound, number.out_of, number.is_grouped
    )


def _sign_unit(sign: str) -> str | None:
    return SIGNS.get(sign) or (sign if sign in CODES else None)


def bound_before(text: str, core: int) -> tuple[int, str | None]:
    """Where the bound words before an offset begin, and the bound that they mean."""
    before = text[max(0, core - 40) : core]
    found = BOUND_BEFORE.search(before)
    if not found:
        return core, None
    return core - len(found[0]), "about" if found.lastgroup == "about_sign" else found.lastgroup


def _tail(text: str, end: int, unit: str | None) -> _Tail | None:
    """The scale, unit and noun after a number; None where it runs on into a code ("57-NQ", "10-year")."""
    end, scale = _scale(text, end, is_money=unit is not None)
    percent = _PERCENT.match(text, end)
    if percent:
        return _Tail(percent.end(), scale, "percent")
    if text[end : end + 1].isalnum():
        return None
    words = list(_words(text, end))
    found = _unit(words, has_scale=scale is not None)
    if found is None and scale is not None and words and words[0][0] in _MORE:
        found = _unit(words[1:], has_scale=True)
    if found and found[0] in _SPANS_OF_TIME and text[end] == "-":
        return None
    if unit or found:
        return _Tail(found[1] if found else end, scale, unit or (found[0] if found else None))
    if re.match(r"[-–][^\W\d_]", text[end : end + 2]) and not text.startswith("-plus", end):
        return None
    plus = BOUND_AFTER.match(text, end)
    noun = _noun(text, list(_words(text, plus.end())) if plus else words)
    if noun is None:
        return _Tail(end, scale)
    return _Tail(noun[1], scale, None, noun[0], plus.lastgroup if plus else None)


def _scale(text: str, end: int, *, is_money: bool) -> tuple[int, Decimal | None]:
    tight = _TIGHT.match(text, end)
    if tight and (len(tight[1]) > 1 or is_money):
        return tight.end(), TIGHT_SCALES.get(tight[1]) or SCALES.get(tight[1], Decimal(10) ** 12)
    scale: Decimal | None = None
    while (found := _SCALE.match(text, end)) is not None:
        scale = (scale or 1) * SCALES.get(found[1], Decimal(12))
        end = found.end()
    return end, scale


def _words(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The next words, at most five, with the offset after each."""
    for _ in range(5):
        found = _NEXT.match(text, end)
        if not found:
            return
        end = found.end()
        yield found[1], end


def _unit(words: list[tuple[str, int]], *, has_scale: bool) -> tuple[str, int] | None:
    """The unit that the first words name, the longest name first, and where it ends."""
    for length in range(min(4, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[:length])
        unit = PHRASES.get(phrase) or PHRASES.get(phrase.lower())
        if unit is None and length == 1:
            unit = phrase if phrase in CODES else (SCALED_CURRENCIES.get(phrase) if has_scale else None)
        if unit:
            return ("times" if unit == "fold" else unit), words[length - 1][1]
    return None


def _noun(text: str, words: list[tuple[str, int]]) -> tuple[str, int] | None:
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
    for word, after in _words(text, end):
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


def _is_name(spot: Spot, number: Number, tail: _Tail) -> bool:
    """Whether a number without a unit is a name's part or a figure of speech rather than a count."""
    noun = tail.noun.split() if tail.noun else []
    if noun and noun[-1].lower() in FIGURES_OF_SPEECH:
        return True
    if number.value == 2 and noun and all(word.lower() in PAIRED for word in noun):
        return bool(_DETERMINED.search(spot.before(8)))
    if noun and number.value == 1 and number.out_of is None and tail.scale is None:
        return True
    return tail.scale is None and not number.is_grouped and _follows_name(spot)


def _follows_name(spot: Spot) -> bool:
    """Whether the word before makes the number its own: "Article 5", "Group of 20", "Zone 3"."""
    before = spot.before(30)
    if re.search(r"\b[Gg]roup of $", before):
        return True
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found["word"]
    if word.lower() in BEFORE_CODES or (found["dot"] and word == "No"):
        return True
    return word[0].isupper() and found["lead"] is None and word.lower() not in STOPS and not _bounds(before)


def _bounds(before: str) -> bool:
    return bool(BOUND_BEFORE.search(before))


def _vague(spot: Spot) -> Atom | None:
    """A plural without a number ("tens of billions of US dollars"): at least one of its unit."""
    value, end = VAGUE[spot.word.lower()], spot.end
    while (found := _OF_VAGUE.match(spot.text, end)) is not None:
        value *= VAGUE[found[1]]
        end = found.end()
    of = _OF.match(spot.text, end)
    words = list(_words(spot.text, of.end() if of else end))
    found_unit = _unit(words, has_scale=True)
    noun = None if found_unit else _noun(spot.text, words)
    if found_unit is None and noun is None:
        return None
    start, bound = bound_before(spot.text, spot.start)
    end = found_unit[1] if found_unit else (noun[1] if noun else end)
    unit = found_unit[0] if found_unit else None
    return Atom(start, end, value, None, unit, noun[0] if noun else None, bound or "at_least")


def _round(spot: Spot, found: re.Match[str]) -> Atom | None:
    """A round number ("a dozen", "half a million", "several hundred"); several are at least one."""
    half, _, several, _ = found.groups()
    atom = _atom(spot, Number(Decimal("0.5") if half else Decimal(1), found.start(4) - 1))
    if atom is None or (several and atom.scale is None):
        return None
    if several and atom.bound is None:
        return Atom(spot.start, atom.end, atom.number, atom.scale, atom.unit, atom.noun, "at_least")
    return atom
