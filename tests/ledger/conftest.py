"""Documents and statements of our own making, and ledgers to put them into."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from legation.documents.document import Document, Part, Unreadable
from legation.ledger import Ledger, View
from legation.ledger.checks import doubts
from legation.ledger.codec import statement_id
from legation.ledger.record import Conflict, Record, StoredStatement
from legation.ledger.resolve import Decided, resolve
from legation.reading.extract import READER, extract
from legation.records import FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
POSTGRES = os.environ.get("LEGATION_TEST_POSTGRES")


class Clock:
    """A clock that goes one minute on each time it is asked; `now` may be set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class Make:
    """Makes documents, statements and records."""

    def document(self, words: str = "The President arrived in Hanoi on Monday.", **known: object) -> Document:
        content = words.encode()
        given: dict[str, object] = {
            "id": hashlib.sha256(content).hexdigest(),
            "name": "note",
            "address": "/notes/note.txt",
            "media_type": "text/plain",
            "content": content,
            "text": words,
            "parts": (Part("body", 0, len(words)),),
            "read_at": START,
        }
        return Document(**{**given, **known})  # type: ignore[arg-type]

    def unreadable(self, **known: object) -> Unreadable:
        given: dict[str, object] = {
            "id": hashlib.sha256(b"/notes/scan.pdf").hexdigest(),
            "name": "scan",
            "address": "/notes/scan.pdf",
            "reason": "no_text",
            "message": "/notes/scan.pdf has no text layer; run it through text recognition first",
            "read_at": START,
        }
        return Unreadable(**{**given, **known})  # type: ignore[arg-type]

    def statement(
        self,
        kind: str,
        fields: Mapping[str, FieldValue],
        *,
        document: str = "a" * 64,
        **said: Any,
    ) -> Statement:
        """A statement; `at` is its place, `date` its date as text, `modality` its modality."""
        date, at = said.get("date"), said.get("at", (0, 5))
        modality = said.get("modality", "actual")
        when = When.parse(date) if date else None
        return Statement(kind, Passage(document, *at), fields, modality=modality, date=when)

    def told(
        self,
        kind: str,
        fields: Mapping[str, FieldValue],
        *,
        by: str = "a",
        **said: Any,
    ) -> StoredStatement:
        """A stored statement of the document whose id is the letter `by`, repeated; see `statement`."""
        statement = self.statement(kind, fields, document=by * 64, **said)
        return StoredStatement(statement_id(statement, "reader"), statement, "reader", START)

    def records(self, *statements: StoredStatement, decided: Decided | None = None) -> list[Record]:
        return list(resolve(statements, decided).records)

    def record(self, *statements: StoredStatement) -> Record:
        """The one record that the statements speak of."""
        (found,) = self.records(*statements)
        return found


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.ledger"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each database in turn, where there is one to test on."""
    if request.param == "postgresql" and not POSTGRES:
        pytest.skip("LEGATION_TEST_POSTGRES names no PostgreSQL server to test on")
    return str(request.param)


@contextmanager
def room(engine_name: str, path: Path) -> Iterator[str]:
    """Where a ledger may be made: a file, or a schema of its own on a PostgreSQL server."""
    if engine_name == "sqlite":
        yield str(path)
        return
    assert POSTGRES
    schema = f"legation_{secrets.token_hex(6)}"
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def place(engine_name: str, path: Path) -> Iterator[str]:
    with room(engine_name, path) as found:
        yield found


@pytest.fixture
def elsewhere(engine_name: str, path: Path) -> Iterator[str]:
    """Another place in the same database."""
    with room(engine_name, path.with_name("elsewhere.ledger")) as found:
        yield found


@pytest.fixture
def ledger(place: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(place, clock=clock) as opened:
        yield opened


@dataclass(frozen=True)
class Desk:
    """A view of texts of our own, read and recorded; documents are named a, b, c …."""

    view: View

    def records(self, kind: str) -> list[Record]:
        return self.view.records(kind)

    def told(self, kind: str | None = None) -> set[tuple[str, str, str]]:
        """Type, kind and field of all that does not agree."""
        return {(c.type, c.kind, c.field) for c in self.all() if kind in (None, c.kind)}

    def all(self) -> list[Conflict]:
        return [*self.view.conflicts(), *doubts(self.view, self.view.records())]

    def only(self, type_: str) -> Conflict:
        (found,) = [c for c in self.all() if c.type == type_]
        return found

    def sources(self, record: Record) -> str:
        return "".join(sorted(self.view.document(key).name for key in record.documents()))


Texts = Callable[..., Desk]


@pytest.fixture
def texts() -> Iterator[Texts]:
    """Read texts, each given as its day of publication, its publisher and its words."""
    with Ledger.open(":memory:") as ledger:

        def read(*told: tuple[str, str, str]) -> Desk:
            for name, (published, publisher, words) in zip("abcdefgh", told, strict=False):
                content = f"{publisher} {words}".encode()
                document = Document(
                    id=hashlib.sha256(content).hexdigest(),
                    name=name,
                    address=f"https://{publisher}/{name}",
                    media_type="text/plain",
                    content=content,
                    text=words,
                    parts=(Part("body", 0, len(words)),),
                    read_at=START,
                    published=When.parse(published),
                    publisher=publisher,
                    language="en",
                )
                ledger.add(document, extract(document), reader=READER)
            return Desk(ledger.view())

        yield read
