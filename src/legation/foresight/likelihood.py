"""Words for likelihood, one published scale both ways: a probability has one word, a word has one range.

Law: every probability that Legation prints has the word of this scale beside it, and no other word for likelihood is
printed anywhere. The scale covers all of 0 to 1 without gaps; an end that two words share belongs to the higher one.

Source: Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic Standards
(2 January 2015), D.6.e(2)(a): seven words from "almost no chance" (1–5 %) to "almost certain" (95–99 %). The UK's
yardstick was not taken: it leaves gaps (between 20 and 25 %, say) in which a number has no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from legation.errors import UsageError


@dataclass(frozen=True, slots=True)
class Likelihood:
    """One step of the scale.

    Attributes:
        word: The word that is printed.
        also: The directive's other word for the same range, which is understood too.
        low: Where its range begins, a probability.
        high: Where the next one begins; 1 for the last.
    """

    word: str
    also: str
    low: float
    high: float

    @property
    def middle(self) -> float:
        """The number that the word stands for where only the word is given."""
        return (self.low + self.high) / 2

    @property
    def range(self) -> str:
        """Its range as people write it: ``55–80%``."""
        return f"{self.low * 100:.0f}–{self.high * 100:.0f}%"


SCALE: Final = (
    Likelihood("almost no chance", "remote", 0.0, 0.05),
    Likelihood("very unlikely", "highly improbable", 0.05, 0.20),
    Likelihood("unlikely", "improbable", 0.20, 0.45),
    Likelihood("roughly even chance", "roughly even odds", 0.45, 0.55),
    Likelihood("likely", "probable", 0.55, 0.80),
    Likelihood("very likely", "highly probable", 0.80, 0.95),
    Likelihood("almost certain", "nearly certain", 0.95, 1.0),
)
"""The scale, least likely first. The directive begins at 1 % and ends at 99 %; what lies beyond has the outer words."""


def likelihood(probability: float) -> Likelihood:
    """The step of the scale that a probability lies on.

    Raises:
        UsageError: It is no probability.

    Example:
        >>> likelihood(0.55).word
        'likely'
    """
    if not 0.0 <= probability <= 1.0:
        raise UsageError(f"{probability} is no probability; it lies between 0 and 1")
    return next(step for step in reversed(SCALE) if probability >= step.low)


def in_words(probability: float) -> str:
    """A probability as it is printed, number and word.

    Example:
        >>> in_words(0.3)
        '30% (unlikely)'
        >>> in_words(0.004)
        '0.4% (almost no chance)'
    """
    return f"{_percent(probability)} ({likelihood(probability).word})"


def _percent(probability: float) -> str:
    """The number; what is not quite certain is never told as certain."""
    if 0 < probability < 0.001:
        return "under 0.1%"
    if 0.999 < probability < 1:
        return "over 99.9%"
    return f"{probability:.1%}" if min(probability, 1 - probability) < 0.01 else f"{probability:.0%}"


def probability_of(text: str) -> float:
    """The probability that a person wrote: ``0.3``, ``30%``, or a word of the scale, which stands for its middle.

    Raises:
        UsageError: It is neither; the message lists the words.

    Example:
        >>> probability_of("very likely"), probability_of("30 %")
        (0.875, 0.3)
    """
    written = " ".join(text.lower().replace("_", " ").split())
    for step in SCALE:
        if written in (step.word, step.also):
            return round(step.middle, 4)
    share = written.endswith("%")
    try:
        value = float(written.rstrip("% ")) / (100 if share else 1)
    except ValueError:
        raise UsageError(f"{text!r} is no likelihood; write 0.3, 30% or one of: {_listed(SCALE)}") from None
    likelihood(value)
    return value


def _listed(scale: Sequence[Likelihood]) -> str:
    return ", ".join(f"{step.word} ({step.range})" for step in scale)
