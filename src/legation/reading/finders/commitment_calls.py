"""What others call for: "urged Seoul to raise imports", "stressed the importance of India raising them"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import doers_of, is_passive
from legation.reading.finders.commitment_promise import SUBJECTS, Promise, is_infinitive
from legation.reading.finders.commitment_promisors import promisors
from legation.reading.finders.commitment_words import CALLS, PAPERS, SAYING, STRESSING
from legation.reading.finders.what import is_verb
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_ASKED = frozenset({"name", "capital", "pair", "back"})
_TO = {"appeal": "to", "plead": "with"}
"""Verbs that name whom they call on behind a preposition of their own."""
_OBJECTS = frozenset({"dobj", "prep", "xcomp", "ccomp"})


def called(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Urged Seoul to raise imports", "called on the rebels to release"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        target, act = _target(verb, child)
        if target is None or act is None or not is_verb(act):
            continue
        by, callers = promisors(sentence, [target]), promisors(sentence, doers_of(verb))
        both = all(m.form == "pair" for m in by)  # "proposed that the two sides resume flights"
        vague = any(m.form == "pair" for m in callers)  # "the ministers asked Peru to …"
        if by and (both or vague or not set(_ids(by)) & set(_ids(callers))):
            pattern = f"call:{verb.lemma_.lower()}"
            yield Promise(act, verb, by, "called_for", pattern, 0.5, asked_by=callers)
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
            (c for c in acts if c.dep_ in ("xcomp", "advcl", "acl", "relcl") and is_infinitive(c)), None
        )
    if child.dep_ in ("dobj", "dative") and verb.lemma_.lower() != "call":
        return child, next(
            (c for c in acts if c.dep_ in ("xcomp", "acl", "ccomp") and is_infinitive(c)), None
        )
    if child.dep_ in ("prep", "dative") and child.lower_ == _TO.get(verb.lemma_.lower()):
        target = next((c for c in child.children if c.dep_ == "pobj"), None)
        return target, next(
            (c for c in acts if c.dep_ in ("xcomp", "advcl", "acl") and is_infinitive(c)), None
        )
    own = next((c for c in child.children if c.dep_ in SUBJECTS), None)
    if child.dep_ in ("ccomp", "advcl") and own is not None and (is_infinitive(child) or _is_asked(child)):
        return own, child
    return None, None


def _is_asked(verb: Token) -> bool:
    """Whether a verb is in the plain form behind "that": "demanded that Chile release the crew"."""
    plain = verb.tag_ in ("VB", "VBP") or verb.lower_ == verb.lemma_.lower()
    return plain and not any(c.dep_ == "aux" for c in verb.children)


def needed(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Reiterated the need to make progress", "stressed the importance of India raising …"."""
    verb = noun.head if noun.head.dep_ != "prep" else noun.head.head
    if noun.head.lemma_.lower() == "on":
        verb = noun.head.head
    if verb.lemma_.lower() not in STRESSING:
        return
    for child in noun.children:
        act = child if child.dep_ == "acl" and is_infinitive(child) else None
        if child.dep_ == "prep" and child.lower_ == "of":
            act = next((c for c in child.children if c.dep_ == "pcomp"), None)
        if act is None:
            continue
        own = [c for c in act.children if c.dep_ in SUBJECTS]
        by = promisors(sentence, own) if own else promisors(sentence, doers_of(verb))
        if by and (own or noun.lemma_.lower() == "need"):
            pattern = "need:own" if own else f"need:{noun.lemma_.lower()}"
            callers = promisors(sentence, doers_of(verb))
            yield Promise(act, noun, by, "called_for", pattern, 0.5 if own else 0.35, asked_by=callers)
        return


def called_by_noun(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Its call on Lima to ratify the treaty", "India's request that Seoul open its market"."""
    owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound")]
    callers = promisors(sentence, owners) or promisors(sentence, doers_of(noun.head))
    for child in noun.children:
        target, act = _asked_by_noun(noun, child)
        if target is None or act is None or not is_verb(act):
            continue
        by = promisors(sentence, [target])
        if by and not set(_ids(by)) & set(_ids(callers)):
            yield Promise(act, noun, by, "called_for", "call:noun", 0.5, asked_by=callers)
        return


def _asked_by_noun(noun: Token, child: Token) -> tuple[Token | None, Token | None]:
    """Whom a noun of calling names, and what they are to do."""
    if child.i < noun.i:
        return None, None
    if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "for"):
        target = next((c for c in child.children if c.dep_ == "pobj"), None)
        acts = [
            *noun.children,
            *noun.head.children,
            *child.children,
            *(target.children if target is not None else ()),
        ]
        return target, next(
            (c for c in acts if c.i > child.i and c.pos_ == "VERB" and is_infinitive(c)), None
        )
    own = next((c for c in child.children if c.dep_ in SUBJECTS), None)
    asked = child.dep_ in ("acl", "ccomp", "advcl") and (is_infinitive(child) or _is_asked(child))
    return (own, child) if asked and own is not None else (None, None)


def _is_told(verb: Token) -> bool:
    """Whether a clause stands for itself or is told: not "what it needs to defend itself", "because it must …"."""
    before = [c.dep_ for c in verb.children if c.i < verb.i]
    asks = "aux" in before and "nsubj" in before[before.index("aux") :]  # "should Peru raise its duties?"
    if asks or "dobj" in before or "attr" in before:
        return False
    above = verb.head.lemma_.lower()
    return verb.dep_ in ("ROOT", "conj", "parataxis") or (
        verb.dep_ == "ccomp" and above in SAYING | STRESSING | CALLS
    )


def owed(sentence: Sentence, verb: Token, word: Token) -> Iterator[Promise]:
    """ "Seoul should raise its imports", "Lima needs to open its market": what a writer asks of a named actor."""
    act = (
        verb
        if word != verb
        else next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    )
    if act is None or not is_verb(act) or is_passive(act) or not _is_told(verb):
        return
    if word == verb and any(t.pos_ in ("NOUN", "PROPN") for t in verb.doc[verb.i + 1 : act.i]):
        return  # "Lima needs Quito to …"
    by = promisors(sentence, [c for c in verb.children if c.dep_ == "nsubj"])
    if by and all(m.form in _ASKED for m in by) and any(c.dep_ in _OBJECTS for c in act.children):
        bound = any(t.lower_ == "under" and _is_of_paper(t) for t in verb.children)  # "under the deal … must"
        yield Promise(act, word, by, "actual" if bound else "called_for", "ought", 0.45)


def _is_of_paper(preposition: Token) -> bool:
    return any(t.lemma_.lower() in PAPERS | {"term"} for t in preposition.children)
