"""Missions as a level of ties: an embassy, legation or consulate opened, raised, closed or opened again.

The tier is the mission's own kind; a first consular post makes consular relations. Who sends and who receives is
read from the words around the mission, else it is the document's pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.clauses import objects_of, subjects_of
from legation.reading.context import is_state
from legation.reading.finders.mission_posts import post_steps
from legation.reading.finders.sides import before_noun, listed_from, subject_actors
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timing import date_for

_RANKS: Final = {
    "embassy": "embassy",
    "embassies": "embassy",
    "legation": "legation",
    "legations": "legation",
    "consulate": "consulate",
    "consulates": "consulate",
    "consul": "consular relations",
    "consular": "consular relations",
    "liaison": "liaison office",
}
_LESSER: Final = frozenset({"legation", "legations", "mission", "consulate", "office"})
_ACTS: Final = {
    **dict.fromkeys(
        "establish open found appoint set inaugurate establishment opening founding".split(), "established"
    ),
    **dict.fromkeys("close shut evacuate closure closing withdraw shutter".split(), "severed"),
    **dict.fromkeys(
        "reopen re-open reestablish re-establish resume reopening resumption".split(), "restored"
    ),
    **dict.fromkeys("downgrade reduce downgrading".split(), "downgraded"),
}
_RAISES: Final = frozenset("elevate raise upgrade elevation upgrading raising promote".split())
_REACH: Final = 9
"""Tokens between the word that raises a mission and the rank it is raised to."""


def missions(sentence: Sentence) -> Iterator[Found]:
    """What a sentence says was done to the missions of one state in another."""
    pair = sentence.text.context.pair
    named = {a for m in sentence.mentions if m.form == "name" for a in m.actors if is_state(a)}
    if len(pair) == 2 and all(map(is_state, pair)) and named <= set(pair):
        steps = tuple(post_steps(sentence, pair))
        if steps:
            yield from steps
            return
    for noun in sentence.with_word(_RANKS.keys()):
        rank = _RANKS[noun.lower_]
        raised = _raised(sentence, noun) if rank == "embassy" else None
        if raised is not None:
            yield from _statement(sentence, noun, raised, _raised_tier(sentence, noun, rank), "upgraded")
            continue
        word = next((t for t in (*list(noun.ancestors)[:4], *_behind(noun)) if _act(t)), None)
        if word is not None and _is_done_to(noun, word):
            tier = _tier(sentence, noun, rank)
            if tier is not None:
                yield from _statement(sentence, noun, word, tier, str(_act(word)))


def _act(word: Token) -> str | None:
    act = _ACTS.get(word.lemma_.lower())
    if act == "established" and word.i >= 2 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ == "re":
        return "restored"
    return act


def _behind(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("acl", "relcl")]


def _is_done_to(noun: Token, word: Token) -> bool:
    """Whether the mission is what is opened or closed, not where something else happens."""
    if word.pos_ != "VERB" or word.dep_ in ("acl", "relcl"):
        return True
    if noun.dep_ == "nsubj" and objects_of(word):
        return False  # "the embassy opened an inquiry"
    chain = {noun, *list(noun.ancestors)[:2]}
    return any(t in chain for t in (*objects_of(word), *subjects_of(word)))


def _tier(sentence: Sentence, noun: Token, rank: str) -> str | None:
    around = {t.lower_ for t in sentence.doc[max(sentence.start, noun.i - 4) : min(sentence.end, noun.i + 3)]}
    if noun.lower_ == "consular":
        return rank if around & {"post", "agency", "presence"} else None
    if noun.lower_ == "liaison":
        return rank if "office" in around else None
    return "consular relations" if rank == "consulate" and "first" in around else _named(sentence, noun, rank)


def _named(sentence: Sentence, noun: Token, rank: str) -> str:
    """A mission as its words call it: "Togolese embassy in Lima", "embassy in Lima", "embassy"."""
    if noun.lower_ in ("consul", "liaison") or noun.tag_ in ("NNS", "NNPS"):
        return rank
    owner = sentence.mention_at(sentence.doc[noun.i - 1]) if noun.i > sentence.start else None
    whose = sentence.words(owner.start, owner.end) if owner is not None and owner.form == "adjective" else ""
    there = next((m for m in sentence.mentions if m.start in (noun.i + 2, noun.i + 3)), None)
    is_in = noun.i + 1 < sentence.end and noun.nbor().lower_ in ("in", "at")
    place = f"in {sentence.words(there.start, there.end)}" if is_in and there is not None else ""
    return " ".join(part for part in (whose, rank, place) if part)


def _raised(sentence: Sentence, noun: Token) -> Token | None:
    """The word that raises a mission to an embassy: "raised … to", "became", "elevation to"."""
    before = list(sentence.doc[max(sentence.start, noun.i - _REACH) : noun.i])
    words = {t.lower_ for t in before}
    for token in reversed(before):
        if token.lemma_.lower() in _RAISES and words & {"to", "into"}:
            return token
        if token.lemma_.lower() == "become" and any(t.lower_ in _LESSER for t in sentence.tokens):
            return token
    return None


def _raised_tier(sentence: Sentence, noun: Token, rank: str) -> str:
    """An embassy that a lesser mission became, with whose it is: "elevation of the Togolese legation to embassy"."""
    lesser = next((t for t in reversed(sentence.doc[sentence.start : noun.i]) if t.lower_ in _LESSER), None)
    owner = sentence.mention_at(sentence.doc[lesser.i - 1]) if lesser and lesser.i > sentence.start else None
    if owner is None or owner.form != "adjective":
        return rank
    return f"{sentence.words(owner.start, owner.end)} {rank}"


def _statement(sentence: Sentence, noun: Token, word: Token, tier: str, action: str) -> Iterator[Found]:
    parties = _parties(sentence, noun, word)
    if len(parties) != 2:
        return
    at = date_for(sentence, word)
    yield Found(
        "relation",
        sentence,
        min(noun.i, word.i),
        max(noun.i, word.i) + 1,
        {"parties": parties, "tier": tier, "action": action},
        modality=modality_of(word),
        date=at.when if at else None,
        evidence=(f"mission:{action}",),
        weight=0.6,
    )


def _parties(sentence: Sentence, noun: Token, word: Token) -> tuple[str, ...]:
    """Who sends and who receives."""
    place = _states(
        tuple(
            a
            for m in listed_from(sentence, noun.i + 1, reach=8)
            if m.form in ("name", "capital")
            for a in m.actors
        )
    )[:1]
    sender = (_states(before_noun(sentence, noun)) or _states(subject_actors(sentence, subjects_of(word))))[
        :1
    ]
    pair = sentence.text.context.pair
    if sender and place and sender != place:
        return (*sender, *place)
    known = {*sender, *place}
    others = {a for m in sentence.mentions for a in m.actors if is_state(a)} - set(pair)
    if others:
        return ()
    return pair if len(pair) == 2 and known <= set(pair) and all(map(is_state, pair)) else ()


def _states(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(a for a in actors if is_state(a))
