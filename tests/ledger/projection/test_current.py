"""The projection beside its ledger: made when asked for, dropped, killed, left alone by chain and copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from legation.ledger import Ledger
from legation.ledger.copying import copy_ledger
from legation.ledger.projection import current, tables
from legation.ledger.projection.asking import Serves, serves
from legation.ledger.record import Page


def fill(ledger: Ledger, make: Any, number: int, *, start: int = 0) -> None:
    """Documents that each tell of a visit on a day of its own."""
    for each in range(start, start + number):
        document = make.document(f"Report {each} of a visit to Hanoi.", name=f"report-{each}")
        fields = {"visitors": (f"Person{each} Kim",), "from": "KOR", "to": ("VNM",)}
        told = make.statement(
            "visit", fields, document=document.id, date=f"2025-{each % 12 + 1:02}-0{each // 12 + 1}"
        )
        ledger.add(document, [told], reader="r1")


def step_and_stop(ledger: Ledger) -> None:
    with ledger._database.deriving() as connection:
        current.step(connection)
        raise KeyboardInterrupt


def served(ledger: Ledger) -> Serves:
    view = ledger.view()
    with ledger._database.reading() as connection:
        return serves(connection, view._moment)


def test_projection_is_made_when_a_view_is_asked(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 3)
    assert served(ledger) is Serves.NOTHING
    assert len(ledger.view().records()) == 3
    assert served(ledger) is Serves.RECORDS


def test_projection_that_was_dropped_is_made_anew(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 3)
    before = ledger.view().records()
    with ledger._database.deriving() as connection:
        tables.drop(connection)
    assert ledger.view().records() == before
    assert served(ledger) is Serves.RECORDS


def test_projection_of_another_make_is_made_anew(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 2)
    before = ledger.view().records()
    with ledger._database.deriving() as connection:
        connection.execute(text("UPDATE projection_state SET make = 'of old'"))
        connection.execute(text("DELETE FROM projection_records"))
    assert ledger.view().records() == before


def test_projection_that_was_stopped_half_way_is_caught_up(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 5)
    with ledger._database.deriving() as connection:
        assert not current.step(connection, entries=2)
    assert served(ledger) is Serves.NOTHING
    assert len(ledger.view().records()) == 5


def test_step_that_is_killed_leaves_nothing_behind(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 5)
    with pytest.raises(KeyboardInterrupt):
        step_and_stop(ledger)
    assert served(ledger) is Serves.NOTHING
    assert len(ledger.view().records()) == 5


def test_check_and_copies_know_nothing_of_it(place: str, elsewhere: str, make: Any) -> None:
    with Ledger.open(place) as ledger:
        fill(ledger, make, 3)
        records = ledger.view().records()
        assert ledger.verify().problems == ()
    copy_ledger(place, elsewhere)
    with Ledger.open(elsewhere) as copy:
        assert served(copy) is Serves.NOTHING
        assert copy.view().records() == records


def test_ledger_opened_read_only_brings_it_forward_where_the_file_may_be_written(
    path: Path, make: Any
) -> None:
    with Ledger.open(path) as ledger:
        fill(ledger, make, 3)
    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.view().records()) == 3
        assert served(ledger) is Serves.RECORDS


def test_records_come_in_parts(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 7)
    view = ledger.view()
    every = view.records(with_="KOR")
    assert view.records(with_="KOR", page=Page(3, skip=2)) == every[2:5]
    assert view.records("visit", page=Page(2, newest_first=True)) == every[:-3:-1]
    assert view.count(with_=["KOR", "VNM"]) == {"visit": 7}
    assert view.count("contact") == {}


def test_view_that_was_overtaken_stands_still(ledger: Ledger, make: Any) -> None:
    fill(ledger, make, 2)
    view = ledger.view()
    before = view.records(with_="KOR")
    fill(ledger, make, 2, start=2)
    assert len(ledger.view().records(with_="KOR")) == 4
    assert view.records(with_="KOR") == before
    assert view.count() == {"visit": 2}
