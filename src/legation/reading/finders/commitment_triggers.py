"""Where a promise is made: the word that binds, the act it binds to, and who is bound.

Each pattern is generous in what it takes for a promise; `commitments` decides which acts are accepted. The patterns
here are those of verbs; those of tenses, of nouns and stances, and of what others call for, have files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import doers_of, is_passive, subjects_of
from legation.reading.finders.commitment_calls import called, needed, owed
from legation.reading.finders.commitment_nouns import promise_of_noun, stance_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    Promise,
    acts_of,
    has_money,
    is_conditional,
    is_infinitive,
    is_money,
    modality_by,
    things_of,
)
from legation.reading.finders.commitment_promisors import promisors
from legation.reading.finders.commitment_tenses import due_of, future_of, going_of, told_of
from legation.reading.finders.commitment_words import (
    ANNOUNCING,
    CALLS,
    GIVERS,
    NEEDS,
    NOUNS,
    OBJECTS,
    ORDERS,
    OUGHTS,
    OWN,
    PROMISES,
    STANCES,
    STEPS,
    WEAK,
    WISHES,
)
from legation.reading.finders.what import is_verb
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FUTURE = frozenset({"will", "shall", "’ll", "'ll"})


def promises_in(sentence: Sentence) -> Iterator[Promise]:
    """The promises of a sentence, in the order of their triggers."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        word = token.lower_
        if word in _FUTURE and token.dep_ == "aux":
            yield from future_of(sentence, token)
        elif word in ("would", "may", "can") and token.dep_ == "aux":
            yield from told_of(sentence, token)
        elif word in OUGHTS and token.dep_ == "aux":
            yield from owed(sentence, token.head, token)
        elif word in STANCES and not has_money(sentence, things_of(token)):
            yield from stance_of(sentence, token)
        elif lemma in NOUNS and _is_noun(token):
            yield from promise_of_noun(sentence, token)
        elif lemma == "be" and token.pos_ == "AUX":
            yield from due_of(sentence, token)
        elif token.pos_ == "VERB" or _is_verb_too(token, lemma):
            yield from _verb(sentence, token, lemma)
        elif lemma in NEEDS and token.pos_ == "NOUN":
            yield from needed(sentence, token)


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, also where the tagger takes an owned one for a verb: "Kuwait’s wish to join"."""
    return token.pos_ in ("NOUN", "PROPN") or any(c.dep_ == "poss" for c in token.children)


def _is_verb_too(token: Token, lemma: str) -> bool:
    """Whether a word is a verb by its tag or its subject, whatever the tagger takes it for: "they call on Europe to"."""
    if token.tag_ == "VB":
        return True
    return (lemma in CALLS or lemma in PROMISES) and any(c.dep_ == "nsubj" for c in token.children)


def _verb(sentence: Sentence, token: Token, lemma: str) -> Iterator[Promise]:
    if lemma in PROMISES:
        yield from _promised(sentence, token, lemma)
    if lemma in ANNOUNCING:
        yield from _announced(sentence, token)
    if lemma in ORDERS:
        yield from _ordered(sentence, token)
    if lemma in CALLS:
        yield from called(sentence, token)
    if lemma in GIVERS and token.tag_ == "VBG":
        yield from _giving(sentence, token)
    if lemma == "need" and token.tag_ in ("VBZ", "VBP"):
        yield from owed(sentence, token, token)
    if lemma == "go" and token.tag_ == "VBG":
        yield from going_of(sentence, token)


def purpose_of(act: Token) -> Token:
    """The act itself behind a light verb: "take measures to improve governance" is to improve it."""
    if act.lemma_.lower() == "work":
        purposes = [c for c in act.children if c.dep_ in ("advcl", "xcomp") and act.i < c.i <= act.i + 2]
        return purposes[0] if purposes and is_infinitive(purposes[0]) else act
    if act.lemma_.lower() not in ("take", "make"):
        return act
    things = [c for c in act.children if c.dep_ in ("dobj", "obj") and c.lemma_.lower() in STEPS]
    for owner in (*things, *([act] if things else [])):
        for child in owner.children:
            if child.dep_ in ("acl", "relcl", "advcl", "xcomp") and child.i > act.i and is_infinitive(child):
                return child
            means = [c for c in child.children if child.lower_ == "by" and c.dep_ == "pcomp"]
            if means:
                return means[0]
    return act


def _promised(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Promise]:
    """ "Has committed to reduce", "pledged $5 million", "agreed that they would …"."""
    if (
        any(c.dep_ == "neg" and c.lower_ != "never" for c in verb.children)
        or _is_attribute(verb)
        or (lemma == "like" and not any(c.lower_ in ("would", "’d", "'d") for c in verb.children))
        or _is_promised_itself(verb)
        or (is_passive(verb) and lemma != "commit")
    ):
        return
    by = promisors(sentence, doers_of(verb) if lemma != "commit" else subjects_of(verb), papers=True)
    modality = modality_by(verb)
    weight = 0.6 if lemma in WEAK else 0.8
    things = things_of(verb)
    paid = things[:1] if lemma in OBJECTS and has_money(sentence, things) else []
    acts = [] if paid else list(acts_of(verb, lemma))
    if lemma in WISHES:
        acts = [a for a in acts if is_infinitive(a)]
        by = (
            () if any(t.lower_ in ("i", "they") for t in subjects_of(verb)) else by
        )  # "I would like to thank"
    for act in acts:
        own = promisors(sentence, [c for c in act.children if c.dep_ in SUBJECTS])
        if own or by:
            given = "conditional" if is_conditional(act) else modality
            yield Promise(act, verb, own or by, given, f"verb:{lemma}", weight)
    if by and not acts and things and lemma in OBJECTS:
        yield Promise(things[0], verb, by, modality, f"object:{lemma}", 0.6)


def _is_promised_itself(verb: Token) -> bool:
    """ "Committed to undertake a series of events": undertaking is the act there."""
    above = verb.head.head if verb.head.dep_ == "prep" else verb.head
    return (
        verb.tag_ in ("VB", "VBG")
        and above != verb
        and (above.lemma_.lower() in PROMISES or above.lower_ in STANCES)
    )


def _is_attribute(verb: Token) -> bool:
    """ "The agreed minutes", "a planned summit", "looks forward to": no act of promising."""
    if verb.lemma_.lower() == "look" and any(
        c.lower_ != "to" for c in verb.children if c.dep_ in ("prep", "advmod", "prt")
    ):
        return True  # "looks forward to", "looks at"
    return verb.dep_ == "amod" or (
        verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() != "commit"
    )


def _announced(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Announced an additional $10 million in assistance": money that is announced is promised."""
    things = [c for c in things_of(verb) if c.lemma_.lower() not in NOUNS]
    by = promisors(sentence, doers_of(verb))
    if by and not is_passive(verb) and has_money(sentence, things):
        yield Promise(things[0], verb, by, "actual", "announced", 0.55)


def _ordered(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Directed their ministers to set up …": the leaders are bound."""
    if is_passive(verb):
        return
    by = promisors(sentence, doers_of(verb))
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("dobj", "ccomp", "dative"):
            continue
        whom = (
            child if child.dep_ != "ccomp" else next((c for c in child.children if c.dep_ in SUBJECTS), child)
        )
        act = (
            child
            if child.dep_ == "ccomp"
            else next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
        )
        if by and act is not None and is_verb(act) and whom.lemma_.lower() in OWN:
            yield Promise(act, verb, by, "actual", "order", 0.75)
            return


def _giving(sentence: Sentence, verb: Token) -> Iterator[Promise]:
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
