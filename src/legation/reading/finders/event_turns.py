"""Acts told by a turn of phrase: thanks, requests, forces abroad, what two do together, and names that accuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import beside
from legation.reading.finders.event_made import OBJECTS, event, is_sum, object_of
from legation.reading.finders.event_sides import actors, doers, other_of_pair, owners, proper, told_of, within
from legation.reading.finders.event_words import (
    FORCES,
    JOINTLY,
    NAMING,
    RECEIVING,
    SERVING,
    SHARED,
    THANKS,
    VOIDS,
    WRONGS,
)
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence

_BESIDE = ("advmod", "npadvmod", "prt", "dobj")


def thanked(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "She thanked Oslo for its help": Norway helped."""
    thanking = doers(sentence, verb)
    givers = actors(sentence, [c for c in verb.children if c.dep_ in OBJECTS])
    for token in (t for head in beside(verb, {"for"}) for t in (head, *head.conjuncts)):
        kind = THANKS.get(token.lemma_.lower())
        if kind and token.pos_ == "NOUN":
            target = proper(givers, thanking) or other_of_pair(sentence, givers)
            yield from event(sentence, (token, verb), kind, givers, target)
            return


def grateful(sentence: Sentence, word: Token) -> Iterator[Found]:
    """As in "Nepal is grateful to India for the vaccines": India helped."""
    givers = actors(sentence, beside(word, {"to"}))
    kinds = [THANKS[t.lemma_.lower()] for t in beside(word, {"for"}) if t.lemma_.lower() in THANKS]
    thanking = doers(sentence, word)
    yield from event(sentence, (word, word.head), kinds[0] if kinds else "SUPPORT", givers, thanking)


def received(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "Chad received food from Niger", "Cuba won Chinese support"."""
    noun = object_of(sentence, verb, frozenset(THANKS))
    if noun is None or is_sum(sentence, noun):
        return
    givers = actors(sentence, (*beside(noun, {"from"}), *beside(verb, {"from"})))
    givers = givers or tuple(a for o in owners(noun) if (m := sentence.mention_at(o)) for a in m.actors)
    yield from event(sentence, (noun, verb), THANKS[noun.lemma_.lower()], givers, doers(sentence, verb))


def asked(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "X asked Y for help", "X demanded that Y withdraw"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and verb.lemma_.lower() == "demand":
        asked = [c for c in clause.children if c.dep_ == "nsubj"]
        yield from event(sentence, (verb, verb), "REQUEST", doers(sentence, verb), actors(sentence, asked))
    elif any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children):
        target = actors(sentence, [c for c in verb.children if c.dep_ in (*OBJECTS, "dative")])
        yield from event(sentence, (verb, verb), "REQUEST", doers(sentence, verb), target)


def served(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "Polish troops served in Mali", "Kenyan police officers were sent to Haiti"."""
    forces = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lemma_.lower() in FORCES]
    if forces:
        source = tuple(
            dict.fromkeys(
                a for f in forces for o in owners(f) if (m := sentence.mention_at(o)) for a in m.actors
            )
        )
        sides = beside(verb, {"in", "to", "near", "along", "at"})
        target = actors(sentence, sides) or within(sentence, sides)
        yield from event(sentence, (verb, verb), "MOBILIZE", source, target)


def worked_together(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "Indian and Thai ships exercised together", "the two countries are working side by side"."""
    if not any(c.lower_ in JOINTLY and c.dep_ in _BESIDE for c in verb.children):
        return
    if verb.tag_ in ("VBG", "VB") and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children):
        return
    sides = doers(sentence, verb) or sentence.text.context.pair
    sides = sides if len(sides) > 1 else (*sides, *other_of_pair(sentence, sides))
    if all(is_state(a) for a in sides):
        yield from event(sentence, (verb, verb), "COOPERATE", sides[:1], sides[1:])


def named(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "X called it a breach of the treaty", "declared the deal null and void", "the award was null, X said"."""
    ends = min(verb.i + 12, sentence.end)
    word = next((t for t in sentence.doc[verb.i + 1 : ends] if t.lemma_.lower() in WRONGS | VOIDS), None)
    if word is None or any(t.pos_ == "VERB" and t.tag_ != "VBN" for t in sentence.doc[verb.i + 1 : word.i]):
        return
    saying = verb
    if verb.lemma_.lower() == "be":
        if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
            return
        saying = verb.head
    if any(c.dep_ == "neg" for c in verb.children):
        return
    kind = "REJECT" if word.lemma_.lower() in VOIDS else "ACCUSE"
    source = doers(sentence, saying)
    acted = [c for c in sentence.doc[verb.i + 1 : word.i] if c.pos_ in ("NOUN", "PROPN")]
    target = proper(source, actors(sentence, acted)) or told_of(sentence, source)
    yield from event(sentence, (word, saying), kind, source, target)


Turn = Callable[[Sentence, Token], Iterator[Found]]

TURNS: Final[dict[str, Turn]] = {
    **dict.fromkeys((*NAMING, "be"), named),
    **dict.fromkeys(RECEIVING, received),
    **dict.fromkeys(("ask", "demand"), asked),
    **dict.fromkeys(SERVING, served),
    **dict.fromkeys(SHARED, worked_together),
}
"""The turn of phrase that a verb may open."""
