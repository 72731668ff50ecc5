"""What acts between actors have in common: the object that tells them, their date, and the finding itself."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.context import is_state
from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.event_sides import proper
from legation.reading.finders.event_words import CARRIERS, SPOKEN
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timeline import day_of
from legation.values.when import When

OBJECTS = ("dobj", "nsubjpass", "obj")
"""How the parse calls what is acted on."""
_PROMISED = frozenset({"COOPERATE", "AID", "SUPPORT"})
"""Acts that are commitments where they are yet to come."""
_NEAR_OBJECT = 6


def event(
    sentence: Sentence,
    words: tuple[Token, Token],
    kind: str,
    source: tuple[str, ...],
    target: tuple[str, ...],
) -> Iterator[Found]:
    """The finding of an act, where both its sides are known and it is no promise and no denial.

    Args:
        sentence: Where it is told.
        words: The word that tells it, and the verb over that word.
        kind: Its PLOVER type.
        source: Who acts.
        target: Towards whom.
    """
    trigger, verb = words
    target = proper(source, target)
    if not source or not target or not any(is_state(a) for a in (*source, *target)):
        return
    near = [
        m for m in sentence.mentions if set(m.actors) & {*source, *target} and abs(m.start - trigger.i) < 25
    ]
    modality = modality_of(verb)
    if modality == "denied":
        return
    if modality == "planned" and kind in _PROMISED and trigger.lemma_.lower() != "cooperation":
        return
    yield Found(
        "event",
        sentence,
        min([trigger.i, verb.i, *(m.start for m in near)]),
        max([trigger.i + 1, verb.i + 1, *(m.end for m in near)]),
        {"source": source, "target": target, "type": kind},
        modality=modality,
        date=_date(sentence, words, kind, modality),
        evidence=(f"type:{kind}", f"word:{trigger.lemma_.lower()}"),
        weight=0.5,
    )


def object_of(sentence: Sentence, verb: Token, nouns: frozenset[str]) -> Token | None:
    """The object of a verb, or of those listed with it the first, that is one of these nouns."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            for each in (child, *child.conjuncts):
                if each.lemma_.lower() in nouns:
                    return each
                if each.lemma_.lower() in CARRIERS:
                    inside = (t for t in each.subtree if t.i > each.i and t.lemma_.lower() in nouns)
                    if (meant := next(inside, None)) is not None:
                        return meant
    for token in sentence.doc[verb.i + 1 : min(verb.i + _NEAR_OBJECT, sentence.end)]:
        if token.pos_ in ("VERB", "ADP") or token.text in (",", ";"):
            return None
        if token.lemma_.lower() in nouns and token.pos_ == "NOUN":
            return token
    return None


def is_sum(sentence: Sentence, noun: Token) -> bool:
    """Whether what is given is a sum of money, which a figure or a commitment tells."""
    low, high = noun.left_edge.i, noun.right_edge.i
    return any(low <= q.start <= high and q.quantity.unit.isupper() for q in sentence.quantities)


def _date(sentence: Sentence, words: tuple[Token, Token], kind: str, modality: str) -> When | None:
    stated = _opening(sentence) or date_of(sentence, *words)
    if stated is not None:
        return stated
    if kind in SPOKEN and modality == "actual" and sentence.text.context.between:
        return day_of(sentence.text)
    return None


def _opening(sentence: Sentence) -> When | None:
    """The date that a paragraph opens with, as a chronicle's do: "3 May 2019: … Chile condemned the vote"."""
    first = sentence
    while (before := first.before()) is not None and before.number == sentence.number:
        first = before
    heads = [d for d in first.dates if d.start <= first.start + 1 and d.end < first.end]
    return heads[0].when if heads and first.doc[heads[0].end].text in (":", "–", "-", "—") else None
