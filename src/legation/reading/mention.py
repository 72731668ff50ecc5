"""What stands in a sentence: actors, persons, dates and quantities, by token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from legation.values.dates import Sense
from legation.values.quantity import Quantity
from legation.values.when import When

Form = Literal["name", "adjective", "capital", "person", "we", "pair", "back"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean one or more actors, or a person.

    Attributes:
        start: First token in its block.
        end: Token after the last.
        actors: Ids of the actors meant; for a person the state or body that he or she acts for.
        form: ``name``; ``adjective`` (Vietnamese); ``capital`` (Seoul); ``person``; ``we``; ``pair`` (the two
            sides); ``back`` (a word that points back: the country, he, the Minister).
        person: The person's name as commonly written, without accents.
        office: The office that stands with the name.
        body: What the office is of; for an actor's name the actor named, which may act for the one in `actors`.
        also: Further offices that stand with the name, each with what it is of.
        status: "former", "elect", "elected", "outgoing", "incoming" or "late", where the text says so of the office.
        members: The persons whom words for several mean ("the two", "both ministers"), where they are known.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    form: Form
    person: str | None = None
    office: str | None = None
    body: str | None = None
    also: tuple[tuple[str, str | None], ...] = ()
    status: str | None = None
    members: tuple[Mention, ...] = ()

    @property
    def each(self) -> tuple[Mention, ...]:
        """Those whom words for several mean one by one; the mention alone where it means one, or sides alone."""
        return self.members or (self,)


def by_token(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Mentions by each token that is part of them."""
    return {i: m for m in mentions for i in range(m.start, m.end)}


@dataclass(frozen=True, slots=True)
class DateAt:
    """A date in a sentence: tokens ``[start, end)`` of its block.

    Attributes:
        start: First token.
        end: Token after the last.
        when: The date.
        sense: How it bounds what is said, see `legation.values.dates.DateMention`.
        relative: Whether it is told from the day of publication ("last week").
    """

    start: int
    end: int
    when: When
    sense: Sense
    relative: bool


@dataclass(frozen=True, slots=True)
class QuantityAt:
    """A quantity in a sentence: tokens ``[start, end)`` of its block."""

    start: int
    end: int
    quantity: Quantity
