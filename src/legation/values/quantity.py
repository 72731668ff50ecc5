"""A number with its unit, its bound and what it counts: exact, never a binary fraction.

Law: no number without a unit. What the source blurs stays blurred: "over", "nearly" and "average" are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from legation.errors import QuantityError

BOUND_WORDS: Final[dict[str, str]] = {
    "at_least": "at least {}",
    "at_most": "up to {}",
    "about": "about {}",
    "over": "over {}",
    "under": "under {}",
    "nearly": "nearly {}",
    "average": "{} on average",
}

ABOUT: Final = Decimal("0.1")
"""How far "about" and "nearly" may lie from the number, as a share of it, when quantities are compared."""

_SIGNS = {
    "USD": "US$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "AUD": "A$",
    "CAD": "C$",
    "SGD": "S$",
    "NZD": "NZ$",
}
_SUFFIXES = {"percent": "%", "percentage_points": " percentage points", "basis_points": " basis points"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_EXACT = 24  # powers of ten below which `decimal` divides these numbers exactly
_NUMBER = r"-?\d+(?:\.\d+)?"
_TEXT = re.compile(
    rf"(?:({'|'.join(BOUND_WORDS)}) )?(?:({_NUMBER})->)?({_NUMBER})(?:\.\.({_NUMBER}))?(?:/({_NUMBER}))?"
    r" (\S+)(?: (.+))?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: The number; of a range the lower end, of a change the later value.
        unit: ``percent``, ``percentage_points``, ``count``, ``rank``, ``fraction``, ``times``, an ISO 4217
            code, or a unit of measure in the singular, such as ``tonne`` or ``year``.
        noun: What is counted or ranked, in the source's words, or None.
        bound: How the source blurs or bounds the number, or None.
        high: The upper end of a range, or None.
        change_from: The earlier value of a change, or None.
        out_of: The whole of which `value` is a part ("six out of seven"), or None.

    Raises:
        QuantityError: A number is not finite, a range runs backward, or the unit or bound is none.

    Example:
        >>> trade = Quantity(Decimal("93e9"), "USD", bound="over")
        >>> str(trade), trade.words()
        ('over 93000000000 USD', 'over US$93 billion')
        >>> Quantity.parse("over 93000000000 USD") == trade
        True
        >>> trade.consistent_with(Quantity(Decimal("94e9"), "USD"))
        True
    """

    value: Decimal
    unit: str
    noun: str | None = None
    bound: str | None = None
    high: Decimal | None = None
    change_from: Decimal | None = None
    out_of: Decimal | None = None

    def __post_init__(self) -> None:
        numbers = (self.value, self.high, self.change_from, self.out_of)
        if not all(number is None or number.is_finite() for number in numbers):
            raise QuantityError(f"{self.value} {self.unit!r} holds a number that is not finite; give digits")
        if not self.unit or len(self.unit.split()) != 1:
            raise QuantityError(f"{self.unit!r} is no unit; give one word, such as percent, count or USD")
        if self.bound is not None and self.bound not in BOUND_WORDS:
            raise QuantityError(f"{self.bound!r} is no bound; the bounds are {', '.join(BOUND_WORDS)}")
        if self.high is not None and self.high < self.value:
            raise QuantityError(f"a range cannot run from {self.value} down to {self.high}; swap its ends")

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a quantity in the form that `str` writes, such as ``average 46->20 percent``.

        Raises:
            QuantityError: The text is no such quantity.
        """
        found = _TEXT.fullmatch(text.strip())
        if not found:
            raise QuantityError(
                f"{text!r} is no quantity; write one like 'over 93000000000 USD' or '16 count'"
            )
        bound, change, value, high, out_of, unit, noun = found.groups()
        try:
            numbers = [Decimal(number) if number else None for number in (high, change, out_of)]
        except InvalidOperation as error:
            raise QuantityError(f"{text!r} holds no exact number; write plain digits") from error
        return cls(Decimal(value), unit, noun, bound, *numbers)

    def same_value(self, other: Quantity) -> bool:
        """Whether both are the same number, or range, of the same unit, whatever their bounds and nouns."""
        return (self.value, self.high, self.unit) == (other.value, other.high, other.unit)

    def consistent_with(self, other: Quantity) -> bool:
        """Whether both can be true of one thing: "over 93 billion" and "94 billion" can.

        "About" reaches a tenth (`ABOUT`) to either side, "nearly" a tenth below; a bound is open beyond.
        """
        if self.unit != other.unit:
            return False
        (low, high), (other_low, other_high) = self._reach(), other._reach()
        starts = high is None or other_low is None or other_low <= high
        stops = other_high is None or low is None or low <= other_high
        return starts and stops and not self._excludes(other) and not other._excludes(self)

    def _reach(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest number that it may mean."""
        top = self.high if self.high is not None else self.value
        slack = abs(self.value) * ABOUT
        if self.bound in ("over", "at_least"):
            return self.value, None
        if self.bound in ("under", "at_most"):
            return None, top
        if self.bound == "about":
            return self.value - slack, top + slack
        return (self.value - slack, top) if self.bound == "nearly" else (self.value, top)

    def _excludes(self, other: Quantity) -> bool:
        """Whether it is said to lie strictly beyond the other's plain number: "over 5" is not 5."""
        plain = other.bound is None and other.high is None and self.high is None
        return plain and self.bound in ("over", "under") and self.value == other.value

    def words(self) -> str:
        """The quantity as a person would write it."""
        if self.unit == "rank":
            return " ".join(filter(None, (_ordinal(self.value), self.noun)))
        text = self._amount_words()
        if self.noun:
            text = f"{text} {self.noun}"
        if self.bound:
            text = BOUND_WORDS[self.bound].format(text)
        if self.change_from is not None:
            text = f"{text}, from {_with_unit(_number_words(self.change_from), self.unit)}"
        return text

    def _amount_words(self) -> str:
        if self.out_of is not None:
            return f"{_number_words(self.value)} of {_number_words(self.out_of)}"
        if self.high is None:
            return _with_unit(_number_words(self.value), self.unit)
        return _with_unit(f"{_number_words(self.value)}–{_number_words(self.high)}", self.unit)

    def __str__(self) -> str:
        change = f"{_digits(self.change_from)}->" if self.change_from is not None else ""
        high = f"..{_digits(self.high)}" if self.high is not None else ""
        out_of = f"/{_digits(self.out_of)}" if self.out_of is not None else ""
        parts = (self.bound, f"{change}{_digits(self.value)}{high}{out_of}", self.unit, self.noun)
        return " ".join(part for part in parts if part)


def _digits(number: Decimal) -> str:
    """Plain digits without trailing zeros or exponent."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _number_words(number: Decimal) -> str:
    """The number, in millions and more where that stays exact in three decimals."""
    for size, name in _SCALES:
        if abs(number) >= size and number.adjusted() < _EXACT and number % (size / 1000) == 0:
            return f"{_digits(number / size)} {name}"
    return f"{Decimal(_digits(number)):,f}"


def _with_unit(number: str, unit: str) -> str:
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    if unit in _SUFFIXES:
        return f"{number}{_SUFFIXES[unit]}"
    if unit in ("count", "fraction"):
        return number
    if unit.isupper() and len(unit) == 3:
        return f"{unit} {number}"
    name = unit.replace("_", " ")
    return f"{number} {name}" if number == "1" or name.endswith("s") else f"{number} {name}s"


def _ordinal(number: Decimal) -> str:
    text = _digits(number)
    teen = text[-2:] in ("11", "12", "13")
    return text + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th"))
