"""What a clause does: from a verb or noun to the act that it names, read from the outside in.

"threatened to suspend aid to" is three words of the lexicon: an act (aid), stopped, threatened. Each word that
stands over an act changes it by the algebra of `legation.reading.acts.scheme`; negation and the future do so too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from legation.reading.acts.lexicon import Frame, frames, nouns, operators, sector_of, spoken
from legation.reading.acts.scheme import alone, applied, helps
from legation.reading.clauses import is_passive
from legation.reading.parse import Token

_MEANING_TO: Final = frozenset(
    "plan intend aim prepare consider favour favor resolve determined ready willing poised due prepared seek".split()
)
"""Words that say nothing by themselves: what is meant to be done must be an act."""
_DENIED: Final = frozenset({"involvement", "responsibility", "role", "report", "wrongdoing", "knowledge"})
"""What is denied in words and refused to nobody."""
_WANTING: Final = frozenset({"want", "require", "order"})
_DEEP: Final = 6
_PREPS: Final = frozenset(
    {"to", "for", "on", "upon", "with", "of", "into", "against", "from", "in", "at", "over", "by"}
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is read.

    Attributes:
        code: Its CAMEO code.
        verb: The word whose subject acts.
        chain: The words from the outermost to the innermost, among whose objects the target is.
        sides: Prepositions behind which the innermost word has its target.
        subject: The subject of what is asked for: in "demanded that Sudan return", Sudan.
        topic: Whether its object is what it is about and not whom it is towards: "discussed Iraq with".
        called: Whether it is called for by who speaks: in "said that Sudan must return it" the speaker acts.
        source: Who acts, where the parse does not tell.
    """

    code: str
    verb: Token
    chain: tuple[Token, ...]
    sides: tuple[str, ...] = ()
    subject: Token | None = None
    topic: bool = False
    called: bool = False
    source: Token | None = None


def read(token: Token, depth: int = 0) -> Act | None:
    """The act that a verb, adjective or noun names with all that hangs on it, or None."""
    if depth > _DEEP:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun(token, depth)
    act = _verb(token, depth)
    return _turned(token, act, governed=depth > 0)


@cache
def _words() -> frozenset[str]:
    return frozenset(frames()) | frozenset(operators())


def _verb(verb: Token, depth: int) -> Act | None:
    lemma = spoken(verb, _words())
    framed = next((a for f in frames().get(lemma, ()) if f.objects and (a := _framed(verb, f))), None)
    if framed:
        return framed
    operator = _operator(verb, lemma)
    plain = next((f for f in frames().get(lemma, ()) if not f.objects and _may_stand(verb, f)), None)
    if operator and (over := _operated(verb, operator, depth)):
        return over
    if plain:
        return Act(plain.code, verb, (verb,), plain.sides, topic=plain.needs)
    if operator and lemma not in _MEANING_TO and (code := alone(operator)):
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
        subject = _own_subject(clause) if clause is not None and operator != "threaten" else None
        chain = (verb,) if clause is None else (verb, clause)
        return Act(code, verb, chain, subject=subject)
    return None


def _operator(verb: Token, lemma: str) -> str | None:
    """What a verb does to the act under it; "seeks to" and "ordered troops out" do nothing."""
    kinds = {c.dep_ for c in verb.children}
    if lemma in _WANTING and not _wants_another(verb):
        return "begin" if lemma == "order" else None
    if lemma == "seek" and "dobj" not in kinds:
        return "begin"
    if lemma == "deny" and ("ccomp" in kinds or any(c.lemma_ in _DENIED for c in verb.children)):
        return None
    return operators().get(lemma)


def _wants_another(verb: Token) -> bool:
    """Whether somebody else is to act: "wants Russia to withdraw", not "wants to withdraw"."""
    return any(c.dep_ in ("ccomp", "xcomp") and _own_subject(c) is not None for c in verb.children)


def _may_stand(verb: Token, frame: Frame) -> bool:
    """Whether a verb has the preposition without which it is no act: "fired at", not "fired"."""
    if not frame.needs or any(c.lower_ in frame.sides for c in verb.children if c.dep_ in ("prep", "prt")):
        return True
    return frame.code.startswith("04") and any(c.dep_ == "nsubj" and _is_several(c) for c in verb.children)


def _is_several(noun: Token) -> bool:
    return bool(noun.conjuncts) or any(
        c.conjuncts for c in noun.children if c.dep_ in ("amod", "nmod", "compound")
    )


def _objects(verb: Token) -> list[Token]:
    """What a verb is about: objects and those listed with them, or the subject of a passive."""
    kinds = ("dobj", "obj", "dative", "attr", "oprd") + (("nsubjpass",) if is_passive(verb) else ())
    heads = [c for c in verb.children if c.dep_ in kinds]
    heads += [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return heads


def _framed(verb: Token, frame: Frame) -> Act | None:
    for head in _objects(verb):
        for each in (head, *head.conjuncts):
            if _fits(each, frame) and (_may_stand(verb, frame) or _may_stand(each, frame)):
                return Act(frame.code, verb, (verb, head), frame.sides)
    return None


def _fits(noun: Token, frame: Frame) -> bool:
    if "@name" in frame.objects and noun.pos_ == "PROPN" and noun.dep_ != "pobj":
        return True
    if "@people" in frame.objects:
        people = (noun, *(t for c in noun.children if c.lower_ == "of" for t in c.children))
        return noun.dep_ != "pobj" and any(map(sector_of, people))
    return any(t.lemma_.lower() in frame.objects or t.lower_ in frame.objects for t in _core(noun))


def _core(noun: Token) -> Iterator[Token]:
    """A noun with the nouns that make it up: "tons of food aid"."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("of", "in"):
            yield from (t for c in child.children for t in (c, *c.children) if t.dep_ in ("pobj", "compound"))


def _operated(verb: Token, operator: str, depth: int) -> Act | None:
    """The act under an operator, changed by it."""
    for inner in _complements(verb):
        act = read(inner, depth + 1)
        if act is None:
            continue
        code = applied(operator, act.code)
        if code is None:
            return None
        if operator == "request" and inner.pos_ == "VERB":
            code = _asked(code)
        subject = _own_subject(inner) if operator == "request" else act.subject
        return replace(act, code=code, verb=verb, chain=(verb, *act.chain), subject=subject)
    return None


def _own_subject(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _complements(verb: Token) -> Iterator[Token]:
    """What an operator can stand over, the likeliest first: infinitives and clauses, objects, then phrases."""
    children = list(verb.children)
    yield from (c for c in children if c.dep_ in ("xcomp", "ccomp", "acomp", "oprd"))
    for child in children:
        if child.dep_ in ("dobj", "obj", "attr", "nsubjpass"):
            yield child
            yield from (c for c in child.children if c.dep_ in ("acl", "relcl") and _is_infinitive(c))
    for child in children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _PREPS:
            yield from (c for c in child.children if c.dep_ in ("pcomp", "pobj"))
    yield from (c for c in children if c.dep_ == "advcl" and _is_infinitive(c))


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _noun(noun: Token, depth: int) -> Act | None:
    lemma = noun.lemma_.lower()
    if lemma == "march" and noun.text[0].isupper():
        return None
    operator = operators().get(_NOMINAL.get(lemma, lemma))
    if operator:
        for inner in _under(noun):
            act = read(inner, depth + 1)
            code = applied(operator, act.code) if act else None
            if act and code:
                return replace(act, code=code, verb=noun, chain=(noun, *act.chain))
    pairs = (f"{c.lower_} {lemma}" for c in noun.children if c.i < noun.i)
    known = next((nouns()[pair] for pair in pairs if pair in nouns()), None)
    known = (
        known
        or nouns().get(lemma)
        or next((nouns()[t.lemma_.lower()] for t in _core(noun) if t.lemma_.lower() in nouns()), None)
    )
    if known:
        return Act(known, noun, (noun,))
    if operator and (code := alone(operator)):
        return Act(code, noun, (noun,))
    return None


def _under(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "ccomp") and _is_infinitive(child):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "on"):
            yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))


_NOMINAL: Final = {
    "suspension": "suspend", "cancellation": "cancel", "withdrawal": "withdraw", "lifting": "lift",
    "easing": "ease", "ending": "end", "reduction": "reduce", "removal": "remove", "imposition": "impose",
    "resumption": "resume", "refusal": "refuse", "rejection": "reject", "decision": "decide", "intention": "intend",
    "commitment": "commit", "willingness": "willing", "readiness": "ready", "proposal": "propose",
    "threat": "threaten", "agreement": "agree", "halt": "halt", "launch": "launch",
}  # fmt: skip
"""Nouns that do what a verb does."""


def _turned(verb: Token, act: Act | None, *, governed: bool) -> Act | None:
    """An act as its helping verbs turn it: denied, to come, called for; None where nothing is said to happen.

    Under another word ("agreed that they should meet") the helping verbs are that word's and turn nothing.
    """
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if words & {"must", "should", "ought"} and not governed:
        code = _asked(applied("request", act.code) if act else None)
        chain = act.chain if act else (verb,)
        return Act(code, verb, chain, act.sides if act else (), _own_subject(verb), called=True)
    if act is None or any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children
    ):
        return None
    if _is_denied(verb):
        return _changed("refuse", act) if helps(act.code) else None
    if governed:
        return act
    if "could" in words or ("might" in words and helps(act.code)):
        return None
    if words & {"will", "would", "shall", "'ll", "wo", "may", "might"}:
        if _conditions(verb) and helps(act.code):
            return replace(act, code="130")
        return _changed("intend", act)
    return act


def _asked(code: str | None) -> str:
    """What is asked of somebody; that others be fought or punished is asked of nobody in particular (113)."""
    return "100" if code is None or code == "113" else code


def _is_denied(verb: Token) -> bool:
    return any(
        c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in ("never", "not")) for c in verb.children
    )


def _conditions(verb: Token) -> bool:
    """Whether an act is to come unless somebody yields."""
    return any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ == "unless" for m in c.children)
        for c in verb.children
    )


def _changed(operator: str, act: Act) -> Act | None:
    code = applied(operator, act.code)
    return replace(act, code=code) if code else None
