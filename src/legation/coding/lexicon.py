"""The words of acts: verbs with their objects, nouns, and the words that stand over acts.

Written for Legation from the definitions of PLOVER and CAMEO; no verb dictionary of another coder went in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.coding.scheme import rows
from legation.reading.parse import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an act by a verb.

    Attributes:
        code: Its CAMEO code.
        objects: Nouns of which one must be its object; empty for a verb that is the act by itself. ``@people`` stands
            for any noun for people, ``@name`` for any name.
        sides: Prepositions behind which its target stands, the likeliest first.
        needs: Whether one of them must be there; marked by an exclamation mark in the table.
    """

    code: str
    objects: frozenset[str]
    sides: tuple[str, ...]
    needs: bool = False


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of each verb, those with an object first."""
    found: dict[str, list[Frame]] = {}
    for row in rows("verbs.csv"):
        sides = row["sides"]
        needs = sides.startswith("!")
        frame = Frame(row["code"], frozenset(row["objects"].split()), tuple(sides.strip("!").split()), needs)
        for verb in row["verbs"].split():
            found.setdefault(verb.replace("_", " "), []).append(frame)
    return {verb: tuple(sorted(each, key=lambda f: not f.objects)) for verb, each in found.items()}


@cache
def nouns() -> dict[str, str]:
    """The CAMEO code of each noun that is an act."""
    return {noun.replace("_", " "): row["code"] for row in rows("nouns.csv") for noun in row["nouns"].split()}


@cache
def operators() -> dict[str, str]:
    """The operator that each word is."""
    return {
        word.replace("_", " "): row["operator"]
        for row in rows("operators.csv")
        for word in row["words"].split()
    }


@cache
def _sectors() -> dict[str, str]:
    return {noun: row["sector"] for row in rows("sectors.csv") for noun in row["nouns"].split()}


def sector_of(token: Token) -> str:
    """The sector of a noun for people who act; empty for any other word."""
    known, lower = _sectors(), token.lower_
    return known.get(token.lemma_.lower()) or known.get(lower) or known.get(lower.removesuffix("s"), "")
