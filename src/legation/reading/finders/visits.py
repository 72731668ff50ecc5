"""Visits: an official travels to another state, or to an international meeting.

One journey spoken of in several places of a document is one visit: what one clause leaves out, another fills.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.clauses import actors_in, persons_in
from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter_dates import journey_date
from legation.reading.finders.encounter_merging import merged_visits
from legation.reading.finders.encounter_sides import is_assumed, other_side
from legation.reading.finders.encounters import encounters_of
from legation.reading.finders.journeys import Journey, journeys_of
from legation.reading.finders.visit_counts import counted
from legation.reading.finders.visitor_ranks import Ranks
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.modality import modality_of
from legation.reading.text import Sentence, Text

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset(
    {"upcoming", "forthcoming", "planned", "scheduled", "future", "next", "proposed", "possible", "coming"}
)
_CANCELLING = frozenset({"cancel", "postpone", "scrap", "delay"})
_INVITED = frozenset({"invite", "invitation"})
_AHEAD_VERBS = frozenset({"invite", "plan", "await", "anticipate", "prepare", "schedule", "propose"})


class Visits:
    """Finds who travelled where."""

    name = "visits.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each journey once, and each count of visits."""
        ranks = Ranks(text)
        found: list[Found] = []
        for sentence in text.sentences:
            counts = list(counted(sentence, ranks))
            found.extend(counts)
            for journey in journeys_of(sentence):
                if not any(c.start <= journey.trigger.i < c.end for c in counts):
                    found.extend(_visits(journey, ranks))
            found.extend(_met_abroad(sentence, ranks))
        yield from merged_visits(found)


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
    """The states that a visitor comes from; whoever's side no word tells is not from where he or she goes."""
    context = journey.sentence.text.context
    actors = mention.actors
    if not actors or (is_assumed(mention, context) and set(actors) & set(journey.to)):
        return (other_side(context, journey.to),)
    return actors[:1] if mention.form == "person" else actors


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
        "rank": ranks.of(sentence, mentions),
    }
    end = max(journey.end, journey.trigger.i + 1, start + 1)
    return Found(
        "visit",
        sentence,
        start,
        min(end, sentence.end),
        fields,
        modality=_modality(journey),
        date=date,
        evidence=(f"pattern:{journey.pattern}",),
        weight=journey.weight,
    )


def _modality(journey: Journey) -> str:
    trigger, verb = journey.trigger, journey.verb
    around = {c.lower_ for c in trigger.children}
    lemma = verb.lemma_.lower()
    if lemma in _CANCELLING or (trigger.head.lemma_.lower() in _CANCELLING):
        return "denied"
    if around & _AHEAD or _is_invited(trigger) or _is_invited(verb):
        return "planned"
    if trigger.pos_ in ("NOUN", "PROPN") and (lemma in _AHEAD_VERBS or _looked_forward_to(trigger)):
        return "planned"
    if (
        trigger.pos_ in ("NOUN", "PROPN")
        and trigger.dep_ == "pobj"
        and trigger.head.lower_ in ("during", "after", "following")
    ):
        return "actual"
    if _looked_forward_to(trigger):
        return "planned"
    return modality_of(verb)


def _is_invited(token: Token) -> bool:
    return token.dep_ in ("xcomp", "acl", "ccomp", "advcl", "relcl") and (
        token.head.lemma_.lower() in _INVITED | {"plan", "intention", "opportunity", "offer"}
    )


def _looked_forward_to(token: Token) -> bool:
    words = [a.lemma_.lower() for a in token.ancestors][:4]
    return "look" in words and any(t.lower_ == "forward" for a in token.ancestors for t in a.children)


def _met_abroad(sentence: Sentence, ranks: Ranks) -> Iterator[Found]:
    """A meeting at the seat of one side is a visit of the other: "met President Y in Hanoi"."""
    for encounter in encounters_of(sentence):
        hosts = [a for a in encounter.places if a in encounter.participants and is_state(a)]
        guests = [m for m in encounter.sides if m.form == "person" and m.person and m.actors]
        if len(hosts) != 1 or encounter.mode in ("call", "letter") or len(encounter.participants) > 3:
            continue
        away = [m for m in guests if hosts[0] not in m.actors and is_state(m.actors[0])]
        local = [m for m in guests if hosts[0] in m.actors]
        states = dict.fromkeys(actors_in(away))
        if not local or len(states) != 1:
            continue
        journey = Journey(
            sentence,
            encounter.trigger,
            encounter.verb,
            tuple(away),
            (hosts[0],),
            encounter.end,
            "met-abroad",
            0.7,
        )
        yield from _visits(journey, ranks)
