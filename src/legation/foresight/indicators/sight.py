"""What a rule sees on a day, and what it reads off it.

Law: a rule is a pure function of a sight; a sight of a past day holds what was published before that day alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from legation.foresight.classes import CLASSES, EventClass
from legation.ledger.record import Record, StoredDocument

Pair = tuple[str, ...]
"""The actor that the alerts are for and a partner, sorted; the actor alone for what concerns no partner."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record that a rule counts, with the days between which it was or will be."""

    record: Record
    first: date
    last: date


@dataclass(frozen=True)
class Sight:
    """What is known on a day.

    Attributes:
        of: The actor that the alerts are for.
        day: The day.
        since: The day from which on events were told as they came; what is older has no rhythm.
        seen: The day after the newest text: what came since is not known.
        records: The records that are known.
        documents: The documents that are known, by id.
    """

    of: str
    day: date
    since: date
    seen: date
    records: Sequence[Record]
    documents: Mapping[str, StoredDocument] = field(default_factory=dict)

    def pairs(self, records: Iterable[Record]) -> dict[Pair, list[Record]]:
        """Records by partner: each counts for every actor that takes part in it beside the one who asks."""
        found: defaultdict[Pair, list[Record]] = defaultdict(list)
        for record in records:
            actors = record.actors()
            if self.of in actors:
                for partner in actors - {self.of}:
                    found[tuple(sorted((self.of, partner)))].append(record)
        return found

    def came(self, event: EventClass) -> dict[Pair, list[Told]]:
        """The events of a class, by partner, in order; those of this day and later, and undated ones, left out."""
        found: defaultdict[Pair, list[Told]] = defaultdict(list)
        for pair, records in self._concerned.items():
            for record in records:
                for when in event.dates(record):
                    if when and when.first and when.after and when.after <= self.day:
                        found[pair].append(Told(record, when.first, when.after - timedelta(days=1)))
        return {
            pair: sorted(told, key=lambda each: (each.last, each.record.id)) for pair, told in found.items()
        }

    @cached_property
    def contacts(self) -> dict[Pair, list[Told]]:
        """Visits, meetings and calls that were held."""
        return self.came(CLASSES["contact"])

    @cached_property
    def _concerned(self) -> dict[Pair, list[Record]]:
        return self.pairs(self.records)

    def told(self, record: Record) -> date | None:
        """The day of the first text that speaks of a record, where one has a day: retelling is no news."""
        days = [
            known.published.first
            for key in record.documents()
            if (known := self.documents.get(key)) and known.published and known.published.first
        ]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads of one pair on a day.

    Attributes:
        actors: The pair.
        level: The number that is compared with the rule's thresholds.
        words: The values that it comes from, for people.
        records: The records that it rests on, the strongest first.
        cancels: What would cancel an alert.
    """

    actors: Pair
    level: float
    words: str
    records: tuple[Record, ...]
    cancels: str
