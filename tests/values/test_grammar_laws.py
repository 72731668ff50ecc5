"""Laws of the two grammars: no text breaks them, their offsets hold, and what they write they read."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.values.amounts import find_quantities
from legation.values.dates import DayOrder, date_spans, find_dates
from legation.values.quantity import Quantity
from legation.values.when import MONTHS, When

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2149, 12, 31))
FRENCH = (
    (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"  # in calendar order
    ).split()
)
PIECES = st.sampled_from(
    """2024 2026-2030 19 August May march 10 - – to from and between , . 46% $5 billion six out of seven the last
    next year month week Thursday two years ago first half Q1 ngày tháng 8 năm 2025 12/8/2025 le août tens of
    billions dollars third largest partner Resolution 57-NQ early mid by end Feb 30 31 12:30 ( ) | US$ per cent
    """.split()
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3), max_size=14).map(" ".join)
REFERENCES = st.none() | DAYS.map(When.from_date) | DAYS.map(lambda day: When.month(day.year, day.month))

PATTERNS: list[Callable[[date], str]] = [
    lambda d: f"on {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"on {MONTHS[d.month - 1]} {d.day}, {d.year},",
    lambda d: f"on {MONTHS[d.month - 1][:3]}. {d.day}, {d.year}.",
    lambda d: f"On {d:%A}, {d.day:02} {MONTHS[d.month - 1]} {d.year},",
    lambda d: f"{d:%a}, {d.day} {d:%b} {d.year} 10:00:00",
    lambda d: f"as of {d.isoformat()}:",
    lambda d: f"({d.day}.{d.month}.{d.year})",
    lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    lambda d: f"le {d.day} {FRENCH[d.month - 1]} {d.year}",
]


@given(TEXTS, REFERENCES, st.sampled_from(DayOrder))
def test_dates_hold_their_offsets_in_any_text(text: str, reference: When | None, order: DayOrder) -> None:
    done = 0
    for mention in find_dates(text, reference=reference, day_order=order):
        assert done <= mention.start < mention.end <= len(text)
        assert When.parse(str(mention.when)) == mention.when
        done = mention.end


@given(TEXTS)
def test_dates_without_a_reference_are_among_those_with_one(text: str) -> None:
    alone = {(mention.start, mention.end) for mention in find_dates(text)}
    with_reference = {(m.start, m.end) for m in find_dates(text, reference=When("2025-08-05"))}
    assert alone <= with_reference


@given(TEXTS)
def test_quantities_hold_their_offsets_in_any_text(text: str) -> None:
    done = 0
    for mention in find_quantities(text):
        assert done <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        done = mention.end


@given(st.sampled_from(PATTERNS), DAYS)
def test_dates_read_every_pattern_exactly(pattern: Callable[[date], str], day: date) -> None:
    assert [mention.when for mention in find_dates(pattern(day))] == [When.from_date(day)]


@given(DAYS)
def test_dates_read_months_and_years_no_finer_than_written(day: date) -> None:
    month, year = When.month(day.year, day.month), When.year(day.year)
    assert [m.when for m in find_dates(f"in {MONTHS[day.month - 1]} {day.year}")] == [month]
    assert [m.when for m in find_dates(f"in {day.year}")] == [year]
    assert [m.when for m in find_dates(f"tháng {day.month}/{day.year}")] == [month]


@given(DAYS, st.booleans())
def test_dates_in_numbers_mean_the_day_or_keep_it_among_the_readings(day: date, day_first: bool) -> None:  # noqa: FBT001
    text = f"{day.day}/{day.month}/{day.year}" if day_first else f"{day.month}/{day.day}/{day.year}"
    order = DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
    assert [m.when for m in find_dates(text, day_order=order)] == [When.from_date(day)]
    (mention,) = find_dates(text)
    assert When.from_date(day) in (mention.alternatives or (mention.when,))
    assert When.from_date(day).refines(mention.when)


@given(DAYS, DAYS)
def test_dates_read_the_words_of_an_interval(one: date, other: date) -> None:
    first, last = sorted((one, other))
    text = f"from {first.day} {MONTHS[first.month - 1]} {first.year} to {When.from_date(last).words()}"
    assert [m.when for m in find_dates(text)] == [When.between(When.from_date(first), When.from_date(last))]


@given(DAYS, st.integers(min_value=-180, max_value=180))
def test_dates_without_a_year_come_nearest_to_the_reference(day: date, days: int) -> None:
    reference = When.from_date(date.fromordinal(day.toordinal() + days))
    if (day.month, day.day) != (2, 29):
        (mention,) = find_dates(f"on {MONTHS[day.month - 1]} {day.day}", reference=reference)
        assert mention.when == When.from_date(day)
        assert mention.relative


def test_dates_in_quantities_are_left_out() -> None:
    text = "On 10 August 2025 and in 2026"
    assert len(date_spans(text)) == 2
    assert find_quantities(text) == []


NUMBERS = st.integers(min_value=2, max_value=10**7) | st.decimals(
    min_value=Decimal("0.01"), max_value=10**6, places=2, allow_nan=False
)


@given(NUMBERS)
def test_quantities_read_what_they_write(number: int | Decimal) -> None:
    for unit in ("percent", "USD", "EUR", "VND", "tonne"):
        quantity = Quantity(Decimal(number), unit)
        (mention,) = find_quantities(f"It came to {quantity.words()} in all")
        assert mention.quantity == quantity


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["million", "billion", "trillion"]))
def test_quantities_scale_exactly(number: int, scale: str) -> None:
    power = {"million": 6, "billion": 9, "trillion": 12}[scale]
    (mention,) = find_quantities(f"worth over ${number}.07 {scale}.")
    assert mention.quantity == Quantity(Decimal(f"{number}.07") * 10**power, "USD", bound="over")


@pytest.mark.parametrize(
    "name", ["when", "passage", "dates", "quantity", "amounts", "amounts_numbers", "dates_relative"]
)
def test_examples_in_docstrings_run(name: str) -> None:
    module = importlib.import_module(f"legation.values.{name}")
    assert doctest.testmod(module).failed == 0
