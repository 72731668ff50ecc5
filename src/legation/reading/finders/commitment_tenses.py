"""Promises by tense: "Norway will …", "ships will be handed over by Japan", "is to", "is going to", "said it would"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.clauses import agents_of, is_passive, listed, subjects_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    VERBS,
    Promise,
    acts_of,
    is_conditional,
    is_infinitive,
    is_within_condition,
)
from legation.reading.finders.commitment_promisors import promisors, said_by
from legation.reading.finders.commitment_words import (
    DEPARTMENTS,
    GIVERS,
    HANDING,
    HOPING,
    JOINT_ACTS,
    LEADING,
    PROMISES,
    SAYING,
)
from legation.reading.finders.what import is_verb
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_DUE: Final = frozenset({"due", "set", "slated", "scheduled"})
"""Words between "is" and "to" that leave it a plan: "is due to deliver"."""


def future_of(sentence: Sentence, aux: Token) -> Iterator[Promise]:
    """ "The United States will maintain …"."""
    verb = aux.head
    subjects = [c for c in aux.children if c.dep_ in SUBJECTS] or subjects_of(verb)
    if verb.pos_ == "ADJ":  # "will, subject to …, lend"
        verb = next((t for t in (verb.head, *verb.conjuncts) if t.pos_ in VERBS and t.i > verb.i), verb)
    if is_passive(verb):
        yield from _done_by(sentence, aux, verb)
        return
    if verb.pos_ == "ADJ" or is_within_condition(verb) or _is_forecast(verb):
        return
    by = () if _is_remark(verb) else promisors(sentence, subjects) or _departments(sentence, subjects)
    given = _given_by(sentence, by) if verb.lemma_.lower() in ("receive", "get", "enjoy") else ()
    if by and not (verb.lemma_.lower() in PROMISES and list(acts_of(verb, verb.lemma_.lower()))):
        act = _led(verb)
        modality = "conditional" if is_conditional(verb) else "actual"
        if given:
            yield Promise(verb, aux, given, modality, "given", 0.6)
            return
        if verb.dep_ in ("ccomp", "acl") and verb.head.lemma_.lower() in HOPING:
            modality = "called_for"
        yield Promise(act, aux, by, modality, f"{aux.lemma_.lower()}:future", 0.7)


def _given_by(sentence: Sentence, by: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The other side of a joint text, where one side "will receive" something; of others only a sum or number."""
    context = sentence.text.context
    sides = context.between or context.pair
    takers = {a for m in by for a in m.actors}
    others = tuple(a for a in sides if a not in takers)
    counted = any(q.start > m.end for m in by[:1] for q in sentence.quantities)
    bound = by and (context.joint or counted) and len(sides) == 2 and len(others) == 1
    return (Mention(by[0].start, by[0].end, others, "pair"),) if bound else ()


def _is_remark(verb: Token) -> bool:
    """ "A package for Ukraine, which will include sanctions": "which" means the package, or all that was said."""
    which = any(c.lower_ == "which" and c.dep_ in SUBJECTS for c in verb.children)
    return which and verb.dep_ == "relcl" and verb.head.dep_ not in SUBJECTS


def _departments(sentence: Sentence, subjects: list[Token]) -> tuple[Mention, ...]:
    """American departments by their short names, where the document is American: "State and Treasury will …"."""
    home = sentence.text.context.home
    short = [t for s in subjects for t in listed(s) if t.text in DEPARTMENTS and t.pos_ == "PROPN"]
    return (Mention(short[0].i, short[-1].i + 1, (home,), "back"),) if home == "USA" and short else ()


def _done_by(sentence: Sentence, aux: Token, verb: Token) -> Iterator[Promise]:
    """ "Two ships will be handed over by Japan"; in a joint statement the sides do what "will be done"."""
    things = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if is_within_condition(verb) or not things:
        return
    by = (
        promisors(sentence, agents_of(verb))
        or _done_by_both(sentence, aux, verb, things)
        or _giver_before(sentence, verb)
    )
    if by:
        yield Promise(verb, aux, by, "actual", "passive:future", 0.55)


def _giver_before(sentence: Sentence, verb: Token) -> tuple[Mention, ...]:
    """Who hands over what "will be handed over": the side of the two of which the sentence before told that it acts."""
    before = sentence.before()
    if before is None or before.parsed is not sentence.parsed or verb.lemma_.lower() not in HANDING:
        return ()
    by = promisors(before, subjects_of(before.span.root))
    sides = sentence.text.context.pair
    return by if len(by) == 1 and set(by[0].actors) < set(sides) else ()


def _done_by_both(sentence: Sentence, aux: Token, verb: Token, things: list[Token]) -> tuple[Mention, ...]:
    """The two sides of the document, who do what is only said to be done: "A joint fund is to be set up"."""
    context = sentence.text.context
    sides = context.between if context.joint else context.between or context.pair
    if not sides or verb.lemma_.lower() not in JOINT_ACTS or agents_of(verb) or aux.lower_ == "shall":
        return ()
    named = {a for t in things for part in t.subtree if (m := sentence.mention_at(part)) for a in m.actors}
    return (Mention(aux.i, aux.i + 1, sides, "pair"),) if context.joint or named <= set(sides) else ()


def going_of(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "We're going to continue to support the mission"."""
    helped = any(c.dep_ == "aux" and c.lemma_.lower() in ("be", "’re", "'re", "’m") for c in verb.children)
    act = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if not helped or act is None or is_within_condition(verb):
        return
    by = promisors(sentence, subjects_of(verb))
    if by:
        yield Promise(
            _led(act), verb, by, "conditional" if is_conditional(verb) else "actual", "going:future", 0.55
        )


def due_of(sentence: Sentence, be: Token) -> Iterator[Promise]:
    """ "Denmark is to deliver 19 jets"."""
    if be.lower_ not in ("is", "are", "was", "were") or be.dep_ == "aux":
        return
    around = [*be.children, *(i for c in be.children if c.lower_ in _DUE for i in c.children)]
    act = next((c for c in around if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if act is None or not all(
        t.pos_ in ("ADV", "PART", "AUX") or t.lower_ in _DUE for t in be.doc[be.i + 1 : act.i]
    ):
        return
    if is_passive(act):
        things = [c for c in be.children if c.dep_ in SUBJECTS]
        by = promisors(sentence, agents_of(act)) or _done_by_both(sentence, be, act, things)
    else:
        by = promisors(sentence, subjects_of(be)) if be.lower_ in ("is", "are") else ()
    if by:
        yield Promise(act, be, by, "actual", "due:future", 0.5)


def _led(verb: Token) -> Token:
    """The act behind "continue to", "begin to", "seek to"."""
    if verb.lemma_.lower() == "go":  # "will go on playing a part"
        behind = [c for c in verb.children if c.dep_ in ("xcomp", "advcl", "prep") and c.i > verb.i]
        acts = [t for c in behind for t in (c, *c.children) if t.tag_ == "VBG"]
        return acts[0] if acts and verb.nbor().lower_ == "on" else verb
    if verb.lemma_.lower() in LEADING:
        return next((c for c in verb.children if c.dep_ == "xcomp" and is_verb(c)), verb)
    return verb


def told_of(sentence: Sentence, aux: Token) -> Iterator[Promise]:
    """ "Hanoi said it would buy …"; "may consider" where a condition stands with it."""
    verb = aux.head
    if is_passive(verb) or is_within_condition(verb) or verb.pos_ not in VERBS:
        return
    if aux.lower_ == "would" and verb.dep_ in ("ROOT", "conj") and verb.lemma_.lower() in GIVERS:
        by = promisors(sentence, [c for c in verb.children if c.dep_ in SUBJECTS])  # of a deal that is told
        if by and not is_conditional(verb) and all(m.form == "name" or m.form == "capital" for m in by):
            yield Promise(verb, aux, by, "actual", "would:told", 0.5)
    said = said_by(verb)
    if aux.lower_ == "would" and said is not None and said.lemma_.lower() in SAYING:
        by = promisors(sentence, [c for c in verb.children if c.dep_ in SUBJECTS])
        if by and said.lemma_.lower() not in PROMISES:
            yield Promise(
                _led(verb), aux, by, "conditional" if is_conditional(verb) else "actual", "told", 0.55
            )


def _is_forecast(verb: Token) -> bool:
    """ "Will have spent", "will not know": "will not hesitate" is a promise, these are none."""
    denied = any(c.dep_ == "neg" for c in verb.children)
    return (denied and verb.lemma_.lower() in ("know", "be", "have", "forget")) or any(
        c.dep_ == "aux" and c.lower_ == "have" for c in verb.children
    )
