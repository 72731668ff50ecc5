"""What a quantity measures, read from the verb over it: its subject, its object, or the noun that it describes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.reading.clauses import subjects_of
from legation.reading.finders.figure_phrases import phrase, verb_over
from legation.reading.finders.figure_words import (
    CHANGES,
    DOINGS,
    GROWTH,
    HOME_MEASURES,
    LEVELS,
    PAIR_MEASURES,
)
from legation.reading.mention import QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: in words, by which noun, under which governing word, and how that was seen."""

    indicator: str
    thing: Token
    governor: Token
    how: str


def by_verb(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    """The readings of a quantity under a verb, the likeliest first.

    Args:
        sentence: The sentence.
        at: The quantity.
        root: Its head token.
    """
    verb = verb_over(root)
    if verb is None:
        return
    given = root.dep_ == "dobj" or (root.dep_ in ("appos", "nummod") and root.head.dep_ in ("dobj", "dative"))
    if given and verb.lemma_.lower() in DOINGS and at.quantity.unit != "count":
        yield Measured(DOINGS[verb.lemma_.lower()], verb, verb, "verb")
    things = [t for t in subjects_of(verb) if _is_thing(sentence, t)]
    if verb.lemma_.lower() in LEVELS and not things:
        yield from (of for t in subjects_of(verb) for of in _meant(sentence, t, verb))
    if things:
        yield from _of_subject(sentence, at, verb, things[0])
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "nsubjpass")
            and child != root
            and child.i < at.start
            and _is_thing(sentence, child)
        ):
            words = phrase(sentence, child, without=at, end=at.start)
            by = at.start > sentence.start and sentence.doc[at.start - 1].lower_ == "by"
            turned = f"{GROWTH.get(verb.lemma_.lower(), 'change of')} {words}" if words and by else words
            yield from _as(turned, child, verb, "object")
    if verb.dep_ in ("acl", "relcl") and _is_thing(sentence, verb.head):
        yield from _as(phrase(sentence, verb.head), verb.head, verb, "clause")


def _is_thing(sentence: Sentence, token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN")
        and sentence.mention_at(token) is None
        and sentence.date_at(token) is None
    )


def _meant(sentence: Sentence, token: Token, verb: Token) -> Iterator[Measured]:
    """What "it" measures after "They agreed to raise their trade": "It stood at 86 billion dollars"."""
    if token.lower_ not in ("it", "this", "that", "they"):
        return
    before = sentence.before()
    last = before if before is not None and before.number == sentence.number else None
    for told, stop in ((sentence, token.i), *(((last, last.end),) if last is not None else ())):
        for noun in reversed(told.doc[told.start : stop]):
            if noun.pos_ == "NOUN" and noun.lemma_.lower() in HOME_MEASURES | PAIR_MEASURES:
                yield from _as(phrase(told, noun), noun, verb, "level")
                return


def _as(words: str | None, thing: Token, verb: Token, how: str) -> Iterator[Measured]:
    if words:
        yield Measured(words, thing, verb, how)


def _of_subject(sentence: Sentence, at: QuantityAt, verb: Token, thing: Token) -> Iterator[Measured]:
    """ "Exports grew by 5 per cent", "trade reached 5 billion dollars"."""
    root = sentence.doc[at.start : at.end].root
    lemma, turn = verb.lemma_.lower(), _turn(root, verb)
    words = phrase(sentence, thing)
    if words and (lemma in CHANGES or turn) and root.dep_ not in ("nsubj", "nsubjpass"):
        before = sentence.doc[at.start - 1].lower_ if at.start > sentence.start else ""
        level = before in ("to", "at") or at.quantity.change_from is not None
        yield Measured(
            words if level else f"{GROWTH.get(turn or lemma, 'change of')} {words}", thing, verb, "change"
        )
    if lemma in LEVELS:
        yield from _as(words, thing, verb, "level")


def _turn(root: Token, verb: Token) -> str:
    """ "up" or "down" between a verb and its number: "exports are up 6%"."""
    near = {root.head.lower_, *(root.nbor(-1).lower_ for _ in range(root.i > 0))}
    if verb.lemma_.lower() in ("be", "go"):
        near |= {c.lower_ for c in verb.children if c.dep_ in ("advmod", "prt", "prep", "acomp")}
    return next((word for word in ("up", "down") if word in near), "")
