"""Search by words: in the names of actors, the titles of documents and the lines of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from legation.actors.register import register
from legation.actors.words import fold
from legation.desk.lists import documents_by_date, newest_first
from legation.errors import ActorError, AmbiguousActor
from legation.ledger import View
from legation.ledger.record import Record, StoredDocument
from legation.ledger.telling import actor_name, line_of

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    actors: Sequence[str]
    documents: Sequence[StoredDocument]
    records: Sequence[Record]


class _Shelf(Generic[Thing]):
    """Things with the plain text that they are found by, in the order in which they are shown."""

    def __init__(self, things: Iterable[tuple[Thing, str]]) -> None:
        self._things = [(thing, fold(text)) for thing, text in things]

    def __contains__(self, thing: Thing) -> bool:
        return any(thing == each for each, _ in self._things)

    def holding(self, words: Sequence[str]) -> list[Thing]:
        return [thing for thing, text in self._things if all(word in text for word in words)]


@dataclass(frozen=True, slots=True)
class Index:
    """A view made ready to be searched."""

    actors: _Shelf[str]
    documents: _Shelf[StoredDocument]
    records: _Shelf[Record]

    @classmethod
    def of(cls, view: View) -> Index:
        """The index of a view."""
        documents = (d for d, _ in documents_by_date(view))
        return cls(
            _Shelf((a.actor, f"{a.actor} {actor_name(a.actor)}") for a in view.actors()),
            _Shelf((d, f"{d.title or ''} {d.name} {d.publisher or ''}") for d in documents),
            _Shelf((r, f"{r.kind} {line_of(r)}") for r in newest_first(view.records())),
        )

    def search(self, text: str) -> Found:
        """What holds all the words, whatever their accents; an actor is found by any of its names as well."""
        words = fold(text).split()
        if not words:
            return Found((), (), ())
        named = [*self.actors.holding(words), *(a for a in _named(text) if a in self.actors)]
        return Found(list(dict.fromkeys(named)), self.documents.holding(words), self.records.holding(words))


def _named(text: str) -> tuple[str, ...]:
    try:
        return (register().resolve(text).id,)
    except AmbiguousActor as error:
        return error.candidates
    except ActorError:
        return ()
