"""When two statements give one figure.

Same subject, indicator, unit and period: one figure, and two values of it are a conflict. Another period is
another record of the same series.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.commitment import close
from legation.ledger.resolve.words import alike

_NONE: frozenset[str] = frozenset()


def _subject(clue: Clue) -> frozenset[str]:
    return clue.actors.get("subject", _NONE)


def _indicator(clue: Clue) -> frozenset[str]:
    return clue.words.get("indicator", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Subject and unit."""
    return [(tuple(sorted(_subject(clue))), clue.label("unit"))]


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one figure, or None."""
    if differ(a, b) or _subject(a) != _subject(b) or a.label("unit") != b.label("unit"):
        return None
    same_value = close(a.number("value"), b.number("value"))
    if same_value and a.when == b.when and alike(_indicator(a), _indicator(b)):
        return Match("same subject, indicator, period and value")
    if _indicator(a) != _indicator(b):
        return None
    if a.when is not None and a.when == b.when:
        return Match("same subject, indicator and period, other value")
    return Match("same indicator and value, one without a period", sure=False) if same_value else None


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one figure."""
    if a.when is not None and b.when is not None and a.when != b.when:
        return True
    if a.value("change_from") is not None and b.value("change_from") is not None:
        return close(a.number("change_from"), b.number("change_from")) is False
    return a.document == b.document and close(a.number("value"), b.number("value")) is False


RULE = Rule("figure", keys, match, differ, words=_indicator)
