"""What a section asks to have written: its drafts in order of worth, and what it says when it has none."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from legation.actors.words import key
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.word import Draft, listed
from legation.ledger.record import StoredStatement
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Plan:
    """A section before its check.

    Attributes:
        key: Short name of the section.
        title: Its heading.
        drafts: Its sentences, the most needed first.
        limit: How many sentences it may print.
        nothing: What it says when no sentence is printed.
    """

    key: str
    title: str
    drafts: tuple[Draft, ...]
    limit: int
    nothing: str


def day_of(when: When | None) -> date:
    """The first day of a date, for sorting; the earliest day there is for none."""
    return (when.first or date.min) if when else date.min


def newest_first(facts: Iterable[Fact]) -> list[Fact]:
    """Facts by date, the newest first, undated ones last; many sources before few."""
    return sorted(facts, key=lambda f: (day_of(f.date), len(f.documents())), reverse=True)


def joined(facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> list[Fact]:
    """Facts that agree on a key as one, with the statements of all of them, in order of first occurrence."""
    groups: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    return [
        Fact(group[0].record, tuple(dict.fromkeys(s for fact in group for s in fact.statements)))
        for group in groups.values()
    ]


def merged(facts: Iterable[Fact], same: Callable[[Fact, Fact], bool]) -> list[Fact]:
    """Facts as one where the first of a group is the same thing as a further one, in order of first occurrence."""
    groups: list[Fact] = []
    for fact in facts:
        at = next((i for i, known in enumerate(groups) if same(known, fact)), None)
        if at is None:
            groups.append(fact)
        else:
            told = dict.fromkeys((*groups[at].statements, *fact.statements))
            groups[at] = Fact(groups[at].record, tuple(told))
    return groups


def people(dossier: Dossier, statement: StoredStatement, name: str) -> str:
    """The people of a field as a list, each with the office that the same passage gives."""
    return listed([_titled(dossier, statement, person) for person in actors_field(statement, name)])


def _titled(dossier: Dossier, statement: StoredStatement, person: str) -> str:
    """A person with the office that stands beside the name in the statement's own passage."""
    words = key(dossier.view.passage_text(statement.quote))
    for told in dossier.holding(person):
        titled = f"{text_field(told, 'office')} {person}"
        if key(titled) in words:
            return titled
    return person
