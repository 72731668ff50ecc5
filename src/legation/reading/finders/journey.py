"""A journey that a clause tells of, and what all wordings of travelling have in common."""

from __future__ import annotations

from dataclasses import dataclass

from legation.reading.clauses import (
    after,
    clause_of,
    subjects_of,
)
from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import (
    beside,
    doers_at,
    is_official,
    places_at,
)
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

TOWARDS = frozenset({"to", "for", "in", "at", "into", "across", "through", "around", "via", "throughout"})
VISITS = frozenset(
    "visit trip tour travel travels journey stopover stop stay voyage arrival swing sojourn".split()
)
_INVITING = frozenset(
    {"invite", "ask", "urge", "allow", "enable", "expect", "schedule", "want", "like", "wish", "hope", "beg"}
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


def travellers_of(verb: Token) -> list[Token]:
    """Who does what a verb of travelling says: its subjects, those invited to, those with plans to."""
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_.lower() in _INVITING:
        own = [c for c in verb.children if c.dep_ == "nsubj"]
        asked = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
        return own or asked or doers_at(verb)
    if verb.dep_ in ("acl", "relcl") and head.dep_ == "attr" and head.head.lemma_ == "be":
        return subjects_of(head.head)  # "was the first premier to visit"
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


def goals_of(sentence: Sentence, tokens: list[Token]) -> tuple[tuple[str, ...], int]:
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


def goal_objects(verb: Token) -> list[Token]:
    """The objects of a verb, or what the parse has in their stead."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "obj", "nsubjpass")]
    return found or [c for c in verb.children if c.dep_ in ("npadvmod", "attr", "oprd", "ccomp", "pobj")]


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
