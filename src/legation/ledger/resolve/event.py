"""When two statements speak of one act of one actor towards another.

Same source, target and type at the same time, in documents that tell of one such act only: a document that
tells of two tells them apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, is_fine, months

DAYS = 1
_NONE: frozenset[str] = frozenset()


def _sides(clue: Clue) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    source, target = clue.actors.get("source", _NONE), clue.actors.get("target", _NONE)
    return tuple(sorted(source)), tuple(sorted(target)), clue.label("type")


def keys(clue: Clue) -> Iterable[Hashable]:
    """Source, target and type, by month; an undated act stays alone."""
    if clue.when is None:
        return []
    sides = _sides(clue)
    return [(*sides, moment) for moment in months(clue.when, DAYS)]


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one act, or None."""
    if differ(a, b) or a.when is None or b.when is None or _sides(a) != _sides(b):
        return None
    if fit(a.when, b.when, DAYS) == "same" and is_fine(a.when) and a.is_alone and b.is_alone:
        return Match("same act of the same actors, same time")
    return None


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one act."""
    return a.document == b.document or fit(a.when, b.when, DAYS) == "apart" or a.modality != b.modality


RULE = Rule("event", keys, match, differ)
