"""Actors and persons of a cell, one or several.

Laws held here: a name that several actors go by is told, not chosen. A name that nobody in the register goes by is
kept as it is written: firms and programmes stand for themselves; where it is like a known name, that is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from legation.actors.offices import find_offices
from legation.actors.register import register
from legation.errors import AmbiguousActor, UnknownActor
from legation.exchange.intake.value import Value
from legation.exchange.intake.words import label_of
from legation.reading.person_names import plain_name

_PARTS: Final = re.compile(r"\s*(?:[;\n\r|]|\s/\s)\s*")
_JOINTS: Final = re.compile(
    r"\s*(?:,|/|&|\s[–—-]\s|[–—]|-|(?<=\w)\s+(?:and|et|y|e|und|và|dan)(?=\s))\s*", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*(?:\s&\s|\s(?:and|et|y|und|và|dan)\s|,)\s*", re.IGNORECASE)
_TURNED: Final = re.compile(r"([^,]+),\s+((?:[^,]+\s)?(?:of|of the))", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"([^(]+?)\s*\(([^)]+)\)")
_LONGEST_TITLE: Final = 6
"""Words of the longest title of another language."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside a name and may tell which actor is meant.

    Attributes:
        others: Names in other cells of its row.
        on: The day that its row is about.
    """

    others: Collection[str] = ()
    on: date | None = None


def actors_in(text: str, beside: Surroundings) -> Value:
    """The actors that a cell names."""
    ids: list[str] = []
    problems: list[str] = []
    remarks: list[str] = []
    for name in _names(text, beside):
        try:
            ids.append(_resolved(name, beside))
        except AmbiguousActor as error:
            problems.append(str(error))
        except UnknownActor as error:
            ids.append(name)
            (problems if "near names" in str(error) else remarks).append(f"{error}; kept as it is written")
    return Value(tuple(dict.fromkeys(ids)), "; ".join(problems) or None, "; ".join(remarks) or None)


def actor_in(text: str, beside: Surroundings) -> Value:
    """The one actor that a cell names."""
    found = actors_in(text, beside)
    ids = found.value if isinstance(found.value, tuple) else ()
    if len(ids) > 1:
        return Value(
            problem=f"it names {len(ids)} actors ({', '.join(ids)}), and here stands one; give each a row of its own"
        )
    return Value(ids[0] if ids else None, found.problem, found.remark)


def _names(text: str, beside: Surroundings) -> Iterator[str]:
    """The names in a cell; commas, dashes and "and" part names only where each part is one."""
    if _is_known(text, beside):
        yield text.strip()
        return
    for part in filter(None, (part.strip() for part in _PARTS.split(text))):
        smaller = [piece.strip() for piece in _JOINTS.split(part) if piece.strip()]
        if len(smaller) > 1 and not _is_known(part, beside) and all(_is_known(p, beside) for p in smaller):
            yield from smaller
        else:
            yield part


def _is_known(name: str, beside: Surroundings) -> bool:
    try:
        _resolved(name.strip(), beside)
    except AmbiguousActor:
        return True
    except UnknownActor:
        return False
    return True


def _resolved(name: str, beside: Surroundings) -> str:
    """The id of the actor of a name, also where it is turned ("Korea, Republic of") or explained in brackets.

    Raises:
        UnknownActor: Nobody goes by it.
        AmbiguousActor: Several do.
    """
    return _resolve(name, tuple(sorted(set(beside.others))), beside.on)


@lru_cache(maxsize=65536)
def _resolve(name: str, others: tuple[str, ...], on: date | None) -> str:
    forms = [name]
    turned = _TURNED.fullmatch(name)
    bracketed = _BRACKETED.fullmatch(name)
    if turned:
        forms.append(f"{turned[2]} {turned[1]}")
    if bracketed:
        forms += [bracketed[1], bracketed[2]]
    first: UnknownActor | None = None
    for form in forms:
        try:
            return register().resolve(form, context=others, on=on).id
        except UnknownActor as error:
            first = first or error
    raise first or UnknownActor(f"no actor goes by {name!r}")


def people_in(text: str) -> Value:
    """The persons that a cell names, as they are written in English, and the rank that a title before one tells."""
    people: list[str] = []
    told: dict[str, str | None] = {}
    for part in _persons(text):
        name, rank, of = person_in(part)
        if name:
            people.append(name)
        if rank and "rank" not in told:
            told["rank"] = rank
        if of and "from" not in told:
            told["from"] = of
    return Value(tuple(dict.fromkeys(people)), also=told)


def _persons(text: str) -> Iterator[str]:
    for part in filter(None, (part.strip() for part in _PARTS.split(text))):
        smaller = [piece for piece in _AND.split(part) if piece]
        whole = len(smaller) > 1 and all(len(person_in(piece)[0].split()) > 1 for piece in smaller)
        yield from smaller if whole else [part]


@lru_cache(maxsize=65536)
def person_in(words: str) -> tuple[str, str | None, str | None]:
    """A person's name without titles, the rank that the first title tells, and whose office it is.

    Example:
        >>> person_in("Prime Minister Anna Berg"), person_in("Tô Lâm")
        (('Anna Berg', 'head_of_government', None), ('To Lam', None, None))
    """
    offices = find_offices(words)
    if not offices:
        return _foreign_title(words)
    rest, rank, of = words, None, None
    for office in reversed(offices):
        before, behind = rest[: office.start].rstrip(" ,"), rest[office.end :]
        begins = re.fullmatch(r"(?:H\.?E\.?|Mr\.?|Mrs\.?|Ms\.?|the|former)?", before.strip(), re.IGNORECASE)
        rest = behind if begins or behind.strip() else before
        rank, of = (None if office.status else office.rank), office.of
    return plain_name(rest.strip(" ,;:-–()")), rank, of


def _foreign_title(words: str) -> tuple[str, str | None, None]:
    """A name after a title that another language gives it: "Thủ tướng Phạm Minh Chính"."""
    parts = words.split()
    for length in range(min(_LONGEST_TITLE, len(parts)), 0, -1):
        rank = label_of(" ".join(parts[:length]), "visit", "rank")
        if rank and len(parts) - length != 1:
            return plain_name(" ".join(parts[length:])), rank, None
    return plain_name(words.strip(" ,;:-–()")), None, None
