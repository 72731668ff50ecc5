"""A ledger of our own making, and a way to ask its desk for pages."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from legation.desk.app import desk
from legation.documents.document import Document, Part, Unreadable
from legation.ledger import Ledger, View
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
REPORT = "Menu | Home\nPresident Lee of South Korea visited Vietnam on 11 August 2025.\fTrade passed 5 billion dollars."
RECAP = "President Lee was in Hanoi from 10 to 12 August 2025."
HOSTILE = '<script>alert(1)</script> President Lee met "To Lam" & <img src=x onerror=alert(2)>.'


def document(text: str, **known: Any) -> Document:
    content = text.encode()
    given: dict[str, Any] = {
        "id": hashlib.sha256(content).hexdigest(),
        "name": "note",
        "address": "/notes/note.txt",
        "media_type": "text/plain",
        "content": content,
        "text": text,
        "parts": (Part("body", 0, len(text)),),
        "read_at": START,
    }
    return Document(**{**given, **known})


def statement(of: Document, kind: str, words: str, fields: dict[str, Any], **said: Any) -> Statement:
    """A statement whose quote is the first place of some words; `date` is its date as text."""
    start = of.text.index(words)
    date = said.pop("date", None)
    when = When.parse(date) if date else None
    return Statement(kind, Passage(of.id, start, start + len(words)), fields, date=when, **said)


VISIT = {"visitors": ("Lee",), "from": "KOR", "to": ("VNM",), "rank": "head_of_state"}
report = document(
    REPORT,
    name="report",
    title="A visit to Hanoi",
    publisher="Desk Wire",
    published=When.parse("2025-08-13"),
    address="https://wire.example/report",
    parts=(Part("body", 12, len(REPORT)),),
    pages=(0, REPORT.index("\f") + 1),
    language="en",
)
recap = document(RECAP, name="recap", published=When.parse("2025-08-20"))
hostile = document(
    HOSTILE,
    name="<b>name</b>",
    title="<script>alert(3)</script>",
    publisher="<svg onload=alert(4)>",
    address="javascript:alert(5)",
)
scan = Unreadable(
    hashlib.sha256(b"scan").hexdigest(),
    "scan",
    "/notes/scan.pdf",
    "no_text",
    "/notes/scan.pdf has no text layer; run it through text recognition first",
    START,
)


def fill(ledger: Ledger) -> None:
    """Two accounts of one visit that differ in its date, a figure, a hostile document, and a scan."""
    visit = statement(
        report,
        "visit",
        "President Lee of South Korea visited Vietnam on 11 August 2025",
        VISIT,
        date="2025-08-11",
    )
    trade = {"subject": ("KOR", "VNM"), "indicator": "trade", "value": Decimal("5e9"), "unit": "USD"}
    figure = statement(report, "figure", "Trade passed 5 billion dollars", trade)
    ledger.add(report, [visit, figure], reader="r1")
    again = statement(recap, "visit", "President Lee was in Hanoi", VISIT, date="2025-08-10/2025-08-12")
    ledger.add(recap, [again], reader="r1")
    meeting = {"participants": ("KOR", "<i>firm</i>"), "persons": ("Lee",), "mode": "meeting"}
    ledger.add(
        hostile, [statement(hostile, "contact", "Lee met", meeting, says="<u>someone</u>")], reader="r1"
    )
    ledger.add_unreadable(scan)


def ticking() -> Any:
    """A clock that goes one day on each time it is asked."""
    days = iter(range(1, 1000))
    return lambda: START + timedelta(days=next(days))


@dataclass(frozen=True)
class Browser:
    """Asks a desk for pages, without a network."""

    app: FastAPI
    host: str = "127.0.0.1:8350"

    def get(self, address: str, *, method: str = "GET") -> httpx.Response:
        return asyncio.run(self._ask(address, method))

    def page(self, address: str) -> str:
        answer = self.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text

    async def _ask(self, address: str, method: str) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.host}") as client:
            return await client.request(method, address)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, clock=ticking()) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def browser(ledger: Ledger) -> Browser:
    return Browser(desk(ledger))


@pytest.fixture
def open_desk() -> type[Browser]:
    return Browser


@pytest.fixture
def fresh() -> Document:
    """A document that is not in the ledger yet."""
    return document("Nothing new.", name="later", title="a later note")


@pytest.fixture
def make_long() -> Callable[[str, int], tuple[Document, list[Statement]]]:
    """Makes a long document of one line repeated, with a statement on every hundredth line."""

    def make(line: str, length: int) -> tuple[Document, list[Statement]]:
        long = document(line * (length // len(line)), name="long")
        starts = range(0, len(long.text), 100 * len(line))
        fields: dict[str, Any] = {"participants": ("KOR", "VNM"), "mode": "meeting"}
        said = [Statement("contact", Passage(long.id, at, at + len(line) - 1), fields) for at in starts]
        return long, said

    return make


@pytest.fixture(scope="module")
def short_view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """A view of the ledger that `fill` fills, shared because nothing changes it."""
    with Ledger.open(tmp_path_factory.mktemp("short") / "desk.ledger", clock=ticking()) as opened:
        fill(opened)
        yield opened.view()
