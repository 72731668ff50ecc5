"""When two statements speak of one resolution, law, strategy or other policy.

Same author and same title; a number in the title must agree. A policy without a title goes by its topic.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit
from legation.ledger.resolve.titles import is_telling, same_title, title_words

DAYS = 3
_NONE: frozenset[str] = frozenset()


def _title(clue: Clue) -> str | None:
    return clue.label("title") or clue.label("topic")


def _authors(clue: Clue) -> frozenset[str]:
    return clue.actors.get("by", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each author."""
    return sorted(_authors(clue))


def words(clue: Clue) -> frozenset[str]:
    """The words by which the title is known."""
    title = _title(clue)
    return title_words(title) if title else _NONE


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one policy, or None."""
    first, second = _title(a), _title(b)
    if differ(a, b) or first is None or second is None or not same_title(first, second):
        return None
    telling = is_telling(first) and is_telling(second)
    if telling or fit(a.when, b.when, DAYS) == "same":
        return Match("same author and title")
    return Match("same author, like title", sure=False)


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one policy."""
    same_step = a.label("action") == b.label("action") and a.modality == b.modality
    return not (_authors(a) & _authors(b)) or (same_step and fit(a.when, b.when, DAYS) == "apart")


RULE = Rule("policy", keys, match, differ, words)
