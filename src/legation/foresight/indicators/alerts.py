"""Alerts: what a day's readings make of the alerts that were told before.

Laws: an alert is raised where a level reaches its rule's `raise_at`, stands until the level is down to `clear_at`, and is
told again only with news: the level grew by the rule's `news` since it was last told, or it rests on a record that it did
not rest on before. A level that wavers between the two thresholds, or a correction that moves a date by a few days, tells
nothing. What was told is a pure function of the register, which only appends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, cast

from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Reading, Sight
from legation.ledger.record import Record, Registered

Turn = Literal["raised", "news", "standing", "over"]
"""What is told of an alert: it is new; it has news; it stands as it was told; it is over."""

_NEAR: Final = 14
"""Records of one kind of the same actors whose dates lie so many days apart are one thing told anew."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was last told of an alert.

    Attributes:
        level: The level that was told.
        standing: Whether it stands.
        records: The statements' ids of the records that it has rested on, by record told.
        days: Kind and day of those records.
        since: The day on which it was raised.
    """

    level: float
    standing: bool
    records: frozenset[str]
    days: tuple[tuple[str, date], ...]
    since: date


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert of a day.

    Attributes:
        rule: The rule.
        actors: The pair.
        turn: What is told of it.
        reading: What was read; None where it is over because nothing is read any more.
        since: The day since which it stands.
        fresh: The records that it did not rest on before.
    """

    rule: Rule
    actors: Pair
    turn: Turn
    reading: Reading | None
    since: date
    fresh: tuple[Record, ...] = ()

    @property
    def key(self) -> str:
        """By which it is the same alert from day to day."""
        return key_of(self.rule, self.actors)


def key_of(rule: Rule, actors: Pair) -> str:
    """By which an alert is the same from day to day."""
    return f"{rule.NAME}:{'+'.join(actors)}"


def alerts_of(rules: Iterable[Rule], sight: Sight, known: Mapping[str, Known]) -> list[Alert]:
    """What is to be told on a day: alerts in the order of the rules, the highest level first."""
    found = []
    for rule in rules:
        readings = {reading.actors: reading for reading in rule.read(sight)}
        lost = [_pair(key) for key in known if key.startswith(f"{rule.NAME}:") and _pair(key) not in readings]
        turned = [
            *(
                _turn(rule, reading, known.get(key_of(rule, pair)), sight)
                for pair, reading in readings.items()
            ),
            *(_over(rule, pair, None, known[key_of(rule, pair)]) for pair in lost),
        ]
        found += sorted(
            filter(None, turned), key=lambda a: (-(a.reading.level if a.reading else 0), a.actors)
        )
    return found


def _turn(rule: Rule, reading: Reading, before: Known | None, sight: Sight) -> Alert | None:
    if before is None or not before.standing:
        if reading.level < rule.raise_at:
            return None
        return Alert(rule, reading.actors, "raised", reading, sight.day, reading.records)
    if reading.level <= rule.clear_at:
        return _over(rule, reading.actors, reading, before)
    fresh = tuple(record for record in reading.records if not _is_known(record, before))
    grown = reading.level >= before.level + rule.news
    turn: Turn = "news" if grown or (fresh and reading.level >= rule.raise_at) else "standing"
    return Alert(rule, reading.actors, turn, reading, before.since, fresh)


def _over(rule: Rule, pair: Pair, reading: Reading | None, before: Known) -> Alert | None:
    return Alert(rule, pair, "over", reading, before.since) if before.standing else None


def _is_known(record: Record, before: Known) -> bool:
    if before.records & {statement.id for statement in record.statements}:
        return True
    day = _day(record)
    return day is not None and any(
        kind == record.kind and abs((day - told).days) <= _NEAR for kind, told in before.days
    )


def after(alert: Alert, before: Known | None) -> Known:
    """What is known of an alert once it was told; one that only stands is not told."""
    if alert.turn == "standing" and before is not None:
        return before
    reading = alert.reading
    records = reading.records if reading else ()
    standing = alert.turn != "over"
    return Known(
        reading.level if reading else 0.0,
        standing,
        (before.records if before and standing else frozenset())
        | {s.id for r in records for s in r.statements},
        (
            *(before.days if before and standing else ()),
            *((r.kind, day) for r in records if (day := _day(r))),
        ),
        alert.since,
    )


def known_of(told: Iterable[Registered]) -> dict[str, Known]:
    """What was last told of each alert, from the register."""
    return {str(row.about): _known(row) for row in told}


def payload_of(alert: Alert, known: Known, day: date, digest: str) -> dict[str, object]:
    """What the register keeps of an alert that is told.

    Args:
        alert: The alert.
        known: What is known of it now.
        day: The day on which it is told.
        digest: Of the file of rules.
    """
    reading = alert.reading
    return {
        "rule": alert.rule.NAME,
        "rules": digest,
        "actors": list(alert.actors),
        "turn": alert.turn,
        "day": day.isoformat(),
        "since": alert.since.isoformat(),
        "level": known.level,
        "raise_at": alert.rule.raise_at,
        "words": reading.words if reading else "",
        "statements": sorted(known.records),
        "days": [[kind, told.isoformat()] for kind, told in known.days],
    }


def _known(row: Registered) -> Known:
    held = row.payload
    days = cast("Sequence[tuple[str, str]]", held["days"])
    return Known(
        float(cast(float, held["level"])),
        held["turn"] != "over",
        frozenset(cast("list[str]", held["statements"])),
        tuple((kind, date.fromisoformat(day)) for kind, day in days),
        date.fromisoformat(str(held["since"])),
    )


def _day(record: Record) -> date | None:
    return record.date.first if record.date else None


def _pair(key: str) -> Pair:
    return tuple(key.partition(":")[2].split("+"))
