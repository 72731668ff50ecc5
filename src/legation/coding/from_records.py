"""From records to events: one event stream over the whole ledger.

Laws: an event keeps the modality and the date of its record, so that a planned visit is a CONSULT that is planned;
what tells a state of things and no act (a figure, a tier that is described, an office that is held) is no event.
Promised aid is AID that is planned, for promised is not given.

What is between two sides alike (a meeting, an agreement) is one event a pair, in the order of the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final, Protocol

from legation.coding.event import CodedEvent, Party
from legation.coding.names import DATA
from legation.coding.parties import party_of
from legation.reading.acts.scheme import Meaning, meaning, rows
from legation.records import FieldValue
from legation.values.when import When


class Told(Protocol):
    """What a statement and a record have in common."""

    @property
    def kind(self) -> str:
        """One of `legation.records.KINDS`."""
        ...

    @property
    def fields(self) -> Mapping[str, FieldValue]:
        """The fields of its kind."""
        ...

    @property
    def modality(self) -> str:
        """One of `legation.records.MODALITIES`."""
        ...

    @property
    def date(self) -> When | None:
        """When it happened or will happen."""
        ...


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """An event that a record or statement tells.

    Attributes:
        event: Who did what to whom.
        modality: One of `legation.records.MODALITIES`: planned is not held.
        date: When, as precise as the source, or None.
    """

    event: CodedEvent
    modality: str
    date: When | None


_UNCODED: Final = Party("UNK")
"""An actor for whom the scheme has no code."""
_CONTEXTS: Final = {
    "trade": "economic",
    "investment": "economic",
    "defence": "military",
    "security": "military",
    "technology": "technology",
    "energy": "resource",
    "climate": "environment",
    "labour": "economic",
    "transport": "economic",
    "health": "health",
    "legal": "legal",
    "culture": "culture",
    "general": "diplomatic",
}
_AID: Final = {
    "073": ("humanitarian", "relief", "vaccine", "medicine", "food"),
    "072": (
        "weapon",
        "arms",
        "ammunition",
        "military aid",
        "military assistance",
        "security assistance",
        "missile",
    ),
    "071": ("grant", "loan", "financial support", "budget support", "concessional"),
    "070": ("aid", "assistance", "donat", "relief"),
}
"""Words of a promise that tell aid, and which."""
_SANCTIONS: Final = ("sanction", "embargo", "tariff", "export control", "boycott", "entity list")
_SIDES: Final = {"contact": "participants", "agreement": "parties", "relation": "parties"}
_TOLD_BY: Final = {
    "contact": "mode",
    "agreement": "action",
    "relation": "action",
    "membership": "action",
    "appointment": "action",
    "policy": "action",
    "event": "type",
}
_ACTS_ONLY: Final = frozenset({"relation", "membership", "appointment", "event"})
"""Kinds of which only the listed values are acts; the others are states of things."""


def events_of(told: Told) -> list[RecordEvent]:
    """The events that a record or a statement tells.

    Args:
        told: A `legation.records.Statement` or a `legation.ledger.record.Record`.

    Returns:
        One event for each source and target; none for what is no act.
    """
    what = _meaning(told)
    if what is None:
        return []
    promised = told.kind == "commitment" and what.type == "AID" and told.modality == "actual"
    modality = "planned" if promised else told.modality
    return [
        RecordEvent(CodedEvent(source, target, what), modality, told.date) for source, target in _sides(told)
    ]


@cache
def _table() -> Mapping[tuple[str, str], Meaning]:
    return {
        (row["kind"], row["value"]): replace(meaning(row["code"]), type=row["type"])
        for row in rows("records.csv", DATA)
    }


def _meaning(told: Told) -> Meaning | None:
    value = told.fields.get(_TOLD_BY.get(told.kind, ""))
    found = _table().get((told.kind, str(value or "")))
    if found is None and told.kind not in _ACTS_ONLY:
        found = _table().get((told.kind, ""))
    if found is None:
        return None
    words = " ".join(str(told.fields.get(name) or "") for name in ("what", "title", "topic")).lower()
    if told.kind == "commitment":
        return next((meaning(code) for code, cues in _AID.items() if any(c in words for c in cues)), found)
    if told.kind == "policy" and any(cue in words for cue in _SANCTIONS):
        return meaning("085" if value == "repealed" else "163")
    if told.kind == "agreement":
        return replace(found, context=_CONTEXTS.get(str(told.fields.get("field")), found.context))
    return found


def _sides(told: Told) -> Iterator[tuple[Party, Party | None]]:
    fields = told.fields
    if told.kind in _SIDES:
        return _pairs(_parties(fields.get(_SIDES[told.kind])))
    if told.kind == "visit":
        return _towards(_parties(fields.get("from")), _parties(fields.get("to")))
    if told.kind == "membership":
        return _towards(_parties(fields.get("actor")), _parties(fields.get("body")))
    if told.kind == "event":
        return _towards(_parties(fields.get("source")), _parties(fields.get("target")))
    if told.kind == "appointment":
        return _towards([replace(p, sector="GOV") for p in _parties(fields.get("of"))], [])
    return _towards(_parties(fields.get("by")), _parties(fields.get("to")))


def _pairs(parties: list[Party]) -> Iterator[tuple[Party, Party | None]]:
    yield from combinations(parties, 2)
    if len(parties) == 1:
        yield parties[0], None


def _towards(sources: list[Party], targets: list[Party]) -> Iterator[tuple[Party, Party | None]]:
    ends: list[Party | None] = [*targets] or [None]
    return ((source, target) for source in sources for target in ends if source != target)


def _parties(value: FieldValue) -> list[Party]:
    names = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return [party_of(name) or _UNCODED for name in names]
