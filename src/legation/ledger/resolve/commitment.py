"""When two statements speak of one commitment.

Same owner, like words for what is promised, and no other value, deadline or beneficiary. It may be restated
on any day. Where all else is the same to the word, another deadline is another account of one promise.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from decimal import Decimal

from legation.ledger.resolve.clue import Clue, Match, Rule
from legation.ledger.resolve.dates import fit
from legation.ledger.resolve.words import alike, jaccard

DAYS = 3
_NONE: frozenset[str] = frozenset()
_TOLERANCE = Decimal("0.005")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING = 3
"""How many words a promise needs to be known again by them alone."""


def close(first: Decimal | None, second: Decimal | None) -> bool | None:
    """Whether two numbers agree to half a per cent; None where one is missing."""
    if first is None or second is None:
        return None
    return abs(first - second) <= _TOLERANCE * max(abs(first), abs(second))


def _owners(clue: Clue) -> frozenset[str]:
    return clue.actors.get("by", _NONE)


def _words(clue: Clue) -> frozenset[str]:
    return clue.words.get("what", _NONE)


def _undated_words(clue: Clue) -> frozenset[str]:
    """The words of the promise without the year of its deadline."""
    return frozenset(word for word in _words(clue) if not _YEAR.fullmatch(word))


def keys(clue: Clue) -> Iterable[Hashable]:
    """Each owner."""
    return sorted(_owners(clue))


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """A short promise is not the longer one that happens to begin like it."""
    return alike(first, second, inside=0.65)


def match(a: Clue, b: Clue) -> Match | None:
    """Why the two are one commitment, or None."""
    first, second = _undated_words(a), _undated_words(b)
    if not _alike(first, second) or (a.document == b.document and not (first <= second or second <= first)):
        return None
    if differ(a, b) or jaccard(_owners(a), _owners(b)) < 0.5:
        return None
    valued = close(a.number("value"), b.number("value")) is True
    due = fit(a.term("deadline"), b.term("deadline"), DAYS) == "same"
    if min(len(first), len(second)) >= 3 and alike(first, second, share=0.75, inside=0.75):
        return Match("same owner and promise")
    anchored = valued or due or fit(a.when, b.when, DAYS) == "same"
    return Match("same owner, like promise, same value, deadline or day") if anchored else None


def differ(a: Clue, b: Clue) -> bool:
    """Whether the two cannot be one commitment."""
    if close(a.number("value"), b.number("value")) is False:
        return True
    to_a, to_b = a.actors.get("to", _NONE), b.actors.get("to", _NONE)
    if to_a and to_b and not to_a & to_b:
        return True
    due = fit(a.term("deadline"), b.term("deadline"), DAYS) == "apart"
    return due and (a.document == b.document or not _restated(a, b))


def _restated(a: Clue, b: Clue) -> bool:
    """Whether the two are the same to the word, years apart: "end coal power by 2030", "… by 2040"."""
    first, second = _undated_words(a), _undated_words(b)
    return first == second and len(first) >= _TELLING and _owners(a) == _owners(b)


RULE = Rule("commitment", keys, match, differ, words=_words)
