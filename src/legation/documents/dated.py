"""Dates that a document's own text bears: the dateline, stamp lines, a closing line, the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from legation.documents.document import Part
from legation.documents.furniture import DATE, is_stamp, lines
from legation.errors import DateError
from legation.values.dates import DateMention, DayOrder, find_dates
from legation.values.when import When

_DATE = re.compile(DATE, re.I)
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|[-_./](0[1-9]|1[0-2]))(?!\d)"
)
_UPDATED = re.compile(r"(?i)(?:updat|modif|cập nhật|mis à jour|actualiz)\w*\W*(?:on|at|le|el|lúc)?\W*\Z")
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]*(?:[ ,/(–—-]+|$))+")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{2,30}\)\s*)?[,.]?\s*(?:--?|[–—:|]|\n|$)|\s*\([A-Z]{2,10}\)")
_NUMBERED = re.compile(r"\d")
_LONGEST_DATELINE = 120
_HEAD = 2_000
_MOST_STAMPS = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """A date that the text bears for its publication.

    Attributes:
        origin: Where it stands, for people.
        readings: What it may mean; more than one where the order of day and month is open.
        shared: What the readings have in common.
    """

    origin: str
    readings: tuple[When, ...]
    shared: When


def evidence_of(origin: str, mention: DateMention) -> Evidence:
    """The evidence that a date mention gives."""
    return Evidence(origin, mention.alternatives or (mention.when,), mention.when)


def from_name(name: str) -> When | None:
    """The date in a file's name or an address, year first (``2021-01-26-readout``), or None."""
    match = _IN_NAME.search(name)
    if not match:
        return None
    year, _, month, day, lone_month = match.groups()
    try:
        return When.parse("-".join(filter(None, (year, month or lone_month, day))))
    except DateError:
        return None


def head_of(text: str, parts: Sequence[Part]) -> str:
    """The beginning of the body, where a text says what is new."""
    body = next((part for part in parts if part.role == "body"), None)
    return text[body.start : min(body.end, body.start + _HEAD)] if body else ""


def dateline(
    head: str, *, order: DayOrder, reference: When | None = None, year: int | None = None
) -> Evidence | None:
    """The date of a line such as "HANOI, Aug. 10 (VNA) -" at the beginning of the body.

    Args:
        head: The beginning of the body.
        order: The order of day and month in the source.
        reference: The date from which a day without a year is read.
        year: The year of a day without one, where it is known.
    """
    for line in islice(lines(head, 0, len(head)), 3):
        start = line.text[:_LONGEST_DATELINE]
        for mention in find_dates(start, reference=reference, day_order=order, context_year=year)[:1]:
            if _is_dateline(start, mention):
                return evidence_of("its dateline", mention)
    return None


def _is_dateline(line: str, mention: DateMention) -> bool:
    """A place before the date, no verb between, and a dash or the agency after it."""
    before = line[: mention.start].strip(" *_#")
    if not _is_day(mention) or not _AFTER_DATELINE.match(line, mention.end):
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", before) if len(word) > 2]
    return bool(_PLACE.fullmatch(before)) and all(word[0].isupper() for word in names) and len(names) <= 6


def closing_line(text: str, parts: Sequence[Part], *, order: DayOrder) -> Evidence | None:
    """The date of a last line such as "Hanoi, 10 August 2025", which agreements and statements end with."""
    if not parts:
        return None
    end = parts[-1].end
    for line in list(lines(text, max(parts[-1].start, end - 400), end))[-3:]:
        words = line.text.strip(" *_.\t")
        if len(words) > 60:
            continue
        for mention in find_dates(words, day_order=order):
            before = words[: mention.start].rstrip(" ,:")
            if mention.end == len(words) and _is_day(mention) and (not before or before[0].isupper()):
                return evidence_of("its closing line", mention)
    return None


def _is_day(mention: DateMention) -> bool:
    return mention.when.precision == "day" or bool(mention.alternatives)


def stamps(text: str, parts: Sequence[Part], *, order: DayOrder) -> list[Evidence]:
    """The dates of the stamp lines above the body; of those below it only where there are none above.

    A stamp that stands in every one of several stamp lines that otherwise differ is the site's own clock and
    dates nothing. A stamp of an update counts only where there is no other.
    """
    body = next((part.start for part in parts if part.role == "body"), len(text))
    unread = (line for start, end in _gaps(parts, len(text)) for line in lines(text, start, end))
    stamped = (line for line in unread if is_stamp(line.text, at_head=line.start < body))
    found = [(line.start < body, _stamp_dates(line.text)) for line in islice(stamped, _MOST_STAMPS)]
    dates = [frozenset(words for words, _ in stamp) for _, stamp in found]
    fixed = frozenset.intersection(*dates) if len(set(dates)) > 1 else frozenset()
    chosen = [stamp for above, stamp in found if above] or [stamp for _, stamp in found][:1]
    wanted = [(words, late) for stamp in chosen for words, late in stamp if words not in fixed]
    first = [words for words, late in wanted if not late] or [words for words, _ in wanted]
    mentions = [
        mention for words in dict.fromkeys(first) for mention in find_dates(words, day_order=order)[:1]
    ]
    return [evidence_of("its stamp line", mention) for mention in mentions]


def _stamp_dates(line: str) -> list[tuple[str, bool]]:
    """The dates of a stamp line, each with whether it is marked as one of an update."""
    return [(match[0], bool(_UPDATED.search(line[: match.start()]))) for match in _DATE.finditer(line)]


def _gaps(parts: Sequence[Part], end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text that lie in no part."""
    at = 0
    for part in parts:
        yield at, part.start
        at = part.end
    yield at, end


def bears_out(text: str, when: When, *, days_before: int, days_after: int = 0) -> bool:
    """Whether the text speaks, in figures, of a day that near the date; years left out are read from it."""
    if when.first is None:
        return False
    early, late = when.first - timedelta(days=days_before), when.first + timedelta(days=days_after)
    return any(
        first is not None and early <= first <= late
        for mention in find_dates(text, reference=when)
        if not mention.alternatives and _NUMBERED.search(text[mention.start : mention.end])
        for first in _days(mention.when)
    )


def _days(when: When) -> list[date | None]:
    """The day of a date, or the first and last day of an interval of days."""
    ends = [end for end in (when.begins, when.ends) if end is not None and end.precision == "day"]
    return [end.first for end in ends]
