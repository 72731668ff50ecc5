"""What the projection answers: which records, in which order, and which components hold what is asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from legation.ledger.projection import tables, texts
from legation.ledger.projection.settling import UNDATED, Kept, kept_of
from legation.ledger.projection.tables import (
    CHAINS,
    EDITIONS,
    FACES,
    PARTIES,
    PLACES,
    RECORDS,
    SIDES,
    rows_where,
)
from legation.ledger.record import ActorCount, Page, Record, StoredStatement
from legation.ledger.schema import JUDGEMENTS, READINGS, RETRACTIONS
from legation.values.when import When


class Serves(Enum):
    """What the projection is to a view."""

    RECORDS = "records"
    """Its records are those of the view."""
    COMPONENTS = "components"
    """The view is of an earlier moment, and all that it holds lies in the components as it did then."""
    NOTHING = "nothing"
    """It does not go as far, or what was decided or read again since has moved what the view holds."""


def serves(connection: Connection, moment: str) -> Serves:
    """What the projection is to the view of a moment."""
    reached = tables.stamp(connection)
    if reached is None or reached.moment < moment:
        return Serves.NOTHING
    if reached.moment == moment:
        return Serves.RECORDS if reached.settled else Serves.COMPONENTS
    decided = select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.recorded_at > moment).limit(1)
    reread = (
        select(READINGS.c.id)
        .join(RETRACTIONS, RETRACTIONS.c.reading == READINGS.c.id)
        .where(READINGS.c.recorded_at > moment)
        .limit(1)
    )
    moved = connection.execute(decided).first() or connection.execute(reread).first()
    return Serves.NOTHING if moved else Serves.COMPONENTS


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records are asked for; see `View.records`."""

    kind: str | None = None
    actors: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None

    def admits(self, record: Record) -> bool:
        """Whether a record is one of them."""
        return (
            (self.kind is None or record.kind == self.kind)
            and self.actors <= record.actors()
            and _falls_in(record.date, self.start, self.end)
        )

    def admits_statement(self, stored: StoredStatement) -> bool:
        """Whether a statement says such a thing."""
        return (
            (self.kind is None or stored.kind == self.kind)
            and self.actors <= stored.statement.actors()
            and _falls_in(stored.date, self.start, self.end)
        )


def _falls_in(when: When | None, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    if when is None:
        return False
    ends_too_early = start is not None and when.after is not None and when.after <= start
    begins_too_late = end is not None and when.first is not None and when.first >= end
    return not ends_too_early and not begins_too_late


def records(connection: Connection, choice: Choice, page: Page | None) -> list[Kept]:
    """The records of a choice, by date (undated last) and id."""
    query = _chosen(choice, [RECORDS.c.id, RECORDS.c.statements, RECORDS.c.links])
    table = PARTIES if choice.actors else RECORDS
    key = PARTIES.c.record if choice.actors else RECORDS.c.id
    if page is None or not page.newest_first:
        query = query.order_by(table.c.place, key)
    else:
        query = query.order_by(table.c.place == UNDATED, table.c.place.desc(), key)
    if page is not None:
        query = query.limit(page.size).offset(page.skip)
    return [kept_of(row) for row in connection.execute(query).mappings()]


def count(connection: Connection, choice: Choice) -> dict[str, int]:
    """How many records there are of a choice, by kind."""
    table = PARTIES if choice.actors else RECORDS
    inner = _chosen(choice, [table.c.kind]).subquery()
    query = select(inner.c.kind, func.count()).group_by(inner.c.kind)
    return {str(kind): int(number) for kind, number in connection.execute(query)}


def _chosen(choice: Choice, columns: list[Any]) -> Select[Any]:
    """The rows of a choice; where actors are asked for, by the rows of one of them."""
    if not choice.actors:
        return select(*columns).where(*_narrowed(choice, RECORDS.c))
    first, *others = sorted(choice.actors)
    query = select(*columns).select_from(PARTIES)
    if any(column.table is RECORDS for column in columns):
        query = query.join(RECORDS, RECORDS.c.id == PARTIES.c.record)
    for other in others:
        too = PARTIES.alias()
        same = (too.c.place == PARTIES.c.place, too.c.record == PARTIES.c.record)
        query = query.where(select(too.c.record).where(too.c.actor == other, *same).exists())
    return query.where(PARTIES.c.actor == first, *_narrowed(choice, PARTIES.c))


def _narrowed(
    choice: Choice, columns: ReadOnlyColumnCollection[str, Column[Any]]
) -> Iterator[ColumnElement[bool]]:
    if choice.kind is not None:
        yield columns["kind"] == choice.kind
    if choice.start is not None:
        yield columns["after"] > choice.start.toordinal()
    if choice.end is not None:
        yield columns["first"] < choice.end.toordinal()


def kept_among(connection: Connection, ids: Iterable[str]) -> list[Kept]:
    """Records by their ids."""
    query = select(RECORDS.c.id, RECORDS.c.statements, RECORDS.c.links)
    return [kept_of(row) for row in rows_where(connection, query, RECORDS.c.id, sorted(set(ids)))]


def kept_of_statement(connection: Connection, statement: str) -> Kept:
    """The record of a statement that stands."""
    query = (
        select(RECORDS.c.id, RECORDS.c.statements, RECORDS.c.links)
        .join(FACES, FACES.c.component == RECORDS.c.component)
        .join(PLACES, PLACES.c.face == FACES.c.number)
        .where(PLACES.c.statement == statement)
    )
    found = (kept_of(row) for row in connection.execute(query).mappings())
    return next(kept for kept in found if statement in kept.statements)


def disputed(connection: Connection, choice: Choice) -> list[str]:
    """Ids of the records of a choice that hold something that does not agree."""
    query = _chosen(choice, [RECORDS.c.id]).where(RECORDS.c.disputed > 0)
    return [str(key) for key in connection.execute(query).scalars()]


def chained(connection: Connection, choice: Choice) -> list[str]:
    """Ids of the records that are compared with records of a choice: whole chains, if of two or more."""
    if choice.actors:
        own = _chosen(choice, [PARTIES.c.record]).subquery()
        links = select(CHAINS.c.chain).join(own, own.c.record == CHAINS.c.record)
    else:
        own = _chosen(choice, [RECORDS.c.id]).subquery()
        links = select(CHAINS.c.chain).join(own, own.c.id == CHAINS.c.record)
    long = (
        select(CHAINS.c.chain)
        .where(CHAINS.c.chain.in_(links.distinct()))
        .group_by(CHAINS.c.chain)
        .having(func.count() > 1)
    )
    query = select(CHAINS.c.record).where(CHAINS.c.chain.in_(long)).distinct()
    return [str(key) for key in connection.execute(query).scalars()]


def components_with(connection: Connection, actor: str, kind: str | None) -> list[int]:
    """The components in which a statement names an actor."""
    query = (
        select(FACES.c.component).join(SIDES, SIDES.c.face == FACES.c.number).where(SIDES.c.actor == actor)
    )
    if kind is not None:
        query = query.where(FACES.c.kind == kind)
    return sorted(connection.execute(query.distinct()).scalars())


def statements_with(connection: Connection, actor: str) -> list[str]:
    """The statements whose face names an actor."""
    query = (
        select(PLACES.c.statement).join(SIDES, SIDES.c.face == PLACES.c.face).where(SIDES.c.actor == actor)
    )
    return [str(key) for key in connection.execute(query).scalars()]


def actors(connection: Connection) -> list[ActorCount]:
    """The actors of all records, with how many records and documents there are of each."""
    held: dict[str, int] = defaultdict(int)
    homes: dict[str, set[int]] = defaultdict(set)
    latest: dict[str, str] = {}
    query = select(RECORDS.c.actors, RECORDS.c.documents, RECORDS.c.place, RECORDS.c.modality)
    for row in connection.execute(query.execution_options(yield_per=1000)).mappings():
        documents, place = json.loads(row["documents"]), str(row["place"])
        counts = place != UNDATED and row["modality"] == "actual"
        for actor in json.loads(row["actors"]):
            held[actor] += 1
            homes[actor].update(documents)
            if counts and place > latest.get(actor, ""):
                latest[actor] = place
    return [
        ActorCount(actor, number, len(homes[actor]), _when(latest.get(actor)))
        for actor, number in held.items()
    ]


def _when(place: str | None) -> When | None:
    """The date of a place (see `legation.ledger.projection.settling.place_of`)."""
    return When.parse(place[14:]) if place is not None else None


def editions_holding(
    connection: Connection, phrases: Sequence[Sequence[str]], *, most: int
) -> dict[str, int]:
    """The documents of which an edition holds all phrases, with the latest such edition."""
    numbers = texts.find(connection, texts.DOCUMENTS, phrases, most=most)
    rows = rows_where(connection, select(EDITIONS), EDITIONS.c.number, sorted(numbers))
    return {row["document"]: row["edition"] for row in sorted(rows, key=lambda row: row["number"])}


def kept_holding(connection: Connection, phrases: Sequence[Sequence[str]], *, most: int) -> list[Kept]:
    """The records of which a statement says all phrases, the latest first, undated ones last."""
    numbers = texts.find(connection, texts.FACES, phrases, most=most)
    told = select(PLACES.c.statement)
    named = {row["statement"] for row in rows_where(connection, told, PLACES.c.face, sorted(numbers))}
    query = select(RECORDS.c.id, RECORDS.c.place, RECORDS.c.statements, RECORDS.c.links)
    query = query.join(FACES, FACES.c.component == RECORDS.c.component)
    rows = {row["id"]: row for row in rows_where(connection, query, FACES.c.number, sorted(numbers))}
    latest = sorted(rows.values(), key=lambda r: (r["place"] != UNDATED, r["place"], r["id"]), reverse=True)
    return [kept for kept in map(kept_of, latest) if not named.isdisjoint(kept.statements)]
