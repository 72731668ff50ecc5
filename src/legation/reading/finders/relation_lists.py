"""Lists of partners, each with the date of its own: "with Peru in 2013 and with Chile and Togo in 2016"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legation.actors.register import register
from legation.reading.clauses import actors_in
from legation.reading.context import is_party, is_state
from legation.reading.finders.relation_tiers import Tier
from legation.reading.finders.sides import dated_states, listed_from
from legation.reading.mention import Mention
from legation.reading.text import Sentence
from legation.values.when import When

if TYPE_CHECKING:
    from legation.reading.parse import Token

_LIST_OPENERS: Final = frozenset(
    {":", ",", "(", "–", "—", "-", "namely", "including", "such", "as", "like", "are", "include"}
)


def listed_partners(sentence: Sentence, withs: list[Token]) -> tuple[tuple[str, ...], dict[str, When]]:
    """The actors behind "with", and for each the date that stands behind it, where each has its own."""
    groups: list[list[Mention]] = []
    for preposition in withs:
        known = [m for group in groups for m in group]
        groups.append([m for m in listed_from(sentence, preposition.i + 1) if m not in known])
    groups = [group for group in groups if group]
    found, dates = each_dated(sentence, [m for group in groups for m in group])
    if len(groups) > 1:
        dates = {**_of_groups(sentence, groups), **dates}
    allowed = tuple(a for a in found if is_party(a))
    return allowed or tuple(a for a in found if is_region(a)), dates


def each_dated(sentence: Sentence, mentions: list[Mention]) -> tuple[tuple[str, ...], dict[str, When]]:
    """The actors of a list, and the date of each that has one of its own."""
    dates: dict[str, When] = {}
    if len(mentions) > 1 and len(sentence.dates) > 1:
        for this, following in zip(mentions, [*mentions[1:], None], strict=True):
            stop = following.start if following else sentence.end
            own = [d for d in sentence.dates if this.end <= d.start < min(stop, this.end + 4)]
            if own and this.actors:
                dates[this.actors[0]] = own[0].when
    return actors_in(mentions), dates


def roster(sentence: Sentence, tier: Tier) -> tuple[tuple[str, ...], dict[str, When]]:
    """Partners listed behind a level with a date each: "… partnerships: Peru (2013), Chile in 2016"."""
    if not tier.plural or not tier.official:
        return (), {}
    dated = [(m.actors[0], d.when) for m, d in dated_states(sentence, tier.noun.i) if is_state(m.actors[0])]
    if len(dated) < 2:
        return (), {}
    return tuple(dict.fromkeys(a for a, _ in dated)), dict(dated)


def is_region(actor: str) -> bool:
    """Whether an actor is a region, which others have ties with as a whole: "China-Africa relations"."""
    return actor in register() and register().get(actor).kind == "region"


def list_start(sentence: Sentence, noun: Token) -> int:
    """Where a list behind a noun begins: after a colon, a bracket or "such as"."""
    at = noun.i + 1
    while at < sentence.end and at < noun.i + 4 and sentence.doc[at].lower_ in _LIST_OPENERS:
        at += 1
    return at


def _of_groups(sentence: Sentence, groups: list[list[Mention]]) -> dict[str, When]:
    """The date that stands between a group of partners and the next: "with Peru in 2021, and with Chile and Togo in 2022"."""
    found: dict[str, When] = {}
    for this, following in zip(groups, [*groups[1:], None], strict=True):
        stop = following[0].start if following else sentence.end
        own = [d for d in sentence.dates if this[-1].end <= d.start < stop]
        if len(own) == 1:
            found |= {m.actors[0]: own[0].when for m in this if m.actors}
    return found


def meant_by_number(sentence: Sentence, tier: Tier) -> tuple[str, ...]:
    """As in "All three countries": the states of that number that the sentence before named last."""
    before = sentence.before()
    if before is None:
        return ()
    for token in sentence.doc[max(sentence.start, tier.start - 12) : tier.start]:
        number = {"three": 3, "four": 4, "five": 5, "six": 6}.get(token.lower_)
        if (
            number
            and token.i + 1 < sentence.end
            and token.nbor().lower_ in ("countries", "nations", "states")
        ):
            home = sentence.text.context.home
            named = [a for a in actors_in(before.mentions) if is_state(a) and a != home]
            return tuple(named) if len(named) == number else ()
    return ()
