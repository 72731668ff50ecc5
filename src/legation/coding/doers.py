"""Who does an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.coding.acts import Act
from legation.coding.event import Party
from legation.coding.parties import Cast
from legation.reading.acts.lexicon import nouns
from legation.reading.acts.scheme import root
from legation.reading.clauses import agents_of, is_passive, subjects_of
from legation.reading.parse import Token

_VIOLENT: Final = frozenset({"18", "19", "20"})
_STANCES: Final = frozenset({"oppose", "prepare", "determine"})
"""Verbs whose passive is a stance: "is opposed to"."""
_UNKNOWN: Final = Party("", "UAF")
"""Who did violence that nobody is named for."""
_BEFORE: Final = frozenset({"poss", "amod", "compound", "nmod"})
_HOW: Final = frozenset({"in", "by", "during", "from"})


def doers(cast: Cast, act: Act, sayer: Token | None) -> tuple[Party, ...]:
    """Who acts: who says so for what is called for; the agents of a passive; else the subjects.

    Where the subject is itself an act ("the attack by X killed five"), whoever made it; for violence of which
    nobody is told to have done it, an armed group of no name.
    """
    verb = act.verb
    heads = _heads(act, sayer)
    for head in heads:
        if head.pos_ == "PRON" and sayer is not None and not act.called:
            head = sayer
        if found := makers(cast, head) or cast.meant(head):
            return found
    if verb.pos_ in ("NOUN", "PROPN"):
        return makers(cast, verb)
    if root(act.code) in _VIOLENT and (is_passive(verb) or any(map(_is_act, heads))):
        return _by_what(cast, verb) or (_UNKNOWN,)
    return ()


def _heads(act: Act, sayer: Token | None) -> list[Token]:
    verb = act.verb
    if act.called:
        return [sayer] if sayer is not None else []
    if act.source is not None:
        return [act.source]
    if verb.pos_ in ("NOUN", "PROPN"):
        return []
    if is_passive(verb):
        return agents_of(verb) or (subjects_of(verb) if verb.lemma_ in _STANCES else [])
    if verb.dep_ in ("acomp", "attr"):
        return subjects_of(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        return subjects_of(verb.head.head)
    return subjects_of(verb)


def _is_act(noun: Token) -> bool:
    return noun.lemma_.lower() in nouns()


def makers(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """Who makes an act that a noun names: "talks between A and B", "the attack by X", "Israel's raid"."""
    if not _is_act(noun):
        return ()
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("between", "among", "by"):
            for inner in child.children:
                if found := cast.meant(inner):
                    return found
    for child in noun.children:
        if child.dep_ in _BEFORE and (found := cast.meant(child)) and any(p.country for p in found):
            return tuple(p for p in found if p.country)
    return ()


def _by_what(cast: Cast, verb: Token) -> tuple[Party, ...]:
    """Who stands behind what somebody was killed in: "in Pakistani shelling"."""
    for prep in verb.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in _HOW:
            for inner in prep.children:
                if found := makers(cast, inner):
                    return found
    return ()


def settled(cast: Cast, act: Act, sources: tuple[Party, ...], found: tuple[Party, ...]) -> Iterator[Party]:
    """The sources with a country each.

    A group of no country is taken to be of the one where it acts, or of the one that it acts towards; an
    official of no country stays unknown.
    """
    for source in sources:
        if source.country:
            yield source
        elif source.sector != "GOV":
            country = cast.place(act.verb) or next((p.country for p in found if p.country), "")
            if country:
                yield replace(source, country=country)
