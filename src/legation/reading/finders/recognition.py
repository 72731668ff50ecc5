"""Recognition of a state: "Chile recognised the State of Palestine", "recognition of Kosovo by Fiji"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.clauses import doers_of, objects_of
from legation.reading.context import is_state
from legation.reading.finders.sides import subject_actors
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.modality import modality_of
from legation.reading.text import Sentence
from legation.reading.timing import date_for
from legation.values.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = frozenset({"recognize", "recognise", "derecognize", "derecognise"})


def recognitions(sentence: Sentence) -> Iterator[Found]:
    """One statement for each state that an actor recognises, or ceases to."""
    for verb in sentence.tokens:
        if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB":
            continue
        doers = tuple(a for a in subject_actors(sentence, doers_of(verb)) if is_state(a))
        for target in objects_of(verb):
            mention = sentence.mention_at(target)
            if (
                mention is None
                or mention.form != "name"
                or not doers
                or not all(map(is_state, mention.actors))
            ):
                continue
            at = date_for(sentence, verb)
            for doer in doers:
                yield _statement(sentence, verb, mention, doer, at.when if at else None)


def _statement(sentence: Sentence, verb: Token, mention: Mention, doer: str, date: When | None) -> Found:
    ends = verb.lemma_.lower().startswith("de")
    return Found(
        "relation",
        sentence,
        min(verb.i, mention.start),
        max(verb.i + 1, mention.end),
        {
            "parties": (doer, mention.actors[0]),
            "tier": "recognition",
            "action": "severed" if ends else "established",
        },
        modality=modality_of(verb),
        date=date,
        evidence=("act:recognise",),
        weight=0.75,
    )
