"""When two statements speak of one meeting, call, letter or round of talks.

Mostly the same participants, persons that go together, the same day give or take one (a date line lies
between New York and Manila). Undated ones stay apart unless one document tells both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, months
from legation.ledger.resolve.words import jaccard, people_met

DAYS = 1
_NONE: frozenset[str] = frozenset()
_GATHERINGS = frozenset(("conference", "dialogue"))
_FACE_TO_FACE = frozenset(("meeting", "conference", "dialogue", None))


def _sides(clue: Clue) -> frozenset[str]:
    return clue.actors.get("participants", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each participant, by month; undated ones only within their document."""
    when = months(clue.when, DAYS) if clue.when else (clue.document,)
    return [(side, moment) for side in sorted(_sides(clue)) for moment in when]


def _modes_agree(a: Clue, b: Clue) -> bool:
    first, second = a.label("mode"), b.label("mode")
    if first == second or first is None or second is None:
        return True
    return a.document != b.document and first in _FACE_TO_FACE and second in _FACE_TO_FACE


def _sides_agree(a: Clue, b: Clue) -> bool:
    """Whether the sides are the same.

    Two and three sides are another meeting, except where many gather; where only one side is named, at least
    two persons must be the same: a president meets many in a day.
    """
    first, second = _sides(a), _sides(b)
    if first == second and len(first) > 1:
        return True
    if min(len(first), len(second)) == 1:
        return bool(first & second) and people_met(a.people("persons"), b.people("persons")) > 1
    gathering = a.label("mode") in _GATHERINGS and b.label("mode") in _GATHERINGS
    return jaccard(first, second) >= 0.5 and (gathering or len(first & second) > 2)


def _persons_agree(a: Clue, b: Clue) -> bool | None:
    """Whether the smaller list of persons is found in the larger; None where one is empty."""
    first, second = a.people("persons"), b.people("persons")
    if not first or not second:
        return None
    needed = min(len(first), len(second))
    return people_met(first, second) >= (needed if needed <= 2 else (needed + 1) // 2)


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one contact, or None."""
    if differ(a, b) or not _sides_agree(a, b):
        return None
    dates, persons = fit(a.when, b.when, DAYS), _persons_agree(a, b)
    if dates == "unknown":
        return _undated(a, b) if persons else None
    if dates == "same":
        return Match(
            "same sides, same day" if persons is None else "same persons, same day", sure=bool(persons)
        )
    return Match("same persons, the coarser date fits", sure=False) if persons else None


def _undated(a: Clue, b: Clue) -> Match | None:
    if a.document == b.document and a.when is None and b.when is None:
        return Match("same persons in one document")
    return None


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one contact."""
    if a.value("count") != b.value("count") or not _modes_agree(a, b):
        return True
    return fit(a.when, b.when, DAYS) == "apart" or _persons_agree(a, b) is False


RULE = Rule("contact", keys, match, differ)
