"""Whose office a title can be: sides that a person's title allows, from the states that stand around it.

A side by the document's seat or pair must be possible for the office; where it is not, the one other state that
is named wherever the person is, and has such an office, is the side. Where that leaves more than one, none is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.actors.state_offices import is_sole, may_hold
from legation.reading.mention import Mention
from legation.reading.text import Context

_NAMING = frozenset({"name", "adjective", "capital"})


@dataclass(slots=True)
class _Person:
    """An open person: the titles given, the states named in each block with the person, those not the person's own."""

    offices: set[str] = field(default_factory=set)
    around: list[set[str]] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)


def can_act_for(state: str, offices: Iterable[str | None]) -> bool:
    """Whether nothing in these titles rules a state out."""
    return all(may_hold(state, office) is not False for office in offices if office)


def offices_of(mention: Mention) -> tuple[str, ...]:
    """Every title that stands with a name."""
    return tuple(office for office in (mention.office, *(office for office, _ in mention.also)) if office)


def titles_of(blocks: Iterable[Sequence[Mention]], context: Context) -> dict[str, set[str]]:
    """Every title that a document gives each person, by full name."""
    found: dict[str, set[str]] = {}
    for mention in (m for block in blocks for m in block if m.form == "person" and m.person):
        found.setdefault(full_name(mention, context), set()).update(offices_of(mention))
    return found


def full_name(mention: Mention, context: Context) -> str:
    """The name by which a document calls a person in full."""
    return context.persons.get((mention.person or "").lower(), mention.person or "")


def place_by_office(
    blocks: Sequence[Sequence[Mention]],
    headings: Sequence[int | None],
    context: Context,
    *,
    strange: Mapping[str, set[str]],
) -> dict[str, tuple[str, ...]]:
    """The side of persons whose titles tell it; an empty one for those who are known not to be of the seat.

    Args:
        blocks: The mentions of each block.
        headings: For each block the number of the heading over it.
        context: The document's context, with the sides known so far.
        strange: For each person the states whom he or she visits or meets.
    """
    people = _people(blocks, headings, context, strange)
    taken = _taken(blocks, context)
    named = Counter(a for block in blocks for m in block if m.form in _NAMING for a in m.actors)
    opening = _named(blocks[0]) if blocks and context.press else set()
    found: dict[str, tuple[str, ...]] = {}
    for name, person in people.items():
        if context.seat and can_act_for(context.seat, person.offices):
            if _is_second(name, people, taken, context):
                found[name] = ()
        elif person.offices:
            hosts = set(_able(opening - {context.press}, person, taken)) if context.press else set()
            side = _of_parties(person, taken, context) or _around(person, taken, named)
            side = side or (hosts.pop() if len(hosts) == 1 else None)
            if context.seat:
                found[name] = (side,) if side else ()
            elif side and side in (*context.pair, *context.between, context.home, *opening):
                found[name] = (side,)
    rivals = Counter(
        (side, office) for name, sides in found.items() for side in sides for office in people[name].offices
    )
    return {
        name: ()
        if any(rivals[s, o] > 1 and is_sole(s, o) for s in sides for o in people[name].offices)
        else sides
        for name, sides in found.items()
    }


def _people(
    blocks: Sequence[Sequence[Mention]],
    headings: Sequence[int | None],
    context: Context,
    strange: Mapping[str, set[str]],
) -> dict[str, _Person]:
    """The persons who are open still, in the order in which they are named."""
    people: dict[str, _Person] = {}
    for block, heading in zip(blocks, headings, strict=True):
        over = blocks[heading] if heading is not None else ()
        states = _named(block) | _named(over)
        for mention in block:
            name = full_name(mention, context) if mention.form == "person" else ""
            if name and not context.sides.get(name):
                person = people.setdefault(name, _Person(strange=strange.get(name, set())))
                person.offices.update(offices_of(mention))
                person.around.append(states)
    return people


def _named(block: Sequence[Mention]) -> set[str]:
    """The states that a block names, but for those that it names only to say whose another person is."""
    owned = Counter(m.actors[0] for m in block if m.form == "person" and m.body and m.actors)
    named = Counter(a for m in block if m.form in _NAMING for a in m.actors)
    return {state for state, times in named.items() if times > owned[state]}


def _taken(blocks: Iterable[Sequence[Mention]], context: Context) -> set[tuple[str, str]]:
    """The top offices whose holder is known: nobody else is taken for the President of the same state."""
    found: set[tuple[str, str]] = set()
    for mention in (m for block in blocks for m in block if m.form == "person"):
        sides = mention.actors or context.sides.get(full_name(mention, context), ())
        found.update((s, o) for s in sides[:1] for o in offices_of(mention) if is_sole(s, o))
    return found


def _is_second(
    name: str, people: Mapping[str, _Person], taken: set[tuple[str, str]], context: Context
) -> bool:
    """Whether a top office of the seat is another's, so that this person seems to have a foreign one.

    A publisher names its own principal first. A second one with the same title may be a predecessor; but where
    states stand around that have such an office too, nobody can tell.
    """
    person, seat = people[name], context.seat or ""
    around = set(context.pair).union(*person.around) - {seat}
    for office in person.offices:
        if is_sole(seat, office) and any(may_hold(state, office) for state in around):
            first = next(n for n, p in people.items() if office in p.offices)
            if (seat, office) in taken or not set(first.split()) & set(name.split()):
                return True
    return False


def _able(states: Iterable[str], person: _Person, taken: set[tuple[str, str]]) -> Iterator[str]:
    """The states that surely have a person's office, and have nobody else in it."""
    for state in states:
        answers = [may_hold(state, office) for office in person.offices]
        free = not any((state, office) in taken for office in person.offices)
        if free and state not in person.strange and True in answers and False not in answers:
            yield state


def _of_parties(person: _Person, taken: set[tuple[str, str]], context: Context) -> str | None:
    """The one of the document's pair or parties that can have the office, where no third state around has it too."""
    parties = context.between if len(context.between) > 2 else context.pair
    able = list(_able(parties, person, taken))
    ruled_out = [state for state in parties if not can_act_for(state, person.offices)]
    if len(able) != 1 or len(ruled_out) != len(parties) - 1 or not ruled_out:
        return None
    around = set().union(*person.around)
    third = set(_able(around - set(parties), person, taken))
    return able[0] if not third or able[0] in around else None


def _around(person: _Person, taken: set[tuple[str, str]], named: Counter[str]) -> str | None:
    """The one state with such an office that is named wherever such states are named beside the person."""
    sets = [set(_able(states, person, taken)) for states in person.around]
    named_there = [states for states in sets if states]
    if not named_there:
        return None
    common = set.intersection(*named_there)
    if len(common) != 1:
        return None
    (state,) = common
    rivals = set().union(*named_there) - common
    return state if all(named[state] >= 2 * named[rival] for rival in rivals) else None
