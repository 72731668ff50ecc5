"""Journeys in a sentence: every verb and noun of travelling and receiving, with who goes where.

A journey is a candidate: `legation.reading.finders.visits` decides what becomes a statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.reading.clauses import after, agents_of, clause_of, is_passive, subjects_of, who
from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter_runs import fuller, maker_behind, owner_before, run_before
from legation.reading.finders.encounter_sides import (
    beside,
    doers_at,
    is_official,
    is_region,
    people_at,
    places_at,
)
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_TO = frozenset({"to", "for", "in", "at", "into", "across", "through", "around", "via", "throughout"})
_INSIDE = frozenset({"in", "at", "to", "into"})
_VISITING = frozenset({"visit", "revisit", "tour"})
_GOING = frozenset("travel fly head journey go come arrive land depart sail embark proceed jet".split())
_PARTICLES = {
    "stop": "over off by",
    "touch": "down",
    "set": "off out",
    "stay": "",
    "transit": "",
    "lead": "",
    "spend": "",
}
"""Further verbs of going, each with the particles that make it one."""
_LEAVING = frozenset({"leave", "depart", "return"})
_RECEIVING = frozenset("host welcome receive greet".split())
_VISITS = frozenset("visit trip tour travel travels journey stopover voyage arrival swing sojourn".split())
_ATTENDING = frozenset("attend join address participate represent".split())
_GATHERINGS = frozenset(
    "summit conference assembly session forum ceremony inauguration funeral parade congress council commission dialogue meeting "
    "gathering expo coronation celebration commemoration symposium".split()
)
_INVITING = frozenset({"invite", "ask", "urge", "allow", "enable", "expect", "schedule", "want"})
_HOLDING = frozenset("host welcome receive organise organize prepare arrange".split())
_PARTIES = frozenset({"delegation", "mission", "team", "group"})
_COVERING = frozenset({"cover", "include", "span", "encompass", "comprise", "take"})
_TAKING = frozenset({"take", "bring"})
_SENDING = frozenset({"send", "dispatch"})
_WAYS = frozenset({"way", "leg", "tour", "trip", "visit", "journey"})
_MAKING = frozenset({"make", "pay", "undertake"})
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
    | _VISITS
    | _ATTENDING
    | set(_PARTICLES)
    | _TAKING
    | _SENDING
    | {"be", "attendance", "visiting", "while", "welcome"}
)


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody going somewhere, as a clause has it.

    Attributes:
        sentence: Where it stands.
        trigger: The word that names the journey.
        verb: The word whose verbs tell modality and date.
        visitors: Who goes; empty where the clause is silent.
        to: The states, else bodies, gone to; empty where the clause is silent.
        end: The token after the words of place.
        pattern: The name of the wording, for the confidence model.
        weight: How often that wording is right.
    """

    sentence: Sentence
    trigger: Token
    verb: Token
    visitors: tuple[Mention, ...]
    to: tuple[str, ...]
    end: int
    pattern: str
    weight: float


def journeys_of(sentence: Sentence) -> Iterator[Journey]:
    """The journeys that a sentence speaks of, in the order of their words."""
    for token in sentence.with_either(TRIGGERS, TRIGGERS):
        yield from _journey(sentence, token)


def _journey(sentence: Sentence, token: Token) -> Iterator[Journey]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma in _VISITS | {"attendance"}:
        yield from _noun(sentence, token)
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
        yield from _made(sentence, verb, _objects(verb), "verb:visit", 0.85)
    elif lemma in _RECEIVING:
        yield from _received(sentence, verb)
    elif lemma in _ATTENDING:
        yield from _attended(sentence, verb)
    elif lemma in _TAKING:
        yield from _taken(sentence, verb)
    elif lemma in _SENDING:
        yield from _sent(sentence, verb)
    elif lemma in ("leave", "depart") and any(c.dep_ == "dobj" for c in verb.children):
        yield from _left(sentence, verb)
    elif lemma == "return":
        yield from _made(sentence, verb, beside(verb, {"from"}), "verb:return", 0.75)
    elif lemma in _GOING | _LEAVING or _goes_with_particle(verb, lemma):
        yield from _made(sentence, verb, beside(verb, _TO), "verb:go", 0.75)


def _taken(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "a tour that takes her to Lima and Quito", "the trip will bring him to Oslo"."""
    journey = {t.lemma_.lower() for t in subjects_of(verb)} & (
        _VISITS | {"leg", "programme", "program", "schedule"}
    )
    visitors = [m for o in _objects(verb) for m in people_at(sentence, o)]
    to, end = _goals(sentence, beside(verb, {"to"}))
    if journey and visitors and to:
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:take", 0.75)


def _sent(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Oslo sent Foreign Minister X to Quito", "an envoy was dispatched to Cairo"."""
    visitors = [m for o in _objects(verb) for m in people_at(sentence, o)]
    to, end = _goals(sentence, beside(verb, {"to"}))
    if visitors and any(is_state(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:send", 0.7)


def _left(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "left Rome for Tunis", and "left Tunis at the end of a visit"."""
    onward = beside(verb, {"for"})
    ways = [t for t in beside(verb, {"on"}) if t.lemma_.lower() in _WAYS]
    onward += [t for way in ways for t in beside(way, {"to", "through"})]
    if any(places_at(sentence, t) for t in onward):
        yield from _made(sentence, verb, onward, "verb:go", 0.75)
    elif not any(t.lemma_.lower() in _VISITS | _GATHERINGS for t in onward):
        yield from _made(sentence, verb, _objects(verb), "verb:leave", 0.7)


def _goes_with_particle(verb: Token, lemma: str) -> bool:
    """Stop over, touch down, set off, lead a delegation to."""
    if lemma == "lead":
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _PARTIES for c in verb.children)
    if lemma == "spend":
        return any(
            t.lower_ in ("day", "days", "week", "weeks", "hours") for c in verb.children for t in c.subtree
        )
    wanted = _PARTICLES.get(lemma)
    return wanted is not None and (not wanted or any(c.lower_ in wanted.split() for c in verb.children))


def _objects(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in ("dobj", "obj", "nsubjpass")]
    return found or [c for c in verb.children if c.dep_ in ("npadvmod", "attr", "oprd", "ccomp", "pobj")]


def _made(
    sentence: Sentence, verb: Token, goals: list[Token], pattern: str, weight: float
) -> Iterator[Journey]:
    """Whoever is the verb's subject goes to what the goals mean."""
    passive = is_passive(verb) and verb.lemma_.lower() in _VISITING
    goers = agents_of(verb) if passive else travellers_of(verb)
    visitors = [m for goer in goers for m in people_at(sentence, goer)]
    if not passive:
        visitors = fuller(visitors, run_before(sentence, verb.i))
    to, end = _goals(sentence, goals)
    if visitors and to and all(is_party(a) or is_region(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, pattern, weight)


def travellers_of(verb: Token) -> list[Token]:
    """Who does what a verb of travelling says: its subjects, those invited to, those with plans to."""
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_.lower() in _INVITING:
        own = [c for c in verb.children if c.dep_ == "nsubj"]
        asked = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
        return own or asked or doers_at(verb)
    if verb.dep_ in ("acl", "relcl") and not is_official(head) and head.pos_ == "NOUN":
        return [c for c in verb.children if c.dep_ == "nsubj"] or _for_whom(head)
    return doers_at(verb)


def _for_whom(noun: Token) -> list[Token]:
    """Whose invitation, plan or chance to travel it is: "his plan to …", "accepted an invitation to …"."""
    if noun.lemma_.lower() == "invitation":
        to = beside(noun, {"to", "for"}) or beside(noun.head, {"to"})
        return to or subjects_of(clause_of(noun))
    owners = [c for c in noun.children if c.dep_ == "poss"] or after(noun, {"of", "by", "for"})
    return owners or subjects_of(clause_of(noun))


def _goals(sentence: Sentence, tokens: list[Token]) -> tuple[tuple[str, ...], int]:
    """The places that tokens mean, and those within them where they mean no state themselves; states before bodies."""
    found: dict[str, None] = {}
    end = 0
    for token in tokens:
        here = places_at(sentence, token)
        inner = [] if any(is_state(p) for p in here) else beside(token, {"in", "at", "of"})
        for place in (*here, *(p for i in inner for p in places_at(sentence, i))):
            found.setdefault(place)
        end = max([end, token.i + 1, *(i.i + 1 for i in inner)])
    states = tuple(p for p in found if is_state(p))
    return states or tuple(found), end


def _received(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Welcomed President X to the White House", "received the Lao Prime Minister in Hanoi", "was hosted by"."""
    if any(t.lower_ in _REMOTE for t in verb.subtree):
        return
    hosts = [
        m for h in (agents_of(verb) if is_passive(verb) else subjects_of(verb)) for m in _hosts(sentence, h)
    ]
    guests = [m for o in _objects(verb) for m in people_at(sentence, o)]
    to, end = _goals(sentence, beside(verb, {"to", "in", "at"}))
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


def _hosts(sentence: Sentence, token: Token) -> list[Mention]:
    return who(sentence, token)


def _attended(sentence: Sentence, verb: Token) -> Iterator[Journey]:
    """As in "Attended the summit in Baku": only with a place abroad is it travel."""
    attended = [*_objects(verb), *beside(verb, {"in", "at"})]
    attended += [t for o in attended for t in beside(o, {"of"})]
    gatherings = [t for t in attended if t.lemma_.lower() in _GATHERINGS]
    if not gatherings or any(t.lower_ in _REMOTE for t in verb.subtree):
        return
    to, end = _goals(
        sentence, [p for g in gatherings for p in beside(g, {"in", "at"})] + beside(verb, {"in", "at"})
    )
    visitors = [m for goer in travellers_of(verb) for m in people_at(sentence, goer)]
    if visitors and any(is_state(a) for a in to):
        yield Journey(sentence, verb, verb, tuple(visitors), to, end, "verb:attend", 0.7)


def _welcomed(sentence: Sentence, word: Token) -> Iterator[Journey]:
    """As in "welcome to Ottawa, Mr. President", "welcome to you and your delegation": said to who has come."""
    objects = beside(word, {"to"})
    to, end = _goals(sentence, objects)
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
    if not places or any(c.dep_ in ("attr", "acomp") for c in verb.children if c not in due):
        return
    yield from _made(sentence, verb, places, "be", 0.75)


def _while(sentence: Sentence, mark: Token) -> Iterator[Journey]:
    """As in "While in Washington for …, he …"."""
    if mark.i + 1 >= sentence.end or sentence.doc[mark.i + 1].lower_ not in ("in", "visiting"):
        return
    prep = sentence.doc[mark.i + 1]
    clause = clause_of(mark)
    over = clause.head if clause.dep_ == "advcl" else clause
    visitors = [m for s in subjects_of(over) for m in people_at(sentence, s)]
    to, end = _goals(sentence, [c for c in prep.children if c.dep_ in ("pobj", "dobj")])
    if visitors and to and prep.lower_ == "in":
        yield Journey(sentence, mark, over, tuple(visitors), to, end, "while-in", 0.75)


def _guest(sentence: Sentence, word: Token) -> Iterator[Journey]:
    """As in "the visiting Estonian President": where to is told by the verb's place, or by the document."""
    visitors = people_at(sentence, word.head)
    over = governor(word)
    to, end = _goals(sentence, beside(over, {"in", "at"}) if over is not None else [])
    if visitors and over is not None:
        yield Journey(sentence, word, over, tuple(visitors), to, max(end, word.i + 1), "visiting", 0.7)


def _noun(sentence: Sentence, noun: Token) -> Iterator[Journey]:
    """As in "The visit of X to Y", "X's trip to Y", "paid a visit to Y", "on a tour of Y", "during his visit"."""
    over = governor(noun)
    goals = beside(noun, _TO - {"for"})
    if noun.lemma_.lower() in ("tour", "swing") or not goals:
        goals += [t for t in after(noun, {"of"}) if places_at(sentence, t) and not people_at(sentence, t)]
    if not goals and over is not None:
        goals = beside(over, {"to", "in"}) if noun.dep_ == "dobj" else []
        goals = goals or (_objects(over) if over.lemma_.lower() in _COVERING else [])
    makers = _makers(sentence, noun) or maker_behind(sentence, noun)
    goals += [t for c in noun.children if c.lemma_.lower() in _MAKING for t in beside(c, {"to"})]
    to, end = _goals(sentence, goals)
    if not to:
        to = _named_before(sentence, noun)
    if goals and not to and all(_is_elsewhere(sentence, goal) for goal in goals):
        return
    visitors = _owners(sentence, noun) or makers
    hosts: list[Mention] = []
    if over is not None and over.lemma_.lower() in _HOLDING:
        hosts = [m for s in subjects_of(over) for m in _hosts(sentence, s)]
    elif not visitors and over is not None:
        visitors = [m for s in travellers_of(over) for m in people_at(sentence, s)]
        visitors = fuller(visitors, [] if is_passive(over) else run_before(sentence, over.i))
    to = to or tuple(a for m in hosts for a in m.actors)[:1]
    pattern = "noun:whole" if to and visitors else "noun:part"
    if to or (visitors and _is_one_visit(noun, visitors)):
        verb = over if over is not None else noun
        weight = 0.85 if to and visitors else 0.5
        yield Journey(sentence, noun, verb, tuple(visitors), to, max(end, noun.i + 1), pattern, weight)


def _is_elsewhere(sentence: Sentence, goal: Token) -> bool:
    """Whether a goal is told by a common noun that stands for no state: "a visit to the airport", not "to the country"."""
    generic = goal.lemma_.lower() in (
        "country",
        "nation",
        "capital",
        "region",
        "state",
        "summit",
        "there",
        "side",
    )
    return goal.pos_ == "NOUN" and not generic and sentence.mention_at(goal) is None


def _is_one_visit(noun: Token, visitors: list[Mention]) -> bool:
    """Whether a journey to nowhere named is yet one journey of somebody: "Ruto's state visit"."""
    named = any(m.form == "person" for m in visitors)
    return named and noun.tag_ in ("NN", "NNP") and noun.lemma_.lower() not in ("travel", "tour")


def _owners(sentence: Sentence, noun: Token) -> list[Mention]:
    """Whose journey it is by the noun's own words."""
    owners = [c for c in noun.children if c.dep_ == "poss"] + beside(noun, {"by"})
    owners += [t for t in after(noun, {"of"}) if people_at(sentence, t)]
    found = [m for o in owners for m in (people_at(sentence, o) or _sides_at(sentence, o))]
    found = found or owner_before(sentence, noun)
    if found:
        return found
    return [
        m
        for c in noun.children
        if c.dep_ in ("amod", "compound")
        and (m := sentence.mention_at(c))
        and m.form in ("adjective", "person")
        and not any(is_region(a) for a in m.actors)
    ]


def _makers(sentence: Sentence, noun: Token) -> list[Mention]:
    """Who made it, in a clause behind the noun: "the journey that X made to Y"."""
    for verb in noun.children:
        if verb.dep_ in ("relcl", "acl") and verb.lemma_.lower() in _MAKING:
            return [
                m
                for m in sentence.mentions
                if noun.i < m.start and m.end <= verb.i and m.form in ("person", "we", "adjective", "name")
            ]
    return []


def _sides_at(sentence: Sentence, token: Token) -> list[Mention]:
    mention = sentence.mention_at(token)
    return [mention] if mention and mention.form in ("name", "adjective", "back") else []


def _named_before(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The place that stands before the noun: "his Beijing trip", "Japan, U.S. visit"."""
    words = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss")]
    found: dict[str, None] = {}
    for word in words:
        mention = sentence.mention_at(word)
        named = mention is not None and (
            mention.form in ("name", "capital")
            or (mention.form == "adjective" and all(is_region(a) for a in mention.actors))
        )
        if mention and named and sentence.doc[mention.end].dep_ != "case":
            for region in mention.actors if mention.form == "adjective" else ():
                found.setdefault(region)
            for place in places_at(sentence, word):
                found.setdefault(place)
    return tuple(found)


def governor(noun: Token) -> Token | None:
    """The verb whose clause a noun stands in, near enough to share its subject."""
    token = noun
    for _ in range(6):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "prep":
            return token
        if token.dep_ in ("relcl", "ccomp"):
            return None
    return None
