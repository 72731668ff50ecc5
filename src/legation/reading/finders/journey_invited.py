"""Journeys that somebody is asked to make, and those that pay one back: "was invited to Bratislava", "repaid the visit"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import is_passive, subjects_of
from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import beside, doers_at, people_at
from legation.reading.finders.journey import Journey, goals_of
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_ACCEPTING = frozenset({"accept", "receive", "get", "have"})
_HANDING = frozenset(
    {"hand", "extend", "give", "send", "bring", "deliver", "convey", "issue", "renew", "carry"}
)
_RETURNING = frozenset({"return", "repay", "reciprocate"})
_PAID = frozenset({"visit", "call", "courtesy", "compliment", "trip"})
_LANDS = frozenset({"country", "capital", "homeland", "land"})
_ASKING = frozenset({"invite", "ask", "bid", "summon"})
TRIGGERS = frozenset({"invitation"}) | _ASKING | _RETURNING


def asked(sentence: Sentence) -> Iterator[Journey]:
    """The journeys of a sentence that are asked for, or that answer another."""
    for token in sentence.with_lemma(TRIGGERS):
        lemma = token.lemma_.lower()
        if lemma == "invitation":
            yield from _invitation(sentence, token)
        elif lemma in _ASKING and token.pos_ == "VERB":
            yield from _invited(sentence, token)
        elif lemma in _RETURNING and token.pos_ == "VERB":
            yield from _returned(sentence, token)


def _invitation(sentence: Sentence, noun: Token) -> Iterator[Journey]:
    """As in "accepted an invitation to Oslo", "handed him an invitation to the summit in Vientiane"."""
    verb = noun.head
    to, end = _lands(sentence, noun, beside(noun, {"to"}))
    if not to or verb.pos_ != "VERB":
        return
    lemma = verb.lemma_.lower()
    guests: list[Mention] = []
    if lemma in _ACCEPTING:
        guests = [m for t in doers_at(verb) for m in people_at(sentence, t)]
    elif lemma in _HANDING:
        asked_of = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"] + beside(verb, {"to"})
        guests = [m for t in (*asked_of, *beside(noun, {"for"})) for m in people_at(sentence, t)]
    if guests:
        pattern = "accepted" if lemma == "accept" else "asked"
        yield Journey(sentence, noun, verb, tuple(guests), to, end, pattern, 0.7)


def _invited(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "invited him to Minsk", "has been invited to come to Montevideo", "asked Y to visit"."""
    guests = [
        c for c in verb.children if c.dep_ in (("nsubjpass",) if is_passive(verb) else ("dobj", "nsubj"))
    ]
    if not is_passive(verb):
        guests = [c for c in guests if c.dep_ == "dobj"] or [
            c for x in verb.children if x.dep_ in ("xcomp", "ccomp") for c in x.children if c.dep_ == "nsubj"
        ]
    people = [m for t in guests for m in people_at(sentence, t) if m.person or m.form == "person"]
    to, end = _lands(sentence, verb, beside(verb, {"to"}))
    inner = any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    if people and to and not inner:
        yield Journey(sentence, verb, verb, tuple(people), to, end, "asked", 0.7)


def _lands(sentence: Sentence, word: Token, goals: list[Token]) -> tuple[tuple[str, ...], int]:
    to, end = goals_of(sentence, goals)
    states = tuple(a for a in to if is_state(a))
    return states, max(end, word.i + 1)


def _returned(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "will repay the visit in autumn": to the state of the one who came last."""
    paid = any(c.dep_ == "dobj" and c.lemma_.lower() in _PAID for c in verb.children)
    guests = (
        [m for t in subjects_of(verb) for m in people_at(sentence, t) if m.person and m.actors]
        if paid
        else []
    )
    if not guests:
        return
    home = guests[0].actors[0]
    earlier = [
        m
        for s in sentence.text.sentences[max(0, sentence.order - 5) : sentence.order + 1]
        for m in s.mentions
    ]
    other = next(
        (
            m.actors[0]
            for m in reversed(earlier)
            if m.form == "person" and m.actors and m.actors[0] != home and is_state(m.actors[0])
        ),
        None,
    )
    if other:
        yield Journey(sentence, verb, verb, tuple(guests), (other,), verb.i + 2, "returned", 0.7)
