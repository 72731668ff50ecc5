from __future__ import annotations

import csv
import io

from legation.exchange.tables import csv_of
from legation.ledger import View
from legation.records import KINDS


def test_table_has_every_record_and_every_field(view: View) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_of(view, view.records()), newline="")))
    assert [row["id"] for row in rows] == [record.id for record in view.records()]
    visit = next(row for row in rows if row["kind"] == "visit" and row["to"] == "KEN")
    assert (visit["from"], visit["visitors"], visit["date"]) == ("NOR", "Anna Berg", "2025-03-12")
    assert visit["quote"].startswith("Foreign Minister Anna Berg")


def test_table_of_one_kind_has_its_fields_only(view: View) -> None:
    head = csv_of(view, view.records("agreement")).splitlines()[0].split(",")
    assert {"parties", "title"} <= set(head)
    assert not {field.name for field in KINDS["visit"].fields if field.name not in ("count",)} & set(head)


def test_table_of_nothing_still_has_a_heading(view: View) -> None:
    assert csv_of(view, []).startswith("id,kind,status")
