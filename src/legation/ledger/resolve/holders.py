"""Who holds an office, and who travels in it: one person at a time.

Holders at their dates are no conflict. Two are, where dated accounts put both in office at once; where the accounts are
undated, one of them may look back, so that only their order is told, and that of the highest offices alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from legation.actors.ranks import rank_of
from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.dates import fit, is_fine
from legation.ledger.resolve.pair import between
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.words import content_words, fold, name_parts, people_met, same_person
from legation.values.when import When

_MANY: Final = frozenset(
    "deputy vice assistant ambassador envoy spokesperson spokesman spokeswoman member adviser advisor "
    "representative consul governor senator secretary-general former ex honorary special permanent".split()
)
"""Words of offices that several hold at once, or that nobody holds any more."""
_BARE: Final = frozenset(
    {"minister", "secretary", "official", "director", "general", "head", "chair", "chairman"}
)
"""Offices that say of themselves not what they are in charge of."""
_ONE: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister", "party_leader"})
"""Ranks of which a state has one at a time."""


def office_key(record: Record) -> Hashable:
    """The office, where it is one that one person holds."""
    if record.kind != "appointment" or record.fields["of"] is None or record.status == "left":
        return None
    words = content_words(str(record.fields["office"]))
    return None if words & _MANY or words <= _BARE else (record.fields["of"], words)


def judge_office(group: Sequence[Record], sources: Sources) -> Iterator[Conflict]:
    """Neighbours in time who are two persons."""
    placed = [(r, when) for r in group if (when := r.date or sources.first_told(r)) is not None]
    placed.sort(key=lambda each: (each[1].sort_key, each[0].id))
    for (earlier, first), (later, second) in pairwise(placed):
        if _same_holder(earlier, later):
            continue
        dated = earlier.date is not None and later.date is not None
        if dated and first == second and is_fine(first):
            note = (
                f"two holders of one office at once: {earlier.fields['person']} and {later.fields['person']}"
            )
            settles = "the notice of appointment of each, and when the one left"
            yield between("conflict", "person", (earlier, later), note, settles=settles)
        elif dated or (_is_high(earlier) and _full(earlier) and _full(later)):
            order = f"{earlier.fields['person']}, then {later.fields['person']}"
            told = "" if dated else ", as they were told of"
            yield between("scope", "person", (earlier, later), f"holders of one office{told}: {order}")
    yield from _told_after([record for record in group if record.date is not None])


def _told_after(dated: Sequence[Record]) -> Iterator[Conflict]:
    """Holders whom a dated account still has in office after another took it."""
    for first, second in combinations(dated, 2):
        if _same_holder(first, second):
            continue
        for holder, follower in ((first, second), (second, first)):
            if _took(follower) and _holds_after(holder, follower) and not _took_after(holder, follower):
                note = (
                    f"{holder.fields['person']} is told in office after {follower.fields['person']} took it "
                    f"({follower.date.words() if follower.date else ''})"
                )
                settles = "when the one left and the other took office"
                yield between("conflict", "person", (holder, follower), note, settles=settles)


def _took(record: Record) -> bool:
    return any(stage.status in ("appointed", "assumed", "elected") and stage.date for stage in record.stages)


def _holds_after(holder: Record, follower: Record) -> bool:
    """Whether an account has someone in office, by its own date, on a later day than another took it."""
    taken = _taken(follower)
    return any(
        s.fields["action"] == "holds"
        and s.modality == "actual"
        and s.date is not None
        and taken.before(s.date)
        for s in holder.statements
        if taken is not None
    )


def _took_after(holder: Record, follower: Record) -> bool:
    first, second = _taken(holder), _taken(follower)
    return first is not None and second is not None and second.before(first)


def _taken(record: Record) -> When | None:
    dates = [s.date for s in record.stages if s.status in ("appointed", "assumed", "elected") and s.date]
    return min(dates, key=lambda when: when.sort_key, default=None)


def _is_high(record: Record) -> bool:
    return rank_of(str(record.fields["office"]), str(record.fields["of"])) in _ONE


def _full(record: Record) -> bool:
    return len(name_parts(str(record.fields["person"]))) > 1


def _same_holder(first: Record, second: Record) -> bool:
    """Whether two may be one person; of those who share a last name, only their first names could tell."""
    a, b = (str(record.fields["person"]) for record in (first, second))
    return same_person(fold(a), fold(b)) or name_parts(a)[-1:] == name_parts(b)[-1:]


def rank_key(record: Record) -> Hashable:
    """From where to where and in which rank, of visits in a rank that one person has."""
    if record.kind != "visit" or record.fields["rank"] not in _ONE or not record.fields["visitors"]:
        return None
    hosts = record.fields["to"]
    return (
        record.fields["from"],
        frozenset(hosts) if isinstance(hosts, tuple) else hosts,
        record.fields["rank"],
    )


def judge_rank(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """Two persons of one rank who are told to have been at one place on the same days."""
    for first, second in combinations(group, 2):
        if first.date is None or second.date is None or not (is_fine(first.date) and is_fine(second.date)):
            continue
        if fit(first.date, second.date, 0) == "same" and not people_met(_visitors(first), _visitors(second)):
            rank = str(first.fields["rank"]).replace("_", " ")
            note = f"two persons as {rank} on one visit: {_visitors(first)[0]}, {_visitors(second)[0]}"
            settles = "who held the office on that day"
            yield between("conflict", "visitors", (first, second), note, settles=settles)


def _visitors(record: Record) -> tuple[str, ...]:
    visitors = record.fields["visitors"]
    return visitors if isinstance(visitors, tuple) else ()
