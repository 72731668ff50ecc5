"""A question about what comes, the past that it may be answered from, and what a model must be able to do.

Laws: a question's window begins after the day on which it is asked; a `History` holds nothing that was not known before
its day. An answer is a pure function of question and past.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import Final, Literal, Protocol

from legation.foresight.classes import EventClass, types_of
from legation.ledger.record import Record

Silence = Literal["no", "unknown"]
"""What it means that nothing tells of the event: that it did not happen, or that nobody knows."""

HORIZONS: Final = (7, 28, 90)
"""Days ahead that questions are asked for, where nothing else is said."""
_FINE: Final = 31
"""A date vaguer than these days is too vague to count in a rate."""
_CROWD: Final = 30
"""An event of more actors than this (a summit of all) says nothing of two of them."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event that came to pass, as forecasts see it.

    Attributes:
        event: Name of its class.
        actors: Who took part.
        first: Its first day, or the first on which it may have been.
        last: Its last day, or the last on which it may have been.
        record: Id of the record that tells it; empty for an event of a stream.
    """

    event: str
    actors: frozenset[str]
    first: date
    last: date
    record: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Will there be an event of this class between these actors in this window?

    Attributes:
        event: The class, with what counts as one.
        actors: One actor or two, sorted; all of them take part in what counts.
        opens: First day of the window.
        closes: Day after its last.
        silence: What it means when nothing tells of the event.
    """

    event: EventClass
    actors: tuple[str, ...]
    opens: date
    closes: date
    silence: Silence = "unknown"

    @property
    def days(self) -> int:
        """Length of the window."""
        return (self.closes - self.opens).days


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model answers.

    Attributes:
        probability: That the event comes; None where there is too little to go by.
        low: Lower end of the model's band, where it gives one.
        high: Upper end.
        counts: The probabilities of 0, 1, 2, … such events in the window, where the model tells them.
        because: What speaks for it, in words, strongest first.
    """

    probability: float | None
    low: float | None = None
    high: float | None = None
    counts: tuple[float, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class History:
    """What was known before a day; two are equal only if they are one, so that what is worked out of one can be kept.

    Attributes:
        happenings: The events, all of whose last days lie before `until`.
        since: The day from which on events are told as they come; what is older is told here and there only.
        until: The day itself: nothing of it is known.
        seen: The day after the last that was watched: where nothing has been read of late, well before `until`.
    """

    happenings: tuple[Happening, ...]
    since: date
    until: date
    seen: date

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", min(self.seen, self.until))
        kept = tuple(h for h in self.happenings if h.last < self.until)
        object.__setattr__(self, "happenings", kept)

    @property
    def days(self) -> int:
        """How many days were watched."""
        return max(0, (self.seen - self.since).days)

    @property
    def blind(self) -> int:
        """How many days before its day nothing was watched any more."""
        return (self.until - self.seen).days

    def times(self, event: str, actors: Sequence[str]) -> Sequence[int]:
        """The days (as ordinals, in order) on which these actors had an event of a class, since the watch began."""
        return self.all_times(event, len(actors)).get(tuple(actors), ())

    def all_times(self, event: str, size: int) -> Mapping[tuple[str, ...], Sequence[int]]:
        """The same for all single actors (size 1) or pairs (size 2) that had one."""
        if (event, size) not in self._times:
            found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
            for h in self._fine:
                if h.event == event:
                    for group in groups_of(h.actors, size):
                        found[group].append(h.last.toordinal())
            self._times[event, size] = {group: sorted(days) for group, days in found.items()}
        return self._times[event, size]

    def groups(self, size: int) -> frozenset[tuple[str, ...]]:
        """All single actors or pairs that had an event of any class since the watch began."""
        if size not in self._groups:
            parties = {h.actors for h in self._fine}
            self._groups[size] = frozenset(group for each in parties for group in groups_of(each, size))
        return self._groups[size]

    def busy(self, actors: Sequence[str], first: int, after: int) -> bool:
        """Whether these actors had an event of any class from one day to another (ordinals), its end excluded."""
        return any(between(self.times(event, actors), first, after) for event in self._events)

    @cached_property
    def _events(self) -> frozenset[str]:
        return frozenset(h.event for h in self._fine)

    def came(self, event: str, actors: Sequence[str], opens: date, closes: date) -> bool | None:
        """Whether these actors had an event of a class in a window; None where a vague date leaves it open."""
        if between(self.times(event, actors), opens.toordinal(), closes.toordinal()):
            return True
        wanted = frozenset(actors)
        spans = (h for h in self._long if h.event == event and wanted <= h.actors)
        return None if any(h.first < closes and opens <= h.last for h in spans) else False

    @cached_property
    def _long(self) -> list[Happening]:
        """The events whose date is no one day."""
        return [h for h in self.happenings if h.first != h.last]

    @cached_property
    def _fine(self) -> list[Happening]:
        """The events since the watch began whose date is fine enough to count."""
        return [
            h
            for h in self.happenings
            if self.since <= h.first and h.last < self.seen and (h.last - h.first).days < _FINE
        ]

    @cached_property
    def _times(self) -> dict[tuple[str, int], dict[tuple[str, ...], list[int]]]:
        return {}

    @cached_property
    def _groups(self) -> dict[int, frozenset[tuple[str, ...]]]:
        return {}


def groups_of(actors: frozenset[str], size: int) -> Iterable[tuple[str, ...]]:
    """The single actors or pairs among those of an event, sorted; none where it is one of a crowd."""
    if len(actors) > _CROWD:
        return ()
    return combinations(sorted(actors), size)


def between(days: Sequence[int], first: int, after: int) -> int:
    """How many of some ordered days lie in a window, its end excluded."""
    return bisect_left(days, after) - bisect_left(days, first)


class Model(Protocol):
    """Whatever can answer a question from a past."""

    @property
    def name(self) -> str:
        """One word for it."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever its answers may."""
        ...

    def probability(self, question: Question, past: History) -> Estimate:
        """The answer; the same for the same question and past."""
        ...


def happenings_of(records: Iterable[Record], classes: Iterable[EventClass]) -> list[Happening]:
    """The events of some classes that records tell; undated ones and those without both ends are no use here."""
    wanted = list(classes)
    found = []
    for record in records:
        types = types_of(record)
        for event in wanted:
            for when in event.dates(record, types):
                if when is not None and when.first is not None and when.after is not None:
                    last = when.after - timedelta(days=1)
                    found.append(Happening(event.name, record.actors(), when.first, last, record.id))
    return found
