"""Presence abroad: whoever does something in another state's city has travelled there.

"X told reporters in Vilnius", "A and B sealed the accord in Accra", "in Manila he and Y decided". The law: the
place stands with the verb itself, is a city or a state, and is not the person's own; what is only thought,
invested or run in a place needs nobody there.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import agents_of, is_passive
from legation.reading.context import is_state
from legation.reading.finders.encounter_runs import fuller, run_before
from legation.reading.finders.encounter_sides import doers_at, people_at, places, places_at, plain
from legation.reading.finders.encounter_words import rung
from legation.reading.finders.journey import Journey
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_DOING = frozenset(
    "sign initial seal ink conclude open inaugurate launch unveil tell say speak announce declare discuss review agree "
    "decide confer address deliver present accept attend join lay pay witness plant tour inspect dine lunch breakfast "
    "meet see chair co-chair preside hold take receive co-host appear brief hand swear lead urge call pledge promise "
    "warn vow stress reaffirm exchange start begin spend stay wrap finish end complete celebrate mark watch pray".split()
)
ELSEWHERE = frozenset(
    "live reside bear die study invest serve work teach own rule believe expect want support back have name appoint jail arrest "
    "accuse charge intervene fight win lose rank become remain base locate educate train bury grow think hope fear know keep "
    "need plan use do make get mean put seem follow succeed replace report write publish print broadcast resume suspend".split()
)
"""What is done in a city without a journey, or by those who are at home there."""
_TALKING = frozenset(
    "discuss review update brief address raise agree announce call urge condemn describe praise mention oppose defend criticise "
    "criticize explain consider negotiate warn stress reaffirm pledge promise declare hail welcome end resolve commit".split()
)
"""What is said, wherever it is said, is often of a place: "discussed the war in Gaza"."""
_BY = frozenset({"in", "at"})


def present(sentence: Sentence) -> Iterator[Journey]:
    """The journeys that a sentence implies by where somebody is said to do something."""
    for prep in sentence.with_word(_BY):
        verb = prep.head
        yield from _set_beside(sentence, prep)
        if prep.dep_ != "prep" or verb.pos_ != "VERB" or verb.lemma_.lower() in ELSEWHERE or rung(verb):
            continue
        if verb.lemma_.lower() in _TALKING and not _is_beside(sentence, prep, verb):
            continue
        to = _place(sentence, prep, city=verb.lemma_.lower() not in _DOING)
        visitors = _doers(sentence, verb) if to else []
        guests = tuple(m for m in visitors if m.person and m.actors and m.actors[0] != to)
        if to and guests:
            yield Journey(sentence, verb, verb, guests, (to,), prep.i + 2, "presence", 0.7)


def _set_beside(sentence: Sentence, prep: Token) -> Iterator[Journey]:
    """As in "Ana Silva, in Vilnius for the summit, said …": where somebody is who does something."""
    before = sentence.doc[prep.i - 1] if prep.i > sentence.start else None
    person = (
        sentence.mention_at(sentence.doc[prep.i - 2]) if before is not None and before.text == "," else None
    )
    if person is None or person.form != "person" or prep.i - 2 < sentence.start or not person.person:
        return
    if prep.head.i not in range(person.start, person.end) and prep.head.pos_ != "VERB":
        return
    to = _place(sentence, prep, city=True)
    if to and person.actors[:1] not in ((), (to,)):
        doing = prep.head if prep.head.pos_ == "VERB" else _verb_of(sentence, person)
        yield Journey(sentence, prep, doing, (person,), (to,), prep.i + 2, "presence:beside", 0.7)


def _verb_of(sentence: Sentence, person: Mention) -> Token:
    """The verb that a person is the subject of; the person's own last word where there is none."""
    root = sentence.doc[person.start : person.end].root
    return root.head if root.head.pos_ in ("VERB", "AUX") else root


def _is_beside(sentence: Sentence, prep: Token, verb: Token) -> bool:
    """Whether a place is told of a verb itself, not of a thing spoken of: before it, or right behind it or a name."""
    if prep.i < verb.i or prep.i == verb.i + 1:
        return True
    before = sentence.doc[prep.i - 1]
    mention = sentence.mention_at(before)
    return bool(sentence.date_at(before) or (mention and mention.form == "person"))


def _place(sentence: Sentence, prep: Token, *, city: bool) -> str | None:
    """The one state that a phrase of place lies in; `city` asks for a city in it, not the state's own name."""
    inner = [c for c in prep.children if c.dep_ == "pobj"]
    if city and any((m := sentence.mention_at(t)) and m.form == "name" for t in inner):
        return None
    found = {p for t in inner for p in places_at(sentence, t) if is_state(p)}
    named = any(_is_place(sentence, t) for t in inner)
    return found.pop() if len(found) == 1 and named else None


def _is_place(sentence: Sentence, token: Token) -> bool:
    """Whether a noun is a place's own name: a capital, a city, a state; not "the embassy in X", "Moscow's view"."""
    mention = sentence.mention_at(token)
    if mention is not None:
        behind = sentence.doc[mention.end] if mention.end < sentence.end else None
        owns = behind is not None and behind.text in ("'s", "’s")
        return mention.form in ("capital", "name") and not owns
    return token.lower_ == "capital" or plain(token.text) in places() or token.pos_ == "PROPN"


def _doers(sentence: Sentence, verb: Token) -> list[Mention]:
    """The persons who do what a verb says, by the parse or by the order of the words."""
    tokens = agents_of(verb) if is_passive(verb) else doers_at(verb)
    found = [m for t in tokens for m in people_at(sentence, t)]
    return found if is_passive(verb) else fuller(found, run_before(sentence, verb.i))
