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
_OWING = frozenset({"to", "will", "shall", "also", "jointly"})
_RUN = 20
"""Paragraphs that a lead-in may stand over."""
_SHORT_WORD = 3
_EARLY = 8
"""Tokens within which the noun of a bullet stands that names what is done."""


def under_lead(sentence: Sentence) -> Iterator[Promise]:
    """A bullet, or a paragraph of a run, that begins with an act which its lead-in promises."""
    if sentence.start != 0 or sentence.block.kind not in ("bullet", "paragraph", "heading"):
        return
    lead = _lead(sentence) if sentence.block.kind == "bullet" else _lead_of_run(sentence)
    trigger = _trigger(lead) if lead is not None else None
    if lead is None or trigger is None:
        return
    first = _first(sentence, owed=_owes_verb(lead)) or (
        _thing(sentence) if "following" in lead.span.text else None
    )
    if first is None:
        return
    verb = trigger.head if trigger.lower_ in _FUTURE else trigger
    by = promisors(lead, subjects_of(verb)) or next((p.by for p in promises_in(lead)), ())
    if by:
        here = tuple(replace(m, start=-1, end=-1) for m in by)
        yield Promise(first, first, here, "actual", "lead", 0.7, lead)


def _owes_verb(lead: Sentence) -> bool:
    """Whether a lead-in breaks off before its verb: "The two sides will:", "agreed to:"."""
    words = [t.lower_ for t in lead.tokens if not t.is_punct]
    return bool(words) and words[-1] in _OWING


def _first(sentence: Sentence, *, owed: bool) -> Token | None:
    """The act with which a bullet begins, if it begins with one and, unless a verb is owed, has no subject."""
    for token in sentence.tokens:
        if (
            token.is_punct
            or token.lower_ in ("to", "and")
            or (token.pos_ in ("ADV", "PART") and not _is_base(token))
        ):
            continue
        named = any(c.lower_ in ("of", "for") for c in token.children)  # "Stationing of troops" is a noun
        begins = (token.tag_ in _FORMS and token.pos_ == "VERB") or _is_base(token)
        free = owed or not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        if _is_headline(sentence):
            return None
        return token if begins and free and (owed or not named) else None
    return None


def _is_headline(sentence: Sentence) -> bool:
    """Whether a sentence only heads what is told behind it: "Launch a Shipping Network. Partners will …"."""
    words = [t for t in sentence.tokens if len(t.text) > _SHORT_WORD and t.text.isalpha()][1:]
    capitals = sum(t.text[0].isupper() for t in words)
    return len(sentence.doc) > sentence.end and bool(words) and capitals > 0.6 * len(words)


def _is_base(token: Token) -> bool:
    return token.lower_ in VERBS_TOO


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


def _lead_of_run(sentence: Sentence) -> Sentence | None:
    """The lead-in over a run of paragraphs that each begin with a verb: "The council will:", "Set up …", "Publish …"."""
    if not _is_base(sentence.doc[0]):
        return None
    strangers = 0
    for parsed in reversed(sentence.text.blocks[max(0, sentence.number - _RUN) : sentence.number]):
        if parsed.block.text.rstrip(" *_").endswith(":"):
            sentences = (s for s in reversed(sentence.text.sentences[: sentence.order]) if s.parsed is parsed)
            lead = next(sentences, None)
            return lead if lead is not None and _owes_verb(lead) else None
        strangers += not len(parsed.doc) or not _is_base(parsed.doc[0])
        if strangers > 1:
            return None
    return None


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
