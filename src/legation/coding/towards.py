"""Towards whom an act is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.coding.acts import Act
from legation.coding.doers import makers
from legation.coding.event import Party
from legation.coding.parties import REGIONS, Cast
from legation.reading.acts.scheme import root
from legation.reading.parse import Token

_SIDES: Final = {
    "03": "with to for between from in", "04": "with between among", "05": "for with to of in from",
    "06": "with between to", "07": "to for in", "08": "to of from in on for", "09": "into of against in to",
    "10": "on from to of for upon", "11": "for of over against at with to in", "12": "from by with of to for in",
    "13": "with against to in of for on", "14": "against at over in to with", "15": "to in near against along on into over",
    "16": "on against with to from for in of", "17": "of from on in against", "18": "on against in of at near",
    "19": "on against with in of at near into from", "20": "on against in of",
}  # fmt: skip


_OUTWARD: Final = frozenset({"04", "05", "06", "07", "16"})
"""Acts towards others only."""
_BODILY: Final = frozenset({"08", "17", "18", "19", "20"})
"""Acts that are done to people."""
_BLAMING: Final = frozenset({"11", "12"})
"""Acts against what another does."""
_NEAR: Final = frozenset({"04", "06"})
"""Acts whose other side stands beside them or nowhere."""
_ASIDE: Final = frozenset({"advcl", "relcl"})


def targets(cast: Cast, act: Act, sources: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom an act is towards, the foreign before the domestic, what hangs on it before what stands further off."""
    home = {p.country for p in sources if p.country}
    if root(act.code) in _BODILY and (own := _own_people(cast, act, sources, home)):
        return own
    weak: tuple[Party, ...] = ()
    domestic: tuple[Party, ...] = ()
    if root(act.code) in _BLAMING and (blamed := _blamed(cast, act, home)):
        return blamed
    for token in _candidates(cast, act):
        found = cast.meant(token) if root(act.code) != "04" or cast.acts(token) else ()
        foreign = tuple(p for p in found if p.country and p.country not in home)
        strong = tuple(p for p in foreign if p.country not in REGIONS)
        if strong:
            return strong
        weak = weak or foreign
        domestic = domestic or _others(found, sources)
    if weak or root(act.code) in _OUTWARD:
        return weak
    country = next(iter(home), "") or cast.place(act.verb)
    return tuple(p if p.country else replace(p, country=country) for p in domestic)


def _others(found: tuple[Party, ...], sources: tuple[Party, ...]) -> tuple[Party, ...]:
    """Groups at home other than those who act."""
    acting = {s.sector for s in sources}
    return tuple(p for p in found if p.sector and p.sector not in acting)


def _own_people(cast: Cast, act: Act, sources: tuple[Party, ...], home: set[str]) -> tuple[Party, ...]:
    """The people whom an act is done to, where its object tells that they are the doers' own, or where it is done."""
    place = cast.place(act.verb)
    for word in act.chain:
        for child in word.children:
            if child.dep_ in ("dobj", "nsubjpass"):
                found = tuple(
                    replace(p, country=p.country or place) for p in _others(cast.meant(child), sources)
                )
                if found and all(p.country in home or p.country == place != "" for p in found):
                    return found
    return ()


def _blamed(cast: Cast, act: Act, home: set[str]) -> tuple[Party, ...]:
    """Those whose act is condemned: in "condemned the shelling of the town by Russian forces", the forces."""
    words = (*(c for word in act.chain for c in word.children if c.dep_ == "dobj"), *act.chain)
    for word in words:
        for child in word.children:
            if child.lower_ == "by" and child.dep_ in ("prep", "agent"):
                found = tuple(p for t in child.children for p in cast.meant(t) if p.country)
                if found and not home.intersection(p.country for p in found):
                    return found
        if found := tuple(p for p in makers(cast, word) if p.country not in home):
            return found
    return ()


def partners(cast: Cast, act: Act, sources: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those with whom several do together what they do; a place where they do it is none of them."""
    found = (p for word in act.chain for t in _behind(word, "with") for p in cast.meant(t))
    return tuple(p for p in found if p.country and p not in sources)


def between_them(act: Act) -> bool:
    """Whether those who act do it to each other."""
    words = (t for word in act.chain for t in word.subtree)
    return any(
        t.lower_ in ("other", "another") and t.i > 0 and t.doc[t.i - 1].lower_ in ("each", "one")
        for t in words
    )


def _candidates(cast: Cast, act: Act) -> Iterator[Token]:
    """Tokens where the target may stand, the likeliest first."""
    if act.subject is not None:
        yield act.subject
    sides = act.sides + tuple(_SIDES[root(act.code)].split())
    for word in act.chain:
        objects = [c for c in word.children if c.dep_ in ("dobj", "obj", "dative", "nsubjpass")]
        if not act.topic:
            yield from (c for c in objects if c not in act.chain)
        for side in sides:
            for holder in (word, *objects):
                yield from _behind(holder, side)
        if word.pos_ in ("NOUN", "PROPN"):
            yield word
    if root(act.code) not in _NEAR and act.code != "036":
        yield from _further(cast, act)


def _behind(holder: Token, side: str) -> Iterator[Token]:
    for child in holder.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ == side:
            yield from (t for t in child.children if t.dep_ == "pobj")


def _further(cast: Cast, act: Act) -> Iterator[Token]:
    """The names behind the verb, in order; those in clauses set aside last."""
    top = act.chain[0] if not act.called else act.verb
    aside: list[Token] = []
    for token in top.subtree:
        if token.i > top.i and cast.names_something(token):
            if any(a.lemma_.lower() == "border" for a in token.ancestors):
                continue
            if any(a.dep_ in _ASIDE for a in _between(token, top)):
                aside.append(token)
            else:
                yield token
    yield from aside


def _between(token: Token, top: Token) -> Iterator[Token]:
    while token != top and token.head != token:
        yield token
        token = token.head
