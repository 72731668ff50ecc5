"""What two views of one ledger differ in: records that are new, changed, withdrawn or newly in conflict, and why.

Laws held here: records are known again by their statements, and statements of a newer reading by those in whose
place they stand, so that reading anew what says the same changes nothing; each difference names the sources,
readings and judgements that were recorded between the two moments and bear on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from legation.ledger.record import Conflict, Judgement, Record
from legation.ledger.verdicts import is_blind
from legation.ledger.view import View
from legation.records import KINDS, FieldValue


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, ``date``, ``modality`` or ``status`` of a record that is not what it was."""

    name: str
    before: FieldValue
    after: FieldValue


@dataclass(frozen=True, slots=True)
class Why:
    """What was recorded between the two moments and bears on a record.

    Attributes:
        documents: Ids of the documents that newly speak of it.
        readings: Ids of documents that speak of it and were read again.
        judgements: What persons decided about its statements or its actors.
    """

    documents: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is not as it was.

    Attributes:
        before: The record as it was; None for a new one.
        after: The record as it is; None for one that was withdrawn, or that went up in another.
        fields: What in it is not what it was.
        joined: Records that went up in it, or for one that went up in another that one.
        why: What bears on it.
    """

    before: Record | None
    after: Record | None
    fields: tuple[FieldChange, ...] = ()
    joined: tuple[Record, ...] = ()
    why: Why = field(default_factory=Why)

    @property
    def record(self) -> Record:
        """The record as it is or, where it is no more, as it was."""
        return cast(Record, self.after or self.before)


@dataclass(frozen=True, slots=True)
class Differences:
    """What a later view holds otherwise than an earlier one.

    Attributes:
        new: Records that there were none of, by date.
        changed: Records with a field that is not what it was, or in which others went up.
        withdrawn: Records that are no more: no passage says so now, or a person rejected it.
        conflicting: Conflicts that there were none of.
        supported: Records of which nothing changed but that further documents speak of them.
    """

    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    conflicting: tuple[Conflict, ...]
    supported: tuple[Change, ...]

    @property
    def are_none(self) -> bool:
        """Whether nothing differs."""
        return not (self.new or self.changed or self.withdrawn or self.conflicting or self.supported)


def differences(before: View, after: View) -> Differences:
    """What a later view of a ledger holds otherwise than an earlier one."""
    pairs = _Pairs(before, after)
    changes = [pairs.change(record) for record in after.records()]
    withdrawn = [pairs.gone(record) for record in before.records() if record.id not in pairs.kept]
    return Differences(
        new=tuple(c for c in changes if c.before is None),
        changed=tuple(c for c in changes if c.before and (c.fields or c.joined)),
        withdrawn=tuple(c for c in withdrawn if c is not None),
        conflicting=tuple(pairs.new_conflicts()),
        supported=tuple(c for c in changes if c.before and c.why.documents and not (c.fields or c.joined)),
    )


class _Pairs:
    """Which record of the later view is which of the earlier one."""

    def __init__(self, before: View, after: View) -> None:
        self._before, self._after = before, after
        self._heirs = after.heirs(s.id for r in before.records() for s in r.statements)
        self._now = {s.id: r for r in after.records() for s in r.statements}
        claims = [
            (count, old, new) for old in before.records() for new, count in Counter(self._at(old)).items()
        ]
        claims.sort(key=lambda claim: (-claim[0], claim[1].id, claim[2].id))
        self._was: dict[str, Record] = {}
        self._absorbed: dict[str, list[Record]] = defaultdict(list)
        self.kept: dict[str, Record] = {}
        """By id of the earlier record: the later one that it is."""
        for _, old, new in claims:
            if old.id not in self.kept and new.id not in self._was:
                self._was[new.id], self.kept[old.id] = old, new
        for _, old, new in claims:
            if old.id not in self.kept and old not in self._absorbed[new.id]:
                self._absorbed[new.id].append(old)
        self._decided = self._judgements_between()

    def _at(self, old: Record) -> Iterable[Record]:
        """The later records that hold the statements of an earlier one now, one for each statement."""
        keys = (self._heirs.get(statement.id, statement.id) for statement in old.statements)
        return (self._now[key] for key in keys if key in self._now)

    def _judgements_between(self) -> dict[str, list[Judgement]]:
        """What persons decided between the two, by the statements and actors that it is about."""
        known = {judgement.id for judgement in self._before.judgements()}
        every = {judgement.id: judgement for judgement in self._after.judgements()}
        found: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in every.values():
            if judgement.id in known or is_blind(judgement):
                continue
            for key in _about(judgement, every):
                found[self._heirs.get(key, key)].append(judgement)
        return found

    def change(self, record: Record) -> Change:
        """What became of a record of the later view."""
        old = self._was.get(record.id)
        joined = tuple(self._absorbed.get(record.id, ()))
        return Change(
            old, record, tuple(_changes(old, record)) if old else (), joined, self._why(old, record)
        )

    def gone(self, old: Record) -> Change | None:
        """What became of a record of the earlier view that is not kept; None where it went up in another."""
        if any(old in absorbed for absorbed in self._absorbed.values()):
            return None
        return Change(old, None, why=self._why(old, None))

    def new_conflicts(self) -> Iterable[Conflict]:
        """Conflicts of the later view that the earlier one has not, records being known again."""
        later = {old: new.id for old, new in self.kept.items()}
        known = {_gist(c, later) for c in self._before.conflicts() if c.type == "conflict"}
        return [c for c in self._after.conflicts() if c.type == "conflict" and _gist(c, {}) not in known]

    def _why(self, old: Record | None, new: Record | None) -> Why:
        both = [record for record in (old, new) if record]
        before = old.documents() if old else frozenset()
        since = self._before.moment
        fresh = [s for s in (new.statements if new else ()) if s.recorded_at > since]
        keys = {self._heirs.get(s.id, s.id) for r in both for s in r.statements}
        judgements = [j for key in sorted(keys) for j in self._decided.get(key, ())]
        judgements += [j for r in both for actor in sorted(r.actors()) for j in self._decided.get(actor, ())]
        reread = {s.document for s in (old.statements if old else ()) if s.id not in self._after.as_read}
        return Why(
            tuple(dict.fromkeys(s.document for s in fresh if s.document not in before)),
            tuple(sorted(reread)),
            tuple({j.id: j for j in judgements}.values()),
        )


def _about(judgement: Judgement, every: Mapping[str, Judgement]) -> list[str]:
    """Ids of the statements and actors that a judgement is about; an undo is about what it undoes."""
    if judgement.verb == "undo":
        undone = every.get(judgement.target)
        return _about(undone, every) if undone else []
    others = judgement.payload.get("with", [])
    named = [str(judgement.payload[name]) for name in ("actor", "into", "id") if name in judgement.payload]
    return [judgement.target, *named, *(map(str, others) if isinstance(others, list) else ())]


def _changes(old: Record, new: Record) -> Iterable[FieldChange]:
    names = [spec.name for spec in KINDS[new.kind].fields]
    pairs: list[tuple[str, FieldValue, FieldValue]] = [
        *((name, old.fields[name], new.fields[name]) for name in names),
        ("date", old.date, new.date),
        ("modality", old.modality, new.modality),
        ("status", old.status, new.status),
    ]
    # a status that is only the modality again is told once
    twice = (old.modality, new.modality) == (old.status, new.status)
    return [
        FieldChange(*pair) for pair in pairs if pair[1] != pair[2] and not (twice and pair[0] == "status")
    ]


def _gist(conflict: Conflict, later: Mapping[str, str]) -> tuple[object, ...]:
    """A conflict without what changes when nothing does: ids of statements, how many documents."""
    records = frozenset(later.get(record, record) for record in conflict.records)
    return conflict.field, records, frozenset(map(str, (variant.value for variant in conflict.values)))
