"""When two statements speak of one agreement.

Same parties and similar titles. Negotiating, concluded, signed and in force are stages of one agreement; the
same stage on two dates is two agreements.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, gap
from legation.ledger.resolve.titles import is_telling, same_title, title_keys
from legation.ledger.resolve.words import jaccard

DAYS = 3
NEAR_DAYS = 800
"""How far, counted at both ends, the stages of an agreement without a telling title may lie apart."""
_NONE: frozenset[str] = frozenset()
_LASTING = frozenset(("negotiating", "in_force"))


def _parties(clue: Clue) -> frozenset[str]:
    return clue.actors.get("parties", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each party with each telling word of the title."""
    title = clue.label("title")
    if title is None:
        return []
    return [(party, word) for party in sorted(_parties(clue)) for word in title_keys(title)]


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one agreement, or None."""
    first, second = a.label("title"), b.label("title")
    if differ(a, b) or first is None or second is None or not same_title(first, second):
        return None
    if jaccard(_parties(a), _parties(b)) < 0.5 or (_parties(a) != _parties(b) and not is_telling(first)):
        return None
    dates = fit(a.when, b.when, DAYS)
    telling = is_telling(first) and is_telling(second)
    if telling and dates != "unknown":
        return Match("same parties and title")
    if dates == "same":
        return Match("same parties and date, like title")
    if dates == "unknown":
        return Match("same parties and title, one undated", sure=a.when is b.when and telling)
    return (
        Match("same parties, like title, dates not far apart") if gap(a.when, b.when) <= NEAR_DAYS else None
    )


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one agreement."""
    if a.value("count") != b.value("count"):
        return True
    action = a.label("action")
    same_step = action == b.label("action") and action not in _LASTING and a.modality == b.modality
    return same_step and fit(a.when, b.when, DAYS) == "apart"


RULE = Rule("agreement", keys, match, differ)
