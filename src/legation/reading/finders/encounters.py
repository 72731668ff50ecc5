"""Encounters in a sentence: every verb and noun of meeting, calling, writing and conferring, with its sides.

An encounter is a candidate: `legation.reading.finders.contacts` decides what becomes a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.reading.clauses import actors_in, agents_of, is_passive, persons_in, who
from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter_runs import fuller, joined_before, owner_before, run_after, run_before
from legation.reading.finders.encounter_sides import (
    beside,
    doers_at,
    of_its_state,
    people_at,
    places_at,
)
from legation.reading.finders.encounter_words import (
    AFFIXES,
    ASKING,
    CALLING_ON,
    GATHERINGS,
    HAPPENING,
    HOLDING,
    HOSPITALITY,
    MEETING,
    NOUNS,
    RECEIVING,
    REMOTE,
    RINGING,
    SENDING,
    SPEAKING,
    TELLING,
    TOGETHER,
    TRIGGERS,
    WRITINGS,
    mode_of,
)
from legation.reading.finders.journeys import governor
from legation.reading.mention import Mention
from legation.reading.once import once_each
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timing import dates_for

_CAPTION = 50
"""A caption has at most so many tokens."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """Sides in touch with each other, as a clause has it.

    Attributes:
        sentence: Where it stands.
        trigger: The word that names the encounter.
        verb: The word whose verbs tell modality and date.
        sides: Everyone named as taking part.
        places: The states that it took place in, where the clause tells.
        mode: A label of the field ``mode``.
        pattern: The name of the wording, for the confidence model.
        weight: How often that wording is right.
    """

    sentence: Sentence
    trigger: Token
    verb: Token
    sides: tuple[Mention, ...]
    places: tuple[str, ...]
    mode: str | None
    pattern: str
    weight: float

    @property
    def participants(self) -> tuple[str, ...]:
        """The states and bodies that take part."""
        return tuple(a for a in actors_in(self.sides) if is_party(a))

    @property
    def persons(self) -> tuple[str, ...]:
        """The persons who take part."""
        return persons_in(self.sides)

    @property
    def start(self) -> int:
        """The first token of its words."""
        inside = [m.start for m in self._near()]
        return min([self.trigger.i, *inside])

    @property
    def end(self) -> int:
        """The token after the last of its words."""
        inside = [m.end for m in self._near()]
        return max([self.trigger.i + 1, *inside])

    def _near(self) -> list[Mention]:
        first, last = self.sentence.start, self.sentence.end
        return [m for m in self.sides if first <= m.start < last and abs(m.start - self.trigger.i) < 40]


@once_each
def encounters_of(sentence: Sentence) -> Iterator[Encounter]:
    """The encounters that a sentence speaks of, in the order of their words."""
    told = [encounter for token in sentence.with_lemma(TRIGGERS) for encounter in _at(sentence, token)]
    yield from told or _caption(sentence)


def _at(sentence: Sentence, token: Token) -> Iterator[Encounter]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
        yield from _noun(sentence, token, lemma)
    elif token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") and token.dep_ != "compound":
        yield from _verb(sentence, token, lemma)


def _caption(sentence: Sentence) -> Iterator[Encounter]:
    """Persons of two states under a picture: "X and Y review the guard of honour, Beijing, 19 August 2024"."""
    if len(sentence.dates) != 1 or sentence.end - sentence.start > _CAPTION:
        return
    date = sentence.dates[0]
    place = next(
        (m for m in sentence.mentions if 0 < date.start - m.end <= 2 and m.form in ("capital", "name")), None
    )
    persons = [
        m for m in sentence.mentions if m.form == "person" and m.person and place and m.end <= place.start
    ]
    ends = sentence.end - date.end <= 1
    if place is None or not ends or sentence.doc[place.start - 1].text != "," or len(actors_in(persons)) < 2:
        return
    trigger = sentence.doc[persons[-1].end - 1]
    sides = tuple(dict.fromkeys(persons))
    yield Encounter(sentence, trigger, trigger, sides, place.actors, "meeting", "caption", 0.7)


def _verb(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Encounter]:
    if lemma in MEETING:
        yield from _met(sentence, verb, lemma)
    elif lemma in CALLING_ON and (theirs := _called_on(sentence, verb)):
        sides = [*_subjects(sentence, verb), *theirs]
        yield from _encounter(sentence, (verb, verb), sides, pattern="verb:call-on", weight=0.75)
    elif lemma in RINGING:
        yield from _rang(sentence, verb)
    elif lemma in RECEIVING:
        yield from _received(sentence, verb)
    elif lemma in TOGETHER:
        yield from _together(sentence, verb)
    elif lemma in TELLING and REMOTE & {t.lower_ for t in verb.subtree}:
        yield from _rang(sentence, verb)
    elif lemma == "write":
        yield from _wrote(sentence, verb)


def _subjects(sentence: Sentence, verb: Token) -> list[Mention]:
    head = verb.head
    tokens = doers_at(verb)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in ASKING:
        tokens = [c for c in head.children if c.dep_ in ("dobj", "dative")] or tokens
    return fuller([m for t in tokens for m in who(sentence, t)], run_before(sentence, verb.i))


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "obj", "dative")]


def _met(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Encounter]:
    """As in "Met X", "met with X", "X and Y met", "was met by X", "spoke with X"."""
    preps = {"with", "to"} if lemma in SPEAKING else {"with", "alongside"}
    if is_passive(verb) and lemma == "meet" and agents_of(verb):
        ours = [m for a in agents_of(verb) for m in who(sentence, a)]
        theirs = [m for c in verb.children if c.dep_ == "nsubjpass" for m in people_at(sentence, c)]
    else:
        ours = _subjects(sentence, verb)
        theirs = [m for t in beside(verb, preps) for m in who(sentence, t)]
        if lemma == "meet":
            met = [m for o in _objects(verb) for m in people_at(sentence, o)]
            theirs = (fuller(met, run_after(sentence, verb.i)) if met else []) + theirs
    if not ours or (lemma in SPEAKING and not theirs):
        return
    if not theirs and _objects(verb):
        return
    yield from _encounter(sentence, (verb, verb), [*ours, *theirs], pattern=f"verb:{lemma}", weight=0.85)


def _rang(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Called President X", "telephoned", "phoned"; not "called on", "called for", "called it"."""
    if any(
        c.dep_ in ("prep", "oprd", "xcomp", "ccomp", "prt")
        and c.lower_ not in ("in", "at", "after", "to", "during", "by", "over", "via")
        for c in verb.children
    ):
        return
    if is_passive(verb):
        return
    ours = _subjects(sentence, verb)
    theirs = [m for o in _objects(verb) for m in people_at(sentence, o)]
    if ours and theirs:
        yield from _encounter(sentence, (verb, verb), [*ours, *theirs], pattern="verb:call", weight=0.75)


def _called_on(sentence: Sentence, verb: Token) -> list[Mention]:
    """Whom somebody called on, as a guest does: not to do anything."""
    if is_passive(verb) or any(c.dep_ in ("xcomp", "ccomp", "advcl", "dobj") for c in verb.children):
        return []
    called = [
        t for t in beside(verb, {"on", "upon"}) if not any(c.dep_ in ("acl", "relcl") for c in t.children)
    ]
    return [m for t in called for m in people_at(sentence, t) if _subjects(sentence, verb)]


def _received(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "Received the Ambassador", "hosted President X for talks", "was received by"."""
    if is_passive(verb):
        hosts = [m for a in agents_of(verb) for m in who(sentence, a)]
        guests = [m for c in verb.children if c.dep_ == "nsubjpass" for m in people_at(sentence, c)]
    else:
        hosts = _subjects(sentence, verb)
        guests = [m for o in _objects(verb) for m in people_at(sentence, o)]
        guests = fuller(guests, run_after(sentence, verb.i)) if guests else []
    if hosts and guests:
        yield from _encounter(sentence, (verb, verb), [*hosts, *guests], pattern="verb:receive", weight=0.75)


def _together(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    """As in "X discussed trade with Y", "X and Y exchanged views", "X conferred with Y"."""
    ours = _subjects(sentence, verb)
    theirs = [m for t in beside(verb, {"with"}) for m in people_at(sentence, t)]
    sides = [*ours, *theirs]
    if len(persons_in(sides)) >= 2 and not is_passive(verb):
        yield from _encounter(sentence, (verb, verb), sides, pattern="verb:discuss", weight=0.6)


def _wrote(sentence: Sentence, verb: Token) -> Iterator[Encounter]:
    ours = _subjects(sentence, verb)
    theirs = [m for t in beside(verb, {"to"}) for m in people_at(sentence, t)]
    written = [o for o in _objects(verb) if o.lemma_.lower() not in WRITINGS and not people_at(sentence, o)]
    if ours and theirs and not written:
        yield from _encounter(sentence, (verb, verb), [*ours, *theirs], pattern="verb:write", weight=0.75)


def _noun(sentence: Sentence, noun: Token, lemma: str) -> Iterator[Encounter]:
    """As in "The meeting between X and Y", "X's call with Y", "held talks with Y", "the NATO summit in Vilnius"."""
    if lemma == "call" and _is_appeal(sentence, noun):
        return
    over = governor(noun)
    inner = _of_the_noun(sentence, noun)
    verb = over if over is not None and _carries(over, noun, lemma) else noun
    outer: list[Mention] = []
    if verb != noun and over is not None:
        outer = _of_the_verb(sentence, over, noun, lemma, told=bool(actors_in(inner)))
    sides = [*outer, *inner]
    if lemma in WRITINGS and not _is_sent(noun, verb, outer, inner):
        return
    if not sides and lemma in ("meeting", "session", "round", "dialogue"):
        yield from _of_the_pair(sentence, noun, verb)
    if lemma in GATHERINGS:
        yield from _gathering(sentence, noun, verb, sides)
    elif max(len(actors_in(sides)), len(persons_in(sides))) >= 2 or (
        persons_in(outer) and over is not None and _is_held(over)
    ):
        yield from _encounter(
            sentence, (noun, verb), sides, pattern=_origin(inner), weight=_weight(verb, inner, sentence)
        )


def _is_appeal(sentence: Sentence, call: Token) -> bool:
    """As in "the call for a ceasefire", "the Paris Call to Action"."""
    behind = [t.lower_ for t in sentence.doc[call.i + 1 : min(call.i + 3, sentence.end)]]
    return behind[:1] == ["for"] or behind == ["to", "action"]


def _of_the_pair(sentence: Sentence, noun: Token, verb: Token) -> Iterator[Encounter]:
    """A dated meeting with no sides named is of the two whom a joint statement or readout is between."""
    between = sentence.text.context.between
    if len(between) == 2 and dates_for(sentence, noun):
        both = Mention(noun.i, noun.i + 1, between, "pair")
        yield from _encounter(sentence, (noun, verb), [both], pattern="noun:pair", weight=0.55)


def _is_sent(noun: Token, verb: Token, outer: list[Mention], inner: list[Mention]) -> bool:
    """Whether a writing goes from one to another: sent to, "in a letter to", "X's letter to Y"."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by") and bool(inner)
    return bool(outer and (verb.lemma_.lower() in SENDING or within)) or len(actors_in(inner)) >= 2


def _is_held(verb: Token) -> bool:
    return verb.lemma_.lower() in HOLDING


def _origin(inner: list[Mention]) -> str:
    return "noun:own" if len(actors_in(inner)) >= 2 else "noun:verb"


def _weight(verb: Token, inner: list[Mention], sentence: Sentence) -> float:
    """As in "their dialogue", "our message" tell of no encounter unless it is held or dated."""
    vague = bool(inner) and all(m.form in ("we", "pair", "back") for m in inner)
    if vague and not _is_held(verb) and not sentence.dates:
        return 0.35
    return 0.75


def _carries(over: Token, noun: Token, lemma: str) -> bool:
    """Whether a verb's subject takes part in what the noun names."""
    over_lemma = over.lemma_.lower()
    if (
        over_lemma in HOLDING
        or (over_lemma in HAPPENING and noun.dep_ == "nsubj")
        or (lemma in WRITINGS and over_lemma in SENDING)
    ):
        return True
    prep = noun.head
    while prep.dep_ == "conj":
        prep = prep.head
    return prep.dep_ == "prep" and prep.lower_ in (
        "in",
        "during",
        "at",
        "after",
        "following",
        "before",
        "by",
        "on",
        "through",
        "via",
        "over",
    )


def _of_the_verb(sentence: Sentence, over: Token, noun: Token, lemma: str, *, told: bool) -> list[Mention]:
    """The sides that the verb over a noun names: its subject, and the others unless the noun's own words tell them."""
    if lemma in GATHERINGS and over.lemma_.lower() in MEETING:
        return []
    if is_passive(over):
        if over.lemma_.lower() not in HOLDING:
            return []
        held = beside(over, {"between", "with", "among"}) if noun.dep_ == "nsubjpass" else []
        return [m for t in (*agents_of(over), *held) for m in who(sentence, t)]
    if over.lemma_.lower() in HAPPENING and noun.dep_ == "nsubj":
        return [m for t in beside(over, {"between", "with", "among"}) for m in who(sentence, t)]
    ours = _subjects(sentence, over)
    preps = {"with", "to"} if lemma in WRITINGS else {"with"}
    direct = over.lemma_.lower() in HOLDING | SENDING and not (told and noun.dep_ == "conj")
    theirs = [m for t in beside(over, preps) for m in who(sentence, t)] if direct else []
    guests = [m for o in _objects(over) if o.i != noun.i for m in people_at(sentence, o)] if direct else []
    invited = [m for t in beside(over, HOSPITALITY.get(lemma, frozenset())) for m in people_at(sentence, t)]
    return [*ours, *guests, *theirs, *(invited if direct and lemma != "call" else [])]


def _of_the_noun(sentence: Sentence, noun: Token) -> list[Mention]:
    """The sides that the noun's own words name."""
    words = [c for c in noun.children if c.dep_ == "poss"]
    words += beside(noun, {"with", "between", "among", "by", "alongside"})
    words += beside(noun, HOSPITALITY.get(noun.lemma_.lower(), frozenset()))
    of = [
        t
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in ("of", "from", "to")
        for t in c.children
        if t.dep_ == "pobj"
    ]
    found = [m for w in words for m in who(sentence, w)]
    if not any(c.dep_ == "poss" for c in noun.children):
        found += owner_before(sentence, noun)
    found += joined_before(sentence, noun)
    found += [
        m for t in of for m in who(sentence, t) if m.form in ("person", "name", "adjective", "pair", "we")
    ]
    found += [
        m
        for c in noun.children
        if c.dep_ in AFFIXES
        and (m := sentence.mention_at(c))
        and m.form in ("name", "adjective", "person", "pair")
    ]
    if noun.lemma_.lower() in WRITINGS:
        found += [
            m
            for t in noun.subtree
            if t.dep_ == "pobj" and t.head.lower_ == "to"
            for m in people_at(sentence, t)
        ]
    own = sentence.mention_at(noun)
    return [*([own] if own else []), *found]


def _before(sentence: Sentence, noun: Token) -> list[Mention]:
    """The sides named in front of a noun: "the U.S.–Japan dialogue", "an ASEAN–Australia special summit"."""
    found: list[Mention] = []
    for token in sentence.doc[noun.left_edge.i : noun.i]:
        mention = sentence.mention_at(token)
        above = token
        while above.dep_ in AFFIXES and above.head.i <= noun.i and above.i != noun.i:
            above = above.head
        named = mention is not None and mention.form in ("name", "adjective", "person", "pair")
        if mention and named and above.i == noun.i and mention not in found:
            found.append(mention)
    return found


def _gathering(sentence: Sentence, noun: Token, verb: Token, sides: list[Mention]) -> Iterator[Encounter]:
    """A summit or conference: held by named sides, or of a named body where its day or place is told."""
    if not sides:
        return
    held = verb != noun and _is_held(verb)
    several = len(actors_in(sides)) >= 2
    told = bool(dates_for(sentence, noun)) or bool(beside(noun, {"in", "at"}))
    attended = held and bool(persons_in(sides))
    weight = 0.7 if several and held else 0.6 if several or told or attended else 0.5 if held else 0.3
    yield from _encounter(sentence, (noun, verb), sides, pattern="noun:gathering", weight=weight)


def _encounter(
    sentence: Sentence, words: tuple[Token, Token], sides: Iterable[Mention], *, pattern: str, weight: float
) -> Iterator[Encounter]:
    trigger, verb = words
    sides = tuple(dict.fromkeys(sides))
    spots = [p for word in dict.fromkeys((trigger, verb)) for p in beside(word, {"in", "at"})]
    places = tuple(dict.fromkeys(p for s in spots for p in places_at(sentence, s) if is_state(p)))
    sides = tuple(of_its_state(sentence, side) for side in sides)
    actors = actors_in(sides)
    bilateral = len(actors) == 2 and all(is_state(a) for a in actors)
    mode = mode_of(sentence, trigger, verb, bilateral=bilateral)
    yield Encounter(sentence, trigger, verb, sides, places, mode, pattern, weight)
