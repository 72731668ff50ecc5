"""Visits: an official travels to another state, or to an international meeting.

One journey spoken of in several places of a document is one visit: what one clause leaves out, another fills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from legation.reading.clauses import persons_in
from legation.reading.context import is_party, is_state
from legation.reading.finders.contact_sides import sides_of
from legation.reading.finders.encounter import Encounter
from legation.reading.finders.encounter_dates import dated, is_ahead, is_on_the_programme, journey_date
from legation.reading.finders.encounter_merging import merged_visits
from legation.reading.finders.encounter_sides import is_assumed, is_misplaced, other_side
from legation.reading.finders.encounter_words import is_awaited
from legation.reading.finders.encounters import encounters_of
from legation.reading.finders.journey import Journey
from legation.reading.finders.journey_invited import asked
from legation.reading.finders.journey_presence import present
from legation.reading.finders.journey_scene import to_the_scene
from legation.reading.finders.journeys import journeys_of
from legation.reading.finders.visit_counts import NUMBERS, counted
from legation.reading.finders.visitor_ranks import Ranks
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.modality import modality_of
from legation.reading.once import once_each
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.values.when import When

_AHEAD = frozenset(
    {
        "upcoming",
        "forthcoming",
        "planned",
        "scheduled",
        "future",
        "next",
        "proposed",
        "possible",
        "coming",
        "due",
    }
)
_CANCELLING = frozenset({"cancel", "postpone", "scrap", "delay"})
_NATIONS = re.compile(r"\b([a-z]+)\s?-\s?(?:nation|country|state|leg)\b", re.I)
_COMING_HOME = frozenset({"verb:go", "be", "met-abroad", "presence"})
"""Wordings that are as true of who comes home as of who goes abroad."""
_BESIDE = frozenset(
    "sidelines margins sideline margin summit assembly forum conference council virtually online".split()
)
"""Words of occasions that many attend, and of meetings that need no journey."""
_GOING = frozenset({"verb:go", "verb:visit", "verb:leave", "verb:receive", "verb:take", "met-abroad", "be"})
"""Wordings that tell in the present tense what is to come."""
_MET = frozenset(
    {
        "verb:meet",
        "verb:see",
        "verb:jointly",
        "noun:own",
        "noun:verb",
        "face",
        "face:together",
        "face:passive",
    }
)
"""Wordings of encounters whose place is where they were, not what was spoken of."""
_INVITED = frozenset({"invite", "invitation"})
_PROMISED = frozenset({"plan", "intention", "opportunity", "offer"})
_UNDER = frozenset({"xcomp", "acl", "ccomp", "advcl", "relcl"})
_ACCEPTED = re.compile(r"\baccept", re.I)
_AHEAD_VERBS = frozenset(
    {"invite", "expect", "plan", "await", "anticipate", "prepare", "schedule", "propose"}
)


class Visits:
    """Finds who travelled where."""

    name = "visits.v1"

    @staticmethod
    @once_each
    def find(text: Text) -> Iterator[Found]:
        """Yield each journey once, and each count of visits."""
        ranks = Ranks(text)
        found: list[Found] = []
        for sentence in text.sentences:
            counts = list(counted(sentence, ranks))
            found.extend(counts)
            for journey in _journeys(sentence):
                if not any(c.start <= journey.trigger.i < c.end for c in counts):
                    found.extend(_visits(journey, ranks))
            found.extend(_met_abroad(sentence, ranks))
        merged = [_homed(visit, text) for visit in merged_visits(_told(visit, text) for visit in found)]
        kept = [v for v in merged if _says_enough(v) and not _is_retold(v, merged)]
        yield from (dated(visit) for visit in kept)


def _journeys(sentence: Sentence) -> Iterator[Journey]:
    yield from journeys_of(sentence)
    yield from present(sentence)
    yield from to_the_scene(sentence)
    yield from asked(sentence)


def _is_retold(visit: Found, others: list[Found]) -> bool:
    """Whether a title's visit, whose modality no verb tells, is told again in the body."""
    if visit.sentence.block.kind != "title":
        return False
    same = [o for o in others if o.sentence.block.kind != "title" and o.modality != visit.modality]
    return any(
        o.fields["from"] == visit.fields["from"] and o.fields["to"] == visit.fields["to"] for o in same
    )


def _homed(visit: Found, text: Text) -> Found:
    """A visit with the state that visitors come from where only the document tells it."""
    home, to = visit.fields["from"], visit.fields["to"]
    if home is not None or not isinstance(to, tuple) or not visit.fields["visitors"]:
        return visit
    return replace(visit, fields={**visit.fields, "from": other_side(text, to)})


def _told(visit: Found, text: Text) -> Found:
    """A visit with what the document tells of where to: one of its pair goes to the other, a foreigner comes to its seat."""
    home, context = visit.fields["from"], text.context
    if visit.fields["to"] or visit.fields["count"] or not isinstance(home, str):
        return visit
    pair = context.pair if home in context.pair and len(context.pair) == 2 else ()
    seat = (context.seat,) if context.seat and context.seat != home and is_state(home) else ()
    to = tuple(a for a in pair if a != home) or seat
    return replace(visit, fields={**visit.fields, "to": to}, weight=0.5)


def _says_enough(visit: Found) -> bool:
    """Whether a visit tells where to, and of whom or from where; a count tells enough by itself.

    A guest from nowhere told whom a host merely received has come from no farther than the next street.
    """
    fields = visit.fields
    if fields["from"] is None and "pattern:verb:receive:bare" in visit.evidence:
        return False
    return fields["count"] is not None or bool(fields["to"] and (fields["from"] or fields["visitors"]))


def _visits(journey: Journey, ranks: Ranks) -> Iterator[Found]:
    """One visit for each state that the visitors come from."""
    sides: dict[str | None, list[Mention]] = {}
    for mention in journey.visitors:
        for actor in _homes(journey, mention):
            sides.setdefault(actor, []).append(mention)
    if not journey.visitors:
        yield _visit(journey, None, (), ranks)
    for home, mentions in sides.items():
        to = tuple(a for a in journey.to if a != home)
        if (home is None or is_party(home)) and (to or not journey.to):
            yield _visit(journey, home, tuple(mentions), ranks, to)


def _homes(journey: Journey, mention: Mention) -> tuple[str | None, ...]:
    """The states that a visitor comes from; none where he or she goes home.

    Whoever is taken for the document's own side only for want of a word about it cannot visit that side.
    """
    context = journey.sentence.text.context
    actors = () if is_misplaced(mention) else mention.actors
    if is_assumed(mention, context) and set(actors) & set(journey.to):
        return () if journey.pattern in _COMING_HOME else (other_side(journey.sentence.text, journey.to),)
    if not actors and _comes_home(journey):
        return ()
    if not actors:
        return (other_side(journey.sentence.text, journey.to),) if journey.to else (None,)
    return actors[:1] if mention.form == "person" else actors


def _comes_home(journey: Journey) -> bool:
    """Whether the wording is of a return as much as of a journey, and the place the document's own."""
    context = journey.sentence.text.context
    own = (
        {context.seat, context.home}
        if journey.trigger.lemma_.lower() in ("land", "return")
        else {context.seat}
    )
    return journey.pattern in _COMING_HOME and bool(own & set(journey.to))


def _visit(
    journey: Journey,
    home: str | None,
    mentions: tuple[Mention, ...],
    ranks: Ranks,
    to: tuple[str, ...] | None = None,
) -> Found:
    sentence = journey.sentence
    date = journey_date(sentence, journey.trigger, journey.verb)
    start = min([journey.trigger.i, *(m.start for m in mentions if m.start > journey.trigger.i - 30)])
    fields = {
        "visitors": persons_in(mentions),
        "from": home,
        "to": journey.to if to is None else to,
        "rank": ranks.of(sentence, mentions, date),
        "count": _lands(journey),
    }
    end = max(journey.end, journey.trigger.i + 1, start + 1)
    return Found(
        "visit",
        sentence,
        start,
        min(end, sentence.end),
        fields,
        modality=_modality(journey, date),
        date=date,
        evidence=(f"pattern:{journey.pattern}",),
        weight=journey.weight,
    )


def _lands(journey: Journey) -> Decimal | None:
    """How many lands a journey went through, as in "a three-nation tour"."""
    doc, noun = journey.sentence.doc, journey.trigger
    match = _NATIONS.search(doc[max(journey.sentence.start, noun.i - 6) : noun.i + 1].text)
    number = NUMBERS.get(match.group(1).lower()) if match else None
    return Decimal(number) if number else None


def _modality(journey: Journey, date: When | None) -> str:
    stated = _stated(journey)
    if journey.pattern == "from":
        return "actual"
    ahead = is_ahead(date, journey.sentence.text) or (
        journey.pattern in _GOING and is_on_the_programme(journey.sentence, journey.verb, date)
    )
    return "planned" if stated == "actual" and (ahead or journey.pattern == "verb:expect") else stated


def _stated(journey: Journey) -> str:
    trigger, verb = journey.trigger, journey.verb
    around = {c.lower_ for c in trigger.children}
    lemma = verb.lemma_.lower()
    if lemma in _CANCELLING or (trigger.head.lemma_.lower() in _CANCELLING):
        return "denied"
    if around & _AHEAD or _is_promised(trigger) or _is_promised(verb):
        return "planned"
    if journey.pattern in ("asked", "accepted"):
        return "planned" if journey.pattern == "accepted" else "called_for"
    if _is_invited(trigger) or _is_invited(verb):
        return "planned" if _ACCEPTED.search(journey.sentence.words(*_whole(journey))) else "called_for"
    if (trigger.pos_ in ("NOUN", "PROPN") or trigger.lemma_.lower() == "expect") and (
        lemma in _AHEAD_VERBS or is_awaited(trigger)
    ):
        return "planned"
    if (
        trigger.pos_ in ("NOUN", "PROPN")
        and trigger.dep_ == "pobj"
        and trigger.head.lower_ in ("during", "after", "following")
    ):
        return "actual"
    if is_awaited(trigger) or _is_headline_future(trigger):
        return "planned"
    return modality_of(verb)


def _is_invited(token: Token) -> bool:
    """Whether someone was asked to travel: that is a wish until it is accepted."""
    return token.dep_ in _UNDER and token.head.lemma_.lower() in _INVITED


def _is_promised(token: Token) -> bool:
    return token.dep_ in _UNDER and token.head.lemma_.lower() in _PROMISED


def _whole(journey: Journey) -> tuple[int, int]:
    return journey.sentence.start, journey.sentence.end


def _is_headline_future(token: Token) -> bool:
    """As in "President of X to visit Y", with no verb above the infinitive."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return infinitive and not any(a.pos_ in ("VERB", "AUX") for a in token.ancestors)


def _met_abroad(sentence: Sentence, ranks: Ranks) -> Iterator[Found]:
    """A meeting at the seat of one side is a visit of the other, one in a third state of both: "met President Y in Hanoi"."""
    for encounter in encounters_of(sentence):
        if encounter.mode in ("call", "letter") or len(encounter.places) != 1:
            continue
        place = encounter.places[0]
        sides = [(m, actors[0]) for m, actors in sides_of(encounter, ()) if len(actors) == 1]
        guests = [(m, home) for m, home in sides if home != place and is_state(home)]
        local = len(guests) < len(sides)
        if not any(m.person for m, _ in sides) or not _tells_of_travel(encounter, local=local):
            continue
        named = tuple(replace(m, actors=(home,), body=home) for m, home in guests if m.person or local)
        if named and len({home for _, home in guests}) <= 1 + (not local):
            trigger, verb = encounter.trigger, encounter.verb
            journey = Journey(sentence, trigger, verb, named, (place,), encounter.end, "met-abroad", 0.7)
            yield from _visits(journey, ranks)


def _tells_of_travel(encounter: Encounter, *, local: bool) -> bool:
    """Whether a meeting somewhere tells that somebody went there: in a third state only a meeting of its own does."""
    words = {t.lower_ for t in encounter.sentence.tokens}
    if local:
        return True
    titled = encounter.sentence.block.kind == "title"
    return encounter.mode == "meeting" and encounter.pattern in _MET and not titled and not words & _BESIDE
