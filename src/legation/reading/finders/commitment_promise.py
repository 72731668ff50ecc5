"""A promise as the patterns hand it over, and what they share in reading one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.finders.commitment_words import COINS, DEEDS
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

VERBS: Final = frozenset({"VERB", "AUX"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ACT_LINKS = frozenset({"to", "on", "in", "at", "towards", "toward"})
_ABOVE = 4
"""Words above a word of promising that may take it back."""
_DOUBTS = frozenset(
    {
        "accuse",
        "suspect",
        "warn",
        "fear",
        "doubt",
        "deny",
        "ask",
        "wonder",
        "refuse",
        "fail",
        "allege",
        "claim",
    }
)
_HEAD = 6
"""Tokens in which the words of a condition stand."""
_CONDITION = re.compile(
    r"(?:(?:subject to|contingent (?:up)?on|conditional on|(?:up)?on (?:the )?condition|provided that|providing that|"
    r"as long as|so long as|in the event (?:of|that))\b)",
    re.I,
)
_IFS = frozenset({"if", "unless", "provided", "providing"})
_PROVIDED = frozenset({"provided", "providing", "assuming"})
_CONDITIONS = frozenset({"if", "unless", "provided", "should", "once", "when", "after", "until"})


@dataclass(frozen=True, slots=True)
class Promise:
    """An act that somebody is bound to.

    Attributes:
        act: The verb of the act, or the noun of what is promised.
        trigger: The word that binds.
        by: Who is bound.
        modality: One of `legation.records.MODALITIES`.
        pattern: Which pattern found it.
        weight: How often that pattern is right.
        lead: The lead-in over the bullet that names the act, if one does.
        asked_by: Who calls for the act, where others do.
    """

    act: Token
    trigger: Token
    by: tuple[Mention, ...]
    modality: str
    pattern: str
    weight: float
    lead: Sentence | None = None
    asked_by: tuple[Mention, ...] = ()


def acts_of(verb: Token, lemma: str) -> Iterator[Token]:
    """The acts that a word of promising governs: an infinitive, a gerund after "to", a that-clause."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and (child.pos_ in VERBS or is_infinitive(child)):
            yield child
            return
        if child.dep_ == "prep" and child.lower_ in _ACT_LINKS:
            firm = lemma in ("commit", "recommit", "committed", "recommitted") and child.lower_ == "to"
            for inner in child.children:
                deed = inner.tag_ == "VBG" or (child.lower_ == "on" and inner.lemma_.lower() in DEEDS)
                if inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and (firm or deed)):
                    yield inner
                    return
        if child.dep_ == "ccomp" and any(
            c.lower_ in ("will", "would", "shall", "to") for c in child.children
        ):
            yield child
            return
        if child.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            yield child
            return


def things_of(verb: Token) -> list[Token]:
    """The objects that stand behind a verb."""
    return [c for c in verb.children if c.dep_ in ("dobj", "obj") and c.i > verb.i]


def has_money(sentence: Sentence, things: list[Token]) -> bool:
    """Whether some objects hold an amount of money."""
    return any(
        (is_money(q.quantity.unit) or sentence.doc[q.end - 1].lower_ in COINS or thing.lower_ in COINS)
        and thing.left_edge.i <= q.start <= thing.right_edge.i
        for thing in things
        for q in sentence.quantities
    )


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: its code has three capitals."""
    return len(unit) == 3 and unit.isupper()


def modality_by(verb: Token) -> str:
    """The modality that a verb of promising gives: its own helpers, or a condition beside it."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    if helpers & {"should", "must", "ought"}:
        return "called_for"
    return "conditional" if is_conditional(verb) else "actual"


def is_conditional(verb: Token) -> bool:
    """Whether a condition hangs on a verb ("if", "unless", "provided")."""
    around = [
        *verb.children,
        *(c for aux in verb.children if aux.dep_ in ("aux", "auxpass") for c in aux.children),
    ]
    return any(
        child.dep_ == "advcl"
        and (
            _is_inverted(child) or child.lower_ in _PROVIDED or any(m.lower_ in _IFS for m in child.children)
        )
        for child in around
    )


def _is_inverted(clause: Token) -> bool:
    """ "Should Niger free its president, …"."""
    first = clause.left_edge
    return first.lower_ == "should" and first.head == clause


def has_condition(sentence: Sentence, trigger: int, end: int) -> bool:
    """Whether a condition stands at the head of a sentence, beside the trigger, or right behind the act, at ``end``."""
    doc = sentence.doc
    places = (
        doc[sentence.start : sentence.start + _HEAD].text,
        doc[max(sentence.start, trigger - 1) : trigger + _HEAD].text,
        doc[end : min(end + _HEAD, sentence.end)].text,
    )
    return any(
        _CONDITION.match(place.lstrip(", ")) or _CONDITION.match(place.partition(" ")[2].lstrip(", "))
        for place in places
    )


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_doubted(word: Token) -> bool:
    """Whether a word of promising stands under a denial, a doubt or an accusation: "no sign that Minsk is willing"."""
    here = word
    for _ in range(_ABOVE):
        if is_within_condition(here):
            return True
        above = here.head
        if above == here:
            return False
        denied = any(c.dep_ == "neg" or c.lower_ in ("no", "any") for c in above.children)
        if denied and here.dep_ in ("ccomp", "acl", "relcl", "xcomp", "advcl"):
            return True
        if above.lemma_.lower() in _DOUBTS and here.dep_ not in ("conj", "advcl"):
            return True
        here = above
    return False


def is_within_condition(verb: Token) -> bool:
    """Whether a verb stands in a clause of condition or time."""
    return verb.dep_ == "advcl" and any(
        c.lower_ in _CONDITIONS and c.dep_ in ("mark", "advmod") for c in verb.children
    )
