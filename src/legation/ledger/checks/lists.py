"""Counts against lists: "four countries: Peru, Norway and Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from legation.actors.mentions import NameMention
from legation.actors.register import register
from legation.ledger.checks.claim import Claim
from legation.ledger.record import Conflict
from legation.values.amounts import find_quantities

if TYPE_CHECKING:
    from legation.ledger.view import View

_COUNTED: Final = re.compile(
    r"(?:countr(?:y|ies)|nations?|states?|members?|partners?|economies)$", re.IGNORECASE
)
_OPENS: Final = re.compile(r"\s*(?:[:(–—]|,?\s*namely\b|\s-\s)\s*(?:the\s+)?", re.IGNORECASE)
_JOINS: Final = re.compile(r"\s*(?:,|\band\b|&|,\s*and\b)?\s*(?:the\s+)?(?:Republic of\s+)?", re.IGNORECASE)
_FEWEST: Final = 2


def check(_: View, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """A number of states, and another number of them named behind it."""
    for claim in claims:
        for count in find_quantities(claim.words):
            quantity = count.quantity
            opens = _OPENS.match(claim.words, count.end)
            if (
                quantity.unit != "count"
                or quantity.bound
                or not opens
                or not _COUNTED.search(quantity.noun or "")
            ):
                continue
            named = _run(claim.words, opens.end())
            if len(named) >= _FEWEST and Decimal(len(named)) != quantity.value and claim.records:
                note = f"{quantity.value.normalize():f} {quantity.noun} are told, and {len(named)} are named: {', '.join(named)}"
                record = next(
                    (r for r in claim.records if r.fields.get("count") == quantity.value), claim.records[0]
                )
                field = "count" if "count" in record.fields else "date"
                yield claim.doubt(record, field, note, "the list itself, or another account of it")


def _run(words: str, start: int) -> list[str]:
    """The actors named one behind the other from a place on, until other words come between."""
    names: list[str] = []
    mentions: list[NameMention] = [m for m in register().find(words) if m.start >= start]
    at = start
    for mention in mentions:
        if not _JOINS.fullmatch(words, at, mention.start) and mention.start != at:
            return [] if _more(words, at) else names
        names.append(mention.actor.name)
        at = mention.end
    return [] if _more(words, at) else names


def _more(words: str, at: int) -> bool:
    """Whether the list goes on with what the register does not know."""
    return re.match(r"\s*(?:,|and\b|,\s*and\b)\s*(?:the\s+)?[A-Z]", words[at:]) is not None
