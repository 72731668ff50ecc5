"""Signals as arrays, for models.

Law held here: rows are in the order of their days, and of one day in a fixed order, so that the same folder always gives
the same arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legation.errors import UsageError
from legation.exchange.signals.duck import sql
from legation.exchange.signals.store import Store
from legation.records import PLOVER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Stream:
    """Signals, one a place in each array.

    Attributes:
        day: Ordinals of the days (`datetime.date.toordinal`), ascending.
        source: Places in `actors`; -1 where no actor is known.
        target: Places in `actors`; -1 where no actor is known.
        type: Places in `legation.records.PLOVER`; -1 for what PLOVER does not code.
        quad: Quad classes, 1 to 4; 0 where there is no type.
        row_id: The number that a row is known by for good (`legation.exchange.signals.find`).
        actors: Ids of the register.
    """

    day: NDArray[np.int32]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    type: NDArray[np.int8]
    quad: NDArray[np.int8]
    row_id: NDArray[np.uint64]
    actors: tuple[str, ...]


def stream(
    folder: Path,
    *,
    dataset: str | None = None,
    first: date = date.min,
    after: date = date.max,
    pairs_only: bool = False,
) -> Stream:
    """Signals of one set as arrays; those with a known defect are left out.

    Args:
        folder: The folder of signals.
        dataset: The set; may be left out where there is only one, for sets are never mixed.
        first: The first day.
        after: The day after the last.
        pairs_only: Whether only what is between two actors that are known and differ is taken.

    Raises:
        UsageError: There are no signals of that set, or several sets and none is named.
    """
    store = Store(folder)
    known = store.manifest().datasets
    chosen = dataset or (known[0] if len(known) == 1 else None)
    if chosen not in known:
        raise UsageError(f"{folder}: name one of its sets: {', '.join(known)}")
    values = {"dataset": chosen, "first": first, "after": after, "between": pairs_only, "types": list(PLOVER)}
    with store.reading() as connection:
        connection.execute(sql("actors"), {"dataset": chosen})
        found = connection.execute(sql("stream"), values).fetchnumpy()
        actors = tuple(name for (name,) in connection.execute(sql("actor_ids")).fetchall())
    return Stream(
        **{name: found[name] for name in ("day", "source", "target", "type", "quad", "row_id")}, actors=actors
    )
