"""The grammar of quantities in text: words to exact numbers with their units, each with its place.

Laws: every value is exact and carries a unit; a bound, a range, a change and a part of a whole are kept as
the text tells them. Dates, identifiers, ordinals and figures of speech are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from legation.values.alternatives import alternatives
from legation.values.amounts_atoms import NUMBERING, Atom, bound_before, read_atom
from legation.values.amounts_pairs import pair
from legation.values.amounts_ranks import RANKED, SUPERLATIVES, Rank, from_ranked, from_superlative
from legation.values.amounts_words import CARDINALS, VAGUE
from legation.values.dates import date_spans
from legation.values.dates_points import Spot
from legation.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity where it stands in a text.

    Attributes:
        start: Offset of its first character; bound words and currency signs belong to it.
        end: Offset after its last character.
        quantity: The quantity.
        text: Its words.
    """

    start: int
    end: int
    quantity: Quantity
    text: str


_NUMBER_WORDS = {*CARDINALS, *VAGUE, "half", "several", "few"}
_MULTIPLES: dict[str, int] = {
    "doubled": 2,
    "doubling": 2,
    "tripled": 3,
    "trebled": 3,
    "tripling": 3,
    "quadrupled": 4,
}
_MULTIPLES |= {f"{word}fold": number for word, number in CARDINALS.items() if 1 < number <= 10}
_ANCHORS: Final = frozenset(
    {form for word in _NUMBER_WORDS for form in (word, word.capitalize())}
    | SUPERLATIVES
    | RANKED
    | set(_MULTIPLES)
)
_ANCHOR = re.compile(
    rf"(?<!\d)[0-9]\d*|(?<![^\W\d_])(?:{alternatives(_ANCHORS)}|[Aa]n?(?=[-\s]+[dhmbtqfsenDHMBTQFSEN]))(?![^\W\d_])"
)
"""Where a quantity may begin: digits, one of these words, or "a" before "dozen", "third" and the like."""


_MILLION = 1_000_000
_BREAK = re.compile(r"[.:]\s|\n")
_NEAR = 80  # characters: no further than the neighbouring clause
_TOTAL = re.compile(
    r"\b(?:number of|total(?: number of)?)\s+((?:[^\W\d_][\w-]*\s+){0,2}?[^\W\d_][\w-]*s)\b"
    r"[^.;:,\n\d]{0,60}\b(?:to|at|reached|reaching|is|was|are|were)\s+$"
)
_GOES_ON = re.compile(r"^[^.;:\n]*(?:,|\band)\s+$")
_PLACE_AFTER = re.compile(r"\s+(?:in|with|for|from|to)\s+(?:the\s+)?[A-Z]")


def find_quantities(text: str) -> list[QuantityMention]:
    """Find the quantities in a text.

    Args:
        text: Any text.

    Returns:
        The mentions, which do not overlap, in the order of the text.

    Example:
        >>> for found in find_quantities("Trade rose from $5 billion to over $8 billion with 16 countries."):
        ...     print(found.quantity)
        over 5000000000->8000000000 USD
        16 count countries
    """
    atoms: list[Atom] = []
    found: list[QuantityMention] = []
    for item in _items(text):
        if isinstance(item, Atom):
            atoms.append(item)
        else:
            found.append(item)
    found += [mention for atom in _combined(text, atoms) if (mention := _mention(text, *atom))]
    return sorted(_apart(found), key=lambda mention: mention.start)


def _items(text: str) -> Iterator[Atom | QuantityMention]:
    """The numbers and ranks of a text, outside its dates."""
    dates = date_spans(text)
    dates.append((len(text), len(text)))
    date = iter(dates)
    begins, ends = next(date)
    done = 0
    for found in _ANCHOR.finditer(text):
        start = found.start()
        while ends <= start and ends < len(text):
            begins, ends = next(date)
        if start < done or begins <= start < ends:
            continue
        item = _item(Spot(text, start, found.end(), found.group()))
        if item:
            done = item.end
            yield item


def _item(spot: Spot) -> Atom | QuantityMention | None:
    if spot.word in SUPERLATIVES:
        return _rank_mention(spot.text, from_superlative(spot))
    if spot.word in RANKED:
        return _rank_mention(spot.text, from_ranked(spot))
    if spot.word in _MULTIPLES:
        start, bound = bound_before(spot.text, spot.start)
        times = Quantity(Decimal(_MULTIPLES[spot.word]), "times", None, bound)
        return QuantityMention(start, spot.end, times, spot.text[start : spot.end])
    return read_atom(spot)


def _rank_mention(text: str, rank: Rank | None) -> QuantityMention | None:
    if rank is None:
        return None
    quantity = Quantity(rank.place, "rank", rank.noun)
    return QuantityMention(rank.start, rank.end, quantity, text[rank.start : rank.end])


def _combined(text: str, atoms: list[Atom]) -> Iterator[tuple[Atom, Quantity | None]]:
    """Each atom, or pair of atoms that make one range, change or part of a whole, with its quantity."""
    i = 0
    atoms = _with_nouns(text, atoms)
    while i < len(atoms):
        one, two = atoms[i], atoms[i + 1] if i + 1 < len(atoms) else None
        both = pair(text, one, two) if two else None
        if two and both:
            yield replace(one, end=two.end), both
            i += 2
        else:
            yield one, _single(text, one)
            i += 1


def _with_nouns(text: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms, where a bare number takes the noun or the money that the words before it hold."""
    told: list[Atom] = []
    money: Atom | None = None
    for atom in atoms:
        noun = _noun_before(text, atom, told[-1] if told else None) if atom.is_bare else None
        unit = _money_before(text, atom, money) if atom.is_bare and not noun else None
        told.append(replace(atom, noun=noun, unit=unit or atom.unit) if noun or unit else atom)
        money = told[-1] if (told[-1].unit or "").isupper() else money
    return told


def _money_before(text: str, atom: Atom, money: Atom | None) -> str | None:
    """The money of "rose to 12 billion euros, while imports fell to 9.6 billion"."""
    if money is None or money.scale is None or atom.scale is None or atom.scale < _MILLION:
        return None
    gap = text[money.end : atom.start]
    return money.unit if len(gap) <= _NEAR and not _BREAK.search(gap) else None


def _noun_before(text: str, atom: Atom, before: Atom | None) -> str | None:
    """The noun of "22 activities in Mongolia, 18 in Ireland" and of "the number of members rose to 194"."""
    window = text[max(0, atom.start - 100) : atom.start]
    total = _TOTAL.search(window) if "number of" in window or "total" in window else None
    if total:
        return total[1]
    if before is None or before.noun is None or atom.start - before.end > _NEAR:
        return None
    gap = text[before.end : atom.start]
    goes_on = _GOES_ON.search(gap) and _PLACE_AFTER.match(text, atom.end)
    return before.noun if goes_on else None


def _single(text: str, atom: Atom) -> Quantity | None:
    if atom.out_of is not None:
        return Quantity(atom.number, "fraction", atom.noun, atom.bound, out_of=atom.out_of)
    if atom.is_bare and atom.scale is None and not atom.is_grouped:
        told = atom.number > 1 and NUMBERING.search(text[max(0, atom.start - 24) : atom.start])
        return Quantity(atom.value, "count", None, atom.bound) if told else None
    return Quantity(atom.value, atom.unit or "count", atom.noun, atom.bound)


def _mention(text: str, atom: Atom, quantity: Quantity | None) -> QuantityMention | None:
    if quantity is None:
        return None
    return QuantityMention(atom.start, atom.end, quantity, text[atom.start : atom.end])


def _apart(mentions: list[QuantityMention]) -> Iterator[QuantityMention]:
    """The mentions without those that overlap an earlier one."""
    done = 0
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= done:
            done = mention.end
            yield mention
