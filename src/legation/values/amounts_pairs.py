"""Two neighbouring numbers that make one quantity: a range, a change, or a part of a whole."""

from __future__ import annotations

import re
from decimal import Decimal

from legation.values.amounts_atoms import Atom
from legation.values.quantity import Quantity

_OUT_OF = re.compile(r"\s+(?:out of|of|in)\s+(?:the\s+|its\s+|all\s+)?")
_TO = re.compile(
    r"\s?[-–—]\s?|(?:\s+in\s+(?:\w+\s+)?\d{4}|\s+a year (?:ago|earlier|before)|\s+and\s+[a-z]+)?\s+(?:to|through|or|đến|à)\s+"
)
_AND = re.compile(r"\s+and\s+")
_FROM_AFTER = re.compile(
    r"(?:\s+(?:in|by|for)\s+(?:[A-Z]\w+\s+)?\d{4}|\s+(?:last|this)\s+year)?,?\s+\(?"
    r"(?:((?:up|down)\s+)?from|(compared\s+(?:with|to)|as\s+against|against|versus|vs\.?))\s+(?:just\s+|only\s+)?"
)
_MOST = 24  # characters between two numbers that make one quantity
_MOST_BACK = 48  # the same, where the earlier value comes second
_BETWEEN = re.compile(r"\b(?:between|giữa|entre)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|từ|de)\s+$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang\w+|vary\w*|varie[sd]|anywhere)\s+from\s+$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:r[io]se[ns]?|rising|increas\w+|gr[eo]w\w*|fall\w*|fell|drop\w*|declin\w+|cut\w*|reduc\w+|lower\w*|"
    r"rais\w+|lift\w*|jump\w*|surg\w+|soar\w*|climb\w*|expand\w*|shrank|shrink\w*|slash\w*|up|down|went|go(?:es|ing)?|"
    r"widen\w*|narrow\w*|mov\w+|chang\w+|tăng|giảm)\b[^.;\n]*$",
    re.IGNORECASE,
)


def pair(text: str, one: Atom, two: Atom) -> Quantity | None:
    """The one quantity that two neighbouring numbers make, if they make one."""
    gap, before = text[one.end : two.start], text[max(0, one.start - 80) : one.start]
    if len(gap) > _MOST_BACK or "\n\n" in gap or (one.out_of is not None and two.out_of is None):
        return None
    if one.is_bare and one.scale is None and _OUT_OF.fullmatch(gap):
        return _part(gap, one, two)
    back = _FROM_AFTER.fullmatch(gap)
    if back and _is_alike(one, two) and (one.unit not in (None, "year", "month", "day") or back[1]):
        return _change(two, one)
    if len(gap) > _MOST:
        return None
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
        return one.is_bare and one.is_grouped and two.is_grouped
    return (one.is_bare or one.unit == two.unit) and (one.noun is None or one.noun == two.noun)


def _goes_on(one: Atom, two: Atom) -> bool:
    """Whether a bare number goes on with the count before it: "from 63 provinces to 34"."""
    return one.noun is not None and two.is_bare and two.scale is None


def _is_change(before: str, one: Atom, two: Atom) -> bool:
    """Whether "from A to B" tells a change rather than a range."""
    if _RANGING.search(before) or not (_is_alike(one, two) or _goes_on(one, two)):
        return False
    falls = _shared(one, two) > two.value
    return falls or two.bound is not None or not one.is_bare or bool(_CHANGING.search(before))


def _shared(one: Atom, two: Atom) -> Decimal:
    """The first number's value, with the scale that the second one tells for both."""
    if one.scale is None and two.scale is not None and one.number < 1000:
        return one.number * two.scale
    return one.value


def _change(earlier: Atom, later: Atom) -> Quantity | None:
    unit = later.unit or earlier.unit or "count"
    noun = later.noun or earlier.noun
    return Quantity(later.value, unit, noun, later.bound, change_from=_shared(earlier, later))


def _range(one: Atom, two: Atom) -> Quantity | None:
    low, unit = _shared(one, two), two.unit or one.unit or "count"
    is_money = (one.unit or "").isupper() and two.is_bare and two.scale is not None
    if not (_is_alike(one, two) or is_money) or low > two.value:
        return None
    return Quantity(low, unit, two.noun, one.bound, high=two.value)
