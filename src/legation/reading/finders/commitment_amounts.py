"""Promises of an amount: "announced 10 million dollars", "aims for 70 percent", "Ottawa 2 million", "is giving 5 million"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import doers_of, is_passive, subjects_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    Promise,
    has_money,
    is_infinitive,
    is_money,
    modality_by,
    things_of,
)
from legation.reading.finders.commitment_promisors import promisors
from legation.reading.finders.commitment_words import NOUNS, PURSUITS, SET_ASIDE
from legation.reading.parse import Token
from legation.reading.text import Sentence

_CLOSE = 3
"""Tokens behind a noun within which its amount stands: "trade of 5 billion dollars"."""


def announced(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Announced an additional $10 million in assistance": money that is announced is promised."""
    things = [c for c in things_of(verb) if c.lemma_.lower() not in NOUNS]
    by = promisors(sentence, doers_of(verb))
    if by and not is_passive(verb) and has_money(sentence, things):
        yield Promise(things[0], verb, by, "actual", "announced", 0.55)
        yield from told_shortly(sentence, verb, "announced")


def is_set_aside(verb: Token, lemma: str) -> bool:
    """ "Set aside 5 million", "put forward 5 million"."""
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return behind in SET_ASIDE.get(lemma, "").split()


def giving(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Canada is contributing $10 million": the present continuous with an amount."""
    helped = any(c.lower_ in ("is", "are", "’s", "’re") and c.dep_ == "aux" for c in verb.children)
    loose = verb.dep_ in ("pcomp", "advcl") and any(c.dep_ in SUBJECTS for c in verb.children)
    if not helped and not loose:
        return
    by = promisors(sentence, subjects_of(verb))
    act = verb
    if verb.lemma_.lower() == "work":
        act = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and is_infinitive(c)), verb)
    end = max((t.i for t in verb.subtree), default=verb.i)
    money = [q for q in sentence.quantities if verb.i < q.start <= end and is_money(q.quantity.unit)]
    if by and money:
        yield Promise(act, verb, by, "actual", "giving", 0.55)


def aimed_at(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Promise]:
    """ "Aims for 70 percent by 2030", "targets 5 million visitors"."""
    links = PURSUITS[lemma]
    things = [i for c in verb.children if c.dep_ == "prep" and c.lower_ in links for i in c.children]
    if "" in links:
        things = things_of(verb)
    counted = [t for t in things if t.dep_ in ("pobj", "dobj", "obj") and is_counted(sentence, t)]
    if not counted or verb.tag_ == "VBG" or is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return
    if by := promisors(sentence, subjects_of(verb)):
        yield Promise(counted[0], verb, by, modality_by(verb), f"object:{lemma}", 0.55)


def is_amount_to_reach(sentence: Sentence, act: Token, subjects: list[Token]) -> bool:
    """ "Want trade to reach 10 billion dollars": an amount that those who want it aim at."""
    nobody = not any(sentence.mention_at(s) for s in subjects)
    end = max(t.i for t in act.subtree)
    return nobody and any(act.i < q.start <= end for q in sentence.quantities)


def is_counted(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun has an amount: "70 percent renewable power", "trade of 18 billion dollars"."""
    return any(
        noun.left_edge.i <= q.start <= min(noun.right_edge.i, noun.i + _CLOSE) for q in sentence.quantities
    )


def told_shortly(sentence: Sentence, verb: Token, pattern: str) -> Iterator[Promise]:
    """Further promises that leave the verb out: "Oslo pledged 3 million dollars, Ottawa 2 million, Rome 1 million"."""
    starts = {q.start: q for q in sentence.quantities}
    for mention in sentence.mentions:
        amount = starts.get(mention.end)
        listed_on = mention.start > verb.i and sentence.doc[mention.start - 1].lower_ in (",", "and", ";")
        if amount is not None and listed_on and mention.form in ("name", "capital") and mention.actors:
            yield Promise(sentence.doc[amount.end - 1], verb, (mention,), "actual", pattern, 0.55)
