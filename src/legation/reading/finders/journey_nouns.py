"""Journeys told by a noun: "the visit of X to Y", "X's trip to Y", "paid a visit to Y", "on a tour of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import (
    after,
    is_passive,
    subjects_of,
    who,
)
from legation.reading.finders.encounter_runs import (
    fuller,
    maker_behind,
    owner_before,
    run_before,
)
from legation.reading.finders.encounter_sides import (
    beside,
    is_region,
    people_at,
    places_at,
)
from legation.reading.finders.journey import (
    TOWARDS,
    Journey,
    goal_objects,
    goals_of,
    governor,
    travellers_of,
)
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_HOLDING = frozenset("host welcome receive organise organize prepare arrange".split())
_COVERING = frozenset({"cover", "include", "span", "encompass", "comprise", "take"})
_MAKING = frozenset({"make", "pay", "undertake"})


def told_by_noun(sentence: Sentence, noun: Token) -> Iterator[Journey]:
    """As in "The visit of X to Y", "X's trip to Y", "paid a visit to Y", "on a tour of Y", "during his visit"."""
    over = governor(noun)
    goals = beside(noun, TOWARDS - {"for"})
    if noun.lemma_.lower() in ("tour", "swing") or not goals:
        goals += [t for t in after(noun, {"of"}) if places_at(sentence, t) and not people_at(sentence, t)]
    if not goals and over is not None:
        goals = beside(over, {"to", "in"}) if noun.dep_ == "dobj" else []
        goals = goals or (goal_objects(over) if over.lemma_.lower() in _COVERING else [])
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "his next stop is Nairobi"
        goals += [c for c in noun.head.children if c.dep_ == "attr" and places_at(sentence, c)]
    makers = _makers(sentence, noun) or maker_behind(sentence, noun)
    goals += [t for c in noun.children if c.lemma_.lower() in _MAKING for t in beside(c, {"to"})]
    to, end = goals_of(sentence, goals)
    if not to:
        to = _named_before(sentence, noun)
    if goals and not to and all(_is_elsewhere(sentence, goal) for goal in goals):
        return
    visitors = _owners(sentence, noun) or makers
    hosts: list[Mention] = []
    if over is not None and over.lemma_.lower() in _HOLDING:
        hosts = [m for s in subjects_of(over) for m in who(sentence, s)]
    elif not visitors and over is not None:
        visitors = [m for s in travellers_of(over) for m in people_at(sentence, s)]
        visitors = fuller(visitors, [] if is_passive(over) else run_before(sentence, over.i))
    to = to or tuple(a for m in hosts for a in m.actors)[:1]
    pattern = "noun:whole" if to and visitors else "noun:part"
    if to or (visitors and noun.lemma_.lower() not in ("stop", "stay") and _is_one_visit(noun, visitors)):
        verb = over if over is not None else noun
        weight = 0.85 if to and visitors else 0.5
        yield Journey(sentence, noun, verb, tuple(visitors), to, max(end, noun.i + 1), pattern, weight)


def _is_elsewhere(sentence: Sentence, goal: Token) -> bool:
    """Whether a goal is told by a common noun that stands for no state: "a visit to the airport", not "to the country"."""
    generic = goal.lemma_.lower() in (
        "country",
        "nation",
        "capital",
        "region",
        "state",
        "summit",
        "there",
        "side",
    )
    return goal.pos_ == "NOUN" and not generic and sentence.mention_at(goal) is None


def _is_one_visit(noun: Token, visitors: list[Mention]) -> bool:
    """Whether a journey to nowhere named is yet one journey of somebody: "Ruto's state visit"."""
    named = any(m.form == "person" for m in visitors)
    return named and noun.tag_ in ("NN", "NNP") and noun.lemma_.lower() not in ("travel", "tour")


def _owners(sentence: Sentence, noun: Token) -> list[Mention]:
    """Whose journey it is by the noun's own words."""
    owners = [c for c in noun.children if c.dep_ == "poss"] + beside(noun, {"by"})
    owners += [t for t in after(noun, {"of"}) if people_at(sentence, t)]
    found = [m for o in owners for m in (people_at(sentence, o) or _sides_at(sentence, o))]
    found = found or owner_before(sentence, noun)
    if found:
        return found
    return [
        m
        for c in noun.children
        if c.dep_ in ("amod", "compound")
        and (m := sentence.mention_at(c))
        and m.form in ("adjective", "person")
        and not any(is_region(a) for a in m.actors)
    ]


def _makers(sentence: Sentence, noun: Token) -> list[Mention]:
    """Who made it, in a clause behind the noun: "the journey that X made to Y"."""
    for verb in noun.children:
        if verb.dep_ in ("relcl", "acl") and verb.lemma_.lower() in _MAKING:
            return [
                m
                for m in sentence.mentions
                if noun.i < m.start and m.end <= verb.i and m.form in ("person", "we", "adjective", "name")
            ]
    return []


def _sides_at(sentence: Sentence, token: Token) -> list[Mention]:
    mention = sentence.mention_at(token)
    return [mention] if mention and mention.form in ("name", "adjective", "back") else []


def _named_before(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The place that stands before the noun: "his Beijing trip", "Japan, U.S. visit"."""
    words = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss")]
    found: dict[str, None] = {}
    for word in words:
        mention = sentence.mention_at(word)
        named = mention is not None and (
            mention.form in ("name", "capital")
            or (mention.form == "adjective" and all(is_region(a) for a in mention.actors))
        )
        if mention and named and sentence.doc[mention.end].dep_ != "case":
            for region in mention.actors if mention.form == "adjective" else ():
                found.setdefault(region)
            for place in places_at(sentence, word):
                found.setdefault(place)
    return tuple(found)
