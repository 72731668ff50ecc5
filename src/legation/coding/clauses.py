"""Which clauses of a sentence act: the main ones and what is said in them, not what stands beside.

What somebody says counts, that it is said does not; what is wanted, believed or told of the past in passing is no
event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from legation.coding.acts import Act, read
from legation.reading.acts.lexicon import nouns
from legation.reading.parse import Token

_SAYING: Final = frozenset(
    "say announce declare report state add confirm claim note tell reveal disclose acknowledge suggest indicate".split()
)
_OCCURRING: Final = frozenset(
    "hold begin start open resume end conclude continue take occur erupt break happen follow leave".split()
)
"""Verbs that say of an act that it takes place."""
_DEEP: Final = 5

Said = tuple[Act, Token | None]
"""An act, and who says that it is so where somebody does."""


def acts_of(verb: Token, sayer: Token | None = None, depth: int = 0) -> Iterator[Said]:
    """The acts of a clause and of those coordinated with it."""
    if depth > _DEEP:
        return
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if verb.lemma_.lower() in _SAYING and said is not None:
        who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), sayer)
        yield from acts_of(said, who, depth + 1)
    elif act := _occurring(verb) or read(verb):
        yield act, sayer
    else:
        yield from next(filter(None, (list(acts_of(c, sayer, depth + 1)) for c in _inside(verb))), [])
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            yield from acts_of(child, sayer, depth + 1)


def astray(tokens: Iterable[Token]) -> Iterator[Said]:
    """The acts of clauses that the parser hung on a noun: a clause with a subject of its own hangs on none."""
    for token in tokens:
        if token.dep_ not in ("advcl", "ccomp", "acl") or token.head.pos_ not in ("NOUN", "PROPN"):
            continue
        own = {c.dep_ for c in token.children}
        marks = {c.lower_ for c in token.children if c.dep_ == "mark"}
        if own & {"nsubj", "nsubjpass"} and marks <= {"for", "that"}:
            yield from acts_of(token)


def _occurring(verb: Token) -> Act | None:
    """The act that a clause says takes place: "talks between Egypt and Ethiopia resumed"."""
    if verb.lemma_.lower() not in _OCCURRING:
        return None
    heads = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return read(heads[0]) if heads and heads[0].lemma_.lower() in nouns() else None


def _inside(verb: Token) -> Iterator[Token]:
    """The words in which a verb that is no act itself may hold one: what it is said to be, what it does besides."""
    copula = verb.lemma_.lower() in ("be", "remain", "stay")
    for child in verb.children:
        being = copula and child.dep_ in ("acomp", "attr", "xcomp", "prep")
        if being or (child.dep_ in ("advcl", "dep", "parataxis") and child.tag_ == "VBG"):
            yield child
        elif child.dep_ == "dobj":
            yield from (a for a in child.children if a.dep_ == "acl" and a.tag_ == "VBG")
