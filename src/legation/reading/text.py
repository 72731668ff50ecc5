"""A document as finders see it: parsed sentences with the actors, persons, dates and quantities in them.

`Text` is built once a document and never changed. Token numbers are those of a sentence's block; `Sentence`
gives the ways to ask what stands at a token.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from legation.documents.document import Document
from legation.reading.layout import Block
from legation.reading.mention import DateAt, Mention, QuantityAt, by_token
from legation.reading.parse import Parse, Span, Token
from legation.reading.people import Title
from legation.values.dates import find_dates
from legation.values.passage import Passage

_MARGIN = 4000
"""Characters of each stretch that is not to be read in which a document's own date is looked for."""


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block with its parse and what stands in it, each list ordered by start."""

    block: Block
    doc: Parse
    mentions: tuple[Mention, ...]
    dates: tuple[DateAt, ...]
    quantities: tuple[QuantityAt, ...]
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole document.

    Attributes:
        home: The state or body from whose desk the document is written, or None.
        seat: The state where it is published, if its publisher's address tells; its own officials need no
            other name for their state there ("President Biden" on a ``.gov`` page).
        press: The state of a newspaper or news agency, whose own officials mostly go without its name too.
        pair: The two actors whose relations it is about (its title or its most frequent two), or empty.
        between: Those whom it is between: the parties of a joint statement, the two sides of a readout or of
            remarks; empty where it is no such document.
        we: Who "we" are, or empty.
        joint: Whether it is a joint statement of its pair.
        spoken: Whether its title says that somebody speaks in it: remarks, a speech, an interview.
        speaker: Who speaks, in a speech or at this point of a transcript ("I").
        you: Who is spoken to, where the document has just two sides.
        persons: Full name by each name by which the document calls a person.
        sides: The state or body of each person, by full name.
    """

    home: str | None = None
    seat: str | None = None
    press: str | None = None
    pair: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    we: tuple[str, ...] = ()
    joint: bool = False
    spoken: bool = False
    speaker: Mention | None = None
    you: Mention | None = None
    persons: dict[str, str] = field(default_factory=dict)
    sides: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Text:
    """A parsed document."""

    document: Document
    blocks: tuple[ParsedBlock, ...]
    context: Context

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; a title, a heading and a bullet are sentences too."""
        found: list[Sentence] = []
        for number, parsed in enumerate(self.blocks):
            for span in parsed.doc.sents:
                found.append(Sentence(self, number, span.start, span.end, len(found)))
        return tuple(found)

    @cached_property
    def dateline(self) -> Passage | None:
        """Where the document says on which day it was published: front matter, a stamp at its head or foot."""
        document = self.document
        if document.published is None:
            return None
        edges = [0, *(at for part in document.parts for at in (part.start, part.end)), len(document.text)]
        for start, end in zip(edges[::2], edges[1::2], strict=True):  # what lies in no part
            for found in find_dates(document.text[start : min(end, start + _MARGIN)]):
                if found.when == document.published:
                    return Passage(document.id, start + found.start, start + found.end)
        return None

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors that it names, or tells of by an adjective or a capital."""
        forms = ("name", "adjective", "capital")
        return frozenset(a for b in self.blocks for m in b.mentions if m.form in forms for a in m.actors)

    def heading_of(self, parsed: ParsedBlock) -> ParsedBlock | None:
        """The heading that stands over a block."""
        return None if parsed.block.heading is None else self.blocks[parsed.block.heading]

    def lead_of(self, parsed: ParsedBlock) -> ParsedBlock | None:
        """The paragraph that leads in to a bullet."""
        return None if parsed.block.lead is None else self.blocks[parsed.block.lead]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: tokens ``[start, end)`` of its block."""

    text: Text
    number: int
    start: int
    end: int
    order: int

    @property
    def parsed(self) -> ParsedBlock:
        """Its block with parse and mentions."""
        return self.text.blocks[self.number]

    @property
    def block(self) -> Block:
        """Its block."""
        return self.parsed.block

    @property
    def doc(self) -> Parse:
        """The parse of its block; tokens are numbered in it."""
        return self.parsed.doc

    @property
    def span(self) -> Span:
        """Its tokens."""
        return self.doc[self.start : self.end]

    @property
    def tokens(self) -> Iterator[Token]:
        """Its tokens, in order."""
        return iter(self.span)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Its actors and persons, in order."""
        return tuple(m for m in self.parsed.mentions if self.start <= m.start < self.end)

    @cached_property
    def dates(self) -> tuple[DateAt, ...]:
        """Its dates, in order."""
        return tuple(d for d in self.parsed.dates if self.start <= d.start < self.end)

    @cached_property
    def quantities(self) -> tuple[QuantityAt, ...]:
        """Its quantities, in order."""
        return tuple(q for q in self.parsed.quantities if self.start <= q.start < self.end)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Its titles of office, in order, whether a name stands with them or not."""
        return tuple(t for t in self.parsed.titles if self.start <= t.start < self.end)

    @cached_property
    def _by_token(self) -> dict[int, Mention]:
        return by_token(self.mentions)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that a token is part of."""
        return self._by_token.get(token.i)

    def date_at(self, token: Token) -> DateAt | None:
        """The date that a token is part of."""
        return next((d for d in self.dates if d.start <= token.i < d.end), None)

    def quantity_at(self, token: Token) -> QuantityAt | None:
        """The quantity that a token is part of."""
        return next((q for q in self.quantities if q.start <= token.i < q.end), None)

    def words(self, start: int, end: int) -> str:
        """The clean words of tokens ``[start, end)``, as the block has them."""
        if start >= end:
            return ""
        last = self.doc[end - 1]
        return self.block.text[self.doc[start].idx : last.idx + len(last)]

    def before(self) -> Sentence | None:
        """The sentence before this one in the document."""
        return self.text.sentences[self.order - 1] if self.order else None
