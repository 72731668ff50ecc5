"""Whose side each person in an encounter is on, where the person's own words do not tell.

A person named without a side is on the side of the place met in, of the land visited, or the other one of the
document's pair; only failing these on the document's own side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter import Encounter
from legation.reading.finders.encounter_sides import home_of, is_assumed, is_misplaced, is_region, other_side
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Context, Text
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Travel:
    """A visit of a document, as far as its contacts need it: who went where, when."""

    visitors: tuple[str, ...]
    home: str | None
    to: tuple[str, ...]
    date: When | None


def travels_of(visits: Iterable[Found]) -> list[Travel]:
    """What happened of a document's visits, or will."""
    found = []
    for visit in visits:
        visitors, to, home = visit.fields["visitors"], visit.fields["to"], visit.fields["from"]
        if isinstance(visitors, tuple) and isinstance(to, tuple) and visit.modality in ("actual", "planned"):
            found.append(Travel(visitors, home if isinstance(home, str) else None, to, visit.date))
    return found


def participants_of(encounter: Encounter, travels: Sequence[Travel]) -> tuple[str, ...]:
    """The states and bodies that take part, with those of persons whose side had to be inferred."""
    actors = dict.fromkeys(a for _, sides in sides_of(encounter, travels) for a in sides)
    parties = tuple(a for a in actors if is_party(a))
    return tuple(a for a in actors if is_party(a) or is_region(a)) if parties else ()


def sides_of(encounter: Encounter, travels: Sequence[Travel]) -> list[tuple[Mention, tuple[str, ...]]]:
    """Everyone who takes part, each with his or her side."""
    context = encounter.sentence.text.context
    known = {a for m in encounter.sides if not _is_doubtful(m, context) for a in m.actors}
    hosts = [a for a in _hosts(encounter, travels) if a not in known]
    found: list[tuple[Mention, tuple[str, ...]]] = []
    for mention in encounter.sides:
        actors = mention.actors
        if _is_doubtful(mention, context):
            taken = {*known, *(a for _, sides in found for a in sides)}
            home = next((t.home for t in travels if mention.person in t.visitors and t.home), None)
            actors = (home,) if home else _inferred(mention, encounter.sentence.text, taken, hosts)
        found.append((mention, actors))
    return found


def _is_doubtful(mention: Mention, context: Context) -> bool:
    if mention.form != "person":
        return False
    return not mention.actors or is_misplaced(mention) or is_assumed(mention, context)


def _hosts(encounter: Encounter, travels: Sequence[Travel]) -> list[str]:
    """The states that the encounter took place in, by its own words or by the journey that it was part of."""
    journeys = [t for t in travels if set(t.visitors) & set(encounter.persons)]
    abroad = journeys[0].to if len(journeys) == 1 and len(journeys[0].to) == 1 else ()
    return [a for a in dict.fromkeys((*encounter.places, *abroad)) if is_state(a)]


def _inferred(mention: Mention, text: Text, taken: set[str], hosts: list[str]) -> tuple[str, ...]:
    assumed, context = () if is_misplaced(mention) else mention.actors, text.context
    if not taken:
        first = home_of(text) or other_side(text, hosts)
        return assumed or ((first,) if first else ())
    if assumed and not set(assumed) & taken:
        return assumed
    among = context.pair if len(taken & set(context.pair)) == 1 else hosts
    free = [h for h in hosts if h not in taken and h in among]
    if free:
        return (free[0],)
    if assumed and len(taken & set(context.between)) != 1:
        return assumed
    other = other_side(text, taken)
    return (other,) if other else ()


def date_within(encounter: Encounter, travels: Sequence[Travel], participants: Iterable[str]) -> When | None:
    """The days of the journey that an undated encounter was part of."""
    for travel in travels:
        if (
            travel.date
            and set(travel.visitors) & set(encounter.persons)
            and set(travel.to) & set(participants)
        ):
            return travel.date
    return None
