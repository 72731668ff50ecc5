"""Where a promise is made: the word that binds, the act it binds to, and who is bound.

Each pattern is generous in what it takes for a promise; `commitments` decides which acts are accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.reading.clauses import doers_of, is_passive, subjects_of
from legation.reading.finders.commitment_promisors import owners, promisors
from legation.reading.finders.commitment_words import (
    ANNOUNCING,
    CALLS,
    COUNTED_NOUNS,
    DUTIES,
    FIRM_NOUNS,
    GIVERS,
    HOPING,
    LEADING,
    NEEDS,
    NOUNS,
    OBJECTS,
    ORDERS,
    OWN,
    PROMISES,
    SAYING,
    STANCES,
    STEPS,
    STRESSING,
    WEAK,
)
from legation.reading.mention import Mention
from legation.reading.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "’ll", "'ll"})
_ACT_LINKS = frozenset({"to", "on", "in", "at", "towards", "toward"})
_VERBS = frozenset({"VERB", "AUX"})
_CONDITIONS = frozenset({"if", "unless", "provided", "should", "once", "when", "after", "until"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Promise:
    """An act that somebody is bound to.

    Attributes:
        act: The verb of the act, or the noun of what is promised.
        trigger: The word that binds.
        by: Who is bound.
        modality: One of `legation.records.MODALITIES`.
        pattern: Which pattern found it.
        weight: How often that pattern is right.
    """

    act: Token
    trigger: Token
    by: tuple[Mention, ...]
    modality: str
    pattern: str
    weight: float


def promises_in(sentence: Sentence) -> Iterator[Promise]:
    """The promises of a sentence, in the order of their triggers."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        word = token.lower_
        if word in _FUTURE and token.dep_ == "aux":
            yield from _future(sentence, token)
        elif word in ("would", "may", "can") and token.dep_ == "aux":
            yield from _told(sentence, token)
        elif word in STANCES and not _has_money(sentence, _things(token)):
            yield from _stance(sentence, token)
        elif lemma in NOUNS and token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(sentence, token)
        elif lemma == "be" and token.pos_ == "AUX":
            yield from _due(sentence, token)
        elif token.pos_ == "VERB":
            yield from _verb(sentence, token, lemma)
        elif lemma in NEEDS and token.pos_ == "NOUN":
            yield from _need(sentence, token)


def _verb(sentence: Sentence, token: Token, lemma: str) -> Iterator[Promise]:
    if lemma in PROMISES:
        yield from _promised(sentence, token, lemma)
    if lemma in ANNOUNCING:
        yield from _announced(sentence, token)
    if lemma in ORDERS:
        yield from _ordered(sentence, token)
    if lemma in CALLS:
        yield from _called(sentence, token)
    if lemma in GIVERS and token.tag_ == "VBG":
        yield from _giving(sentence, token)


def _future(sentence: Sentence, aux: Token) -> Iterator[Promise]:
    """ "The United States will maintain …"."""
    verb = aux.head
    subjects = subjects_of(verb)
    if verb.pos_ == "ADJ" and verb.head.pos_ in _VERBS and verb.head.i > verb.i:  # "will, subject to …, lend"
        verb = verb.head
    if verb.pos_ not in _VERBS or is_passive(verb) or _within_condition(verb) or _is_forecast(verb):
        return
    by = promisors(sentence, subjects)
    if by and not (verb.lemma_.lower() in PROMISES and list(_acts_of(verb, verb.lemma_.lower()))):
        act = _led(verb)
        modality = "conditional" if _conditional(verb) else "actual"
        if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in HOPING:
            modality = "called_for"
        yield Promise(act, aux, by, modality, f"{aux.lemma_.lower()}:future", 0.7)


def purpose_of(act: Token) -> Token:
    """The act itself behind a light verb: "take measures to improve governance" is to improve it."""
    if act.lemma_.lower() != "take":
        return act
    things = [c for c in act.children if c.dep_ in ("dobj", "obj") and c.lemma_.lower() in STEPS]
    for owner in (*things, *([act] if things else [])):
        for child in owner.children:
            if child.dep_ in ("acl", "relcl", "advcl", "xcomp") and child.i > act.i and _infinitive(child):
                return child
    return act


def _due(sentence: Sentence, be: Token) -> Iterator[Promise]:
    """ "Denmark is to deliver 19 jets"."""
    if be.lower_ not in ("is", "are") or be.dep_ == "aux":
        return
    act = next((c for c in be.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and _infinitive(c)), None)
    straight = act is not None and all(t.pos_ in ("ADV", "PART") for t in be.doc[be.i + 1 : act.i])
    by = promisors(sentence, subjects_of(be)) if act is not None and straight else ()
    if act is not None and by:
        yield Promise(act, be, by, "actual", "due:future", 0.5)


def _led(verb: Token) -> Token:
    """The act behind "continue to", "begin to", "seek to"."""
    if verb.lemma_.lower() in LEADING:
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in _VERBS), verb)
    return verb


def _told(sentence: Sentence, aux: Token) -> Iterator[Promise]:
    """ "Hanoi said it would buy …"; "may consider" where a condition stands with it."""
    verb = aux.head
    if is_passive(verb) or _within_condition(verb) or verb.pos_ not in _VERBS:
        return
    if aux.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAYING:
        by = promisors(sentence, subjects_of(verb))
        if by and verb.head.lemma_.lower() not in PROMISES:
            yield Promise(
                _led(verb), aux, by, "conditional" if _conditional(verb) else "actual", "told", 0.55
            )


def _promised(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Promise]:
    """ "Has committed to reduce", "pledged $5 million", "agreed that they would …"."""
    if (
        any(c.dep_ == "neg" for c in verb.children)
        or _is_attribute(verb)
        or (is_passive(verb) and lemma != "commit")
    ):
        return
    by = promisors(sentence, doers_of(verb) if lemma != "commit" else subjects_of(verb), papers=True)
    modality = _modality(verb)
    weight = 0.6 if lemma in WEAK else 0.8
    things = _things(verb)
    paid = things[:1] if lemma in OBJECTS and _has_money(sentence, things) else []
    acts = [] if paid else list(_acts_of(verb, lemma))
    for act in acts:
        own = promisors(sentence, [c for c in act.children if c.dep_ in _SUBJECTS])
        if own or by:
            given = "conditional" if _conditional(act) else modality
            yield Promise(act, verb, own or by, given, f"verb:{lemma}", weight)
    if by and not acts and things and lemma in OBJECTS:
        yield Promise(things[0], verb, by, modality, f"object:{lemma}", 0.6)


def _things(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "obj") and c.i > verb.i]


def _has_money(sentence: Sentence, things: list[Token]) -> bool:
    return any(
        _is_money(q.quantity.unit) and thing.left_edge.i <= q.start <= thing.right_edge.i
        for thing in things
        for q in sentence.quantities
    )


def _is_attribute(verb: Token) -> bool:
    """ "The agreed minutes", "a planned summit": no act of promising."""
    return verb.dep_ == "amod" or (
        verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() != "commit"
    )


def _acts_of(verb: Token, lemma: str) -> Iterator[Token]:
    """The acts that a word of promising governs: an infinitive, a gerund after "to", a that-clause."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and child.pos_ in _VERBS:
            yield child
            return
        if child.dep_ == "prep" and child.lower_ in _ACT_LINKS:
            firm = lemma in ("commit", "recommit", "committed", "recommitted") and child.lower_ == "to"
            for inner in child.children:
                if inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and (firm or inner.tag_ == "VBG")):
                    yield inner
                    return
        if child.dep_ == "ccomp" and any(
            c.lower_ in ("will", "would", "shall", "to") for c in child.children
        ):
            yield child
            return
        if child.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            yield child
            return


def _stance(sentence: Sentence, word: Token) -> Iterator[Promise]:
    """ "Remains committed to", "stands ready to", "is determined to"."""
    if any(c.dep_ == "neg" for c in (*word.children, *word.head.children)):
        return
    own = [c for c in word.children if c.dep_ in _SUBJECTS]
    by = promisors(sentence, own or _stance_subjects(word))
    if not by:
        return
    lemma = word.lower_
    for act in _acts_of(word, lemma):
        weight = 0.6 if lemma in WEAK else 0.75
        modality = (
            "conditional" if _conditional(word) or _conditional(word.head) or _would(word) else "actual"
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
    if word.dep_ in ("acomp", "oprd", "attr", "xcomp", "advcl", "ccomp") and word.head.pos_ in _VERBS:
        return subjects_of(word.head)
    beside = [
        c
        for aux in word.children
        if aux.dep_ in ("aux", "auxpass")
        for c in aux.children
        if c.dep_ in _SUBJECTS
    ]
    return subjects_of(word) or beside


def _noun(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Seoul's commitment to strengthening ties", "a goal of cutting …", "announced plans to buy"."""
    act = _act_of_noun(noun)
    if act is None:
        return
    by = _owners(sentence, noun)
    if by and not any(c.dep_ == "neg" for c in noun.children):
        modality = _modality(noun.head) if noun.head.pos_ in _VERBS else "actual"
        yield Promise(act, noun, by, modality, f"noun:{noun.lemma_.lower()}", 0.7)


def _act_of_noun(noun: Token) -> Token | None:
    lemma = noun.lemma_.lower()
    for child in noun.children:
        if child.i < noun.i:
            continue
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        if child.dep_ in ("acl", "relcl", "xcomp", "advcl") and child.pos_ == "VERB" and infinitive:
            return child
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
    head = noun.head
    if noun.dep_ in _SUBJECTS and head.lemma_.lower() in ("be", "remain"):
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
            [t for c in candidate.children if c.lower_ == "of" for t in c.children if t.pos_ != "VERB"],
        )
        if by:
            return by
    verb = first.head
    if first.dep_ == "pobj" and verb.dep_ == "prep":
        verb = verb.head
    if verb.pos_ in _VERBS and first.dep_ in ("dobj", "attr", "obj", "pobj"):
        return promisors(sentence, doers_of(verb))
    if verb.pos_ in _VERBS and verb.dep_ == "relcl":
        return promisors(sentence, [c for c in verb.children if c.dep_ in _SUBJECTS])
    return ()


def _announced(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Announced an additional $10 million in assistance": money that is announced is promised."""
    things = [c for c in _things(verb) if c.lemma_.lower() not in NOUNS]
    by = promisors(sentence, doers_of(verb))
    if by and not is_passive(verb) and _has_money(sentence, things):
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
            child
            if child.dep_ != "ccomp"
            else next((c for c in child.children if c.dep_ in _SUBJECTS), child)
        )
        act = (
            child
            if child.dep_ == "ccomp"
            else next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp")), None)
        )
        if by and act is not None and act.pos_ == "VERB" and whom.lemma_.lower() in OWN:
            yield Promise(act, verb, by, "actual", "order", 0.75)
            return


def _giving(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Canada is contributing $10 million": the present continuous with an amount."""
    helped = any(c.lower_ in ("is", "are", "’s", "’re") and c.dep_ == "aux" for c in verb.children)
    loose = verb.dep_ in ("pcomp", "advcl") and any(c.dep_ in _SUBJECTS for c in verb.children)
    if not helped and not loose:
        return
    by = promisors(sentence, subjects_of(verb))
    act = verb
    if verb.lemma_.lower() == "work":
        act = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and _infinitive(c)), verb)
    end = max((t.i for t in verb.subtree), default=verb.i)
    money = [q for q in sentence.quantities if verb.i < q.start <= end and _is_money(q.quantity.unit)]
    if by and money:
        yield Promise(act, verb, by, "actual", "giving", 0.65)


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _called(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Urged Seoul to raise imports", "called on the rebels to release"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        target, act = _target(verb, child)
        if target is None or act is None or act.pos_ != "VERB":
            continue
        by = promisors(sentence, [target])
        if by and not set(_ids(by)) & set(_ids(promisors(sentence, doers_of(verb)))):
            yield Promise(act, verb, by, "called_for", f"call:{verb.lemma_.lower()}", 0.5)
        return


def _ids(mentions: tuple[Mention, ...]) -> list[str]:
    return [a for m in mentions for a in m.actors]


def _target(verb: Token, child: Token) -> tuple[Token | None, Token | None]:
    """Who is called on, and to do what."""
    acts = [c for c in (*verb.children, *child.children) if c.i > child.i]
    if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
        target = next((c for c in child.children if c.dep_ == "pobj"), None)
        acts += list(target.children) if target is not None else []
        return target, next(
            (c for c in acts if c.dep_ in ("xcomp", "advcl", "acl", "relcl") and _infinitive(c)), None
        )
    if child.dep_ in ("dobj", "dative") and verb.lemma_.lower() != "call":
        return child, next((c for c in acts if c.dep_ in ("xcomp", "acl", "ccomp") and _infinitive(c)), None)
    if child.dep_ == "ccomp" and _infinitive(child):
        return next((c for c in child.children if c.dep_ in _SUBJECTS), None), child
    return None, None


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _need(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Reiterated the need to make progress", "stressed the importance of India raising …"."""
    verb = noun.head if noun.head.dep_ != "prep" else noun.head.head
    if noun.head.lemma_.lower() == "on":
        verb = noun.head.head
    if verb.lemma_.lower() not in STRESSING:
        return
    for child in noun.children:
        act = child if child.dep_ == "acl" and _infinitive(child) else None
        if child.dep_ == "prep" and child.lower_ == "of":
            act = next((c for c in child.children if c.dep_ == "pcomp"), None)
        if act is None:
            continue
        own = [c for c in act.children if c.dep_ in _SUBJECTS]
        by = promisors(sentence, own) if own else promisors(sentence, doers_of(verb))
        if by and (own or noun.lemma_.lower() == "need"):
            pattern = "need:own" if own else f"need:{noun.lemma_.lower()}"
            yield Promise(act, noun, by, "called_for", pattern, 0.5 if own else 0.35)
        return


def duties_in(sentence: Sentence) -> Iterator[Promise]:
    """ "Seoul should raise …": urged on an actor by whoever writes or speaks."""
    for modal in sentence.tokens:
        if modal.lower_ in DUTIES and modal.dep_ == "aux" and modal.lower_ != "shall":
            verb = modal.head
            by = promisors(sentence, subjects_of(verb))
            if by and not is_passive(verb) and not _within_condition(verb):
                yield Promise(verb, modal, by, "called_for", "should", 0.35)


def _modality(verb: Token) -> str:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    if helpers & {"should", "must", "ought"}:
        return "called_for"
    return "conditional" if _conditional(verb) else "actual"


def _conditional(verb: Token) -> bool:
    around = [
        *verb.children,
        *(c for aux in verb.children if aux.dep_ in ("aux", "auxpass") for c in aux.children),
    ]
    return any(
        child.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "provided") for m in child.children)
        for child in around
    )


def _within_condition(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(
        c.lower_ in _CONDITIONS and c.dep_ in ("mark", "advmod") for c in verb.children
    )


def _is_forecast(verb: Token) -> bool:
    """ "Will have spent", "will not know": "will not hesitate" is a promise, these are none."""
    denied = any(c.dep_ == "neg" for c in verb.children)
    return (denied and verb.lemma_.lower() in ("know", "be", "have", "forget")) or any(
        c.dep_ == "aux" and c.lower_ == "have" for c in verb.children
    )
