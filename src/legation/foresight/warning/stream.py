"""A stream of dated events between actors, as columns: what warnings are learnt from and given on.

Laws: columns are in order of day; nothing here depends on the order of events within a day. `EventStream.before` gives
the past of a day, its own events excluded.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from legation.errors import UsageError
from legation.foresight.classes import CLASSES
from legation.foresight.graph import Floats, Ints, countries_of
from legation.foresight.question import History, groups_of
from legation.foresight.warning.kinds import QUADS, Kind, plain, quad_of

Flags = npt.NDArray[np.bool_]

ANYONE: Final = "anyone"
"""The actor that all others stand for when a country is watched by itself."""
_OTHERS: Final = "others"
_LONGEST: Final = 31
"""An event whose date is vaguer than these days is left out."""


@dataclass(frozen=True, slots=True)
class EventStream:
    """Events in order of day.

    Attributes:
        actors: Their names or codes, by number.
        group: The number of the actor that is each one's country; -1 where there is none.
        watched: Which actors may be one of a pair.
        kinds: What an event can be, by number.
        day: Of each event: its day, as a number (`datetime.date.toordinal`, or the data's own count).
        source: Who acts.
        target: Towards whom.
        kind: What is done.
        weight: How much it counts, 1 where nothing else is known.
        row: Where it comes from: a place in `rows`, or the number of the row in the user's table.
        rows: Ids of the records that tell the events, where they come from a ledger.
        begins: The first day that was watched; events from before are known of, and not learnt from.
    """

    actors: tuple[str, ...]
    group: Ints
    watched: Flags
    kinds: tuple[Kind, ...]
    day: Ints
    source: Ints
    target: Ints
    kind: Ints
    weight: Floats
    row: Ints
    rows: tuple[str, ...] = ()
    begins: int = 0

    def __len__(self) -> int:
        return len(self.day)

    @property
    def quad(self) -> Ints:
        """The quad class of each event, a place in `QUADS`."""
        return np.array([QUADS.index(kind.quad) for kind in self.kinds], np.int64)[self.kind]

    @property
    def ends(self) -> int:
        """The day after the last event."""
        return int(self.day[-1]) + 1 if len(self) else self.begins

    def of_class(self, name: str) -> Flags:
        """Which events are of a class: a quad class, or any other that kinds are said to be.

        Raises:
            UsageError: No kind of this stream is of that class.
        """
        found = np.array([name in kind.classes for kind in self.kinds])
        if not found.any():
            known = sorted({each for kind in self.kinds for each in kind.classes})
            raise UsageError(f"no event of this stream is of the class {name!r}; it has {', '.join(known)}")
        chosen: Flags = found[self.kind]
        return chosen

    def before(self, day: int) -> EventStream:
        """The events before a day."""
        return self.take(np.flatnonzero(self.day < day))

    def take(self, which: Ints) -> EventStream:
        """Some of the events, by their places."""
        columns = {name: getattr(self, name)[which] for name in _COLUMNS}
        return replace(self, **columns)


_COLUMNS: Final = ("day", "source", "target", "kind", "weight", "row")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table of events, each an array of one length; weight and row may be left out."""

    day: Ints
    source: Ints
    target: Ints
    kind: Ints
    weight: Floats | None = None
    row: Ints | None = None


def event_stream(
    actors: Sequence[str], kinds: Sequence[Kind], columns: Columns, *, group: Ints | None = None
) -> EventStream:
    """Build a stream from columns in any order.

    Args:
        actors: Names or codes, by number.
        kinds: What an event can be, by number.
        columns: The events.
        group: The country of each actor; each is a country of its own if not given.
    """
    order = np.argsort(columns.day, kind="stable")
    weight = np.ones(len(order)) if columns.weight is None else columns.weight
    row = np.arange(len(order)) if columns.row is None else columns.row
    return EventStream(
        actors=tuple(actors),
        group=np.arange(len(actors)) if group is None else group,
        watched=np.ones(len(actors), bool),
        kinds=tuple(kinds),
        day=columns.day[order],
        source=columns.source[order],
        target=columns.target[order],
        kind=columns.kind[order],
        weight=weight[order],
        row=row[order],
        begins=int(columns.day[order[0]]) if len(order) else 0,
    )


def stream_of_quads(
    entities: Sequence[str], relations: Sequence[str], rows: Ints, quads: Mapping[str, str]
) -> EventStream:
    """A benchmark's rows of (subject, relation, object, day) as a stream.

    Args:
        entities: Their names by id; "Police (India)" is of India, and India is a country since brackets name it.
        relations: Their names by id.
        rows: The facts.
        quads: For each relation, which of VC, MC, VF and MF it is.

    Raises:
        UsageError: Neither the table nor its name tells the quad class of a relation.
    """
    told = {plain(name): quad_of(letters) for name, letters in quads.items()}
    kinds = [Kind.of_words(name, told.get(plain(name))) for name in relations]
    columns = Columns(day=rows[:, 3], source=rows[:, 0], target=rows[:, 2], kind=rows[:, 1])
    return event_stream(entities, kinds, columns, group=countries_of(tuple(entities)))


def by_country(stream: EventStream) -> EventStream:
    """The same events between countries: each actor stands for its country.

    Actors of no country become one, that forms no pair; events within a country stay, as its own affairs.
    """
    countries = np.unique(stream.group[stream.group >= 0])
    names = [stream.actors[country].rpartition("(")[2].rstrip(")") for country in countries]
    number = np.where(stream.group < 0, len(countries), np.searchsorted(countries, stream.group))
    return replace(
        stream,
        actors=(*names, _OTHERS),
        group=np.append(np.arange(len(countries)), -1),
        watched=np.append(np.ones(len(countries), bool), False),
        source=number[stream.source],
        target=number[stream.target],
    )


def towards_anyone(stream: EventStream) -> EventStream:
    """Each country by itself: whatever it does to others or others to it is between it and anyone."""
    anyone = len(stream.actors)
    abroad = stream.take(np.flatnonzero(stream.source != stream.target))
    twice = abroad.take(np.repeat(np.arange(len(abroad)), 2))
    source, target = twice.source.copy(), twice.target.copy()
    target[::2], source[1::2] = anyone, anyone
    return replace(
        twice,
        actors=(*stream.actors, ANYONE),
        group=np.append(stream.group, -1),
        watched=np.append(stream.watched, True),
        source=source,
        target=target,
    )


def stream_of_history(past: History) -> EventStream:
    """The events that a ledger's records tell, between every two of their actors.

    Records tell who took part and not who acted: each event goes both ways, half each. Events from before the watch began
    are known, but no rate is taken from those days.
    """
    told = _classes_told(past)
    rows = tuple(sorted({record for record, _, _ in told}))
    actors = sorted({actor for _, pair, _ in told for actor in pair})
    row_of, number = {r: i for i, r in enumerate(rows)}, {a: i for i, a in enumerate(actors)}
    kinds = {frozenset((name,)): place for place, name in enumerate(CLASSES)}  # all that a ledger can tell
    table = []
    for record, (one, other), day in sorted(told, key=lambda key: (key[2], key)):
        kind = kinds.setdefault(frozenset(told[record, (one, other), day]), len(kinds))
        for source, target in ((one, other), (other, one)):
            table.append((day.toordinal(), number[source], number[target], kind, row_of[record]))
    whole = np.array(table, np.int64).reshape(-1, 5)
    day_, source_, target_, kind_, row_ = whole.T
    columns = Columns(day_, source_, target_, kind_, np.full(len(whole), 0.5), row_)
    built = event_stream(actors, [_kind(names) for names in kinds], columns)
    return replace(built, rows=rows, begins=past.since.toordinal())


def _classes_told(past: History) -> dict[tuple[str, tuple[str, str], date], set[str]]:
    """The classes of what each record tells of each pair on a day."""
    told: dict[tuple[str, tuple[str, str], date], set[str]] = {}
    for each in past.happenings:
        if (each.last - each.first).days < _LONGEST:
            for one, other in groups_of(each.actors, 2):
                told.setdefault((each.record, (one, other), each.last), set()).add(each.event)
    return told


def _kind(names: Collection[str]) -> Kind:
    quad = next((name for name in reversed(QUADS) if name in names), QUADS[0])
    words = [CLASSES[name].words for name in sorted(names, key=lambda name: name in QUADS)]
    return Kind(words[0], quad, "", frozenset(names))
