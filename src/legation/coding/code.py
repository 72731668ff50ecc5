"""From sentences to events: which clauses act, who acts in them, and towards whom.

Law: an event has a source that the text names, or for violence with no doer a country where it was done; where the
target is not named it is told only for acts that need none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from legation.coding.acts import Act
from legation.coding.clauses import acts_of, astray
from legation.coding.doers import doers, settled
from legation.coding.event import CodedEvent, Party
from legation.coding.flat import flat_act
from legation.coding.parties import Cast
from legation.coding.towards import between_them, partners, targets
from legation.documents.document import Document, Part
from legation.reading.acts.scheme import meaning, root
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
_OPEN: Final = frozenset({"03", "12", "19"})
"""Of those the ones that several may do towards others too."""
_ONE_WAY: Final = frozenset({"042", "043", "045", "051", "052", "053", "054", "055", "056", "063"})
"""Of those the ones that are done by one to the other: a visit, hospitality."""
_INWARD: Final = frozenset({"08", "09", "12", "13", "14", "15", "17", "18", "19"})
"""Acts of groups and organs that need no stranger: what is done at home."""
_AT_HOME: Final = (
    *("0811", "0812", "0813", "0814", "082", "083", "0841", "087", "132", "137", "14", "150", "153"),
    *("1711", "172", "173", "175", "034", "0351", "0352", "0353"),
)
"""Acts of a state towards its own people."""
_GRIEVANCES: Final = frozenset({"10", "11", "14"})
"""Acts of a people towards its government, where no other is named."""
_ARMED: Final = frozenset({"MIL", "REB", "UAF"})
_POPULAR: Final = frozenset({"CVL", "LAB", "EDU", "AGR", "OPP", "REL", "MED", "JRN"})
_CROWDS: Final = {"195": "143", "190": "145", "1712": "145", "191": "144"}
"""What is war when armies do it and unrest when crowds do."""
_ABROAD: Final = frozenset({"", "GOV"})
"""Sectors of those who act towards others."""


def _coded(sentence: Sentence) -> Iterator[CodedEvent]:
    cast = Cast(sentence)
    acts = [found for token in sentence.tokens if token.head == token for found in acts_of(token)]
    found = [event for act, sayer in acts for event in _events(cast, act, sayer)]
    if not acts:
        found = [event for act, sayer in astray(sentence.tokens) for event in _events(cast, act, sayer)]
    if not found and (hidden := flat_act(sentence, cast)):
        found = list(_events(cast, hidden, None))
    yield from found


def _events(cast: Cast, act: Act, sayer: Token | None) -> Iterator[CodedEvent]:
    sources = doers(cast, act, sayer)
    if not sources:
        return
    act = _suited(act, sources)
    what = meaning(act.code)
    several = len({p for p in sources if p.country}) > 1
    together = several and act.code not in _ONE_WAY and root(act.code) in _MUTUAL
    found = (partners if together and root(act.code) not in _OPEN else targets)(cast, act, sources)
    if several:
        first = next(p for p in sources if p.country)
        second = next(p for p in reversed(sources) if p.country and p != first)
        if between_them(act):
            yield from (CodedEvent(first, second, what), CodedEvent(second, first, what))
            return
        if together and not _outside(found, sources):
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
    if root(act.code) in _GRIEVANCES and source.sector in _POPULAR:
        return (Party(source.country, "GOV"),)
    if act.code.startswith(_AT_HOME):
        return (Party(source.country),)
    if not (root(act.code) in _INWARD or act.code.startswith("035")) or source.sector in _ABROAD:
        return ()
    return (Party(source.country),)


def _suited(act: Act, sources: tuple[Party, ...]) -> Act:
    """The act as it is for those who do it: people protest in the street, states by a note; armed men clash in arms."""
    acting = {p.sector for p in sources}
    if act.code == "114" and not acting & _ABROAD:
        return replace(act, code="141")
    if act.code == "112" and act.verb.lemma_ == "charge" and "JUD" in acting:
        return replace(act, code="173")
    if act.code in _CROWDS and acting and acting <= _POPULAR:
        return replace(act, code=_CROWDS[act.code])
    if act.code == "145" and acting <= _ARMED:
        return replace(act, code="190")
    return act
