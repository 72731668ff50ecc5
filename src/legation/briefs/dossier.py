"""The dossier: everything in a view that may enter a brief on a pair of actors for one day.

Laws held here:

- A document published after the day never enters, nor one that may have been (a document of "August 2025"
  stays out of a brief for 10 August). An undated document enters, and is marked, unless it tells of
  something that came to pass after the day: then it was written after the day.
- Records are resolved from the statements that may enter alone: no later document lends them a value, nor
  the knowledge that two statements speak of one thing.
- A fact is told from one statement at a time, so that a passage can prove all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from legation.ledger.record import Record, StoredDocument, StoredStatement
from legation.ledger.view import View
from legation.values.when import When

FLOOR: Final = 0.3
"""Statements that the reader holds less likely right than this do not enter, unless a person accepted them."""

LATE: Final = timedelta(days=730)
"""Who took part in nothing since this long before the meeting may have left."""

_FINE: Final = {"day": 0, "interval": 1, "month": 2, "year": 3, "decade": 4}


@dataclass(frozen=True, slots=True)
class Fact:
    """One record with its statements in the order in which they are tried.

    Attributes:
        record: The record, resolved from statements that may enter.
        statements: Its statements, the best to tell it from first.
    """

    record: Record
    statements: tuple[StoredStatement, ...]

    @property
    def lead(self) -> StoredStatement:
        """The statement that tells it best."""
        return self.statements[0]

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.record.kind

    @property
    def date(self) -> When | None:
        """When it is or was so, as its lead tells; for a figure, its period."""
        return self.lead.date or when_field(self.lead, "period")

    def documents(self) -> frozenset[str]:
        """Ids of the documents that tell of it."""
        return frozenset(s.document for s in self.statements)

    def only(self, keep: Callable[[StoredStatement], bool]) -> Fact | None:
        """The fact as some of its statements tell it, or None where none is kept."""
        kept = tuple(s for s in self.statements if keep(s))
        return replace(self, statements=kept) if kept else None

    def told(self, *modalities: str) -> Fact | None:
        """The fact as its statements of these modalities tell it."""
        return self.only(lambda s: s.modality in modalities)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What may enter a brief.

    Attributes:
        of: Id of the actor that the brief is for.
        with_: Id of the partner.
        on: Day of the meeting.
        view: The view that it was taken from.
        documents: Documents that may enter, by id.
        facts: Facts that may enter, by kind; those of one kind in the order of the view.
        bodies: For each of the two, the actors that act for it: itself, its ruling party, its ministries.
        holders: For each person, the statements that the person holds an office.
        acting: The persons who take part in a visit or contact.
        told: For each document, the latest date at which it tells of something done.
    """

    of: str
    with_: str
    on: date
    view: View
    documents: Mapping[str, StoredDocument]
    facts: Mapping[str, tuple[Fact, ...]]
    bodies: Mapping[str, frozenset[str]]
    holders: Mapping[str, list[StoredStatement]]
    acting: frozenset[str]
    told: Mapping[str, When]

    @property
    def tomorrow(self) -> date:
        """The day after the meeting."""
        return self.on + timedelta(days=1)

    def published(self, statement: StoredStatement) -> When | None:
        """When the document of a statement was published."""
        return self.documents[statement.document].published

    def admits(self, statement: StoredStatement) -> bool:
        """Whether a statement may enter."""
        return (
            statement.document in self.documents
            and not statement.confidential
            and not _after(statement, self.tomorrow)
            and (statement.accepted or statement.statement.confidence >= FLOOR)
        )

    def side(self, actors: Collection[str]) -> frozenset[str]:
        """Which of the two sides are among the actors."""
        return frozenset(side for side, bodies in self.bodies.items() if not bodies.isdisjoint(actors))

    def ordered(self, actors: Collection[str]) -> list[str]:
        """Actors with the side that the brief is for first, then its partner, then the others as they stood."""
        return sorted(
            actors, key=lambda name: (name not in self.bodies[self.of], name not in self.bodies[self.with_])
        )

    def pair(self, kind: str, *modalities: str) -> list[Fact]:
        """Facts of a kind, told with one of the modalities, in which both sides take part."""
        both = frozenset((self.of, self.with_))
        found = (
            fact.only(lambda s: s.modality in modalities and self.side(s.statement.actors()) == both)
            for fact in self.facts.get(kind, ())
        )
        return [fact for fact in found if fact]

    def holding(self, person: str) -> list[StoredStatement]:
        """Statements that a person holds an office."""
        return self.holders.get(person, [])


def gather(view: View, *, of: str, with_: str, on: date, bodies: Mapping[str, frozenset[str]]) -> Dossier:
    """Take from a view all that may enter.

    Args:
        view: The ledger as it was known.
        of: Id of the actor that the brief is for.
        with_: Id of the partner.
        on: Day of the meeting.
        bodies: The actors that act for each of the two.
    """
    tomorrow = on + timedelta(days=1)
    documents = {d.id: d for d in view.documents(status="readable") if _by(d.published, tomorrow)}
    late = _written_later(view, documents, tomorrow)
    for document in late:
        del documents[document]
    dossier = Dossier(of, with_, on, view, documents, {}, bodies, {}, frozenset(), {})
    facts: dict[str, list[Fact]] = {}
    for record in view.resolved(dossier.admits).records:
        statements = sorted(record.statements, key=lambda s: _telling(s, dossier.published(s)))
        facts.setdefault(record.kind, []).append(Fact(record, tuple(statements)))
    holders: dict[str, list[StoredStatement]] = {}
    for fact in facts.get("appointment", ()):
        for told in fact.statements:
            if told.modality == "actual" and told.fields["action"] == "holds":
                holders.setdefault(text_field(told, "person"), []).append(told)
    every = {kind: tuple(found) for kind, found in facts.items()}
    return replace(dossier, facts=every, holders=holders, acting=_acting(dossier, every), told=_told(every))


def _acting(dossier: Dossier, facts: Mapping[str, tuple[Fact, ...]]) -> frozenset[str]:
    """People who take part in something of the last years, as far as its time is known."""
    return frozenset(
        person
        for kind, name in (("visit", "visitors"), ("contact", "persons"))
        for fact in facts.get(kind, ())
        for told in fact.statements
        if _of_late(told.date or dossier.published(told), dossier.on)
        for person in actors_field(told, name)
    )


def _of_late(when: When | None, on: date) -> bool:
    return when is None or when.after is None or when.after > on - LATE


def _told(facts: Mapping[str, tuple[Fact, ...]]) -> dict[str, When]:
    latest: dict[str, When] = {}
    for told in (s for found in facts.values() for fact in found for s in fact.statements):
        if told.date and told.modality == "actual":
            known = latest.get(told.document, told.date)
            latest[told.document] = max(known, told.date, key=lambda w: w.sort_key)
    return latest


def when_field(statement: StoredStatement, name: str) -> When | None:
    """The value of a field that holds a date, or None."""
    value = statement.fields.get(name)
    return value if isinstance(value, When) else None


def actors_field(statement: StoredStatement, name: str) -> tuple[str, ...]:
    """The actors or people that a field holds, be it one or several."""
    value = statement.fields.get(name)
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ()


def text_field(statement: StoredStatement, name: str) -> str:
    """The words that a field holds, or the empty string."""
    value = statement.fields.get(name)
    return value if isinstance(value, str) else ""


def _by(when: When | None, tomorrow: date) -> bool:
    """Whether a document was published before tomorrow, or says nothing of its date."""
    return when is None or (when.after is not None and when.after <= tomorrow)


def _written_later(view: View, documents: Mapping[str, StoredDocument], tomorrow: date) -> set[str]:
    """Undated documents that tell of something that came to pass after the day."""
    return {
        s.document
        for s in view.statements()
        if s.document in documents and documents[s.document].published is None and _after(s, tomorrow)
    }


def _after(statement: StoredStatement, tomorrow: date) -> bool:
    """Whether a statement tells of something as done that began after the day."""
    begins = statement.date.first if statement.date else None
    return statement.modality == "actual" and begins is not None and begins >= tomorrow


def _telling(statement: StoredStatement, published: When | None) -> tuple[object, ...]:
    """Sorts the statements of a record: confirmed, finely dated, full, likely right and new ones first."""
    fine = _FINE[statement.date.precision] if statement.date else len(_FINE)
    filled = sum(1 for value in statement.fields.values() if value)
    new = published.first.toordinal() if published and published.first else 0
    return (not statement.accepted, fine, -filled, -statement.statement.confidence, -new, statement.id)
