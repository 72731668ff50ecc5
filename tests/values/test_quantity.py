"""Quantities are exact, carry a unit, and keep the bound that the source gave."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import QuantityError
from legation.records import BOUNDS
from legation.values.quantity import BOUND_WORDS, Quantity

NUMBERS = st.decimals(min_value=0, max_value=10**15, allow_nan=False, places=3)
BOUND = st.sampled_from([None, *BOUND_WORDS])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    value = draw(NUMBERS)
    high = draw(st.none() | st.just(value + 5))
    noun = draw(st.sampled_from([None, "visits", "trading partner"]))
    others = draw(st.tuples(st.none() | NUMBERS, st.none() | NUMBERS))
    return Quantity(
        value, draw(st.sampled_from(["USD", "percent", "count"])), noun, draw(BOUND), high, *others
    )


def test_quantity_bounds_are_those_of_the_records() -> None:
    assert set(BOUND_WORDS) == set(BOUNDS)


@given(quantities())
def test_quantity_text_reads_back_as_the_same_quantity(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@given(quantities())
def test_quantity_has_words_without_exponents(quantity: Quantity) -> None:
    assert "E+" not in quantity.words()
    assert quantity.words()


@given(quantities(), quantities())
def test_quantity_consistency_is_symmetric(one: Quantity, other: Quantity) -> None:
    assert one.consistent_with(other) == other.consistent_with(one)
    assert one.same_value(other) == other.same_value(one)


@given(NUMBERS, NUMBERS)
def test_quantity_plain_numbers_are_consistent_only_when_equal(one: Decimal, other: Decimal) -> None:
    assert Quantity(one, "percent").consistent_with(Quantity(other, "percent")) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("over 93 USD", "94 USD", True),
        ("over 93 USD", "93 USD", False),
        ("at_least 93 USD", "93 USD", True),
        ("over 93 USD", "92 USD", False),
        ("over 93 USD", "94 EUR", False),
        ("nearly 6 count", "5.9 count", True),
        ("nearly 6 count", "6.2 count", False),
        ("about 100 count", "108 count", True),
        ("about 100 count", "130 count", False),
        ("at_most 5 count", "3 count", True),
        ("under 5 count", "over 5 count", True),
        ("5..7 percent", "6 percent", True),
        ("5..7 percent", "8 percent", False),
        ("average 20 percent", "20 percent", True),
    ],
)
def test_quantity_bounds_decide_what_is_consistent(one: str, other: str, *, agree: bool) -> None:
    assert Quantity.parse(one).consistent_with(Quantity.parse(other)) is agree


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("over 93000000000 USD", "over US$93 billion"),
        ("786290000000 USD", "US$786.29 billion"),
        ("500000000000000 VND", "VND 500 trillion"),
        ("average 46->20 percent", "20% on average, from 46%"),
        ("39.50 percent", "39.5%"),
        ("24 percentage_points", "24 percentage points"),
        ("3 rank trading partner", "3rd trading partner"),
        ("12 rank", "12th"),
        ("6/7 count mechanisms", "6 of 7 mechanisms"),
        ("16 count countries", "16 countries"),
        ("1234567 count", "1,234,567"),
        ("5..7 percent", "5–7%"),
        ("3500000 tonne", "3.5 million tonnes"),
        ("1 year", "1 year"),
        ("at_most 5000 count jobs", "up to 5,000 jobs"),
        ("2 times", "2 times"),
        (f"{10**30} count", f"{10**30:,}"),
    ],
)
def test_quantity_words_are_what_a_person_would_write(text: str, words: str) -> None:
    assert Quantity.parse(text).words() == words


@pytest.mark.parametrize("text", ["", "many", "12", "lots 12 percent", "1e9 USD"])
def test_quantity_refuses_what_is_none(text: str) -> None:
    with pytest.raises(QuantityError, match="no quantity"):
        Quantity.parse(text)


def test_quantity_refuses_parts_that_do_not_fit() -> None:
    with pytest.raises(QuantityError, match="not finite"):
        Quantity(Decimal("NaN"), "percent")
    with pytest.raises(QuantityError, match="no unit"):
        Quantity(Decimal(5), "")
    with pytest.raises(QuantityError, match="no bound"):
        Quantity(Decimal(5), "percent", bound="maybe")
    with pytest.raises(QuantityError, match="swap"):
        Quantity(Decimal(5), "percent", high=Decimal(3))
