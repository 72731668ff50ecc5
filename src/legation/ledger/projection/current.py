"""The projection brought up to the last entry, in steps each of which stands by itself.

Laws held here: a step is one transaction that holds the writer's place, so that several processes may bring the
projection forward at once; one that is killed is noticed by the stamp, and the next that looks goes on from
there; the steps do not show: however entries fall into steps, the projection comes out the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, and_, select

from legation.ledger import chain
from legation.ledger.engine import Database
from legation.ledger.judged import Judged, judged_at
from legation.ledger.loading import load_statements, standing_named
from legation.ledger.projection import editions, tables
from legation.ledger.projection.placing import join_decided, place, unsettle
from legation.ledger.projection.settling import settle
from legation.ledger.projection.tables import Stamp
from legation.ledger.schema import ENTRIES, READINGS, RETRACTIONS

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""

ENTRIES_AT_ONCE: Final = 4000
COMPONENTS_AT_ONCE: Final = 4000


def bring_forward(database: Database, progress: Progress | None = None) -> None:
    """Bring the projection up to the last entry.

    Raises:
        LedgerError: The ledger cannot be written, or another writer does not end.
    """
    done = False
    while not done:
        with database.deriving() as connection:
            done = step(connection, progress)


def step(
    connection: Connection,
    progress: Progress | None = None,
    *,
    entries: int = ENTRIES_AT_ONCE,
    components: int = COMPONENTS_AT_ONCE,
) -> bool:
    """Bring the projection forward by so many entries and, where all are placed, settle so many components.

    Returns:
        Whether that was all.
    """
    last = chain.last_seal(connection)
    if last is None:
        return True
    found = tables.stamp(connection)
    if found is not None and found.entry == last.number and found.settled:
        return True
    judged = judged_at(connection, last.recorded_at)
    before = tables.prepare(connection, judged.naming_digest)
    reached = _place_entries(connection, judged, before, last, most=entries)
    if progress:
        progress("placing", reached.entry, last.number)
    if reached.entry < last.number:
        return False
    return settle(connection, last.recorded_at, judged, most=components)


def _place_entries(
    connection: Connection, judged: Judged, before: Stamp, last: chain.Seal, *, most: int
) -> Stamp:
    """Place the statements of the next entries, and what later entries bear on them: as they stand and read now."""
    if before.entry == last.number:
        return before
    number = min(before.entry + most, last.number)
    moment = str(
        connection.execute(select(ENTRIES.c.recorded_at).where(ENTRIES.c.number == number)).scalar_one()
    )
    entered = (READINGS.c.recorded_at > before.moment, READINGS.c.recorded_at <= moment)
    editions.add(connection, entered)
    gone = select(RETRACTIONS.c.statement).join(READINGS, RETRACTIONS.c.reading == READINGS.c.id)
    retracted = set(connection.execute(gone.where(*entered)).scalars())
    unsettle(connection, retracted)
    place(connection, judged.taken(load_statements(connection, last.recorded_at, [and_(*entered)])))
    if about := judged.about(before.moment, moment, reread=bool(retracted)):
        place(connection, judged.taken(load_statements(connection, last.recorded_at, standing_named(about))))
        join_decided(connection, judged.pairs.together)
        unsettle(connection, about)
    return tables.write_stamp(connection, replace(before, entry=number, moment=moment))
