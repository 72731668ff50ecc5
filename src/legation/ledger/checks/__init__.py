"""Checks that need no second source: what a sentence claims, held against itself and against the ledger.

Parts against their whole, counts against lists, firsts and records against what is known. Laws held here: a doubt names
the values that do not fit and what would settle it, and accuses nobody; a sentence that may be read so that it fits gives
none. Growth against levels, anniversaries against founding years and two holders of one office need no words, and are
compared with other records (`resolve.between`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from legation.ledger.checks import firsts, highs, lists, sums
from legation.ledger.checks.claim import Claim, claims_of
from legation.ledger.record import Conflict, Record

if TYPE_CHECKING:
    from legation.ledger.view import View

Check = Callable[["View", Sequence[Claim]], Iterator[Conflict]]

CHECKS: Final[tuple[Check, ...]] = (
    sums.check,
    lists.check,
    firsts.check_visits,
    firsts.check_partners,
    highs.check,
)


def doubts(view: View, records: Iterable[Record]) -> list[Conflict]:
    """What does not fit in the sentences that speak of some records, in a fixed order.

    The texts of their documents are read for it, so it takes time with the number of records.

    Args:
        view: The view that they are of, and that firsts and records are held against.
        records: The records.
    """
    claims = claims_of(view, records)
    found = [conflict for check in CHECKS for conflict in check(view, claims)]
    return sorted(found, key=lambda c: (c.kind, c.field, c.records, c.note))
