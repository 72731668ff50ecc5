from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from legation.exchange.intake.dates import day_order_of, when_in
from legation.exchange.intake.numbers import Style, number_in, style_of
from legation.exchange.intake.parties import Surroundings, actor_in, actors_in, people_in
from legation.exchange.intake.words import label_of
from legation.exchange.sheets.sheet import Cell
from legation.values.dates import DayOrder

DATES = [
    ("2025-03-12", "2025-03-12"),
    ("2025-03-12T00:00:00", "2025-03-12"),
    ("12 March 2025", "2025-03-12"),
    ("March 12, 2025", "2025-03-12"),
    ("12-Mar-2025", "2025-03-12"),
    ("Mar 2025", "2025-03"),
    ("25/04/2025", "2025-04-25"),
    ("4/25/2025", "2025-04-25"),
    ("12.3.2025", "2025-03-12"),
    ("2025/3/12", "2025-03-12"),
    ("3/2025", "2025-03"),
    ("2025", "2025"),
    ("12–14 March 2025", "2025-03-12/2025-03-14"),
    ("12-14/3/2025", "2025-03-12/2025-03-14"),
    ("28/2 - 3/3/2025", "2025-02-28/2025-03-03"),
    ("12/03/2025 – 14/03/2025", "2025-03-12/2025-03-14"),
    ("2023-present", "2023/.."),
    ("since 2024", "2024/.."),
    ("Q2 2027", "2027-04/2027-06"),
    ("quý II/2027", "2027-04/2027-06"),
    ("ngày 12 tháng 3 năm 2025", "2025-03-12"),
    ("12 mars 2025", "2025-03-12"),
    ("12 de marzo de 2025", "2025-03-12"),
    ("12. März 2025", "2025-03-12"),
    ("3 de enero de 2026", "2026-01-03"),
    ("end of 2026", "2026"),
    ("13-Nov-24", "2024-11-13"),
    ("Nov-24", "2024-11"),
    ("12/3/25", "2025-03-12"),
    ("Wednesday, 12 March 2025", "2025-03-12"),
]


@pytest.mark.parametrize(("text", "when"), DATES)
def test_dates_in_many_forms(text: str, when: str) -> None:
    found = when_in(Cell(text), DayOrder.DAY_FIRST)
    assert (str(found.value), found.problem) == (when, None)


def test_order_of_day_and_month_is_the_columns() -> None:
    assert day_order_of(["3/4/2025", "25/4/2025"]) is DayOrder.DAY_FIRST
    assert day_order_of(["3/4/2025", "4/25/2025"]) is DayOrder.MONTH_FIRST
    assert day_order_of(["25/4/2025", "4/25/2025"]) is DayOrder.UNKNOWN
    assert str(when_in(Cell("3/4/2025"), DayOrder.MONTH_FIRST).value) == "2025-03-04"


def test_date_that_may_be_two_is_told_and_no_finer_than_both() -> None:
    found = when_in(Cell("3/4/2025"), DayOrder.UNKNOWN)
    assert str(found.value) == "2025"
    assert "3 April 2025 or 4 March 2025" in str(found.problem)


@pytest.mark.parametrize(
    "text", ["31/02/2025", "soon", "week of 3 March 2025", "14/3/2025 - 12/3/2025", "3 or 4 May"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    found = when_in(Cell(text), DayOrder.DAY_FIRST)
    assert found.value is None
    assert found.problem


NUMBERS = [
    ("1,234.5", Style(), "1234.5", None),
    ("1.234,5", Style(comma=True), "1234.5", None),
    ("1,234", Style(), "1234", None),
    ("1.234", Style(comma=True), "1234", None),
    ("12 500", Style(), "12500", None),
    ("-7", Style(), "-7", None),
    ("25%", Style(), "25", "percent"),
    ("USD 12.4 billion", Style(), "12400000000", "USD"),
    ("12.5", Style(unit="USD million"), "12500000", "USD"),
    ("12.5", Style(unit="Mio. EUR"), "12500000", "EUR"),
    ("3", Style(unit="nghìn tỷ VND"), "3000000000000", "VND"),
    ("3", Style(unit="bushels"), "3", None),
]


@pytest.mark.parametrize(("text", "style", "value", "unit"), NUMBERS)
def test_numbers_with_units(text: str, style: Style, value: str, unit: str | None) -> None:
    found = number_in(text, style)
    assert found.value == Decimal(value)
    assert found.also.get("unit") == unit


def test_number_of_a_column_that_writes_both_ways_is_told() -> None:
    style = style_of("Value", ["1.5", "2,5", "1,234"])
    assert style.comma is None
    assert number_in("1,234", style).problem
    assert number_in("1,234.5", style).value == Decimal("1234.5")


def test_bound_of_a_number_is_kept() -> None:
    assert number_in("over USD 5 billion", Style()).also == {"unit": "USD", "bound": "over"}


ACTORS = [
    ("Peru", ("PER",)),
    ("Hoa Kỳ", ("USA",)),
    ("Korea, Republic of", ("KOR",)),
    ("Peru; Ghana", ("PER", "GHA")),
    ("Peru, Ghana and Chad", ("PER", "GHA", "TCD")),
    ("Việt Nam – Lào", ("VNM", "LAO")),
    ("Peru\nGhana", ("PER", "GHA")),
    ("Trinidad and Tobago", ("TTO",)),
    ("Siam (Thailand)", ("THA",)),
]


@pytest.mark.parametrize(("text", "ids"), ACTORS)
def test_actors_by_the_register(text: str, ids: tuple[str, ...]) -> None:
    found = actors_in(text, Surroundings())
    assert (found.value, found.problem, found.remark) == (ids, None, None)


def test_unknown_actor_is_kept_and_told() -> None:
    typo, firm = actors_in("Veitnam", Surroundings()), actors_in("Qwzx Holding", Surroundings())
    assert (typo.value, firm.value) == (("Veitnam",), ("Qwzx Holding",))
    assert "Vietnam" in str(typo.problem)
    assert firm.problem is None
    assert "kept" in str(firm.remark)


def test_one_actor_is_one() -> None:
    assert actor_in("Peru", Surroundings(on=date(2025, 3, 12))).value == "PER"
    assert "2 actors" in str(actor_in("Peru; Ghana", Surroundings()).problem)


PEOPLE = [
    ("Tô Lâm", ("To Lam",), None),
    ("Prime Minister Anna Berg", ("Anna Berg",), "head_of_government"),
    ("Thủ tướng Lê Văn An", ("Le Van An",), "head_of_government"),
    ("Anna Berg, Foreign Minister", ("Anna Berg",), "foreign_minister"),
    ("Anna Berg; Kofi Mensah", ("Anna Berg", "Kofi Mensah"), None),
    ("Anna Berg and Kofi Mensah", ("Anna Berg", "Kofi Mensah"), None),
    ("Foreign Minister", (), "foreign_minister"),
]


@pytest.mark.parametrize(("text", "people", "rank"), PEOPLE)
def test_people_without_titles(text: str, people: tuple[str, ...], rank: str | None) -> None:
    found = people_in(text)
    assert found.value == people
    assert found.also.get("rank") == rank


def test_labels_by_many_wordings() -> None:
    assert label_of("đã hủy", "visit", "modality") == "denied"
    assert label_of("En vigueur", "agreement", "action") == "in_force"
    assert (
        label_of("Comprehensive strategic partnership", "relation", "tier")
        == "comprehensive_strategic_partnership"
    )
    assert label_of("soup", "agreement", "action") is None
