"""Which side a person is on, where no title says so: read from journeys and encounters, last from what titles allow.

A traveller is not of the place that he or she goes to; two who meet are of two sides. Where a document is about
two sides, or a sentence names just one other state, that tells which; else the person stays without a side, for a
wrong state is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.actors.register import register
from legation.reading.clauses import after, agents_of, listed, subjects_of
from legation.reading.company import beside
from legation.reading.context import is_party
from legation.reading.mention import Mention, by_token
from legation.reading.parse import Parse, Token
from legation.reading.placing import alongside, arranged, at_places, called, of_the_press
from legation.reading.pointing import pronouns
from legation.reading.standing import can_act_for, full_name, offices_of, place_by_office, titles_of
from legation.reading.text import Context

_GOING = frozenset(
    "visit arrive travel fly tour pay make depart leave head go embark conclude begin start".split()
)
_LEAVING = frozenset({"leave", "depart"})
"""Verbs whose object is where somebody comes from."""
_JOURNEYS = frozenset("visit trip tour journey travel".split())
_RETURNING = frozenset({"return", "come", "be"})
_TOWARDS = frozenset({"to", "in", "for", "of"})
_MEETING = frozenset(
    "meet speak talk hold have receive welcome host greet call phone telephone visit thank congratulate tell invite co-chair "
    "discuss confer see join".split()
)
_ENCOUNTERS = frozenset("talk meeting call conversation discussion summit phone".split())
_BESIDE = frozenset({"with", "to", "by"})


def sides_known(
    blocks: Iterable[tuple[Parse, Sequence[Mention]]],
    headings: Sequence[int | None],
    context: Context,
    *,
    led: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """The context's sides, with those that delegations, journeys, encounters, places and titles tell.

    Journeys and encounters are read twice, for one may tell another's; titles last, for they tell least.

    Args:
        blocks: The parse and the mentions of each block.
        headings: For each block the number of the heading over it.
        context: The document's context.
        led: The sides of persons whom everybody knows; a document that says otherwise goes before them.
    """
    whole = [_Block(doc, mentions, by_token(mentions)) for doc, mentions in blocks]
    before: Sequence[Mention] = ()
    for block in whole:
        block.at.update(by_token(pronouns(block.doc, block.mentions, before)))
        before = block.mentions
    plain = [(block.doc, block.mentions) for block in whole]
    context = _with(context, _more(dict(context.sides), led))
    sides = _more(dict(context.sides), arranged(plain, context))
    for _ in range(2):
        sides = _more(sides, _placed(whole, _with(context, sides)))
    strange: dict[str, set[str]] = {}
    for name, side, _other_side in _encounters(whole, _with(context, sides), open_to=context.sides):
        strange.setdefault(name, set()).add(side)
    sides = {n: () if strange.get(n, set()).intersection(s) else s for n, s in sides.items()}
    sides = _more(sides, led)
    met = _met_by(whole, context)
    received = {
        full_name(m, context)
        for block in whole
        for m in block.mentions
        if m.form == "person" and _meeting_over(_first_listed(block.doc[m.start : m.end].root)) is not None
    }
    steps: tuple[Callable[[Context], dict[str, tuple[str, ...]]], ...] = (
        lambda here: beside(plain, here),
        lambda here: alongside(plain, here),
        lambda here: at_places(plain, here, met=met),
        lambda here: called(plain, here, strange=strange),
        lambda here: of_the_press(plain, here, strange=strange, received=received, met=met),
        lambda here: _placed(whole, here),
        lambda here: alongside(plain, here),
        lambda here: place_by_office([m for _, m in plain], headings, here, strange=strange),
    )
    for step in steps:
        sides = _more(sides, step(_with(context, sides)))
    return sides


@dataclass(frozen=True, slots=True)
class _Block:
    """A block: its parse, its mentions, and the mention at each token, those of pronouns included."""

    doc: Parse
    mentions: Sequence[Mention]
    at: dict[int, Mention]


def _more(
    known: dict[str, tuple[str, ...]], found: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Sides with those found for persons who have none yet."""
    return known | {name: side for name, side in found.items() if not known.get(name)}


def _met_by(blocks: Sequence[_Block], context: Context) -> dict[str, set[str]]:
    """By each person those whom he or she meets."""
    found: dict[str, set[str]] = {}
    for block in blocks:
        for mention in (m for m in block.mentions if m.form == "person" and m.person):
            for partner in _partners(block.doc[mention.start : mention.end].root):
                other = block.at.get(partner.i)
                if other and other.person and other.person != mention.person:
                    names = full_name(mention, context), full_name(other, context)
                    found.setdefault(names[0], set()).add(names[1])
                    found.setdefault(names[1], set()).add(names[0])
    return found


def _placed(blocks: Sequence[_Block], context: Context) -> dict[str, tuple[str, ...]]:
    """The side of each person whom nothing else places; an empty one for who is known not to be of the seat."""
    titles = titles_of((block.mentions for block in blocks), context)
    votes = _in_order(blocks, context)
    strange: dict[str, set[str]] = {}
    for name, side, other in _encounters(blocks, context, open_to=context.sides):
        strange.setdefault(name, set()).add(side)
        if other and can_act_for(other, titles.get(name, ())):
            votes.setdefault(name, Counter())[other] += 1
    placed: dict[str, tuple[str, ...]] = {
        name: (count.most_common(1)[0][0],)
        for name, count in votes.items()
        if len(count) == 1 and not strange.get(name, set()) & set(count)
    }
    foreign = (name for name, sides in strange.items() if context.seat in sides and name not in placed)
    return dict.fromkeys(foreign, ()) | placed


def _encounters(
    blocks: Sequence[_Block],
    context: Context,
    *,
    open_to: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, str, str | None]]:
    """Each person without a side in `open_to`, with a side that is not his or hers and the other side, if told."""
    for block in blocks:
        for mention in block.mentions:
            name = _open_name(mention, context, open_to)
            for side in _not_of(block.doc, mention, block.at, context) if name else ():
                yield name or "", side, _other(side, context, block.doc, mention, block.mentions)


def _in_order(blocks: Sequence[_Block], context: Context) -> dict[str, Counter[str]]:
    """Two principals named together in a joint statement stand in the order of its parties."""
    if not context.joint or len(context.pair) != 2 or len(context.between) > 2:
        return {}
    for block in blocks[:3]:
        persons = [m for m in block.mentions if m.form == "person" and m.office]
        names = [_open_name(m, context, context.sides) for m in persons]
        if len(persons) == 2 and all(names):
            possible = zip(persons, context.pair, strict=True)
            if not all(can_act_for(side, offices_of(person)) for person, side in possible):
                return {}
            return {name: Counter({side: 1}) for name, side in zip(names, context.pair, strict=True) if name}
    return {}


def _open_name(mention: Mention, context: Context, sides: Mapping[str, tuple[str, ...]]) -> str | None:
    """The full name of a person whom nothing places yet."""
    name = full_name(mention, context)
    if mention.form != "person" or not name or mention.actors or name in sides:
        return None
    return name


def _other(
    side: str, context: Context, doc: Parse, person: Mention, mentions: Sequence[Mention]
) -> str | None:
    """The other side: of the pair, or the one other state that the sentence names."""
    if side in context.pair and len(context.pair) == 2:
        known = len(context.between) <= 2 and (context.seat is None or context.seat in context.pair)
        return context.pair[1 - context.pair.index(side)] if known else None
    sentence = doc[person.start].sent
    named = {
        m.actors[0]
        for m in mentions
        if m.form in ("name", "adjective") and len(m.actors) == 1 and sentence.start <= m.start < sentence.end
    }
    named.discard(side)
    return named.pop() if len(named) == 1 else None


def _not_of(doc: Parse, person: Mention, at: dict[int, Mention], context: Context) -> Iterator[str]:
    """Actors of whose side a person is not: those that he or she goes to, and those that he or she meets."""
    root = doc[person.start : person.end].root
    for goal in {part for head in _goals(root) for part in (*listed(head), *_apposed(head))}:
        mention = at.get(goal.i)
        if mention and mention.form in ("name", "capital"):
            yield from mention.actors[:1]
    for partner in _partners(root):
        mention = at.get(partner.i)
        if mention and mention is not person:
            yield from _side(mention, context)


def _apposed(token: Token) -> Iterator[Token]:
    """What a list without "and" goes on with: "visits to Chad, Togo"."""
    return (c for c in token.children if c.dep_ == "appos")


def _side(mention: Mention, context: Context) -> tuple[str, ...]:
    if mention.form == "person":
        if mention.body and mention.body in register() and register().get(mention.body).kind == "region":
            return ()  # a governor is met at home
        name = full_name(mention, context)
        return (mention.actors or context.sides.get(name, ()))[:1]
    return (
        mention.actors[:1]
        if mention.form in ("name", "adjective") and all(map(is_party, mention.actors))
        else ()
    )


def _goals(root: Token) -> list[Token]:
    """Where a person is said to go."""
    head = root.head
    if root.dep_ in ("nsubj", "nsubjpass") and head.lemma_.lower() in _GOING:
        leaving = head.lemma_.lower() in _LEAVING
        objects = [] if leaving else [c for c in head.children if c.dep_ == "dobj"]
        inner = [
            c for verb in head.children if verb.dep_ == "xcomp" for c in verb.children if c.dep_ == "dobj"
        ]
        return [*objects, *inner, *after(head, _TOWARDS), *(g for c in objects for g in after(c, _TOWARDS))]
    if root.dep_ == "nsubj" and head.lemma_.lower() in _RETURNING:
        return list(_left_behind(head))
    if root.dep_ == "poss" and head.lemma_.lower() in _JOURNEYS:
        return after(head, {"to"})
    return []


def _left_behind(verb: Token) -> Iterator[Token]:
    """Where somebody is said to be back from: "returned from Japan and India", "is back from a visit to Japan"."""
    leaving = next((t for t in verb.subtree if t.lower_ == "from" and verb in (t.head, t.head.head)), None)
    if leaving is None:
        return
    for token in verb.doc[leaving.i + 1 : verb.sent.end]:
        if token.pos_ == "VERB" or (token.dep_ == "prep" and token.head == verb):
            return
        if token.pos_ == "PROPN":
            yield token


def _partners(root: Token) -> list[Token]:
    """Whom a person meets: the object or "with" of a verb of meeting, or its subject."""
    root = _first_listed(root)
    head = root.head
    if root.dep_ in ("nsubj", "nsubjpass") and head.lemma_.lower() in _MEETING:
        return [part for t in _met(head) for part in listed(t)]
    verb = _meeting_over(root)
    return [part for t in subjects_of(verb) for part in listed(t)] if verb is not None else []


def _first_listed(root: Token) -> Token:
    """The first of the list that a noun stands in."""
    while root.dep_ == "conj" and root.head.pos_ in ("PROPN", "NOUN", "PRON"):
        root = root.head
    return root


def _met(verb: Token) -> list[Token]:
    objects = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    return [
        *objects,
        *agents_of(verb),
        *after(verb, _BESIDE),
        *(t for c in objects for t in after(c, {"with"})),
    ]


def _meeting_over(root: Token) -> Token | None:
    """The verb of meeting whose object, or whose "with", a person is."""
    head = root.head
    if root.dep_ == "dobj" and head.lemma_.lower() in _MEETING:
        return head
    if root.dep_ == "pobj" and head.lower_ in _BESIDE:
        above = head.head
        if above.lemma_.lower() in _ENCOUNTERS and above.head.pos_ == "VERB":
            above = above.head
        if above.lemma_.lower() in _MEETING:
            return above
    return None


def _with(context: Context, sides: Mapping[str, tuple[str, ...]]) -> Context:
    """The context with those sides that are known."""
    return replace(context, sides={name: side for name, side in sides.items() if side})
