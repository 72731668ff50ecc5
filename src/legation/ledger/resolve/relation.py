"""When two statements speak of one step in the relations of two actors.

Same pair and same tier. A statement that only describes a tier joins the step that set it up, but never
dates it. Two steps of one pair in one month, told by two documents in words of their own, are one
step: both labels are kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, length, months, span
from legation.ledger.resolve.words import alike
from legation.records import TIERS

DAYS = 3
_MONTH_DAYS = 31
_NONE: frozenset[str] = frozenset()
_STEPS_UP = frozenset(("established", "upgraded", "restored"))


def _parties(clue: Clue) -> frozenset[str]:
    return clue.actors.get("parties", _NONE)


def _is_step(clue: Clue) -> bool:
    return clue.label("action") not in ("described", None)


def _direction(clue: Clue) -> str | None:
    action = clue.label("action")
    return "up" if action in _STEPS_UP else None if action == "described" else action


def keys(clue: Clue) -> Iterable[Hashable]:
    """The parties with the tier; for a tier in words of its own with each of these, and for its step with the month."""
    pair, tier = tuple(sorted(_parties(clue))), clue.label("tier")
    found: list[Hashable] = [(pair, tier)]
    if tier not in TIERS:
        found += [(pair, "word", word) for word in sorted(clue.words.get("tier", _NONE))]
        if clue.when and _is_step(clue) and length(clue.when) <= _MONTH_DAYS:
            found += [(pair, "month", month) for month in months(clue.when, DAYS)]
    return found


def same_tier(a: Clue, b: Clue) -> bool:
    """Whether two labels name one tier; the standard ones only equal themselves."""
    first, second = a.label("tier"), b.label("tier")
    if first == second:
        return True
    if first is None or second is None or first in TIERS or second in TIERS or a.document == b.document:
        return False
    return alike(a.words["tier"], b.words["tier"])


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one step, or None."""
    if differ(a, b) or _parties(a) != _parties(b):
        return None
    if _is_step(a) and _is_step(b):
        return _steps(a, b)
    if not same_tier(a, b):
        return None
    if not _is_step(a) and not _is_step(b):
        return Match("both describe the same tier")
    step, described = (a, b) if _is_step(a) else (b, a)
    if step.when and described.when and span(step.when)[0] >= span(described.when)[1]:
        return None
    return Match("describes the tier that the other says was set up", sure=False)


def _steps(a: Clue, b: Clue) -> Match | None:
    dates = fit(a.when, b.when, DAYS)
    if not same_tier(a, b):
        one_month = max(length(a.when), length(b.when)) <= _MONTH_DAYS and dates in ("same", "fits")
        standard = a.label("tier") in TIERS or b.label("tier") in TIERS
        apart = standard or a.document == b.document
        return Match("steps of one pair in one month") if one_month and not apart else None
    if dates == "unknown":
        return Match("same pair and tier, one undated", sure=a.when is b.when)
    fine = max(length(a.when), length(b.when)) <= _MONTH_DAYS
    return Match("same pair and tier, dates agree", sure=dates == "same" or fine)


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one step."""
    if a.value("count") != b.value("count"):
        return True
    ways = {_direction(a), _direction(b)} - {None}
    if len(ways) > 1:
        return True
    return _is_step(a) and _is_step(b) and fit(a.when, b.when, DAYS) == "apart"


RULE = Rule("relation", keys, match, differ)
