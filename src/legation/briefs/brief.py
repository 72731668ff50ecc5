"""What a brief is: sections of sentences, each of which carries the passages that prove it.

Laws held here: a sentence's text holds its own marks (``[1][2]``), so that text and citations can't drift
apart; what could not be proved stands in `Brief.dropped` with its reason, and in no section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from legation.values.passage import Passage
from legation.values.when import When

_MARK = re.compile(r" ?\[(\d+)\]")

ClaimType = Literal["actor", "person", "number", "date", "tier", "modality", "bound", "label", "text"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One typed fact that a sentence asserts, with the record field that it came from.

    Attributes:
        type: What sort of fact it is.
        value: The fact, as files show it: ``KOR``, ``2025-08-10/2025-08-13``, ``93000000000``.
        record: Id of the record that it comes from.
        field: Name of the record's field, or ``date`` or ``modality``.
    """

    type: ClaimType
    value: str
    record: str
    field: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that proves a sentence, and all that a reader needs to find it.

    Attributes:
        number: Its number in the brief; one number a passage, in order of first use.
        passage: The passage that states it.
        support: Further passages of the same document that its fields rest on, such as the place where
            "the two sides" are named.
        statement: Id of the statement that was read from the passage.
        document: Id of the document.
        title: The document's title, or its name where it has none.
        publisher: Its publisher, if known.
        published: Its publication date, if known.
        address: Where it was read.
        page: Page number, counted from 1; None where the document has no pages.
        offset: Offset of the passage in the document's text.
        words: The quoted words, as they stand in the document.
        named: The words of the further passages.
    """

    number: int
    passage: Passage
    support: tuple[Passage, ...]
    statement: str
    document: str
    title: str
    publisher: str | None
    published: When | None
    address: str
    page: int | None
    offset: int
    words: str
    named: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where in the document it stands, for people."""
        return f"page {self.page}" if self.page else f"character {self.offset:,}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief.

    Attributes:
        text: Its words with its marks: the words before a group of marks are proved by each of them.
        claims: The typed facts that it asserts.
        citations: The passages that its marks number, in the order of its marks.
    """

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]

    def pieces(self) -> Iterator[str | int]:
        """Its words and the numbers of its marks, in order."""
        for piece in _MARK.split(self.text):
            if piece.isdigit():
                yield int(piece)
            elif piece:
                yield piece


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief.

    Attributes:
        key: Short name, the same in every brief, such as ``last_contact``.
        title: Its heading.
        sentences: Its proved sentences.
        notes: What is said of the section as a whole without a source: that nothing was found, or how
            many further entries the ledger holds.
    """

    key: str
    title: str
    sentences: tuple[Sentence, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a sentence is not proved.

    Attributes:
        type: What sort of thing is not proved: a type of claim, ``words``, ``quote`` or ``citation``.
        token: The words of the sentence that are not proved.
        citation: Number of the citation that does not prove them; None where it is no single one.
        reason: A sentence for people.
    """

    type: str
    token: str
    citation: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that failed its check and is not printed.

    Attributes:
        section: Key of the section that it would have stood in.
        text: Its words.
        failures: Why it is not proved.
        record: Id of the record that it would have told of.
    """

    section: str
    text: str
    failures: tuple[Failure, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What a principal must know of a partner for a meeting.

    Attributes:
        of: Id of the actor that it is written for.
        with_: Id of the partner.
        on: Day of the meeting: nothing published later enters.
        as_of: The moment on the recorded clock at which the ledger was read; None for all that is known.
        title: Its title.
        sections: Its sections, in order.
        sources: Every citation once, by number.
        dropped: Sentences that failed their check.
        gaps: What was looked for and not found.
        read: How many documents the ledger held that were published by the day of the meeting (or are
            undated), and could be read.
    """

    of: str
    with_: str
    on: date
    as_of: datetime | None
    title: str
    sections: tuple[Section, ...]
    sources: tuple[Citation, ...]
    dropped: tuple[Dropped, ...]
    gaps: tuple[str, ...]
    read: int

    def sentences(self) -> Iterator[Sentence]:
        """Every printed sentence, in order."""
        for section in self.sections:
            yield from section.sentences
