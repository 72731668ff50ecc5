"""A stretch of a document's text, by character offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A half-open stretch ``[start, end)`` of a document's stored text.

    Attributes:
        document: Id of the document (SHA-256 of its bytes, hexadecimal).
        start: Offset of the first character, counted in Unicode code points.
        end: Offset after the last character.

    Example:
        >>> Passage("ab12", 4, 9).of("The visit was long")
        'visit'
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a passage runs forward from 0 or later, not from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words of the passage, taken from the document's text."""
        return text[self.start : self.end]

    def contains(self, other: Passage) -> bool:
        """Whether the other passage lies wholly inside this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Passage) -> bool:
        """Whether the two passages share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end
