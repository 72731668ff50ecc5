"""When a document was published, settled from what it declares and what its text bears.

Laws: metadata comes first, then a date in the name, the dateline, stamp lines, a closing line, and last the
date at which the file was made, if the text bears it out. Where the text contradicts metadata by day and
month exchanged, the text wins and a note says so. Where the order of day and month stays open, both readings
are kept in a note and the date is only what they share. The time at which a file was saved on disk is never
used, and a text with no evidence has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.documents.dated import (
    Evidence,
    bears_out,
    closing_line,
    dateline,
    evidence_of,
    from_name,
    head_of,
    stamps,
)
from legation.documents.extract import DateClaim, Extract
from legation.errors import DateError
from legation.values.dates import DayOrder, day_order_of, find_dates
from legation.values.when import When

_ISO = re.compile(r"\s*(\d{4})(?:([-/.]?)(\d\d)(?:\2(\d\d))?)?(?![\d/-])")
_NUMBERED = re.compile(r"\d")
_WITH_DAY = re.compile(r"(?=.*[^\W\d_])\D{0,20}\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d,/-])")
_SOURCE = 100_000  # characters of a source that are asked how it writes its dates
_NEWS_DAYS = 14  # news speaks of days at most this long before it appears


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published.

    Attributes:
        when: The date, or None where nothing tells.
        notes: What was decided between contradicting evidence, and what was left open.
    """

    when: When | None
    notes: tuple[str, ...] = ()


def settle(extract: Extract, *, name: str) -> Published:
    """Settle the publication date of a document.

    Args:
        extract: What its reader found.
        name: Its file name or address.
    """
    published = _settled(extract, name)
    doubts = [_doubt(claim) for claim in extract.declared.dates if not claim.weak]
    return replace(published, notes=(*filter(None, doubts), *published.notes))


def _doubt(claim: DateClaim) -> str | None:
    """What a declared date says that no calendar has."""
    evidence = _claimed(claim, DayOrder.UNKNOWN)
    if evidence is None and _NUMBERED.search(claim.value):
        return f"{claim.origin} is {claim.value!r}, no date that a calendar has; it was passed over"
    if evidence and evidence.shared.precision == "month" and _WITH_DAY.match(claim.value):
        return f"{claim.origin} is {claim.value!r}, a day that no calendar has; only its month was kept"
    return None


def _settled(extract: Extract, name: str) -> Published:
    head = head_of(extract.text, extract.parts)
    order = day_order_of(extract.text[:_SOURCE]) if _needs_order(extract) else DayOrder.UNKNOWN
    for claim in extract.declared.dates:
        evidence = None if claim.weak else _claimed(claim, order)
        if evidence:
            return _checked(_decided(evidence, head), extract, head, name)
    named = from_name(name)
    if named:
        return Published(named, (f"published {named}: taken from its name, {_short(name)!r}",))
    for evidence in _in_text(extract, head, order):
        return _decided(evidence, head, note=True)
    return _made(extract, head)


def _needs_order(extract: Extract) -> bool:
    """Whether any date may have to be read whose day and month stand in figures."""
    claims = [claim for claim in extract.declared.dates if not claim.weak]
    return not claims or not _ISO.match(claims[0].value)


def _claimed(claim: DateClaim, order: DayOrder) -> Evidence | None:
    """The date of a claim, or None where its words hold none."""
    match = _ISO.match(claim.value)
    try:
        if match:
            when = When.parse("-".join(filter(None, (match[1], match[3], match[4]))))
            return Evidence(claim.origin, (when,), when)
    except DateError:
        return None
    for mention in find_dates(claim.value, day_order=order)[:1]:
        return evidence_of(claim.origin, mention)
    return None


def _in_text(extract: Extract, head: str, order: DayOrder) -> Iterator[Evidence]:
    """What the text bears, the best first; of several stamps the one that the text's own days lead up to."""
    years = {int(year) for year in _YEAR.findall(extract.text[:_SOURCE])}
    line = dateline(head, order=order, year=years.pop() if len(years) == 1 else None)
    if line:
        yield line
    found = stamps(extract.text, extract.parts, order=order)
    borne = [one for one in found if any(_is_borne_out(head, reading) for reading in one.readings)]
    yield from borne or sorted(found, key=lambda one: one.shared.sort_key)
    last = closing_line(extract.text, extract.parts, order=order)
    if last:
        yield last


def _is_borne_out(head: str, when: When) -> bool:
    return bears_out(head, when, days_before=_NEWS_DAYS)


def _decided(evidence: Evidence, head: str, *, note: bool = False) -> Published:
    """One reading of the evidence: the only one, the one that the text bears out, or what all share."""
    if len(evidence.readings) == 1:
        when = evidence.readings[0]
        return Published(when, (f"published {when}: taken from {evidence.origin}",) if note else ())
    both = " or ".join(map(str, evidence.readings))
    borne = [reading for reading in evidence.readings if _is_borne_out(head, reading)]
    if len(borne) == 1:
        return Published(borne[0], (f"{evidence.origin} reads {both}; the text bears out {borne[0]}",))
    return Published(
        evidence.shared, (f"{evidence.origin} reads {both}; nothing settles the order of day and month",)
    )


def _checked(published: Published, extract: Extract, head: str, name: str) -> Published:
    """The metadata's date held against the text: where day and month are exchanged, the text wins."""
    when = published.when
    swapped = _swapped(when)
    if when is None or swapped is None or _is_confirmed(when, extract, name):
        return published
    others = [
        evidence.shared for claim in extract.declared.dates if (evidence := _claimed(claim, DayOrder.UNKNOWN))
    ]
    line = dateline(head, order=DayOrder.UNKNOWN, reference=swapped)
    if line and line.shared == swapped:
        source = "its dateline"
    elif swapped in others:
        source = "the page's own date"
    elif bears_out(_opening(extract, head), swapped, days_before=0):
        source = "its text"
    else:
        return published
    if bears_out(head, when, days_before=_NEWS_DAYS):
        return published
    note = (
        f"metadata dates it {when}, {source} {swapped}: day and month were exchanged, the text was followed"
    )
    return Published(swapped, (*published.notes, note))


def _swapped(when: When | None) -> When | None:
    """The date with day and month exchanged, where that is another date."""
    if when is None or when.precision != "day" or when.first is None:
        return None
    day = when.first
    return When.day(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None


def _is_confirmed(when: When, extract: Extract, name: str) -> bool:
    """Whether the name or the address that it was published at bears the same date."""
    return any(from_name(place) == when for place in (name, extract.declared.address or ""))


def _opening(extract: Extract, head: str) -> str:
    return f"{extract.declared.title or ''}\n\n{head[:1000]}"


def _made(extract: Extract, head: str) -> Published:
    """The date at which the file was made, if the text speaks of days shortly before it."""
    for claim in extract.declared.dates:
        evidence = _claimed(claim, DayOrder.UNKNOWN)
        if claim.weak and evidence:
            if _is_borne_out(head, evidence.shared):
                return _decided(evidence, head, note=True)
            return Published(
                None, (f"{claim.origin} is {evidence.shared}; the text does not bear it out as published",)
            )
    return Published(None)


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:60]}…"
