"""What was known before a day: histories of the events that a ledger, or a stream of events, had told by then.

Law: a history of a day holds nothing that was learnt on that day or later. Two clocks say when something was learnt, and
which one is meant is always stated:

- *recorded*: the ledger as it stood at the beginning of that day. Nothing can leak, and nothing older than the ledger
  can be asked.
- *published*: what the documents published before that day say, as they are read today. A record is resolved from the
  statements of those documents alone, so that no date or actor is owed to a later text; what persons judged since then
  counts, for a judgement has no day of publication. Documents whose day is not known are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Literal, Protocol

from legation.foresight.classes import CLASSES, EventClass
from legation.foresight.question import Happening, History, happenings_of
from legation.ledger import Ledger, View
from legation.ledger.record import Record, StoredDocument

Clock = Literal["recorded", "published", "told"]

GAP = 365
"""Days without a document after which the watch is taken to have begun anew."""


class Evidence(Protocol):
    """Where histories come from."""

    @property
    def clock(self) -> Clock:
        """What "known before a day" means."""
        ...

    @property
    def digest(self) -> str:
        """What it is of: changes when anything in it does."""
        ...

    @property
    def first(self) -> date:
        """The first day on which anything was watched."""
        ...

    def at(self, day: date) -> History:
        """What was known before a day."""
        ...

    def came(self) -> History:
        """All that is known now, by which forecasts are scored."""
        ...


@dataclass(frozen=True)
class Published:
    """A ledger by the days of publication of its documents."""

    view: View
    digest: str
    classes: Sequence[EventClass] = tuple(CLASSES.values())
    clock: Clock = "published"

    @property
    def first(self) -> date:
        """The day since which documents have come without a long break."""
        return watch(self.view.documents())[0]

    def at(self, day: date) -> History:
        """The events told by documents published before a day."""
        records = self.records(day)
        since, seen = watch(self.out_by(day))
        return History(tuple(happenings_of(records, self.classes)), since, day, seen)

    def records(self, day: date, *, about: str | None = None) -> Sequence[Record]:
        """What the documents published before a day tell.

        Args:
            day: The day.
            about: Only from the statements in which this actor takes part, which is quicker.
        """
        known = {d.id for d in self.out_by(day)}
        return self.view.resolved(
            lambda s: s.document in known and (about is None or about in s.statement.actors())
        ).records

    def out_by(self, day: date) -> list[StoredDocument]:
        """The documents that were published before a day for sure."""
        return [document for document, out in self._out if out <= day]

    def came(self) -> History:
        """All events that the view tells."""
        return history(self.view, date.max, self.classes)

    @cached_property
    def _out(self) -> list[tuple[StoredDocument, date]]:
        """The documents with the day on which each was out for sure."""
        dated = [(d, d.published.after) for d in self.view.documents() if d.published is not None]
        return [(document, out) for document, out in dated if out is not None]


@dataclass(frozen=True)
class Recorded:
    """A ledger by what it held itself on each day."""

    ledger: Ledger
    digest: str
    classes: Sequence[EventClass] = tuple(CLASSES.values())
    clock: Clock = "recorded"

    @property
    def first(self) -> date:
        """The day of the first entry."""
        days = [d.recorded_at.date() for d in self.ledger.view().documents()]
        return min(days, default=date.max)

    def at(self, day: date) -> History:
        """The events that the ledger told at the beginning of a day."""
        midnight = datetime.combine(day, time.min, UTC) - timedelta(microseconds=1)
        return history(self.ledger.view(midnight), day, self.classes)

    def came(self) -> History:
        """All events that the ledger tells now."""
        return history(self.ledger.view(), date.max, self.classes)


@dataclass(frozen=True)
class Stream:
    """Dated events that were known on the day on which they were: an event data set."""

    happenings: Sequence[Happening]
    digest: str
    clock: Clock = "told"

    @property
    def first(self) -> date:
        """The day of the first event."""
        return min((h.first for h in self.happenings), default=date.max)

    def at(self, day: date) -> History:
        """The events before a day."""
        return History(tuple(h for h in self.happenings if h.last < day), self.first, day, day)

    def came(self) -> History:
        """All events."""
        seen = max((h.last for h in self.happenings), default=date.min) + timedelta(days=1)
        return History(tuple(self.happenings), self.first, date.max, seen)


def history(view: View, day: date, classes: Iterable[EventClass] = tuple(CLASSES.values())) -> History:
    """The events that a view tells, up to the day before a day."""
    since, seen = watch(view.documents())
    return History(tuple(happenings_of(view.records(), classes)), since, day, seen)


def day_of_view(view: View) -> date:
    """The day on which a view stands: the last that it knows, or today."""
    return (view.as_of - timedelta(microseconds=1) if view.as_of else datetime.now(UTC)).date()


def watch(documents: Iterable[StoredDocument]) -> tuple[date, date]:
    """From when until when documents have come without a break of a year; an old report by itself is no watch.

    Returns:
        The first day, and the day after the last; the end of time twice where no document has a day.
    """
    days = sorted(d.published.first for d in documents if d.published is not None and d.published.first)
    if not days:
        return date.max, date.max
    began = days[-1]
    for day in reversed(days):
        if (began - day).days > GAP:
            break
        began = day
    return began, days[-1] + timedelta(days=1)
