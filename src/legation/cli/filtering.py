"""What commands keep of a ledger: by actor, by kind, and by each of the three clocks.

Law held here: one filter asks one clock. ``--from`` and ``--to`` ask when it is so in the world, ``--published-from``
and ``--published-to`` when a source said it, ``--as-of`` what the ledger knew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from legation.actors.register import register
from legation.errors import UnknownActor, UsageError
from legation.ledger import Ledger, View
from legation.ledger.moment import moment_of
from legation.ledger.record import Record, StoredDocument, StoredStatement
from legation.records import KINDS
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of a view, as the user wrote it: actors, a kind, first and last day, and those of publication."""

    actors: tuple[str, ...] = ()
    kind: str | None = None
    start: str | None = None
    end: str | None = None
    published_start: str | None = None
    published_end: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days on one clock; half-open, and open where an end is None.

    Attributes:
        start: First day.
        end: Day after the last.
    """

    start: date | None = None
    end: date | None = None

    @classmethod
    def of(cls, first: str | None, last: str | None, *, options: tuple[str, str]) -> Stretch:
        """The stretch that a user wrote.

        Raises:
            DateError: A day is none.
            UsageError: The last day comes before the first.
        """
        start = When.parse(first).first if first else None
        end = When.parse(last).after if last else None
        if start and end and end <= start:
            wrong = f"{options[0]} {first} lies after {options[1]} {last}"
            raise UsageError(f"{wrong}; the first day comes first, then the last")
        return cls(start, end)

    @property
    def is_open(self) -> bool:
        """Whether it holds every day, and what has no day as well."""
        return self.start is None and self.end is None

    def may_hold(self, when: When | None) -> bool:
        """Whether a date may fall into it; one that nobody knows may only fall into one that is open."""
        if self.is_open or when is None:
            return self.is_open
        return (self.end is None or when.first is None or when.first < self.end) and (
            self.start is None or when.after is None or when.after > self.start
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to keep of a view.

    Attributes:
        actors: Ids of the actors that take part, all of them.
        kind: One of the ten kinds, or None.
        valid: When it is so in the world.
        published: When a source said it.
    """

    actors: frozenset[str] = frozenset()
    kind: str | None = None
    valid: Stretch = Stretch()
    published: Stretch = Stretch()

    def records(self, view: View) -> list[Record]:
        """The records to keep: of which some source of that time speaks."""
        found = view.records(self.kind, with_=self.actors or None, start=self.valid.start, end=self.valid.end)
        if self.published.is_open:
            return found
        then = {d.id for d in view.documents() if self.published.may_hold(d.published)}
        return [record for record in found if not then.isdisjoint(record.documents())]

    def documents(self, view: View) -> list[StoredDocument]:
        """The documents to keep: published then, and speaking of something that is wanted."""
        found = [d for d in view.documents() if self.published.may_hold(d.published)]
        if replace(self, published=Stretch()) == Wanted():
            return found
        speaking = {s.document for s in self.statements(view)}
        return [d for d in found if d.id in speaking]

    def statements(self, view: View) -> list[StoredStatement]:
        """The statements to keep, whenever they were published."""
        found = view.statements(self.kind, with_=self.actors)
        return [s for s in found if self.valid.may_hold(s.date)]


def checked(filters: Filters) -> Wanted:
    """What filters mean; a name that no register knows stands for itself: ledgers hold firms and persons too.

    Raises:
        AmbiguousActor: A name leads to several actors.
        DateError: A day is none.
        UsageError: The kind is none of the ten, a name is empty, or the last day comes before the first.
    """
    if filters.kind and filters.kind not in KINDS:
        raise UsageError(f"--kind {filters.kind}: no such kind; the kinds are {', '.join(KINDS)}")
    return Wanted(
        frozenset(_actor(name) for name in filters.actors),
        filters.kind,
        Stretch.of(filters.start, filters.end, options=("--from", "--to")),
        Stretch.of(
            filters.published_start, filters.published_end, options=("--published-from", "--published-to")
        ),
    )


def _actor(name: str) -> str:
    if not name.strip():
        raise UsageError("--with is empty; give a code or a name, such as KOR or 'South Korea'")
    try:
        return register().resolve(name).id
    except UnknownActor:
        return name


def known_in(wanted: Wanted, view: View) -> Wanted:
    """The same, with the actors that only the ledger knows as it writes them.

    Raises:
        AmbiguousActor: A name leads to several actors.
        UnknownActor: Neither the register nor the ledger knows one.
    """
    strangers = {name for name in wanted.actors if name not in register()}
    if not strangers:
        return wanted
    held = {a.actor.casefold(): a.actor for a in view.actors()}
    return replace(
        wanted, actors=frozenset(_held(a, view, held) if a in strangers else a for a in wanted.actors)
    )


def _held(name: str, view: View, held: Mapping[str, str]) -> str:
    """The actor that goes by a name in this ledger: added by its users, or found in its documents."""
    try:
        return view.naming.register.resolve(name).id
    except UnknownActor as error:
        meant = view.naming.of(name)
        if meant.casefold() not in held:
            more = "`legation show actors` lists those that the ledger holds"
            raise UnknownActor(f"{error}; {more}") from error
        return held[meant.casefold()]


def wanted_in(view: View, filters: Filters) -> Wanted:
    """What filters mean in a view.

    Raises:
        ActorError: A name leads to no actor, or to several.
        DateError: A day is none.
        UsageError: The kind is none of the ten, or the last day comes before the first.
    """
    return known_in(checked(filters), view)


@dataclass(frozen=True, slots=True)
class Selected:
    """What was chosen of a ledger.

    Attributes:
        view: The view that it is of.
        records: The records.
        documents: The documents that speak of them.
        first_day: The day from which on something lies ahead: the first that was asked for, else that of the view.
    """

    view: View
    records: tuple[Record, ...]
    documents: tuple[StoredDocument, ...]
    first_day: date


def selected(ledger: Ledger, *, as_of: str | None, filters: Filters, confidential: bool) -> Selected:
    """Choose records and their documents.

    Args:
        ledger: The ledger.
        as_of: The moment on the recorded clock, or None.
        filters: What to keep.
        confidential: Whether records with a statement that a person marked as confidential are kept too.
    """
    wanted, view = checked(filters), ledger.view(moment_of(as_of))
    records = tuple(
        record
        for record in known_in(wanted, view).records(view)
        if confidential or not any(s.confidential for s in record.statements)
    )
    speaking = {key for record in records for key in record.documents()}
    documents = tuple(d for d in view.documents() if d.id in speaking)
    today = view.day
    return Selected(view, records, documents, wanted.valid.start or today)
