"""A text that spaCy parsed, as columns: all that leaves the parser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from legation.reading.parse import Columns
from legation.reading.pipeline import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ATTRIBUTES: list[int | str] = ["ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START"]


def columns_of(doc: Doc) -> Columns:
    """The columns of a parsed text."""
    orth, spacy, lemma, pos, tag, dep, head, start = doc.to_array(_ATTRIBUTES).T
    word = _words().__getitem__
    return Columns(
        words=[*map(word, orth.tolist())],
        spaced=[*map(bool, spacy.tolist())],
        lemmas=[*map(word, lemma.tolist())],
        pos=[*map(word, pos.tolist())],
        tags=[*map(word, tag.tolist())],
        deps=[*map(word, dep.tolist())],
        heads=[i + away for i, away in enumerate(head.astype("int64").tolist())],
        starts=[number == 1 for number in start.tolist()],
    )


class _Words(dict[int, str]):
    """Words by the number that spaCy has for them; each is looked up once."""

    def __missing__(self, number: int) -> str:
        self[number] = word = pipeline().vocab.strings[number]
        return word


@cache
def _words() -> _Words:
    return _Words()
