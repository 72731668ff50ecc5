"""The words of acts: verbs with their objects, nouns, and the words that stand over acts.

Written for Legation from the definitions of PLOVER and CAMEO; no verb dictionary of another coder went in.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Literal

from legation.reading.acts.scheme import meaning, rows
from legation.reading.parse import Token

Where = Literal["sentence", "document"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an act by a verb.

    Attributes:
        code: Its CAMEO code.
        objects: Nouns of which one must be its object; empty for a verb that is the act by itself. ``@people`` stands
            for any noun for people, ``@name`` for any name.
        sides: Prepositions behind which its target stands, the likeliest first.
        needs: Whether one of them must be there; marked by an exclamation mark in the table.
        sought: Whether a target that the clause does not name is sought in what was told before; marked by a question
            mark.
    """

    code: str
    objects: frozenset[str]
    sides: tuple[str, ...]
    needs: bool = False
    sought: bool = False

    @property
    def type(self) -> str:
        """Its PLOVER type."""
        return meaning(self.code).type


@cache
def frames(where: Where = "sentence") -> dict[str, tuple[Frame, ...]]:
    """The frames of each verb, those with an object first.

    Args:
        where: Whether a sentence by itself is read, or a document whose visits, agreements and promises other finders
            tell.
    """
    found: dict[str, list[Frame]] = {}
    for row in rows("verbs.csv"):
        if row["where"] not in (where, "both"):
            continue
        sides = row["sides"]
        objects, marks = frozenset(row["objects"].split()), sides[:1]
        frame = Frame(row["code"], objects, tuple(sides.strip("!?").split()), marks == "!", marks == "?")
        for verb in row["verbs"].split():
            found.setdefault(verb.replace("_", " "), []).append(frame)
    return {verb: tuple(sorted(each, key=lambda f: not f.objects)) for verb, each in found.items()}


def spoken(verb: Token, known: Container[str]) -> str:
    """A verb's lemma, with its particle where the two together are known.

    Args:
        verb: The verb.
        known: Verbs that are known.
    """
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "advmod", "acomp", "oprd") and child.i > verb.i:
            both = f"{lemma} {child.lower_}"
            if child.dep_ == "prep" and child.lower_ == "in":
                continue  # "gave in to them" has a particle, "gave aid in May" has none
            if both in known:
                return both
    return lemma


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
