"""Search by words: in the names of actors, the texts of documents and what records say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from legation.actors.register import register
from legation.actors.words import fold
from legation.errors import ActorError, AmbiguousActor
from legation.ledger import View
from legation.ledger.record import Record
from legation.ledger.search import DocumentHit
from legation.ledger.telling import actor_name

MOST: Final = 100
"""How many records and documents a page shows; more words find fewer."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found."""

    actors: Sequence[str] = ()
    documents: Sequence[DocumentHit] = ()
    records: Sequence[Record] = ()
    is_all: bool = True


def results_of(view: View, text: str) -> Results:
    """What holds all the words, whatever their accents; an actor is found by any of its names as well.

    Raises:
        UsageError: A quote is not closed, or there is no word.
    """
    if not text.strip():
        return Results()
    found = view.search(text, most=MOST)
    words = fold(text).split()
    held = {each.actor: fold(f"{each.actor} {actor_name(each.actor)}") for each in view.actors()}
    named = [actor for actor, names in held.items() if all(word in names for word in words)]
    actors = dict.fromkeys([*named, *(actor for actor in _named(text) if actor in held)])
    return Results(list(actors), found.documents, found.records, found.is_all)


def _named(text: str) -> tuple[str, ...]:
    try:
        return (register().resolve(text).id,)
    except AmbiguousActor as error:
        return error.candidates
    except ActorError:
        return ()
