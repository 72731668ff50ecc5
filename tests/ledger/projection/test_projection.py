"""Laws of the projection: whatever the order and the batches, it says what resolving all entries says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from legation.documents.document import Document, Part
from legation.ledger import Ledger, View
from legation.ledger.projection import current, tables
from legation.ledger.projection.asking import Serves, serves
from legation.ledger.record import Record
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

PHASES = (Phase.explicit, Phase.generate)
DATES = [None, "2025", "2025-03", "2025-03-24", "2025-03-26", "2025-03-24/2025-03-27", "2025-04-01"]
SAID: Sequence[tuple[str, dict[str, Any]]] = (
    ("visit", {"visitors": ("Lee Jae Myung",), "from": "KOR", "to": ("VNM",)}),
    ("visit", {"visitors": ("Lee",), "from": "KOR", "to": ("VNM", "JPN")}),
    ("visit", {"from": "KOR", "to": ("VNM",), "rank": "minister"}),
    ("contact", {"participants": ("KOR", "VNM"), "persons": ("Lee Jae Myung", "To Lam")}),
    ("contact", {"participants": ("KOR", "VNM"), "persons": ("Lee", "To Lam")}),
    ("agreement", {"parties": ("KOR", "VNM"), "title": "Agreement on rare earth mining", "action": "signed"}),
    ("agreement", {"parties": ("KOR", "VNM"), "title": "rare earth mining deal", "action": "in_force"}),
    ("relation", {"parties": ("KOR", "VNM"), "tier": "strategic_partnership", "action": "upgraded"}),
    ("relation", {"parties": ("KOR", "VNM"), "tier": "strategic_partnership", "action": "described"}),
    ("relation", {"parties": ("KOR", "VNM"), "tier": "a new level of trust", "action": "upgraded"}),
    ("commitment", {"by": ("KOR",), "what": "train a hundred judges", "value": Decimal(100)}),
    ("commitment", {"by": ("KOR",), "what": "train a hundred judges and clerks"}),
    ("figure", {"subject": ("VNM",), "indicator": "rice exports", "value": Decimal(8), "unit": "tonne"}),
    (
        "figure",
        {
            "subject": ("VNM",),
            "indicator": "exports of rice",
            "value": Decimal("8.02"),
            "unit": "tonne",
            "period": When("2025"),
        },
    ),
    ("membership", {"actor": "VNM", "body": "ASEAN", "action": "member"}),
    ("membership", {"actor": "VNM", "body": "ASEAN", "action": "joined"}),
    ("appointment", {"person": "Lee", "office": "President", "of": "KOR", "action": "holds"}),
    ("appointment", {"person": "Lee Jae Myung", "office": "President", "of": "KOR", "action": "elected"}),
    ("policy", {"by": ("VNM",), "title": "Resolution 57 on science", "action": "adopted"}),
    ("event", {"source": ("KOR",), "target": ("VNM",), "type": "CONSULT"}),
)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def document(name: str) -> Document:
    words = f"Note {name}. " * 20
    content = words.encode()
    parts = (Part("body", 0, len(words)),)
    home = Document("0" * 64, name, f"/{name}", "text/plain", content, words, parts, Clock()())
    return replace(home, id=(name.encode().hex() * 64)[:64])


@st.composite
def told(draw: st.DrawFn) -> tuple[str, Statement]:
    """A statement, and the name of its document."""
    name, place = draw(st.sampled_from("abcd")), draw(st.integers(0, 9))
    kind, fields = draw(st.sampled_from(SAID))
    date, modality = draw(st.sampled_from(DATES)), draw(st.sampled_from(["actual", "actual", "planned"]))
    quote = Passage(document(name).id, place * 10, place * 10 + 10)
    return name, Statement(kind, quote, fields, modality=modality, date=When(date) if date else None)


TOLD = st.lists(told(), min_size=1, max_size=14)
VERBS = ["merge", "merge", "split", "reject", "correct", "accept", "undo", "actor_merge"]
DECIDED = st.tuples(st.sampled_from(VERBS), st.integers(0, 99), st.integers(0, 99))


def add(ledger: Ledger, found: Iterable[tuple[str, Statement]], *, reader: str) -> None:
    by_name: dict[str, list[Statement]] = {}
    for name, statement in found:
        by_name.setdefault(name, []).append(statement)
    for name, statements in by_name.items():
        ledger.add(document(name), statements, reader=reader)


def decide(ledger: Ledger, verb: str, first: int, second: int) -> None:
    known, judged = ledger.view().statements(), ledger.view().judgements()
    if verb == "undo" and judged:
        ledger.judge("undo", judged[first % len(judged)].id, by="A")
    elif verb == "actor_merge":
        ledger.judge("actor_merge", "", by="A", payload={"actor": "KOR", "into": "JPN"})
    elif verb in ("merge", "split") and known:
        other = known[second % len(known)].id
        ledger.judge(verb, known[first % len(known)].id, by="A", payload={"with": [other]})  # type: ignore[arg-type]
    elif verb == "correct" and known:
        payload = {"field": "date", "value": When(DATES[second % 6 + 1] or "2025")}
        ledger.judge("correct", known[first % len(known)].id, by="A", payload=payload)
    elif verb in ("reject", "accept") and known:
        ledger.judge(verb, known[first % len(known)].id, by="A")  # type: ignore[arg-type]


def record(ledger: Ledger, what: Any, number: int) -> None:
    """Record statements, by a reader of their own, or a decision."""
    if isinstance(what, list):
        add(ledger, what, reader=f"r{number}")
    else:
        decide(ledger, *what)


def bring_forward(ledger: Ledger, *, entries: int, components: int) -> None:
    done = False
    while not done:
        with ledger._database.deriving() as connection:
            done = current.step(connection, entries=entries, components=components)


def by_entries(view: View) -> tuple[list[Record], list[object]]:
    """Records and conflicts, resolved in memory."""
    whole = view._sight.whole
    return list(whole.records), [*(c for r in whole.records for c in r.conflicts), *whole.conflicts]


def check(ledger: Ledger) -> None:
    if not ledger.view().documents():
        return
    view = ledger.view()
    records, conflicts = by_entries(view)
    with ledger._database.reading() as connection:
        assert serves(connection, view._moment) is Serves.RECORDS
    assert view.records() == records
    assert sorted(map(repr, view.conflicts())) == sorted(map(repr, conflicts))
    for actor in ("KOR", "JPN"):
        meant = view.naming.of(actor)
        assert view.records(with_=actor) == [r for r in records if meant in r.actors()]
    for record in records:
        assert all(view.record(s.id) == record for s in record.statements)


HISTORY = st.lists(st.one_of(TOLD, DECIDED), min_size=2, max_size=6)


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(HISTORY, st.integers(1, 3), st.integers(1, 3))
def test_projection_brought_forward_step_by_step_says_what_the_entries_say(
    history: Any, entries: int, components: int
) -> None:
    with Ledger.open(":memory:", clock=Clock()) as ledger:
        for number, each in enumerate(history):
            record(ledger, each, number)
            bring_forward(ledger, entries=entries, components=components)
        check(ledger)


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(HISTORY)
def test_projection_made_at_once_says_what_the_entries_say(history: Any) -> None:
    with Ledger.open(":memory:", clock=Clock()) as ledger:
        for number, each in enumerate(history):
            record(ledger, each, number)
        with ledger._database.deriving() as connection:
            tables.drop(connection)
        ledger.view().records()
        check(ledger)


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(TOLD, TOLD)
def test_view_that_was_overtaken_still_says_what_it_said(first: Any, second: Any) -> None:
    second = [
        (name.upper(), replace(s, quote=replace(s.quote, document=document(name.upper()).id)))
        for name, s in second
    ]
    with Ledger.open(":memory:", clock=Clock()) as ledger:
        add(ledger, first, reader="r1")
        view = ledger.view()
        records, _ = by_entries(ledger.view())
        add(ledger, second, reader="r1")
        ledger.view().records()
        with ledger._database.reading() as connection:
            assert serves(connection, view._moment) is not Serves.NOTHING
        for actor in ("KOR", "JPN", "VNM"):
            assert view.records(with_=actor) == [r for r in records if actor in r.actors()]
        for record in records:
            assert view.record(record.id) == record
