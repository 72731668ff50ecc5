from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import LedgerError
from legation.ledger import Ledger, codec
from legation.records import BOUNDS, MODALITIES, Statement
from legation.values.passage import Passage
from legation.values.when import When

DOCUMENT = "d" * 64
TEXTS = st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
WHENS = st.none() | st.sampled_from(
    ["2024", "2024-08", "2024-08-19", "202X", "2024/2026", "../2030", "2025~"]
)
PASSAGES = st.builds(lambda a, n: Passage(DOCUMENT, a, a + n), st.integers(0, 900), st.integers(0, 90))


@st.composite
def figures(draw: st.DrawFn) -> Statement:
    when, period = draw(WHENS), draw(WHENS)
    fields = {
        "subject": ("VNM", "KOR"),
        "indicator": draw(TEXTS),
        "value": draw(NUMBERS),
        "period": When.parse(period) if period else None,
        "bound": draw(st.none() | st.sampled_from(BOUNDS)),
    }
    return Statement(
        "figure",
        draw(PASSAGES),
        fields,
        modality=draw(st.sampled_from(MODALITIES)),
        date=When.parse(when) if when else None,
        says=draw(TEXTS),
        passages={"value": (draw(PASSAGES), Passage("e" * 64, 1, 2))},
        finder="figures.v1",
        confidence=draw(st.floats(0, 1)),
    )


@given(figures())
def test_statement_survives_writing_and_reading(statement: Statement) -> None:
    row = codec.statement_row(statement, reader="r", reading="x", recorded_at="now")
    assert codec.statement_of(row) == statement


@given(figures(), figures())
def test_statement_id_is_equal_only_for_equal_content(first: Statement, second: Statement) -> None:
    same = (first.quote, first.fields, first.modality, first.date, first.says) == (
        second.quote,
        second.fields,
        second.modality,
        second.date,
        second.says,
    )
    # Decimal("1.0") equals Decimal("1"), but a source that writes 1.0 is more precise.
    same = same and str(first.fields["value"]) == str(second.fields["value"])
    assert (codec.statement_id(first, "r") == codec.statement_id(second, "r")) == same


def test_statement_id_tells_readers_apart(make: Any) -> None:
    statement = make.statement("visit", {"from": "KOR", "to": ("VNM",)})
    assert codec.statement_id(statement, "r1") != codec.statement_id(statement, "r2")


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_moments_sort_as_text_as_they_do_in_time(first: datetime, second: datetime) -> None:
    assert (codec.moment_text(first) < codec.moment_text(second)) == (first < second)
    assert codec.parse_moment(codec.moment_text(first)) == first


def test_zero_is_not_taken_for_nothing(make: Any) -> None:
    statement = make.statement("figure", {"subject": ("USA",), "value": Decimal("0")})
    assert codec.encode_fields(statement) == '{"subject":["USA"],"value":"0"}'


def test_value_that_no_ledger_writes_is_refused() -> None:
    with pytest.raises(LedgerError, match="not a value that a ledger writes"):
        codec.decode_value("number", 3)


def test_passages_of_the_same_document_are_stored_as_offsets(make: Any) -> None:
    with Ledger.open(":memory:") as ledger:
        document = make.document()
        said = make.statement("visit", {"from": "KOR", "to": ("VNM",)}, document=document.id)
        ledger.add(document, [said], reader="r1")
        assert ledger.view().statements()[0].passages_of("to") == (said.quote,)
