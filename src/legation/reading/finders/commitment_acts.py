"""The acts of a list: "reduce tariffs; accept certificates; and remove quotas" are three commitments.

Verbs that are merely paired ("adopt and maintain", "protect rights and enforce laws") are one act. A list stands
for itself where semicolons part it, where it has three acts or more, or where its acts have amounts of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMS = frozenset({"VB", "VBP", "VBG"})
_SKIPPED = frozenset({"and", "or", "to", "not", "also", "then", "further", "will", "shall", ",", "(", "by", "including", "through"})
_OBJECTS = frozenset({"dobj", "obj", "prep", "ccomp", "xcomp", "attr", "prt", "dative"})
_OPENERS = frozenset({"including", "by", "through", "include"})


def listed_acts(sentence: Sentence, act: Token) -> list[Token]:
    """An act and those listed with or under it that stand for themselves, in order."""
    found = {act.i: act}
    if act.pos_ not in ("VERB", "AUX"):
        return [act]
    parted = list(_after_semicolons(sentence, act))
    beside = list(_beside(act))
    if len(beside) >= 2 or (beside and _have_amounts(sentence, [act, *beside])):
        found |= {t.i: t for t in beside}
    means = _means(sentence, act)
    if len(means) >= 3 or (len(means) == 2 and parted):
        found |= {t.i: t for t in means}
    found |= {t.i: t for t in parted}
    return [found[i] for i in sorted(found)]


def _beside(act: Token) -> Iterator[Token]:
    """Acts coordinated with an act, each behind one that has an object of its own."""
    previous = act
    for token in sorted(act.conjuncts, key=lambda t: t.i):
        if token.i < act.i or token.pos_ != "VERB" or token.tag_ not in (*_FORMS, act.tag_):
            continue
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            return
        if any(c.dep_ in _OBJECTS and previous.i < c.i < token.i for c in previous.children):
            yield token
            previous = token


def _after_semicolons(sentence: Sentence, act: Token) -> Iterator[Token]:
    """The verbs with which the parts behind semicolons begin, up to a part with a subject of its own."""
    for token in sentence.doc[act.i + 1 : sentence.end]:
        if token.text != ";":
            continue
        first = _first(sentence, token.i + 1)
        if first is None or first.tag_ not in _FORMS or any(c.dep_ in ("nsubj", "nsubjpass") for c in first.children):
            return
        yield first
        if first.tag_ == "VBG":
            yield from (t for t in _beside(first) if _next_semicolon(sentence, first) > t.i)


def _next_semicolon(sentence: Sentence, token: Token) -> int:
    return next((t.i for t in sentence.doc[token.i : sentence.end] if t.text == ";"), sentence.end)


def _first(sentence: Sentence, start: int) -> Token | None:
    """The first verb of a part, behind "and", "to" and adverbs."""
    for token in sentence.doc[start : min(start + 7, sentence.end)]:
        if token.lower_ in _SKIPPED or token.pos_ in ("ADV", "CCONJ", "PUNCT", "PART", "X", "NUM"):
            continue
        return token
    return None


def _means(sentence: Sentence, act: Token) -> list[Token]:
    """The gerunds behind "including", "by" or "through", with those listed with them."""
    for token in sentence.doc[act.i + 1 : sentence.end]:
        if token.text == ";":
            break
        if token.lower_ in _OPENERS:
            first = _first(sentence, token.i + 1)
            if first is not None and first.tag_ == "VBG" and first.pos_ == "VERB":
                return [first, *(t for t in _beside(first) if t.i > first.i)]
    return []


def _have_amounts(sentence: Sentence, acts: list[Token]) -> bool:
    """Whether one act of a list promises an amount of money: then each stands for itself."""
    ends = [*(a.i for a in acts[1:]), sentence.end]
    return any(
        q.quantity.unit.isupper() and len(q.quantity.unit) == 3
        for act, end in zip(acts, ends, strict=True)
        for q in sentence.quantities
        if act.i < q.start < end
    )
