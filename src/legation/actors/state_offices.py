"""Which top offices a state has: whether somebody with a title can act for a state at all.

The law: `may_hold` answers False only for a title that the state surely does not have and has not had since
1945, True for one that it has now, and None for all the rest. It speaks of offices, never of who holds them.

Of a few titles (`_EXHAUSTIVE`) the table lists every state that has or had them, so that a state without is
ruled out; of other titles only those in a row's column ``never`` are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from legation.actors.load import cell, rows
from legation.actors.register import register

_HELD: Final = (
    "head_of_state",
    "head_of_government",
    "party_leader",
    "deputies",
    "foreign",
    "defence",
    "legislature",
)
_SOLE: Final = ("head_of_state", "head_of_government", "party_leader", "foreign", "defence")
_SOVEREIGN: Final = frozenset(
    (
        "king",
        "emperor",
        "sultan",
        "emir",
        "pope",
        "grand duke",
        "crown prince",
        "supreme leader",
        "governor general",
        "prime minister",
        "premier",
        "taoiseach",
        "federal president",
        "federal chancellor",
        "senator",
        "congressman",
    )
)
_EXHAUSTIVE: Final = _SOVEREIGN | {"president", "vice president", "chancellor", "general secretary"}
"""Titles of which the table lists every state that has them, or may be said to."""
_CHAMBERS: Final = {"senator": "senate", "congressman": "congress"}
"""Members who are there wherever the legislature's name has their chamber."""

_SAME: Final = {
    "queen": "king",
    "empress": "emperor",
    "princess": "prince",
    "duchess": "duke",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "congresswoman": "congressman",
    "defense": "defence",
    "foreign affairs": "foreign",
    "external affairs": "external",
    "secretary of state": "secretary-of-state",
}
_PASSING: Final = re.compile(
    r"^(?:former|late|then|ex|outgoing|incoming|newly elected|acting|interim|caretaker|transitional)\s+|"
    r"\s+(?:elect|designate)$"
)
_BELOW: Final = re.compile(
    r"^(?:(?:first|second|third|senior|standing|executive|permanent)\s+)*(?:deputy|vice|assistant)\s+"
)
_OWN_COMPLEMENT: Final = re.compile(
    r" of (?:the )?(?:republic|state|nation|country|government|union|council of ministers|state council|cabinet|federation|"
    r"(?:(?:communist )?party )?central committee|(?:communist |ruling )?party)$"
)
_LEVEL: Final = re.compile(r"^(?:state|federal) (?=president|chancellor|prime minister)")
_MINISTER: Final = re.compile(r"(?<!prime )(?<!first )(?<!chief )\bminister(?: (?:of|for|without|in) .*)?$")
_PORTFOLIO: Final = re.compile(r"(minister|secretary|secretary-of-state) (?:of|for) (?:the )?(.+)")


@dataclass(frozen=True, slots=True)
class StateOffices:
    """The top offices of a state or body, as comparable titles.

    Attributes:
        held: Those that it has.
        loose: Those that it had since 1945, or that are said of its offices loosely; never ruled out.
        never: Further titles that it surely does not have.
        chambers: What its legislature's offices are called, for telling which chambers it has.
        sole: Those at its top that one person at a time holds.
    """

    held: frozenset[str]
    loose: frozenset[str]
    never: frozenset[str]
    chambers: str
    sole: frozenset[str]

    def says(self, title: str) -> bool | None:
        """Whether a comparable title is one of its offices; None where that is not known."""
        if title in self.never:
            return False
        if title in self.held or _CHAMBERS.get(title, "-") in self.chambers:
            return True
        if title in self.loose:
            return None
        return False if title in _EXHAUSTIVE else None


def may_hold(state: str, office: str) -> bool | None:
    """Whether somebody with a title of office can act for a state.

    Args:
        state: Id of a state, or of a body such as the EU.
        office: A title as `legation.actors.offices` gives it: "Prime Minister", "Deputy Foreign Minister".

    Returns:
        True for an office that the state has, False for one that it surely has not, None where that is not known.

    Example:
        >>> may_hold("GBR", "Prime Minister"), may_hold("USA", "Prime Minister"), may_hold("USA", "Mayor")
        (True, False, None)
    """
    offices = _table().get(state)
    if offices is None:
        return _of_unlisted(state, office)
    title = comparable(office)
    own = _OWN_COMPLEMENT.sub("", title)
    for wording in (title, own):
        known = offices.says(wording)
        if known is not None or wording in offices.loose:
            return known
    if "minister" in offices.never and _MINISTER.search(title):
        return False
    above = _above(own)
    return False if above != own and offices.says(above) is False else None


def is_sole(state: str, office: str) -> bool:
    """Whether a title is one of a state's top offices, which one person at a time holds.

    Example:
        >>> is_sole("JPN", "Foreign Minister"), is_sole("JPN", "Deputy Foreign Minister")
        (True, False)
    """
    offices = _table().get(state)
    return offices is not None and _OWN_COMPLEMENT.sub("", comparable(office)) in offices.sole


@lru_cache(maxsize=8192)
def comparable(office: str) -> str:
    """A title in the one form by which titles are compared: "Minister for Foreign Affairs" is "foreign minister"."""
    title = " ".join(office.replace("-", " ").casefold().split())
    title = _PASSING.sub("", title)
    for word, same in _SAME.items():
        title = re.sub(rf"\b{word}\b", same, title)
    match = _PORTFOLIO.fullmatch(title)
    return f"{match.group(2)} {match.group(1)}" if match else title


def _above(title: str) -> str:
    """The office that a title stands below: of "Deputy Prime Minister" the Prime Minister."""
    return _LEVEL.sub("", _BELOW.sub("", title))


def _of_unlisted(actor: str, office: str) -> bool | None:
    """A body of states has no kings and prime ministers of its own; of anything else without a row nothing is known."""
    if actor not in register() or not register().get(actor).members:
        return None
    return False if _above(comparable(office)) in _SOVEREIGN else None


@lru_cache(maxsize=1)
def _table() -> dict[str, StateOffices]:
    return {row["state"]: _offices(row) for row in rows("state_offices.csv")}


def _offices(row: dict[str, str]) -> StateOffices:
    return StateOffices(
        held=frozenset().union(*(_titles(row[column]) for column in _HELD)),
        loose=_titles(row["past"]),
        never=_titles(row["never"]),
        chambers=row["legislature"].casefold(),
        sole=frozenset().union(*(_titles(row[column]) for column in _SOLE)),
    )


def _titles(text: str) -> frozenset[str]:
    return frozenset(comparable(title) for title in cell(text))
