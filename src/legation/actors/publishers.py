"""Which state a publisher is of, by the host of its address: ".gov.vn", "koreatimes.com", "dawn.com".

Known hosts stand in a table; of others the ending tells, or the name of a state in front of a word for a paper.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from legation.actors.load import rows
from legation.actors.register import register

_AMERICAN: Final = re.compile(r"\.(?:gov|mil)$")
_COUNTRY: Final = re.compile(r"\.([a-z]{2})$")
_GENERIC: Final = frozenset({"co", "io", "tv", "me", "ai", "eu", "fm", "cc", "ws", "to", "la", "ly", "gg"})
"""Endings of two letters that anybody may have, or the EU."""
_CODES: Final = {"uk": "GB"}
_PRESS: Final = frozenset(
    "chronicle daily digest dispatch echo express gazette global globe herald independent info insider journal "
    "live mail mirror monitor net news newsagency newspaper now observer online plus post press radio report reporter review "
    "standard star sun telegraph times today tribune tv voice watch weekly world".split()
)
"""Words that name a paper beside the name of its country: "japantimes", "news-vietnam"."""
_SHORTEST: Final = 4


@lru_cache(maxsize=1024)
def state_of_host(host: str) -> str | None:
    """The state of a publisher, or None where its host does not tell.

    Args:
        host: The host of an address, in any case.

    Example:
        >>> state_of_host("www.mofa.gov.vn"), state_of_host("www.thejapantimes.com"), state_of_host("example.org")
        ('VNM', 'JPN', None)
    """
    name = host.casefold().removeprefix("www.")
    return _listed(name) or _by_ending(name) or _by_name(name)


def _listed(host: str) -> str | None:
    labels = host.split(".")
    return next((found for at in range(len(labels)) if (found := _table().get(".".join(labels[at:])))), None)


def _by_ending(host: str) -> str | None:
    if _AMERICAN.search(host):
        return "USA"
    country = _COUNTRY.search(host)
    if country is None or country.group(1) in _GENERIC:
        return None
    return _by_code().get(_CODES.get(country.group(1), country.group(1).upper()))


def _by_name(host: str) -> str | None:
    """The state whose name, adjective or capital a label of the host joins to words for a paper."""
    for label in host.split(".")[:-1]:
        plain = label.replace("-", "").removeprefix("the")
        for start in range(len(plain)):
            for end in range(len(plain), start + _SHORTEST - 1, -1):
                state = _names().get(plain[start:end])
                if (
                    state
                    and _is_press(plain[:start])
                    and _is_press(plain[end:])
                    and plain != plain[start:end]
                ):
                    return state
    return None


def _is_press(words: str) -> bool:
    """Whether letters are words for a paper run together, or none."""
    ends = {0}
    for end in range(1, len(words) + 1):
        if any(words[start:end] in _PRESS | {"of", "the", "in"} for start in ends):
            ends.add(end)
    return len(words) in ends


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {row["host"]: row["state"] for row in rows("publishers.csv")}


@lru_cache(maxsize=1)
def _by_code() -> dict[str, str]:
    return {row["code"]: row["id"] for row in rows("states.csv")}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """States by their names, adjectives and capitals in English, in small letters run together; none that two share."""
    found: dict[str, set[str]] = {}
    for actor in register():
        if actor.kind == "state" and actor.until is None:
            for text in actor.texts("name", "demonym", "capital", language="en"):
                found.setdefault(re.sub(r"\W", "", text).casefold(), set()).add(actor.id)
    return {name: states.pop() for name, states in found.items() if len(states) == 1}
