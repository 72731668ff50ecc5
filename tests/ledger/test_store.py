"""The contract of a ledger, on every database that it may stand on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from legation.errors import LedgerError
from legation.ledger import Ledger
from legation.ledger.engine import Access, open_database
from legation.ledger.schema import APPEND_ONLY, METADATA

VISIT = {"from": "KOR", "to": ("VNM",)}


def visit(make: Any, document: Any, **known: Any) -> Any:
    return make.statement("visit", VISIT, document=document.id, **known)


def test_ledger_gives_back_what_was_added(ledger: Ledger, make: Any) -> None:
    document = make.document(title="A visit", notes=("metadata contradicts the text",), pages=(0, 20))
    said = make.statement(
        "figure",
        {"subject": ("VNM",), "indicator": "goods trade", "value": Decimal("0"), "unit": "USD"},
        document=document.id,
        date="2025",
    )
    added = ledger.add(document, [said], reader="r1")
    view = ledger.view()
    stored = view.document("note")
    assert (added.outcome, added.statements) == ("new", 1)
    assert (stored.title, stored.notes, stored.pages) == (document.title, document.notes, document.pages)
    assert (view.text(document.id), view.content(document.id)) == (document.text, document.content)
    assert [s.statement for s in view.statements()] == [said]


def test_ledger_leaves_bytes_read_by_the_same_reader_as_they_are(ledger: Ledger, make: Any) -> None:
    document = make.document()
    ledger.add(document, [visit(make, document)], reader="r1")
    before = ledger.view()
    again = ledger.add(document, [visit(make, document, at=(6, 9))], reader="r1")
    assert (again.outcome, again.statements) == ("unchanged", 1)
    assert ledger.view().statements() == before.statements()
    assert ledger.has(document.id, "r1")
    assert not ledger.has(document.id, "r2")


def test_ledger_retracts_what_an_earlier_reader_found(ledger: Ledger, make: Any) -> None:
    document = make.document()
    ledger.add(document, [visit(make, document)], reader="r1")
    moment = ledger.view().statements()[0].recorded_at
    added = ledger.add(document, [visit(make, document, date="2025-08")], reader="r2")
    assert added.outcome == "reread"
    assert [s.reader for s in ledger.view().statements()] == ["r2"]
    assert [s.reader for s in ledger.view(moment).statements()] == ["r1"]


def test_ledger_keeps_the_later_reader_when_an_earlier_one_comes_back(ledger: Ledger, make: Any) -> None:
    document = make.document()
    for reader in ("r1", "r2", "r1"):
        ledger.add(document, [visit(make, document)], reader=reader)
    assert [s.reader for s in ledger.view().statements()] == ["r2"]


def test_ledger_keeps_the_text_that_older_passages_point_into(ledger: Ledger, make: Any) -> None:
    first = make.document()
    later = make.document(text="Menu. " + first.text)
    ledger.add(first, [visit(make, first)], reader="r1")
    moment = ledger.view().documents()[0].recorded_at
    ledger.add(later, [visit(make, later, at=(6, 11))], reader="r2")
    assert ledger.view(moment + timedelta(seconds=1)).text(first.id) == first.text
    assert ledger.view().text(first.id) == later.text


def test_ledger_counts_a_statement_given_twice_once(ledger: Ledger, make: Any) -> None:
    document = make.document()
    assert ledger.add(document, [visit(make, document)] * 2, reader="r1").statements == 1


def test_ledger_refuses_a_statement_of_another_document(ledger: Ledger, make: Any) -> None:
    document = make.document()
    with pytest.raises(LedgerError, match="does not lie in note"):
        ledger.add(document, [make.statement("visit", VISIT)], reader="r1")
    assert ledger.view().documents() == []


def test_ledger_records_an_unreadable_document_with_its_reason(ledger: Ledger, make: Any) -> None:
    outcomes = [ledger.add_unreadable(make.unreadable()).outcome for _ in range(2)]
    (entry,) = ledger.view().documents(status="unreadable")
    assert outcomes == ["new", "unchanged"]
    assert (entry.reason, entry.message) == ("no_text", make.unreadable().message)


def test_ledger_shows_an_address_as_readable_once_it_was_read(ledger: Ledger, make: Any) -> None:
    ledger.add_unreadable(make.unreadable())
    moment = ledger.view().documents()[0].recorded_at
    ledger.add(make.document(address="/notes/scan.pdf"), [], reader="r1")
    assert [d.status for d in ledger.view().documents()] == ["readable"]
    assert [d.status for d in ledger.view(moment).documents()] == ["unreadable"]


def test_ledger_gives_every_entry_a_later_moment_when_the_clock_jumps_back(
    ledger: Ledger, make: Any, clock: Any
) -> None:
    first, second = make.document("One thing."), make.document("Another thing.")
    ledger.add(first, [], reader="r1")
    clock.now -= timedelta(days=400)
    ledger.add(second, [], reader="r1")
    moments = {d.id: d.recorded_at for d in ledger.view().documents()}
    assert moments[first.id] < moments[second.id]


def test_view_stands_still_while_the_ledger_grows(ledger: Ledger, make: Any) -> None:
    before = ledger.view()
    ledger.add(make.document(), [], reader="r1")
    assert before.documents() == []
    assert len(ledger.view().documents()) == 1


def test_view_refuses_a_moment_without_a_time_zone(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no time zone"):
        ledger.view(datetime(2026, 1, 1))  # noqa: DTZ001


def test_view_before_the_first_entry_is_empty(ledger: Ledger, make: Any) -> None:
    ledger.add(make.document(), [], reader="r1")
    assert ledger.view(datetime(2020, 1, 1, tzinfo=UTC)).documents() == []


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}"])
def test_ledger_refuses_to_change_or_delete(ledger: Ledger, make: Any, change: str, table: str) -> None:
    document = make.document()
    for reader in ("r1", "r2"):
        ledger.add(document, [visit(make, document)], reader=reader)
    ledger.judge("accept", ledger.view().statements()[0].id, by="an officer")
    ledger.register("forecast", {"probability": 0.5}, by="an officer")
    column = METADATA.tables[table].columns.values()[0].name
    sql = text(change.format(table=table, column=column))
    with pytest.raises(LedgerError, match="only appends"), ledger._database.writing() as connection:
        connection.execute(sql)


def test_ledger_takes_the_same_documents_from_several_writers_once(place: str, make: Any) -> None:
    documents = [make.document(f"Document {n} tells of a visit.") for n in range(12)]

    def add_all(_: int) -> None:
        with Ledger.open(place) as ledger:
            for document in documents:
                ledger.add(document, [visit(make, document)], reader="r1")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add_all, range(4)))
    with Ledger.open(place) as ledger:
        assert len(ledger.view().documents()) == len(ledger.view().statements()) == len(documents)


def test_database_that_is_ready_opens_read_only(place: str, make: Any) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(make.document(), [], reader="r1")
    database = open_database(place, Access(read_only=True))
    with pytest.raises(LedgerError, match="opened read-only"), database.writing():
        pass
    database.engine.dispose()
