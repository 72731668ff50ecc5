"""When two statements give one figure.

Same subject, indicator, unit and period: one figure, and two values of it are a conflict. Another period is
another record of the same series.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal
from math import floor, log10

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.commitment import close
from legation.ledger.resolve.words import alike

_NONE: frozenset[str] = frozenset()
SIDE = {"nearly": "below", "under": "below", "at_most": "below", "over": "above", "at_least": "above"}
_STEP = log10(1.006)
"""Numbers that agree to half a per cent lie no further apart than this, on a scale of logarithms."""
_TELLING = 2
"""How many words an indicator needs to be known by: "states" alone may count anything."""


def _subject(clue: Clue) -> frozenset[str]:
    return clue.actors.get("subject", _NONE)


def _indicator(clue: Clue) -> frozenset[str]:
    return clue.words.get("indicator", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Subject and unit, with the period and with the size of the number: where one has no period, numbers agree."""
    told = tuple(sorted(_subject(clue))), clue.label("unit")
    sizes: list[Hashable] = [(*told, size) for size in _sizes(clue.number("value"))]
    return [(*told, str(clue.when)), *sizes] if clue.when else sizes


def _sizes(value: Decimal | None) -> Iterable[int]:
    """Two steps of a ladder of sizes, of which `close` numbers share one."""
    if value is None:
        return ()
    if not value:
        return (0,)
    step = floor(float(abs(value).log10()) / _STEP)
    return (step, step + 1)


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one figure, or None."""
    if (
        differ(a, b)
        or _bounds_exclude(a, b)
        or _subject(a) != _subject(b)
        or a.label("unit") != b.label("unit")
    ):
        return None
    same_value = close(a.number("value"), b.number("value"))
    if a.when is None or b.when is None:
        return _undated(a, b) if same_value else None
    if same_value and a.when == b.when and alike(_indicator(a), _indicator(b)):
        return Match("same subject, indicator, period and value")
    if _indicator(a) != _indicator(b):
        return None
    known = len(_indicator(a)) >= _TELLING and a.when == b.when
    return Match("same subject, indicator and period, other value") if known else None


def _bounds_exclude(a: Clue, b: Clue) -> bool:
    """Whether the one number lies below what the other lies above, and no period says that it is one number."""
    sides = {SIDE.get(a.label("bound") or ""), SIDE.get(b.label("bound") or "")}
    return sides == {"below", "above"} and (a.when is None or a.when != b.when)


def _undated(a: Clue, b: Clue) -> Match | None:
    """A figure without a period is known by an exact number and an indicator of some words."""
    first, second = _indicator(a), _indicator(b)
    if min(len(first), len(second)) < _TELLING or _is_vague(a) or _is_vague(b):
        return None
    if a.when is None and b.when is None:
        return Match("same subject, indicator and value, no period") if alike(first, second) else None
    return Match("same indicator and value, one without a period", sure=False) if first == second else None


def _is_vague(clue: Clue) -> bool:
    """Whether the number is only an order of size, such as "millions"."""
    value = clue.number("value")
    digits = "".join(map(str, value.as_tuple().digits)) if value else ""
    return clue.label("bound") == "at_least" and digits.rstrip("0") == "1"


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one figure."""
    if a.when is not None and b.when is not None and a.when != b.when:
        return True
    if a.value("change_from") is not None and b.value("change_from") is not None:
        return close(a.number("change_from"), b.number("change_from")) is False
    return a.document == b.document and close(a.number("value"), b.number("value")) is False


RULE = Rule("figure", keys, match, differ, words=_indicator)
