"""What holds for a whole document: its home, its pair, who "we" are, whom its names mean.

Settled once, from the document's own title, publisher, speakers and mentions; never from what is known
outside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from legation.actors.publishers import state_of_host
from legation.actors.register import register
from legation.actors.state_offices import is_sole, may_hold
from legation.documents.document import Document
from legation.reading.glue import FUNCTION_WORDS
from legation.reading.mention import Mention
from legation.reading.text import Context

_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|interview|op-ed|letter|proclamation|memorandum|toast)s?\b[^.]{0,40}?\b(?:by|of|from|with)\b",
    re.I,
)
_JOINT = re.compile(
    r"\bjoint (?:\w+ ){0,3}(?:statement|communiqu[eé]|declaration|press release|vision|leaders)", re.I
)
_STATED = re.compile(r"\b(?:statement|communiqu[eé]|declaration)\b", re.I)
_ONE_SPEAKS = re.compile(
    r"\b(?:spokes\w+|secretary|advis[oe]r|president|minister|ambassador|coordinator|chair|representative)\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:call|meeting|talks|meets?|met|summit|engagement|readout|visit|conversation|dialogue|bilateral|agreement|deal)\b",
    re.I,
)
_TOUR = re.compile(r"\b(?:visits?|trips?|tours?|journeys?|travels?)\b", re.I)
_BY = re.compile(r"\s*(?:of|by|from)\s+(?:the\s+)?(?:[\w’']+\s+){0,5}")
_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|mil|go|gob|gouv|gc|govt|admin)(?:\.[a-z]{2})?$")
_LIST_GAP = 3
"""Tokens between two names of one list: ", and the"."""
_LISTED = 2
_LONG_NAME = 4
_MONTHS = frozenset({"may", "march", "august", "april", "june"})
_STATES = frozenset({"state", "territory", "economy"})
_OF_THE_UNION = frozenset({"European Council", "European Commission", "European External Action Service"})
"""Bodies whose heads act for the European Union."""
_NO_PARTIES = frozenset({"region", "firm", "office"})


def is_party(actor: str) -> bool:
    """Whether an actor is a state, or a body that deals with states as their equal (the EU, ASEAN, NATO)."""
    kind = register().kind_of(actor)
    return kind is not None and kind not in _NO_PARTIES


def is_state(actor: str) -> bool:
    """Whether an actor is a state or territory."""
    return register().kind_of(actor) in _STATES


def side_of(body: str | None) -> tuple[str, ...]:
    """The state that a body, party or ministry acts for; the body itself where it acts for none, as firms do not."""
    if not body:
        return ()
    if body in _OF_THE_UNION:
        return ("EU",)
    if body not in register():
        return (body,)
    actor = register().get(body)
    return (actor.id if actor.kind == "firm" else actor.state or actor.id,)


def context_of(document: Document, blocks: Sequence[Sequence[Mention]]) -> Context:
    """The context of a document.

    Args:
        document: The document.
        blocks: The mentions of each block, in order; the first block is the title where there is one.
    """
    mentions = [m for block in blocks for m in block]
    title = document.title or ""
    in_title = blocks[0] if blocks and title else ()
    counts = Counter(a for m in mentions for a in m.actors if is_state(a))
    home = _home(document)
    seat = home if home and _is_official(document) else None
    press = home if seat is None else None
    pair = () if press and _is_tour(title, in_title, press) else _pair(in_title, counts, home)
    if home is None and counts:
        home = _first_among(counts, pair)
        seat = home if home and not pair and _is_alone(home, counts) else None
    chorus = _chorus(title)
    joint = bool(chorus or _JOINT.search(title))
    between = (_enumerated(blocks) or chorus or _parties(blocks, pair)) if joint else ()
    if _MET.search(title) and not joint:
        between = pair
    persons, sides = _persons(mentions)
    if len(between) <= 2 and (seat in pair or set(pair) <= {home, *between, *_named(in_title)}):
        sides |= _by_elimination(mentions, persons, sides, pair)
    return Context(
        home=home,
        seat=seat,
        press=press,
        pair=pair,
        topic=_topic(in_title),
        between=between,
        we=between if joint else ((home,) if home else ()),
        joint=joint,
        spoken=bool(_SPEECH.search(title)),
        persons=persons,
        sides=sides,
    )


def _chorus(title: str) -> tuple[str, ...]:
    """Those who speak together in a title: "G7 Leaders' Statement on …", "Joint Declaration of ASEAN and Japan".

    Empty where one person speaks, where only one state does, or where no body is among those who speak.
    """
    stated = _STATED.search(title)
    if stated is None or _ONE_SPEAKS.search(title):
        return ()
    names = [n for n in register().find(title) if is_party(n.actor.id)]
    before = [n.actor.id for n in names if n.end <= stated.start()]
    behind = [n.actor.id for n in names if _BY.fullmatch(title[stated.end() : n.start])]
    speakers = tuple(dict.fromkeys(before or behind))
    return () if all(is_state(actor) for actor in speakers) else speakers


def _enumerated(blocks: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """Three parties or more that one of the first blocks lists: "We, the leaders of Chile, Ghana, Peru and Togo"."""
    for block in blocks[:5]:
        run: list[Mention] = []
        for mention in block:
            if mention.form != "name" or not all(is_party(a) for a in mention.actors):
                continue
            if run and mention.start - run[-1].end > _LIST_GAP:
                if len(run) > _LISTED:
                    break
                run = []
            run.append(mention)
        if len(run) > _LISTED:
            return tuple(dict.fromkeys(a for m in run for a in m.actors))
    return ()


def _parties(blocks: Sequence[Sequence[Mention]], pair: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of a joint statement: those whom its title, or else the first of its opening blocks, names together."""
    for block in blocks[:4]:
        named = tuple(
            dict.fromkeys(a for m in block if m.form != "adjective" for a in m.actors if is_party(a))
        )
        if len(named) >= 2:
            return named
    return pair


def _home(document: Document) -> str | None:
    """The state of a publisher, read from its address or its name."""
    return next((state for host in _hosts(document) if (state := state_of_host(host))), None)


def _is_official(document: Document) -> bool:
    """Whether a government publishes it: there, not in a newspaper, officials without a country are its own."""
    return any(_OFFICIAL.search(host) for host in _hosts(document))


def _hosts(document: Document) -> tuple[str, str]:
    return urlsplit(document.address).hostname or "", document.publisher or ""


_LEAST_SHARE = 0.1
"""Of all names of states and bodies in a document, the share that the second of a pair has at least."""


def _pair(title: Iterable[Mention], counts: Counter[str], home: str | None) -> tuple[str, ...]:
    named = _named(title)
    if len(named) >= 2:
        return (named[0], named[1])
    if len(named) == 1 and home and home != named[0]:
        return (home, named[0])
    return _dominant(counts, named)


def _named(mentions: Iterable[Mention]) -> list[str]:
    """The states and bodies that mentions name, in order."""
    return list(dict.fromkeys(a for m in mentions for a in m.actors if is_party(a)))


def _topic(title: Iterable[Mention]) -> str | None:
    """The one state that a title names."""
    states = {a for m in title for a in m.actors if is_state(a)}
    return states.pop() if len(states) == 1 else None


def _is_tour(title: str, named: Iterable[Mention], press: str) -> bool:
    """Whether a paper's title tells of a journey to several states, which then are no pair: "PM tours Chad and Togo"."""
    states = {a for m in named for a in m.actors if is_state(a)}
    return _TOUR.search(title) is not None and len(states - {press}) > 1


def _dominant(counts: Counter[str], named: list[str]) -> tuple[str, ...]:
    """The two states of which a document speaks most, and far more often than of any third; none where there are no such."""
    often = counts.most_common(3)
    if len(often) < 2 or (len(often) == 3 and often[1][1] < 2 * often[2][1]):
        return ()
    if often[1][1] < _LEAST_SHARE * counts.total():
        return ()  # a state named in passing is no side: one "Paris" in a speech on prices at home
    top = [actor for actor, _ in often[:2]]
    return tuple(top) if not named or named[0] in top else ()


def _first_among(counts: Counter[str], pair: tuple[str, ...]) -> str | None:
    top, number = counts.most_common(1)[0]
    if len(counts) == 1 or number >= 2 * counts.most_common(2)[1][1] or top in pair:
        return top
    return None


def _is_alone(actor: str, counts: Counter[str]) -> bool:
    """Whether a document speaks of one state throughout, and of others only in passing."""
    others = [number for other, number in counts.items() if other != actor]
    return counts[actor] >= 4 and counts[actor] >= 4 * max(others, default=0)


def _persons(mentions: Iterable[Mention]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Full names by each shorter name, and the side of each full name."""
    named = [m for m in mentions if m.person]
    full = sorted(
        {m.person for m in named if m.person and " " in m.person}, key=lambda n: (-len(n.split()), n)
    )
    votes: dict[str, Counter[tuple[str, ...]]] = {}
    persons: dict[str, str] = {}
    for name in full:
        longer = next((p for p in full if p != name and _is_short_for(name, p)), name)
        persons.setdefault(name.lower(), longer)
        for part in _short_names(name):
            persons.setdefault(part, longer)
    for mention in named:
        if mention.person and mention.actors:
            name = persons.get(mention.person.lower(), mention.person)
            votes.setdefault(name, Counter())[mention.actors] += 1
    return persons, {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _short_names(name: str) -> Iterator[str]:
    """The last and the first word of a name, in lower case; of a long one the last alone."""
    words = name.split()
    for word in (words[-1], words[0]) if len(words) < _LONG_NAME else words[-1:]:
        if len(word) > 1 and word[0].isupper() and word.lower() not in FUNCTION_WORDS | _MONTHS:
            yield word.lower()


def _by_elimination(
    mentions: Iterable[Mention],
    persons: Mapping[str, str],
    sides: Mapping[str, tuple[str, ...]],
    pair: tuple[str, ...],
) -> dict[str, tuple[str, ...]]:
    """The side of a person whose office is held, on one side of the pair, by somebody else, and can be on the other."""
    holders: dict[str, set[str]] = {}
    open_names: dict[str, str] = {}
    for mention in mentions:
        if mention.form == "person" and mention.person and mention.office:
            name = persons.get(mention.person.lower(), mention.person)
            office = mention.office
            if name in sides:
                holders.setdefault(office, set()).update(s for s in sides[name] if is_sole(s, office))
            else:
                open_names.setdefault(name, office)
    found: dict[str, tuple[str, ...]] = {}
    for name, office in open_names.items():
        left = [actor for actor in pair if actor not in holders.get(office, set())]
        if len(pair) == 2 and len(left) == 1 and may_hold(left[0], office) is not False:
            found[name] = (left[0],)
    twice = Counter((found[name], open_names[name]) for name in found)
    return {
        name: side
        for name, side in found.items()
        if twice[side, open_names[name]] == 1 or not is_sole(side[0], open_names[name])
    }


def _is_short_for(short: str, long: str) -> bool:
    a, b = short.lower().split(), long.lower().split()
    return len(b) > len(a) and a[0] == b[0] and a[-1] == b[-1]
