"""One number with what stands around it: its currency sign, scale, unit, noun and bound.

A number that names something ("Resolution 57-NQ", "Article 5", "F-16") or that is only a figure of speech
("the two sides", "five continents") makes no atom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from legation.values.amounts_numbers import Number, from_digits, from_words
from legation.values.amounts_tails import Tail, next_words, read_noun, read_tail, read_unit
from legation.values.amounts_words import (
    BEFORE_CODES,
    BOUND_AFTER,
    BOUND_BEFORE,
    BOUND_ENDS,
    CODES,
    FIGURES_OF_SPEECH,
    PAIRED,
    SIGNS,
    STOPS,
    VAGUE,
)
from legation.values.dates_points import Spot
from legation.values.dates_words import SPACE

_SIGN_BEFORE = re.compile(
    "(?:"
    + "|".join(
        rf"\b{re.escape(s)}" if s.isalpha() else re.escape(s) for s in sorted(SIGNS, key=len, reverse=True)
    )
    + r"|\b[A-Z]{3})[ \u00a0]?$"
)
_OF = re.compile(rf"{SPACE}of(?={SPACE})")
_BY = re.compile(r"\b(?:by|in)\s$")
_ZERO_RATE = re.compile(rf"{SPACE}(?:\w+{SPACE}){{0,2}}(?:tariffs?|dut(?:y|ies)|rates?|interest)\b")
_OF_VAGUE = re.compile(rf"{SPACE}of{SPACE}({'|'.join(VAGUE)})\b")
_ROUND = re.compile(
    rf"(?:(half){SPACE}an?|(an?)|(several|few)){SPACE}(dozen|hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?P<lead>[.!?:;\n]\s*|^)?(?P<word>[^\W\d_][\w’']*)(?P<dot>\.?)[\s]+$")
NUMBERING = re.compile(
    r"[a-z]s (?:(?:now|already|currently|still) )?(?:number|numbered|total|totalled|totaled) $"
)
"""What makes a bare number a count: "scholarships number 40"."""
_DETERMINED = re.compile(r"\b(?:the|both|our|their|these|those)\s+$", re.IGNORECASE)
_HALF_OF_TIME = re.compile(r"\b(?:the|other|first|second|latter|last|early|former)\s+$", re.IGNORECASE)


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
    if word == "half":
        return _half(spot)
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
        sign = _SIGN_BEFORE.search(spot.before(6))
        return sign is None or sign[0][-1:].isspace() or not _sign_unit(sign[0])
    return last in ("/", "#", ":", ".", ",") or (last in ("-", "–") and before[:1].isalpha())


def _atom(spot: Spot, number: Number) -> Atom | None:
    sign = _SIGN_BEFORE.search(spot.before(6))
    unit = _sign_unit(sign[0].strip()) if sign else None
    core = spot.start - len(sign[0]) if sign and unit else spot.start
    is_rate = not number.value and _ZERO_RATE.match(spot.text, number.end)
    tail = Tail(number.end, unit="percent") if is_rate else read_tail(spot.text, number.end, unit)
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
    found = BOUND_BEFORE.search(before) if _may_bound(before) else None
    if not found:
        return core, None
    return core - len(found[0]), "about" if found.lastgroup == "about_sign" else found.lastgroup


def _is_name(spot: Spot, number: Number, tail: Tail) -> bool:
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
    if NUMBERING.search(before):
        return False
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found["word"]
    if word.lower() in BEFORE_CODES or (found["dot"] and word == "No"):
        return True
    return word[0].isupper() and found["lead"] is None and word.lower() not in STOPS and not _bounds(before)


def _bounds(before: str) -> bool:
    return _may_bound(before) and bool(BOUND_BEFORE.search(before))


def _may_bound(before: str) -> bool:
    last = before.split()[-1:]
    return bool(last) and (last[0].lower().lstrip('(“"') in BOUND_ENDS or last[0][-1] in "~≈")


def _vague(spot: Spot) -> Atom | None:
    """A plural without a number ("tens of billions of US dollars"): at least one of its unit."""
    value, end = VAGUE[spot.word.lower()], spot.end
    for _ in range(2):
        if found := _OF_VAGUE.match(spot.text, end):
            value *= VAGUE[found[1]]
            end = found.end()
    of = _OF.match(spot.text, end)
    words = list(next_words(spot.text, of.end() if of else end))
    found_unit = read_unit(words, has_scale=True)
    noun = None if found_unit else read_noun(spot.text, words)
    if found_unit is None and noun is None:
        return None
    start, bound = bound_before(spot.text, spot.start)
    end = found_unit[1] if found_unit else (noun[1] if noun else end)
    unit = found_unit[0] if found_unit else None
    return Atom(start, end, value, None, unit, noun[0] if noun else None, bound or "at_least")


def _half(spot: Spot) -> Atom | None:
    """A half that is a share: "half of the members", "cut by more than half", but not "the first half"."""
    start, bound = bound_before(spot.text, spot.start)
    is_share = _OF.match(spot.text, spot.end) or _BY.search(spot.text[max(0, start - 4) : start])
    if not is_share or _HALF_OF_TIME.search(spot.before(8)):
        return None
    return Atom(start, spot.end, Decimal(1), bound=bound, out_of=Decimal(2))


def _round(spot: Spot, found: re.Match[str]) -> Atom | None:
    """A round number ("a dozen", "half a million", "several hundred"); several are at least one."""
    half, _, several, _ = found.groups()
    atom = _atom(spot, Number(Decimal("0.5") if half else Decimal(1), found.start(4) - 1))
    if atom is None or (several and atom.scale is None):
        return None
    if several and atom.bound is None:
        return Atom(spot.start, atom.end, atom.number, atom.scale, atom.unit, atom.noun, "at_least")
    return atom
