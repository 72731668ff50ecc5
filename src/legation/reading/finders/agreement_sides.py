"""Who the parties to an agreement are: named with it, by the verb of it, or the sides of the document."""

from __future__ import annotations

from typing import Final

from legation.reading.clauses import actors_in, agents_of, is_passive, subjects_of
from legation.reading.context import is_party, is_state
from legation.reading.finders.agreement_firms import lone_firm, with_firms
from legation.reading.finders.sides import (
    before_noun,
    behind_noun,
    both_sides,
    is_side,
    own_state,
    prepositions,
    run_before,
    subject_actors,
)
from legation.reading.parse import Token
from legation.reading.text import Sentence

_WITH: Final = frozenset({"with"})
_CROWDS: Final = frozenset(
    "states countries nations companies firms enterprises members delegates signatories".split()
)
"""Subjects that stand for others than the document's sides."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TITLE: Final = 14
"""Tokens of a title behind its noun."""
_MOST: Final = 12
_BACK: Final = 4
"""Sentences in which the two told of last are looked for."""
_TWO: Final = 2


def parties_of(
    sentence: Sentence, noun: Token, verb: Token | None, *, alone: bool = False
) -> tuple[tuple[str, ...], str]:
    """The parties to an agreement and where they were read: ``pair``, ``words``, ``subject``, ``document`` or ``""``.

    Args:
        sentence: The sentence.
        noun: The agreement.
        verb: The verb or noun that says what was done to it, if any.
        alone: Whether the one who acts is all: then the document's sides do not complete the parties.
    """
    if verb is not None and verb.lemma_.lower() in ("enter", "come", "take"):
        bound = behind_noun(sentence, verb, ("for",), verb=verb)
        if len(bound) >= 2:  # "entered into force for Peru and Chile"
            return bound, "words"
    pair = both_sides(sentence, noun)
    named = tuple(a for a in before_noun(sentence, noun) if is_party(a))
    if len(pair) >= 2:
        return pair, "pair"
    if len(named) >= 2:
        return named, "pair"
    others = _partners(sentence, noun, verb)
    doers = _doers(sentence, noun, verb)
    if others:
        own = tuple(d for d in (*named, *doers) if d not in others) or _home(sentence, others)
        return (*own, *others)[:_MOST], "words"
    if len(doers) >= 2:
        return doers[:_MOST], "subject"
    known = tuple(dict.fromkeys((*named, *doers)))
    inside = _inside(sentence, noun)
    if len(inside) >= 2 and set(known) <= set(inside):
        return inside, "words"
    if alone and known:
        return known, "subject"
    if not known and verb is not None and any(s.lower_ in _CROWDS for s in subjects_of(_verb_over(verb))):
        return (), ""
    return _completed(sentence, known)


def _partners(sentence: Sentence, noun: Token, verb: Token | None) -> tuple[str, ...]:
    """With whom: the actors behind "with", and the firms there that the register does not know."""
    actors = behind_noun(sentence, noun, _WITH, verb=verb)
    for preposition in prepositions(sentence, noun, _WITH, verb=verb):
        stop = preposition.i + 1
        while stop < min(sentence.end, preposition.i + _TITLE) and not _ends_partners(sentence.doc[stop]):
            stop += 1
        return with_firms(sentence, actors, preposition.i + 1, stop)
    return actors


def _ends_partners(token: Token) -> bool:
    return (
        token.text in ".;:("
        or token.lower_ in ("on", "to", "for", "in", "during", "that")
        or token.tag_ in ("VBD", "VBZ")
    )


def _inside(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The two parties named further on in a title: "declaration on the Peru–Chile border"."""
    edge = noun.i + 1
    while edge < min(sentence.end, noun.i + _TITLE) and not _ends_title(sentence.doc[edge]):
        edge += 1
    within = [m for m in sentence.mentions if noun.i < m.start and m.end <= edge and m.form != "person"]
    found = tuple(a for a in actors_in(within) if is_party(a))
    return found if len(found) == 2 else ()


def _ends_title(token: Token) -> bool:
    return token.text in ",.;:(" or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT")


def _completed(sentence: Sentence, known: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """One party, or none, completed by the document's sides."""
    near = () if _is_titled(sentence) else _near_pair(sentence)
    whole = near if near and set(known) <= set(near) else document_sides(sentence)
    if not whole and not known:
        whole = _told_last(sentence)
    if whole and set(known) <= set(whole):
        return whole, "document"
    if known:
        return known, "subject"
    home = own_state(sentence)
    return (home, "home") if home else ((), "")


def _is_titled(sentence: Sentence) -> bool:
    """Whether a document's title names both its sides."""
    blocks = sentence.text.blocks
    title = blocks[0] if blocks and blocks[0].block.kind == "title" else None
    named = {a for m in (title.mentions if title else ()) for a in m.actors if is_party(a)}
    return len(named) > 1 or sentence.text.context.joint


def _near_pair(sentence: Sentence) -> tuple[str, ...]:
    """The two states of which this sentence and the one before it in its paragraph speak, where these are just two."""
    before = sentence.before()
    near = (before, sentence) if before is not None and before.parsed is sentence.parsed else (sentence,)
    named = actors_in([m for s in near for m in s.mentions])
    found = tuple(a for a in named if is_side(a))
    return found if len(found) == len(named) == _TWO else ()


def _told_last(sentence: Sentence) -> tuple[str, ...]:
    """The two states told of last, in this sentence and those before it, where no third is among them."""
    told: dict[str, None] = {}
    here: Sentence | None = sentence
    for _ in range(_BACK):
        if here is None or len(told) >= _TWO:
            break
        told |= dict.fromkeys(a for m in here.mentions for a in m.actors if is_party(a))
        here = here.before()
    return tuple(told) if len(told) == _TWO else ()


def document_sides(sentence: Sentence) -> tuple[str, ...]:
    """The sides of the document: its pair, or its home and the several states that its title names."""
    text = sentence.text
    title = text.blocks[0] if text.blocks and text.blocks[0].block.kind == "title" else None
    named = tuple(
        dict.fromkeys(a for m in (title.mentions if title else ()) for a in m.actors if is_state(a))
    )
    home = text.context.home
    if len(named) >= 3:
        return named if home is None or home in named else (home, *named)
    return text.context.pair if all(is_side(a) for a in text.context.pair) else ()


def _home(sentence: Sentence, others: tuple[str, ...]) -> tuple[str, ...]:
    pair = sentence.text.context.pair
    if len(others) == 1 and others[0] in pair:
        return tuple(a for a in pair if a != others[0])
    return tuple(a for a in own_state(sentence) if a not in others)


def _doers(sentence: Sentence, noun: Token, verb: Token | None) -> tuple[str, ...]:
    if verb is None:
        return ()
    agents = agents_of(verb)
    if is_passive(verb) and not agents:
        return ()
    tokens = agents or [s for s in subjects_of(_verb_over(verb)) if s != noun]
    found: dict[str, None] = {}
    for token in tokens:
        actors = subject_actors(sentence, [token])
        start, end = token.left_edge.i, min(token.right_edge.i + 1, sentence.end)
        if token.i < verb.i and not any(t.tag_ in _FINITE for t in sentence.doc[token.i : verb.i]):
            end = verb.i  # the whole of "several firms, among them Acme and Initech"
        actors = with_firms(sentence, actors, start, end) or lone_firm(sentence, token)
        found.update(dict.fromkeys(actors))
    run = run_before(sentence, verb) if verb.pos_ == "VERB" and not agents and not is_passive(verb) else ()
    return run if len(run) > len(found) and set(found) <= set(run) else tuple(found)


def _verb_over(word: Token) -> Token:
    """The verb over a noun of an act: who "announced the signing of …"."""
    token = word
    for _ in range(4):
        if token.pos_ == "VERB" or token.head == token:
            break
        token = token.head
    return token
