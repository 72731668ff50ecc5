"""Encounters in a sentence: every verb and noun of meeting, calling, writing and conferring, with its sides.

An encounter is a candidate: `legation.reading.finders.contacts` decides what becomes a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import (
    actors_in,
    agents_of,
    is_passive,
    persons_in,
    who,
)
from legation.reading.finders.encounter import Encounter, encounter, objects_at, subjects_at
from legation.reading.finders.encounter_nouns import told_by_noun
from legation.reading.finders.encounter_persons import face_to_face
from legation.reading.finders.encounter_runs import (
    fuller,
    run_after,
    those_at,
)
from legation.reading.finders.encounter_sides import (
    beside,
    people_at,
)
from legation.reading.finders.encounter_words import (
    CALLING_ON,
    CALLS,
    JOINTLY,
    MEETING,
    NOUNS,
    RECEIVING,
    REMOTE,
    RINGING,
    SEEING,
    SPEAKING,
    TELLING,
    TOGETHER,
    TRIGGERS,
    WRITINGS,
)
from legation.reading.mention import Mention
from legation.reading.once import once_each
from legation.reading.parse import Token
from legation.reading.text import Sentence

_TWO = 2
_CAPTION = 50
"""A caption has at most so many tokens."""


@once_each
def encounters_of(sentence: Sentence) -> Iterator[Encounter]:
    """The encounters that a sentence speaks of, in the order of their words."""
    told = [encounter for token in sentence.with_lemma(TRIGGERS) for encounter in _at(sentence, token)]
    told += [e for e in face_to_face(sentence) if not any(_covers(other, e) for other in told)]
    yield from told or _caption(sentence)


def _covers(told: Encounter, other: Encounter) -> bool:
    """Whether an encounter that a word names has all who are in another of the same clause."""
    return set(other.persons) <= set(told.persons) and abs(told.verb.i - other.verb.i) < _CAPTION


def _at(sentence: Sentence, token: Token) -> Iterator[Encounter]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
        yield from told_by_noun(sentence, token, lemma)
    elif token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") and token.dep_ != "compound":
        yield from _verb(sentence, token, lemma)


def _caption(sentence: Sentence) -> Iterator[Encounter]:
    """Persons of two states under a picture: "X and Y review the guard of honour, Beijing, 19 August 2024"."""
    if len(sentence.dates) != 1 or sentence.end - sentence.start > _CAPTION:
        return
    date = sentence.dates[0]
    place = next(
        (m for m in sentence.mentions if 0 < date.start - m.end <= 2 and m.form in ("capital", "name")), None
    )
    persons = [
        m for m in sentence.mentions if m.form == "person" and m.person and place and m.end <= place.start
    ]
    ends = sentence.end - date.end <= 1
    if place is None or not ends or sentence.doc[place.start - 1].text != "," or len(actors_in(persons)) < 2:
        return
    trigger = sentence.doc[persons[-1].end - 1]
    sides = tuple(dict.fromkeys(persons))
    rang = bool(CALLS & {t.lower_ for t in sentence.tokens})
    mode, places = ("call", ()) if rang else ("meeting", place.actors)
    yield Encounter(sentence, trigger, trigger, sides, places, mode, "caption", 0.7)


def _verb(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Encounter]:
    if lemma in MEETING:
        yield from _met(sentence, verb, lemma)
    elif lemma in CALLING_ON and (theirs := _called_on(sentence, verb)):
        sides = [*subjects_at(sentence, verb), *theirs]
        yield from encounter(sentence, (verb, verb), sides, pattern="verb:call-on", weight=0.75)
    elif lemma in SEEING:
        yield from _saw(sentence, verb)
    elif lemma in JOINTLY:
        yield from _jointly(sentence, verb)
    elif lemma in RINGING:
        yield from _rang(sentence, verb)
    elif lemma in RECEIVING:
        yield from _received(sentence, verb)
    elif lemma in TOGETHER:
        yield from _together(sentence, verb)
    elif lemma in TELLING and REMOTE & {t.lower_ for t in verb.subtree}:
        yield from _rang(sentence, verb)
    elif lemma == "write":
        yield from _wrote(sentence, verb)


def _met(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Encounter]:
    """As in "Met X", "met with X", "X and Y met", "was met by X", "spoke with X"."""
    preps = {"with", "to"} if lemma in SPEAKING else {"with", "alongside"}
    if is_passive(verb) and lemma == "meet" and agents_of(verb):
        ours = [m for a in agents_of(verb) for m in who(sentence, a)]
        theirs = [m for c in verb.children if c.dep_ == "nsubjpass" for m in people_at(sentence, c)]
    else:
        ours = subjects_at(sentence, verb)
        theirs = [m for t in beside(verb, preps) for m in those_at(sentence, t)]
        if lemma == "meet":
            met = [m for o in objects_at(verb) for m in people_at(sentence, o)]
            theirs = (fuller(met, run_after(sentence, verb.i)) if met else []) + theirs
    if lemma == "sit" and not any(c.lower_ == "down" for c in verb.children):
        return
    if not ours or (lemma in SPEAKING and not theirs and len(persons_in(ours)) < _TWO):
        return
    if not theirs and objects_at(verb):
        return
    yield from encounter(sentence, (verb, verb), [*ours, *theirs], pattern=f"verb:{lemma}", weight=0.85)


def _saw(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Saw President X in Cairo", "sees his counterpart Y today"; not "saw X do" or "saw to it"."""
    if is_passive(verb) or any(c.dep_ in ("xcomp", "ccomp", "prt", "oprd", "advcl") for c in verb.children):
        return
    ours = [m for m in subjects_at(sentence, verb) if m.person]
    theirs = [m for o in objects_at(verb) for m in people_at(sentence, o) if m.form == "person"]
    if ours and theirs:
        yield from encounter(sentence, (verb, verb), [*ours, *theirs], pattern="verb:see", weight=0.7)


def _jointly(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Presidents X of A and Y of B sealed the accord in Oslo": what two principals do as one they do together."""
    if is_passive(verb) or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or sentence.block.kind == "title":
        return
    sides = [m for m in subjects_at(sentence, verb) if m.person and m.form == "person"]
    sides += [m for t in beside(verb, {"with", "alongside"}) for m in people_at(sentence, t) if m.person]
    if len(persons_in(sides)) >= 2 and len(actors_in(sides)) >= 2:
        met = encounter(sentence, (verb, verb), sides, pattern="verb:jointly", weight=0.65)
        yield from (e for e in met if e.places)  # papers are signed by post too


def _rang(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Called President X", "telephoned", "phoned"; not "called on", "called for", "called it"."""
    if any(
        c.dep_ in ("prep", "oprd", "xcomp", "ccomp", "prt")
        and c.lower_ not in ("in", "at", "after", "to", "during", "by", "over", "via")
        for c in verb.children
    ):
        return
    if is_passive(verb):
        return
    ours = subjects_at(sentence, verb)
    theirs = [m for o in objects_at(verb) for m in people_at(sentence, o)]
    if ours and theirs:
        yield from encounter(sentence, (verb, verb), [*ours, *theirs], pattern="verb:call", weight=0.75)


def _called_on(sentence: Sentence, verb: Token) -> list[Mention]:
    """Whom somebody called on, as a guest does: not to do anything."""
    if is_passive(verb) or any(c.dep_ in ("xcomp", "ccomp", "advcl", "dobj") for c in verb.children):
        return []
    called = [
        t for t in beside(verb, {"on", "upon"}) if not any(c.dep_ in ("acl", "relcl") for c in t.children)
    ]
    return [m for t in called for m in people_at(sentence, t) if subjects_at(sentence, verb)]


def _received(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Received the Ambassador", "hosted President X for talks", "was received by"."""
    if is_passive(verb):
        hosts = [m for a in agents_of(verb) for m in who(sentence, a)]
        guests = [m for c in verb.children if c.dep_ == "nsubjpass" for m in people_at(sentence, c)]
    else:
        hosts = subjects_at(sentence, verb)
        guests = [m for o in objects_at(verb) for m in people_at(sentence, o)]
        named = bool(guests) or any(o.pos_ == "PROPN" for o in objects_at(verb))
        guests = fuller(guests, run_after(sentence, verb.i)) if named else []
    if hosts and guests:
        yield from encounter(sentence, (verb, verb), [*hosts, *guests], pattern="verb:receive", weight=0.75)


def _together(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "X discussed trade with Y", "X and Y exchanged views", "X conferred with Y"."""
    ours = subjects_at(sentence, verb)
    theirs = [m for t in beside(verb, {"with"}) for m in people_at(sentence, t)]
    sides = [*ours, *theirs]
    if len(persons_in(sides)) >= _TWO and not is_passive(verb) and _is_by_name(sentence, sides):
        yield from encounter(sentence, (verb, verb), sides, pattern="verb:discuss", weight=0.6)


def _is_by_name(sentence: Sentence, sides: list[Mention]) -> bool:
    """Whether one of some sides is named: "they discussed" tells of an encounter that was told before."""
    return any(m.person and sentence.doc[m.end - 1].text in m.person for m in sides)


def _wrote(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    ours = subjects_at(sentence, verb)
    theirs = [m for t in beside(verb, {"to"}) for m in people_at(sentence, t)]
    written = [o for o in objects_at(verb) if o.lemma_.lower() not in WRITINGS and not people_at(sentence, o)]
    if ours and theirs and not written:
        yield from encounter(sentence, (verb, verb), [*ours, *theirs], pattern="verb:write", weight=0.75)
