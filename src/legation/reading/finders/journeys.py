"""Journeys in a sentence: every verb and noun of travelling and receiving, with who goes where.

A journey is a candidate: `legation.reading.finders.visits` decides what becomes a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import (
    agents_of,
    clause_of,
    is_passive,
    subjects_of,
    who,
)
from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter_runs import (
    fuller,
    run_after,
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
    VISITS,
    Journey,
    goal_objects,
    goals_of,
    governor,
    travellers_of,
)
from legation.reading.finders.journey_nouns import told_by_noun
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_VISITING = frozenset({"visit", "revisit", "tour", "reach"})
_GOING = frozenset(
    "travel fly head journey go come arrive land depart sail embark proceed jet cross slip roll drive continue move".split()
)
_CRAFT = frozenset("train plane aircraft motorcade jet ship yacht helicopter airliner convoy flight".split())
"""What carries whose it is."""
_PARTICLES = {
    "touch": "down",
    "set": "off out foot",
    "transit": "",
    "lead": "",
    "spend": "",
    "wind": "up",
    "end": "up",
    "call": "in",
    "stay": "",
    "break": "",
    "stop": "over off by overnight briefly",
}
"""Further verbs of going, each with the particles that make it one."""
_LEAVING = frozenset({"leave", "depart", "return"})
_RECEIVING = frozenset("host welcome receive greet".split())
_ATTENDING = frozenset("attend join address participate represent".split())
_GATHERINGS = frozenset(
    "summit conference assembly session forum ceremony inauguration funeral parade congress council commission dialogue meeting "
    "gathering expo coronation celebration commemoration symposium".split()
)
_PARTIES = frozenset({"delegation", "mission", "team", "group"})
_TAKING = frozenset({"take", "bring"})
_SENDING = frozenset({"send", "dispatch"})
_WAYS = frozenset({"way", "leg", "tour", "trip", "visit", "journey"})
_REMOTE = frozenset(
    {
        "virtual",
        "virtually",
        "video",
        "videoconference",
        "videoconferencing",
        "online",
        "teleconference",
        "remotely",
    }
)
TRIGGERS = (
    _VISITING
    | _GOING
    | _LEAVING
    | _RECEIVING
    | VISITS
    | _ATTENDING
    | set(_PARTICLES)
    | _TAKING
    | _SENDING
    | {"expect"}
    | {"be", "attendance", "visiting", "while", "welcome"}
)


def journeys_of(sentence: Sentence) -> Iterator[Journey]:
    """The journeys that a sentence speaks of, in the order of their words."""
    for token in sentence.with_either(TRIGGERS, TRIGGERS):
        yield from _journey(sentence, token)


def _journey(sentence: Sentence, token: Token) -> Iterator[Journey]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma in VISITS | {"attendance"}:
        yield from told_by_noun(sentence, token)
    elif token.pos_ == "AUX" and lemma == "be":
        yield from _being(sentence, token)
    elif (
        token.lower_ == "welcome"
        and token.dep_ not in ("amod", "compound")
        and not any(
            c.dep_ in ("dobj", "aux") or (c.dep_ == "nsubj" and c.i == token.i - 1) for c in token.children
        )
    ):
        yield from _welcomed(sentence, token)
    elif token.lower_ == "while":
        yield from _while(sentence, token)
    elif token.lower_ == "visiting" and token.dep_ == "amod":
        yield from _guest(sentence, token)
    elif token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        yield from _verb(sentence, token, lemma)


def _verb(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Journey]:
    if lemma in _VISITING:
        yield from _made(sentence, verb, goal_objects(verb), "verb:visit", 0.85)
    elif lemma in _RECEIVING:
        yield from _received(sentence, verb)
    elif lemma in _ATTENDING:
        yield from _attended(sentence, verb)
    elif lemma in _TAKING:
        yield from _taken(sentence, verb)
    elif lemma in _SENDING:
        yield from _sent(sentence, verb)
    elif lemma == "expect" and is_passive(verb) and not any(c.dep_ == "xcomp" for c in verb.children):
        yield from _made(sentence, verb, beside(verb, {"in", "at"}), "verb:expect", 0.7)
    elif lemma in ("leave", "depart") and any(c.dep_ == "dobj" for c in verb.children):
        yield from _left(sentence, verb)
    elif lemma == "return":
        yield from _made(sentence, verb, beside(verb, {"from"}), "verb:return", 0.75)
    elif (lemma in _GOING | _LEAVING and not _is_numbered(verb)) or _goes_with_particle(verb, lemma):
        yield from _made(sentence, verb, beside(verb, TOWARDS), "verb:go", 0.75)


def _taken(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "a tour that takes her to Lima and Quito", "the trip will bring him to Oslo"."""
    journey = {t.lemma_.lower() for t in subjects_of(verb)} & (
        VISITS | {"leg", "programme", "program", "schedule"}
    )
    visitors = [m for o in goal_objects(verb) for m in people_at(sentence, o)]
    if journey and not visitors and (over := governor(subjects_of(verb)[0])) is not None:
        visitors = fuller(
            [m for t in travellers_of(over) for m in people_at(sentence, t)], run_before(sentence, over.i)
        )
    to, end = goals_of(sentence, beside(verb, {"to"}))
    if journey and visitors and to:
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:take", 0.75)


def _sent(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Oslo sent Foreign Minister X to Quito", "an envoy was dispatched to Cairo"."""
    visitors = [m for o in goal_objects(verb) for m in people_at(sentence, o)]
    to, end = goals_of(sentence, beside(verb, {"to"}))
    if visitors and any(is_state(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:send", 0.7)


def _left(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "left Rome for Tunis", and "left Tunis at the end of a visit"."""
    onward = beside(verb, {"for"})
    ways = [t for t in beside(verb, {"on"}) if t.lemma_.lower() in _WAYS]
    onward += [t for way in ways for t in beside(way, {"to", "through"})]
    if any(places_at(sentence, t) for t in onward):
        yield from _made(sentence, verb, onward, "verb:go", 0.75)
    elif not any(t.lemma_.lower() in VISITS | _GATHERINGS for t in onward):
        yield from _made(sentence, verb, goal_objects(verb), "verb:leave", 0.7)


def _is_numbered(verb: Token) -> bool:
    """Whether a word that looks like a verb has a number of its own: "heading 9903.01"."""
    behind = verb.doc.tokens[verb.i + 1 : verb.i + 2]
    return verb.lower_ == "heading" and bool(behind) and behind[0].text[0].isdigit()


def _goes_with_particle(verb: Token, lemma: str) -> bool:
    """Stop over, touch down, set off, lead a delegation to."""
    if lemma == "lead":
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _PARTIES for c in verb.children)
    if lemma == "spend":
        return any(
            t.lower_ in ("day", "days", "week", "weeks", "weekend", "hours")
            for c in verb.children
            for t in c.subtree
        )
    wanted = _PARTICLES.get(lemma)
    if lemma == "break":
        return any(c.dep_ == "dobj" and c.lemma_.lower() in VISITS for c in verb.children)
    return wanted is not None and (not wanted or any(c.lower_ in wanted.split() for c in verb.children))


def _made(
    sentence: Sentence, verb: Token, goals: list[Token], pattern: str, weight: float
) -> Iterator[Journey]:
    """Whoever is the verb's subject goes to what the goals mean."""
    passive = is_passive(verb) and verb.lemma_.lower() in _VISITING
    goers = agents_of(verb) if passive else travellers_of(verb)
    goers = [
        o for g in goers for o in ([c for c in g.children if c.dep_ == "poss"] if g.lemma_ in _CRAFT else [g])
    ]
    visitors = [m for goer in goers for m in people_at(sentence, goer)]
    if not passive:
        visitors = fuller(visitors, run_before(sentence, verb.i))
    to, end = goals_of(sentence, goals)
    if visitors and to and all(is_party(a) or is_region(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, pattern, weight)


def _received(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Welcomed President X to the White House", "received the Lao Prime Minister in Hanoi", "was hosted by"."""
    if any(t.lower_ in _REMOTE for t in verb.subtree):
        return
    hosts = [
        m for h in (agents_of(verb) if is_passive(verb) else subjects_of(verb)) for m in who(sentence, h)
    ]
    guests = [m for o in goal_objects(verb) for m in people_at(sentence, o)]
    if not guests and any(o.pos_ == "PROPN" for o in goal_objects(verb)):
        guests = [m for m in run_after(sentence, verb.i) if m.form == "person"]
    to, end = goals_of(sentence, beside(verb, {"to", "in", "at"}))
    home = tuple(a for m in hosts for a in m.actors)
    to = tuple(a for a in to if a in home) or (to if verb.lemma_.lower() != "greet" else ())
    stated = bool(to) or any(
        t.lower_ in ("visit", "visiting", "arrival", "airport", "stay") for t in verb.subtree
    )
    posted = any(_resides(sentence, m) for m in guests)
    settled = posted or (not stated and verb.lemma_.lower() == "greet")
    if guests and (to or home) and not settled:
        weight = 0.8 if stated else 0.5
        last = max([end, verb.i + 1, *(m.end for m in guests)])
        pattern = "verb:receive" if stated else "verb:receive:bare"
        yield Journey(sentence, verb, verb, tuple(guests), to or home[:1], last, pattern, weight)


def _resides(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is posted where he or she is received: an ambassador does not come on a visit."""
    words = mention.office or sentence.words(mention.start, min(mention.end + 2, sentence.end))
    return any(word in words.lower() for word in ("ambassador", "consul", "chargé", "high commissioner"))


def _attended(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Attended the summit in Baku": only with a place abroad is it travel."""
    attended = [*goal_objects(verb), *beside(verb, {"in", "at"})]
    attended += [t for o in attended for t in beside(o, {"of"})]
    gatherings = [t for t in attended if t.lemma_.lower() in _GATHERINGS]
    if not gatherings or any(t.lower_ in _REMOTE for t in verb.subtree):
        return
    to, end = goals_of(
        sentence, [p for g in gatherings for p in beside(g, {"in", "at"})] + beside(verb, {"in", "at"})
    )
    visitors = [m for goer in travellers_of(verb) for m in people_at(sentence, goer)]
    if visitors and any(is_state(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:attend", 0.7)


def _welcomed(sentence: Sentence, word: Token) -> Iterator[Journey]:
    """As in "welcome to Ottawa, Mr. President", "welcome to you and your delegation": said to who has come."""
    objects = beside(word, {"to"})
    to, end = goals_of(sentence, objects)
    spoken_to = [m for m in sentence.mentions if m.form in ("person", "back") and _is_addressed(sentence, m)]
    if spoken_to:
        guests = tuple(dict.fromkeys(spoken_to[:1]))
        yield Journey(sentence, word, word, guests, to, max(end, word.i + 1), "welcome", 0.7)


def _is_addressed(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is "you", or a title by which somebody is addressed."""
    first = sentence.doc[mention.start]
    return first.lower_ in ("you", "your", "mr.", "madam", "president", "excellency") and first.dep_ not in (
        "nsubj",
        "nsubjpass",
    )


def _being(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Was in China from 22 to 26 April", "is back from Tokyo"."""
    places = [
        p
        for c in verb.children
        if (c.dep_ == "prep" and c.lower_ in ("in", "at")) or (c.dep_ == "advmod" and c.lower_ == "back")
        for p in (
            [x for x in c.children if x.dep_ == "pobj"] if c.dep_ == "prep" else beside(c, {"from", "in"})
        )
    ]
    due = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("due", "expected")]
    places += [p for c in due for p in beside(c, {"in", "at"})]
    first = min((p.i for p in places), default=0)
    guest = next((c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() == "guest"), None)
    if guest is not None:
        spots = [t for c in guest.subtree if c.lower_ in ("in", "at") for t in c.children if t.dep_ == "pobj"]
        yield from _made(
            sentence, verb, [t for t in spots if not sentence.date_at(t)] + places, "be:guest", 0.75
        )
    elif not places or any(
        c.dep_ in ("attr", "acomp") and c.i < first for c in verb.children if c not in due
    ):
        return
    else:
        yield from _made(sentence, verb, places, "be", 0.75)


def _while(sentence: Sentence, mark: Token) -> Iterator[Journey]:
    """As in "While in Washington for …, he …"."""
    if mark.i + 1 >= sentence.end or sentence.doc[mark.i + 1].lower_ not in ("in", "visiting"):
        return
    prep = sentence.doc[mark.i + 1]
    clause = clause_of(mark)
    over = clause.head if clause.dep_ == "advcl" else clause
    visitors = [m for s in subjects_of(over) for m in people_at(sentence, s)]
    to, end = goals_of(sentence, [c for c in prep.children if c.dep_ in ("pobj", "dobj")])
    if visitors and to and prep.lower_ == "in":
        yield Journey(sentence, mark, over, tuple(visitors), to, end, "while-in", 0.75)


def _guest(sentence: Sentence, word: Token) -> Iterator[Journey]:
    """As in "the visiting Estonian President": where to is told by the verb's place, or by the document."""
    visitors = people_at(sentence, word.head)
    over = governor(word)
    to, end = goals_of(sentence, beside(over, {"in", "at"}) if over is not None else [])
    if visitors and over is not None:
        yield Journey(sentence, word, over, tuple(visitors), to, max(end, word.i + 1), "visiting", 0.7)
