"""Public persons and for whom they act: heads of state and government, foreign ministers, heads of bodies.

The table tells a reader what everybody knows and no text says: that Xi is of China. It never speaks against a text:
where a document gives a person a state, that stands. A name that several persons bear is settled by the year, or
not at all.

Law held here: a family name alone means a leader only in the years around the person's office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from legation.actors.load import cell, rows
from legation.actors.words import fold

_BEFORE, _AFTER = 10, 40
"""Years before and after the office in which a full name still means the person."""
_ALONE_BEFORE, _ALONE_AFTER = 1, 4
"""The same for a family name alone."""
_NOW: Final = 9999
_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "-": " ", "‑": " ", "–": " "})


@dataclass(frozen=True, slots=True)
class Leader:
    """A public person in the years of the offices that the table knows.

    Attributes:
        actor: Id of the state or body that he or she acts for.
        name: The name as commonly written in English.
        since: First year.
        until: Last year; 9999 for one who is in office still.
        rank: The rank of the highest office, where the person is known by one; see `legation.actors.ranks`.
    """

    actor: str
    name: str
    since: int
    until: int
    rank: str | None = None

    def known_in(self, year: int | None, before: int, after: int) -> bool:
        """Whether a text of that year may mean the person; of an undated text every year is possible."""
        return year is None or self.since - before <= year <= self.until + after


@dataclass(frozen=True, slots=True)
class Leaders:
    """The table, by folded names.

    Attributes:
        full: Who goes by a full name.
        alone: Who goes by a family name alone, or by a short name.
        firsts: The first words of all names: a name begins with none but these.
    """

    full: dict[str, tuple[Leader, ...]]
    alone: dict[str, tuple[Leader, ...]]
    firsts: frozenset[str]

    def named(self, name: str, year: int | None) -> Leader | None:
        """Who goes by a full name in a text of that year."""
        return _only(self.full.get(leader_key(name), ()), year, _BEFORE, _AFTER)

    def alone_named(self, name: str, year: int | None) -> Leader | None:
        """Who goes by a family name alone, or a short name, in a text of that year."""
        return _only(self.alone.get(leader_key(name), ()), year, _ALONE_BEFORE, _ALONE_AFTER)


@cache
def leaders() -> Leaders:
    """The table, read once a process."""
    full: dict[str, list[Leader]] = {}
    alone: dict[str, list[Leader]] = {}
    ranks = {row["name"]: row["rank"] for row in rows("leader_ranks.csv")}
    for row in rows("leaders.csv"):
        name = row["name"]
        leader = Leader(row["actor"], name, int(row["since"]), int(row["until"] or _NOW), ranks.get(name))
        for name in (row["name"], *cell(row["also"])):
            full.setdefault(leader_key(name), []).append(leader)
        for name in cell(row["alone"]):
            alone.setdefault(leader_key(name), []).append(leader)
    return Leaders(_frozen(full), _frozen(alone), frozenset(key.split()[0] for key in (*full, *alone)))


def first_word(word: str) -> str:
    """A word as the first of a name is folded."""
    return leader_key(word).partition(" ")[0]


def _frozen(table: dict[str, list[Leader]]) -> dict[str, tuple[Leader, ...]]:
    return {key: tuple(found) for key, found in table.items()}


@lru_cache(maxsize=65536)
def leader_key(name: str) -> str:
    """A name as names in the table are compared."""
    return " ".join(fold(word) for word in _words(name))


def _words(name: str) -> Iterator[str]:
    for word in name.translate(_MARKS).split():
        yield word.removesuffix("'s").strip(".,'")


def _only(found: tuple[Leader, ...], year: int | None, before: int, after: int) -> Leader | None:
    """The one whom the year allows; of several the one in office then."""
    possible = [leader for leader in found if leader.known_in(year, before, after)]
    in_office = [leader for leader in possible if year is not None and leader.known_in(year, 0, 0)]
    chosen = in_office or possible
    return chosen[0] if chosen and len({leader.actor for leader in chosen}) == 1 else None
