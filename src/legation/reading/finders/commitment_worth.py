"""What makes an act a commitment: it is done on purpose, names something, and could be checked later.

"Work together", "stand with Ukraine" and "implement these commitments" bind nobody to anything that could be
checked; "urge all creditors" and "issue a statement" say something rather than promise it; a visit and a meeting
are kinds of their own, unless meetings are to be held again and again.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.commitment_promise import Promise, is_infinitive
from legation.reading.finders.commitment_words import (
    DEADLINES,
    DEEDS,
    EMPTY,
    LEADING,
    LIGHT,
    LOOSE_VERBS,
    MEETINGS,
    NEED_OBJECT,
    NO_ACTS,
    NO_PLEDGES,
    NOUNS,
    PAPERS,
    REGULAR,
    STEPS,
    WITH_NAMES,
)
from legation.reading.finders.what import is_verb
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.records import FieldValue

_WEAK = 0.6
"""Patterns no surer than this must name something that could be checked where somebody speaks."""
_TOLD = ("future", "told")
_WISHES = ("want", "wish", "like", "hope", "expect", "mean", "seek", "propose")
_POINTING = frozenset({"this", "these", "those", "that", "such", "following", "same"})
_OBJECTS = frozenset({"dobj", "obj"})
_FULL = frozenset({"ccomp", "prt"})
"""What makes an act of a light verb, besides an object: "take into consideration", "bring in"."""
_IDLE = frozenset({"work", "cooperate", "stand", "collaborate", "partner", "act", "engage", "live", "unite"})
_GIVEN_WORDS = frozenset(
    {
        "make",
        "give",
        "include",
        "redouble",
        "renew",
        "reaffirm",
        "underscore",
        "announce",
        "fulfil",
        "fulfill",
    }
)
_RAISING = frozenset(
    {
        "raise",
        "lift",
        "upgrade",
        "elevate",
        "restore",
        "establish",
        "resume",
        "normalise",
        "normalize",
        "sever",
    }
)
_TIES = frozenset({"relation", "tie", "relationship", "partnership"})
_TIERS = frozenset({"partnership", "level", "rank", "diplomatic", "alliance", "tier"})
_STANDING = frozenset({"centrality", "alliance", "respect", "region", "people", "world", "country"})
_MEETING_VERBS = frozenset({"meet", "hold", "convene", "reconvene", "consult", "confer"})
_SHARED = frozenset({"shared", "common", "unified", "mutual", "enduring"})
_NAMING = frozenset({"name", "capital", "adjective"})
_MANY = 3


def is_act(promise: Promise, act: Token) -> bool:
    """Whether an act is done on purpose and no visit or meeting to come."""
    lemma = act.lemma_.lower()
    if not is_verb(act):
        counted = any(t.dep_ == "nummod" for t in act.subtree)
        dated = any(t.like_num and len(t.text) == 4 for t in act.subtree)
        sure = ("verb", "object") if lemma not in DEEDS else ("verb", "object", "stance:committed", "noun")
        return counted or dated or promise.pattern.startswith(sure) or _names_other(act)
    if promise.pattern == "given" or (lemma in _MEETING_VERBS and _is_regular(act)):
        return True
    things = [c for c in act.children if c.dep_ in _OBJECTS]
    if _is_of_other_kind(act, things) or _is_bare(act, things) or _points_back(things) or _is_idle(act):
        return False
    if promise.pattern.startswith(("noun:", "need:need")) and _is_generic(promise, act):
        return False
    if promise.pattern.endswith(_WISHES) and lemma in LOOSE_VERBS and _is_empty(act):
        return False
    if lemma in WITH_NAMES and any(t.pos_ in ("PROPN", "NUM") for t in act.subtree if t.i > act.i):
        return True
    told = promise.pattern.endswith((*_TOLD, *_WISHES))
    return lemma not in (NO_ACTS if told else NO_PLEDGES)


def _is_of_other_kind(act: Token, things: list[Token]) -> bool:
    """A visit, a meeting, a step named for its own sake, a level of ties, a word given: other kinds, or other acts."""
    lemma = act.lemma_.lower()
    nouns = {c.lemma_.lower() for c in things}
    if lemma in LIGHT and any(c.lemma_.lower() in MEETINGS for c in _complements(act)):
        return True
    if lemma == "take" and nouns & STEPS:
        return True
    if lemma in _RAISING and nouns & _TIES and _to_tier(act):
        return True  # "raise relations to a partnership" is a relation
    return lemma in _GIVEN_WORDS and bool(nouns & NOUNS)  # "make a commitment to": what it is to is the act


def _is_bare(act: Token, things: list[Token]) -> bool:
    """A light verb or one of going on with nothing behind it that would say what is done: "will lead", "follow suit"."""
    lemma = act.lemma_.lower()
    if lemma == "follow" and any(c.lower_ == "suit" for c in things):
        return True
    if (
        lemma in NEED_OBJECT
        and not things
        and not any(c.dep_ in _FULL or c.lower_ == "into" for c in act.children)
    ):
        return True
    full = (*_OBJECTS, "xcomp", "ccomp", "prep")
    return lemma in LEADING and not any(c.dep_ in full for c in act.children)


def _to_tier(act: Token) -> bool:
    """Whether ties are to come to a level of their own: "to a strategic partnership", "diplomatic relations"."""
    return any(t.lower_ in _TIERS for t in act.subtree if t.i > act.i)


def _is_regular(act: Token) -> bool:
    """Whether meetings are to be held again and again, which is a promise: "meet at least once a year"."""
    return any(t.lower_ in REGULAR for t in act.doc[act.i + 1 : min(act.i + 9, act.sent.end)])


def _is_generic(promise: Promise, act: Token) -> bool:
    """Whether a commitment that is only spoken of is to nothing in particular: "their shared commitment to promote peace"."""
    if any(c.lower_ in _SHARED for c in promise.trigger.children):
        return True
    named = any(t.pos_ in ("PROPN", "NUM") for t in act.subtree)
    concrete = any(c.dep_ in _OBJECTS for c in act.children) and not _is_empty(act)
    return act.lemma_.lower() in LOOSE_VERBS and not named and not concrete


def _points_back(things: list[Token]) -> bool:
    """Whether what is done is only pointed at: "implement these commitments", "undertake such efforts"."""
    return any(
        any(c.lower_ == "following" for c in thing.children)
        or (
            thing.lemma_.lower() not in PAPERS
            and any(c.lower_ in _POINTING for c in thing.children if c.dep_ in ("det", "amod"))
            and not any(c.dep_ in ("prep", "relcl", "acl") for c in thing.children)
        )
        for thing in things
    )


def _is_idle(act: Token) -> bool:
    """ "Work together", "stand with our partners": no purpose and no field is named."""
    if act.lemma_.lower() not in _IDLE:
        return False
    for child in act.children:
        if child.i < act.i:
            continue
        if child.dep_ in ("xcomp", "advcl", "ccomp", *_OBJECTS):
            return False
        if child.dep_ == "prep" and child.lower_ not in ("with", "by", "as", "alongside"):
            return all(
                t.lower_ in _POINTING or t.lemma_.lower() in EMPTY for t in child.subtree if t != child
            )
        if child.dep_ == "prep" and any(is_infinitive(t) for t in child.subtree if t.pos_ == "VERB"):
            return False
    return True


def _complements(act: Token) -> Iterator[Token]:
    """The objects of an act, what a clause on a noun does to it, and of "participate" and "join" what they are in."""
    clause = act
    while clause.dep_ in ("xcomp", "acomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ == "relcl":
        yield clause.head
    for child in act.children:
        if child.dep_ in _OBJECTS:
            yield child
        if child.dep_ == "prep" and act.lemma_.lower() in ("participate", "join", "engage"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _names_other(noun: Token) -> bool:
    """Whether what a commitment is to is somebody's: "its commitment to Israel's security", "to Article 5 of …"."""
    if noun.lemma_.lower() in EMPTY | _STANDING or noun.pos_ == "PROPN":
        return False
    return any(t.pos_ == "PROPN" for t in noun.subtree if t.dep_ in ("poss", "pobj", "compound", "amod"))


def is_checkable(sentence: Sentence, promise: Promise, start: int, end: int) -> bool:
    """In speeches "we will …" is mostly rhetoric: there an act must name something that could be checked."""
    context = sentence.text.context
    if not context.spoken or context.joint or all(m.form not in ("we", "person") for m in promise.by):
        return True
    if not promise.pattern.endswith(_TOLD) and promise.weight > _WEAK:
        return True
    named = any(start <= m.start < end and m.form in _NAMING for m in sentence.mentions)
    counted = any(start <= q.start < end for q in sentence.quantities)
    return named or counted or any(d.sense in DEADLINES for d in sentence.dates)


def evidence_of(
    sentence: Sentence, promise: Promise, act: Token, *, span: tuple[int, int], fields: dict[str, FieldValue]
) -> tuple[str, ...]:
    """Features of a commitment, for the confidence model."""
    kind, _, word = promise.pattern.partition(":")
    lemma = act.lemma_.lower()
    marks = [
        f"pattern:{promise.pattern}",
        f"pattern kind:{kind if word != 'future' else word}",
        f"act:{lemma}",
    ]
    marks += [f"listed:{act != promise.act}", f"loose:{lemma in LOOSE_VERBS}", f"empty:{_is_empty(act)}"]
    marks += [f"by:{form}" for form in sorted({m.form for m in promise.by})]
    marks += [f"named things:{_named_things(sentence, span)}", f"above:{_above(promise.trigger)}"]
    marks += [
        f"amount:{'value' in fields}",
        f"deadline:{fields['deadline'] is not None}",
        f"to:{bool(fields['to'])}",
    ]
    return tuple(marks)


def _is_empty(act: Token) -> bool:
    """Whether what is done names a value or a state of affairs rather than a thing: "stability", "our ties"."""
    things = [c for c in act.children if c.dep_ in _OBJECTS]
    return bool(things) and all(c.lemma_.lower() in EMPTY for c in things)


def _named_things(sentence: Sentence, span: tuple[int, int]) -> int:
    """How many names, numbers and dates an act holds, up to three."""
    start, end = span
    doc = sentence.doc
    names = sum(
        t.pos_ == "PROPN" and (t.i == start or doc[t.i - 1].pos_ != "PROPN") for t in doc[start + 1 : end]
    )
    numbers = sum(start <= q.start < end for q in sentence.quantities)
    return min(names + numbers + sum(start <= d.start < end for d in sentence.dates), _MANY)


def _above(trigger: Token) -> str:
    """The verb that governs a noun of promising: "reaffirmed their commitment to"."""
    return trigger.head.lemma_.lower() if trigger.pos_ == "NOUN" and trigger.head != trigger else "none"
