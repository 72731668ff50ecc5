from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.ledger.agreement import agreement, cohen_kappa, interval, krippendorff_alpha, same_share

OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
"""Part C of Krippendorff (2011): four observers, twelve units, a point where one did not judge."""

units = st.lists(st.dictionaries(st.sampled_from("ABC"), st.sampled_from("xyz")), max_size=12)


def of(*observers: str) -> list[tuple[str, ...]]:
    """The values of each unit, from what each observer says of all of them."""
    return [tuple(value for value in unit if value != ".") for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("observers", "alpha"),
    [(("0100000010", "1110010000"), 0.095), (("aabbdcccedda", "babbbccceddd"), 0.692), (OBSERVERS, 0.743)],
)
def test_alpha_is_that_of_the_published_examples(observers: tuple[str, ...], alpha: float) -> None:
    assert krippendorff_alpha(of(*observers)) == pytest.approx(alpha, abs=5e-4)


def test_kappa_is_that_of_the_published_example() -> None:
    table = {"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12}
    pairs = [(pair[0], pair[1]) for pair, count in table.items() for _ in range(count)]
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=5e-4)
    assert same_share(pairs) == pytest.approx(0.70)


@given(units)
def test_order_and_names_of_persons_change_nothing(judged: list[dict[str, str]]) -> None:
    found = agreement(judged, draws=20)
    names = dict(zip("ABC", "CAB", strict=True))
    renamed = [{names[person]: value for person, value in unit.items()} for unit in judged]
    again = agreement(renamed[::-1], draws=20)
    assert (again.units, again.same, again.alpha, again.interval) == (
        found.units,
        found.same,
        found.alpha,
        found.interval,
    )
    assert sorted(map(repr, again.kappa.values())) == sorted(map(repr, found.kappa.values()))


@given(units)
def test_figures_lie_where_they_may(judged: list[dict[str, str]]) -> None:
    found = agreement(judged, draws=20)
    assert found.same is None or 0 <= found.same <= 1
    assert all(kappa is None or -1 <= kappa <= 1 for kappa in found.kappa.values())
    assert found.alpha is None or found.alpha <= 1
    assert (found.alpha == 1) == (found.same == 1 and found.alpha is not None)
    assert found.interval is None or found.interval[0] <= found.interval[1]


@given(units)
def test_what_one_person_alone_judged_counts_for_nothing(judged: list[dict[str, str]]) -> None:
    assert agreement([*judged, {"A": "x"}, {}], draws=5) == agreement(judged, draws=5)


def test_nothing_is_told_where_all_say_one_thing_of_everything() -> None:
    found = agreement([{"A": "x", "B": "x"}] * 4)
    assert (found.same, found.kappa, found.alpha, found.interval) == (1.0, {("A", "B"): None}, None, None)


def test_interval_is_the_same_for_the_same_seed_and_holds_the_figure() -> None:
    values = of(*OBSERVERS)
    first = interval(krippendorff_alpha, values, seed=3, draws=300)
    assert first == interval(krippendorff_alpha, values, seed=3, draws=300)
    assert first is not None
    assert first[0] < 0.743 < first[1]
