"""Recognition of states: "Chile recognised the State of Palestine", "recognition of Kosovo by Fiji"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.clauses import after, agents_of, doers_of, objects_of, subjects_of, who
from legation.reading.context import is_state
from legation.reading.finders.counting import count_before
from legation.reading.finders.sides import before_noun, subject_actors
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timing import date_for

_VERBS: Final = frozenset({"recognize", "recognise", "derecognize", "derecognise"})
_GRANTS: Final = frozenset("extend accord grant give announce withdraw".split())
_STATEHOOD: Final = frozenset(
    "independence government republic state kingdom statehood sovereignty regime federation union empire".split()
)
_TRIGGERS: Final = frozenset({*_VERBS, "recognition"})


def recognitions(sentence: Sentence) -> Iterator[Found]:
    """One statement for each state that an actor recognises, or ceases to."""
    for token in sentence.with_lemma(_TRIGGERS):
        word = token.lemma_.lower()
        if word in _VERBS and token.pos_ == "VERB":
            doers = _states(subject_actors(sentence, doers_of(token)))
            targets = [
                m for o in objects_of(token) for m in _recognised(sentence, o) if not _owns_other(sentence, m)
            ]
            yield from _recognition(sentence, token, doers, targets)
            yield from _recognised_by(sentence, token, targets)
        elif word == "recognition":
            yield from _recognition(sentence, token, *_of_noun(sentence, token))


def _recognised_by(sentence: Sentence, verb: Token, targets: list[Mention]) -> Iterator[Found]:
    """How many recognise a state: "Kosovo is recognised by about 110 countries"."""
    for agent in agents_of(verb):
        count = (
            count_before(sentence, agent)
            if agent.lower_ in ("countries", "states", "nations", "members")
            else None
        )
        for mention in targets:
            if count is not None and count > 1 and is_state(mention.actors[0]):
                yield Found(
                    "relation",
                    sentence,
                    mention.start,
                    agent.i + 1,
                    {
                        "parties": mention.actors[:1],
                        "tier": "recognition",
                        "action": "established",
                        "count": count,
                    },
                    modality=modality_of(verb),
                    evidence=("act:recognise", "sides:count"),
                    weight=0.75,
                )


def _states(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(a for a in actors if is_state(a))


def _recognised(sentence: Sentence, target: Token) -> list[Mention]:
    """The state that is recognised: the object itself, or whose independence or government it is."""
    mention = sentence.mention_at(target)
    if mention is not None:
        return [mention] if mention.form == "name" else []
    if target.lemma_.lower() not in _STATEHOOD:
        return []
    inside = [m for m in sentence.mentions if target.left_edge.i <= m.start <= target.right_edge.i]
    near = [
        m
        for m in inside
        if abs(m.start - target.i) <= 8
        and not any(t.lower_ == "by" for t in sentence.doc[min(target.i, m.start) : m.start])
    ]
    return near[-1:] if near and near[-1].start > target.i else near[:1]


def _of_noun(sentence: Sentence, noun: Token) -> tuple[tuple[str, ...], list[Mention]]:
    """Who recognises and who is recognised, of the noun: "U.S. recognition of Chad", "extended recognition to Chad"."""
    named = [m for t in after(noun, {"of"}) for m in _recognised(sentence, t) or who(sentence, t)][:1]
    targets = [m for m in named if not _owns_other(sentence, m)]
    doers = _states(before_noun(sentence, noun)) or _states(
        tuple(a for t in agents_of(noun) for m in who(sentence, t) for a in m.actors)
    )
    verb = noun.head
    if verb.lemma_.lower() in _GRANTS:
        doers = doers or _states(subject_actors(sentence, subjects_of(verb)))
        targets = targets or [m for t in after(verb, {"to", "from"}) for m in _recognised(sentence, t)]
    return doers, targets


def _owns_other(sentence: Sentence, mention: Mention) -> bool:
    """As in "recognition of India's role": not India, nor its statehood, is recognised."""
    behind = [t.lower_ for t in sentence.doc[mention.end : min(sentence.end, mention.end + 2)]]
    return len(behind) == 2 and behind[0] in ("'s", "’s", "'", "’") and behind[1] not in _STATEHOOD


def _recognition(
    sentence: Sentence, word: Token, doers: tuple[str, ...], targets: list[Mention]
) -> Iterator[Found]:
    pair = sentence.text.context.pair
    at = date_for(sentence, word)
    ends = word.lemma_.lower().startswith("de") or word.head.lemma_.lower() == "withdraw"
    for mention in targets:
        state = mention.actors[0] if mention.actors else ""
        known = doers or tuple(a for a in pair if a != state and state in pair)
        for doer in known:
            if is_state(state) and doer != state:
                yield Found(
                    "relation",
                    sentence,
                    min(word.i, mention.start),
                    max(word.i + 1, mention.end),
                    {
                        "parties": (doer, state),
                        "tier": "recognition",
                        "action": "severed" if ends else "established",
                    },
                    modality=modality_of(word),
                    date=at.when if at else None,
                    evidence=("act:recognise",),
                    weight=0.75,
                )
