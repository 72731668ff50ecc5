"""One document as a page shows it: its text cut where passages, its own pages, and what was not read begin and end.

A long text is shown in stretches, so that a document of any length opens at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from legation.desk.asked import AskedPassage
from legation.ledger import View
from legation.ledger.record import StoredDocument, StoredStatement

STRETCH: Final = 40_000
"""Characters shown at once, some twelve printed pages."""

_SLACK: Final = 2_000
"""How far beyond it the end of a line is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text that is marked alike throughout.

    Attributes:
        text: Its characters.
        read: Whether it is a part that was read; menus, footers and metadata lines were not.
        marked: Whether it lies in a passage.
        asked: ``first`` and ``on`` in the passage that was asked for, else empty.
        page: Number of the document's page that begins here, or None.
        ended: The statements whose quote ends with it.
    """

    text: str
    read: bool
    marked: bool
    asked: str
    page: int | None
    ended: tuple[StoredStatement, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document.

    Attributes:
        document: The document.
        pieces: The stretch of its text that is shown.
        statements: How many statements were read from all of it.
        stretch: Number of the stretch, counted from 1.
        stretches: How many there are.
    """

    document: StoredDocument
    pieces: tuple[Piece, ...]
    statements: int
    stretch: int
    stretches: int

    @classmethod
    def of(cls, view: View, key: str, asked: AskedPassage) -> DocumentPage:
        """The page of a document, by its id or name.

        Raises:
            LedgerError: None, or several, go by it.
        """
        document = view.document(key)
        text, found = view.text(document.id), view.statements(document=document.id)
        starts = _stretches(text)
        wanted = bisect_right(starts, asked.start) if asked.start >= 0 else asked.page
        number = min(max(1, wanted), len(starts))
        low, high = starts[number - 1], starts[number] if number < len(starts) else len(text)
        cut = _Cut(document, text, tuple(found), asked)
        return cls(document, tuple(cut.pieces(low, high)), len(found), number, len(starts))


def _stretches(text: str) -> list[int]:
    """Where the stretches of a text begin: after the end of a line where there is one near."""
    starts = [0]
    while len(text) - starts[-1] > STRETCH + _SLACK:
        least = starts[-1] + STRETCH
        line = text.find("\n", least, least + _SLACK)
        starts.append(line + 1 if line >= 0 else least)
    return starts


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text with all that cuts it."""

    document: StoredDocument
    text: str
    statements: Sequence[StoredStatement]
    asked: AskedPassage

    def pieces(self, low: int, high: int) -> Iterator[Piece]:
        """The pieces of a stretch, in order."""
        inside = sorted(
            (s for s in self.statements if s.quote.start < high and s.quote.end > low),
            key=lambda s: (s.quote.start, s.quote.end),
        )
        edges = self._edges(low, high, inside)
        waiting, open_ = iter([*inside, None]), list[StoredStatement]()
        following = next(waiting)
        for start, end in pairwise(edges):
            while following is not None and following.quote.start <= start:
                open_.append(following)
                following = next(waiting)
            yield self._piece(start, end, open_)
            open_ = [s for s in open_ if s.quote.end > end]

    def _edges(self, low: int, high: int, inside: Sequence[StoredStatement]) -> list[int]:
        cuts = {at for s in inside for at in (s.quote.start, s.quote.end)}
        cuts |= {at for part in self.document.parts for at in (part.start, part.end)}
        cuts |= {*self.document.pages, self.asked.start, self.asked.end}
        return [low, *sorted(at for at in cuts if low < at < high), high]

    def _piece(self, start: int, end: int, open_: Sequence[StoredStatement]) -> Piece:
        asked = self.asked
        within = 0 <= asked.start <= start and end <= asked.end
        pages = self.document.pages
        page = bisect_right(pages, start)
        return Piece(
            text=self.text[start:end],
            read=self._is_read(start),
            marked=bool(open_),
            asked=("first" if start == asked.start else "on") if within else "",
            page=page if page and pages[page - 1] == start else None,
            ended=tuple(s for s in open_ if s.quote.end == end),
        )

    def _is_read(self, at: int) -> bool:
        parts = self.document.parts
        index = bisect_right(parts, at, key=lambda part: part.start)
        return not parts or (index > 0 and at < parts[index - 1].end)
