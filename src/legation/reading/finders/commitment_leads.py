"""Bullets under a lead-in: "The two sides agreed to:", "Viet Nam will:", "commitments include:"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.clauses import subjects_of
from legation.reading.finders.commitment_promise import Promise
from legation.reading.finders.commitment_promisors import promisors
from legation.reading.finders.commitment_triggers import promises_in
from legation.reading.finders.commitment_words import NOUNS, PROMISES, STANCES, VERBS_TOO
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FUTURE = frozenset({"will", "shall"})
_FORMS = frozenset({"VB", "VBP", "VBG"})
_TOLD = frozenset({"announce", "take", "undertake", "outline", "launch"})
"""Verbs that promise what a list behind "the following" says."""
_EARLY = 8
"""Tokens within which the noun of a bullet stands that names what is done."""


def under_lead(sentence: Sentence) -> Iterator[Promise]:
    """A bullet that begins with an act which its lead-in promises."""
    if sentence.block.kind != "bullet" or sentence.start != 0:
        return
    lead = _lead(sentence)
    if lead is None:
        return
    first = _first(sentence) or (_thing(sentence) if "following" in lead.span.text else None)
    if first is None:
        return
    trigger = _trigger(lead)
    if trigger is None:
        return
    verb = trigger.head if trigger.lower_ in _FUTURE else trigger
    by = promisors(lead, subjects_of(verb)) or next((p.by for p in promises_in(lead)), ())
    if by:
        here = tuple(replace(m, start=-1, end=-1) for m in by)
        yield Promise(first, first, here, "actual", "lead", 0.7)


def _first(sentence: Sentence) -> Token | None:
    """The act with which a bullet begins, if it begins with one and has no subject."""
    for token in sentence.tokens:
        if token.is_punct or token.pos_ in ("ADV", "PART") or token.lower_ in ("to", "and"):
            continue
        named = any(c.lower_ == "of" for c in token.children)  # "Stationing of troops" is a noun
        begins = (token.tag_ in _FORMS and token.pos_ == "VERB") or token.lower_ in VERBS_TOO
        begins = begins and not named
        return token if begins and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children) else None
    return None


def _thing(sentence: Sentence) -> Token | None:
    """The noun with which a bullet begins that names what is done: "Establishment of a headquarters"."""
    root = sentence.span.root
    return root if root.pos_ == "NOUN" and root.i - sentence.start < _EARLY else None


def _lead(sentence: Sentence) -> Sentence | None:
    """The last sentence of the block that leads in."""
    parsed = sentence.text.lead_of(sentence.parsed)
    if parsed is None:
        return None
    return next((s for s in reversed(sentence.text.sentences[: sentence.order]) if s.parsed is parsed), None)


def _trigger(lead: Sentence) -> Token | None:
    """The last word of promising in a lead-in."""
    following = "following" in lead.span.text
    for token in reversed(list(lead.tokens)):
        lemma = token.lemma_.lower()
        if token.lower_ in _FUTURE or token.lower_ in STANCES or lemma in PROMISES or lemma in NOUNS:
            return token
        if following and lemma in _TOLD and token.pos_ == "VERB":
            return token
    return None
