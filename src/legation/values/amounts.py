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

from legation.values.amounts_atoms import Atom, read_atom
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


_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMBER_WORDS = {*CARDINALS, *VAGUE, "a", "an", "half", "several", "few"}
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

_OUT_OF = re.compile(r"\s+(?:out of|of|in)\s+(?:the\s+|its\s+|all\s+)?")
_TO = re.compile(r"\s?[-–—]\s?|(?:\s+in\s+(?:\w+\s+)?\d{4})?\s+(?:to|through|or|đến|à)\s+")
_AND = re.compile(r"\s+and\s+")
_FROM_AFTER = re.compile(r",?\s+\(?((?:up|down)\s+)?from\s+")
_BETWEEN = re.compile(r"\b(?:between|giữa|entre)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|từ|de)\s+$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang\w+|vary\w*|varie[sd]|anywhere)\s+from\s+$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:r[io]se[ns]?|rising|increas\w+|gr[eo]w\w*|fall\w*|fell|drop\w*|declin\w+|cut\w*|reduc\w+|lower\w*|"
    r"rais\w+|lift\w*|jump\w*|surg\w+|soar\w*|climb\w*|expand\w*|shrank|shrink\w*|slash\w*|up|down|went|go(?:es|ing)?|"
    r"widen\w*|narrow\w*|mov\w+|chang\w+|tăng|giảm)\b[^.;\n]*$",
    re.IGNORECASE,
)


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
    for found in _WORD.finditer(text):
        word = found.group()
        if word not in _ANCHORS and not "0" <= word[0] <= "9":
            continue
        start = found.start()
        while ends <= start and ends < len(text):
            begins, ends = next(date)
        if start < done or begins <= start < ends:
            continue
        item = _item(Spot(text, start, found.end(), word))
        if item:
            done = item.end
            yield item


def _item(spot: Spot) -> Atom | QuantityMention | None:
    if spot.word in SUPERLATIVES:
        return _rank_mention(spot.text, from_superlative(spot))
    if spot.word in RANKED:
        return _rank_mention(spot.text, from_ranked(spot))
    if spot.word in _MULTIPLES:
        times = Quantity(Decimal(_MULTIPLES[spot.word]), "times")
        return QuantityMention(spot.start, spot.end, times, spot.word)
    return read_atom(spot)


def _rank_mention(text: str, rank: Rank | None) -> QuantityMention | None:
    if rank is None:
        return None
    quantity = Quantity(rank.place, "rank", rank.noun)
    return QuantityMention(rank.start, rank.end, quantity, text[rank.start : rank.end])


def _combined(text: str, atoms: list[Atom]) -> Iterator[tuple[Atom, Quantity | None]]:
    """Each atom, or pair of atoms that make one range, change or part of a whole, with its quantity."""
    i = 0
    while i < len(atoms):
        one, two = atoms[i], atoms[i + 1] if i + 1 < len(atoms) else None
        both = _pair(text, one, two) if two else None
        if two and both:
            yield replace(one, end=two.end), both
            i += 2
        else:
            yield one, _single(one)
            i += 1


def _single(atom: Atom) -> Quantity | None:
    if atom.out_of is not None:
        return Quantity(atom.number, "fraction", atom.noun, atom.bound, out_of=atom.out_of)
    if atom.is_bare and atom.scale is None and not atom.is_grouped:
        return None
    return Quantity(atom.value, atom.unit or "count", atom.noun, atom.bound)


def _pair(text: str, one: Atom, two: Atom) -> Quantity | None:
    """The one quantity that two neighbouring numbers make, if they make one."""
    gap, before = text[one.end : two.start], text[max(0, one.start - 80) : one.start]
    if len(gap) > 24 or "\n\n" in gap:
        return None
    if one.is_bare and one.scale is None and _OUT_OF.fullmatch(gap):
        return _part(gap, one, two)
    back = _FROM_AFTER.fullmatch(gap)
    if back and _is_alike(one, two) and (one.unit not in (None, "year", "month", "day") or back[1]):
        return _change(two, one)
    if _AND.fullmatch(gap):
        return _range(one, two) if _BETWEEN.search(before) else None
    if not _TO.fullmatch(gap):
        return None
    if _FROM.search(before) and _is_change(before, one, two):
        return _change(one, two)
    return _range(one, two)


def _part(gap: str, one: Atom, two: Atom) -> Quantity | None:
    """Six out of seven, one in five."""
    if one.number > two.value or (gap.strip().startswith("in") and one.number != 1) or two.unit == "percent":
        return None
    if one.number == 1 and gap.endswith("the "):
        return None
    if two.unit is not None or (two.noun is None and "out" not in gap):
        return None
    return Quantity(one.number, "count", two.noun, one.bound or two.bound, out_of=two.value)


def _is_alike(one: Atom, two: Atom) -> bool:
    """Whether two numbers can be two values of one thing: the later one's unit may stand for both."""
    if two.is_bare and two.scale is None:
        return False
    return (one.is_bare or one.unit == two.unit) and (one.noun is None or one.noun == two.noun)


def _is_change(before: str, one: Atom, two: Atom) -> bool:
    """Whether "from A to B" tells a change rather than a range."""
    if _RANGING.search(before) or not _is_alike(one, two):
        return False
    falls = _shared(one, two) > two.value
    return falls or two.bound is not None or not one.is_bare or bool(_CHANGING.search(before))


def _shared(one: Atom, two: Atom) -> Decimal:
    """The first number's value, with the scale that the second one tells for both."""
    if one.scale is None and two.scale is not None and one.number < 1000:
        return one.number * two.scale
    return one.value


def _change(earlier: Atom, later: Atom) -> Quantity | None:
    if not (_is_alike(earlier, later) or _is_alike(later, earlier)):
        return None
    unit = later.unit or earlier.unit or "count"
    noun = later.noun or earlier.noun
    return Quantity(later.value, unit, noun, later.bound, change_from=_shared(earlier, later))


def _range(one: Atom, two: Atom) -> Quantity | None:
    low, unit = _shared(one, two), two.unit or one.unit or "count"
    is_money = one.unit is not None and two.unit is None and two.noun is None and two.scale is not None
    if not (_is_alike(one, two) or is_money) or low > two.value:
        return None
    return Quantity(low, unit, two.noun, one.bound, high=two.value)


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
