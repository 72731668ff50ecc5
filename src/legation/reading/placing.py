"""Which side persons are on by how a document arranges them: in a delegation, in an order, at a place, in a paper.

Read off the words alone, not the parse. Each way answers for those whom nothing surer places, and says nothing
where two answers are possible.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from legation.actors.name_forms import fits
from legation.actors.state_offices import is_sole, may_hold
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.standing import can_act_for, full_name, offices_of, titles_of
from legation.reading.text import Context

if TYPE_CHECKING:
    from legation.reading.parse import Parse

Blocks = Sequence[tuple["Parse", Sequence[Mention]]]
Sides = dict[str, tuple[str, ...]]

_PARTIES = frozenset({"delegation", "side", "team", "delegates", "participants", "representatives"})
_ALL = frozenset(
    "include includes included including comprise comprised comprising consisted were : featured".split()
)
_LED = frozenset("led headed represented chaired by".split())
_JOINTS = frozenset({",", "and", "the", "&", "-", "–", "as", "well"})
_SEATS_OF_BODIES = frozenset({"BEL", "CHE", "AUT"})
"""States whose capitals and cities host bodies: who is met in Brussels is seldom Belgian."""
_MINISTER = re.compile(r"(?<!Prime )(?:\bMinister|\bCabinet Secretary)\b")
_LED_WITHIN = 18
"""Tokens from a delegation to the one who leads it: "the delegation to the talks held in Rome was led by"."""
_NAMING = frozenset({"name", "adjective", "capital"})
_FEW = 2
"""A page that names no more states than these takes its own for granted."""
_CALLED = frozenset(
    "president premier minister leader chancellor ruler king emir pm secretary monarch".split()
)
_NEAR = 60
"""Tokens behind a name within which an office alone calls its holder."""
_GATHERINGS = frozenset("summit summits sidelines margins conference forum session assembly congress".split())
"""Where many meet, the place tells nobody's state."""


def arranged(blocks: Blocks, context: Context) -> Sides:
    """The sides of persons listed as a delegation, or in the order of a list of states."""
    found: Sides = {}
    for doc, mentions in blocks:
        for mention, state in (*_delegates(doc, mentions), *_aligned(doc, mentions, context)):
            name = full_name(mention, context)
            if can_act_for(state, offices_of(mention)):
                found.setdefault(name, (state,))
    return found


def _delegates(doc: Parse, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """As in "The Chilean delegation included A, B and C"; after "led by", the first of them alone."""
    for token in doc.with_word(_PARTIES):
        if (owner := _owner(doc, token.i, mentions)) is None:
            continue
        words = [t.lower_ for t in doc[token.i + 1 : token.i + 4]]
        ahead = [t.lower_ for t in doc[token.i + 1 : min(token.sent.end, token.i + _LED_WITHIN)]]
        led = any(w in _LED and ahead[at + 1 : at + 2] == ["by"] for at, w in enumerate(ahead))
        every = not led and any(w in _ALL for w in words)
        if not led and not every:
            continue
        end = next((t.i for t in doc[token.i + 1 : token.sent.end] if t.lower_ in _PARTIES), token.sent.end)
        persons = [m for m in mentions if m.form == "person" and token.i < m.start < end]
        for mention in persons[:1] if led else persons:
            if (not mention.actors and mention.start - token.i <= _LED_WITHIN) or not led:
                yield mention, owner


def _owner(doc: Parse, at: int, mentions: Sequence[Mention]) -> str | None:
    """The state of "the Chilean delegation", "the delegation of Chile"."""
    for mention in mentions:
        before = mention.end in (at, at - 1) and doc[mention.end].lower_ in (
            doc[at].lower_,
            "'s",
            "’s",
            "government",
        )
        behind = mention.start - at in (2, 3) and doc[at + 1].lower_ in ("of", "from")
        if (before or behind) and mention.form in ("adjective", "name") and len(mention.actors) == 1:
            return mention.actors[0] if is_state(mention.actors[0]) else None
    return None


def _aligned(doc: Parse, mentions: Sequence[Mention], context: Context) -> Iterator[tuple[Mention, str]]:
    """Three principals or more named in the order of as many states: "A, B and C … Presidents X, Y and Z"."""
    orders = [
        [m.actors[0] for m in run]
        for run in _runs(
            doc, [m for m in mentions if m.form == "name" and m.actors and is_state(m.actors[0])]
        )
    ]
    if context.joint and len(context.between) > 2:
        orders.append(list(context.between))
    for run in _runs(doc, [m for m in mentions if m.form == "person"]):
        for order in orders:
            if len(order) == len(run) > 2 and _agrees(run, order, context):
                yield from zip(run, order, strict=True)


def _runs(doc: Parse, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    run: list[Mention] = []
    for mention in mentions:
        if run and not _JOINTS.issuperset(t.lower_ for t in doc[run[-1].end : mention.start]):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _agrees(run: Sequence[Mention], order: Sequence[str], context: Context) -> bool:
    """Whether each person can be of the state in his or her place, and nobody is known to be of another."""
    if not all(person.office for person in run):
        return False
    known = [person.actors or context.sides.get(full_name(person, context), ()) for person in run]
    return all(
        (not side or side[0] == state) and can_act_for(state, offices_of(person))
        for person, side, state in zip(run, known, order, strict=True)
    )


def alongside(blocks: Blocks, context: Context) -> Sides:
    """The sides of lesser officials listed with the principal of one of the document's two: "Premier X, speaker Y".

    Two principals in a list are of two states as often as of one, so that they tell nothing of each other.
    """
    found: Sides = {}
    for doc, mentions in blocks if len(context.pair) == 2 else ():
        for run in _runs(doc, [m for m in mentions if m.form == "person" and m.office]):
            known = {s for m in run for s in (m.actors or context.sides.get(full_name(m, context), ()))[:1]}
            state = known.pop() if len(known) == 1 else None
            for mention in run[1:] if state in context.pair else ():
                lesser = not any(is_sole(state or "", office) for office in offices_of(mention))
                if not mention.actors and lesser and can_act_for(state or "", offices_of(mention)):
                    found[full_name(mention, context)] = (state or "",)
    return found


def called(blocks: Blocks, context: Context, *, strange: Mapping[str, set[str]]) -> Sides:
    """The sides of persons whom the next words call by their office: "X flew in … The Kenyan president said".

    Args:
        blocks: The parse and the mentions of each block.
        context: The document's context, with the sides known so far.
        strange: For each person the states whom he or she visits or meets.
    """
    votes: dict[str, set[str]] = {}
    for doc, mentions in blocks:
        persons = [m for m in mentions if m.form == "person" and m.person]
        for state, at in _offices_called(doc, mentions):
            near = [m for m in persons if m.end <= at and at - m.end < _NEAR]
            sided = {
                full_name(m, context): m.actors or context.sides.get(full_name(m, context), ()) for m in near
            }
            names = [name for name, side in sided.items() if not side and state not in strange.get(name, ())]
            if len(names) == 1 and (state,) not in sided.values():
                votes.setdefault(names[0], set()).add(state)
    return {name: tuple(states) for name, states in votes.items() if len(states) == 1}


def _offices_called(doc: Parse, mentions: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """Each state whose officer a text calls by the office alone, with where it does so: "the Kenyan president"."""
    starts = {m.start for m in mentions if m.form == "person"}
    for mention in mentions:
        if mention.form != "adjective" or len(mention.actors) != 1 or mention.start == 0:
            continue
        words = doc[mention.start - 1].lower_, *(t.lower_ for t in doc[mention.end : mention.end + 3])
        at = next((n for n, word in enumerate(words[1:]) if word in _CALLED), None)
        opening = words[0] in ("the", "first", "sitting") and is_state(mention.actors[0])
        if at is not None and opening and not starts & set(range(mention.end, mention.end + at + 3)):
            yield mention.actors[0], mention.start


def at_places(blocks: Blocks, context: Context, *, met: Mapping[str, set[str]]) -> Sides:
    """The sides of officials whom others meet at a place: "In Paris he met President X", "in Minsk, talks with …".

    Args:
        blocks: The parse and the mentions of each block.
        context: The document's context.
        met: By each person those whom he or she meets.
    """
    found: dict[str, set[str]] = {}
    filled: dict[tuple[str, str], str] = {}
    for doc, mentions in blocks:
        for mention in mentions:
            name = full_name(mention, context)
            if mention.form != "person" or not met.get(name) or not _may_be_host(doc, mention, context):
                continue
            place = _place_of(doc, mention, mentions) - {context.seat, context.press}
            firsts = [filled.setdefault((p, o), name) for p in place for o in offices_of(mention)]
            if len(place) == 1 and all(first == name for first in firsts):
                found.setdefault(name, set()).update(place)
    return {
        name: tuple(places)
        for name, places in found.items()
        if len(places) == 1 and _possible(name, next(iter(places)), blocks, context)
    }


def _may_be_host(doc: Parse, mention: Mention, context: Context) -> bool:
    """Whether an official has no side yet, cannot be the seat's own, and is not the one who goes to meet others."""
    if not mention.office or mention.actors or context.sides.get(full_name(mention, context)):
        return False
    if context.seat and can_act_for(context.seat, offices_of(mention)):
        return False
    listed = mention.start > 0 and doc[mention.start - 1].lower_ in ("and", "with")
    return listed or doc[mention.start : mention.end].root.dep_ != "nsubj"


def _place_of(doc: Parse, mention: Mention, mentions: Sequence[Mention]) -> set[str]:
    """The states in which the sentence of a mention places what it tells; none where many gather."""
    sentence = doc[mention.start].sent
    if _GATHERINGS & {t.lower_ for t in sentence}:
        return set()
    inside = (m for m in mentions if sentence.start <= m.start < sentence.end)
    return {m.actors[0] for m in inside if _is_place(doc, m)}


def _is_place(doc: Parse, mention: Mention) -> bool:
    """Whether a mention is of a place where something is: "in Minsk"."""
    inside = (
        mention.form in ("capital", "name") and mention.start > 0 and doc[mention.start - 1].lower_ == "in"
    )
    return (
        inside
        and len(mention.actors) == 1
        and is_state(mention.actors[0])
        and mention.actors[0] not in _SEATS_OF_BODIES
    )


def _possible(name: str, state: str, blocks: Blocks, context: Context) -> bool:
    titles = titles_of((mentions for _, mentions in blocks), context).get(name, set())
    return can_act_for(state, titles) and any(may_hold(state, office) for office in titles)


def of_the_press(
    blocks: Blocks,
    context: Context,
    *,
    strange: Mapping[str, set[str]],
    received: Container[str],
    met: Mapping[str, set[str]],
) -> Sides:
    """The officials whom a paper names without a state: its own state's, one for each of the highest offices.

    A paper says whose a foreign official is, at least once. One whom an official of its own meets stays open, and
    so does one whose name is not formed as names are there, see `legation.actors.name_forms`.

    Args:
        blocks: The parse and the mentions of each block.
        context: The document's context, with the sides known so far.
        strange: For each person the states whom he or she visits or meets.
        received: Those whom somebody meets; a paper's own need a name formed as there.
        met: By each person those whom he or she meets.
    """
    home = context.press
    if home is None:
        return {}
    foreign = not _names(blocks, home)
    titles = titles_of((mentions for _, mentions in blocks), context)
    filled = {
        o for n, s in context.sides.items() if s == (home,) for o in titles.get(n, ()) if is_sole(home, o)
    }
    own = {n for n, s in context.sides.items() if s == (home,)}
    found: Sides = {}
    for name in _in_order(blocks, context):
        offices = titles.get(name, set())
        if home in strange.get(name, ()) or met.get(name, set()) & own or not _is_own(name, offices, home):
            continue
        if any(office in filled for office in offices) or (
            (foreign or name in received) and not fits(name, home)
        ):
            continue
        filled |= {office for office in offices if is_sole(home, office)}
        own.add(name)
        found[name] = (home,)
    return found


def _names(blocks: Blocks, home: str) -> bool:
    """Whether a paper names its own state at all, or hardly any other: of a world that it only reports it has none."""
    named = {
        a for _, mentions in blocks for m in mentions if m.form in _NAMING for a in m.actors if is_state(a)
    }
    return home in named or len(named) <= _FEW


def _is_own(name: str, offices: set[str], home: str) -> bool:
    """Whether a person can be an official of a paper's state; without an office the name must be formed as there."""
    form = fits(name, home)
    if not offices:
        return form is True
    if form is None and can_act_for(home, offices) and any(_MINISTER.search(office) for office in offices):
        return True
    return (form is not False and can_act_for(home, offices) and any(may_hold(home, o) for o in offices)) or (
        form is True and can_act_for(home, offices)
    )


def _in_order(blocks: Blocks, context: Context) -> Iterator[str]:
    """The open persons in the order in which a document names them, the title's behind the text's."""
    seen: dict[str, None] = {}
    for mention in (m for _, mentions in blocks for m in mentions if m.form == "person" and m.person):
        name = full_name(mention, context)
        if not mention.actors and not context.sides.get(name):
            seen.setdefault(name)
    yield from seen
