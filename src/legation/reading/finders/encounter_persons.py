"""Persons of two states face to face in one clause, whatever the verb: "gave him dinner", "launched it with X".

The law: both are persons by name or by a word for one, of different sides; what the verb says can be done only where
both are. What is said or done to somebody far away ("criticised", "succeeded", "invited") is no encounter.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import actors_in, is_passive, persons_in
from legation.reading.finders.encounter import Encounter, encounter, objects_at
from legation.reading.finders.encounter_runs import fuller, run_before
from legation.reading.finders.encounter_sides import beside, doers_at, people_at
from legation.reading.finders.encounter_words import RANG
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FACING = frozenset(
    "decorate embrace show take fete feast face interview hug kiss escort guide treat accost approach lunch breakfast "
    "honour honor collect salute toast join reassure press lobby sound badger plead".split()
)
"""What is done to somebody in the same place."""
_GIVING = frozenset(
    {"give", "grant", "pin", "hand", "present", "award", "bestow", "devote", "pay", "offer", "find", "spare"}
)
"""What is given to somebody in the same place, where what is given is not a promise."""
_GIVEN = frozenset(
    "dinner lunch luncheon breakfast banquet reception audience welcome hour minute minutes hours time order medal tour day "
    "gift letter credentials copy tea coffee respect call account view horse sword key book portrait present".split()
)
_TELLING = frozenset("tell ask assure urge thank remind promise beg press warn inform".split())
_APART = frozenset(
    "agree disagree side compare identify credit charge replace break fall clash quarrel associate confuse connect deal begin "
    "start sympathise sympathize contend threaten cope end coincide compete feud have be do help leave remain live vie wrangle "
    "concur differ trade resonate conflict rest lie".split()
)
"""Verbs whose "with" joins nobody."""
_NEXT_TO = frozenset({"beside", "alongside", "next"})
_TOGETHER = frozenset({"together"})
_SIDE_BY_SIDE = frozenset({"work", "stand", "act", "pull", "live", "stick", "bring", "put", "hold"})
"""What is done together far apart."""


def face_to_face(sentence: Sentence) -> Iterator[Encounter]:
    """The encounters of a sentence that no word names."""
    names = {p.person for m in sentence.mentions if m.form in ("person", "pair") for p in m.each if p.person}
    if len(names) < 2 or sentence.block.kind in ("title", "heading"):
        return
    for verb in sentence.tokens:
        if verb.pos_ == "VERB" or verb.lower_ in RANG:  # which parsers know too little
            yield from _at(sentence, verb)


def _at(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    ours = _doers(sentence, verb)
    if not ours:
        return
    lemma = verb.lemma_.lower()
    if verb.lower_ in RANG:
        yield from _each(sentence, verb, ours, _persons(sentence, objects_at(verb)), "verb:ring")
        return
    together = lemma not in _SIDE_BY_SIDE and any(c.lower_ in _TOGETHER for c in verb.children)
    if together and len(actors_in(ours)) > 1:
        yield from encounter(sentence, (verb, verb), ours, pattern="face:together", weight=0.7)
    yield from _each(sentence, verb, ours, _others(sentence, verb, lemma), "face")


def _others(sentence: Sentence, verb: Token, lemma: str) -> list[Mention]:
    """Those whom somebody faces by what a verb says, by the words that join them to it."""
    if is_passive(verb):
        return []
    objects = objects_at(verb)
    found: list[Mention] = []
    if lemma not in _APART:
        found += _persons(sentence, beside(verb, {"with"}))
    if lemma in _FACING or (lemma in _TELLING and _is_somewhere(sentence, verb)):
        found += _persons(sentence, objects)
    if lemma in _GIVING and any(o.lemma_.lower() in _GIVEN for o in objects):
        found += _persons(sentence, [o for o in objects if o.lemma_.lower() not in _GIVEN])
        found += _persons(sentence, beside(verb, {"to", "for", "on", "upon"}))
    if any(c.lower_ in _NEXT_TO for c in verb.children):
        found += _persons(sentence, beside(verb, {"beside", "alongside", "to"}))
    return found


def _is_somewhere(sentence: Sentence, verb: Token) -> bool:
    """Whether a place is told of what somebody says to another."""
    return any(not sentence.date_at(t) and t.pos_ == "PROPN" for t in beside(verb, {"in", "at"}))


def _doers(sentence: Sentence, verb: Token) -> list[Mention]:
    if is_passive(verb):
        return []
    found = _persons(sentence, doers_at(verb))
    return [m for m in fuller(found, run_before(sentence, verb.i)) if m.person] if found else []


def _persons(sentence: Sentence, tokens: list[Token]) -> list[Mention]:
    return [m for t in tokens for m in people_at(sentence, t) if m.person and m.form == "person"]


def _each(
    sentence: Sentence, verb: Token, ours: list[Mention], theirs: list[Mention], pattern: str
) -> Iterator[Encounter]:
    own = set(actors_in(ours))
    others = [m for m in theirs if m.actors and not own & set(m.actors)]
    if own and others and len(persons_in([*ours, *others])) > 1:
        yield from encounter(sentence, (verb, verb), [*ours, *others], pattern=pattern, weight=0.65)
