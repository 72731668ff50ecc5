"""Records of the components that were touched, written anew; all others stay as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, bindparam, select

from legation.ledger import codec
from legation.ledger.judged import Judged
from legation.ledger.loading import load_sources
from legation.ledger.projection import gathering
from legation.ledger.projection.faces import number_of
from legation.ledger.projection.tables import CHAINS, PARTIES, RECORDS, UNSETTLED, add, rows_where
from legation.ledger.record import Link, Record
from legation.ledger.resolve.between import chains_of
from legation.ledger.resolve.cluster import group
from legation.ledger.resolve.compose import compose
from legation.ledger.resolve.dates import span
from legation.ledger.resolve.rules import RULES
from legation.values.when import When

UNDATED = "~"
"""The place of a record without a date: behind all others."""


def settle(connection: Connection, moment: str, judged: Judged, *, most: int) -> bool:
    """Write the records of some unsettled components anew.

    Args:
        connection: A transaction that writes.
        moment: The moment of the last entry whose statements are placed.
        judged: What persons had decided by then.
        most: How many components to settle.

    Returns:
        Whether that was all.
    """
    query = select(UNSETTLED.c.component).order_by(UNSETTLED.c.component).limit(most)
    components = list(connection.execute(query).scalars())
    if not components:
        return True
    homes = gathering.statements_in(connection, components)
    found = gathering.standing(connection, moment, judged, gathering.with_siblings(connection, homes))
    sources = load_sources(connection, moment, {s.document for s in found})
    records = [
        (component, compose([clue.stored for clue in each.clues], each.links, sources))
        for component, clues in gathering.clues_by_component(found, homes)
        for each in group(clues, RULES[clues[0].stored.kind], judged.pairs)
    ]
    _forget(connection, RECORDS.c.component, components)
    _forget(connection, RECORDS.c.id, [record.id for _, record in records])
    _write(connection, records)
    done = UNSETTLED.delete().where(UNSETTLED.c.component == bindparam("c"))
    connection.execute(done, [{"c": each} for each in components])
    return len(components) < most


def _forget(connection: Connection, column: Column[Any], values: Iterable[object]) -> None:
    """Take away what was written before, be it for a component that another has since taken in."""
    query = select(RECORDS.c.id, RECORDS.c.place, RECORDS.c.actors, RECORDS.c.chains)
    old = list(rows_where(connection, query, column, values))
    if not old:
        return
    parties = [
        {"a": actor, "p": row["place"], "r": row["id"]} for row in old for actor in json.loads(row["actors"])
    ]
    chains = [{"c": chain, "r": row["id"]} for row in old for chain in json.loads(row["chains"])]
    party = (
        PARTIES.c.actor == bindparam("a"),
        PARTIES.c.place == bindparam("p"),
        PARTIES.c.record == bindparam("r"),
    )
    chain = (CHAINS.c.chain == bindparam("c"), CHAINS.c.record == bindparam("r"))
    if parties:
        connection.execute(PARTIES.delete().where(*party), parties)
    if chains:
        connection.execute(CHAINS.delete().where(*chain), chains)
    connection.execute(
        RECORDS.delete().where(RECORDS.c.id == bindparam("r")), [{"r": row["id"]} for row in old]
    )


def _write(connection: Connection, records: Sequence[tuple[int, Record]]) -> None:
    rows = [_row(component, record) for component, record in records]
    add(connection, RECORDS, rows)
    shared = ("place", "kind", "first", "after")
    add(
        connection,
        PARTIES,
        [
            {"actor": actor, "record": row["id"], **{name: row[name] for name in shared}}
            for row, (_, record) in zip(rows, records, strict=True)
            for actor in sorted(record.actors())
        ],
    )
    chains = [{"chain": chain, "record": record.id} for _, record in records for chain in _chains(record)]
    add(connection, CHAINS, chains)


def _row(component: int, record: Record) -> dict[str, object]:
    first, after = span(record.date) if record.date else (None, None)
    return {
        "id": record.id,
        "component": component,
        "kind": record.kind,
        "place": place_of(record.date),
        "first": first,
        "after": after,
        "modality": record.modality,
        "disputed": len(record.conflicts),
        "actors": codec.dump(sorted(record.actors())),
        "chains": codec.dump(_chains(record)),
        "documents": codec.dump(sorted(map(number_of, record.documents()))),
        "statements": codec.dump([s.id for s in record.statements]),
        "links": _dump_links(record),
    }


def place_of(when: When | None) -> str:
    """Text that sorts as records do in time: by `When.sort_key`, undated ones last."""
    if when is None:
        return UNDATED
    first, after, text = when.sort_key
    return f"{first.toordinal():07}{after.toordinal():07}{text}"


def _chains(record: Record) -> list[int]:
    return sorted({number_of(chain) for chain in chains_of(record)})


def _dump_links(record: Record) -> str:
    """Why statements are one: places of both in the record, and the reason."""
    places = {s.id: number for number, s in enumerate(record.statements)}
    return codec.dump([[places[link.first], places[link.second], link.reason] for link in record.links])


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as the projection keeps it.

    Attributes:
        id: Its id.
        statements: Ids of its statements.
        links: Why they are one.
    """

    id: str
    statements: tuple[str, ...]
    links: tuple[Link, ...]


def kept_of(row: RowMapping) -> Kept:
    """A record from its row."""
    held = json.loads(row["statements"])
    links = (Link(held[first], held[second], reason) for first, second, reason in json.loads(row["links"]))
    return Kept(row["id"], tuple(held), tuple(links))
