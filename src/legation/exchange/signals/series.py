"""What two actors did to each other, day by day.

Laws held here: sets are never added up, for one event of the world may be in each of them. What the same two, under the
same names, did the same day by the same code counts as one act, however many rows tell of it: the one-a-day filter of
event data. Rows with a known defect are left out. What is known to the week or month only stands on one day of it, and is
counted as such.

Source: on the filter: P. Schrodt, Precedents, Progress and Prospects in Political Event Data (2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from legation.exchange.signals.duck import sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, in either order.

    Attributes:
        of: Id of the one.
        with_: Id of the other.
    """

    of: str
    with_: str

    @property
    def key(self) -> str:
        """The pair as partitions are sorted by."""
        return " ".join(sorted((self.of, self.with_)))


@dataclass(frozen=True, slots=True)
class Told:
    """What one did to the other on a day, of one type.

    Attributes:
        dataset: The event data set.
        day: The day.
        source: Who did it; the other of the pair is the target.
        type: The PLOVER type; None for what PLOVER does not code.
        quad: The quad class, 1 to 4, where there is a type.
        signals: Rows that tell of it.
        coarse: Those of them that are known to the week or month only.
        acts: Acts, each counted once that day.
        intensity: The mean of the set's own scale (Goldstein's, -10 to 10), where it has one.
    """

    dataset: str
    day: date
    source: str
    type: str | None
    quad: int | None
    signals: int
    coarse: int
    acts: int
    intensity: float | None


def daily(
    connection: DuckDBPyConnection, pair: Pair, *, first: date = date.min, after: date = date.max
) -> list[Told]:
    """A pair's days, by set, day, source and type.

    Args:
        connection: A connection in which the views stand (`Store.reading`).
        pair: The pair.
        first: The first day.
        after: The day after the last.
    """
    values = {"pair": pair.key, "first": first, "after": after}
    return [Told(*row) for row in connection.execute(sql("daily"), values).fetchall()]
