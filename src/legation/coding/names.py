"""Names that the register of actors does not code: armed groups, parties, well-known persons, towns.

They are looked for word by word, the longest first; a person known by a surname counts only where the name begins
with a capital and no other name goes on from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from legation.coding.event import Party
from legation.reading.acts.scheme import rows
from legation.reading.parse import Token

Sort = Literal["group", "person", "place"]
_SORTS: Final[tuple[tuple[str, Sort], ...]] = (
    ("places.csv", "place"),
    ("leaders.csv", "person"),
    ("groups.csv", "group"),
)
DATA: Final = Path(__file__).parent / "data"
_COUNTRY: Final = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: tokens ``[start, end)`` of its block, and whom it means."""

    start: int
    end: int
    party: Party
    sort: Sort


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], Party, Sort]]]:
    """Names by their first word, longest first; a name is a tuple of words as the parser cuts them."""
    found: dict[str, dict[tuple[str, ...], tuple[Party, Sort]]] = {}
    for table, sort in _SORTS:
        for row in rows(table, DATA):
            sector = row["code"][_COUNTRY:] or ("GOV" if sort == "person" else "")
            party = Party(row["code"][:_COUNTRY], sector)
            for name in _spellings(row["names"]):
                words = _words(name)
                found.setdefault(words[0], {})[words] = (party, sort)
    return {
        first: sorted(((w, *of) for w, of in each.items()), key=lambda e: -len(e[0]))
        for first, each in found.items()
    }


def _spellings(names: str) -> Iterator[str]:
    """Names as they stand in a cell; those in "al-" with a capital too."""
    for name in names.split(";"):
        yield name
        if name.startswith("al"):
            yield "A" + name[1:]


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.replace("-", " - ").replace("'", " '").split())


def find_names(tokens: Sequence[Token]) -> list[Named]:
    """Every such name among neighbouring tokens, in order, none overlapping another."""
    table, texts = _names(), [token.text.replace("’", "'") for token in tokens]
    found: list[Named] = []
    at = 0
    while at < len(texts):
        for words, party, sort in table.get(texts[at], ()):
            if tuple(texts[at : at + len(words)]) == words:
                found.append(Named(tokens[at].i, tokens[at].i + len(words), party, sort))
                at += len(words) - 1
                break
        at += 1
    return found


def coded_name(name: str) -> Party | None:
    """The party that goes by this whole name."""
    words = _words(name)
    return next((party for each, party, _ in _names().get(words[0], ()) if each == words), None)
