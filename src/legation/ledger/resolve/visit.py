"""When two statements speak of one visit.

Same traveller's state and mostly the same hosts, dates that agree, and neither visitors nor ranks that
contradict each other. Planned and held are two stages of one visit.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit, months
from legation.ledger.resolve.words import jaccard, people_met

DAYS = 3
_NONE: frozenset[str] = frozenset()


def _hosts(clue: Clue) -> frozenset[str]:
    return clue.actors.get("to", _NONE)


def keys(clue: Clue) -> Iterable[Hashable]:
    """Traveller's state and host, by month; undated ones only within their document."""
    sender = clue.label("from")
    when = months(clue.when, DAYS) if clue.when else (clue.document,)
    return [(sender, host, moment) for host in sorted(_hosts(clue)) for moment in when]


def _visitors_agree(a: Clue, b: Clue) -> bool | None:
    """Whether the travellers are the same; None where one side does not name any."""
    first, second = a.people("visitors"), b.people("visitors")
    if not first or not second:
        return None
    return people_met(first, second) > 0


def _ranks_agree(a: Clue, b: Clue) -> bool | None:
    first, second = a.label("rank"), b.label("rank")
    return first == second if first and second else None


def _counts_agree(a: Clue, b: Clue) -> bool:
    """A count of visits is no visit; the number of hosts of one journey may go unsaid."""
    first, second = a.number("count"), b.number("count")
    if first == second:
        return True
    return (first is None or second is None) and bool(a.people("visitors") and b.people("visitors"))


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one visit, or None."""
    if differ(a, b) or a.label("from") != b.label("from") or jaccard(_hosts(a), _hosts(b)) < 0.5:
        return None
    dates = fit(a.when, b.when, DAYS)
    people, ranks = _visitors_agree(a, b), _ranks_agree(a, b)
    if dates == "unknown":
        alone = a.document == b.document and a.when is b.when is None and people
        return Match("same traveller and host in one document") if alone else None
    if people is None and (ranks is None or a.when is None):
        return Match("same states, dates agree", sure=False) if dates == "same" else None
    who = "same visitor" if people else "same rank"
    if dates == "same":
        return Match(f"{who} and host, same dates")
    return Match(f"{who} and host, the coarser date fits", sure=False)


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one visit."""
    if fit(a.when, b.when, DAYS) == "apart" or not _counts_agree(a, b):
        return True
    people = _visitors_agree(a, b)
    if people is False or (people is None and _ranks_agree(a, b) is False):
        return True
    if a.is_part != b.is_part:
        return _hosts(a) != _hosts(b) or a.when != b.when
    return a.document == b.document and _hosts(a) != _hosts(b)


RULE = Rule("visit", keys, match, differ)
