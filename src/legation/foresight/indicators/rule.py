"""What all rules have in common; each rule is a file of its own beside this one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from legation.foresight.indicators.sight import Reading, Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(ABC):
    """A rule as the file declares it; each field is a key of its table there.

    Attributes:
        enabled: Whether it is used.
        raise_at: The level at which an alert is raised.
        clear_at: The level at which it is over.
        news: By how much the level must have grown for an alert to be told again.
        warns_of: The classes of event that it warns of.
        within_days: In how many days.
    """

    NAME: ClassVar[str]
    """The rule's table in the file."""
    TITLE: ClassVar[str]
    """What it is called for people."""

    enabled: bool
    raise_at: float
    clear_at: float
    news: float
    warns_of: tuple[str, ...]
    within_days: int

    @abstractmethod
    def read(self, sight: Sight) -> Sequence[Reading]:
        """The level of every pair for which there is enough to go by."""
