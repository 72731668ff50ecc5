from __future__ import annotations

from random import Random

import pytest

from legation.foresight.page import performance_page
from legation.foresight.performance import Scored, horizon, performance


def scored(chance: float, *, happened: bool, model: str = "Ada", days: int = 28) -> Scored:
    return Scored("f", model, "visit", days, chance, 0.3, 0.5, happened)


def test_good_forecasts_have_skill_and_bad_ones_have_not() -> None:
    good = [scored(0.9, happened=True), scored(0.1, happened=False)]
    bad = [scored(0.1, happened=True, model="Ben"), scored(0.9, happened=False, model="Ben")]
    told = {each.name: each for each in performance([*good, *bad]).by_model}
    assert (told["Ada"].skill or 0) > 0 > (told["Ben"].skill or 0)
    assert told["Ada"].count == 2
    assert told["Ada"].brier == pytest.approx(0.01)


def test_every_forecast_is_in_each_grouping_once() -> None:
    chance = Random(1)
    all_ = [
        scored(p := chance.random(), happened=chance.random() < p, days=chance.choice([7, 28, 90, 365]))
        for _ in range(200)
    ]
    told = performance(all_)
    for lines in (told.by_model, told.by_horizon, told.by_event):
        assert sum(each.count for each in lines) == 200
    assert [each.name for each in told.by_horizon] == [
        "up to 7 days",
        "up to 28 days",
        "up to 90 days",
        "over 90 days",
    ]
    assert told.parts is not None
    assert told.whole is not None
    assert told.parts.brier == pytest.approx(told.whole.brier)


def test_horizons_hold_their_ends() -> None:
    assert [horizon(days) for days in (7, 8, 90, 91)] == [
        "up to 7 days",
        "up to 28 days",
        "up to 90 days",
        "over 90 days",
    ]


def test_page_tells_notes_scores_and_curves_and_nothing_of_outside() -> None:
    told = performance([scored(0.9, happened=True), scored(0.2, happened=False, model="<script>")])
    page = performance_page("How we did", ["2 forecasts"], told)
    assert "2 forecasts" in page
    assert page.count("<svg") == 2
    assert "<script>" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_page_without_settled_forecasts_is_a_page() -> None:
    assert "<svg" not in performance_page("How we did", ["none is due"], performance([]))
