"""Small ledgers of dated texts, written by hand: each text tells one thing and is published on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from legation.documents.document import Document, Part
from legation.ledger import Ledger
from legation.records import FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

Told = tuple[str, str, Mapping[str, FieldValue], str]
"""Day of publication, kind, fields, modality; the date of what is told is the day itself."""

VISIT: Mapping[str, FieldValue] = {"from": "KEN", "to": ("PER",)}


class Clock:
    """A clock that stands on a day until it is set to another, a second later each time it is asked."""

    def __init__(self, day: str = "2024-01-01") -> None:
        self.set(day)

    def set(self, day: str) -> None:
        self.now = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def document(day: str, words: str) -> Document:
    """A text that was published on a day."""
    content = f"{day}. {words}".encode()
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        name=f"note-{day}-{hashlib.sha256(content).hexdigest()[:6]}",
        address=f"/notes/{day}.txt",
        media_type="text/plain",
        content=content,
        text=content.decode(),
        parts=(Part("body", 0, len(content)),),
        read_at=datetime(2024, 1, 1, tzinfo=UTC),
        published=When.parse(day),
    )


def tell(  # noqa: PLR0913 (a text is made of what it says)
    ledger: Ledger,
    day: str,
    kind: str = "visit",
    fields: Mapping[str, FieldValue] = VISIT,
    *,
    modality: str = "actual",
    date: str | None = None,
    words: str = "",
) -> None:
    """Record a text of a day that tells one thing; of that day where no other date is given."""
    text = document(
        day, words or f"A text about {kind} {sorted(map(str, fields.values()))} {modality} {date}."
    )
    said = Statement(
        kind,
        Passage(text.id, 0, len(text.text)),
        fields,
        modality=modality,
        date=When.parse(date or day),
        finder="hand",
    )
    ledger.add(text, [said], reader="hand.v1")


def silent(ledger: Ledger, day: str) -> None:
    """Record a text of a day that tells nothing."""
    ledger.add(document(day, "Nothing of note."), [], reader="hand.v1")


def chronicle(path: Path, visits: Iterable[str], clock: Clock | None = None) -> Ledger:
    """A ledger with a visit of Kenya to Peru on each day."""
    ledger = Ledger.open(path, clock=clock or Clock())
    for day in visits:
        tell(ledger, day)
    return ledger
