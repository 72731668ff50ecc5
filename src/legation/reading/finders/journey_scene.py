"""Journeys to where the text is already: "came on Sunday", "flew in the day before", "sent his deputy", "were there".

And those told from their other end: who comes from a place that is not home has been there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.clauses import agents_of, is_passive, objects_of, who
from legation.reading.context import is_state
from legation.reading.finders.encounter_runs import fuller, run_after, run_before
from legation.reading.finders.encounter_sides import beside, doers_at, people_at, places_at
from legation.reading.finders.journey import Journey
from legation.reading.finders.scene import scene_before
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_COMING = frozenset("come arrive land fly travel follow attend appear".split())
_OTHER_ENDS = frozenset("come arrive fly travel go continue land return".split())
_FREE = frozenset(
    {"on", "before", "after", "with", "as", "aboard", "during", "by", "without", "from", "together", "the"}
)
"""Prepositions beside a verb of coming that say nothing of where to."""
_INWARD = frozenset({"in", "over", "along", "back"})
_SENDING = frozenset({"send", "dispatch", "depute"})
_STANDING = frozenset({"sit", "stand"})
_BESIDE = frozenset({"beside", "next", "by"})
_SPEAKERS = frozenset({"i", "me", "you"})
TRIGGERS = _COMING | _OTHER_ENDS | _SENDING | _STANDING | {"represent", "be", "go", "set", "accompany"}


def to_the_scene(sentence: Sentence) -> Iterator[Journey]:
    """The journeys of a sentence whose goal an earlier one tells."""
    for verb in sentence.with_lemma(TRIGGERS):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        yield from _at_scene(sentence, verb)
        yield from _from_elsewhere(sentence, verb)


def _at_scene(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    there = next(
        (c for c in verb.children if c.lower_ == "there" and c.dep_ in ("advmod", "expl", "attr")), None
    )
    visitors = _guests(sentence, verb, there=there is not None and there.i > verb.i)
    place = scene_before(sentence, verb.i) if visitors else None
    guests = tuple(
        m
        for m in visitors
        if m.form == "person"
        and m.person
        and m.actors[:1] != (place,)
        and sentence.doc[m.start].lower_ not in _SPEAKERS
    )
    if place and guests and all(m.actors for m in guests):
        yield Journey(sentence, verb, verb, guests, (place,), verb.i + 1, "scene", 0.65)


def _guests(sentence: Sentence, verb: Token, *, there: bool) -> list[Mention]:
    """Who is where the text is, by what a verb says without a place of its own."""
    lemma = verb.lemma_.lower()
    if lemma in _SENDING:
        goes_on = any(c.dep_ in ("xcomp", "advcl", "prep") and c.lower_ != "as" for c in verb.children)
        sent = [] if goes_on else fuller(_objects(sentence, verb), run_after(sentence, verb.i))
        return _of(_sides(sentence, doers_at(verb)), [m for m in sent if m.person])
    if lemma == "accompany" or (lemma == "represent" and _stands_for_a_state(sentence, verb)):
        named = agents_of(verb) if is_passive(verb) else doers_at(verb)
        stood_for = _sides(sentence, objects_of(verb)) if lemma == "represent" else ()
        return _of(stood_for, [m for t in named for m in people_at(sentence, t)])
    comes = lemma in _COMING and _goes_nowhere(sentence, verb)
    words = {c.lower_ for c in verb.children}
    sits = lemma in _STANDING and verb.tag_ == "VBD" and bool(words & _BESIDE)
    sits = sits or (lemma == "be" and "present" in words)
    is_there = there and lemma in _COMING | {"be", "go", "set"}
    return _doers(sentence, verb) if comes or sits or is_there else []


def _sides(sentence: Sentence, tokens: list[Token]) -> tuple[str, ...]:
    """The one state that words mean, if they mean one."""
    states = {a for t in tokens for m in who(sentence, t) if not m.person for a in m.actors if is_state(a)}
    return tuple(states) if len(states) == 1 else ()


def _of(side: tuple[str, ...], mentions: list[Mention]) -> list[Mention]:
    """Persons, with the side of those whose own is not known."""
    return [m if m.actors else replace(m, actors=side, body=next(iter(side), None)) for m in mentions]


def _goes_nowhere(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb of coming says nothing of where to, nor is part of another phrase: "came out against"."""
    for child in verb.children:
        if child.dep_ == "prt" and child.lower_ not in _INWARD:
            return False
        if child.dep_ in ("dobj", "xcomp", "acomp", "oprd"):
            return False
        if child.dep_ == "ccomp" and "," not in (t.text for t in verb.doc[verb.i : child.i]):
            return False
        if (
            child.dep_ == "prep"
            and child.lower_ not in _FREE
            and not any(map(sentence.date_at, child.subtree))
        ):
            return False
    return verb.lemma_.lower() in ("come", "arrive", "land") or any(
        c.lower_ in _INWARD or sentence.date_at(c) for c in verb.children
    )


def _stands_for_a_state(sentence: Sentence, verb: Token) -> bool:
    what = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    named = [sentence.mention_at(t) for t in what]
    return any(m and (m.person or (len(m.actors) == 1 and is_state(m.actors[0]))) for m in named)


def _from_elsewhere(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "arrived from Warsaw", "came back from Davos", "had flown over from Rio de Janeiro"."""
    if verb.lemma_.lower() not in _OTHER_ENDS or is_passive(verb):
        return
    from_ = [t for t in beside(verb, {"from"}) if t.dep_ == "pobj"]
    states = {p for t in from_ for p in places_at(sentence, t) if is_state(p)}
    visitors = tuple(m for m in _doers(sentence, verb) if m.person and m.actors) if len(states) == 1 else ()
    if visitors and verb.lemma_.lower() != "return":
        place = states.pop()
        guests = tuple(m for m in visitors if m.actors[0] != place)
        if guests:
            yield Journey(sentence, verb, verb, guests, (place,), from_[-1].i + 1, "from", 0.65)


def _doers(sentence: Sentence, verb: Token) -> list[Mention]:
    found = [m for t in doers_at(verb) for m in people_at(sentence, t)]
    return fuller(found, run_before(sentence, verb.i))


def _objects(sentence: Sentence, verb: Token) -> list[Mention]:
    return [m for c in verb.children if c.dep_ in ("dobj", "dative") for m in people_at(sentence, c)]
