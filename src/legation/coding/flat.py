"""Acts of sentences whose parse hides them: read from the order of the words.

A parser takes "Palestinian police in Jericho confiscated weapons" or a headline for a noun phrase now and then. Where
the tree of a sentence holds no act, the first word that can be a verb of the lexicon, with an actor before it and
none but nominal words between, is taken for its verb.
"""

from __future__ import annotations

from typing import Final

from legation.coding.acts import Act
from legation.coding.parties import Cast
from legation.reading.acts.lexicon import Frame, frames
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FINITE: Final = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_SUPPOSING: Final = frozenset({"if", "unless", "whether", "should"})
"""Words under which nothing is said to have been done."""
_WINDOW: Final = 9
"""Words behind the verb among which its object is looked for."""


def flat_act(sentence: Sentence, cast: Cast) -> Act | None:
    """The act of a sentence by the order of its words, or None."""
    tokens = list(sentence.tokens)
    if any(token.dep_ == "mark" and token.lower_ in _SUPPOSING for token in tokens):
        return None
    source: Token | None = None
    behind = False
    for at, token in enumerate(tokens):
        if _is_verb(token):
            if source is None or _is_reduced(tokens, at):
                return None
            frame = _frame(token, tokens[at + 1 : at + _WINDOW])
            return Act(frame.code, token, (token,), frame.sides, source=source) if frame else None
        if token.pos_ in ("VERB", "AUX") and token.lemma_ != "have" and not cast.names_something(token):
            return None
        behind = behind or token.tag_ == "IN"
        if (source is None or not behind) and _is_actor(cast, token):
            source = token
    return None


def _is_actor(cast: Cast, token: Token) -> bool:
    return token.dep_ not in ("pobj", "amod") and any(p.country for p in cast.meant(token))


def _is_verb(token: Token) -> bool:
    return token.tag_ in _FINITE and token.lemma_.lower() in frames()


def _is_reduced(tokens: list[Token], at: int) -> bool:
    """Whether a participle says what is done to its noun: "the town attacked by rebels"."""
    return at + 1 < len(tokens) and tokens[at + 1].lower_ == "by"


def _frame(verb: Token, behind: list[Token]) -> Frame | None:
    words = {t.lemma_.lower() for t in behind} | {t.lower_ for t in behind}
    for frame in frames().get(verb.lemma_.lower(), ()):
        if (frame.objects and words & frame.objects) or (not frame.objects and not frame.needs):
            return frame
    return None
