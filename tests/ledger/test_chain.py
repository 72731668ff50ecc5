"""What was recorded cannot be changed, taken out or put in without `verify` naming the entry."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert, inspect

from legation.errors import LedgerError
from legation.ledger import Ledger, copy_ledger
from legation.ledger.engine import Access, open_database
from legation.ledger.migrations import bring_forward
from legation.ledger.schema import APPEND_ONLY, METADATA

from .conftest import Clock, Make

WORDS = "Kenya and Peru signed a treaty in Lima."


def filled(ledger: Ledger, make: Make) -> None:
    """Three documents, the first read twice, one unreadable, a judgement, a further address: seven entries."""
    for number in range(3):
        document = make.document(f"{number}. {WORDS}", name=f"note-{number}")
        found = [
            make.statement("visit", {"from": "KEN", "to": ("PER",)}, document=document.id, at=(0, 5 + number))
        ]
        ledger.add(document, found, reader="first")
        if number == 0:
            ledger.add(document, found, reader="second")
    ledger.add(make.document(f"1. {WORDS}", name="note-1", address="/elsewhere.txt"), [], reader="first")
    ledger.add_unreadable(make.unreadable())
    (one, *_) = ledger.view().statements()
    ledger.judge("accept", one.id, by="Ada")


def unguarded(path: Path) -> sqlite3.Connection:
    """The file in the hands of somebody who may write it and takes the guards off."""
    connection = sqlite3.connect(path)
    for table in APPEND_ONLY:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER {table}_refuse_{verb}")
    return connection


def test_untouched_ledger_is_whole(ledger: Ledger, make: Make) -> None:
    filled(ledger, make)
    found = ledger.verify()
    assert (found.entries, found.problems) == (7, ())
    assert ledger.verify(noted=found.seal[:12]).problems == ()


def test_empty_ledger_is_whole(ledger: Ledger) -> None:
    assert ledger.verify().problems == ()


def test_adding_nothing_makes_no_entry(ledger: Ledger, make: Make) -> None:
    document = make.document()
    for _ in range(3):
        ledger.add(document, [], reader="first")
        ledger.add_unreadable(make.unreadable())
    assert ledger.verify().entries == 2


TAMPERED: dict[str, tuple[str, str]] = {
    "a field changed": ("UPDATE statements SET fields = replace(fields, 'PER', 'CHL')", "note-0"),
    "a date moved": ("UPDATE documents SET published = '2020' WHERE name = 'note-1'", "note-1"),
    "a statement taken out": ("DELETE FROM statements WHERE end = 7", "note-2"),
    "a judgement taken out": ("DELETE FROM judgements", "all that it recorded is gone"),
    "an entry taken out": ("DELETE FROM entries WHERE number = 3", "entry 3 is gone"),
    "the last entry taken out": ("DELETE FROM entries WHERE number = 7", "belongs to no entry"),
    "a digest forged": ("UPDATE entries SET digest = hex(zeroblob(32)) WHERE number = 2", "entry 2 "),
    "a seal forged": ("UPDATE entries SET seal = hex(zeroblob(32)) WHERE number = 5", "entry 5 "),
    "bytes changed": ("UPDATE contents SET content = x'00'", "the bytes of document"),
    "bytes taken out": ("DELETE FROM contents", "the bytes of document note-0 are gone"),
    "a statement put in": (
        "INSERT INTO statements SELECT 'x', document, reading, kind, start, 9999, fields, modality, date, says, "
        "passages, finder, confidence, recorded_at FROM statements LIMIT 1",
        "4 rows were recorded, 5 are there",
    ),
    "a reading put in": (
        "INSERT INTO sightings SELECT document, 'x', read_at, '2026-03-01T08:00:00.000000Z' FROM sightings LIMIT 1",
        "it was put in",
    ),
    "a moment moved": (
        "UPDATE sightings SET recorded_at = '2030' WHERE address = '/elsewhere.txt'",
        "all that it recorded is gone",
    ),
}


@pytest.mark.parametrize(("sql", "named"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_named(path: Path, make: Make, clock: Clock, sql: str, named: str) -> None:
    with Ledger.open(path, clock=clock) as ledger:
        filled(ledger, make)
    connection = unguarded(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
    with Ledger.open(path, read_only=True) as ledger:
        told = [problem.what for problem in ledger.verify().problems]
    assert any(named in one for one in told), told


def test_chain_forged_anew_is_seen_by_who_noted_a_seal(path: Path, make: Make, clock: Clock) -> None:
    with Ledger.open(path, clock=clock) as ledger:
        filled(ledger, make)
        noted = ledger.verify().seal
    path.unlink()
    with Ledger.open(path, clock=clock) as ledger:
        filled(ledger, make)
        assert ledger.verify().problems == ()
        (problem,) = ledger.verify(noted=noted).problems
    assert noted in problem.what


def test_copy_is_the_ledger(ledger: Ledger, place: str, make: Make, tmp_path: Path) -> None:
    filled(ledger, make)
    seal = copy_ledger(place, tmp_path / "copy.ledger")
    with Ledger.open(tmp_path / "copy.ledger", read_only=True) as copy:
        found = copy.verify(noted=ledger.verify().seal)
        assert (found.problems, found.seal) == ((), seal.seal if seal else None)
        assert copy.view().statements() == ledger.view().statements()
        assert copy.view().records() == ledger.view().records()


def test_copy_goes_back_and_the_ledger_goes_on(
    ledger: Ledger, place: str, elsewhere: str, make: Make, tmp_path: Path
) -> None:
    filled(ledger, make)
    seal = ledger.verify().seal
    copy_ledger(place, tmp_path / "copy.ledger")
    copy_ledger(tmp_path / "copy.ledger", elsewhere)
    with Ledger.open(elsewhere) as restored:
        assert restored.verify(noted=seal).problems == ()
        restored.add(make.document("Peru answered."), [], reader="first")
        found = restored.verify(noted=seal)
        assert (found.entries, found.problems) == (8, ())


def test_copy_never_overwrites(ledger: Ledger, place: str, make: Make, tmp_path: Path) -> None:
    filled(ledger, make)
    there = tmp_path / "there.ledger"
    there.write_text("mine")
    with pytest.raises(LedgerError, match="another path"):
        copy_ledger(place, there)
    assert there.read_text() == "mine"


def test_stopped_copy_leaves_nothing_in_the_way(
    ledger: Ledger, place: str, make: Make, tmp_path: Path
) -> None:
    filled(ledger, make)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_ledger(place, tmp_path / "copy.ledger", progress=stop)
    assert not (tmp_path / "copy.ledger").exists()
    assert copy_ledger(place, tmp_path / "copy.ledger") is not None


def test_tampering_with_a_forecast_is_named(path: Path, clock: Clock) -> None:
    with Ledger.open(path, clock=clock) as ledger:
        ledger.register("forecast", {"probability": 0.9}, by="Ada")
        ledger.register("outcome", {"outcome": "no"}, by="Ben", about="x", why="asked")
    connection = unguarded(path)
    connection.execute("""UPDATE register SET payload = '{"probability":0.1}' WHERE sort = 'forecast'""")
    connection.commit()
    connection.close()
    with Ledger.open(path, read_only=True) as ledger:
        (problem,) = ledger.verify().problems
    assert "forecast by Ada" in problem.what


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_ledger_of_an_older_version_is_brought_forward_whole(
    ledger: Ledger, place: str, elsewhere: str, make: Make, version: str
) -> None:
    filled(ledger, make)
    as_of_version(version, place, elsewhere)
    with Ledger.open(elsewhere) as brought:
        assert brought.verify() == ledger.verify()
        assert brought.view().statements() == ledger.view().statements()
        brought.register("forecast", {"probability": 0.9}, by="Ada")
        assert brought.verify().problems == ()


def as_of_version(version: str, source: str, target: str) -> None:
    """The rows of a ledger in the tables of an older version; the first one had no chain."""
    engine = create_engine(f"sqlite:///{target}" if "://" not in target else target)
    origin = open_database(source, Access(read_only=True))
    with origin.reading() as reading, engine.begin() as writing:
        bring_forward(writing, target=version)
        there = set(inspect(writing).get_table_names())
        for table in METADATA.sorted_tables:
            rows = [dict(row) for row in reading.execute(table.select()).mappings()]
            if rows and table.name in there:
                writing.execute(insert(table), rows)
    origin.close()
    engine.dispose()
