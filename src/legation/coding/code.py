"""From sentences to events: which clauses act, who acts in them, and towards whom.

Law: an event has a source that the text names, or for violence with no doer a country where it was done; where the
target is not named it is told only for acts that need none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from legation.coding.acts import Act
from legation.coding.clauses import acts_of
from legation.coding.doers import doers, settled
from legation.coding.event import CodedEvent, Party
from legation.coding.flat import flat_act
from legation.coding.parties import Cast
from legation.coding.scheme import meaning, root
from legation.coding.towards import between_them, targets
from legation.documents.document import Document, Part
from legation.reading.analyse import analyse
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Item:
    """A text to be coded: a sentence or a few.

    Attributes:
        id: The caller's own name for it.
        text: The text.
        published: When it was published, if known.
    """

    id: str
    text: str
    published: When | None = None


def code_all(items: Iterable[Item]) -> Iterator[tuple[Item, list[CodedEvent]]]:
    """The events of each of many texts, in order, parsed in batches."""
    waiting: list[Item] = []

    def documents() -> Iterator[Document]:
        for item in items:
            waiting.append(item)
            yield _document(item)

    for text in analyse(documents()):
        yield waiting.pop(0), list(code_text(text))


def _document(item: Item) -> Document:
    content = item.text.encode("utf-8", "replace")
    return Document(
        id=sha256(content).hexdigest(),
        name=item.id,
        address=item.id,
        media_type="text/plain",
        content=content,
        text=item.text,
        parts=(Part("body", 0, len(item.text)),),
        read_at=datetime.fromtimestamp(0, UTC),
        published=item.published,
        language="en",
    )


def code_text(text: Text) -> Iterator[CodedEvent]:
    """The events of an analysed text, each once."""
    seen: set[CodedEvent] = set()
    for sentence in text.sentences:
        for event in _coded(sentence):
            if event not in seen:
                seen.add(event)
                yield event


_MUTUAL: Final = frozenset({"03", "04", "05", "06", "12", "19"})
"""Acts that two do together: "A and B agreed" is one event between them."""
_ONE_WAY: Final = frozenset({"042", "043"})
"""Of those the ones that are done by one to the other: a visit, hospitality."""
_INWARD: Final = frozenset({"08", "09", "12", "13", "14", "15", "17", "18", "19"})
"""Acts of groups and organs that need no stranger: what is done at home."""
_ABROAD: Final = frozenset({"", "GOV"})
"""Sectors of those who act towards others."""


def _coded(sentence: Sentence) -> Iterator[CodedEvent]:
    cast = Cast(sentence)
    acts = [found for token in sentence.tokens if token.head == token for found in acts_of(token)]
    hidden = None if acts else flat_act(sentence, cast)
    for act, sayer in [*acts, *([(hidden, None)] if hidden else [])]:
        yield from _events(cast, act, sayer)


def _events(cast: Cast, act: Act, sayer: Token | None) -> Iterator[CodedEvent]:
    sources = doers(cast, act, sayer)
    if not sources:
        return
    what = meaning(act.code)
    found = targets(cast, act, sources)
    if len({p.country for p in sources if p.country}) > 1:
        first, second = sources[0], next(p for p in sources if p.country != sources[0].country)
        if between_them(act):
            yield from (CodedEvent(first, second, what), CodedEvent(second, first, what))
            return
        if root(act.code) in _MUTUAL and act.code not in _ONE_WAY and not _outside(found, sources):
            yield CodedEvent(first, second, what)
            return
    for source in settled(cast, act, sources, found):
        yield from (
            CodedEvent(source, target, what) for target in found or _default(source, act) if target.country
        )


def _outside(found: tuple[Party, ...], sources: tuple[Party, ...]) -> bool:
    return any(p.country not in {s.country for s in sources} for p in found)


def _default(source: Party, act: Act) -> tuple[Party, ...]:
    """The target of an act that names none: their own country's, for groups and organs; else nobody."""
    if not (root(act.code) in _INWARD or act.code.startswith("035")) or source.sector in _ABROAD:
        return ()
    return (Party(source.country),)
