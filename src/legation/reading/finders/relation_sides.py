"""The two sides of ties: read from the words around a level, from its verb, last from the document's pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from legation.reading.clauses import actors_in, is_passive, subjects_of, who
from legation.reading.context import is_party, is_state
from legation.reading.finders.counting import count_before, counted_behind
from legation.reading.finders.relation_acts import Act
from legation.reading.finders.relation_lists import (
    each_dated,
    is_region,
    list_start,
    listed_partners,
    meant_by_number,
    roster,
)
from legation.reading.finders.relation_tiers import PARTNERS, TIES, Tier
from legation.reading.finders.sides import (
    before_noun,
    behind_noun,
    both_sides,
    is_side,
    listed_from,
    own_state,
    prepositions,
    run_before,
    subject_actors,
)
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.values.when import When

COUNTED: Final = frozenset(
    "country countries nation nations partner partners state states economies territories members".split()
)
_PAIR: Final = 2
_PEOPLES: Final = frozenset("countries nations states democracies governments".split())
_MOST: Final = 8
"""Actors on one side of ties."""
_WITH: Final = frozenset({"with", "alongside"})
_BESIDES: Final = frozenset({"after", "following", "joining", "alongside", "besides"})
_TIE_NOUNS: Final = TIES | {"cooperation", "level", "partnership", "ties", "status", "framework"}


@dataclass(frozen=True, slots=True)
class TieSides:
    """The two sides of ties.

    Attributes:
        own: The side whose ties they are; both, where the text names a pair.
        others: The other side, one actor for each pair; empty where `own` is a pair or `count` is known.
        source: Where they were read: ``pair``, ``words``, ``subject`` or ``document``.
        count: How many partners, where the text only counts them.
        dates: The date of each partner that has one of its own.
    """

    own: tuple[str, ...]
    others: tuple[str, ...] = ()
    source: str = "words"
    count: Decimal | None = None
    dates: Mapping[str, When] = field(default_factory=dict)

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs, each once."""
        if not self.others:
            return [(self.own[0], self.own[1])] if len(self.own) == 2 else []
        return [(a, b) for a in self.own[:_MOST] for b in self.others if a != b]


def sides_of(sentence: Sentence, tier: Tier, act: Act) -> TieSides | None:
    """The two sides of the ties that a level names, or None where the text does not tell."""
    if tier.noun.lower_ in PARTNERS:
        return _partners(sentence, tier, act)
    return _counted(sentence, tier, act) or _with_which(sentence, tier, act) or _ties(sentence, tier, act)


def peers(sentence: Sentence, tier: Tier, sides: TieSides) -> list[tuple[str, str]]:
    """The pairs told of besides: "the fifth country to have such ties with Peru, after Chile and Togo"."""
    ordinal = next((t for t in sentence.doc[sentence.start : tier.noun.i] if _is_ordinal(t)), None)
    if not sides.others or ordinal is None:
        return []
    owner = sides.own[0] if tier.noun.lower_ in PARTNERS else sides.others[0]
    for token in sentence.doc[ordinal.i + 1 : sentence.end]:
        if token.lower_ in _BESIDES:
            listing = [m for m in listed_from(sentence, token.i + 1, reach=1) if m.form == "name"]
            found = [a for a in actors_in(listing) if is_state(a) and a not in (owner, *sides.own)]
            return [(owner, a) for a in found]
    return []


def _is_ordinal(token: Token) -> bool:
    follows = token.doc[token.i + 1 : token.i + 5]
    return (token.lower_.endswith(("th", "nd", "rd", "st"))) and any(t.lower_ in COUNTED for t in follows)


def _counted(sentence: Sentence, tier: Tier, act: Act) -> TieSides | None:
    """As in "Only 12 countries have diplomatic relations with Peru": who has them is only counted."""
    verb = _verb(tier.noun, act)
    subjects = [s for s in subjects_of(verb) if s.lower_ in COUNTED] if verb is not None else []
    count = count_before(sentence, subjects[0]) if subjects else None
    if count is None or count <= 2 or subject_actors(sentence, subjects):
        return None
    others = _allowed(behind_noun(sentence, tier.noun, _WITH, verb=verb))
    return TieSides(others[:1], source="count", count=count) if others else None


def _with_which(sentence: Sentence, tier: Tier, act: Act) -> TieSides | None:
    """As in "Togo is the fifth country with which Peru has a partnership"."""
    verb = _verb(tier.noun, act)
    if verb is None or verb.dep_ != "relcl" or verb.head.lower_ not in COUNTED:
        return None
    opening = [t.lower_ for t in sentence.doc[verb.head.i + 1 : verb.head.i + 4]]
    if opening[:1] not in (["with"], ["to"]) or opening[1:2] not in (["which"], ["whom"]):
        return None
    doers = _allowed(_doers(sentence, verb))
    called = _allowed(subject_actors(sentence, subjects_of(verb.head.head)))
    called = tuple(a for a in called if a not in doers)
    return TieSides(called[:1], doers[:1], "words") if doers and called else None


def _allowed(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those that can have ties: states and bodies, and a region beside one of them ("China-Africa relations")."""
    found = tuple(a for a in actors if is_party(a))
    return (
        actors
        if len(actors) == 2 and len(found) == 1 and all(map(is_region, set(actors) - set(found)))
        else found
    )


def _ties(sentence: Sentence, tier: Tier, act: Act) -> TieSides | None:
    noun = tier.noun
    verb = _verb(noun, act)
    nouns = [noun, *_tie_nouns(verb)]
    for each in nouns:
        pair = _allowed(both_sides(sentence, each)) or _allowed(before_noun(sentence, each))
        if len(pair) == 2:
            return TieSides(pair, source="pair")
    for preposition in prepositions(sentence, noun, ("between",)):
        meant = _ours(sentence, preposition)
        return TieSides(meant, source="pair") if meant else None  # else between others than the text names
    own = next((o for each in nouns if (o := _allowed(before_noun(sentence, each)))), ())
    tally = _tally(sentence, noun)
    if tally is not None:
        side = own or own_state(sentence)
        return TieSides(side[:1], source="count", count=tally) if side else None
    words = _WITH if tier.official else _WITH | {"to"}  # "close ties to"
    withs = [p for each in nouns for p in prepositions(sentence, each, words, verb=verb)]
    counted = _with_many(sentence, tier, withs)
    if counted is not None:
        side = own or _doers(sentence, verb) or own_state(sentence)
        return TieSides(side[:1], source="count", count=counted) if side else None
    if not tier.official and any(_leads_to_partners(sentence, p) for p in withs):
        return None
    others, dates = listed_partners(sentence, withs)
    others = others or _before(sentence, tier) or meant_by_number(sentence, tier)
    if not others:
        others, dates = roster(sentence, tier)
    doers = _allowed(_doers(sentence, verb))
    if others:
        side = tuple(a for a in own if a not in others) or tuple(a for a in doers if a not in others)
        side = side or (() if _is_by_others(sentence, verb) else _without(sentence, others))
        return TieSides(side, others, "words", dates=dates) if side else None
    return _between_doers(own, doers) or _of_document(
        sentence, tier, own or doers, acted=act.word is not None
    )


def _with_many(sentence: Sentence, tier: Tier, withs: list[Token]) -> Decimal | None:
    """With how many: "with 13 countries", where no names follow."""
    if meant_by_number(sentence, tier):
        return None
    for preposition in [p for p in withs if p.i > tier.noun.i] or withs:
        count = counted_behind(sentence, preposition, COUNTED)
        if count is not None and count > _PAIR and not listed_from(sentence, preposition.i + 1):
            return count
    return None


def _ours(sentence: Sentence, preposition: Token) -> tuple[str, ...]:
    """As in "Between our nations", where the document has just two sides."""
    behind = [t.lower_ for t in sentence.doc[preposition.i + 1 : preposition.i + 5]]
    sides = sentence.text.context.between or sentence.text.context.pair
    ours = bool({"our", "their"} & set(behind[:1])) and bool(_PEOPLES & set(behind))
    return sides if ours and len(sides) == len(set(filter(is_state, sides))) == _PAIR else ()


def _is_by_others(sentence: Sentence, verb: Token | None) -> bool:
    """Whether somebody acts who is no actor: "Globex University formed a partnership with Peru's …"."""
    subjects = subjects_of(verb) if verb is not None and verb.pos_ == "VERB" else []
    return any(s.pos_ == "PROPN" and sentence.mention_at(s) is None for s in subjects)


def _between_doers(own: tuple[str, ...], doers: tuple[str, ...]) -> TieSides | None:
    """Both sides as those who act: "Peru and Chile upgraded …", "Peru upgraded its Chile ties"."""
    if len(doers) == 2 and (not own or set(own) <= set(doers)):
        return TieSides(doers, source="subject")
    if len(own) == 1 and len(doers) == 1 and own != doers:
        return TieSides(doers, own, "subject")
    return None


def _of_document(sentence: Sentence, tier: Tier, known: tuple[str, ...], *, acted: bool) -> TieSides | None:
    """The document's pair, or its home beside the one side that is known."""
    pair = tuple(a for a in sentence.text.context.pair if is_side(a))
    home = tuple(h for h in own_state(sentence) if h not in known)
    if not tier.official:
        return None
    if len(known) == 1 and home and acted and not set(known) <= set(pair):
        return TieSides(home, known, "document")
    whole = len(pair) == 2 and set(known) <= set(pair)
    return TieSides(pair, source="document") if whole else None


def _leads_to_partners(sentence: Sentence, preposition: Token) -> bool:
    """As in "With traditional partners Peru and Chile": the partners' own label says more than that of the ties."""
    behind = sentence.doc[preposition.i + 1 : min(sentence.end, preposition.i + 6)]
    return any(t.lower_ in PARTNERS for t in behind)


def _tally(sentence: Sentence, noun: Token) -> Decimal | None:
    """As in "Bringing the number of countries with diplomatic relations to 194"."""
    words = {t.lower_ for t in sentence.doc[max(sentence.start, noun.i - 10) : noun.i]}
    if not words & {"number", "total", "network"} or not words & COUNTED:
        return None
    for token in sentence.doc[noun.i + 1 : min(sentence.end, noun.i + 8)]:
        if token.text.isdigit() and sentence.date_at(token) is None:
            return Decimal(token.text)
    return None


def _verb(noun: Token, act: Act) -> Token | None:
    if act.word is not None:
        return act.word
    token = noun
    for _ in range(5):
        if token.pos_ == "VERB" or token.head == token:
            break
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _tie_nouns(verb: Token | None) -> list[Token]:
    """The "relations" that a verb raises to a level: its object, or its subject."""
    if verb is None:
        return []
    return [
        c
        for c in verb.subtree
        if c.lower_ in _TIE_NOUNS
        and (c.head == verb or (c.dep_ == "pobj" and c.head.head == verb))
        and not any(t.text == ";" for t in verb.doc[min(c.i, verb.i) : max(c.i, verb.i)])
    ]


def _doers(sentence: Sentence, verb: Token | None) -> tuple[str, ...]:
    if verb is None:
        return ()
    if verb.pos_ == "NOUN":  # "marked the anniversary of …", "announced the upgrade of …"
        verb = _verb(verb, Act("described")) or verb
    subjects = [s for s in subjects_of(verb) if s.lower_ not in _TIE_NOUNS]
    found = subject_actors(sentence, subjects)
    return found if found or subjects or is_passive(verb) else run_before(sentence, verb)


def _before(sentence: Sentence, tier: Tier) -> tuple[str, ...]:
    """Partners named ahead: "With Peru, relations were raised to …", within the same part of the sentence."""
    for token in reversed(sentence.doc[sentence.start : tier.start]):
        if token.text == ";":
            break
        if token.lower_ == "with" and (
            token.i == sentence.start or token.nbor(-1).text in ",;:—–" or token.nbor(-1).lower_ == "and"
        ):
            return _allowed(actors_in(listed_from(sentence, token.i + 1)))
    return ()


def _without(sentence: Sentence, others: tuple[str, ...]) -> tuple[str, ...]:
    """The side that the sentence leaves out: the other of the document's pair, else the document's home."""
    home = tuple(a for a in own_state(sentence) if a not in others)
    pair = sentence.text.context.pair
    if len(others) == 1 and others[0] in pair and not home:
        return tuple(a for a in pair if a != others[0])
    return home


def _partners(sentence: Sentence, tier: Tier, act: Act) -> TieSides | None:
    noun = tier.noun
    if act.word is not None and noun.dep_ == "pobj" and noun.head.lower_ in ("with", "like", "between"):
        return None  # the partners with whom something else is established
    count = count_before(sentence, noun)
    owners = tuple(a for a in _allowed(before_noun(sentence, noun)) if a not in tier.label)  # "non-NATO ally"
    own = owners or _owner_behind(sentence, noun)
    if len(own) >= 2 and not tier.plural:
        own = own[:1]
    listing = listed_from(sentence, list_start(sentence, noun), reach=2) if tier.plural else []
    listing = [m for m in listing if m.form != "adjective"]
    others, dates = each_dated(sentence, listing)
    if not others:
        others, dates = roster(sentence, tier)
    called = _called(sentence, tier, act) or _beside_be(sentence, tier)
    listed = tuple(a for a in _allowed(others) if a not in own)
    others = listed or tuple(a for a in called if a not in own)
    if count is not None and count > 2 and not others:
        side = own or _allowed(_doers(sentence, _verb(noun, act))) or own_state(sentence)
        return TieSides(side[:1], source="count", count=count) if side else None
    if others and own:
        return TieSides(own[:1], others, dates=dates)
    if len(others) == 2 and not own and not _apposed(sentence, tier):
        return TieSides(others, source="subject")
    if others:
        verb = _verb(noun, act)
        doers = _allowed(_doers(sentence, verb)) if verb is None or verb.i < noun.i else ()
        doers = tuple(a for a in doers if a not in others)
        side = doers or _without(sentence, others)
        if side and (tier.official or doers or listing):
            return TieSides(side[:1], others, "words" if doers else "document", dates=dates)
    return None


def _owner_behind(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Whose partner: "a partner of Peru", "the only partner that Peru has"."""
    found = _allowed(behind_noun(sentence, noun, ("of", "to", "for")))
    if found:
        return found[:1]
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_ in ("have", "possess"):
            return _allowed(subject_actors(sentence, subjects_of(child)))[:1]
    return ()


def _apposed(sentence: Sentence, tier: Tier) -> bool:
    return bool(listed_from(sentence, tier.noun.i + 1, reach=2))


def _beside_be(sentence: Sentence, tier: Tier) -> tuple[str, ...]:
    """Who is called a partner by the words' order alone, where the parse fails: "Peru is Chile's 13th … partner"."""
    for token in reversed(sentence.doc[sentence.start : tier.start]):
        if token.lemma_ in ("be", "become", "remain") and token.pos_ in ("AUX", "VERB"):
            return _allowed(run_before(sentence, token))
        if token.tag_ in ("VBD", "VBZ", "VBP") or token.text in ",;:":
            return ()
    return ()


def _counted_among(noun: Token) -> Token:
    """What a noun is told of as: itself, the first of its list, or the "one" in "one of its partners"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    above = noun.head.head
    return above if noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ == "one" else noun


def _called(sentence: Sentence, tier: Tier, act: Act) -> tuple[str, ...]:
    """Who is called a partner: the subject of "be" and "become", the object of "call", the noun it stands beside."""
    noun = _counted_among(tier.noun)
    head = noun.head
    if noun.dep_ == "appos":
        mention = sentence.mention_at(head)
        return _allowed(mention.actors) if mention else ()
    if noun.dep_ == "attr" or (
        head.lemma_ in ("become", "remain") and noun.dep_ in ("attr", "dobj", "acomp", "oprd")
    ):
        found = _allowed(subject_actors(sentence, subjects_of(head)))
        run = _allowed(run_before(sentence, head))
        return run if len(run) > len(found) or not found else found
    if noun.dep_ in ("oprd", "dobj") and is_passive(head):
        return _allowed(subject_actors(sentence, subjects_of(head)))
    if noun.dep_ in ("oprd", "ccomp", "xcomp", "dobj") and head.pos_ == "VERB":
        between = [m for m in sentence.mentions if head.i < m.start < tier.start]
        return _allowed(actors_in(between[:1]))
    if (
        noun.dep_ == "pobj"
        and head.lower_ in ("to", "into")
        and act.action == "upgraded"
        and act.word is not None
    ):
        return _allowed(subject_actors(sentence, subjects_of(act.word)))
    if noun.dep_ == "pobj" and head.lower_ in ("as", "among", "amongst"):
        objects = [m for c in head.head.children if c.dep_ == "dobj" for m in who(sentence, c)]
        if any(c.lower_ in ("themselves", "other", "another") for c in head.head.children):
            return _allowed(
                subject_actors(sentence, subjects_of(head.head))
            )  # "consider themselves as partners"
        return _allowed(actors_in(objects))
    return ()
