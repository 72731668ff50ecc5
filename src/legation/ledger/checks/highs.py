"""Records: a "record high" against an earlier and larger value of its series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from legation.ledger.checks.claim import Claim
from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.dates import length

if TYPE_CHECKING:
    from legation.ledger.view import View

_HIGH: Final = re.compile(
    r"\b(?:a|an|the|its|new)\s+(?:new\s+)?(?:record(?: high)?\b(?!\s+of\s+(?:the|service))|all-time high|historic high)"
    r"|\b(?:highest|largest)(?:\s+\w+)?\s+(?:ever|on record)\b|\brecord-high\b",
    re.IGNORECASE,
)
_SETTLES: Final = "the series that the record is told of, and whether both values count the same"


def check(view: View, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Values told as a record, where the ledger has a larger one from before."""
    for claim in claims:
        figures = claim.of_kind("figure") if _HIGH.search(claim.words) else []
        for figure in figures:
            larger = max(_larger_before(view, figure), key=_value, default=None)
            if larger is not None and larger.date is not None:
                note = (
                    f"{_value(figure).normalize():f} is told as a record, and the ledger has "
                    f"{_value(larger).normalize():f} for {larger.date.words()}"
                )
                yield claim.doubt(figure, "value", note, _SETTLES, (larger, larger.variants["value"][0]))


def _larger_before(view: View, figure: Record) -> Iterator[Record]:
    for other in view.records("figure", with_=figure.actors()):
        if other.series == figure.series and other.date is not None and figure.date is not None:
            like = 0.9 <= length(other.date) / max(1, length(figure.date)) <= 1.1
            if like and other.date.before(figure.date) and _value(other) > _value(figure):
                yield other


def _value(record: Record) -> Decimal:
    value = record.fields["value"]
    return value if isinstance(value, Decimal) else Decimal(0)
