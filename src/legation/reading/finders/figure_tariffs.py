"""Tariff rates: who imposes them, then on whose goods.

Law: the direction is a field. A tariff "on Vietnamese goods", "on goods from Vietnam", or that Vietnam faces, is on
Vietnam's; one "on goods sold to the United States" is the United States'.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.actors.register import register
from legation.reading.clauses import actors_in, agents_of, doers_of, is_passive, listed, subjects_of, who
from legation.reading.finders.figure_clauses import Measured
from legation.reading.finders.figure_phrases import phrase, verb_over
from legation.reading.finders.figure_words import IMPOSING, PAYING, TARIFFS
from legation.reading.mention import Mention, QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence

_ON = frozenset({"on", "against", "for", "upon"})
_REMOVED = frozenset({"remove", "eliminate", "lift", "scrap", "drop", "abolish", "rescind", "end"})
_REACH = 10


def tariff_noun(sentence: Sentence, at: QuantityAt, of: Measured | None) -> Token | None:
    """The word "tariff" that a percentage is the rate of, if it is."""
    if at.quantity.unit != "percent":
        return None
    root = sentence.doc[at.start : at.end].root
    nearby = [*((of.thing, of.governor) if of else ()), root.head, *_near(sentence, at)]
    return next(
        (token for token in nearby if token.lemma_.lower() in TARIFFS or token.lower_ in TARIFFS), None
    )


def _near(sentence: Sentence, at: QuantityAt) -> Iterator[Token]:
    yield from sentence.doc[at.end : min(at.end + 4, sentence.end)]
    yield from reversed(sentence.doc[max(sentence.start, at.start - _REACH) : at.start])


def is_removed(noun: Token) -> bool:
    """Whether a tariff is said to go, so that its rate is no longer one."""
    verb = verb_over(noun)
    return verb is not None and verb.lemma_.lower() in _REMOVED and noun.dep_ in ("dobj", "nsubjpass")


def tariff_indicator(sentence: Sentence, at: QuantityAt, noun: Token) -> str:
    """The rate with its kind and what it is on: "additional tariff rate on all countries"."""
    kinds = [
        t.text
        for t in noun.lefts
        if t.dep_ in ("amod", "compound")
        and t.pos_ in ("ADJ", "NOUN", "VERB")
        and not at.start <= t.i < at.end
        and sentence.mention_at(t) is None
        and t.lower_ not in ("new", "same")
    ]
    words = " ".join([*kinds, "tariff rate"])
    goods = next((p for p in _goods(sentence, at, noun)), None)
    if goods is None:
        return words
    return f"{words} on {_plain(sentence, goods)}"


def _plain(sentence: Sentence, goods: Token) -> str:
    """What a tariff is on, with the owner of the goods: "Korean goods"."""
    owner = next((c.text for c in goods.lefts if sentence.mention_at(c)), "")
    words = goods.text if sentence.mention_at(goods) else phrase(sentence, goods) or goods.text
    mention = sentence.mention_at(goods)
    if mention is not None:
        words = sentence.words(mention.start, mention.end)
    return f"{owner} {words}".strip()


def _goods(sentence: Sentence, at: QuantityAt, noun: Token) -> Iterator[Token]:
    """What a tariff is on, the nearest to its rate first."""
    root = sentence.doc[at.start : at.end].root
    for token in (root, noun, noun.head, root.head):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _ON and child.i > token.i:
                yield from (c for c in child.children if c.dep_ == "pobj" and sentence.date_at(c) is None)


def tariff_parties(sentence: Sentence, at: QuantityAt, noun: Token) -> tuple[str, ...]:
    """Who imposes a tariff, then on whose goods; one of them where the other is everybody or unknown."""
    imposers, targets = (tuple(a for a in side if _trades(a)) for side in _said(sentence, at, noun))
    context = sentence.text.context
    pair = context.pair if len(context.pair) == 2 else ()
    if not imposers and len(targets) == 1:
        imposers = tuple(a for a in pair if targets[0] in pair and a != targets[0]) or _home(
            sentence, targets
        )
    if len(imposers) == 1 and not targets and imposers[0] in pair and not _general(sentence, at, noun):
        targets = tuple(a for a in pair if a != imposers[0])
    return (
        tuple(dict.fromkeys((*imposers[:1], *targets)))[:2]
        or (() if _general(sentence, at, noun) else pair)
        or _home(sentence, ())
    )


def _trades(actor: str) -> bool:
    """Whether an actor has tariffs of its own or faces them: a state, a territory, a bloc."""
    return register().kind_of(actor) in ("state", "territory", "economy", "bloc")


def _home(sentence: Sentence, targets: tuple[str, ...]) -> tuple[str, ...]:
    home = sentence.text.context.seat
    return (home,) if home and home not in targets else ()


def _general(sentence: Sentence, at: QuantityAt, noun: Token) -> bool:
    """Whether a tariff is on all: "on all countries", "on countries not listed"."""
    return any(
        g.lemma_.lower() in ("country", "nation", "partner", "world", "import", "everyone")
        for g in _goods(sentence, at, noun)
    )


def _said(sentence: Sentence, at: QuantityAt, noun: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those whom the clause names as imposing, and those on whose goods."""
    targets: list[str] = []
    imposers: list[str] = list(actors_in(_owners(sentence, noun)))
    for goods in _goods(sentence, at, noun):
        made, bound = _goods_of(sentence, goods)
        targets.extend(made)
        imposers.extend(bound)
    verb = verb_over(noun) or verb_over(sentence.doc[at.start : at.end].root)
    if verb is not None:
        doers = actors_in(m for t in (doers_of(verb) or subjects_of(verb)) for m in who(sentence, t))
        lemma = verb.lemma_.lower()
        if lemma in IMPOSING:
            imposers.extend(
                actors_in(m for t in agents_of(verb) for m in who(sentence, t)) if is_passive(verb) else doers
            )
            borne = [c for c in verb.children if c.dep_ == "nsubjpass" and c != noun]
            targets.extend(a for c in borne for a in actors_in(who(sentence, c)))
            targets.extend(
                a
                for c in verb.children
                if c.dep_ == "dobj" and c != noun
                for a in actors_in(_at(sentence, c))
            )
        elif lemma in PAYING and not imposers:
            targets.extend(doers)
            imposers.extend(a for a in actors_in(_after(sentence, noun, {"from", "by"})))
    return tuple(dict.fromkeys(imposers)), tuple(dict.fromkeys(a for a in targets if a not in imposers))


def _goods_of(sentence: Sentence, goods: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of whom goods are, and to whom they go."""
    own = actors_in(
        (*_at(sentence, goods), *_owners(sentence, goods), *_after(sentence, goods, {"from", "of"}))
    )
    bound = _after(sentence, goods, {"to", "into", "entering"})
    for child in goods.children:
        if child.dep_ in ("acl", "relcl"):
            bound = [*bound, *_after(sentence, child, {"to", "into", "in"})]
            own = own or actors_in(
                _after(sentence, child, {"from", "in"})
                if child.lemma_ in ("come", "originate", "make")
                else ()
            )
    return own, actors_in(bound)


def _owners(sentence: Sentence, noun: Token) -> list[Mention]:
    return [
        m
        for c in noun.lefts
        if c.dep_ in ("poss", "amod", "compound", "nmod")
        if (m := sentence.mention_at(c)) is not None
    ]


def _at(sentence: Sentence, token: Token) -> list[Mention]:
    return [m for part in listed(token) if (m := sentence.mention_at(part)) is not None]


def _after(sentence: Sentence, token: Token, words: set[str]) -> list[Mention]:
    return [
        m
        for child in token.children
        if child.dep_ in ("prep", "agent") and child.lower_ in words
        for inner in child.children
        if inner.dep_ == "pobj"
        for m in _at(sentence, inner)
    ]
