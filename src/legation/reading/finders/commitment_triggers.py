"""Where a promise is made: the word that binds, the act it binds to, and who is bound.

Each pattern is generous in what it takes for a promise; `commitments` decides which acts are accepted. The patterns
here are those of verbs; those of tenses, of nouns and stances, and of what others call for, have files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import agents_of, doers_of, is_passive, subjects_of
from legation.reading.finders.commitment_amounts import (
    aimed_at,
    announced,
    giving,
    is_amount_to_reach,
    is_counted,
    is_set_aside,
    told_shortly,
)
from legation.reading.finders.commitment_calls import called, called_by_noun, needed, owed
from legation.reading.finders.commitment_nouns import promise_of_noun, stance_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    Promise,
    acts_of,
    has_money,
    is_conditional,
    is_infinitive,
    modality_by,
    things_of,
)
from legation.reading.finders.commitment_promisors import promisors
from legation.reading.finders.commitment_tenses import due_of, future_of, going_of, told_of
from legation.reading.finders.commitment_words import (
    ANNOUNCING,
    BINDERS,
    BINDING,
    CALL_NOUNS,
    CALLS,
    GIVERS,
    HOPING_SELF,
    NEEDS,
    NOUNS,
    OBJECTS,
    ORDERS,
    OUGHTS,
    OWN,
    PROMISES,
    PURSUITS,
    STANCES,
    STEPS,
    SURE,
    WEAK,
    WISHES,
)
from legation.reading.finders.what import is_verb
from legation.reading.parse import Token
from legation.reading.text import Sentence

_THEIRS = frozenset({"their", "its", "his", "her"})
_CLOSE = 6
"""Tokens behind a word of promising within which its act stands."""
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
        elif lemma in NOUNS and _is_noun(token) and not _is_second_verb(token):
            yield from promise_of_noun(sentence, token)
        elif lemma == "be" and token.pos_ == "AUX":
            yield from due_of(sentence, token)
        elif token.pos_ == "VERB" or _is_verb_too(token, lemma):
            yield from _verb(sentence, token, lemma)
        elif token.pos_ == "NOUN":
            yield from _called_for(sentence, token, lemma)


def _called_for(sentence: Sentence, noun: Token, lemma: str) -> Iterator[Promise]:
    if lemma in NEEDS:
        yield from needed(sentence, noun)
    elif lemma in CALL_NOUNS:
        yield from called_by_noun(sentence, noun)


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, also where the tagger takes an owned one for a verb: "Kuwait’s wish to join"."""
    return token.pos_ in ("NOUN", "PROPN") or any(c.dep_ == "poss" for c in token.children)


def _is_verb_too(token: Token, lemma: str) -> bool:
    """Whether a word is a verb by its tag or its subject, whatever the tagger takes it for: "they call on Europe to"."""
    if token.tag_ == "VB" or _is_second_verb(token):
        return True
    return (lemma in CALLS or lemma in PROMISES) and any(c.dep_ == "nsubj" for c in token.children)


def _is_second_verb(token: Token) -> bool:
    """Whether a form of promising stands beside a verb before it: "opened an office and pledges 20 million"."""
    beside = (
        token.dep_ == "conj" and token.head.pos_ == "VERB" and token.nbor(-1).lower_ in ("and", ",", "but")
    )
    return token.lower_ in SURE and beside


def _act_behind(verb: Token) -> list[Token]:
    """The act right behind a word of promising, wherever the parse hangs it: "undertook in March to pay"."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _CLOSE, verb.sent.end - 1)]:
        if token.lower_ == "to" and token.nbor().tag_ == "VB":
            return [token.nbor()]
        if token.text in ",;:" or token.pos_ in ("VERB", "AUX"):
            break
    return []


def _verb(sentence: Sentence, token: Token, lemma: str) -> Iterator[Promise]:
    if lemma in PROMISES:
        yield from _promised(sentence, token, lemma)
    if lemma in ANNOUNCING or is_set_aside(token, lemma):
        yield from announced(sentence, token)
    if lemma in PURSUITS:
        yield from aimed_at(sentence, token, lemma)
    if lemma in BINDING:
        yield from _bound_by(sentence, token)
    if lemma in ORDERS:
        yield from _ordered(sentence, token)
    if lemma in CALLS:
        yield from called(sentence, token)
    if lemma in GIVERS and token.tag_ == "VBG":
        yield from giving(sentence, token)
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
        or (is_passive(verb) and lemma != "commit" and not (lemma in OBJECTS and agents_of(verb)))
    ):
        return
    by = promisors(sentence, doers_of(verb) if lemma != "commit" else subjects_of(verb), papers=True)
    modality = modality_by(verb)
    weight = 0.6 if lemma in WEAK else 0.8
    things = [c for c in things_of(verb) if c.pos_ != "PRON"] or [
        c for c in verb.children if c.dep_ == "nsubjpass" and lemma != "commit"
    ]
    paid = things[:1] if lemma in OBJECTS and has_money(sentence, things) else []
    acts = [] if paid else list(acts_of(verb, lemma)) or (_act_behind(verb) if _is_second_verb(verb) else [])
    if lemma in WISHES:
        acts = [a for a in acts if is_infinitive(a)]
        if any(t.lower_ in ("i", "they") for t in subjects_of(verb)):  # "I would like to thank"
            by = ()
    for act in map(_seen, acts):
        subjects = [c for c in act.children if c.dep_ in SUBJECTS]
        if lemma in CALLS and act in acts:
            subjects = subjects or [c for c in things if verb.i < c.i < act.i]
            if subjects and not (by and is_amount_to_reach(sentence, act, subjects)):
                continue  # "wants Quito to …": others are asked
        own = promisors(sentence, subjects)
        if own or by:
            asked = lemma in HOPING_SELF or (bool(own) and lemma in WISHES)
            given = "conditional" if is_conditional(act) else "called_for" if asked else modality
            yield Promise(act, verb, own or by, given, f"verb:{lemma}", weight)
    if (
        by
        and not acts
        and things
        and (lemma in OBJECTS or (lemma == "offer" and is_counted(sentence, things[0])))
    ):
        yield Promise(things[0], verb, by, modality, f"object:{lemma}", 0.6)
        yield from told_shortly(sentence, verb, f"object:{lemma}")


def _bound_by(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "The treaty obliges Chad to admit observers", "it commits Lima to 5 million dollars": whom a paper binds."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    bound = next((c for c in verb.children if c.dep_ in ("dobj", "obj") and c.i > verb.i), None)
    if subject is None or bound is None or (subject.lower_ != "it" and subject.lemma_.lower() not in BINDERS):
        return
    by = promisors(sentence, [bound])
    acts = [c for c in verb.children if c.i > bound.i and c.dep_ in ("xcomp", "advcl") and is_infinitive(c)]
    acts += [c for c in bound.children if c.dep_ in ("acl", "relcl") and is_infinitive(c)]
    for link in (c for c in (*verb.children, *bound.children) if c.lower_ == "to" and c.dep_ == "prep"):
        acts += [c for c in link.children if c.dep_ in ("pcomp", "pobj") and c.i > bound.i]
    if by and acts:
        yield Promise(acts[0], verb, by, "actual", "object:bind", 0.6)


def _seen(act: Token) -> Token:
    """What is to happen in "hopes to see Rome open its market"."""
    return next((c for c in act.children if c.dep_ == "ccomp" and act.lemma_ == "see"), act)


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
        own = whom.lemma_.lower() in OWN or any(c.lower_ in _THEIRS for c in whom.children)
        if by and act is not None and is_verb(act) and own:
            yield Promise(act, verb, by, "actual", "order", 0.75)
            return
