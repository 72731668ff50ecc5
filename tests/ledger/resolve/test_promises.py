"""Commitments, figures and events."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from legation.values.when import When

PLEDGE = {"by": ("KOR",), "to": ("VNM",), "what": "raise two-way trade to 150 billion US dollars"}
FIGURE = {"subject": ("VNM", "USA"), "indicator": "goods trade", "unit": "USD", "value": Decimal("1.5e11")}
ACT = {"source": ("VNM",), "target": ("RUS",), "type": "CONSULT"}


def commitments(make: Any, second: dict[str, Any]) -> int:
    first = make.told("commitment", PLEDGE, by="a", date="2025-08-11")
    return len(make.records(first, make.told("commitment", {**PLEDGE, **second}, by="b", date="2026-02-03")))


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({}, 1),
        ({"what": "raising two-way trade to 150 billion US dollars", "deadline": When("2030")}, 1),
        ({"to": ("JPN",)}, 2),
        ({"by": ("JPN",)}, 2),
        ({"what": "train a thousand civil servants"}, 2),
    ],
)
def test_commitment_restated_at_another_meeting_is_one(make: Any, second: dict[str, Any], count: int) -> None:
    assert commitments(make, second) == count


def test_commitments_with_other_values_are_two(make: Any) -> None:
    told = [
        make.told("commitment", {**PLEDGE, "value": Decimal(v)}, by="ab"[n]) for n, v in enumerate((100, 150))
    ]
    assert len(make.records(*told)) == 2


@pytest.mark.parametrize(("second", "type_"), [("2025-08-20", "conflict"), ("2026-08-20", "update")])
def test_promise_with_another_deadline_is_a_conflict_at_once_and_an_update_later(
    make: Any, second: str, type_: str
) -> None:
    words = {**PLEDGE, "value": None}
    told = [
        make.told("commitment", {**words, "deadline": When(until)}, by="ab"[n], date=date)
        for n, (until, date) in enumerate((("2030", "2025-08-12"), ("2045", second)))
    ]
    assert [(c.type, c.field) for c in make.record(*told).conflicts] == [(type_, "deadline")]


def test_commitments_that_one_document_lists_are_two(make: Any) -> None:
    first = make.told("commitment", {**PLEDGE, "what": "remove long-standing barriers to trade in medicines"})
    second = make.told(
        "commitment", {**PLEDGE, "what": "remove long-standing barriers to trade in fruit"}, at=(60, 90)
    )
    assert len(make.records(first, second)) == 2


def figures(make: Any, *told: dict[str, Any]) -> list[Any]:
    said = [make.told("figure", {**FIGURE, **f}, by="abcdef"[n]) for n, f in enumerate(told)]
    records: list[Any] = make.records(*said)
    return records


def test_same_figure_of_two_documents_is_one(make: Any) -> None:
    year = {"period": When("2025")}
    assert len(figures(make, year, year)) == 1


def test_two_values_of_one_period_are_a_conflict_in_one_record(make: Any) -> None:
    (record,) = figures(make, {"period": When("2025")}, {"period": When("2025"), "value": Decimal("1.3e11")})
    (conflict,) = record.conflicts
    assert (conflict.type, conflict.field, len(conflict.values)) == ("conflict", "value", 2)
    assert str(record.date) == "2025"


def test_values_of_other_periods_are_records_of_one_series(make: Any) -> None:
    records = figures(make, {"period": When("2024")}, {"period": When("2025"), "value": Decimal("1.7e11")})
    assert len(records) == 2
    assert records[0].series == records[1].series is not None


def test_other_unit_or_indicator_is_another_figure(make: Any) -> None:
    year = {"period": When("2025")}
    assert len(figures(make, year, {**year, "unit": "percent"}, {**year, "indicator": "FDI stock"})) == 3


def test_undated_figure_needs_an_exact_number_and_a_telling_indicator(make: Any) -> None:
    vague = {"value": Decimal(1_000_000), "bound": "at_least"}
    bare = {"indicator": "states", "unit": "count", "value": Decimal(50)}
    assert len(figures(make, {}, {})) == 1
    assert len(figures(make, vague, vague)) == 2
    assert len(figures(make, bare, bare)) == 2


def test_two_values_of_an_indicator_of_one_word_are_two_figures(make: Any) -> None:
    states = {"indicator": "states", "unit": "count", "period": When("2022")}
    assert len(figures(make, {**states, "value": Decimal(10)}, {**states, "value": Decimal(50)})) == 2


def test_commitment_urged_is_not_one_promised(make: Any) -> None:
    promised = make.told("commitment", PLEDGE, by="a")
    urged = make.told("commitment", PLEDGE, by="b", modality="called_for")
    assert len(make.records(promised, urged)) == 2


@pytest.mark.parametrize(
    ("second", "by", "date", "count"),
    [
        ({}, "b", "2025-05-09", 1),
        ({}, "a", "2025-05-09", 2),
        ({}, "b", "2025-05-20", 2),
        ({}, "b", None, 2),
        ({"type": "ACCUSE"}, "b", "2025-05-09", 2),
    ],
)
def test_events_are_one_across_documents_on_one_day(
    make: Any, second: dict[str, Any], by: str, *, date: str | None, count: int
) -> None:
    first = make.told("event", ACT, by="a", date="2025-05-09")
    again = make.told("event", {**ACT, **second}, by=by, date=date, at=(20, 30))
    assert len(make.records(first, again)) == count
