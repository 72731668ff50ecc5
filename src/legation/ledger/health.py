"""How far a record can be relied on: by whom it is told, how complete it is, how fresh.

Laws held here: health is told beside a record and changes nothing in it; several documents of one source are one source; a
party's own word about itself is marked as such. The thresholds are these constants, and stand in `docs/ledger.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from legation.ledger.origin import OriginKind
from legation.ledger.record import Record
from legation.values.when import When

if TYPE_CHECKING:
    from legation.ledger.view import View

Word = Literal["sound", "fair", "thin"]

ENOUGH: Final = 2
"""Independent sources that make a record sound, where not all of them are parties to it."""
STALE_DAYS: Final = 365
"""Days without a source after which what may have changed since is stale."""

_WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "visit": ("visitors", "from", "to", "rank", "date"),
    "contact": ("participants", "persons", "mode", "date"),
    "agreement": ("parties", "title", "action", "field", "date"),
    "relation": ("parties", "tier", "action", "date"),
    "commitment": ("by", "to", "what", "deadline", "date"),
    "figure": ("subject", "indicator", "value", "unit", "period"),
    "membership": ("actor", "body", "action", "date"),
    "appointment": ("person", "office", "of", "action", "date"),
    "policy": ("by", "title", "action", "topic", "date"),
    "event": ("source", "target", "type", "date"),
}
"""The fields that a complete record of a kind has."""
_COUNTS_WANT: Final[Mapping[str, tuple[str, ...]]] = {
    "visit": ("from", "count", "date"),
    "contact": ("participants", "count", "date"),
    "agreement": ("parties", "count", "date"),
    "relation": ("parties", "tier", "count", "date"),
}
"""The same, of records that count several."""
_MAY_CHANGE: Final = frozenset(
    "planned called_for conditional described holds negotiating concluded candidate member observer announced".split()
)
"""States of a record that a later source may change."""


@dataclass(frozen=True, slots=True)
class SourceOf:
    """One independent source of a record.

    Attributes:
        documents: Ids of its documents: copies, or several texts of one agency or publisher.
        kind: What it is, the closest of its documents first: official, agency, press, analysis, table, unknown.
        name: The agency, host or publisher, where it is known.
        party: The party to the record whose own text it is, or None.
    """

    documents: tuple[str, ...]
    kind: OriginKind
    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Health:
    """How far a record can be relied on.

    Attributes:
        sources: Its independent sources.
        missing: The wanted fields that nobody gives.
        wanted: How many fields its kind wants.
        last: When the last source was published, where any tells.
        days: Days from then to the day that was asked for, or None.
        stale: Whether that is long ago for what may have changed since.
    """

    sources: tuple[SourceOf, ...]
    missing: tuple[str, ...]
    wanted: int
    last: When | None
    days: int | None
    stale: bool

    @property
    def self_reported(self) -> bool:
        """Whether nobody but its own parties tells it."""
        return all(source.party is not None for source in self.sources)

    @property
    def complete(self) -> float:
        """Share of the wanted fields that are filled."""
        return 1 - len(self.missing) / self.wanted

    @property
    def word(self) -> Word:
        """``thin``: one source, or stale; ``sound``: two that are not all parties, and complete; else ``fair``."""
        if len(self.sources) < ENOUGH or self.stale:
            return "thin"
        return "sound" if not self.self_reported and not self.missing else "fair"


def health_of(view: View, record: Record, *, on: date) -> Health:
    """How far a record can be relied on, as the view knows it.

    Args:
        view: The view.
        record: A record of it.
        on: The day from which freshness is counted.
    """
    published = [p for key in record.documents() if (p := view.document(key).published) is not None]
    last = max(published, key=lambda when: (when.sort_key, str(when)), default=None)
    days = (on - last.first).days if last is not None and last.first is not None else None
    wanted = _wanted(record)
    return Health(
        sources=tuple(_source(view, record, group) for group in view.copies.sources(record.documents())),
        missing=tuple(name for name in wanted if _value(record, name) in (None, ())),
        wanted=len(wanted),
        last=last,
        days=days,
        stale=days is not None and days > STALE_DAYS and may_change(record),
    )


def may_change(record: Record) -> bool:
    """Whether a later source may tell otherwise: what is planned, promised, described or held for a time."""
    return record.kind == "commitment" or record.status in _MAY_CHANGE


def _wanted(record: Record) -> tuple[str, ...]:
    counts = record.kind in _COUNTS_WANT and record.fields.get("count") is not None
    return _COUNTS_WANT[record.kind] if counts else _WANTED[record.kind]


def _value(record: Record, name: str) -> object:
    return record.date if name == "date" else record.fields[name]


_CLOSEST: Final[tuple[OriginKind, ...]] = ("official", "agency", "press", "analysis", "table", "unknown")


def _source(view: View, record: Record, documents: tuple[str, ...]) -> SourceOf:
    origins = sorted(
        (view.copies.origin(key) for key in documents), key=lambda o: (_CLOSEST.index(o.kind), o.name or "")
    )
    closest = origins[0]
    own = closest.kind == "official" and closest.state is not None and closest.state in record.actors()
    return SourceOf(documents, closest.kind, closest.name, closest.state if own else None)
