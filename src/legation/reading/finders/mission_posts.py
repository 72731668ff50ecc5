"""The life of a post, step by step: "opened as a Consulate January 16, 1946, … and was closed August 31, 1951".

Histories tell of a consulate or an embassy in one place over clauses and sentences, "it" and "the post" pointing
back. The law: a step counts only with a date, and only where the post's place or the sentence before tells which
post is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.text import Sentence

_RANK: Final = (
    r"(?:consulates? general|vice[ -]consulate|consular agency|consular post|consulate|embassy|legation|mission|post"
    r"|liaison office|interests section|high commission)"
)
_PLACE: Final = r"(?P<place>(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w-]+)*)"
_POST: Final = re.compile(
    rf"\b(?P<rank>{_RANK})(?: was (?:opened|set up|established)| opened)? (?:in|at) {_PLACE}", re.IGNORECASE
)
_OPENED_AT: Final = re.compile(rf"\bopened (?:in|at) {_PLACE}", re.IGNORECASE)
_AT_FIRST: Final = re.compile(rf"^(?:In|At) (?P<place>[A-Z][\w-]+),? an? (?P<rank>{_RANK})\b")
_BACK: Final = re.compile(
    r"^(?:[Ii]t|[Tt]he (?:post|office|mission|consulate(?: general)?|legation|embassy)) (?!in\b|at\b)"
)
_STEPS: Final = re.compile(
    rf"\b(?P<restored>re-?opened|was re-?opened|was re-?established|was restored)(?: as an? (?P<again>{_RANK}))?\b"
    rf"|\b(?P<established>was (?:first )?(?:opened|established|set up)|opened)(?: (?:in|at) [A-Z]\w+)?"
    rf"(?: as an? (?P<first>{_RANK}))?\b"
    rf"|\b(?P<became>became|was (?:raised|elevated|upgraded|promoted|reduced|downgraded|converted|changed) (?:to|into))"
    rf" (?:an? |the (?:status|rank|level) of an? )?(?P<rank>{_RANK})\b"
    rf"|, (?:and )?an? (?P<next>{_RANK}) again\b"
    r"|\b(?P<severed>(?:was )?(?:permanently )?closed|was (?:terminated|withdrawn|evacuated|shut))\b",
    re.IGNORECASE,
)
_HEIGHT: Final = (
    "consular agency",
    "vice consulate",
    "consulate",
    "consulate general",
    "liaison office",
    "legation",
    "mission",
    "embassy",
)
_NEAR: Final = 5
"""Tokens between a step and its date."""
_FARTHEST: Final = 4
"""Sentences that may follow one that names a post."""


@dataclass(frozen=True, slots=True)
class _Post:
    """A post: its rank and its place."""

    rank: str
    place: str

    @property
    def tier(self) -> str:
        """How the post is told: "consulate in Poznan"."""
        rank = "consular post" if self.rank == "post" else self.rank
        return f"{rank} in {self.place}"


def post_steps(sentence: Sentence, parties: tuple[str, ...]) -> Iterator[Found]:
    """The dated steps in the life of a post.

    Args:
        sentence: The sentence.
        parties: Who sends and who receives; nothing is told where that is not clear.
    """
    words = sentence.words(sentence.start, sentence.end)
    if len(parties) != 2 or not _STEPS.search(words) or not sentence.dates:
        return
    post = _post_of(sentence, words)
    base = sentence.doc[sentence.start].idx
    for match in _STEPS.finditer(words) if post else ():
        if post is None:
            return
        action, post = _told(match, post)
        at = _date(sentence, base + match.end())
        start, end = _token(sentence, base + match.start()), _token(sentence, base + match.end() - 1) + 1
        if at is None:
            continue
        yield Found(
            "relation",
            sentence,
            start,
            max(end, at.end),
            {"parties": parties, "tier": post.tier, "action": action},
            date=at.when,
            evidence=(f"mission:{action}",),
            weight=0.7,
        )


def _post_of(sentence: Sentence, words: str, depth: int = _FARTHEST) -> _Post | None:
    """The post that a sentence is about when it begins: the one it names, or the last of the sentence before."""
    first = _STEPS.search(words)
    ahead = words[: first.start()] if first else words
    posts = list(_POST.finditer(ahead)) or list(_POST.finditer(words))[:1]
    named = _AT_FIRST.match(words) or (posts[-1] if posts else None)
    if named is not None:
        there = _OPENED_AT.search(words)
        return _Post(named["rank"].lower().replace("-", " "), (there or named)["place"])
    before = sentence.before()
    if not depth or before is None or not _BACK.match(words) or before.parsed is not sentence.parsed:
        return None
    earlier = before.words(before.start, before.end)
    post = _post_of(before, earlier, depth - 1)
    for match in _STEPS.finditer(earlier) if post else ():
        post = _told(match, post)[1] if post else None
    return post


def _told(match: re.Match[str], post: _Post) -> tuple[str, _Post]:
    """What a step says, and the post as it is then."""
    said = next((match[g] for g in ("again", "first", "rank", "next") if match[g]), None)
    then = replace(post, rank=said.lower().replace("-", " ")) if said else post
    for action in ("restored", "established", "severed"):
        if match[action]:
            return action, then
    return ("downgraded" if _height(then.rank) < _height(post.rank) else "upgraded"), then


def _height(rank: str) -> int:
    return _HEIGHT.index(rank) if rank in _HEIGHT else 0


def _date(sentence: Sentence, offset: int) -> DateAt | None:
    at = _token(sentence, offset)
    near = (d for d in sentence.dates if at <= d.start <= at + _NEAR)
    date = next(near, None)
    if date is None or any(t.text in (",", ";") for t in sentence.doc[at : date.start]):
        return None
    return date


def _token(sentence: Sentence, offset: int) -> int:
    for token in sentence.tokens:
        if token.idx + len(token.text) > offset:
            return token.i
    return sentence.end - 1
