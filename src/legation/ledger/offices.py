"""Who held an office on a day: from what documents say of appointments, and from lists of office holders.

Laws held here: nobody is told as holder after a day on which he or she left, after another one came, or in a year in
which the table of leaders knows the person in no office; who was told as holder only later, or long before and never
since, is told as not sure; what nobody says is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from legation.actors.leaders import leader_key, leaders
from legation.actors.ranks import rank_of
from legation.actors.words import key
from legation.ledger.record import Judgement, Record
from legation.ledger.resolve.decided import in_force
from legation.ledger.view import View
from legation.values.when import When

_STARTS: Final = ("assumed", "appointed", "elected")
_FRESH: Final = timedelta(days=183)
"""How long it is taken for sure that a holder is one still, where nobody tells of the person later."""
_NONE: Final = "other"
"""The rank of offices that have none of their own; they are known by their words."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who held an office.

    Attributes:
        person: Who.
        office: The office, as it is written.
        of: Id of the actor whose office it is.
        since: When it began, if anybody says.
        until: When it ended, if anybody says.
        seen: When sources told of it, earliest first.
        documents: Ids of the documents that tell of it; empty for a list.
        listed: Who put the person on a list of office holders, for one who stands on one.
    """

    person: str
    office: str
    of: str
    since: When | None = None
    until: When | None = None
    seen: tuple[When, ...] = ()
    documents: tuple[str, ...] = ()
    listed: str | None = None

    def known_by(self, day: date) -> date | None:
        """The last day up to that one on which the person is known to have held it; None where there is none."""
        told = [when.first for when in (self.since, *self.seen) if when and when.first]
        return max((first for first in told if first <= day), default=None)

    def left_by(self, day: date) -> bool:
        """Whether the person surely held it no more on that day."""
        return self.until is not None and self.until.after is not None and self.until.after <= day


def holders(view: View, office: str, of: str) -> list[Holder]:
    """Everybody who is told to have held an office, the latest known first.

    Args:
        view: The view.
        office: The office, such as "Foreign Minister"; offices of one rank are one.
        of: Id of the actor whose office it is.
    """
    wanted = _office(office, of)
    found: dict[str, list[Holder]] = defaultdict(list)
    for holder in (*_from_records(view, of), *_from_lists(view, of)):
        if _office(holder.office, of) == wanted:
            found[key(holder.person)].append(holder)
    joined = [_joined(each) for each in found.values()]
    return sorted(joined, key=lambda h: (h.known_by(date.max) or date.min, h.person), reverse=True)


def holder_on(view: View, office: str, of: str, *, on: date) -> tuple[Holder | None, bool]:
    """Who held an office on a day.

    Returns:
        The person, and whether it is sure: known to hold it by that day, and neither to have left nor to have been
        followed by another.
    """
    everybody = [h for h in holders(view, office, of) if not h.left_by(on) and _may_be(h, on.year)]
    if in_office := [h for h in everybody if h.known_by(on)]:
        holder = max(in_office, key=lambda h: (h.known_by(on) or date.min, h.listed is not None))
        return holder, _is_sure(holder, on)
    later = [h for h in everybody if not h.since]
    return (min(later, key=lambda h: h.known_by(date.max) or date.max) if later else None), False


def known_persons(of: str, year: int) -> tuple[str, ...]:
    """Public persons who acted for a state or body in a year by the table of leaders, which tells no office."""
    table = {each for found in leaders().full.values() for each in found}
    return tuple(sorted({each.name for each in table if each.actor == of and each.known_in(year, 0, 0)}))


def _may_be(holder: Holder, year: int) -> bool:
    """Whether the table of leaders, where it knows the person, does not put him or her out of office that year."""
    known = [each for each in leaders().full.get(leader_key(holder.person), ()) if each.actor == holder.of]
    return holder.listed is not None or not known or any(each.known_in(year, 0, 0) for each in known)


def _is_sure(holder: Holder, on: date) -> bool:
    known = holder.known_by(on)
    told_later = any(when.first and when.first > on for when in holder.seen)
    return known is not None and (told_later or holder.listed is not None or on - known <= _FRESH)


def _office(office: str, of: str) -> str:
    rank = rank_of(office, of)
    return key(office) if rank == _NONE else rank


def _from_records(view: View, of: str) -> Iterator[Holder]:
    for record in view.records("appointment", with_=of):
        if record.fields["of"] == view.naming.of(of) and record.modality == "actual":
            yield _holder(view, record)


def _holder(view: View, record: Record) -> Holder:
    steps = {stage.status: stage.date for stage in record.stages}
    since = next((steps[step] for step in _STARTS if steps.get(step)), None)
    told = [view.document(document).published for document in sorted(record.documents())]
    held = record.date if record.status == "holds" else None
    left = record.status == "left"
    return Holder(
        str(record.fields["person"]),
        str(record.fields["office"]),
        str(record.fields["of"]),
        since=since,
        until=steps.get("left"),
        seen=()
        if left
        else tuple(sorted({when for when in (held, *told) if when}, key=lambda w: w.sort_key)),
        documents=tuple(sorted(record.documents())),
    )


def _from_lists(view: View, of: str) -> Iterator[Holder]:
    for judgement in in_force(view.judgements()):
        if judgement.verb == "office" and view.naming.of(str(judgement.payload["of"])) == view.naming.of(of):
            yield _listed(judgement)


def _listed(judgement: Judgement) -> Holder:
    row = {name: str(value) for name, value in judgement.payload.items()}
    since, until = (When.parse(row[name]) if row.get(name) else None for name in ("since", "until"))
    return Holder(row["person"], row["office"], row["of"], since=since, until=until, listed=judgement.by)


def _joined(told: Iterable[Holder]) -> Holder:
    """One person's holding of one office from all that is told of it; what a list says goes before."""
    each = sorted(told, key=lambda h: (h.listed is None, h.since is None, h.person))
    return replace(
        each[0],
        since=next((h.since for h in each if h.since), None),
        until=next((h.until for h in each if h.until), None),
        seen=tuple(sorted({when for h in each for when in h.seen}, key=lambda w: w.sort_key)),
        documents=tuple(sorted({document for h in each for document in h.documents})),
    )
