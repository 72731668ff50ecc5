"""How high an office is: the rank that a visit by its holder has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from legation.actors.actor import Actor
from legation.actors.load import rows
from legation.actors.register import register

_BELOW: Final = re.compile(
    r"\b(?:vice|-elect|designate|first lady|first gentleman|assistant|crown|honorary)\b"
)
_DEPUTY: Final = re.compile(r"\b(?:deputy|assistant|associate|under)\b")
_FOREIGN: Final = re.compile(
    r"\bforeign (?:minister|secretary)\b|\b(?:foreign|external) affairs minister\b|"
    r"\b(?:minister|secretary|secretary of state) (?:of|for) (?!state)[\w, ]*?"
    r"\b(?:foreign|external)\b[\w, ]* (?:affairs|relations)\b|"
    r"\b(?:minister|secretary|secretary of state) (?:of|for) (?:foreign|external) (?:affairs|relations)\b"
)
_SECRETARY_OF_STATE: Final = re.compile(r"\b(?:secretary of state|state secretary)$")
_PARLIAMENT: Final = re.compile(
    r"\bspeaker\b|\blegislature\b|\bsenator\b|\bcongress(?:man|woman)\b|"
    r"\bmember of (?:parliament|congress)\b|"
    r"(?:assembly|parliament|senate|congress|house of representatives|house of commons|bundestag|"
    r"duma|knesset|rada|diet|sejm|chamber of deputies|house|lok sabha|"
    r"rajya sabha)(?: president| chair\w*| leader| speaker)?$"
)
_PARTY: Final = re.compile(
    r"\bparty (?:chief|leader|chair\w*|president|general secretary)\b|\bgeneral secretary\b"
)
_ENVOY: Final = re.compile(
    r"\bspecial representative\b|\bpermanent representative\b|\benvoy\b|\bplenipotentiary\b|"
    r"\bminister to "
)
_MILITARY: Final = re.compile(
    r"\b(?:chief|head) of (?:the )?(?:general|defen[cs]e|joint|army|naval|air) staff\b|"
    r"\bjoint chiefs\b|\bcommander\b|\bchief of defen[cs]e\b"
)
_HEADS_OF_BODIES: Final = frozenset(("head_of_state", "head_of_government"))


def rank_of(office: str, of: str | None = None) -> str:
    """The rank of an office, as visits have it.

    Args:
        office: The title, such as "Deputy Prime Minister".
        of: Id of the actor whose office it is; a president of anything but a state is no head of state.

    Example:
        >>> rank_of("President", "VNM"), rank_of("President", "European Council")
        ('head_of_state', 'other')
    """
    title = " ".join(office.replace("-", " ").casefold().split())
    rank = _rank(title, of)
    if of is None or of not in register():
        return rank
    return _in_body(rank, register().get(of))


def _in_body(rank: str, body: Actor) -> str:
    if body.is_country or rank not in (*_HEADS_OF_BODIES, "party_leader", "other"):
        return rank
    if body.kind == "party":
        return "other" if rank == "other" else "party_leader"
    chairs_parliament = body.kind == "ministry" and _PARLIAMENT.search(body.name.split(" of ")[0].casefold())
    return "parliament" if chairs_parliament else "other"


@lru_cache(maxsize=4096)
def _rank(title: str, of: str | None) -> str:
    by_wording = _by_wording(title, of)
    if by_wording is not None:
        return by_wording
    rank = _by_head(title)
    if rank in _HEADS_OF_BODIES and _DEPUTY.search(title):
        return "minister"
    if rank in _HEADS_OF_BODIES and (_BELOW.search(title) or _complement(title)):
        return "minister" if "premier" in title or "chancellor" in title else "other"
    return "other" if rank == "minister" and (_DEPUTY.search(title) or "vice" in title) else rank


def _by_wording(title: str, of: str | None) -> str | None:
    below = _DEPUTY.search(title) or re.search(r"\bvice\b", title)
    if _PARLIAMENT.search(title):
        return "parliament"
    if _MILITARY.search(title):
        return "military"
    if _ENVOY.search(title):
        return "envoy"
    if below:
        return None
    if _FOREIGN.search(title) or (_SECRETARY_OF_STATE.search(title) and of in (None, "USA", "VAT")):
        return "foreign_minister"
    if title.endswith("trade representative"):
        return "minister"
    if title == "leader" and of is not None:
        return "head_of_state"
    return "party_leader" if _PARTY.search(title) else None


def _complement(title: str) -> bool:
    return " of the " in title and not re.search(
        r" of (?:the )?(?:state|republic|government|council of ministers)$", title
    )


@lru_cache(maxsize=1)
def _heads() -> tuple[tuple[str, str], ...]:
    pairs = [(row["head"].replace("-", " ").casefold(), row["rank"]) for row in rows("offices.csv")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _by_head(title: str) -> str:
    stem = re.split(r" (?:of|for|to|on) ", title, maxsplit=1)[0]
    for head, rank in _heads():
        if f"{title} ".startswith(f"{head} ") or f" {stem}".endswith(f" {head}"):
            return rank
    return "other"
