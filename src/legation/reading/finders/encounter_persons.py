"""Persons of two states face to face in one clause, whatever the verb: "gave him dinner", "launched it with X".

The law: both are persons by name or by a word for one, of different sides; what the verb says can be done only where
both are. What is said or done to somebody far away ("criticised", "succeeded", "invited") is no encounter.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import actors_in, agents_of, is_passive, persons_in
from legation.reading.finders.encounter import Encounter, encounter, objects_at
from legation.reading.finders.encounter_runs import fuller, run_before
from legation.reading.finders.encounter_sides import beside, doers_at, people_at, places_at
from legation.reading.finders.encounter_words import RANG, RECEIVING
from legation.reading.finders.journey_presence import ELSEWHERE
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FACING = frozenset(
    "decorate embrace show take fete feast face interview hug kiss escort guide treat accost approach lunch breakfast "
    "honour honor collect salute toast join reassure press lobby sound badger plead lead walk fetch drive".split()
)
"""What is done to somebody in the same place."""
_GIVING = frozenset(
    {"give", "grant", "pin", "hand", "present", "award", "bestow", "devote", "pay", "offer", "find", "spare"}
)
"""What is given to somebody in the same place, where what is given is not a promise."""
_GIVEN = frozenset(
    "dinner lunch luncheon breakfast banquet reception audience welcome hour minute minutes hours time order medal tour day "
    "gift letter credentials copy tea coffee respect call account view horse sword key book portrait present "
    "word chat tete-a-tete quarter half-hour gavel".split()
)
_HAVING = frozenset({"have", "get", "spend", "win", "hold", "enjoy", "exchange"})
_TELLING = frozenset("tell ask assure urge thank remind promise beg press warn inform".split())
_APART = frozenset(
    "agree disagree side compare identify credit charge replace break fall clash quarrel associate confuse connect deal begin "
    "start sympathise sympathize contend threaten cope end coincide compete feud have be do help leave remain live vie wrangle "
    "concur differ trade resonate conflict rest lie stand share adopt issue release".split()
)
"""Verbs whose "with" joins nobody."""
_NEXT_TO = frozenset({"beside", "alongside", "next"})
_IN_SPEECH = frozenset({"i", "me", "you", "my", "your"})
"""Those who speak and are spoken to tell each other of anything."""
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
    lemma = verb.lemma_.lower()
    if is_passive(verb):
        guests = _persons(sentence, [c for c in verb.children if c.dep_ == "nsubjpass"] or doers_at(verb))
        hosts = _persons(sentence, agents_of(verb)) if lemma in _FACING | RECEIVING | _GIVING else []
        yield from _each(sentence, verb, guests, hosts, "face:passive")
        return
    ours = _doers(sentence, verb)
    if not ours:
        return
    if verb.lower_ in RANG:
        yield from _each(sentence, verb, ours, _persons(sentence, objects_at(verb)), "verb:ring")
        return
    together = lemma not in _SIDE_BY_SIDE and any(c.lower_ in _TOGETHER for c in verb.children)
    if len(actors_in(ours)) > 1 and (together or _is_done_at_one_place(sentence, verb)):
        yield from encounter(sentence, (verb, verb), ours, pattern="face:together", weight=0.7)
    yield from _each(sentence, verb, ours, _others(sentence, verb, lemma), "face")


def _is_done_at_one_place(sentence: Sentence, verb: Token) -> bool:
    """Whether two do something in one city, or over the telephone."""
    if verb.lemma_.lower() in ELSEWHERE | _APART or verb.dep_ in ("relcl", "acl"):
        return False
    spots = [t for t in beside(verb, {"in", "at", "on", "by"}) if not sentence.date_at(t)]
    city = any(
        t.pos_ == "PROPN" and places_at(sentence, t) and not _is_state_name(sentence, t) for t in spots
    )
    return city or any(t.lower_ in ("telephone", "phone", "video") for t in spots)


def _is_state_name(sentence: Sentence, token: Token) -> bool:
    mention = sentence.mention_at(token)
    return mention is not None and mention.form == "name"


def _others(sentence: Sentence, verb: Token, lemma: str) -> list[Mention]:
    """Those whom somebody faces by what a verb says, by the words that join them to it."""
    objects = objects_at(verb)
    found: list[Mention] = []
    if lemma == "shake":
        hands = [c for o in objects if o.lemma_ == "hand" for c in o.children if c.dep_ == "poss"]
        found += _persons(sentence, hands)
    if lemma in _HAVING:
        times = [o for o in objects if o.lemma_.lower() in _GIVEN]
        found += _persons(sentence, [t for o in times for t in beside(o, {"with"})])
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
    """Whether a city is told of what somebody says to another: a state is often what the words are of."""
    spots = [t for t in beside(verb, {"in", "at"}) if not sentence.date_at(t)]
    return any(t.pos_ == "PROPN" and not _is_state_name(sentence, t) for t in spots)


def _doers(sentence: Sentence, verb: Token) -> list[Mention]:
    found = _persons(sentence, doers_at(verb))
    return [m for m in fuller(found, run_before(sentence, verb.i)) if m.person] if found else []


def _persons(sentence: Sentence, tokens: list[Token]) -> list[Mention]:
    found = [m for t in tokens for m in people_at(sentence, t) if m.person and m.form == "person"]
    return [m for m in found if sentence.doc[m.start].lower_ not in _IN_SPEECH]


def _each(
    sentence: Sentence, verb: Token, ours: list[Mention], theirs: list[Mention], pattern: str
) -> Iterator[Encounter]:
    own = set(actors_in(ours))
    others = [m for m in theirs if m.actors and not own & set(m.actors)]
    if own and others and len(persons_in([*ours, *others])) > 1:
        yield from encounter(sentence, (verb, verb), [*ours, *others], pattern=pattern, weight=0.65)
