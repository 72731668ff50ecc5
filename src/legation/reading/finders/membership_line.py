"""A sentence written down for wordings of standing: its actors, bodies and dates as single letters.

``A`` is a list of actors, ``B`` of bodies, ``D`` a date; all else stands for itself in small letters. Laws: a list is held
together by commas and a last "and"; actors with commas alone between them are no list; a short note in brackets behind a
name is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.membership_bodies import Body, capitalised
from legation.reading.finders.sides import parties_only
from legation.reading.mention import DateAt, Mention
from legation.reading.text import Sentence

_KEPT: Final = 8
"""Bodies that a document has named which "the Union", "the Council" may mean."""
_GLUE: Final = frozenset({",", "and", "the", "&", "or", "of", "in", "to", "both", "also"})
_JOINTS: Final = frozenset({",", "and", "&", "or"})
_CALLED: Final = {
    "NATO": ("alliance",),
    "Pacific Alliance": ("bloc",),
    "Mercosur": ("bloc", "union"),
    "ASEAN": ("association", "bloc", "grouping"),
}
"""What else a body is called."""
_GENERAL: Final = frozenset(
    {"bloc", "grouping", "organisation", "organization", "body", "club", "movement", "pact"}
)
_KINDS: Final = _GENERAL | frozenset(
    "alliance union group council community forum league association commonwealth agency bank court partnership "
    "assembly initiative".split()
)
_GOVERNED: Final = frozenset(
    "with of in to from by against for between at on into over than near like unlike".split()
)
_NEAR: Final = 3
"""Sentences over which a body stays in mind."""
_BACK: Final = 30
"""Sentences over which their subject stays in mind."""
_ORGANS: Final = re.compile(r"Parliament|Commission|Court|Secretariat|Bank")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A wording of standing.

    Attributes:
        pattern: What it matches.
        action: The guide's action.
        modality: Its modality, where the words themselves tell.
        role: The role it names, if any.
        kind: How its subject is looked for: ``verb``, ``noun`` (in apposition too), or ``own`` (the group ``a``).
    """

    pattern: re.Pattern[str]
    action: str
    modality: str = "actual"
    role: str | None = None
    kind: str = "verb"


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or a list of actors or bodies, or a date, with its tokens."""

    text: str
    start: int
    end: int
    actors: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    date: DateAt | None = None
    form: str = ""


@dataclass(slots=True)
class Memory:
    """What a document's last sentences were about; most are never asked for, and only those asked for are written down."""

    body: Body | None = None
    age: int = 0
    bodies: list[Body] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def topic(self) -> tuple[str, ...]:
        """The subject of the last sentence that has one."""
        return next((found for line in reversed(self.lines) if (found := line.topic())), ())

    @property
    def several(self) -> tuple[str, ...]:
        """The last list of three or more."""
        lists = (i.actors for line in reversed(self.lines) for i in reversed(line.items))
        return next((actors for actors in lists if len(actors) > 2), ())

    def keep(self, line: Line, bodies: list[Body]) -> None:
        """Keep in mind what a sentence was about."""
        self.lines = [*self.lines[-_BACK:], line]
        self.age = 0 if bodies else self.age + 1
        lasting = [b for b in bodies if not _ORGANS.search(b.name)]
        self.body = lasting[-1] if lasting else self.body
        self.bodies = [*self.bodies[-_KEPT:], *bodies]

    def recent(self) -> Body | None:
        """The body named last, if that was a sentence or two ago."""
        return self.body if self.age < _NEAR else None


class Line:
    """A sentence written down, and where each of its items begins; written when it is first read."""

    def __init__(self, sentence: Sentence, known: list[Body]) -> None:
        self.sentence = sentence
        self._known = known

    @cached_property
    def items(self) -> list[Item]:
        """Its items, in order."""
        taken = {i for b in self._known for i in range(b.start, b.end)}
        return _joined(list(_items(self.sentence, [*self._known, *capitalised(self.sentence, taken)])))

    @cached_property
    def at(self) -> list[int]:
        """The character at which each item begins."""
        return list(accumulate((len(item.text) + 1 for item in self.items[:-1]), initial=1))

    @cached_property
    def text(self) -> str:
        """All of it, a space between its items."""
        return " " + "".join(f"{item.text} " for item in self.items)

    def item(self, position: int) -> Item:
        """The item at a character."""
        return self.items[bisect_right(self.at, position) - 1]

    def bodies(self, until: int | None = None) -> list[Body]:
        """The bodies in it, up to a character."""
        return [
            b
            for at, i in zip(self.at, self.items, strict=True)
            if until is None or at < until
            for b in i.bodies
        ]

    def topic(self, until: int | None = None) -> tuple[str, ...]:
        """Its subject: the first actors, up to a character, that no preposition governs and that own nothing."""
        for number, item in enumerate(self.items):
            if until is not None and self.at[number] >= until:
                break
            before = self.items[number - 1].text if number else ""
            behind = self.items[number + 1].text if number + 1 < len(self.items) else ""
            if item.actors and before not in _GOVERNED and behind != "'s" and not self._is_place(item):
                return item.actors
        return ()

    def _is_place(self, item: Item) -> bool:
        """Whether a capital is only where something was: "the Madrid summit"."""
        behind = self.sentence.doc[item.end] if item.end < self.sentence.end else None
        return item.form == "capital" and behind is not None and behind.pos_ in ("NOUN", "PROPN")


def line_of(sentence: Sentence, bodies: list[Body], memory: Memory) -> Line:
    """A sentence written down, with what "the Union" and the like mean in it."""
    return Line(sentence, [*bodies, *_meant(sentence, bodies, memory)])


def _meant(sentence: Sentence, bodies: list[Body], memory: Memory) -> Iterator[Body]:
    """The bodies that "the Union", "the bloc" mean: the last one named that is called so."""
    taken = {i for b in bodies for i in range(b.start, b.end)}
    for token in sentence.with_word(_KINDS):
        if (
            token.i in taken
            or token.i == sentence.start
            or sentence.doc[token.i - 1].lower_ not in ("the", "this")
        ):
            continue
        if token.i + 1 < sentence.end and sentence.doc[token.i + 1].lower_ == "of":
            continue
        word = token.lower_
        earlier = [*memory.bodies, *(b for b in bodies if b.end <= token.i)]
        named = [b for b in earlier if word in b.name.lower().split() or word in _CALLED.get(b.name, ())]
        meant = named or (earlier if word in _GENERAL else [])
        if meant:
            yield Body(token.i, token.i + 1, meant[-1].name, meant[-1].known)


def _items(sentence: Sentence, bodies: list[Body]) -> Iterator[Item]:
    named = {b.start: b for b in bodies}
    dates = {d.start: d for d in sentence.dates}
    at = sentence.start
    while at < sentence.end:
        token = sentence.doc[at]
        mention = sentence.mention_at(token)
        body, date = named.get(at), dates.get(at)
        if body is not None:
            yield Item("B", at, body.end, bodies=(body,))
            at = max(body.end, at + 1)
        elif date is not None:
            yield Item("D", at, date.end, date=date)
            at = max(date.end, at + 1)
        elif mention is not None and (actors := _states(mention)):
            yield Item("A", at, mention.end, actors=actors, form=mention.form)
            at = max(mention.end, at + 1)
        else:
            yield Item("'s" if token.text in ("’s", "’", "'") else token.lower_, at, at + 1)
            at += 1


def _states(mention: Mention) -> tuple[str, ...]:
    """The parties that a mention means as a doer; an adjective is none."""
    if mention.form == "adjective" or not all(is_state(a) for a in mention.actors):
        return ()
    return parties_only(mention.actors)


def _joined(items: list[Item]) -> list[Item]:
    """Items with lists of actors and of bodies made one, and short notes in brackets behind them left out."""
    plain = _without_notes(items)
    found: list[Item] = []
    at = 0
    while at < len(plain):
        if plain[at].text in ("A", "B"):
            at, item = _list_from(plain, at)
            found.append(item)
        else:
            found.append(plain[at])
            at += 1
    return found


def _without_notes(items: list[Item]) -> list[Item]:
    found: list[Item] = []
    at = 0
    while at < len(items):
        if items[at].text == "(" and found and found[-1].text in ("A", "B"):
            close = next((n for n in range(at + 1, min(at + 5, len(items))) if items[n].text == ")"), None)
            if close is not None:
                at = close + 1
                continue
        found.append(items[at])
        at += 1
    return found


def _list_from(items: list[Item], at: int) -> tuple[int, Item]:
    """The list that begins at an item, held together by commas and a last "and"; and where what follows begins."""
    letter = items[at].text
    run, here, closed = [items[at]], at + 1, False
    while not closed:
        ahead = here
        while ahead < len(items) and ahead - here < 4 and items[ahead].text in _GLUE:
            ahead += 1
        between = {item.text for item in items[here:ahead]}
        if not between or ahead >= len(items) or items[ahead].text != letter or not between & _JOINTS:
            break
        if letter == "A" and between & {"of", "in", "to"}:
            break
        run.append(items[ahead])
        here, closed = ahead + 1, bool(between & {"and", "&", "or"})
    if not closed and letter == "A":  # actors with commas alone between them are no list
        run, here = run[:1], at + 1
    actors = tuple(dict.fromkeys(a for item in run for a in item.actors))
    bodies = tuple(dict.fromkeys(b for item in run for b in item.bodies))
    return here, Item(letter, run[0].start, run[-1].end, actors, bodies, form=run[0].form)
