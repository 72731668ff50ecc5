"""Acts told by a noun: "Russia's invasion of Ukraine", "joint drills", "the cooperation … is growing"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.encounter_sides import beside
from legation.reading.finders.event_made import event, is_sum
from legation.reading.finders.event_sides import actors, defended, helped, of_pronoun, owners, proper
from legation.reading.finders.event_words import GOING_ON, LASTING
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence

_AGAINST = frozenset({"against", "on", "upon", "of", "in", "toward", "towards"})
_FOR = frozenset({"for", "to", "with"})
_AVERTING = frozenset({"deter", "prevent", "avert", "avoid", "forestall"})
_UNREAL = frozenset({"any", "future", "possible", "potential", "further"})


def act(sentence: Sentence, noun: Token, kind: str) -> Iterator[Found]:
    """As in "Russia's invasion of Ukraine", "Houthi attacks on shipping"; who is not named is not told."""
    averted = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _AVERTING
    if (
        averted
        or any(c.lower_ in _UNREAL for c in noun.children)
        or (kind == "AID" and is_sum(sentence, noun))
    ):
        return
    sources = tuple(dict.fromkeys(a for o in owners(noun) if (m := sentence.mention_at(o)) for a in m.actors))
    preps = _FOR if kind in ("SUPPORT", "AID") else _AGAINST
    target = actors(
        sentence,
        [
            t
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in preps
            for t in c.children
            if t.dep_ == "pobj"
        ],
    )
    sources = sources or of_pronoun(sentence, noun, target)
    if kind == "ASSAULT":
        target = proper(sources, target) or defended(sentence, noun, sources) or helped(sentence, sources)
    yield from event(sentence, (noun, noun), kind, sources, target)


def together(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """As in "joint exercises between X and Y", "the U.S.–Japan drill"."""
    sides = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    sides = [t for t in noun.subtree if t.i < noun.i and sentence.mention_at(t)] or sides
    found = actors(sentence, [*sides, *beside(noun, {"between", "with", "of", "by"})])
    yield from event(sentence, (noun, noun), "COOPERATE", found[:1], found[1:])


def going_on(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """As in "Defence cooperation between X and Y is expanding"."""
    verb = next((c for c in noun.head.children if c.dep_ == "xcomp"), noun.head)
    lasting = any(c.lower_ in LASTING for c in noun.children)
    if lasting:
        verb = noun
    elif noun.dep_ != "nsubj" or verb.lemma_.lower() not in GOING_ON:
        return
    found = actors(sentence, [*owners(noun), *beside(noun, {"between", "with", "of"})])
    pair = sentence.text.context.pair
    sides = found if len(found) > 1 or lasting else pair
    yield from event(sentence, (noun, verb), "COOPERATE", sides[:1], sides[1:])
