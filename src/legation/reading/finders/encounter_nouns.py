"""Encounters told by a noun: "the meeting between X and Y", "X's call with Y", "held talks with Y", "the summit in Z"."""

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
from legation.reading.finders.encounter_runs import (
    joined_before,
    owner_before,
    those_at,
)
from legation.reading.finders.encounter_sides import (
    beside,
    people_at,
)
from legation.reading.finders.encounter_words import (
    AFFIXES,
    ANSWERING,
    GATHERINGS,
    HAPPENING,
    HOLDING,
    HOSPITALITY,
    MEETING,
    SENDING,
    WRITINGS,
)
from legation.reading.finders.journey import governor
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timing import dates_for


def told_by_noun(sentence: Sentence, noun: Token, lemma: str) -> Iterator[Encounter]:
    """As in "The meeting between X and Y", "X's call with Y", "held talks with Y", "the NATO summit in Vilnius"."""
    if lemma == "call" and _is_appeal(sentence, noun):
        return
    over = governor(noun)
    inner = _of_the_noun(sentence, noun)
    verb = over if over is not None and _carries(over, noun, lemma) else noun
    outer: list[Mention] = []
    if verb != noun and over is not None:
        outer = _of_the_verb(sentence, over, noun, lemma, told=bool(actors_in(inner)))
    sides = [*outer, *inner]
    if lemma in WRITINGS and not _is_sent(noun, verb, outer, inner):
        return
    if not sides and lemma in ("meeting", "session", "round", "dialogue"):
        yield from _of_the_pair(sentence, noun, verb)
    if lemma in GATHERINGS:
        yield from _gathering(sentence, noun, verb, sides)
    elif max(len(actors_in(sides)), len(persons_in(sides))) >= 2 or (
        persons_in(outer) and over is not None and _is_held(over)
    ):
        yield from encounter(
            sentence, (noun, verb), sides, pattern=_origin(inner), weight=_weight(verb, inner, sentence)
        )


def _is_appeal(sentence: Sentence, call: Token) -> bool:
    """As in "the call for a ceasefire", "the Paris Call to Action"."""
    behind = [t.lower_ for t in sentence.doc[call.i + 1 : min(call.i + 3, sentence.end)]]
    return behind[:1] == ["for"] or behind == ["to", "action"]


def _of_the_pair(sentence: Sentence, noun: Token, verb: Token) -> Iterator[Encounter]:
    """A dated meeting with no sides named is of the two whom a joint statement or readout is between."""
    between = sentence.text.context.between
    if len(between) == 2 and dates_for(sentence, noun):
        both = Mention(noun.i, noun.i + 1, between, "pair")
        yield from encounter(sentence, (noun, verb), [both], pattern="noun:pair", weight=0.55)


def _is_sent(noun: Token, verb: Token, outer: list[Mention], inner: list[Mention]) -> bool:
    """Whether a writing goes from one to another: sent to, "in a letter to", "X's letter to Y"."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by") and bool(inner)
    return bool(outer and (verb.lemma_.lower() in SENDING or within)) or len(actors_in(inner)) >= 2


def _is_held(verb: Token) -> bool:
    return verb.lemma_.lower() in HOLDING


def _origin(inner: list[Mention]) -> str:
    return "noun:own" if len(actors_in(inner)) >= 2 else "noun:verb"


def _weight(verb: Token, inner: list[Mention], sentence: Sentence) -> float:
    """As in "their dialogue", "our message" tell of no encounter unless it is held or dated."""
    vague = bool(inner) and all(m.form in ("we", "pair", "back") for m in inner)
    if vague and not _is_held(verb) and not sentence.dates:
        return 0.35
    return 0.75


def _carries(over: Token, noun: Token, lemma: str) -> bool:
    """Whether a verb's subject takes part in what the noun names."""
    over_lemma = over.lemma_.lower()
    if (
        over_lemma in HOLDING
        or (over_lemma in HAPPENING and noun.dep_ == "nsubj")
        or (lemma in WRITINGS and over_lemma in SENDING)
        or (lemma == "call" and over_lemma in ANSWERING)
    ):
        return True
    prep = noun.head
    while prep.dep_ == "conj":
        prep = prep.head
    return prep.dep_ == "prep" and prep.lower_ in (
        "in",
        "during",
        "at",
        "after",
        "following",
        "before",
        "by",
        "on",
        "through",
        "via",
        "over",
    )


def _of_the_verb(sentence: Sentence, over: Token, noun: Token, lemma: str, *, told: bool) -> list[Mention]:
    """The sides that the verb over a noun names: its subject, and the others unless the noun's own words tell them."""
    if lemma in GATHERINGS and over.lemma_.lower() in MEETING:
        return []
    if is_passive(over):
        if over.lemma_.lower() not in HOLDING:
            return []
        held = beside(over, {"between", "with", "among"}) if noun.dep_ == "nsubjpass" else []
        return [m for t in (*agents_of(over), *held) for m in those_at(sentence, t)]
    if over.lemma_.lower() in HAPPENING and noun.dep_ == "nsubj":
        return [m for t in beside(over, {"between", "with", "among"}) for m in who(sentence, t)]
    ours = subjects_at(sentence, over)
    preps = {"with", "to"} if lemma in WRITINGS else {"with"}
    direct = over.lemma_.lower() in HOLDING | SENDING and not (told and noun.dep_ == "conj")
    theirs = [m for t in beside(over, preps) for m in those_at(sentence, t)] if direct else []
    guests = [m for o in objects_at(over) if o.i != noun.i for m in people_at(sentence, o)] if direct else []
    invited = [m for t in beside(over, HOSPITALITY.get(lemma, frozenset())) for m in people_at(sentence, t)]
    return [*ours, *guests, *theirs, *(invited if direct and lemma != "call" else [])]


def _of_the_noun(sentence: Sentence, noun: Token) -> list[Mention]:
    """The sides that the noun's own words name."""
    words = [c for c in noun.children if c.dep_ == "poss"]
    words += beside(noun, {"with", "between", "among", "by", "alongside"})
    of = [
        t
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in ("of", "from", "to")
        for t in c.children
        if t.dep_ == "pobj"
    ]
    guests = beside(noun, HOSPITALITY.get(noun.lemma_.lower(), frozenset()))
    found = [m for g in guests for m in people_at(sentence, g)]
    found += [m for w in words for m in (who if w.dep_ == "poss" else those_at)(sentence, w)]
    if not any(c.dep_ == "poss" for c in noun.children):
        found += owner_before(sentence, noun)
    found += joined_before(sentence, noun)
    found += [
        m for t in of for m in who(sentence, t) if m.form in ("person", "name", "adjective", "pair", "we")
    ]
    found += [
        m
        for c in noun.children
        if c.dep_ in AFFIXES
        and (m := sentence.mention_at(c))
        and m.form in ("name", "adjective", "person", "pair")
    ]
    if noun.lemma_.lower() in WRITINGS:
        found += [
            m
            for t in noun.subtree
            if t.dep_ == "pobj" and t.head.lower_ == "to"
            for m in people_at(sentence, t)
        ]
    own = sentence.mention_at(noun)
    return [*([own] if own else []), *found]


def _gathering(sentence: Sentence, noun: Token, verb: Token, sides: list[Mention]) -> Iterator[Encounter]:
    """A summit or conference: held by named sides, or of a named body where its day or place is told."""
    if not sides:
        return
    held = verb != noun and _is_held(verb)
    several = len(actors_in(sides)) >= 2
    told = bool(dates_for(sentence, noun)) or bool(beside(noun, {"in", "at"}))
    attended = held and bool(persons_in(sides))
    weight = 0.7 if several and held else 0.6 if several or told or attended else 0.5 if held else 0.3
    yield from encounter(sentence, (noun, verb), sides, pattern="noun:gathering", weight=weight)
