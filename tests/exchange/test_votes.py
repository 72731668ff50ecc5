from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import pytest

from legation.cli.importing import Asked, import_tables
from legation.errors import UnknownActor, UsageError
from legation.exchange.sheets.vote_table import VoteTable, vote_table
from legation.exchange.votes import LEAST, agreement
from legation.ledger import Ledger

CALLS = "rcid,session,date,unres,short\n" + "".join(
    f'{n},80.0,2025-{n:02}-03,R/80/{n},"Motion, number {n}"\n' for n in range(1, 8)
)
VOTES = "rcid,country,country_code,vote\n" + "".join(
    f"{n}.0,{country},{code},{vote}\n"
    for country, code, cast in (
        ("Peru", "PE", "yyynaay"),
        ("Norway", "NO", "yynnya"),
        ("Chad", "TD", "n"),
    )
    for n, vote in enumerate(({"y": "yes", "n": "no", "a": "abstain"}[c] for c in cast), 1)
)


def tables(votes: str = VOTES, calls: str = CALLS) -> list[VoteTable]:
    made = (vote_table(Path(name), text.encode()) for name, text in (("v.csv", votes), ("c.csv", calls)))
    return [table for table in made if table]


def test_share_counts_the_votes_that_both_cast() -> None:
    taken = agreement(tables(), ["Peru", "NOR"])
    (one,) = taken.statements
    assert (one.fields["subject"], one.fields["value"], one.fields["unit"]) == (
        ("PER", "NOR"),
        Decimal("66.7"),
        "percent",
    )
    assert str(one.date) == "2025"
    assert taken.rows == 6


def test_figure_opens_to_its_votes() -> None:
    taken = agreement(tables(), ["PER", "NOR"])
    text, (one,) = taken.document.text, taken.statements
    words, rows = (passage.of(text) for passage in one.passages["value"])
    assert one.quote.of(text).endswith("2025: 66.7 percent (4 of 6 roll calls)")
    assert (words, one.passages["period"][0].of(text)) == ("66.7 percent", "2025")
    assert rows.splitlines()[3] == "2025-04-03 | R/80/4 | Peru: no | Norway: no | Motion, number 4"
    assert len(rows.splitlines()) == 6
    assert any("SHA-256" in note for note in taken.document.notes)


def test_too_few_votes_give_no_share() -> None:
    taken = agreement(tables(), ["PER", "TCD"])
    assert LEAST > 1
    assert taken.statements == ()
    assert "0 of 1 roll calls, too few" in taken.document.text


def test_two_states_and_both_tables_are_needed() -> None:
    with pytest.raises(UsageError, match="two states"):
        agreement(tables(), ["PER"])
    with pytest.raises(UsageError, match="roll calls"):
        agreement(tables()[:1], ["PER", "NOR"])
    with pytest.raises(UnknownActor):
        agreement(tables(), ["PER", "Atlantis"])


def test_roll_call_without_a_day_is_told() -> None:
    taken = agreement(tables(calls=CALLS.replace("2025-02-03", "soon")), ["PER", "NOR"])
    assert [(p.where, p.lost) for p in taken.problems] == [("c.csv, row 3", "row")]
    assert taken.rows == 5


def test_tables_of_votes_are_known_by_their_columns(tmp_path: Path) -> None:
    for name, text in (("a", VOTES), ("b", CALLS)):
        (tmp_path / f"{name}.csv.gz").write_bytes(gzip.compress(text.encode()))
    target = str(tmp_path / "mine.ledger")
    assert import_tables([str(tmp_path)], target, Asked(states=("PER", "NOR"))) == 0
    assert import_tables([str(tmp_path)], target, Asked(states=("PER", "NOR"))) == 0
    with Ledger.open(target) as ledger:
        assert [str(r.fields["value"]) for r in ledger.view().records("figure")] == ["66.7"]
    assert vote_table(Path("x"), b"rcid,name\n1,x\n") is None
