"""What follows a title's head: "of Foreign Affairs", "to the United States", "of the European Commission"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from legation.actors.load import lines
from legation.actors.mentions import NameMention
from legation.actors.register import register

_LINK: Final = re.compile(r"\s+(of|for|to|on|[Aa]gainst)\s+((?:the|all)\s+)?")
_JOIN: Final = re.compile(r"(,?\s+(?:and|&)\s+(?:the\s+)?|,\s+|\s+|-|/)([^\W\d_a-z][\w’'.-]*\w|[^\W\d_a-z])")
_FIRST: Final = re.compile(r"[^\W\d_a-z](?:[\w’'-]*\w)?")
_COMMITTEE: Final = re.compile(
    r"(?:(?:’|')s)?\s+(?:Central Committee|Party Central Committee|Central Committee’s)"
)
_POSSESSIVE: Final = re.compile(r"(?:’|')s?\s+|\s+")
_ABROAD: Final = re.compile(
    r"Ambassador|Envoy|Representative|Minister|Consul|Chargé|Charge|High Commissioner|Nuncio"
)
_OFFICE_OF: Final = re.compile(
    r"(?:Executive |Private )?(?:Office|Administration|Cabinet|Staff|Secretariat) of the "
    r"(?:President|Prime Minister|Vice President|Government|Cabinet|National Assembly)(?!\w)"
)
_MOST_LINKS: Final = 4
_REACH: Final = 4


@dataclass(frozen=True, slots=True)
class Complement:
    """A complement as read.

    Attributes:
        words: Its words as part of the title, with a leading space; empty where there are none.
        end: Offset after it in the text.
        of: Id of the actor that it names as the one whose office it is.
    """

    words: str
    end: int
    of: str | None = None


class Names:
    """The names found in a text, asked for by place."""

    def __init__(self, names: Sequence[NameMention]) -> None:
        self._starts = {name.start: name for name in names}
        self._ends = sorted(name.end for name in names)
        self._by_end = {name.end: name for name in names}

    def starting(self, at: int) -> NameMention | None:
        """The name that starts at an offset."""
        return self._starts.get(at)

    def is_paired(self, name: NameMention, text: str) -> bool:
        """Whether a hyphen ties it to a name before it, as in "ASEAN-India"."""
        return name.start - 1 in self._by_end and text[name.start - 1] in "-–"

    def ending_before(self, at: int, *, least: int) -> Iterator[NameMention]:
        """The names that end between two offsets, the last first."""
        place = bisect_right(self._ends, at)
        while place and self._ends[place - 1] >= least:
            place -= 1
            yield self._by_end[self._ends[place]]


def read_complement(text: str, at: int, head: str, names: Names) -> Complement:
    """The complement that starts at an offset, right after a title's head.

    Args:
        text: The text.
        at: Offset after the head.
        head: The head noun.
        names: The names found in the text.
    """
    words, end = "", at
    for _ in range(_MOST_LINKS):
        link = _LINK.match(text, end)
        if link is None:
            break
        named = names.starting(link.end())
        if named is not None and not _is_portfolio(text, named):
            return _named(_Place(text, link, head, names), named, Complement(words, end))
        office = _OFFICE_OF.match(text, link.end())
        run = office.end() if office else capitalised_run(text, link.end())
        if run is None:
            run = _to_office(text, link)
        if run is None:
            break
        words += text[link.start() : run]
        end = run
    return Complement(words, end)


def _is_portfolio(text: str, name: NameMention) -> bool:
    words = text[name.start : name.end].split()
    return name.actor.kind == "region" and all(word in _vocabulary() for word in words)


def _to_office(text: str, link: re.Match[str]) -> int | None:
    if link.group(1) != "to" or not link.group(2):
        return None
    office = re.compile(r"President|Prime Minister|Secretary-General|Secretary General").match(
        text, link.end()
    )
    return office.end() if office else None


@dataclass(frozen=True, slots=True)
class _Place:
    text: str
    link: re.Match[str]
    head: str
    names: Names


def _named(place: _Place, name: NameMention, before: Complement) -> Complement:
    text, link, head = place.text, place.link, place.head
    if link.group(1) == "to":
        abroad = name.form != "demonym" and _ABROAD.match(head)
        return Complement(before.words + text[link.start() : name.end], name.end) if abroad else before
    if link.group(1) == "on":
        return before
    actor = name.actor
    organ = _organ_of_state(name)
    if organ is not None:
        return Complement(f"{before.words} of the {organ}", name.end, actor.state)
    owned = _owned(text, name)
    if owned is not None:
        return Complement(f"{before.words} of the {owned[0]}", owned[1], actor.id)
    if _ABROAD.match(head):
        return _posted(text, name, before, place.names)
    committee = _COMMITTEE.match(text, name.end)
    end = committee.end() if committee else name.end
    return Complement(before.words, end, actor.id) if name.form != "demonym" else before


def _organ_of_state(name: NameMention) -> str | None:
    """What an organ is called at home: the National Assembly of Vietnam is the National Assembly."""
    organ, _, state = name.actor.name.partition(" of ")
    owner = register().actors.get(name.actor.state or "")
    return organ if name.actor.kind == "ministry" and owner and state in owner.texts() else None


def _posted(text: str, name: NameMention, before: Complement, names: Names) -> Complement:
    """The complement of one who represents a state, with where: "of Vietnam to the United Nations"."""
    link = _LINK.match(text, name.end)
    post = names.starting(link.end()) if link and link.group(1) == "to" else None
    if link is None or post is None:
        return Complement(before.words, name.end, name.actor.id)
    return Complement(before.words + text[link.start() : post.end], post.end, name.actor.id)


def _owned(text: str, name: NameMention) -> tuple[str, int] | None:
    gap = _POSSESSIVE.match(text, name.end)
    if gap is None or (gap.group().isspace() and name.form != "demonym"):
        return None
    end = capitalised_run(text, gap.end())
    if end is None or not any(word in _organs() for word in text[gap.end() : end].split()):
        return None
    return text[gap.end() : end], end


def capitalised_run(text: str, at: int) -> int | None:
    """Offset after the run of capitalised words that a title's complement is, or None where there is none."""
    first = _FIRST.match(text, at)
    if first is None:
        return None
    if not _goes_on(text, first.group(), first.end()) and not _ahead(
        text, first.end(), _vocabulary(), reach=2
    ):
        return None
    end = first.end()
    while join := _JOIN.match(text, end):
        gap, word = join.group(1), join.group(2).rstrip(".")
        listed = "and" in gap or "&" in gap
        stop = join.start(2) + len(word)
        if (
            "," in gap
            and not listed
            and not (word in _vocabulary() and re.compile(r"(?:,| and| &)\s").match(text, stop))
        ):
            break
        if listed and (word not in _vocabulary() or _title_ahead(text, join.start(2))):
            break
        if not _goes_on(text, word, stop):
            break
        end = stop
    return end


def _goes_on(text: str, word: str, end: int) -> bool:
    return word in _vocabulary() or _ahead(text, end, _organs(), reach=_REACH)


def _ahead(text: str, end: int, words: frozenset[str], *, reach: int) -> bool:
    for _ in range(reach):
        join = _JOIN.match(text, end)
        if join is None or not (join.group(1).isspace() or join.group(1) == "-"):
            return False
        if join.group(2) in words:
            return True
        end = join.end()
    return False


def _title_ahead(text: str, at: int) -> bool:
    ahead = re.compile(
        r"(?:[A-Z][\w-]+\s+){0,3}(?:Minister|Secretary|President|Advisor|Adviser|Director|Chair\w*|Representative|"
        r"Ambassador|Head|Chief|Premier|Chancellor|Governor|Speaker|Commissioner|Spokes\w+|Coordinator|General)(?!\w)"
    )
    return ahead.match(text, at) is not None


@lru_cache(maxsize=1)
def _organs() -> frozenset[str]:
    return frozenset(lines("organ_nouns.txt"))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return _organs() | frozenset(lines("portfolios.txt"))
