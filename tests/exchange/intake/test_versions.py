"""A spreadsheet that was changed and is imported again."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from legation.documents import LoadSettings, Source
from legation.exchange.intake.guess import Wishes, guess
from legation.exchange.intake.take import record, take
from legation.exchange.intake.versions import replaced
from legation.exchange.sheets.find import Workbook, open_tables
from legation.ledger import Ledger
from legation.ledger.record import Added

HEAD = "Leader,Host,Date,Note\n"
ROWS = (
    "Anna Berg,Kenya,2025-03-12,talks",
    "Anna Berg,Peru,2025-04-02,fisheries",
    "Lars Holm,Ghana,2025-05-09,trade",
)
WISHES = Wishes("visit", {"Leader": "visitors", "Host": "to", "Date": "date"}, {"from": "NOR"})


def bring(ledger: Ledger, path: Path, *rows: str) -> Added:
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    book = open_tables(Source(str(path)), LoadSettings())
    assert isinstance(book, Workbook)
    return record(
        ledger, take(book, [guess(s, "visits", WISHES) for s in book.sheets], settings=LoadSettings())
    )


def dates(ledger: Ledger) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for visit in ledger.view().records("visit"):
        found.setdefault(str(visit.fields["to"]), []).extend(str(v.value) for v in visit.variants["date"])
    return found


def test_changed_row_replaces_the_old_one_and_a_deleted_one_stands(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        bring(ledger, path, *ROWS)
        before = ledger.view().moment
        added = bring(ledger, path, ROWS[0], ROWS[1].replace("04-02", "06-30"))
        assert added.replaced == 1
        assert dates(ledger) == {
            "('KEN',)": ["2025-03-12"],
            "('PER',)": ["2025-06-30"],
            "('GHA',)": ["2025-05-09"],
        }
        assert not any(record.conflicts for record in ledger.view().records())
        old = [str(v.date) for v in ledger.view(before).records("visit")]
        assert sorted(old) == ["2025-03-12", "2025-04-02", "2025-05-09"]
        assert ledger.verify().problems == ()


def test_row_that_stands_keeps_what_a_person_decided(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        bring(ledger, path, *ROWS)
        kenya = next(v for v in ledger.view().records("visit") if v.fields["to"] == ("KEN",))
        ledger.judge("accept", kenya.id, by="A. Reader")
        bring(ledger, path, ROWS[0], ROWS[1].replace("fisheries", "fish"))
        assert ledger.view().record(kenya.id).accepted


def test_same_file_elsewhere_replaces_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        bring(ledger, tmp_path / "visits.csv", *ROWS)
        assert bring(ledger, tmp_path / "others.csv", ROWS[0].replace("03-12", "03-13")).replaced == 0


CELLS = st.lists(st.sampled_from("abcdef"), min_size=3, max_size=3).map(" | ".join)


@given(st.dictionaries(st.uuids().map(str), CELLS, max_size=6), st.lists(CELLS, max_size=6))
def test_only_rows_that_are_gone_are_replaced_and_each_by_one(olds: dict[str, str], news: list[str]) -> None:
    gone = {olds[key] for key in replaced(olds, news)}
    assert not gone & set(news)
    assert len(gone) <= len(set(news) - set(olds.values()))
