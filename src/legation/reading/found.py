"""What a finder hands over: one thing that a sentence says, by token, before it becomes a statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from legation.reading.text import Sentence, Text
from legation.records import FieldValue
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a sentence says.

    Attributes:
        kind: One of `legation.records.KINDS`.
        sentence: Where it stands.
        start: First token of the shortest stretch that states it.
        end: Token after the last.
        fields: What the finder knows of its fields.
        modality: One of `legation.records.MODALITIES`.
        date: When it happened or will, if the clause or the document tells.
        spots: For fields whose supporting words the finder knows better than a search would: tokens
            ``(start, end)`` of the sentence's block.
        evidence: Names of the features of the finding, for the confidence model: ``trigger:visit``.
        weight: The finder's own belief, in (0, 1].
    """

    kind: str
    sentence: Sentence
    start: int
    end: int
    fields: Mapping[str, FieldValue]
    modality: str = "actual"
    date: When | None = None
    spots: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    weight: float = 0.7


class Finder(Protocol):
    """Finds statements of one kind in a text.

    A finder is a plain object with a versioned name; it never keeps state between texts.
    """

    name: str

    def find(self, text: Text) -> Iterable[Found]:
        """Yield what the text says, in the order of its sentences."""
        ...
