"""A document as finders see it: parsed sentences with the actors, persons, dates and quantities in them.

`Text` is built once a document and never changed. Token numbers are those of a sentence's block; `Sentence`
gives the ways to ask what stands at a token.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from legation.documents.document import Document
from legation.reading.layout import Block
from legation.reading.mention import DateAt, Mention, QuantityAt, by_token
from legation.reading.once import Kept, once
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
        topic: The one state that the title names, of which "the country" and "it" are said; None where it names more.
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
    topic: str | None = None
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
    kept: Kept = field(default_factory=dict, repr=False, compare=False)

    @once
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; a title, a heading and a bullet are sentences too."""
        found: list[Sentence] = []
        for number, parsed in enumerate(self.blocks):
            for span in parsed.doc.sents:
                found.append(Sentence(self, parsed, number, span.start, span.end, len(found)))
        return tuple(found)

    @once
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

    @once
    def named(self) -> frozenset[str]:
        """The actors that it names, or tells of by an adjective or a capital."""
        forms = ("name", "adjective", "capital")
        return frozenset(a for b in self.blocks for m in b.mentions if m.form in forms for a in m.actors)

    def part(self) -> None:
        """Undo the ties within the text when it has been read, so that its memory is free at once."""
        for sentence in self.sentences:
            sentence.__dict__.clear()
        for parsed in self.blocks:
            parsed.doc.part()
        self.__dict__.clear()

    def heading_of(self, parsed: ParsedBlock) -> ParsedBlock | None:
        """The heading that stands over a block."""
        return None if parsed.block.heading is None else self.blocks[parsed.block.heading]

    def lead_of(self, parsed: ParsedBlock) -> ParsedBlock | None:
        """The paragraph that leads in to a bullet."""
        return None if parsed.block.lead is None else self.blocks[parsed.block.lead]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a text: tokens ``[start, end)`` of its block."""

    text: Text
    parsed: ParsedBlock
    number: int
    start: int
    end: int
    order: int
    kept: Kept = field(default_factory=dict, repr=False)

    @once
    def block(self) -> Block:
        """Its block."""
        return self.parsed.block

    @once
    def doc(self) -> Parse:
        """The parse of its block; tokens are numbered in it."""
        return self.parsed.doc

    @once
    def span(self) -> Span:
        """Its tokens."""
        return self.doc[self.start : self.end]

    @once
    def tokens(self) -> Sequence[Token]:
        """Its tokens, in order."""
        return self.doc.tokens[self.start : self.end]

    @once
    def spelt(self) -> str:
        """Its words in small letters, with one space before and behind each."""
        return " " + "".join([f"{token.lower_} " for token in self.tokens])

    @once
    def _words(self) -> frozenset[str]:
        return frozenset([token.lower_ for token in self.tokens])

    @once
    def _lemma_of_each(self) -> Sequence[str]:
        return [token.lemma_.lower() for token in self.tokens]

    @once
    def _lemmas(self) -> frozenset[str]:
        return frozenset(self._lemma_of_each)

    def with_word(self, words: Set[str]) -> Sequence[Token]:
        """The tokens that are one of these words (in lower case), in order: the cheap first question of a finder."""
        if self._words.isdisjoint(words):
            return ()
        return [token for token in self.tokens if token.lower_ in words]

    def with_lemma(self, lemmas: Set[str]) -> Sequence[Token]:
        """The tokens whose lemma is one of these (in lower case), in order."""
        if self._lemmas.isdisjoint(lemmas):
            return ()
        return [t for t, lemma in zip(self.tokens, self._lemma_of_each, strict=True) if lemma in lemmas]

    def with_either(self, words: Set[str], lemmas: Set[str]) -> Sequence[Token]:
        """The tokens that are one of these words or have one of these lemmas, in order."""
        if self._words.isdisjoint(words):
            return self.with_lemma(lemmas)
        each = zip(self.tokens, self._lemma_of_each, strict=True)
        return [t for t, lemma in each if lemma in lemmas or t.lower_ in words]

    @once
    def mentions(self) -> tuple[Mention, ...]:
        """Its actors and persons, in order."""
        return tuple(m for m in self.parsed.mentions if self.start <= m.start < self.end)

    @once
    def dates(self) -> tuple[DateAt, ...]:
        """Its dates, in order."""
        return tuple(d for d in self.parsed.dates if self.start <= d.start < self.end)

    @once
    def quantities(self) -> tuple[QuantityAt, ...]:
        """Its quantities, in order."""
        return tuple(q for q in self.parsed.quantities if self.start <= q.start < self.end)

    @once
    def titles(self) -> tuple[Title, ...]:
        """Its titles of office, in order, whether a name stands with them or not."""
        return tuple(t for t in self.parsed.titles if self.start <= t.start < self.end)

    @once
    def _by_token(self) -> dict[int, Mention]:
        return by_token(self.mentions)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that a token is part of."""
        return self._by_token.get(token.i)

    def date_at(self, token: Token) -> DateAt | None:
        """The date that a token is part of."""
        for date in self.dates:
            if date.start <= token.i < date.end:
                return date
        return None

    def quantity_at(self, token: Token) -> QuantityAt | None:
        """The quantity that a token is part of."""
        for quantity in self.quantities:
            if quantity.start <= token.i < quantity.end:
                return quantity
        return None

    def words(self, start: int, end: int) -> str:
        """The clean words of tokens ``[start, end)``, as the block has them."""
        if start >= end:
            return ""
        last = self.doc[end - 1]
        return self.block.text[self.doc[start].idx : last.idx + len(last)]

    def before(self) -> Sentence | None:
        """The sentence before this one in the document."""
        return self.text.sentences[self.order - 1] if self.order else None
