"""When two statements speak of one agreement.

Same parties and similar titles. Negotiating, concluded, signed and in force are stages of one agreement; the
same stage on two dates is two agreements.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, gap
from legation.ledger.resolve.titles import is_telling, same_title, title_words
from legation.ledger.resolve.words import jaccard

DAYS = 3
NEAR_DAYS = 800
"""How far, counted at both ends, the stages of an agreement without a telling title may lie apart."""
_NONE: frozenset[str] = frozenset()
_LASTING = frozenset(("negotiating", "in_force"))


def _parties(clue: Clue) -> frozenset[str]:
    return clue.actors.get("parties", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each party."""
    return sorted(_parties(clue))


def words(clue: Clue) -> frozenset[str]:
    """The words by which the title is known."""
    title = clue.label("title")
    return title_words(title) if title else _NONE


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one agreement, or None."""
    ours, theirs = _parties(a), _parties(b)
    if ours != theirs and jaccard(ours, theirs) < 0.5:
        return None
    first, second = a.label("title"), b.label("title")
    if first is None or second is None or not same_title(first, second) or differ(a, b):
        return None
    if ours != theirs and not is_telling(first):
        return None
    dates = fit(a.when, b.when, DAYS)
    telling = is_telling(first) and is_telling(second)
    if telling and dates != "unknown":
        return Match("same parties and title")
    if dates == "same":
        return Match("same parties and date, like title")
    if dates == "unknown":
        return Match("same parties and title, one undated", sure=a.when is b.when and telling)
    near = gap(a.when, b.when) <= NEAR_DAYS
    return Match("same parties, like title, dates not far apart") if near else None


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one agreement."""
    if a.value("count") != b.value("count"):
        return True
    action = a.label("action")
    same_step = action == b.label("action") and action not in _LASTING and a.modality == b.modality
    return same_step and fit(a.when, b.when, DAYS) == "apart"


RULE = Rule("agreement", keys, match, differ, words)
