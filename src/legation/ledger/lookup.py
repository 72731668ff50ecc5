"""Answers by the projection: records are looked up, and composed from their statements when they are asked for.

Law held here: what is composed here is what `legation.ledger.resolve` makes of all statements, record for record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from legation.ledger.judged import Judged
from legation.ledger.loading import load_sources, load_statements, standing_named
from legation.ledger.projection import asking
from legation.ledger.projection.asking import Choice
from legation.ledger.projection.settling import Kept
from legation.ledger.record import Conflict, Page, Record
from legation.ledger.resolve.between import conflicts_between
from legation.ledger.resolve.compose import compose
from legation.ledger.search import Phrase

_KEPT: Final = 20_000
"""Records that stay at hand once they are composed."""
_TOGETHER: Final = 1000
_SHOWN: Final = 50
"""Records that are composed at a time where few may do."""


@dataclass(slots=True)
class Lookup:
    """The records of a view, by the projection.

    Attributes:
        moment: The moment of the view.
        judged: What persons had decided by then.
    """

    moment: str
    judged: Judged
    _kept: dict[str, Record] = field(default_factory=dict)

    def records(self, connection: Connection, choice: Choice, page: Page | None = None) -> list[Record]:
        """The records of a choice, by date (undated last) and id."""
        return self._composed(connection, asking.records(connection, choice, page))

    def record_of(self, connection: Connection, statement: str) -> Record:
        """The record that a statement that stands speaks of."""
        return self._composed(connection, [asking.kept_of_statement(connection, statement)])[0]

    def holding(
        self, connection: Connection, phrases: Sequence[Phrase], choice: Choice, *, most: int
    ) -> Iterator[Record]:
        """Records of a choice of which a statement says all phrases, the latest first."""
        found = asking.kept_holding(connection, phrases, most=most)
        for start in range(0, len(found), _SHOWN):
            composed = self._composed(connection, found[start : start + _SHOWN])
            yield from (record for record in composed if choice.admits(record))

    def conflicts(self, connection: Connection, choice: Choice) -> list[Conflict]:
        """What does not agree inside records of a choice, and between them and others."""
        inside = self._named(connection, asking.disputed(connection, choice))
        chained = self._named(connection, asking.chained(connection, choice))
        actors = {record.id: record.actors() for record in (*inside, *chained)}
        told_by = {document for record in chained for document in record.documents()}
        between = conflicts_between(chained, load_sources(connection, self.moment, told_by))
        found = [*(c for record in inside for c in record.conflicts), *between]
        return [
            c
            for c in found
            if choice.kind in (None, c.kind)
            and choice.actors <= frozenset(actor for key in c.records for actor in actors[key])
        ]

    def _named(self, connection: Connection, ids: Iterable[str]) -> list[Record]:
        """Records by their ids, in the order of time."""
        found = self._composed(connection, asking.kept_among(connection, ids))
        return sorted(found, key=lambda r: (r.date is None, r.date.sort_key if r.date else (), r.id))

    def _composed(self, connection: Connection, found: Sequence[Kept]) -> list[Record]:
        made: list[Record] = []
        for start in range(0, len(found), _TOGETHER):
            part = found[start : start + _TOGETHER]
            fresh = self._compose(connection, [each for each in part if each.id not in self._kept])
            made += [self._kept.get(each.id) or fresh[each.id] for each in part]
            if len(self._kept) + len(fresh) <= _KEPT:
                self._kept.update(fresh)
        return made

    def _compose(self, connection: Connection, found: Sequence[Kept]) -> dict[str, Record]:
        if not found:
            return {}
        named = [statement for each in found for statement in each.statements]
        told = self.judged.of(load_statements(connection, self.moment, standing_named(named)))
        by_id = {stored.id: stored for stored in told}
        sources = load_sources(connection, self.moment, {stored.document for stored in told})
        return {
            each.id: compose([by_id[key] for key in each.statements], each.links, sources) for each in found
        }
