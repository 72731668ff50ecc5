"""Sides told by company: who goes with somebody, who takes an envoy's letters, who is one of two under one title.

A companion is of the side of the one accompanied. Letters of credence are handed to the other side. Two under a
plural title ("the two foreign ministers, X and Y") are of two sides, so that one known side tells the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from legation.actors.state_offices import is_sole
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.standing import can_act_for, full_name, offices_of
from legation.reading.text import Context

if TYPE_CHECKING:
    from legation.reading.parse import Parse

_WITH = frozenset({"accompanied", "flanked", "escorted"})
_LETTERS = frozenset({"credentials", "credence"})
_RECEIVING = re.compile(r"(?:President|King|Queen|Emperor|Sultan|Emir|Prince|Governor-General|Regent)\b")
"""Who takes an envoy's letters."""
_TWO = 2
_TITLE = 7
"""Tokens of the longest title between "his" and a name."""


def beside(blocks: Sequence[tuple[Parse, Sequence[Mention]]], context: Context) -> dict[str, tuple[str, ...]]:
    """The sides that company tells of persons who have none yet.

    Args:
        blocks: The parse and the mentions of each block.
        context: The document's context, with the sides known so far.
    """
    found: dict[str, tuple[str, ...]] = {}
    for doc, mentions in blocks:
        told = (
            *_companions(doc, mentions, context),
            *_receivers(doc, mentions, context),
            *_twos(doc, mentions, context),
            *_owned(doc, mentions, context),
        )
        for mention, state in told:
            if not _side(mention, context) and can_act_for(state, offices_of(mention)):
                found.setdefault(full_name(mention, context), (state,))
    return found


def _companions(doc: Parse, mentions: Sequence[Mention], context: Context) -> Iterator[tuple[Mention, str]]:
    """As in "The minister was accompanied by his deputy X and Ambassador Y"."""
    for token in doc.with_word(_WITH):
        if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "by":
            continue
        sentence = token.sent
        persons = [m for m in mentions if m.form == "person"]
        before = [m for m in persons if m.end <= token.i]
        led = [m for m in before if m.start >= sentence.start] or before[:1]
        side = _side(led[0], context) if led else None
        for mention in persons if side else ():
            if token.i < mention.start < sentence.end and side:
                yield mention, side


def _owned(doc: Parse, mentions: Sequence[Mention], context: Context) -> Iterator[tuple[Mention, str]]:
    """As in "President X sent his foreign minister, Y": of the side of the one who stands nearest before."""
    persons = [m for m in mentions if m.form == "person"]
    for mention in persons:
        at = _title_start(doc, mention)
        if mention.office and at is not None:
            sentence = doc[at].sent
            before = [m for m in persons if m is not mention and sentence.start <= m.start and m.end <= at]
            side = _side(before[-1], context) if before else None
            if side and is_state(side):
                yield mention, side


def _title_start(doc: Parse, mention: Mention) -> int | None:
    """Where "his" or "her" stands before a title that goes with a name."""
    for at in range(mention.start - 1, max(-1, mention.start - _TITLE), -1):
        if doc[at].lower_ in ("his", "her"):
            return at
        if doc[at].pos_ not in ("ADJ", "NOUN", "PROPN") and doc[at].text != ",":
            return None
    return None


def _receivers(doc: Parse, mentions: Sequence[Mention], context: Context) -> Iterator[tuple[Mention, str]]:
    """Whom an envoy of the seat hands letters to, in a history of its ties with one other state."""
    others = [state for state in context.pair if state != context.seat]
    if context.seat is None or len(others) != 1 or not is_state(others[0]):
        return
    for token in doc.with_word(_LETTERS):
        for mention in mentions:
            near = token.i < mention.start < token.sent.end
            high = any(map(_RECEIVING.match, offices_of(mention)))
            if near and high and mention.form == "person" and doc[mention.start - 1].lower_ == "to":
                yield mention, others[0]


def _twos(doc: Parse, mentions: Sequence[Mention], context: Context) -> Iterator[tuple[Mention, str]]:
    """As in "the defence ministers, X and Y", where the document is about two states and one of them is known."""
    if len(context.pair) != _TWO or not all(map(is_state, context.pair)):
        return
    persons = [m for m in mentions if m.form == "person" and m.office]
    for one, two in pairwise(persons):
        joined = [t.lower_ for t in doc[one.end : two.start]] == ["and"]
        bare = doc[two.start : two.end].text.count(" ") <= (two.person or "").count(" ")
        if (
            not joined
            or not bare
            or one.office != two.office
            or not is_sole(context.pair[0], one.office or "")
        ):
            continue
        sides = _side(one, context), _side(two, context)
        for mention, own, other in ((one, sides[0], sides[1]), (two, sides[1], sides[0])):
            left = [state for state in context.pair if state != other]
            if own is None and other in context.pair:
                yield mention, left[0]


def _side(mention: Mention, context: Context) -> str | None:
    return next(iter(mention.actors or context.sides.get(full_name(mention, context), ())), None)
