"""Promises that a stance or a noun makes: "stands ready to", "its commitment to", "a target of"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import doers_of, subjects_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    VERBS,
    Promise,
    acts_of,
    is_conditional,
    is_infinitive,
    modality_by,
)
from legation.reading.finders.commitment_promisors import owners, promisors
from legation.reading.finders.commitment_words import COUNTED_NOUNS, FIRM_NOUNS, IDIOMS, NOUNS, WEAK
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence


def stance_of(sentence: Sentence, word: Token) -> Iterator[Promise]:
    """ "Remains committed to", "stands ready to", "is determined to"."""
    if any(c.dep_ == "neg" for c in (*word.children, *word.head.children)):
        return
    own = [c for c in word.children if c.dep_ in SUBJECTS]
    by = promisors(sentence, own or _stance_subjects(word))
    if not by:
        return
    lemma = word.lower_
    for act in acts_of(word, lemma):
        weight = 0.6 if lemma in WEAK else 0.75
        modality = (
            "conditional" if is_conditional(word) or is_conditional(word.head) or _would(word) else "actual"
        )
        yield Promise(act, word, by, modality, f"stance:{lemma}", weight)
        return


def _would(word: Token) -> bool:
    """ "May be willing to", "would be ready to"."""
    return any(
        c.lower_ in ("may", "might", "would")
        for c in (*word.children, *word.head.children)
        if c.dep_ == "aux"
    )


def _stance_subjects(word: Token) -> list[Token]:
    if word.dep_ in ("acomp", "oprd", "attr", "xcomp", "advcl", "ccomp") and word.head.pos_ in VERBS:
        return subjects_of(word.head)
    beside = [
        c
        for aux in word.children
        if aux.dep_ in ("aux", "auxpass")
        for c in aux.children
        if c.dep_ in SUBJECTS
    ]
    return subjects_of(word) or beside


def promise_of_noun(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Seoul's commitment to strengthening ties", "a goal of cutting …", "announced plans to buy"."""
    act = _act_of_noun(noun)
    if act is None:
        return
    by = _owners(sentence, noun)
    if by and not any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        modality = modality_by(noun.head) if noun.head.pos_ in VERBS else "actual"
        yield Promise(act, noun, by, modality, f"noun:{noun.lemma_.lower()}", 0.5)


def _act_of_noun(noun: Token) -> Token | None:
    lemma = noun.lemma_.lower()
    for child in noun.children:
        if child.i < noun.i:
            continue
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        if child.dep_ in ("acl", "relcl", "xcomp", "advcl") and infinitive:
            return child
        if child.dep_ in ("acl", "ccomp") and _is_future(child):  # "assurances that it would …"
            return child
        if lemma in IDIOMS:
            continue
        if child.dep_ == "prep" and child.lower_ in ("to", "of", "for", "on"):
            for inner in child.children:
                firm = lemma in FIRM_NOUNS and child.lower_ == "to"
                counted = (
                    lemma in COUNTED_NOUNS
                    and child.lower_ == "of"
                    and any(c.dep_ == "nummod" for c in inner.subtree)
                )
                if inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and (firm or counted)):
                    return inner
    return _act_beside(noun) or _act_of_clause(noun) or _amount_behind_colon(noun)


def _act_beside(noun: Token) -> Token | None:
    """The act of a noun that the parse hangs on its verb: "reached consensus on boosting trade"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head  # "has in mind to build"
    if verb.pos_ not in VERBS or noun.dep_ not in ("dobj", "obj", "pobj") or noun.i + 1 == len(noun.doc):
        return None
    behind = noun.nbor().lower_
    for child in verb.children:
        if behind == "to" and child.dep_ in ("xcomp", "advcl") and is_infinitive(child):
            return child
        if behind == "that" and child.dep_ == "ccomp" and _is_future(child):
            return child
        if child.dep_ == "prep" and child.i == noun.i + 1 and child.lower_ in ("to", "on"):
            return next((c for c in child.children if c.dep_ == "pcomp"), None)
    return None


def _amount_behind_colon(noun: Token) -> Token | None:
    """The amount in "Dakar's goal: 40 percent renewable power"."""
    if (
        noun.i + 2 >= len(noun.doc)
        or noun.nbor().text != ":"
        or not any(c.dep_ == "poss" for c in noun.children)
    ):
        return None
    return next((c for c in noun.children if c.i > noun.i + 1 and any(t.like_num for t in c.subtree)), None)


def _is_future(clause: Token) -> bool:
    return any(c.lower_ in ("will", "would", "shall") for c in clause.children)


def _act_of_clause(noun: Token) -> Token | None:
    """The act in "the commitment that he made to build …", or in "our aim remains to build …"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl"):
        for child in clause.children:
            if child.dep_ in ("xcomp", "advcl", "acl") and child.i > clause.i and is_infinitive(child):
                return child
    head = noun.head
    if noun.dep_ in SUBJECTS and head.lemma_.lower() in ("be", "remain"):
        return next(
            (c for c in head.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > head.i), None
        )
    return None


def _owners(sentence: Sentence, noun: Token) -> tuple[Mention, ...]:
    """Whose commitment it is: its owner, "of …", the subject of its clause."""
    first = noun
    while first.dep_ == "conj" and first.head.lemma_.lower() in NOUNS:
        first = first.head
    for candidate in (noun, first):
        beside = [c for c in candidate.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        by = owners(sentence, beside) or promisors(
            sentence,
            [
                t
                for c in candidate.children
                if c.lower_ in ("of", "from", "by")
                for t in c.children
                if t.pos_ != "VERB"
            ],
        )
        if by:
            return by
    verb = first.head
    if first.dep_ == "pobj" and verb.dep_ == "prep":
        verb = verb.head
    if verb.pos_ in VERBS and first.dep_ in ("dobj", "attr", "obj", "pobj"):
        return promisors(sentence, doers_of(verb))
    if verb.pos_ in VERBS and verb.dep_ == "relcl":
        return promisors(sentence, [c for c in verb.children if c.dep_ in SUBJECTS])
    for clause in (c for c in first.children if c.dep_ == "relcl"):
        return promisors(sentence, [c for c in clause.children if c.dep_ in SUBJECTS])
    return ()
