"""The sides of an act in diplomacy: who stands with a verb or noun, by which preposition, and where.

Asked by the finders of visits and contacts. A side is one or more mentions; a place is answered as the state
(or the body) that it lies in.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from legation.actors.leaders import leaders
from legation.actors.register import register
from legation.errors import ActorError
from legation.reading.clauses import listed, subjects_of, who
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Context, Sentence, Text

_STEPS = frozenset({"prep", "agent", "pobj", "dobj", "npadvmod", "dative", "advmod", "prt", "pcomp"})
_TIMES = frozenset("of after before during following since until despite besides amid".split())
"""Prepositions behind which another act or another thing is told."""
_CAPITALS = frozenset(
    "capital soil territory presidency parliament border resort island coast city port".split()
)
_HOMES = frozenset({"country", "capital", "homeland", "land", "nation"})
_PARTIES = frozenset({"delegation", "mission", "team", "group", "party"})
_BEFORE_NAME = 5
"""Tokens of a title's owner before a name: "led by the Kenyan foreign minister, X"."""
_FEW = 2
"""A page that names no more states than these takes its own for granted."""
_OWN = frozenset({"nsubj", "nsubjpass", "csubj"})
_LINKS = frozenset({"prep", "agent", "dative"})
_JOINTS = frozenset(", and & the as well then both followed by to ; also in (".split())
_PLACE_FORMS = frozenset({"name", "capital", "back", "we"})
_LEADERS = frozenset("secretary leader chief chairman chair head president".split())
_OFFICIALS = frozenset(
    "president minister premier chancellor king queen prince princess sultan emir leader secretary chief commander general "
    "ambassador envoy delegation official advisor adviser speaker chairman chairwoman chairperson governor mayor commissioner "
    "representative counterpart head director lawmaker senator congressman parliamentarian deputy taoiseach pope vice-president "
    "diplomat negotiator mission team dignitary admiral marshal undersecretary lady monarch ruler statesman vice-premier pm "
    "president-elect administrator".split()
)


def plain(words: str) -> str:
    """Words in lower case without accents, evenly spaced."""
    folded = unicodedata.normalize("NFKD", words.lower())
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


@cache
def places() -> dict[str, str]:
    """States by the plain names of cities, residences and seats in them that are not their capitals."""
    table = files("legation.reading").joinpath("data/places.csv").read_text(encoding="utf-8")
    return {plain(row["place"]): row["state"] for row in csv.DictReader(table.splitlines())}


def beside(token: Token, words: Container[str]) -> list[Token]:
    """What stands after one of these prepositions with a word, within the word's own clause, in order.

    "Held talks in Hanoi on Monday with Japan" gives Japan for *held* and "with".
    """
    found: set[Token] = set()
    stack = [(token, 0)]
    while stack:
        here, depth = stack.pop()
        for child in here.children:
            joined = child.dep_ == "conj" and child.pos_ == "ADP"
            if (child.dep_ in _LINKS or joined) and child.lower_ in words:
                found.update(c for c in child.children if c.dep_ in ("pobj", "pcomp", "obj"))
                stack.extend((c, depth) for c in child.children if c.dep_ in ("conj", "prep"))
            elif depth < 5 and (joined or (child.dep_ in _STEPS and child.lower_ not in _TIMES)):
                stack.append((child, depth + 1))
    return sorted(found, key=lambda t: t.i)


def is_official(token: Token) -> bool:
    """Whether a noun names a holder of office or a delegation."""
    lemma = token.lemma_.lower()
    return lemma in _OFFICIALS or lemma.rsplit("-", 1)[-1] in _OFFICIALS


def people_at(sentence: Sentence, token: Token) -> list[Mention]:
    """The mentions of a noun phrase where it means persons: names, offices, delegations, "we" and "he"."""
    found: list[Mention] = []
    for head in listed(token):
        mention = sentence.mention_at(head)
        if mention and mention.form in ("person", "we", "pair"):
            found.extend(mention.each)
        elif mention is None and (leader := _leader_of(sentence, head)):
            found.append(leader)
        elif mention is None and is_official(head):
            found.extend(m for m in who(sentence, head) if m not in found)
    return list(dict.fromkeys(found))


def _leader_of(sentence: Sentence, party: Token) -> Mention | None:
    """Who leads a delegation by the words behind it: "a delegation under Foreign Minister X", "a team led by Y"."""
    if party.lemma_.lower() not in _PARTIES:
        return None
    words = [t.lower_ for t in sentence.doc[party.i + 1 : min(party.i + 3, sentence.end)]]
    behind = party.i + 2 if words[:1] == ["under"] else party.i + 3 if words[1:] == ["by"] else None
    return next(
        (
            m
            for m in sentence.mentions
            if m.form == "person" and behind and 0 <= m.start - behind <= _BEFORE_NAME
        ),
        None,
    )


def places_at(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The states (else bodies or regions) that a phrase of place means, each once, those listed behind it included."""
    found: dict[str, None] = {}
    for mention in _run(sentence, token):
        for actor in mention.actors:
            found.setdefault(_state_of(actor))
    for word in (token, *token.conjuncts):
        if state := _capital_of(sentence, word) or _own_place(sentence, word):
            found.setdefault(state)
    return _states_first(found)


def _capital_of(sentence: Sentence, token: Token) -> str | None:
    """The state whose capital, house or soil a phrase means: "the Angolan capital", "on Swedish soil"."""
    before = sentence.mention_at(sentence.doc[token.i - 1]) if token.i > sentence.start else None
    if token.lower_ in _HOMES and before is not None and before.form == "person":
        return before.actors[0] if before.actors and is_state(before.actors[0]) else None  # "her country"
    if token.lower_ not in _CAPITALS or before is None or before.form not in ("adjective", "name"):
        return None
    return before.actors[0] if len(before.actors) == 1 and is_state(before.actors[0]) else None


def _state_of(place: str) -> str:
    """The state that a city or a part of a country lies in; the place itself where it is no part of one."""
    if state := places().get(plain(place)):
        return state
    try:
        actor = register().get(place)
    except ActorError:
        return place
    return actor.state if actor.kind == "region" and actor.state else place


def _states_first(found: Iterable[str]) -> tuple[str, ...]:
    states = tuple(a for a in found if is_state(a))
    return states or tuple(found)


def _own_place(sentence: Sentence, token: Token) -> str | None:
    """The state of a place that is no actor: "Davos", "Sharm el-Sheikh", "Jeddah, Saudi Arabia"."""
    start = token.i
    while start > sentence.start and token.i - start < 4 and sentence.doc[start - 1].pos_ == "PROPN":
        start -= 1
    for first in range(start, token.i + 1):
        for last in range(min(token.i + 3, sentence.end), token.i, -1):
            if state := places().get(plain(sentence.words(first, last))):
                return state
    return None


def _run(sentence: Sentence, token: Token) -> Iterator[Mention]:
    """The mention at a token and those listed behind it with nothing but commas and "and" between."""
    at = _first(sentence, token)
    if at is None or sentence.mentions[at].form not in _PLACE_FORMS or _is_government(sentence, at):
        return
    end = sentence.mentions[at].end
    yield sentence.mentions[at]
    for mention in sentence.mentions[at + 1 :]:
        between = {t.lower_ for t in sentence.doc[end : mention.start]}
        if (
            mention.form not in _PLACE_FORMS
            or mention.start - end > 4
            or not between
            or not between <= _JOINTS
        ):
            return
        yield mention
        end = mention.end


def _is_government(sentence: Sentence, at: int) -> bool:
    """Whether a mention only says whose a house is: "the Government Headquarters"."""
    mention = sentence.mentions[at]
    return mention.form == "back" and sentence.doc[mention.start].lower_ == "government"


def _first(sentence: Sentence, token: Token) -> int | None:
    """The number of the mention that stands for a place: at the token, in its phrase, or behind a comma."""
    order = {m: i for i, m in enumerate(sentence.mentions)}
    if mention := sentence.mention_at(token):
        return order[mention]
    inside = [m for m in who(sentence, token) if m.form in _PLACE_FORMS and m in order]
    if inside:
        return order[inside[0]]
    behind = next((m for m in sentence.mentions if m.start == token.i + 2), None)
    return order[behind] if behind and sentence.doc[token.i + 1].text == "," else None


def first_state(mentions: Iterable[Mention]) -> str | None:
    """The state, else body, that mentions act for."""
    actors = [a for m in mentions for a in m.actors]
    return next((a for a in actors if is_state(a)), actors[0] if actors else None)


def doers_at(verb: Token) -> list[Token]:
    """The subjects of a verb; where its clause stands before the words that report it, never the reporter.

    In "the President will fly to Rome, the spokesman said" the parser may leave *fly* without a subject of its own.
    """
    if verb.dep_ == "ccomp" and verb.i < verb.head.i and not any(c.dep_ in _OWN for c in verb.children):
        return []
    return subjects_of(verb)


def is_region(actor: str) -> bool:
    """Whether an actor is a part of the world: Asia, the Gulf."""
    return register().kind_of(actor) == "region"


def is_misplaced(mention: Mention) -> bool:
    """Whether a person is taken for a body's though no word of the title says so: whoever attends a forum is not its.

    Whoever leads a body, as the table of leaders has it, is its own.
    """
    if mention.form != "person" or mention.body is not None or not mention.actors:
        return False
    leader = leaders().named(mention.person or "", None)
    own = leader is not None and leader.actor in mention.actors
    return not own and not any(is_state(a) or a == "EU" for a in mention.actors)


def is_assumed(mention: Mention, context: Context) -> bool:
    """Whether the side of a person is no more than the document's own, for want of any word about it."""
    return mention.form == "person" and mention.body is None and not context.sides.get(mention.person or "")


def other_side(text: Text, taken: Iterable[str]) -> str | None:
    """The side of somebody whose side no word tells: the other of the document's pair, else its home if it is named."""
    here, context = set(taken), text.context
    if len(context.pair) == 2 and len(here & set(context.pair)) == 1:
        other = next(a for a in context.pair if a not in here)
        if is_state(other):
            return other
    home = home_of(text)
    return home if home not in here else None


def home_of(text: Text) -> str | None:
    """The state from whose desk a document is written, where it is official, names that state, or hardly any other."""
    home = text.context.home
    few = sum(map(is_state, text.named)) <= _FEW
    return home if text.context.seat or home in text.named or few else None


def of_its_state(sentence: Sentence, side: Mention) -> Mention:
    """A side; a party named only as its leader's ("the General Secretary of the Communist Party") takes part as its state."""
    before = {t.lower_ for t in sentence.doc[max(sentence.start, side.start - 5) : side.start]}
    if side.person or len(side.actors) != 1 or not ({"of"} <= before and before & _LEADERS):
        return side
    party = register().get(side.actors[0]) if side.actors[0] in register() else None
    return replace(side, actors=(party.state,)) if party and party.kind == "party" and party.state else side
