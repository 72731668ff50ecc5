"""Statements of whole components, made ready to be resolved: what stood at a moment, as it was judged by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from legation.ledger.judged import Judged
from legation.ledger.loading import load_statements, standing_named
from legation.ledger.projection.tables import FACES, PLACES, rows_where
from legation.ledger.record import StoredStatement
from legation.ledger.resolve.clue import Clue, clue_of
from legation.ledger.resolve.context import in_context


def statements_in(connection: Connection, components: Iterable[int]) -> dict[str, int]:
    """The statements of components, with the component of each; whether they stand or not."""
    query = select(PLACES.c.statement, FACES.c.component).join(FACES, PLACES.c.face == FACES.c.number)
    rows = rows_where(connection, query, FACES.c.component, components)
    return {row["statement"]: row["component"] for row in rows}


def with_siblings(connection: Connection, statements: Iterable[str]) -> set[str]:
    """Statements, and those of their documents that bear on how they are read."""
    kept = set(statements)
    query = select(PLACES.c.siblings)
    groups = {row["siblings"] for row in rows_where(connection, query, PLACES.c.statement, sorted(kept))}
    query = select(PLACES.c.statement)
    return kept | {
        row["statement"] for row in rows_where(connection, query, PLACES.c.siblings, sorted(groups))
    }


def standing(
    connection: Connection, moment: str, judged: Judged, statements: Iterable[str]
) -> list[StoredStatement]:
    """Of statements those that stood at a moment, made what they are taken to say."""
    return judged.of(load_statements(connection, moment, standing_named(statements)))


def clues_by_component(
    found: Iterable[StoredStatement], homes: dict[str, int]
) -> Iterator[tuple[int, list[Clue]]]:
    """Statements made ready for comparison, component by component; others only bear on how these are read."""
    by_home: dict[int, list[Clue]] = {}
    for clue in in_context(clue_of(stored) for stored in found):
        if clue.id in homes:
            by_home.setdefault(homes[clue.id], []).append(clue)
    yield from sorted(by_home.items())
