"""Search by words: what is asked for, and where it stands in a text.

Law held here: accents, capitals and punctuation do not count; words in quotes stand side by side; all must be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from legation.errors import UsageError
from legation.ledger.projection.texts import Word, words_in
from legation.ledger.record import Record, StoredDocument

Phrase = tuple[str, ...]

_PART: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_QUOTES: Final = str.maketrans("“”„«»", '"' * 5)
_BEFORE, _BEHIND = 12, 24
"""Words that a snippet shows before and behind where the first phrase begins."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet; marked where it is what was asked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document whose text holds what was asked for.

    Attributes:
        document: The document.
        start: Offset in its text at which the snippet begins.
        snippet: The words about the first place.
    """

    document: StoredDocument
    start: int
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the latest first.

    Attributes:
        records: Records of which a statement holds all the words.
        documents: Documents whose text does.
        is_all: Whether that is all; else more words find fewer.
    """

    records: tuple[Record, ...] = ()
    documents: tuple[DocumentHit, ...] = ()
    is_all: bool = True


def phrases_of(asked: str) -> tuple[Phrase, ...]:
    """The phrases that are asked for: each word by itself, those in quotes together.

    Raises:
        UsageError: A quote is not closed, or there is no word.
    """
    plain = asked.translate(_QUOTES)
    if plain.count('"') % 2:
        raise UsageError(f"search {asked}: a quote is not closed; write the phrase between two of them")
    parts = (quoted or word for quoted, word in _PART.findall(plain))
    phrases = [tuple(word.plain for word in words_in(part)) for part in parts]
    found = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
    if not found:
        raise UsageError(f"search {asked!r}: there is no word to look for; give letters or digits")
    return found


def holds(words: Iterable[str], phrases: Iterable[Phrase]) -> bool:
    """Whether all phrases stand in words that are plain."""
    line = f" {' '.join(words)} "
    return all(f" {' '.join(phrase)} " in line for phrase in phrases)


def hit_of(
    document: StoredDocument, text: str, words: Sequence[Word], phrases: Sequence[Phrase]
) -> DocumentHit:
    """A document with the words about the first place where a phrase stands."""
    marked = {at + n for phrase in phrases for at in _places(words, phrase) for n in range(len(phrase))}
    first = min(marked, default=0)
    shown = range(max(0, first - _BEFORE), min(len(words), first + _BEHIND))
    if not shown:
        return DocumentHit(document, 0, ())
    return DocumentHit(document, words[shown[0]].start, tuple(_pieces(text, words, shown, marked)))


def _places(words: Sequence[Word], phrase: Phrase) -> Iterator[int]:
    for at, word in enumerate(words):
        if word.plain == phrase[0] and tuple(w.plain for w in words[at : at + len(phrase)]) == phrase:
            yield at


def _pieces(text: str, words: Sequence[Word], shown: range, marked: set[int]) -> Iterator[Piece]:
    at = words[shown[0]].start
    for number in shown:
        if number in marked:
            word = words[number]
            yield Piece(text[at : word.start], marked=False)
            yield Piece(text[word.start : word.end], marked=True)
            at = word.end
    yield Piece(text[at : words[shown[-1]].end], marked=False)
