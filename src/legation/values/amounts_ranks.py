"""Places in an order: "third-largest trading partner", "the largest investor", "ranked 32nd"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from legation.values.amounts_words import NOT_PLURALS, ORDINALS, STOPS
from legation.values.dates_points import Spot
from legation.values.dates_words import SPACE

SUPERLATIVES: Final = frozenset(
    [
        *("largest", "biggest", "highest", "smallest", "lowest", "fastest", "richest", "poorest", "oldest"),
        *("longest", "busiest", "strongest", "youngest", "most", "top", "leading", "main", "principal"),
    ]
)
_LEADING = frozenset({"top", "leading", "main", "principal"})
"""Words that put a partner or a dealer first: "its top trading partner", but no "main goal" and no "top official"."""
_DEALERS = frozenset(
    "partner investor exporter importer supplier buyer donor market destination lender creditor producer customer "
    "provider trader operator contributor".split()
)
_LARGEST = frozenset({"largest", "biggest"})
"""Superlatives that are places by themselves; "the highest level" and "the strongest terms" are none."""

RANKED: Final = frozenset({"ranked", "ranks", "ranking", "Ranked"})

_ORDINAL_BEFORE = re.compile(rf"\b(?:({'|'.join(ORDINALS)})|(\d+)(?:st|nd|rd|th))(?:-|\s+)$", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\b(?:one of|among|some of)\s+(?:the|its|their|our|\S+['’]s?)\s+(?:\S+\s+)?$", re.IGNORECASE
)
_OWNED = re.compile(r"(?:\b(?:the|its|their|our|his|her)|['’]s?)\s+(?:single\s+)?$", re.IGNORECASE)
_NOUN = re.compile(rf"(?:-\w+)?((?:{SPACE}[^\W\d_][\w’'-]*){{1,4}})")
_PLACE = re.compile(
    rf"{SPACE}(?:(?:at|as|in){SPACE})?(?:the{SPACE})?(?:(?:No\.|number){SPACE}?(\d+)|(\d+)(?:st|nd|rd|th)|"
    rf"({'|'.join(ORDINALS)}))\b",
    re.IGNORECASE,
)
_SUPERLATIVE_NEXT = re.compile(rf"(?:-|{SPACE})(?:largest|biggest|highest|smallest|lowest|fastest|most)\b")


class Rank(NamedTuple):
    """A place in an order, at a stretch of the text."""

    start: int
    end: int
    place: Decimal
    noun: str | None


def from_superlative(spot: Spot) -> Rank | None:
    """What "largest" and its like say: a place, where an ordinal or "the" stands before it."""
    before = spot.before(40)
    if _ONE_OF.search(before):
        return None
    ordinal = _ORDINAL_BEFORE.search(before)
    leads = spot.word in _LEADING
    if (leads or not ordinal) and not ((leads or spot.word in _LARGEST) and _OWNED.search(before)):
        return None
    noun = _ranked_noun(spot)
    if leads and (noun is None or not _DEALERS & set(noun[0].lower().split())):
        return None
    if ordinal:
        name, end = noun or (None, spot.end)
        return Rank(spot.start - len(ordinal[0]), end, _place(ordinal[2], ordinal[1]), name)
    if noun is None or _has_plural(noun[0]):
        return None
    return Rank(spot.start, noun[1], Decimal(1), noun[0])


def from_ranked(spot: Spot) -> Rank | None:
    """What "ranks" says: "ranked 32nd", "ranks third"."""
    found = _PLACE.match(spot.text, spot.end)
    if not found or _SUPERLATIVE_NEXT.match(spot.text, found.end()):
        return None
    return Rank(spot.start, found.end(), _place(found[1] or found[2], found[3]), None)


def _has_plural(noun: str) -> bool:
    """Whether several are ranked together, so that none of them has the place."""
    return any(word.endswith("s") and not word.endswith(("ss", "’s", "'s")) for word in noun.split())


def _place(digits: str | None, word: str | None) -> Decimal:
    return Decimal(digits) if digits else Decimal(ORDINALS[(word or "first").lower()])


def _ranked_noun(spot: Spot) -> tuple[str, int] | None:
    """The words after a superlative up to a stop word, and where they end."""
    found = _NOUN.match(spot.text, spot.end)
    if not found:
        return None
    names: list[str] = []
    end = spot.end
    for word in re.finditer(r"[^\s]+", found[1]):
        name = word.group()
        if name.lower() in STOPS or name.lower() in NOT_PLURALS:
            break
        names.append(name)
        end = found.start(1) + word.end()
    return (" ".join(names), end) if names else None
