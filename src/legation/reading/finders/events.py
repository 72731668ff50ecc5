"""Events: acts of one actor towards another that none of the other kinds tells.

Sparing on purpose: an act is told only where both sides are known, by the clause or by what stands right before.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from legation.reading.acts.lexicon import Frame, frames, spoken
from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import beside
from legation.reading.finders.event_made import OBJECTS, event, is_sum, object_of
from legation.reading.finders.event_nouns import act, going_on, together
from legation.reading.finders.event_sides import (
    actors,
    alone_with,
    doers,
    helped,
    of_pronoun,
    other_of_pair,
    owners,
    proper,
    told_of,
    unnamed,
    within,
)
from legation.reading.finders.event_turns import TURNS, grateful, thanked
from legation.reading.finders.event_words import ACTS, GRATEFUL, JOINT
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_NO_ACT = frozenset({"to", "can", "could", "would", "should", "must", "might"})
_ASKING = frozenset({"demand", "insist", "urge", "request", "propose", "recommend", "ask", "want"})
_TOWARDS = frozenset({"REQUEST", "PROTEST", "SANCTION", "RETREAT", "REJECT"})
"""Acts that are towards the other of two whom a text is about, where it names nobody else."""
_NEAR_OBJECT = 6


class Events:
    """Finds acts of one actor towards another."""

    name = "events.v2"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each act once."""
        seen: set[tuple[object, ...]] = set()
        for sentence in text.sentences:
            for found in _events(sentence):
                key = (*found.fields.values(), found.date)
                if key not in seen:
                    seen.add(key)
                    yield found


def _events(sentence: Sentence) -> Iterator[Found]:
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") or _is_predicate(token, lemma):
            yield from _by_verb(sentence, token, lemma)
        elif lemma in GRATEFUL:
            yield from grateful(sentence, token)
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in ACTS:
                yield from act(sentence, token, ACTS[lemma])
            elif lemma in JOINT:
                yield from together(sentence, token)
            elif lemma in ("cooperation", "collaboration"):
                yield from going_on(sentence, token)


def _is_predicate(token: Token, lemma: str) -> bool:
    """Whether a word that is tagged otherwise stands as a verb: "Slovakia supports …", "remains united behind"."""
    if lemma == "united" or token.lower_ == "united":
        return token.dep_ in ("acomp", "oprd", "xcomp", "attr")
    listed = lemma.removesuffix("s") in frames("document")
    return listed and token.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in token.children)


def _by_verb(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Found]:
    if lemma == "thank":
        yield from thanked(sentence, verb)
    if _is_infinitive(verb):
        return
    if lemma in TURNS:
        yield from TURNS[lemma](sentence, verb)
    for wording in frames("document").get(_known(verb, lemma), ()):
        found = list(_worded(sentence, verb, wording))
        if found:
            yield from found
            return


def _known(verb: Token, lemma: str) -> str:
    """A verb as the lexicon has it: with its particle, else without an ending that the parser left on."""
    known = frames("document")
    whole = spoken(verb, known)
    return whole if whole in known else "unite" if lemma == "united" else lemma.removesuffix("s")


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb names what somebody means to do, could or is asked to do: a commitment or a wish, not an act."""
    if verb.dep_ in ("amod", "compound"):
        return True
    asked = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _ASKING
    return asked or any(c.dep_ == "aux" and c.lower_ in _NO_ACT for c in verb.children)


def _worded(sentence: Sentence, verb: Token, wording: Frame) -> Iterator[Found]:
    """As in "X imposed sanctions on Y", "X condemned Y", "X stands by Y", "X was attacked by Y"."""
    if wording.type == "COOPERATE" and verb.tag_ == "VBG" and verb.dep_ != "ROOT":
        return
    source = doers(sentence, verb)
    trigger, tokens = verb, []
    if wording.objects:
        noun = object_of(sentence, verb, wording.objects)
        if noun is None or is_sum(sentence, noun):
            return
        trigger = noun
        tokens = [t for c in verb.children if c.dep_ == "dative" for t in (c, *c.children)]
        tokens += dict.fromkeys((*beside(noun, wording.sides), *beside(verb, wording.sides)))
        tokens = tokens if actors(sentence, tokens) else (owners(noun) or tokens)
    elif wording.needs or not any(c.dep_ in OBJECTS for c in verb.children):
        tokens = beside(verb, wording.sides) or _near(sentence, verb, wording.sides)
    else:
        tokens = _acted_on(sentence, verb, wording)
    target = (
        next((o for t in tokens if (o := of_pronoun(sentence, t, source))), ())
        or proper(source, actors(sentence, tokens))
        or proper(source, within(sentence, tokens))
    )
    if wording.type == "COOPERATE" and wording.objects and not target and len(source) > 1:
        source, target = source[:1], source[1:]
    if wording.type == "ASSAULT" and not target:
        target = helped(sentence, source)
    if not target and (wording.sought or _is_feeling(wording)):
        found = (
            told_of(sentence, source, tokens)
            if wording.sought and _points(tokens)
            else _listener(sentence, source, wording)
        )
        target = found if source else ()
    if not target and wording.objects and wording.type in _TOWARDS:
        target = alone_with(sentence, source)
    source = source or unnamed(sentence, verb, target)
    yield from event(sentence, (trigger, verb), wording.type, source, target)


def _is_feeling(wording: Frame) -> bool:
    return wording.type == "SUPPORT" and not wording.needs


def _points(tokens: list[Token]) -> bool:
    """Whether what is blamed or rejected is one told of before: "the vote", "it", and no "rise of hatred", "any attempt"."""
    return all(
        t.pos_ == "PRON"
        or (
            any(c.lower_ in _DEFINITE for c in t.children)
            and not any(c.lower_ == "of" and c.i == t.i + 1 and t.lemma_ != "country" for c in t.children)
        )
        for t in tokens
    )


def _listener(sentence: Sentence, source: tuple[str, ...], wording: Frame) -> tuple[str, ...]:
    """The other of two who met: whom "expressed support for the reforms" is for."""
    if not wording.objects and (not wording.sides or not sentence.text.context.between):
        return ()
    return tuple(a for a in other_of_pair(sentence, source) if is_state(a) and is_state(source[0]))


def _near(sentence: Sentence, verb: Token, sides: Container[str]) -> list[Token]:
    """What stands behind one of the prepositions a few words on, as after "stands firmly and resolutely with"."""
    for token in sentence.doc[verb.i + 1 : min(verb.i + _NEAR_OBJECT, sentence.end - 1)]:
        if token.lower_ in sides:
            return [t for t in token.children if t.dep_ == "pobj"]
    return []


def _acted_on(sentence: Sentence, verb: Token, wording: Frame) -> list[Token]:
    """The objects of a verb, or whose they are where they are acts themselves."""
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    if wording.type == "SUPPORT":
        ruled = verb.lemma_.lower() != "support"
        return [t for o in objects for t in ((o,) if sentence.mention_at(o) else (owners(o) or [o] * ruled))]
    if wording.type in ("ACCUSE", "REJECT"):
        return [t for o in objects for t in (owners(o) or [o])]
    if wording.type == "AID":
        return [o for o in objects if (m := sentence.mention_at(o)) and m.form in ("name", "adjective")]
    return objects
