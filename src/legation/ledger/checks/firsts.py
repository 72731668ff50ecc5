"""Firsts: a "first visit" against an earlier one, and two first partners of one tier in one region."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Final, Self

from legation.ledger.checks.claim import Claim
from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.words import people_met, same_person
from legation.values.amounts import find_quantities

if TYPE_CHECKING:
    from legation.ledger.view import View

_FIRST: Final = re.compile(
    r"(?P<own>\b(?:his|her|their|whose)\s+)?\bfirst(?:-ever|\s+ever)?\s+"
    r"(?P<sort>(?:(?:state|official|bilateral|foreign|overseas|working|formal)\s+){0,3})"
    r"(?:visits?|trips?|tours?)\b(?P<tail>[^.;]{0,90})",
    re.IGNORECASE,
)
_ANYWHERE: Final = re.compile(r"\b(?:abroad|overseas)\b", re.IGNORECASE)
_IN_OFFICE: Final = re.compile(
    r"\b(?:as (?!part)\w|in (?:his|her|their|the)?\s*(?:new\s+)?(?:role|office|capacity|term|post|position)\b"
    r"|since (?:taking|assuming|his|her|their|becoming|being))",
    re.IGNORECASE,
)
_BY_ANY: Final = re.compile(r"\bby an?\s", re.IGNORECASE)
_TO: Final = re.compile(r"\bto\s+(?:the\s+)?[A-Z]|\bthere\b|\bto the (?:country|region)\b")
_SINCE: Final = re.compile(r"\bsince\s+(?:\w+\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_OTHER_SCOPE: Final = re.compile(
    r"\b(?:this year|of the year|in (?:19|20)\d\d|leg|stop|after|of the (?:month|new)|half|phase|day)\b",
    re.IGNORECASE,
)
"""Words that give a first another scope than visits before it."""
_PARTNER: Final = re.compile(
    r"\bfirst\s+(?P<tier>(?:comprehensive\s+)?(?:strategic\s+)?)partner(?:ship)?\b[^.;]*?\bin\s+(?:the\s+)?"
    r"(?P<region>[A-Z]\w+(?:[ -][A-Z]\w+){0,2})"
)
_YEAR_DAYS: Final = 365.25


@dataclass(frozen=True, slots=True)
class _First:
    """What a first is claimed of.

    Attributes:
        is_own: Whether it is the person's first, whoever went before.
        anywhere: Whether it is the first to any place.
        is_state: Whether only state visits count.
        in_office: Whether it is the first since the person took office.
        since: First day that counts, or None.
    """

    is_own: bool
    anywhere: bool
    is_state: bool
    in_office: bool
    since: date | None

    @classmethod
    def told(cls, claim: Claim, on: date) -> Self | None:
        """The first that a sentence claims of a visit on a day, if any that the ledger can be held against."""
        found = _FIRST.search(claim.words)
        if found is None or _OTHER_SCOPE.search(found["tail"]):
            return None
        sort, tail = found["sort"].casefold(), found["tail"]
        in_office = _IN_OFFICE.search(tail) is not None
        anywhere = "foreign" in sort or "overseas" in sort or _ANYWHERE.search(tail) is not None
        return cls(
            is_own=not _BY_ANY.search(tail),
            anywhere=anywhere or (in_office and not _TO.search(tail)),
            is_state="state" in sort,
            in_office=in_office,
            since=_since(tail, on),
        )


def _since(tail: str, on: date) -> date | None:
    if year := _SINCE.search(tail):
        return date(int(year[1]), 12, 31)
    for found in find_quantities(tail):
        if found.quantity.unit in ("year", "years") or (found.quantity.noun or "").startswith("year"):
            years = min(int(found.quantity.value), on.year - 1)
            return date.fromordinal(max(1, on.toordinal() - int(years * _YEAR_DAYS) + 1))
    return None


def check_visits(view: View, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Visits told as the first, where the ledger has an earlier one that was held."""
    for claim in claims:
        for visit in claim.of_kind("visit"):
            on = (
                visit.date.first
                if visit.date is not None and visit.modality in ("actual", "planned")
                else None
            )
            first = _First.told(claim, on) if on is not None else None
            earlier = _earliest(view, visit, first) if first is not None else None
            if first is not None and earlier is not None and earlier.date is not None:
                note = f"told as a first visit, and the ledger has one on {earlier.date.words()}"
                settles = "whether “first” is meant of the person, the office, the kind of visit or the place"
                if first.in_office:
                    settles = f"when the office was taken up, and {settles}"
                yield claim.doubt(visit, "date", note, settles, (earlier, earlier.variants["date"][0]))


def _earliest(view: View, visit: Record, first: _First) -> Record | None:
    """The latest visit before this one that would have been the first instead."""
    sender = visit.fields["from"]
    if not isinstance(sender, str) or (not first.anywhere and not visit.fields["to"]):
        return None
    found = [
        other
        for other in view.records("visit", with_=sender)
        if other.id != visit.id and _counts(view, other, visit, first)
    ]
    return max(found, key=lambda r: (r.date.sort_key if r.date else (), r.id), default=None)


def _counts(view: View, other: Record, visit: Record, first: _First) -> bool:
    """Whether another visit was held before, by the one and of the kind that is meant."""
    if (
        other.status != "held"
        or other.fields["from"] != visit.fields["from"]
        or other.fields["count"] is not None
    ):
        return False
    if (
        other.date is None
        or visit.date is None
        or not other.date.before(visit.date)
        or other.date.first is None
    ):
        return False
    if not first.anywhere and not set(_names(other, "to")) & set(_names(visit, "to")):
        return False
    begun = _begun(view, visit) if first.in_office else first.since
    if begun is not None and other.date.first <= begun:
        return False
    return _same_traveller(other, visit, first) and (not first.is_state or _is_state(view, other))


def _same_traveller(other: Record, visit: Record, first: _First) -> bool:
    if first.is_own:
        return people_met(_names(other, "visitors"), _names(visit, "visitors")) > 0
    return other.fields["rank"] is not None and other.fields["rank"] == visit.fields["rank"]


def _begun(view: View, visit: Record) -> date | None:
    """When the traveller took the latest office that the ledger dates."""
    visitors = _names(visit, "visitors")
    days = [
        stage.date.first
        for held in view.records("appointment")
        if visitors and same_person(str(held.fields["person"]), visitors[0])
        for stage in held.stages
        if stage.status in ("elected", "appointed", "assumed") and stage.date is not None and stage.date.first
    ]
    before = [day for day in days if visit.date is not None and visit.date.first and day <= visit.date.first]
    return max(before, default=None)


def _is_state(view: View, visit: Record) -> bool:
    return any("state visit" in view.passage_text(s.quote).casefold() for s in visit.statements)


def _names(record: Record, field: str) -> tuple[str, ...]:
    value = record.fields[field]
    return value if isinstance(value, tuple) else ()


def check_partners(_: View, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Two partners of one actor told as its first of one tier in one region; other tiers and regions are other firsts."""
    told: dict[tuple[str, str], list[tuple[Claim, Record]]] = defaultdict(list)
    for claim in claims:
        relations = [r for r in claim.of_kind("relation") if len(_names(r, "parties")) == 2]
        for found in _PARTNER.finditer(claim.words):
            for record in relations:
                told[" ".join(found["tier"].casefold().split()), found["region"].casefold()].append(
                    (claim, record)
                )
    for (tier, region), firsts in sorted(told.items()):
        for (claim, record), (__, other) in combinations(firsts, 2):
            shared = set(_names(record, "parties")) & set(_names(other, "parties"))
            if len(shared) == 1:
                note = f"two first partners ({tier or 'of any tier'}) of {shared.pop()} in one region, {region.title()}"
                settles = "the dates of both, and what each source takes for the region"
                yield claim.doubt(record, "parties", note, settles, (other, other.variants["parties"][0]))
