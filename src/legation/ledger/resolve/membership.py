"""When two statements speak of one standing of an actor in a body.

Same actor and body, the same or a following step, and roles, terms and dates that agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache

from legation.actors.register import register
from legation.errors import ActorError
from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit
from legation.ledger.resolve.words import alike, fold

DAYS = 3
_FAMILY = {"candidate": "elected", "elected": "elected", "joined": "member", "member": "member"}
_LASTING = frozenset(("member", "observer", "participates", "candidate"))
_NONE: frozenset[str] = frozenset()


def _family(clue: Clue) -> str | None:
    action = clue.label("action")
    return _FAMILY.get(action, action) if action else None


@lru_cache(maxsize=4096)
def _body(name: str) -> str:
    """A body whatever a text calls it: its id where the register knows the name, else the name's own words."""
    try:
        return register().resolve(name).id
    except ActorError:
        return fold(name)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Actor, body and family of the step."""
    actor, body = clue.label("actor"), clue.label("body")
    return [(actor, _body(body), _family(clue))] if actor and body else []


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one standing, or None."""
    if differ(a, b) or _family(a) != _family(b):
        return None
    terms = fit(a.term("term"), b.term("term"), DAYS)
    same_step = a.label("action") == b.label("action")
    if terms in ("same", "fits"):
        return Match("same body and term")
    if same_step and a.label("action") in _LASTING and terms == "unknown":
        return Match("same body and standing", sure=a.value("term") is b.value("term") is None)
    dates = fit(a.when, b.when, DAYS)
    if same_step and dates == "same":
        return Match("same body, step and date")
    return Match("same body, no date against it", sure=same_step and a.when is b.when is None)


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one standing."""
    first, second = a.words.get("role", _NONE), b.words.get("role", _NONE)
    if first and second and not alike(first, second):
        return True
    if fit(a.term("term"), b.term("term"), DAYS) == "apart":
        return True
    steps = a.label("action") not in _LASTING and b.label("action") not in _LASTING
    one_term = a.term("term") is not None and a.term("term") == b.term("term")
    return steps and not one_term and fit(a.when, b.when, DAYS) == "apart"


RULE = Rule("membership", keys, match, differ)
