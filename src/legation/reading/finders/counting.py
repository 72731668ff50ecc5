"""How many: the number that stands before a counted noun."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from legation.reading.parse import Token
from legation.reading.text import Sentence

_REACH = 7
"""Tokens between a number and its noun: "17 new generation free trade agreements"."""


def count_before(sentence: Sentence, noun: Token) -> Decimal | None:
    """The whole number that counts a noun, or None where none does."""
    for at in reversed(sentence.quantities):
        quantity = at.quantity
        if quantity.unit != "count" or quantity.value is None:
            continue
        covers = at.start < noun.i < at.end
        near = at.end <= noun.i and noun.i - at.end <= _REACH and _modifiers(sentence, at.end, noun.i)
        if (covers or near) and quantity.value == quantity.value.to_integral_value():
            return quantity.value
    return None


def _modifiers(sentence: Sentence, start: int, end: int) -> bool:
    return all(
        (
            t.pos_ in ("ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "CCONJ", "NUM", "PART", "DET", "SYM")
            and t.text not in ",;:.()"
        )
        or t.tag_ in ("VBN", "VBG")
        or t.lower_ in ("of", "the")
        for t in sentence.doc[start:end]
    )


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """A number that stands for what is counted: "partnerships with 14, and …"."""
    behind = sentence.doc[token.i + 1] if token.i + 1 < sentence.end else token
    return (
        token.text.isdigit() and behind.lower_ in (",", ".", ";", "and") and sentence.date_at(token) is None
    )


def counted_behind(sentence: Sentence, preposition: Token, nouns: Container[str]) -> Decimal | None:
    """The count of a noun behind a preposition: "with 13 countries"."""
    for token in sentence.doc[preposition.i + 1 : min(sentence.end, preposition.i + 10)]:
        if token.i == preposition.i + 1 and _is_bare(sentence, token):
            return Decimal(token.text)
        if token.lower_ in nouns:
            return count_before(sentence, token)
        if token.text in ",;:." or token.pos_ == "VERB":
            return None
    return None
