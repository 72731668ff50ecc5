"""Parts and wholes: "60 activities, including 21 visits", "38 partners: 13 …, 10 … and 15 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from legation.ledger.checks.claim import Claim
from legation.ledger.record import Conflict, Record
from legation.values.amounts import QuantityMention, find_quantities

if TYPE_CHECKING:
    from legation.ledger.view import View

_SOME: Final = re.compile(
    r"[\s,(–—-]*(?:including|among (?:them|which)|of (?:them|which|these))\b", re.IGNORECASE
)
"""What follows are parts, perhaps not all."""
_ALL: Final = re.compile(
    r"\s*(?:[:=(–—]|,?\s*(?:comprising|consisting of|made up of|that is|namely)\b|\s-\s)", re.IGNORECASE
)
"""What follows are all the parts."""
_BREAKS: Final = re.compile(r"\)|;(?!\s*and\b)")
_SETTLES: Final = "the list that was counted"


def check(_: View, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Sums that do not come out, and wholes of which only a part is accounted for."""
    for claim in claims:
        counts = [
            q for q in find_quantities(claim.words) if q.quantity.unit == "count" and not q.quantity.out_of
        ]
        for at, whole in enumerate(counts[:-1]):
            rest = claim.words[whole.end :]
            record = _record_of(claim, whole)
            if record is not None and (_SOME.match(rest) or _ALL.match(rest)):
                yield from _compared(claim, record, whole, _parts(claim.words, counts[at + 1 :]))
                break


def _record_of(claim: Claim, whole: QuantityMention) -> Record | None:
    """The record that holds the whole, else the first of the sentence."""
    number = whole.quantity.value
    holding = [r for r in claim.records if number in (r.fields.get("value"), r.fields.get("count"))]
    return next(iter(holding or claim.records), None)


def _parts(words: str, counts: Sequence[QuantityMention]) -> list[QuantityMention]:
    """The counts up to the end of the bracket or clause that they stand in."""
    parts: list[QuantityMention] = []
    for count in counts:
        between = words[parts[-1].end : count.start] if parts else ""
        if _BREAKS.search(between):
            break
        parts.append(count)
    return parts


def _compared(
    claim: Claim, record: Record, whole: QuantityMention, parts: Sequence[QuantityMention]
) -> Iterator[Conflict]:
    total = whole.quantity.value
    added = sum((part.quantity.value for part in parts), Decimal(0))
    if not parts or whole.quantity.bound or any(part.quantity.bound for part in parts):
        return
    alike = all(_noun(part) in ("", _noun(whole)) for part in parts)
    complete = _ALL.match(claim.words[whole.end :]) is not None
    field = "value" if record.kind == "figure" else "count"
    told = f"{' + '.join(_plain(p.quantity.value) for p in parts)} = {_plain(added)}"
    name = whole.quantity.noun or "in all"
    if (
        alike
        and field in record.fields
        and (added > total or (complete and len(parts) > 1 and added != total))
    ):
        note = f"the parts do not fit the whole: {told}, and {_plain(total)} {name} are told"
        yield claim.doubt(record, field, note, _SETTLES)
    elif not complete and len(parts) > 1 and field in record.fields and added < total:
        note = f"parts of a whole: {_plain(added)} of {_plain(total)} {name} are accounted for"
        doubt = claim.doubt(record, field, note, _SETTLES)
        yield Conflict(
            "scope", doubt.kind, field, doubt.records, doubt.values, note, _SETTLES, doubt.passages
        )


def _noun(count: QuantityMention) -> str:
    """The last word of what is counted, in the singular."""
    words = (count.quantity.noun or "").casefold().split()
    return words[-1].removesuffix("s") if words else ""


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
