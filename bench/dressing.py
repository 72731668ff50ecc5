"""The texts of one country in other dresses, so that what learns from them reads those of others too.

A dress keeps the tags and the tree: days stand before months, countries get other countries' names, sentences become
headlines or lose their capitals, bullets their full stop, curly quotes those of a typewriter.
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

import legation.actors

PIECE = 60
"""Words that are taught together, so that the pieces of a batch are about as long."""
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
SMALL_WORDS = frozenset("a an the in on at of to by for from with and or but as".split())
TYPED = str.maketrans("’‘“”", "''\"\"")
STATES = Path(legation.actors.__file__).with_name("data") / "states.csv"


@dataclass(frozen=True)
class Taught:
    """A piece of text with the tags and the tree that are to be learnt of it."""

    words: list[str]
    spaces: list[bool]
    tags: list[str]
    heads: list[int]
    deps: list[str]

    def reordered(self, order: Sequence[int]) -> Taught:
        """The words with these numbers, in this order; none that stays hangs on one that goes."""
        new = {old: i for i, old in enumerate(order)}
        return Taught(
            [self.words[i] for i in order],
            [self.spaces[i] for i in order],
            [self.tags[i] for i in order],
            [new[self.heads[i]] for i in order],
            [self.deps[i] for i in order],
        )


def pieces(parsed: Iterable[Doc]) -> Iterator[Taught]:
    """Parses in pieces of whole sentences, none over `PIECE` words but single sentences that are."""
    for doc in parsed:
        starts = [0]
        for sent in doc.sents:
            if sent.end - starts[-1] > PIECE and sent.start > starts[-1]:
                starts.append(sent.start)
        for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
            here = [doc[i] for i in range(start, end)]
            yield Taught(
                [t.text for t in here],
                [bool(t.whitespace_) for t in here],
                [t.tag_ for t in here],
                [t.head.i - start for t in here],
                [t.dep_ for t in here],
            )


def day_first(piece: Taught, rng: random.Random) -> Taught:
    """Half of the dates with the day before the month and no commas: "July 4, 2026," as "4 July 2026"."""
    words, order, i = piece.words, [], 0
    hung_on = Counter(piece.heads)
    while i < len(words):
        day = i + 1
        if (
            words[i] in MONTHS
            and day < len(words)
            and re.fullmatch("[0-9]{1,2}", words[day])
            and rng.random() < 0.5
        ):
            order += [day, i]
            i += 2
            if (
                i + 1 < len(words)
                and words[i] == ","
                and not hung_on[i]
                and re.fullmatch("[0-9]{4}", words[i + 1])
            ):
                order.append(i + 1)
                i += 2
                i += i < len(words) and words[i] == "," and not hung_on[i]
        else:
            order.append(i)
            i += 1
    return piece.reordered(order)


@cache
def names_by_word() -> dict[str, list[str]]:
    """States, peoples and capitals of one word, each with those of its kind."""
    with STATES.open(encoding="utf-8") as file:
        rows = [*csv.DictReader(file)]
    found: dict[str, list[str]] = {}
    for column in ("capitals", "demonyms", "name"):
        kind = sorted({name for row in rows for name in row[column].split("; ") if name.isalpha()})
        found |= dict.fromkeys(kind, kind)
    return found


def with_other_states(words: list[str], tags: list[str], rng: random.Random) -> list[str]:
    """Part of the states, peoples and capitals of one word as others of their kind."""
    known = names_by_word()
    named = [word in known and tag in ("NNP", "NNPS", "JJ") for word, tag in zip(words, tags, strict=True)]
    return [
        rng.choice(known[word]) if name and rng.random() < 0.4 else word
        for word, name in zip(words, named, strict=True)
    ]


def in_other_case(words: list[str], rng: random.Random) -> list[str]:
    """The words as they stand, or as a headline, in small letters or in capitals."""
    chance = rng.random()
    if chance < 0.05 and len(words) < 30:
        return [w if i and w in SMALL_WORDS else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    if chance < 0.07:
        return [w.lower() for w in words]
    return [w.upper() for w in words] if chance < 0.08 and len(words) < 60 else words


def dressed(piece: Taught, rng: random.Random) -> Taught:
    """The piece as it stands, or, in part of the cases, in another dress."""
    piece = day_first(piece, rng)
    if rng.random() < 0.05 and piece.words[-1] == "." and len(piece.words) - 1 not in piece.heads[:-1]:
        piece = piece.reordered(range(len(piece.words) - 1))  # as in a bullet
    words = with_other_states(piece.words, piece.tags, rng)
    if rng.random() < 0.2:
        words = [word.translate(TYPED) for word in words]
    return replace(piece, words=in_other_case(words, rng))
