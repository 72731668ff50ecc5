from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from legation.ledger.telling import actor_name, line_of, plain, words_of
from legation.records import KINDS
from legation.values.when import When

LINES: list[tuple[str, dict[str, Any], str]] = [
    ("visit", {"visitors": ("Lee",), "from": "KOR", "to": ("FRA", "DEU")}, "Lee (South Korea) to France, Germany"),
    ("visit", {"from": "KOR", "to": ("FRA",), "count": Decimal(3)}, "3 visits: South Korea to France"),
    ("contact", {"participants": ("KOR", "FRA"), "mode": "call"}, "call: South Korea – France"),
    ("agreement", {"parties": ("KOR", "FRA"), "title": "air pact"}, "South Korea – France: air pact"),
    ("relation", {"parties": ("KOR", "FRA"), "tier": "strategic_partnership"}, "South Korea – France: strategic partnership"),
    ("commitment", {"by": ("KOR",), "to": ("FRA",), "what": "buy wine"}, "South Korea to France: buy wine"),
    (
        "figure",
        {"subject": ("KOR",), "indicator": "trade", "value": Decimal("5e9"), "unit": "USD", "bound": "over"},
        "South Korea: trade, over US$5 billion",
    ),
    ("figure", {"subject": ("KOR",), "indicator": "ties"}, "South Korea: ties"),
    ("figure", {"subject": ("KOR",), "indicator": "rice", "value": Decimal(5), "unit": "kg net"}, "South Korea: rice, 5 kg net"),
    ("membership", {"actor": "KOR", "body": "NATO", "role": "partner"}, "South Korea: partner, NATO"),
    ("appointment", {"person": "Ana Diaz", "office": "President", "of": "FRA"}, "Ana Diaz: President of France"),
    ("policy", {"by": ("KOR",), "title": "a plan"}, "South Korea: a plan"),
    ("event", {"source": ("KOR",), "target": ("FRA",), "type": "AID"}, "South Korea: aid, France"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "line"), LINES)
def test_line_tells_a_record_of_each_kind(make: Any, kind: str, fields: dict[str, Any], line: str) -> None:
    assert line_of(make.record(make.told(kind, fields))) == line


@pytest.mark.parametrize("kind", KINDS)
def test_line_of_a_record_that_says_nothing_is_its_kind(make: Any, kind: str) -> None:
    assert line_of(make.record(make.told(kind, {}))) == kind


def test_values_read_in_words_and_stay_plain_for_programs() -> None:
    assert actor_name("No Such Firm") == "No Such Firm"
    assert words_of("strategic_partnership", "label") == "strategic partnership"
    assert words_of("ASEAN", "text") == "ASEAN"
    assert words_of(("FRA", "DEU"), "actors") == "France, Germany"
    assert (words_of(()), words_of(None)) == ("—", "—")
    assert (plain(Decimal("2.50")), plain(Decimal("2E+3")), plain(("a",))) == (2.5, 2000, ["a"])
    assert plain(When.parse("2025-08")) == "2025-08"
