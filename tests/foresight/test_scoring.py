from __future__ import annotations

from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.foresight.scoring import (
    auroc,
    brier,
    calibration,
    calibration_error,
    crps,
    crps_of_quantiles,
    decompose,
    log_score,
    skill,
    wilson,
)

CHANCES = st.floats(0.01, 0.99)
PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)
COUNTS = st.lists(st.floats(0.01, 1), min_size=1, max_size=8).map(lambda raw: [x / sum(raw) for x in raw])


@pytest.mark.parametrize("score", [brier, log_score])
@given(belief=CHANCES, said=CHANCES)
def test_nobody_expects_a_better_score_by_saying_something_else(
    score: object, belief: float, said: float
) -> None:
    def expected(chance: float) -> float:
        yes, no = score(chance, happened=True), score(chance, happened=False)  # type: ignore[operator]
        return float(belief * yes + (1 - belief) * no)

    assert expected(belief) <= expected(said) + 1e-12


@given(belief=COUNTS, said=COUNTS)
def test_crps_is_proper(belief: list[float], said: list[float]) -> None:
    def expected(told: list[float]) -> float:
        return sum(chance * crps(told, count) for count, chance in enumerate(belief))

    assert expected(belief) <= expected(said) + 1e-9


@given(COUNTS, st.integers(0, 30))
def test_crps_is_zero_for_the_certain_and_right_only(told: list[float], came: int) -> None:
    assert crps([*[0.0] * came, 1.0], came) == 0
    assert crps(told, came) >= 0
    assert crps(told, len(told) + 5) >= 5


@given(CHANCES)
def test_crps_of_yes_or_no_is_the_brier_score(chance: float) -> None:
    for came in (0, 1):
        assert isclose(crps([1 - chance, chance], came), brier(chance, happened=bool(came)), abs_tol=1e-12)


def test_crps_of_quantiles_prefers_the_nearer() -> None:
    near, far = [(0.1, 1.0), (0.5, 2.0), (0.9, 3.0)], [(0.1, 5.0), (0.5, 6.0), (0.9, 7.0)]
    assert crps_of_quantiles(near, 2.0) < crps_of_quantiles(far, 2.0)
    assert crps_of_quantiles([(0.5, 2.0)], 2.0) == 0


@given(chance=st.floats(0, 1), happened=st.booleans())
def test_scores_stay_in_their_bounds(*, chance: float, happened: bool) -> None:
    assert 0 <= brier(chance, happened=happened) <= 1
    assert 0 <= log_score(chance, happened=happened) < 7


@given(PAIRS)
def test_parts_add_up_to_the_brier_score(pairs: list[tuple[float, bool]]) -> None:
    chances, came = [p for p, _ in pairs], [y for _, y in pairs]
    parts = decompose(chances, came)
    mean = sum(brier(p, happened=y) for p, y in pairs) / len(pairs)
    assert isclose(parts.brier, mean, abs_tol=1e-9)
    assert parts.reliability >= 0
    assert parts.resolution >= 0


@given(st.lists(st.tuples(st.sampled_from([0.05, 0.35, 0.75]), st.booleans()), min_size=1, max_size=40))
def test_nothing_is_left_within_ranges_of_one_probability(pairs: list[tuple[float, bool]]) -> None:
    assert decompose([p for p, _ in pairs], [y for _, y in pairs]).within == pytest.approx(0, abs=1e-12)


@given(PAIRS)
def test_calibration_table_holds_every_forecast_once(pairs: list[tuple[float, bool]]) -> None:
    bins = calibration([p for p, _ in pairs], [y for _, y in pairs])
    assert sum(b.count for b in bins) == len(pairs)
    assert sum(round(b.came * b.count) for b in bins) == sum(y for _, y in pairs)
    assert all(b.low <= b.forecast <= b.high and b.interval[0] <= b.came <= b.interval[1] for b in bins)
    assert 0 <= calibration_error(bins) <= 1


@given(st.integers(1, 500), st.data())
def test_interval_of_a_share_holds_it(total: int, data: st.DataObject) -> None:
    came = data.draw(st.integers(0, total))
    low, high = wilson(came, total)
    assert 0 <= low <= came / total + 1e-12
    assert came / total - 1e-12 <= high <= 1


def test_skill_is_nought_for_the_reference_and_none_against_the_perfect() -> None:
    assert skill(0.2, 0.2) == 0
    assert skill(0.0, 0.2) == 1
    assert skill(0.1, 0.0) is None


def test_certainty_that_fails_costs_much_but_not_without_end() -> None:
    assert log_score(0.0, happened=True) == log_score(1.0, happened=False) == pytest.approx(-log(1e-3))


def test_area_under_the_curve_counts_pairs_in_right_order() -> None:
    assert auroc([0.1, 0.2, 0.8, 0.9], [False, False, True, True]) == 1
    assert auroc([0.5, 0.5, 0.5], [True, False, False]) == 0.5
    assert auroc([0.9, 0.1], [False, True]) == 0
    assert auroc([0.5], [True]) is None
