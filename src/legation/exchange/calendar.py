"""What lies ahead, as iCalendar: planned visits and meetings, and the deadlines of commitments.

Law held here: an event that the source dates to a day or days stands on those days; one that is known to a month or
year only would look like an appointment where there is none, and is left out and counted.

Source: RFC 5545 (Desruisseaux, 2009).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from legation.ledger import View
from legation.ledger.record import Record
from legation.ledger.telling import line_of
from legation.values.when import When

_LONGEST_DAYS: Final = 31
"""A stretch longer than this is a period in which something falls, no event."""
_LINE: Final = 73
"""Bytes of a line before it is folded."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file.

    Attributes:
        text: Its text.
        entries: How many entries it has.
        vague: How many records were left out, as no day is known for them.
    """

    text: str
    entries: int
    vague: int


def calendar_of(view: View, records: Iterable[Record], *, after: date) -> Calendar:
    """The records that lie on a day or later, as a calendar.

    Args:
        view: The view that they are of.
        records: The records to choose from.
        after: The first day that counts.
    """
    events: list[str] = []
    vague = 0
    for record in records:
        when = _when(record)
        if when is None or when.first is None or when.after is None or when.after <= after:
            continue
        if (when.after - when.first).days > _LONGEST_DAYS or when.precision == "month":
            vague += 1
            continue
        events.append(_event(view, record, when.first, when.after))
    stamp = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Legation//legation export//EN")
    lines = [*map(_folded, stamp), *events, "END:VCALENDAR"]
    return Calendar("\r\n".join(lines) + "\r\n", len(events), vague)


def _when(record: Record) -> When | None:
    """The day of a record: a commitment's is its deadline; what was denied or only urged has none."""
    if record.modality in ("denied", "called_for"):
        return None
    if record.kind == "commitment":
        deadline = record.fields.get("deadline")
        return deadline if isinstance(deadline, When) else None
    return record.date if record.kind in ("visit", "contact", "agreement", "event", "appointment") else None


def _event(view: View, record: Record, first: date, after: date) -> str:
    document = view.document(record.statements[0].document)
    words = " ".join(view.passage_text(record.statements[0].quote).split())
    told = (
        f"{record.status.replace('_', ' ')}; {words} ({document.title or document.name}, {document.address})"
    )
    title = f"{'Due: ' if record.kind == 'commitment' else ''}{line_of(record)}"
    status = "CONFIRMED" if record.modality == "actual" else "TENTATIVE"
    lines = (
        "BEGIN:VEVENT",
        f"UID:{record.id}@legation",
        f"DTSTAMP:{record.statements[0].recorded_at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{max(after, first + timedelta(days=1)):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(told)}",
        f"STATUS:{status}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return "\r\n".join(map(_folded, lines))


def _escaped(text: str) -> str:
    for char, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, escaped)
    return text


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, no character cut."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > _LINE:
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])
