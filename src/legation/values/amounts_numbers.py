"""Numbers as they are written: "1,500", "786.29", "39,5%", "twenty-one", "three hundred and five"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from legation.values.amounts_words import CARDINALS, ORDINALS
from legation.values.dates_points import Spot
from legation.values.dates_words import SPACE

_DIGITS = re.compile(
    r"(?P<commas>\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?)(?!\d)"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,})(?!\d)"
    r"|(?P<blanks>[1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+)(?!\d|,\d)"
    r"|(?P<comma>\d+,\d{1,2})(?=\s?%|\s(?:tỷ|triệu|phần trăm|millions?|milliards?|pour cent)\b)"
    r"|(?P<plain>\d+(?:\.\d+)?)"
)
_LONGEST = 18  # digits: what is longer is a code, and would not stay exact once scaled
_ONES = "|".join(sorted(CARDINALS, key=len, reverse=True))
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_UNDER_HUNDRED = rf"(?:(?:{_TENS})(?:-|{SPACE})(?:{_DIGIT})\b|(?:{_ONES})\b)"
_AND = rf"{SPACE}(?:and{SPACE})?"
_UNDER_THOUSAND = rf"{_UNDER_HUNDRED}(?:{SPACE}hundred(?:{_AND}{_UNDER_HUNDRED})?)?"
_WORDS = re.compile(rf"{_UNDER_THOUSAND}(?:{SPACE}thousand,?{_AND}{_UNDER_THOUSAND})?\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_PARTS = "|".join(list(ORDINALS)[2:])
_FRACTION = re.compile(
    rf"(one|two|three|four|five|six|seven|eight|nine|an?)(?:-|{SPACE})(quarter|{_PARTS})(s?)\b(?={SPACE}of\b|(?<=s)\b)",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    rf"(one|an?)(?:-|{SPACE})(quarter|{_PARTS})\b(?={SPACE}(?:in|to|from|over|last|this|since|and|while|during|between|compared)\b|[,.;)]|$)",
    re.IGNORECASE,
)
"""A fraction that something grew or fell by: "up by a fifth"."""
_BY = re.compile(r"\bby (?:about |almost |nearly |over |more than |some |around |roughly )?$")


class Number(NamedTuple):
    """A number that ends at an offset of the text; `out_of` is the denominator of a fraction in words."""

    value: Decimal
    end: int
    out_of: Decimal | None = None
    is_grouped: bool = False


def from_digits(text: str, start: int) -> Number | None:
    """The number that the digits at an offset write.

    >>> from_digits("1,500 troops", 0)
    Number(value=Decimal('1500'), end=5, out_of=None, is_grouped=True)
    """
    found = _DIGITS.match(text, start)
    if not found:
        return None
    digits, kind = found[0], found.lastgroup
    if digits.startswith("00") or len(digits) > _LONGEST:
        return None
    if kind == "comma":
        digits = digits.replace(",", ".")
    elif kind != "plain":
        digits = re.sub(r"[^\d.]" if kind == "commas" else r"\D", "", digits)
    return Number(Decimal(digits), found.end(), is_grouped=kind in ("commas", "dots", "blanks"))


def from_words(spot: Spot) -> Number | None:
    """The number, or fraction, that the words at a spot write."""
    fraction = _FRACTION.match(spot.text, spot.start)
    if fraction is None and _BY.search(spot.text[max(0, spot.start - 14) : spot.start]):
        fraction = _CHANGED_BY.match(spot.text, spot.start)
    if fraction:
        return _fraction(fraction)
    found = _WORDS.match(spot.text, spot.start)
    if not found:
        return None
    thousands, rest = Decimal(0), Decimal(0)
    for word in _WORD.findall(found[0].lower()):
        if word == "thousand":
            thousands, rest = rest * 1000, Decimal(0)
        elif word == "hundred":
            rest *= 100
        elif word != "and":
            rest += CARDINALS[word]
    return Number(thousands + rest, found.end())


def _fraction(found: re.Match[str]) -> Number:
    word = found[1].lower()
    whole = 4 if found[2].lower() == "quarter" else ORDINALS[found[2].lower()]
    return Number(Decimal(CARDINALS.get(word, 1)), found.end(), Decimal(whole))
