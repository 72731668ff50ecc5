"""What the desk's lists show: partners, records, documents and conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from legation.actors.register import register
from legation.errors import UnknownEntry
from legation.ledger import View
from legation.ledger.checks import doubts
from legation.ledger.record import ActorCount, Conflict, Record, StoredDocument
from legation.records import KINDS

_COUNTERPARTS: Final = 12
_NONE_LATER: Final = "0000"


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Records by date, the latest first, undated ones last."""
    found = list(records)
    dated = sorted(
        (r for r in found if r.date), key=lambda r: r.date.sort_key if r.date else (), reverse=True
    )
    return [*dated, *(r for r in found if not r.date)]


@dataclass(frozen=True, slots=True)
class Front:
    """What the ledger holds."""

    partners: Sequence[ActorCount]
    readable: int
    unreadable: int
    kinds: Sequence[tuple[str, int]]
    statements: int
    conflicts: int

    @classmethod
    def of(cls, view: View) -> Front:
        """What a view holds."""
        documents, records = view.documents(), view.records()
        return cls(
            partners=view.actors(),
            readable=sum(d.status == "readable" for d in documents),
            unreadable=sum(d.status == "unreadable" for d in documents),
            kinds=Counter(r.kind for r in records).most_common(),
            statements=sum(len(r.statements) for r in records),
            conflicts=sum(c.type == "conflict" for c in _disagreements(view)),
        )


@dataclass(frozen=True, slots=True)
class Partner:
    """One actor: with whom it has records, of which kinds, and those that were asked for."""

    actor: str
    counterparts: Sequence[tuple[str, int]]
    kinds: Sequence[tuple[str, int]]
    total: int
    records: Sequence[Record]

    @classmethod
    def of(cls, view: View, actor: str, *, kind: str | None, beside: str | None) -> Partner:
        """The page of an actor.

        Args:
            view: The view.
            actor: Its id.
            kind: Only records of this kind.
            beside: Only records in which this actor takes part too.

        Raises:
            UnknownEntry: Neither the ledger nor the register knows it.
        """
        own = view.records(with_=actor)
        if not own and actor not in register():
            raise UnknownEntry(
                f"the ledger has no actor {actor!r}; search for its name, or go by the list of partners"
            )
        others = Counter(a for r in own for a in r.actors() if a != actor)
        shared = [r for r in own if beside is None or beside in r.actors()]
        counts = Counter(r.kind for r in shared)
        return cls(
            actor,
            others.most_common(_COUNTERPARTS),
            [(name, counts[name]) for name in KINDS if counts[name]],
            len(shared),
            newest_first(r for r in shared if kind is None or r.kind == kind),
        )


def documents_by_date(view: View) -> list[tuple[StoredDocument, int]]:
    """Documents, latest published first, those that could not be read before all; each with its statements."""
    counts = Counter(s.document for r in view.records() for s in r.statements)
    found = sorted(view.documents(), key=lambda d: d.name)
    found.sort(key=lambda d: str(d.published or _NONE_LATER), reverse=True)
    found.sort(key=lambda d: d.status == "readable")
    return [(d, counts[d.id]) for d in found]


def conflicts_by_type(view: View) -> dict[str, list[tuple[Conflict, list[Record]]]]:
    """What does not agree, each with its records: conflicts, updates, and what only looks like a conflict."""
    found = _disagreements(view)
    return {
        name: [(c, [view.record(key) for key in c.records]) for c in found if c.type == name]
        for name in ("conflict", "update", "scope")
    }


@lru_cache(maxsize=4)
def _disagreements(view: View) -> tuple[Conflict, ...]:
    """All that does not agree in a view; a view stands still, so it is looked for once."""
    return (*view.conflicts(), *doubts(view, view.records()))
