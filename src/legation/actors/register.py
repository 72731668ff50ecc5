"""The register: every actor that Legation knows, looked up by id, by name, and in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from legation.actors.actor import Actor, Form
from legation.actors.ambiguity import Ambiguity, Candidate, ambiguities
from legation.actors.load import actor as actor_of
from legation.actors.load import lines, rows, shipped, user_rows
from legation.actors.mentions import RANKING, Finder, NameMention
from legation.actors.words import key
from legation.errors import AmbiguousActor, UnknownActor

_FOREIGN: Final = 10  # a name in another language gives way to an English one
_LENGTHS: Final = 4
_SURE: Final = RANKING["alias"]
"""The last rank of a form that is a name; adjectives and capitals come behind."""
_WITH_SHORT: Final = re.compile(r" \([^()]+\)$")
_UNSOUGHT: Final = 20  # a spelling that is not looked for in texts gives way to one that is


class Register:
    """Actors and the names they go by. A register does not change; `with_user_names` makes another."""

    def __init__(
        self, actors: Iterable[Actor], *, blocking: Iterable[str], ambiguous: Mapping[str, Ambiguity]
    ) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._blocking = tuple(blocking)
        self._ambiguous = dict(ambiguous)
        self._spellings: dict[str, dict[str, int]] = {}
        self._index: dict[str, dict[str, int]] = {}
        for actor in self._actors.values():
            for form in actor.forms:
                for spelling, index in ((_exact(form.text), self._spellings), (key(form.text), self._index)):
                    ranks = index.setdefault(spelling, {})
                    ranks[actor.id] = min(_rank(form), ranks.get(actor.id, _rank(form)))
        self._finders: dict[str, Finder] = {}

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def __contains__(self, ident: object) -> bool:
        return ident in self._actors

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor by its id."""
        return MappingProxyType(self._actors)

    def get(self, ident: str) -> Actor:
        """The actor with that id.

        Raises:
            UnknownActor: No actor has it; the message lists near ids.
        """
        if ident in self._actors:
            return self._actors[ident]
        raise UnknownActor(f"no actor has the id {ident!r}{self._near(ident)}")

    def kind_of(self, ident: str) -> str | None:
        """The kind of the actor with that id; None where no actor has it."""
        return self._actors[ident].kind if ident in self._actors else None

    def resolve(self, name: str, *, context: Collection[str] = (), on: date | None = None) -> Actor:
        """The actor that goes by a name, in any language the register knows, or by a country code.

        Args:
            name: The name, abbreviation, adjective, capital or code.
            context: Ids or names that stand beside it and may tell which actor is meant.
            on: The day it is about; actors that did not exist then are left out.

        Raises:
            UnknownActor: No actor goes by it; the message lists near names.
            AmbiguousActor: Several do, and neither context nor day tells which.
        """
        ambiguity = self._ambiguous.get(key(name))
        if ambiguity is not None:
            return self._settled(name, self._standing(ambiguity, on), context)
        if name in self._actors:
            return self._actors[name]
        ranks = self._spellings.get(_exact(name)) or self._index.get(key(name), {})
        if not ranks:
            raise UnknownActor(f"no actor goes by {name!r}{self._near(name)}")
        best = min(ranks.values())
        ids = tuple(Candidate(ident) for ident, rank in ranks.items() if rank == best)
        return self._settled(name, self._standing(Ambiguity(key(name), ids), on), context)

    def folded(self, name: str) -> str:
        """The id of the one actor that goes by a name in full, by a short form or an abbreviation; else the name.

        Unlike `resolve` it never guesses: adjectives, capitals and names of several actors are kept as they are.
        """
        if name in self._actors or key(name) in self._ambiguous:
            return name
        for spelling in (name, _WITH_SHORT.sub("", name)):
            ranks = self._spellings.get(_exact(spelling)) or self._index.get(key(spelling), {})
            if len(ranks) == 1 and all(r < _UNSOUGHT and r % _FOREIGN <= _SURE for r in ranks.values()):
                return next(iter(ranks))
        return name

    def _standing(self, ambiguity: Ambiguity, on: date | None) -> Ambiguity:
        if on is None:
            return ambiguity
        named = (each for each in ambiguity.candidates if each.id in self._actors)
        kept = tuple(each for each in named if self._actors[each.id].stands(on))
        return replace(ambiguity, candidates=kept or ambiguity.candidates)

    def _settled(self, name: str, ambiguity: Ambiguity, context: Collection[str]) -> Actor:
        ids = ambiguity.ids
        chosen = ids[0] if len(ids) == 1 else ambiguity.in_company(context)
        if chosen is None:
            named = ", ".join(dict.fromkeys(self._called(ident) for ident in ids))
            raise AmbiguousActor(f"{name!r} may mean {named}; give the full name or its id", candidates=ids)
        return self._actors[chosen]

    def _called(self, ident: str) -> str:
        name = self._actors[ident].name
        return name if name == ident else f"{name} ({ident})"

    def _near(self, name: str) -> str:
        wanted = key(name)
        alike = (
            each for each in self._index if each[:1] == wanted[:1] and abs(len(each) - len(wanted)) < _LENGTHS
        )
        near = get_close_matches(wanted, alike, n=4, cutoff=0.75)
        names = dict.fromkeys(self._actors[next(iter(self._index[each]))].name for each in near)
        return f"; near names: {', '.join(names)}" if names else "; check the spelling, or give its code"

    def successors(self, ident: str, on: date) -> tuple[Actor, ...]:
        """Who stood in an actor's place on a day: itself while it existed, then those that came after it.

        Raises:
            UnknownActor: No actor has that id.
        """
        actor = self.get(ident)
        if actor.until is None or on < actor.until:
            return (actor,)
        later = (each for name in actor.successors for each in self.successors(name, on))
        return tuple(dict.fromkeys(later))

    def find(self, text: str, *, language: str = "en") -> list[NameMention]:
        """Every name of an actor in a text, in order, none overlapping another.

        Args:
            text: Any text.
            language: ISO 639-1 code of its language: its own names are looked for besides English ones.
        """
        if language not in self._finders:
            self._finders[language] = Finder(
                self._actors, blocking=self._blocking, ambiguities=self._ambiguous, language=language
            )
        return self._finders[language].find(text)

    def with_user_names(self, path: str | Path) -> Register:
        """A register with the actors of a user's own CSV file added.

        Columns: ``id`` and ``kind``, and any of ``name``, ``official``, ``state``, ``aliases``,
        ``demonyms``, ``capitals``, ``seats``, ``since``, ``until``, ``successors`` (ids); lists are parted by
        semicolons. A row with the id of a known actor sets its kind and adds its forms.

        Raises:
            ActorError: The file or a row cannot be read; the message names the line.
        """
        return self._with(user_rows(Path(path)))

    def with_rows(self, rows: Iterable[Mapping[str, str | None]]) -> Register:
        """A register with actors added, each given as a row of such a file.

        Raises:
            ActorError: A row cannot be read.
        """
        return self._with(actor_of(row) for row in rows)

    def _with(self, more: Iterable[Actor]) -> Register:
        actors = dict(self._actors)
        for added in more:
            actors[added.id] = _joined(actors.get(added.id), added)
        return Register(actors.values(), blocking=self._blocking, ambiguous=self._ambiguous)


def _exact(name: str) -> str:
    """A spelling with its accents: "Mỹ" is not Malaysia's code MY."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _rank(form: Form) -> int:
    rank = RANKING[form.type] + _UNSOUGHT * (not form.findable)
    return rank + _FOREIGN * (form.language != "en")


def _joined(known: Actor | None, added: Actor) -> Actor:
    if known is None:
        return added
    new_forms = tuple(form for form in added.forms if form.text != added.id)
    return replace(
        known,
        kind=added.kind,
        name=known.name if added.name == added.id else added.name,
        official=added.official or known.official,
        state=added.state or known.state,
        since=added.since or known.since,
        until=added.until or known.until,
        successors=added.successors or known.successors,
        forms=tuple(dict.fromkeys((*known.forms, *new_forms))),
    )


@lru_cache(maxsize=1)
def register() -> Register:
    """The register as shipped."""
    return Register(
        shipped().values(), blocking=lines("blocking.txt"), ambiguous=ambiguities(rows("ambiguous.csv"))
    )
