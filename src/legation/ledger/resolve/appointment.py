"""When two statements speak of one person's holding of one office.

Same person, same office of the same state or body. Elected, appointed, assumed, holding and leaving are
stages of it; the same step at two times is two terms.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit
from legation.ledger.resolve.words import alike, name_parts, same_person

DAYS = 3
_STATE_CODE = 3
_NONE: frozenset[str] = frozenset()
_PLAIN = frozenset(("affair", "state"))
_MODIFIERS = frozenset(
    "vice deputy former ex assistant acting under interim permanent senior incoming".split()
)


def _office(clue: Clue) -> frozenset[str]:
    words = clue.words.get("office", _NONE)
    return words - _PLAIN or words


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each part of the person's name."""
    person = clue.label("person")
    return sorted(set(name_parts(person))) if person else []


def _same_office(a: Clue, b: Clue) -> bool:
    first, second = _office(a), _office(b)
    if first & _MODIFIERS != second & _MODIFIERS:
        return False
    return bool(first and second) and (first <= second or second <= first or alike(first, second))


def _is_state(name: str) -> bool:
    return len(name) == _STATE_CODE and name.isupper()


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one holding, or None."""
    if differ(a, b):
        return None
    of = a.label("of")
    if not _same_office(a, b):
        step = a.label("action") == b.label("action") != "holds"
        if step and of and of == b.label("of") and not _is_state(of):
            return Match("same person and step in one body", sure=False)
        return None
    full = len(name_parts(a.label("person") or "")) > 1 and len(name_parts(b.label("person") or "")) > 1
    dates = fit(a.when, b.when, DAYS)
    same_step = a.label("action") == b.label("action")
    sure = (full or a.document == b.document) and of == b.label("of") and _office(a) == _office(b)
    return Match(
        "same person and office", sure=sure and (dates == "same" or (same_step and a.when is b.when))
    )


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one holding."""
    if not same_person(a.label("person") or "", b.label("person") or ""):
        return True
    first, second = a.label("of"), b.label("of")
    if first and second and first != second:
        return True
    same_step = a.label("action") == b.label("action") != "holds"
    return same_step and fit(a.when, b.when, DAYS) == "apart"


RULE = Rule("appointment", keys, match, differ)
