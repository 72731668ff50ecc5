"""Quantities without digits: "billions in investment", "more than half of exports"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from legation.reading.finders.figure_words import MONEY_NOUNS
from legation.reading.mention import QuantityAt
from legation.reading.text import Sentence
from legation.values.quantity import Quantity

_PLURALS: Final = {"millions": Decimal(10) ** 6, "billions": Decimal(10) ** 9, "trillions": Decimal(10) ** 12}
_OWN_MONEY: Final = {"USA": "USD", "GBR": "GBP", "JPN": "JPY", "CAN": "CAD", "AUS": "AUD", "IND": "INR"}
"""The money that a state's own page means without a word."""


def vague_money(sentence: Sentence) -> Iterator[QuantityAt]:
    """The sums that a sentence gives as bare plurals before "in" and a noun of money."""
    currency = _OWN_MONEY.get(sentence.text.context.seat or "")
    for token in sentence.with_word(_PLURALS.keys()) if currency else ():
        least = _PLURALS[token.lower_]
        if currency is None or sentence.quantity_at(token) is not None or token.i + 1 >= sentence.end:
            continue
        noun = (
            next((c for c in token.nbor().children if c.dep_ == "pobj"), None)
            if token.nbor().lower_ == "in"
            else None
        )
        if noun is not None and noun.lemma_.lower() in MONEY_NOUNS:
            yield QuantityAt(token.i, token.i + 1, Quantity(least, currency, bound="at_least"))


def shared(sentence: Sentence, at: QuantityAt) -> QuantityAt:
    """A fraction of something as a percentage: "a quarter of output", "cut by half"; anything else as it is."""
    quantity = at.quantity
    if quantity.unit != "fraction" or not quantity.out_of:
        return at
    of = at.end < sentence.end and sentence.doc[at.end].lower_ == "of"
    by = at.start > sentence.start and sentence.doc[at.start - 1].lower_ == "by"
    if not (of or by) or quantity.value >= quantity.out_of:
        return at
    share = (100 * quantity.value / quantity.out_of).quantize(Decimal("0.1"))
    return replace(at, quantity=replace(quantity, value=share, unit="percent", out_of=None))
