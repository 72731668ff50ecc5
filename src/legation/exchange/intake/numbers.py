"""Numbers of a column: one way of writing decimals, units from the cell or its heading.

Law held here: a number that two ways of writing read differently is told, not chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from legation.actors.words import key
from legation.exchange.intake.value import Value
from legation.values.amounts import find_quantities
from legation.values.quantity import Quantity

_FIGURES: Final = re.compile(r"[+-]?\d[\d.,'’\s]*(?:[eE][+-]?\d+)?")
_COMMA_DECIMAL: Final = re.compile(r"(?<![\d,])\d+,(?:\d{1,2}|\d{4,})(?!\d)|\d\.\d{3},\d|\d\.\d{3}\.\d{3}")
_POINT_DECIMAL: Final = re.compile(r"(?<![\d.])\d+\.(?:\d{1,2}|\d{4,})(?!\d)|\d,\d{3}\.\d|\d,\d{3},\d{3}")
_GROUPED: Final = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")
_UNIT: Final = re.compile(r"[(\[]([^)\]]+)[)\]]|,\s*([^,]+)$|\bin\s+(.+)$")
_AMOUNT: Final = re.compile(r"[\d.,\s]*\d")
_SCALES: Final = {
    3: "thousand thousands k 000 nghin ngan mille mil tausend tsd ribu",
    6: "million millions mn mio mln m trieu millones millon milhoes milhao millionen juta",
    9: "billion billions bn bln b ty ti mrd milliard milliards milliarden bilhoes bilhao miliar",
    12: "trillion trillions tn",
}
_POWERS: Final = {word: power for power, words in _SCALES.items() for word in words.split()}
"""Powers of ten by their words; two together multiply: "mil millones", "nghìn tỷ"."""
_ONE_LETTER: Final = frozenset("kmb")
_IDLE: Final = frozenset({"in", "of", "en", "de", "current", "prices", "value"})


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes numbers.

    Attributes:
        comma: Whether a comma begins the decimals; None where the column shows both ways.
        unit: The words of its heading that tell the unit, such as "USD million".
    """

    comma: bool | None = False
    unit: str = ""


def style_of(heading: str, texts: Iterable[str]) -> Style:
    """How a column writes its numbers.

    Example:
        >>> style_of("Wert (Mio. EUR)", ["1.234,5", "12,5"])
        Style(comma=True, unit='Mio. EUR')
    """
    cells = list(texts)
    comma = any(_COMMA_DECIMAL.search(text) for text in cells)
    point = any(_POINT_DECIMAL.search(text) for text in cells)
    found = _UNIT.search(heading)
    unit = next((group for group in found.groups() if group), "") if found else ""
    return Style(None if comma and point else comma, unit)


def number_in(text: str, style: Style) -> Value:
    """The number of a cell, with its unit and bound where the cell or heading tells them."""
    text = " ".join(text.split())
    if _FIGURES.fullmatch(text):
        number = _decimal(text, style.comma)
        if isinstance(number, str):
            return Value(problem=number)
        return _with_unit(number, style.unit)
    found = find_quantities(_english(text, style.comma))
    if len(found) != 1 or len(found[0].text) * 2 < len(text):
        return Value(
            problem=f"{text!r} is no number; write it as 1200 or 5.5, its unit in a column of its own"
        )
    quantity = found[0].quantity
    return Value(quantity.value, also=_told(quantity))


def _english(text: str, comma: bool | None) -> str:  # noqa: FBT001 (the style of a column)
    """The text with its figures written the English way."""
    if not comma:
        return text
    return _AMOUNT.sub(lambda found: found[0].translate(str.maketrans(".,", ",.")), text)


def _told(quantity: Quantity) -> dict[str, str | None]:
    unit = None if quantity.unit == "count" and quantity.noun is None else quantity.unit
    return {"unit": unit, "bound": quantity.bound}


def _with_unit(number: Decimal, words: str) -> Value:
    """A bare number with what its heading tells: "USD million" multiplies it."""
    told = unit_in(words)
    if told.unknown:
        return Value(number)
    return Value(number.scaleb(told.power), also={"unit": told.name} if told.name else {})


@dataclass(frozen=True, slots=True)
class Unit:
    """What the words of a unit mean.

    Attributes:
        name: The unit, such as ``USD``; None where they tell a scale only.
        power: The power of ten that numbers are multiplied by.
        unknown: Words that mean nothing known; numbers are then taken as they stand.
    """

    name: str | None = None
    power: int = 0
    unknown: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def unit_in(words: str) -> Unit:
    """What the words of a unit mean.

    Example:
        >>> unit_in("triệu USD"), unit_in("bushels")
        (Unit(name='USD', power=6, unknown=()), Unit(name=None, power=0, unknown=('bushels',)))
    """
    name, power, unknown = None, 0, []
    for word in words.replace("/", " ").split():
        folded = key(word) or word
        found = find_quantities(f"2 {word}") or find_quantities(f"{word} 2")
        if folded in _POWERS:
            power += _POWERS[folded]
        elif len(found) == 1 and found[0].quantity.unit != "count" and found[0].quantity.value == 2:
            name = found[0].quantity.unit
        elif folded not in _IDLE:
            unknown.append(word)
    if name is None:
        unknown += [word for word in words.split() if word.lower() in _ONE_LETTER]  # metres, perhaps
    return Unit(None, 0, tuple(unknown)) if unknown else Unit(name, power)


def _decimal(text: str, comma: bool | None) -> Decimal | str:  # noqa: FBT001 (the style of a column)
    """The number that figures mean, or why that is not known."""
    figures = re.sub(r"[\s'’]", "", text)
    if comma is None and _GROUPED.fullmatch(figures) and figures.count(".") + figures.count(",") == 1:
        return f"{text!r} may mean thousands or decimals: the column writes both ways; write it without a separator"
    last = max(figures.rfind("."), figures.rfind(","))
    both = "." in figures and "," in figures
    if both or comma is None:
        comma = last >= 0 and figures[last] == ","
    figures = figures.replace(".", "").replace(",", ".") if comma else figures.replace(",", "")
    if figures.count(".") > 1:
        return f"{text!r} is no number; write it as 1200 or 5.5"
    return Decimal(figures)
