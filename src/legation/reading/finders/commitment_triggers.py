"""Where a promise is made: the word that binds, the act it binds to, and who is bound.

Each pattern is generous in what it takes for a promise; `commitments` decides which acts are accepted. The patterns
here are those of verbs; those of nouns and stances, and of what others call for, have files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import agents_of, doers_of, is_passive, listed, subjects_of
from legation.reading.finders.commitment_calls import called, needed, owed
from legation.reading.finders.commitment_nouns import promise_of_noun, stance_of
from legation.reading.finders.commitment_promise import (
    SUBJECTS,
    VERBS,
    Promise,
    acts_of,
    has_money,
    is_conditional,
    is_infinitive,
    is_money,
    is_within_condition,
    modality_by,
    things_of,
)
from legation.reading.finders.commitment_promisors import promisors, said_by
from legation.reading.finders.commitment_words import (
    ANNOUNCING,
    CALLS,
    DEPARTMENTS,
    GIVERS,
    HOPING,
    JOINT_ACTS,
    LEADING,
    NEEDS,
    NOUNS,
    OBJECTS,
    ORDERS,
    OUGHTS,
    OWN,
    PROMISES,
    SAYING,
    STANCES,
    STEPS,
    WEAK,
    WISHES,
)
from legation.reading.finders.what import is_verb
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FUTURE = frozenset({"will", "shall", "’ll", "'ll"})


def promises_in(sentence: Sentence) -> Iterator[Promise]:
    """The promises of a sentence, in the order of their triggers."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        word = token.lower_
        if word in _FUTURE and token.dep_ == "aux":
            yield from _future(sentence, token)
        elif word in ("would", "may", "can") and token.dep_ == "aux":
            yield from _told(sentence, token)
        elif word in OUGHTS and token.dep_ == "aux":
            yield from owed(sentence, token.head, token)
        elif word in STANCES and not has_money(sentence, things_of(token)):
            yield from stance_of(sentence, token)
        elif lemma in NOUNS and token.pos_ in ("NOUN", "PROPN"):
            yield from promise_of_noun(sentence, token)
        elif lemma == "be" and token.pos_ == "AUX":
            yield from _due(sentence, token)
        elif token.pos_ == "VERB" or token.tag_ == "VB":
            yield from _verb(sentence, token, lemma)
        elif lemma in NEEDS and token.pos_ == "NOUN":
            yield from needed(sentence, token)


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
        yield from _going(sentence, token)


def _future(sentence: Sentence, aux: Token) -> Iterator[Promise]:
    """ "The United States will maintain …"."""
    verb = aux.head
    subjects = subjects_of(verb) or [c for c in aux.children if c.dep_ in SUBJECTS]
    if verb.pos_ == "ADJ":  # "will, subject to …, lend"
        verb = next((t for t in (verb.head, *verb.conjuncts) if t.pos_ in VERBS and t.i > verb.i), verb)
    if is_passive(verb):
        yield from _done_by(sentence, aux, verb)
        return
    if verb.pos_ == "ADJ" or is_within_condition(verb) or _is_forecast(verb):
        return
    by = () if _is_remark(verb) else promisors(sentence, subjects) or _departments(sentence, subjects)
    if by and not (verb.lemma_.lower() in PROMISES and list(acts_of(verb, verb.lemma_.lower()))):
        act = _led(verb)
        modality = "conditional" if is_conditional(verb) else "actual"
        if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in HOPING:
            modality = "called_for"
        yield Promise(act, aux, by, modality, f"{aux.lemma_.lower()}:future", 0.7)


def _done_by(sentence: Sentence, aux: Token, verb: Token) -> Iterator[Promise]:
    """ "Two ships will be handed over by Japan"; in a joint statement the sides do what "will be done"."""
    if is_within_condition(verb) or not any(c.dep_ == "nsubjpass" for c in verb.children):
        return
    context = sentence.text.context
    by = promisors(sentence, agents_of(verb))
    if not by and context.joint and verb.lemma_.lower() in JOINT_ACTS and not agents_of(verb):
        by = (Mention(aux.i, aux.i + 1, context.between, "pair"),) if context.between else ()
    if by:
        yield Promise(verb, aux, by, "actual", "passive:future", 0.55)


def _is_remark(verb: Token) -> bool:
    """ "A package for Ukraine, which will include sanctions": "which" means the package, or all that was said."""
    which = any(c.lower_ == "which" and c.dep_ in SUBJECTS for c in verb.children)
    return which and verb.dep_ == "relcl" and verb.head.dep_ not in SUBJECTS


def _departments(sentence: Sentence, subjects: list[Token]) -> tuple[Mention, ...]:
    """American departments by their short names, where the document is American: "State and Treasury will …"."""
    home = sentence.text.context.home
    short = [t for s in subjects for t in listed(s) if t.text in DEPARTMENTS and t.pos_ == "PROPN"]
    return (Mention(short[0].i, short[-1].i + 1, (home,), "back"),) if home == "USA" and short else ()


def _going(sentence: Sentence, verb: Token) -> Iterator[Promise]:
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


def _due(sentence: Sentence, be: Token) -> Iterator[Promise]:
    """ "Denmark is to deliver 19 jets"."""
    if be.lower_ not in ("is", "are") or be.dep_ == "aux":
        return
    act = next((c for c in be.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    straight = act is not None and all(t.pos_ in ("ADV", "PART") for t in be.doc[be.i + 1 : act.i])
    by = promisors(sentence, subjects_of(be)) if act is not None and straight else ()
    if act is not None and by:
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


def _told(sentence: Sentence, aux: Token) -> Iterator[Promise]:
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


def _is_forecast(verb: Token) -> bool:
    """ "Will have spent", "will not know": "will not hesitate" is a promise, these are none."""
    denied = any(c.dep_ == "neg" for c in verb.children)
    return (denied and verb.lemma_.lower() in ("know", "be", "have", "forget")) or any(
        c.dep_ == "aux" and c.lower_ == "have" for c in verb.children
    )
