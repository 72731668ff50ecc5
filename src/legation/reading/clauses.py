"""Who does what to whom: walking the parse from a word to its subjects, objects and parties.

All functions take tokens of one sentence and answer with tokens or mentions; none of them decides what a
statement is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_INSIDE = frozenset({"compound", "poss", "amod", "nmod", "appos", "nummod", "det"})
_OPEN_HEADS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp"})


def subjects_of(verb: Token) -> list[Token]:
    """The subjects of a verb form, inherited where it has none of its own.

    "Vietnam upgraded ties and signed …" gives Vietnam for *signed*; "the deal signed by …" gives the deal for
    *signed*; "countries that joined" gives countries for *joined*.
    """
    seen: set[int] = set()
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        own = [child for child in token.children if child.dep_ in _SUBJECTS and child.dep_ != "expl"]
        if own:
            return [_antecedent(child, token) for child in own]
        if token.dep_ in ("relcl", "acl"):
            return [token.head]
        if (
            token.dep_ in _OPEN_HEADS
            or token.dep_ == "prep"
            or (token.dep_ == "pobj" and token.head.dep_ == "prep")
        ):
            token = token.head
        else:
            return []
    return []


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return subject


def agents_of(verb: Token) -> list[Token]:
    """Who did it, for a passive verb with "by", which the parse may hang on the place before it."""
    found = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    if not found and any(c.dep_ == "auxpass" for c in verb.children):
        places = (t for c in verb.children if c.lower_ in ("in", "at") for t in c.children)
        found = [c for place in places for c in place.children if c.lower_ == "by"]
    return [inner for child in found for inner in child.children if inner.dep_ == "pobj"]


def objects_of(verb: Token) -> list[Token]:
    """Direct objects and attributes of a verb, and its subject where it is passive."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "obj", "attr", "oprd", "dative")]
    return found + [c for c in verb.children if c.dep_ == "nsubjpass"]


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: "was signed", "signed by", "the treaty signed in 1991"."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def doers_of(verb: Token) -> list[Token]:
    """Who acts: the agents of a passive verb, else its subjects."""
    return agents_of(verb) if is_passive(verb) else subjects_of(verb)


def after(token: Token, words: Container[str]) -> list[Token]:
    """What stands after one of these prepositions at a token: "with" in "signed … with Japan" gives Japan.

    Prepositions that hang on each other or on the token's object are followed too ("talks in Hanoi with Japan").
    """
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in words:
            found.extend(inner for inner in child.children if inner.dep_ in ("pobj", "pcomp"))
        if child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in words:
                    found.extend(x for x in inner.children if x.dep_ in ("pobj", "pcomp"))
    return found


def listed(token: Token) -> list[Token]:
    """A token and those that are listed with it, in order."""
    return sorted({token, *token.conjuncts}, key=lambda t: t.i)


def phrase(token: Token) -> Iterator[Token]:
    """The tokens of a noun phrase without its relative clauses and later clauses."""
    stack = [token]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(
            c
            for c in here.children
            if c.dep_ not in ("relcl", "advcl", "acl", "ccomp", "conj", "cc", "punct", "appos")
        )


def who(sentence: Sentence, token: Token) -> list[Mention]:
    """The actors and persons that a noun phrase means, the ones listed with it included.

    The mention at the head itself counts first; else its owners and makers ("Vietnam's leaders", "the Korean
    government", "leaders of France").
    """
    found: list[Mention] = []
    for head in listed(token):
        for mention in _meant(sentence, head):
            if mention not in found:
                found.append(mention)
    return found


def _meant(sentence: Sentence, head: Token) -> list[Mention]:
    mention = sentence.mention_at(head)
    if mention:
        return list(mention.each)
    inside = [
        m
        for child in head.children
        if child.dep_ in _INSIDE
        for part in (child, *child.conjuncts)
        for m in _each_at(sentence, part)
    ]
    if inside:
        return inside
    owners = after(head, {"of", "from", "in", "between", "for"})
    return [m for owner in owners for part in listed(owner) for m in _meant(sentence, part)][:6]


def _each_at(sentence: Sentence, token: Token) -> tuple[Mention, ...]:
    mention = sentence.mention_at(token)
    return mention.each if mention else ()


def actors_in(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The actors that mentions mean, each once, in order."""
    found: dict[str, None] = {}
    for mention in mentions:
        for actor in mention.actors:
            found.setdefault(actor)
    return tuple(found)


def persons_in(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The persons that mentions mean, each once, in order."""
    found: dict[str, None] = {}
    for mention in mentions:
        if mention.person:
            found.setdefault(mention.person)
    return tuple(found)


def clause_of(token: Token) -> Token:
    """The verb (or root) that governs a token's clause."""
    here = token
    while here.head != here and here.dep_ not in (
        "ROOT",
        "ccomp",
        "advcl",
        "relcl",
        "conj",
        "acl",
        "xcomp",
        "pcomp",
    ):
        here = here.head
    if here.dep_ == "conj" and here.pos_ not in ("VERB", "AUX"):
        return clause_of(here.head)
    return here


def extent(token: Token, *, without: Container[str] = ()) -> tuple[int, int]:
    """First token of a token's subtree and the token after its last, leaving out children of some relations."""
    left = right = token.i
    for child in token.children:
        if child.dep_ in without:
            continue
        start, end = extent(child)
        left, right = min(left, start), max(right, end - 1)
    return left, right + 1
