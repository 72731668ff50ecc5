"""Organs of states named by their kind: "Ministry of Industry and Trade", "the Vietnamese Foreign Ministry".

The register lists few organs by name; the rest follow a pattern, and belong to the state that is named
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from legation.actors.complements import Names, capitalised_run
from legation.actors.load import lines
from legation.actors.mentions import NameMention
from legation.actors.register import register


@dataclass(frozen=True, slots=True)
class OrganMention:
    """A place in a text that names an organ of a state.

    Attributes:
        start: Offset of its first character; a leading "the" or state is not part of it.
        end: Offset after its last, before "of" and its state.
        name: What it is called at home, such as "Ministry of Foreign Affairs".
        state: Id of the state that it belongs to, where the words beside it name one.
    """

    start: int
    end: int
    name: str
    state: str | None = None

    @property
    def id(self) -> str:
        """Its id: the name, and its state's name where it is known."""
        if self.state is None:
            return self.name
        return f"{self.name} of {register().get(self.state).name}"


_OF: Final = re.compile(
    r"(?<!\w)(?:Ministry|Department|Office|(?<!Political )Bureau|Directorate|General Department)\s+(?:of|for)\s+(?:the\s+)?"
)
_BARE: Final = re.compile(
    r"(?<!\w)(?:National Assembly|Parliament|Senate|House of Representatives|Government|Cabinet|Central Bank|"
    r"Supreme Court|Constitutional Court|Foreign Office|Home Office|Embassy|Armed Forces|Navy|Army|Air Force|"
    r"Coast Guard|Central Committee|Politburo|State Council|Council of Ministers|Consulate General)(?!\w)"
    r"(?!\s+(?:President|Secretary|Speaker|Chair\w*|Minister|Office|member|Member|Majority|Minority)(?!\w))"
)
_OWNING: Final = re.compile(r"(?:[’']s?)?\s(?:own\s)?")
_OWNED: Final = re.compile(r"\s+of\s+(?:the\s+)?")


def find_organs(text: str, names: Sequence[NameMention] | None = None) -> list[OrganMention]:
    """Every organ of a state that is named by its kind, in order, none overlapping another.

    Args:
        text: Any text.
        names: The names found in the text, where they are known already.
    """
    known = Names(register().find(text) if names is None else names)
    spans = sorted({*_complemented(text), *_plain(text, _BARE), *_plain(text, _led())})
    found: list[OrganMention] = []
    for start, end in spans:
        if not found or start >= found[-1].end:
            name = " ".join(text[start:end].split())
            found.append(OrganMention(start, end, name, _state(text, start, end, known)))
    return found


def _complemented(text: str) -> list[tuple[int, int]]:
    runs = ((match.start(), capitalised_run(text, match.end())) for match in _OF.finditer(text))
    return [(start, end) for start, end in runs if end is not None]


def _plain(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _state(text: str, start: int, end: int, names: Names) -> str | None:
    link = _OWNED.match(text, end)
    after = names.starting(link.end()) if link else None
    if after is not None and after.actor.is_country:
        return after.actor.id
    for name in names.ending_before(start, least=start - 6):
        if name.actor.is_country and _OWNING.fullmatch(text, name.end, start):
            return name.actor.id
    return None


@lru_cache(maxsize=1)
def _led() -> re.Pattern[str]:
    word = "(?:" + "|".join(sorted(map(re.escape, lines("portfolios.txt")), key=len, reverse=True)) + ")"
    return re.compile(rf"(?<![\w-]){word}(?:(?:\s+and\s+|\s+){word}){{0,3}}\s+(?:Ministry|Department)(?!\w)")
