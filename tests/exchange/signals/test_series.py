"""A pair's days, periods and pictures; streams for models."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.signals.conftest import Make, acled, gdelt, icews

from legation.errors import UsageError
from legation.exchange.signals.bring import import_files
from legation.exchange.signals.picture import By, period_of, periods, svg_of, text_of
from legation.exchange.signals.series import Pair, Told, daily
from legation.exchange.signals.store import Store
from legation.exchange.signals.stream import stream
from legation.records import PLOVER


@pytest.fixture
def folder(tmp_path: Path, write: Make) -> Path:
    lines = [
        gdelt(1),
        gdelt(2),
        gdelt(3, a="KOR", b="VNM", code="111", name="SEOUL"),
        gdelt(4, "20200229", code="010"),
        gdelt(5, b="JPN"),
        gdelt(6, "20190101"),
    ]
    icews_file = write("icews.tab", [icews()])
    import_files([str(write("g.csv", lines)), str(icews_file)], tmp_path / "s")
    return tmp_path / "s"


def test_pair_is_told_by_day_and_side_and_each_act_once(folder: Path) -> None:
    with Store(folder).reading() as connection:
        told = daily(connection, Pair("VNM", "KOR"))
        assert told == daily(connection, Pair("KOR", "VNM"))

    assert [(t.dataset, str(t.day), t.source, t.type, t.quad, t.signals, t.acts) for t in told] == [
        ("gdelt2", "2020-02-29", "VNM", None, None, 1, 1),
        ("gdelt2", "2020-03-01", "KOR", "ACCUSE", 3, 1, 1),
        ("gdelt2", "2020-03-01", "VNM", "CONSULT", 1, 2, 1),
        ("icews", "2015-01-02", "VNM", "CONSULT", 1, 1, 1),
    ]


def test_span_is_closed_before_and_open_after(folder: Path) -> None:
    with Store(folder).reading() as connection:
        told = daily(connection, Pair("VNM", "KOR"), first=date(2020, 2, 29), after=date(2020, 3, 1))

    assert [each.type for each in told] == [None]


def test_stream_is_in_order_and_leads_back(folder: Path) -> None:
    told = stream(folder, dataset="gdelt2")

    assert told.actors == ("JPN", "KOR", "VNM")
    assert list(told.day) == [date(2020, 2, 29).toordinal()] + [date(2020, 3, 1).toordinal()] * 4
    assert sorted(zip(told.source.tolist(), told.target.tolist(), strict=True)) == [
        (1, 2),
        (2, 0),
        (2, 1),
        (2, 1),
        (2, 1),
    ]
    assert {PLOVER[at] if at >= 0 else None for at in told.type} == {None, "CONSULT", "ACCUSE"}
    assert set(told.quad.tolist()) == {0, 1, 3}
    assert len(set(told.row_id.tolist())) == 5


def test_stream_never_mixes_sets(folder: Path) -> None:
    with pytest.raises(UsageError, match="icews"):
        stream(folder)


def told_on(day: date, quad: int | None, acts: int = 1) -> Told:
    return Told("gdelt2", day, "VNM", None, quad, acts, 0, acts, None)


DAYS = st.dates(date(2019, 11, 1), date(2021, 2, 28))


@settings(deadline=None)
@given(
    st.lists(st.tuples(DAYS, st.sampled_from([None, 1, 2, 3, 4]), st.integers(1, 5)), min_size=1),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_periods_lose_nothing_and_have_no_gap(drawn: list[tuple[date, int | None, int]], by: By) -> None:
    series = periods([told_on(*each) for each in drawn], by)

    assert sum(sum(each.acts.values()) for each in series) == sum(acts for _, _, acts in drawn)
    assert series[0].first <= min(day for day, _, _ in drawn)
    assert all(one.first < two.first for one, two in pairwise(series))
    assert all(
        (two.first - one.first).days <= {"day": 1, "week": 7, "month": 31, "year": 366}[by]
        for one, two in pairwise(series)
    )


def test_long_series_are_told_more_coarsely() -> None:
    start = date(2020, 1, 1)

    assert [
        period_of([told_on(start, 1), told_on(start + timedelta(days), 1)]) for days in (30, 300, 3000)
    ] == [
        "day",
        "month",
        "year",
    ]


def test_text_shows_what_is_more_than_nothing() -> None:
    start = date(2020, 1, 1)
    series = periods([told_on(start, 1, 100), told_on(start + timedelta(2), 4)], "day")

    assert text_of(series) == ["cooperation █  ", "conflict      ▁"]


def test_svg_has_a_bar_each_way_for_each_period() -> None:
    series = periods([told_on(date(2020, 1, 1), 1), told_on(date(2020, 1, 3), 3)], "day")
    picture = ElementTree.fromstring(svg_of("VNM & KOR", {"GDELT": series}))

    assert len([each for each in picture if each.tag.endswith("rect")]) == 6
    assert picture[0].text == "VNM & KOR"


def test_days_that_a_set_tells_of_leave_out_wrong_ones(folder: Path) -> None:
    manifest = Store(folder).manifest()

    assert manifest.covers("gdelt2") == ("2020-02-29", "2020-03-01")
    assert manifest.covers("acled") is None


def test_what_is_known_to_the_month_only_is_counted_as_such(tmp_path: Path, write: Make) -> None:
    rows = [acled(), acled(event_id_cnty="MLI2", time_precision=3)]
    import_files([str(write("acled.csv", rows))], tmp_path / "s")
    with Store(tmp_path / "s").reading() as connection:
        (told,) = daily(connection, Pair("MLI", "NER"))

    assert (told.signals, told.coarse) == (2, 1)
