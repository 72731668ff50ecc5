"""One signal becomes a record when a person says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.signals.conftest import Make, acled, gdelt

from legation.errors import UsageError
from legation.exchange.signals.bring import import_files
from legation.exchange.signals.promote import Choice, promote
from legation.ledger import Ledger


@pytest.fixture
def folder(tmp_path: Path, write: Make) -> Path:
    lines = [gdelt(1, code="163"), gdelt(2, code="010"), gdelt(3, a="", name="")]
    rows = [acled(time_precision=3), acled(event_id_cnty="MLI2", time_precision=2, actor2="")]
    paths = [write("g.csv", lines), write("acled.csv", rows)]
    import_files([str(path) for path in paths], tmp_path / "s")
    return tmp_path / "s"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


def test_promoted_signal_is_a_record_with_a_judgement(folder: Path, ledger: Path) -> None:
    with Ledger.open(ledger) as held:
        made = promote(held, folder, Choice("gdelt2:1", "A. Berg", "seen in two papers"))
        (record,) = held.view().records()
        (judgement,) = held.view().judgements()
        text = held.view().text(made.document)

    assert (record.kind, record.fields["source"], record.fields["target"]) == ("event", ("VNM",), ("KOR",))
    assert (record.fields["type"], str(record.date)) == ("SANCTION", "2020-03-01")
    assert (judgement.verb, judgement.by, judgement.why) == ("accept", "A. Berg", "seen in two papers")
    assert "sha256 of the file" in text
    assert "https://news.example/a" in text


def test_promoting_again_changes_nothing(folder: Path, ledger: Path) -> None:
    with Ledger.open(ledger) as held:
        first = promote(held, folder, Choice("gdelt2:1", "A. Berg", "seen"))
        again = promote(held, folder, Choice("gdelt2:1", "B. Lind", "seen too"))

        assert (first.document, again.judgements) == (again.document, ())
        assert len(held.view().judgements()) == 1


@pytest.mark.parametrize(
    ("signal", "expected"), [("acled:MLI1", "2024-03"), ("acled:MLI2", "2024-03-12/2024-03-18")]
)
def test_day_is_told_no_finer_than_known(folder: Path, ledger: Path, signal: str, expected: str) -> None:
    with Ledger.open(ledger) as held:
        promote(held, folder, Choice(signal, "A. Berg", "seen"))

        assert [str(record.date) for record in held.view().records()] == [expected]


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (Choice("gdelt2:2", "A. Berg", "seen"), "no type of PLOVER"),
        (Choice("gdelt2:3", "A. Berg", "seen"), "nobody who acts"),
        (Choice("gdelt2:99", "A. Berg", "seen"), "no signal has the id"),
        (Choice("gdelt2:1", "A. Berg", " "), "says why"),
        (Choice("gdelt2:1", "", "seen"), "says why"),
    ],
)
def test_what_is_not_promoted_is_told(folder: Path, ledger: Path, choice: Choice, told: str) -> None:
    with Ledger.open(ledger) as held, pytest.raises(UsageError, match=told):
        promote(held, folder, choice)
