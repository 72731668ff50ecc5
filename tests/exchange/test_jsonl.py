from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal

from legation.documents.document import Document
from legation.exchange.jsonl import to_row
from legation.records import KINDS, Statement
from legation.values.passage import Passage
from legation.values.when import When

WORDS = "Trade with Korea reached 86.7 billion dollars in 2024."
ID = hashlib.sha256(WORDS.encode()).hexdigest()
NOTE = Document(
    ID, "note", "/note.txt", "text/plain", WORDS.encode(), WORDS, (), datetime(2026, 1, 1, tzinfo=UTC)
)
TRADE = Statement(
    "figure",
    Passage(ID, 0, 54),
    {"subject": ("VNM", "KOR"), "value": Decimal("8.67e10"), "unit": "USD", "period": When("2024")},
    date=When("2024"),
    passages={"value": (Passage(ID, 25, 45),)},
    finder="figures.v1",
    confidence=0.87654,
)


def test_row_has_the_fields_of_the_guide_and_what_supports_them() -> None:
    row = to_row(NOTE, TRADE)
    common = ["doc", "kind", "quote", "modality", "date"]
    own = [field.name for field in KINDS["figure"].fields]
    assert list(row) == [*common, *own, "says", "confidence", "finder", "passages"]


def test_row_is_json_with_plain_numbers_dates_and_lists() -> None:
    row = json.loads(json.dumps(to_row(NOTE, TRADE)))
    assert (row["doc"], row["quote"], row["date"], row["period"]) == ("note", WORDS, "2024", "2024")
    assert (row["subject"], row["value"], row["bound"]) == (["VNM", "KOR"], 86_700_000_000, None)
    assert row["passages"] == {"quote": [0, 54], "value": [[25, 45]]}


def test_row_keeps_fractions() -> None:
    share = Statement("figure", Passage(ID, 0, 5), {"value": Decimal("39.5"), "unit": "percent"})
    assert to_row(NOTE, share)["value"] == 39.5
