from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.foresight.likelihood import SCALE, in_words, likelihood, probability_of

CHANCES = st.floats(0, 1)


def test_scale_covers_everything_without_gap_or_overlap() -> None:
    assert (SCALE[0].low, SCALE[-1].high) == (0.0, 1.0)
    assert all(one.high == next_.low for one, next_ in itertools.pairwise(SCALE))


@given(CHANCES)
def test_every_probability_has_the_word_whose_range_holds_it(chance: float) -> None:
    step = likelihood(chance)
    assert step.low <= chance <= step.high
    assert step.word in in_words(chance)


@given(CHANCES, CHANCES)
def test_more_likely_is_never_a_lower_word(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert SCALE.index(likelihood(low)) <= SCALE.index(likelihood(high))


@pytest.mark.parametrize("step", SCALE, ids=lambda step: step.word)
def test_word_goes_to_a_number_and_back(step: object) -> None:
    for word in (step.word, step.also, step.word.upper().replace(" ", "_")):  # type: ignore[attr-defined]
        assert likelihood(probability_of(word)) is step


@pytest.mark.parametrize(
    ("text", "chance"), [("0.3", 0.3), ("30%", 0.3), ("30 %", 0.3), ("0", 0.0), ("100%", 1.0)]
)
def test_numbers_are_read(text: str, chance: float) -> None:
    assert probability_of(text) == pytest.approx(chance)


@pytest.mark.parametrize("text", ["maybe", "", "130%", "-0.1", "nan", "30"])
def test_what_is_no_likelihood_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        probability_of(text)


@given(CHANCES)
def test_what_is_not_certain_is_never_told_as_certain(chance: float) -> None:
    number = in_words(chance).split(" (")[0]
    assert (number == "100.0%") == (chance == 1)
    assert (number == "0.0%") == (chance == 0)
