"""Who the parties to an agreement are: named with it, by the verb of it, or the sides of the document."""

from __future__ import annotations

from typing import Final

from legation.reading.clauses import actors_in, agents_of, is_passive, listed, subjects_of, who
from legation.reading.context import is_party, is_state
from legation.reading.finders.agreement_words import HEADS
from legation.reading.finders.sides import before_noun, behind_noun, both_sides, is_side
from legation.reading.parse import Token
from legation.reading.text import Sentence

_WITH: Final = frozenset({"with"})
_INSTITUTIONS: Final = frozenset(
    "university college institute corporation company group bank ministry department foundation agency "
    "authority energy airlines "
    "airways industries holdings systems technologies center centre council association federation fund "
    "healthcare motors steel "
    "electric power oil gas aerospace shipbuilding shipyard media press school hospital academy".split()
)
"""Words by which an institution's name differs from a person's."""
_CROWDS: Final = frozenset(
    "states countries nations companies firms enterprises members delegates signatories".split()
)
"""Subjects that stand for others than the document's sides."""
_OFFICES: Final = frozenset(
    "president highness majesty excellency minister secretary ministers leaders government administration congress senate "
    "parliament chancellor king prince ambassador".split()
)
_TITLE: Final = 14
"""Tokens of a title behind its noun."""
_MOST: Final = 12


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
    others = behind_noun(sentence, noun, _WITH, verb=verb)
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
    whole = document_sides(sentence)
    if whole and set(known) <= set(whole):
        return whole, "document"
    if known:
        return known, "subject"
    home = sentence.text.context.home
    return ((home,), "home") if home else ((), "")


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
    home = sentence.text.context.home
    return (home,) if home and home not in others else ()


def _doers(sentence: Sentence, noun: Token, verb: Token | None) -> tuple[str, ...]:
    if verb is None:
        return ()
    agents = agents_of(verb)
    if is_passive(verb) and not agents:
        return ()
    tokens = agents or [s for s in subjects_of(_verb_over(verb)) if s != noun]
    found: dict[str, None] = {}
    for token in tokens:
        for actor in actors_in(who(sentence, token)) or _named(sentence, token):
            found.setdefault(actor)
    return tuple(found)


def _verb_over(word: Token) -> Token:
    """The verb over a noun of an act: who "announced the signing of …"."""
    token = word
    for _ in range(4):
        if token.pos_ == "VERB" or token.head == token:
            break
        token = token.head
    return token


def _named(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Names of firms and institutions that the register does not know, as they stand."""
    found = []
    for head in listed(token):
        if head.pos_ == "PROPN" and sentence.mention_at(head) is None and head.lower_ not in HEADS | _OFFICES:
            words = [*(t for t in head.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"), head]
            if len(words) == 1 or any(t.lower_ in _INSTITUTIONS or t.text.isupper() for t in words):
                found.append(" ".join(t.text for t in words))
    return tuple(found)
