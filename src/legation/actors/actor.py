"""An actor: a state, territory, body, party, firm, ministry or region, with the forms its name takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

FormType = Literal["name", "short", "official", "demonym", "capital", "code", "alias"]

KINDS: Final = (
    "state",
    "territory",
    "body",
    "forum",
    "bloc",
    "party",
    "ministry",
    "firm",
    "region",
    "office",
)


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling that stands for an actor.

    Attributes:
        text: The spelling, without a leading "the".
        type: What kind of form it is: a ``capital`` is a place or seat that may act for its state, a
            ``demonym`` an adjective or the people, a ``code`` an abbreviation.
        language: ISO 639-1 code of the language it belongs to.
        findable: Whether the spelling is safe to look for in running text; the others only resolve.
        since: The first day on which it was the actor's name, for a name that it has no more.
        until: The day after the last.
    """

    text: str
    type: FormType
    language: str = "en"
    findable: bool = True
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts in foreign affairs.

    ``kind`` groups actors for reading and display; it is no legal claim about anyone's standing, and a
    deployment may set another (see `Register.with_user_names`).

    Attributes:
        id: ISO 3166-1 alpha-3 code of a state or territory (Kosovo is ``XKX``), else the usual short
            English name.
        kind: One of `KINDS`.
        name: The usual short English name.
        official: The full name, where it differs.
        state: Id of the state that a party, ministry, firm or part of a country belongs to.
        since: The first day on which it existed, where that matters for telling names apart.
        until: The day after its last, for actors that are no more.
        forms: Every spelling that stands for it, the usual name first.
        successors: Ids of those that stand in its place since, for an actor that is no more; the one that goes
            on in its stead, where there is one, first.
        members: Ids of a body's present members, where the register lists them; empty where it doesn't.
    """

    id: str
    kind: str
    name: str
    official: str | None = None
    state: str | None = None
    since: date | None = None
    until: date | None = None
    forms: tuple[Form, ...] = field(default=(), repr=False)
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_country(self) -> bool:
        """Whether it is written by a country code: a state, or a territory that has one of its own."""
        return self.kind in ("state", "territory")

    def stands(self, on: date) -> bool:
        """Whether it existed on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def texts(self, *types: FormType, language: str | None = None) -> tuple[str, ...]:
        """The spellings of the given types (all types if none is given), in order, without repeats."""
        chosen = (
            form.text
            for form in self.forms
            if (not types or form.type in types) and (language is None or form.language == language)
        )
        return tuple(dict.fromkeys(chosen))

    def name_in(self, language: str) -> str:
        """Its usual name in a language, or in English where the register has none."""
        names = self.texts("name", language=language)
        return names[0] if names else self.name
