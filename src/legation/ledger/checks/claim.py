"""A sentence, and the records of which it speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from legation.ledger.record import Conflict, Record, Variant
from legation.values.passage import Passage

if TYPE_CHECKING:
    from legation.ledger.view import View

_END: Final = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<=[^\sA-Z][.!?])[\"”’)]*\s+|\n\s*\n"
)
"""Where a sentence ends: behind a stop that follows no capital, as those of "U.S." do, and no form of address."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, and the records of which it speaks.

    Attributes:
        words: The sentence.
        passage: Where it stands.
        records: The records that a statement quoted from it speaks of.
    """

    words: str
    passage: Passage
    records: tuple[Record, ...]

    def of_kind(self, *kinds: str) -> list[Record]:
        """Its records of some kinds."""
        return [record for record in self.records if record.kind in kinds]

    def variant(self, record: Record, field: str) -> Variant:
        """The value that this sentence gives to a field of one of its records, or the record's own."""
        here = {s.id for s in record.statements if self._holds(s.quote)}
        given = [v for v in record.variants.get(field, ()) if here & set(v.statements)]
        if given:
            return given[0]
        value = record.date if field == "date" else record.fields[field]
        return Variant(value, tuple(sorted(here)), 1)

    def _holds(self, quote: Passage) -> bool:
        return (
            quote.document == self.passage.document and self.passage.start <= quote.start < self.passage.end
        )

    def doubt(
        self, record: Record, field: str, note: str, settles: str, *others: tuple[Record, Variant]
    ) -> Conflict:
        """That this sentence does not fit itself, or other records."""
        values = (self.variant(record, field), *(variant for _, variant in others))
        ids = tuple(sorted({record.id, *(other.id for other, _ in others)}))
        return Conflict(
            type="conflict",
            kind=record.kind,
            field=field,
            records=ids,
            values=values,
            note=note,
            settles=settles,
            passages=(self.passage,),
        )


def claims_of(view: View, records: Iterable[Record]) -> list[Claim]:
    """The sentences that some records were read from, by document and place."""
    quoted: dict[str, list[tuple[Passage, Record]]] = defaultdict(list)
    for record in records:
        for statement in record.statements:
            if not statement.is_row:
                quoted[statement.document].append((statement.quote, record))
    found: list[Claim] = []
    for document, quotes in sorted(quoted.items()):
        sentences: dict[Passage, dict[str, Record]] = defaultdict(dict)
        text = view.text(document)
        for quote, record in quotes:
            sentences[_around(text, quote)][record.id] = record
        found += [
            Claim(text[at.start : at.end], at, tuple(held[key] for key in sorted(held)))
            for at, held in sorted(sentences.items(), key=lambda item: item[0].start)
        ]
    return found


def _around(text: str, quote: Passage) -> Passage:
    """The sentence around a quote."""
    start = 0
    for found in _END.finditer(text, max(0, quote.start - 2000), quote.start + 1):
        start = found.end() if found.end() <= quote.start else start
    end = _END.search(text, max(quote.start + 1, quote.end - 2))
    return Passage(quote.document, start, end.start() if end else len(text))
