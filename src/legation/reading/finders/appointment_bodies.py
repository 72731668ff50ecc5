"""What an office is of: the state or body that its words name, else the side of its holder.

A general secretary is of a party, never of a state: the party that the text names of that state, or the only one
that the register knows of it. A chief executive is of a firm or an institute, never of the state on whose page he
is named. Where nothing tells, an office is of nothing: none beats a wrong state.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from legation.actors.register import register
from legation.actors.state_offices import may_hold
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text

_PARTY_OFFICE = re.compile(
    r"(?:party )?(?:general secretary|first secretary|party (?:chief|leader|secretary|boss))$|.*\bpolitburo\b.*"
    r"|.*\bcentral committee\b.*|.*\bparty secretary$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:CEO|Chief Executive(?: Officer)?|Managing Director|Board Member|Executive (?:Director|Vice President)|Treasurer)$",
    re.IGNORECASE,
)
"""Offices of firms and institutes, which a state's page names without being theirs."""
_ORGAN = re.compile(
    r"^(?P<office>[\w' -]+?) (?:of|at|for) (?P<body>[\w'&. -]*\b(?:Foundation|University|Institute|Association|Federation|Chamber"
    r"|Company|Corporation|Fund|Alliance|Coalition|Network|Society|School|College|Museum|League|Center|Centre|Trust|Bank"
    r"|Group|Forum|Library|Academy|Hospital)\b.*)$"
)
"""An office whose complement is a body that the register does not know: "President of the Ford Foundation"."""
_SAYING = frozenset(
    "say tell state announce note stress affirm add reveal explain comment write list assess".split()
)
_GOING = frozenset(
    "visit travel pay make leave depart arrive return attend fly wrap conclude end begin start lead".split()
)
_JOURNEYS = frozenset("visit trip tour journey travel fly".split())
_OWNERS = frozenset({"its", "their", "his", "her"})
_TO = re.compile(r"\bto (?:the )?(.+)$")
STYLES = frozenset("General Admiral Colonel Marshal Brigadier Commodore Sheikh Prince Princess".split()) | {
    "Field Marshal",
    "Air Marshal",
    "Air Chief Marshal",
}
"""Ranks and styles that go with a name and are no office: "General Mbadi, Chief of Defence", "Prince Faisal"."""
_SENT = re.compile(r"(?:Minister|Envoy|Ambassador|Charg[eé]|Consul|Vice Consul|Agent)\b")
"""Offices of envoys, which a state's history of its ties names without the state."""
_RULE = 2
"""How many times as often as any other a state must be named for its own officials to go without its name."""


def body_of(text: Text, office: str, said: str | None, sides: tuple[str, ...]) -> tuple[str | None, str]:
    """What an office is of, and how that was seen: said with the title, or the side of the holder.

    Args:
        text: The document.
        office: The office.
        said: The body that the words at the title name.
        sides: The side of the holder as the document tells it.
    """
    if said and _is_part_of_the_world(said):
        said, sides = None, ()  # "Senior Director for Africa" is of no continent
    if not said and _PRIVATE.search(office):
        return None, "private"
    body = said or (sides[0] if sides else None)
    how = "said" if said else "side" if sides else "none"
    if body and _PARTY_OFFICE.match(office) and is_state(body):
        party = _party_of(text, body)
        return party or body, "party" if party else how
    return body, how


def _is_part_of_the_world(body: str) -> bool:
    """Whether a name is of a region beyond states, such as Africa, not of a part of one, such as Illinois."""
    actor = register().get(body) if body in register() else None
    return actor is not None and actor.kind == "region" and actor.state is None


def parted(office: str, said: str | None) -> tuple[str, str | None]:
    """An office and what it is of, the body that is part of its title taken out of it."""
    if office.startswith("European Commissioner") or (said == "EU" and office.startswith("Commissioner")):
        return office.removeprefix("European "), "European Commission"
    match = None if said else _ORGAN.match(office)
    return (match["office"], match["body"].removeprefix("the ")) if match else (office, said)


def named_behind(sentence: Sentence, mention: Mention) -> str | None:
    """The firm or institute behind a name and its title, in a list of those present: "Tim Cook, CEO, Apple"."""
    doc = sentence.doc
    at = mention.end
    if at + 1 >= sentence.end or doc[at].text != "," or not doc[at + 1].text[0].isupper():
        return None
    end = at + 1
    while end < sentence.end and (
        doc[end].text[0].isupper() or doc[end].lower_ in ("of", "for", "the", "and", "&")
    ):
        end += 1
    closes = end >= len(doc) or end >= sentence.end or doc[end].text in (",", ";", ".", "(", ")")
    other = sentence.mention_at(doc[at + 1])
    if not closes or any(m.form == "person" and at < m.start < end for m in sentence.mentions):
        return None
    if other is not None and other.form == "capital":
        return None
    return (other.body if other else None) or sentence.words(at + 1, end).removeprefix("the ").removeprefix(
        "The "
    )


def employer_behind(sentence: Sentence, end: int) -> str | None:
    """The body that somebody serves "at" or "with": "a senior advisor at the Harbour Trust".

    Args:
        sentence: The sentence.
        end: The token after the title.
    """
    doc = sentence.doc
    if end + 1 >= sentence.end or doc[end].lower_ not in ("at", "with"):
        return None
    start = end + 1 + (doc[end + 1].lower_ == "the")
    stop = start
    while stop < sentence.end and (
        doc[stop].text[:1].isupper() or doc[stop].lower_ in ("of", "for", "and", "the")
    ):
        stop += 1
    while stop > start and not doc[stop - 1].text[:1].isupper():
        stop -= 1
    known = sentence.mention_at(doc[start]) if stop > start else None
    if known is not None and (known.form == "person" or is_state(known.body or "")):
        return None
    words = sentence.words(start, stop)
    return (
        words
        if stop - start > 1 and (known is None or words.startswith("U.S. "))
        else known.body
        if known
        else None
    )


def as_spelled(sentence: Sentence, body: str | None) -> str | None:
    """A body of the United States with the points that the text gives it: "U.S. Department of State"."""
    pointed = f"U.S. {body[3:]}" if body and body.startswith("US ") else ""
    return pointed if pointed and pointed in sentence.block.text else body


def whose(sentence: Sentence, mention: Mention, start: int, office: str) -> str | None:
    """What an office is of, where no body is named with it: whose "its" and "his" mean, else the holder's side.

    Args:
        sentence: The sentence.
        mention: The holder.
        start: The first token of the words that tell the office.
        office: The office.
    """
    of = next(iter(mention.actors), None) or next(iter(_side_known(sentence, mention)), None)
    of = of or _owner_by_pronoun(sentence, start) or _sender(sentence.text, office)
    return of or (None if mention.office else _of_seat(sentence.text, office))


def _side_known(sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    return sentence.text.context.sides.get(mention.person or "", ())


def _owner_by_pronoun(sentence: Sentence, start: int) -> str | None:
    """Whose "its", "her" or "the country's" before a title means: the actor named last before, or the person's side."""
    at = start - 1
    while at > sentence.start and at > start - 4 and sentence.doc[at].lower_ not in _OWNERS:
        at -= 1
    if at < sentence.start:
        return None
    word = sentence.doc[at]
    if word.lower_ in ("its", "their"):
        named = [
            m
            for m in sentence.mentions
            if m.end <= at and m.form in ("name", "adjective", "capital", "back") and len(m.actors) == 1
        ]
        return named[-1].actors[0] if named else None
    meant = sentence.mention_at(word) if word.lower_ in ("his", "her") else None
    return next(iter(meant.actors), None) if meant is not None else None


def _sender(text: Text, office: str) -> str | None:
    """Who sends an envoy "to" one of the document's two: the other."""
    pair = text.context.pair
    match = _TO.search(office)
    if match is None or len(pair) != 2:
        return None
    goal = {n.actor.id for n in register().find(match[1])}
    left = [state for state in pair if state not in goal]
    return left[0] if len(left) == 1 else None


def _of_seat(text: Text, office: str) -> str | None:
    """The seat, for one who comes to an office of which its pages need say no more."""
    seat = text.context.seat
    if seat and seat in text.context.pair and _SENT.match(office):
        return seat
    return seat if seat and may_hold(seat, office) is not False and not _PARTY_OFFICE.match(office) else None


def at_home(sentence: Sentence, mention: Mention) -> str | None:
    """The state of an official without one: the state that the document is about, where he or she speaks or travels for it.

    News of a country names its own officials without their country, and others with it.
    """
    text = sentence.text
    home = _dominant(text)
    if home is None or not mention.person or mention.person in text.context.sides:
        return None
    root = sentence.doc[mention.start : mention.end].root
    verbs = _SAYING | _GOING
    return (
        home
        if any(home not in _goals(sentence, v) for v in _verbs(root) if v.lemma_.lower() in verbs)
        else None
    )


def at_place(sentence: Sentence, mention: Mention) -> str | None:
    """The state of an official whom others meet there: "In Paris he met President Macron", "on a visit to Egypt, saw …"."""
    if not mention.person or sentence.text.context.sides.get(mention.person):
        return None
    root = sentence.doc[mention.start : mention.end].root
    if any(verb.lemma_.lower() in _GOING for verb in _verbs(root)):
        return None
    places = {
        m.actors[0]
        for m in sentence.mentions
        if m.form in ("name", "capital")
        and len(m.actors) == 1
        and is_state(m.actors[0])
        and _is_goal(sentence, m)
    }
    place = places.pop() if len(places) == 1 else None
    return place if place != _dominant(sentence.text) and place != sentence.text.context.seat else None


def _is_goal(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is where a meeting is ("in Minsk") or a journey goes ("visit to Egypt")."""
    if mention.form == "capital":
        return mention.start > sentence.start and sentence.doc[mention.start - 1].lower_ == "in"
    above = [t.lemma_.lower() for t in sentence.doc[mention.start : mention.end].root.ancestors][:2]
    return bool(set(above) & _JOURNEYS)


def _verbs(root: Token) -> Iterator[Token]:
    """The verbs that a person is the subject of."""
    head = root
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass"):
        yield head.head


def _goals(sentence: Sentence, verb: Token) -> set[str]:
    return {
        a for t in verb.subtree if (m := sentence.mention_at(t)) and m.form != "person" for a in m.actors
    } - set(sentence.text.context.we)


@cache
def _parties() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for actor in register():
        if actor.kind == "party" and actor.state:
            found[actor.state] = (*found.get(actor.state, ()), actor.id)
    return found


def _party_of(text: Text, state: str) -> str | None:
    """The party of a state that the document names, else the only one of it that the register knows."""
    parties = _parties().get(state, ())
    named = {m.body for block in text.blocks for m in block.mentions if m.body in parties}
    if len(named) == 1:
        return named.pop()
    return parties[0] if len(parties) == 1 else None


def _dominant(text: Text) -> str | None:
    """The state that a document names at least twice as often as any other."""
    counts = Counter(
        a
        for block in text.blocks
        for m in block.mentions
        if m.form in ("name", "adjective")
        for a in m.actors
        if is_state(a)
    )
    often = counts.most_common(2)
    if not often or (len(often) == 2 and often[0][1] < _RULE * often[1][1]) or often[0][1] < 2:
        return None
    return None if _is_destination(text, often[0][0]) else often[0][0]


def _is_destination(text: Text, state: str) -> bool:
    """Whether a document speaks of a journey to a state: its own officials would not travel there."""
    for block in text.blocks:
        for mention in block.mentions:
            if state in mention.actors and mention.form in ("name", "capital"):
                above = [t.lemma_.lower() for t in block.doc[mention.start : mention.end].root.ancestors][:2]
                if set(above) & _JOURNEYS:
                    return True
    return False
