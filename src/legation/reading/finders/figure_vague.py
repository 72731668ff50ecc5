"""Money that is only said in plurals: "billions in investment", where the currency goes without saying."""

from __future__ import annotations

from collections.abc import Iterator
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
    for token in sentence.tokens:
        least = _PLURALS.get(token.lower_)
        if (
            currency is None
            or least is None
            or sentence.quantity_at(token) is not None
            or token.i + 1 >= sentence.end
        ):
            continue
        noun = (
            next((c for c in token.nbor().children if c.dep_ == "pobj"), None)
            if token.nbor().lower_ == "in"
            else None
        )
        if noun is not None and noun.lemma_.lower() in MONEY_NOUNS:
            yield QuantityAt(token.i, token.i + 1, Quantity(least, currency, bound="at_least"))
