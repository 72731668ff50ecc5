"""What resolving must know of the documents that statements come from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from legation.ledger.record import Record
from legation.values.when import When


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents that statements come from, as far as resolving hangs on them.

    Attributes:
        official: Ids of the documents that come from an official source.
        published: When each document was published, by id, where that is known.
        independent: How many independent sources some documents are: copies of one text are one.
    """

    official: Collection[str] = frozenset()
    published: Mapping[str, When] = field(default_factory=dict)
    independent: Callable[[Collection[str]], int] = len

    def first_told(self, record: Record) -> When | None:
        """When a record was first told of: the earliest publication of its documents."""
        return min(self._days(record), key=_order, default=None)

    def last_told(self, record: Record) -> When | None:
        """When a record was last told of: the latest publication of its documents."""
        return max(self._days(record), key=_order, default=None)

    def _days(self, record: Record) -> list[When]:
        return [self.published[key] for key in record.documents() if key in self.published]


def _order(when: When) -> tuple[object, str]:
    return when.sort_key, str(when)


UNKNOWN: Final = Sources()
"""Nothing is known of the documents."""
