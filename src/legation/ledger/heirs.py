"""Which statement of a later reading stands where an earlier one stood: judgements follow their passage to it.

Laws held here: an heir is of the same document and kind and shares half of the shorter quote at least; one that says
what the old one said goes before all others; of the rest each new statement follows on one old statement at most,
so that what was decided about one of two neighbours never passes to the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.ledger.record import StoredStatement
from legation.ledger.resolve.decided import Successor
from legation.records import Statement


def heirs_of(olds: Mapping[str, Statement], standing: Sequence[StoredStatement]) -> dict[str, Successor]:
    """The heirs of the statements of one reading.

    Args:
        olds: All its statements of one kind, by id: a neighbour may have the better claim.
        standing: The statements of that document and kind that stand now.
    """
    found: dict[str, Successor] = {}
    claims = sorted(
        (
            (_likeness(old, new.statement), key, new)
            for key, old in olds.items()
            for new in standing
            if _shares(old, new)
        ),
        key=lambda claim: (*(-each for each in claim[0]), claim[1], claim[2].id),
    )
    taken: set[str] = set()
    for (same, _, _), key, new in claims:
        if key in found or (new.id in taken and not same):
            continue
        found[key] = Successor(new.id, says_the_same=bool(same))
        taken.add(new.id)
    return found


def _shares(old: Statement, new: StoredStatement) -> bool:
    shorter = min(old.quote.end - old.quote.start, new.quote.end - new.quote.start)
    return 2 * _overlap(old, new.statement) >= shorter


def _overlap(old: Statement, new: Statement) -> int:
    return min(old.quote.end, new.quote.end) - max(old.quote.start, new.quote.start)


def _likeness(old: Statement, new: Statement) -> tuple[int, int, int]:
    """Whether it says the same, how much of it is the same, and how much of the quote."""
    alike = [old.modality == new.modality, old.date == new.date]
    same = all(alike) and old.identity == new.identity
    return (
        same,
        sum(alike) + sum(new.fields[name] == value for name, value in old.fields.items()),
        _overlap(old, new),
    )
