"""A When covers a half-open stretch of days and is never finer than its source."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import DateError
from legation.values.when import When

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def points(draw: st.DrawFn) -> When:
    text = draw(DAYS).isoformat()
    return When(text[: draw(st.sampled_from([4, 7, 10]))] + draw(MARKS))


@st.composite
def intervals(draw: st.DrawFn) -> When:
    one, other = sorted([draw(points()), draw(points())], key=lambda when: when.sort_key)
    return When.between(*draw(st.sampled_from([(one, other), (one, None), (None, other)])))


WHENS = points() | intervals() | DAYS.map(lambda day: When.decade(day.year))


@given(WHENS)
def test_when_text_reads_back_as_the_same_when(when: When) -> None:
    assert When.parse(f" {when} ") == when
    assert hash(When.parse(str(when))) == hash(when)


@given(WHENS)
def test_when_survives_pickling(when: When) -> None:
    again = pickle.loads(pickle.dumps(when))
    assert (again, again.first, again.after) == (when, when.first, when.after)


@given(WHENS)
def test_when_covers_at_least_a_day(when: When) -> None:
    assert when.first is None or when.after is None or when.first < when.after
    assert when.contains(when)
    assert when.overlaps(when)
    assert not when.before(when)


@given(WHENS, WHENS)
def test_when_two_dates_overlap_or_one_comes_before(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert [one.overlaps(other), one.before(other), other.before(one)].count(True) == 1


@given(WHENS, WHENS, WHENS)
def test_when_containing_is_transitive(one: When, other: When, third: When) -> None:
    if one.contains(other) and other.contains(third):
        assert one.contains(third)
        assert one.overlaps(third)


@given(WHENS, DAYS)
def test_when_contains_a_day_by_its_half_open_ends(when: When, day: date) -> None:
    inside = (when.first is None or when.first <= day) and (when.after is None or day < when.after)
    assert when.contains(When.from_date(day)) == inside


@given(DAYS)
def test_when_finer_dates_refine_coarser_ones(day: date) -> None:
    day_when = When.from_date(day)
    month, year = When.month(day.year, day.month), When.year(day.year)
    chain = [day_when, month, year, When.decade(day.year)]
    assert all(fine.refines(coarse) for fine, coarse in pairwise(chain))
    assert not month.refines(day_when)


@given(points(), points())
def test_when_between_covers_both_ends(one: When, other: When) -> None:
    one, other = sorted([one, other], key=lambda when: when.sort_key)
    span = When.between(one, other)
    assert span.first == one.first
    assert span.after == other.after
    assert (span.begins, span.ends) == (one, other)


def test_when_between_takes_the_outer_ends_of_intervals() -> None:
    span = When.between(When("2025-08-10/2025-08-13"), When("2025-08-14/2025-09"))
    assert span == When("2025-08-10/2025-09")


@pytest.mark.parametrize(
    ("text", "precision", "first", "after"),
    [
        ("2024-02-29", "day", date(2024, 2, 29), date(2024, 3, 1)),
        ("2024-12", "month", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024", "year", date(2024, 1, 1), date(2025, 1, 1)),
        ("202X", "decade", date(2020, 1, 1), date(2030, 1, 1)),
        ("2024~", "year", date(2024, 1, 1), date(2025, 1, 1)),
        ("2026/2028", "interval", date(2026, 1, 1), date(2029, 1, 1)),
        ("2024-08/..", "interval", date(2024, 8, 1), None),
        ("../2024", "interval", None, date(2025, 1, 1)),
    ],
)
def test_when_covers(text: str, precision: str, first: date | None, after: date | None) -> None:
    when = When.parse(text)
    assert (when.precision, when.first, when.after) == (precision, first, after)
    assert when.is_interval == (precision == "interval")


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_when_keeps_doubt_in_sight(mark: str) -> None:
    assert not When(f"2024-08{mark}").is_certain
    assert When("2024-08").is_certain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-08-09", "9 August 2024"),
        ("2024-08", "August 2024"),
        ("2024", "2024"),
        ("199X", "the 1990s"),
        ("2025-08-10/2025-08-13", "10–13 August 2025"),
        ("2025-08-28/2025-09-03", "28 August – 3 September 2025"),
        ("2025-12-28/2026-01-03", "28 December 2025 – 3 January 2026"),
        ("2025-01/2025-09", "January–September 2025"),
        ("2024-10/2025-08", "October 2024 – August 2025"),
        ("2026/2030", "2026–2030"),
        ("2024/2025-08", "2024 – August 2025"),
        ("2024-08/..", "since August 2024"),
        ("../2024", "until 2024"),
        ("2024~", "about 2024"),
        ("2024?/2025", "possibly 2024 – 2025"),
    ],
)
def test_when_words_are_what_a_person_would_write(text: str, words: str) -> None:
    assert When(text).words() == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2024-13",
        "2025-02-29",
        "2024-8-19",
        "24",
        "../..",
        "2025/2024",
        "9999",
        "000X",
        "2024/x",
        "a/a",
    ],
)
def test_when_refuses_what_no_calendar_has_and_says_what(text: str) -> None:
    with pytest.raises(DateError) as raised:
        When.parse(text)
    assert repr(text) in str(raised.value) or repr(text.partition("/")[2]) in str(raised.value)


def test_when_day_refuses_a_day_that_the_month_lacks() -> None:
    with pytest.raises(DateError, match=r"2025-06-31.*leave out"):
        When.day(2025, 6, 31)


def test_when_sorts_by_beginning_then_end() -> None:
    texts = ["2025", "2024-08/..", "../2023", "2024-08-01", "2024-08"]
    ordered = sorted(map(When, texts), key=lambda when: when.sort_key)
    assert [str(when) for when in ordered] == ["../2023", "2024-08-01", "2024-08", "2024-08/..", "2025"]
