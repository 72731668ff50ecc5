"""Dates in running text: what is found, what is left alone, and to which precision."""

from __future__ import annotations

import pytest

from legation.values.dates import DayOrder, Sense, day_order_of, find_dates
from legation.values.when import When

TUESDAY = When("2025-08-05")


def found(text: str, *, reference: When | None = TUESDAY, context_year: int | None = None) -> list[str]:
    mentions = find_dates(text, reference=reference, context_year=context_year)
    return [str(mention.when) for mention in mentions]


WRITTEN_OUT = [
    ("It began on August 19, 2024.", "2024-08-19"),
    ("It began on Aug. 19, 2024", "2024-08-19"),
    ("on 19 August 2024,", "2024-08-19"),
    ("the 3rd of March, 2021", "2021-03-03"),
    ("filed 19-Aug-2024", "2024-08-19"),
    ("InDecember 2022 they met", "2022-12"),
    ("in August 2024", "2024-08"),
    ("in Sept. 2024", "2024-09"),
    ("in early August 2025", "2025-08"),
    ("In 2024 exports rose", "2024"),
    ("in early 2025", "2025"),
    ("mid-2024 was calm", "2024"),
    ("around 2010", "2010~"),
    ("in fiscal year 2024", "2024~"),
    ("the 1990s", "199X"),
    ("stamped 2024-08-19T15:45:00Z", "2024-08-19"),
    ("at /2024/08/19/", "2024-08-19"),
    ("sent Sun, 08 Feb 2026 10:00", "2026-02-08"),
    ("on Thursday 24 April 2025", "2025-04-24"),
    ("on Thursday (24 April 2025)", "2025-04-24"),
    ("as of 30.06.2025", "2025-06-30"),
    ("meeting on 5 may 2024", "2024-05-05"),
    ("the 2025 summit", "2025"),
    ("Indonesia's 2023 chairmanship", "2023"),
    ("in FY 2023", "2023~"),
    ("2024, 2025 and 2026", "2024 2025 2026"),
    ("a slip such as 31 April 2025", "2025-04"),
]

SPANS = [
    ("August 10-13, 2025", "2025-08-10/2025-08-13"),
    ("10–13 August 2025", "2025-08-10/2025-08-13"),
    ("between 10 and 13 August 2025", "2025-08-10/2025-08-13"),
    ("8 and 9 May 2025", "2025-05-08/2025-05-09"),
    ("from 28 August to 3 September 2025", "2025-08-28/2025-09-03"),
    ("December 28 to January 3, 2026", "2025-12-28/2026-01-03"),
    ("January-September 2025", "2025-01/2025-09"),
    ("first quarter of 2024", "2024-01/2024-03"),
    ("Q3 2024", "2024-07/2024-09"),
    ("in the second half of 2025", "2025-07/2025-12"),
    ("the first nine months of 2025", "2025-01/2025-09"),
    ("the last 3 months of 2025", "2025-10/2025-12"),
    ("between 2026 and 2030", "2026/2030"),
    ("the Strategy 2026-2030", "2026/2030"),
    ("2026–28", "2026/2028"),
    ("for the 2026-2028 term", "2026/2028"),
    ("between 2022 and the fall of 2024", "2022/2024"),
    ("from 2011 to 2020", "2011/2020"),
    ("from 2016 to August 2025", "2016/2025-08"),
    ("August 19-20 and September 3, 2024", "2024-08-19/2024-08-20 2024-09-03"),
]

OTHER_LANGUAGES = [
    ("le 12 août 2025", "2025-08-12"),
    ("le 1er mars 2025", "2025-03-01"),
    ("du 10 au 13 août 2025", "2025-08-10/2025-08-13"),
    ("en août 2025", "2025-08"),
    ("au premier semestre 2025", "2025-01/2025-06"),
    ("les années 1990", "199X"),
    ("ngày 12 tháng 8 năm 2025", "2025-08-12"),
    ("ngày 30/8/2025", "2025-08-30"),
    ("từ ngày 10 đến ngày 13/8/2025", "2025-08-10/2025-08-13"),
    ("tháng 8/2025", "2025-08"),
    ("quý I/2025", "2025-01/2025-03"),
    ("6 tháng đầu năm 2025", "2025-01/2025-06"),
]


@pytest.mark.parametrize(("text", "whens"), [*WRITTEN_OUT, *SPANS, *OTHER_LANGUAGES])
def test_dates_that_are_written_out_need_no_reference(text: str, whens: str) -> None:
    assert found(text, reference=None) == whens.split()


FROM_THE_REFERENCE = [
    ("from August 10 to 13", "2025-08-10/2025-08-13"),
    ("in early August", "2025-08"),
    ("in January", "2026-01"),
    ("in February", "2025-02"),
    ("late March", "2025-03"),
    ("on Thursday", "2025-07-31"),
    ("on Tuesday", "2025-08-05"),
    ("last Tuesday", "2025-07-29"),
    ("next Tuesday", "2025-08-12"),
    ("this coming Friday", "2025-08-08"),
    ("on Monday last week", "2025-07-28"),
    ("He will arrive on Thursday", "2025-08-07"),
    ("from Monday to Wednesday", "2025-08-04/2025-08-06"),
    ("Wednesday 2 July", "2025-07-02"),
    ("today", "2025-08-05"),
    ("this afternoon", "2025-08-05"),
    ("yesterday", "2025-08-04"),
    ("tomorrow", "2025-08-06"),
    ("this week", "2025-08-04/2025-08-10"),
    ("last week", "2025-07-28/2025-08-03"),
    ("next month", "2025-09"),
    ("earlier this year", "2025"),
    ("in August last year", "2024-08"),
    ("last November", "2024-11"),
    ("two years ago", "2023"),
    ("sixty-four years ago", "1961"),
    ("3 months ago", "2025-05"),
    ("a decade ago", "2015~"),
    ("by the end of the year", "2025"),
    ("before the end of the decade", "202X"),
    ("in the first half of this year", "2025-01/2025-06"),
    ("in the first nine months, exports rose", "2025-01/2025-09"),
    ("from October 2024 to now", "2024-10/2025-08-05"),
    ("hôm qua", "2025-08-04"),
    ("năm ngoái", "2024"),
    ("hier", "2025-08-04"),
]


@pytest.mark.parametrize(("text", "whens"), FROM_THE_REFERENCE)
def test_dates_without_a_year_are_resolved_by_the_reference(text: str, whens: str) -> None:
    assert found(text) == whens.split()
    assert [mention.relative for mention in find_dates(text, reference=TUESDAY)] == [True]
    assert all(when.endswith("..") for when in found(text, reference=None))


NO_DATES = [
    "Resolution 57-NQ, Regulation 392 and Decree 15/2024/ND-CP",
    "cut from 46% to an average of 20%",
    "the 14th National Congress",
    "the 2030 Agenda for Sustainable Development",
    "Vision 2045 and Agenda 2030",
    "Executive Order 14257",
    "1,500 troops, 2,000 people, 2000 people, 2000 MW",
    "$2024, US$ 2000, USD 2000 and 2024 per cent",
    "under the 1982 UNCLOS and the 1992 Constitution",
    "they may 5 times, or march 10 km",
    "May peace prevail",
    "The March on the capital",
    "6-7 billion, 8-10 companies",
    "Article 2025, Resolution 1973, page 2001",
    "in 40 years, over the last year, in the coming weeks",
    "call +84 24 3799 2000 or 2024 1999",
    "in today's world",
    "in the first three months of the war, his first six months",
    "COVID-2019",
    "on the same day",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_dates_are_not_read_into_other_numbers_and_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("in 2024", "point"),
        ("since 2011", "since"),
        ("until August 2026", "until"),
        ("with a vision to 2045", "until"),
        ("by 2030", "by"),
        ("by the end of 2026", "by"),
        ("no later than 31 December 2026", "by"),
        ("d'ici 2030", "by"),
        ("trước năm 2030", "by"),
        ("from 2026", "from"),
        ("starting in July 2026", "from"),
        ("after 2030", "after"),
        ("from 2026 to 2030", "point"),
        ("in the lead-up to the July 2024 summit", "point"),
    ],
)
def test_dates_tell_how_they_bound_what_is_said(text: str, sense: Sense) -> None:
    assert [mention.sense for mention in find_dates(text)] == [sense]


def test_dates_of_page_stamps_are_settled_by_one_another() -> None:
    assert found("19:05 | 23/03/2025 15:45 | 08/02/2026") == ["2025-03-23", "2026-02-08"]


def test_dates_without_a_year_lie_near_the_publication() -> None:
    assert found("On February 7", reference=When("2026-02-08")) == ["2026-02-07"]


def test_dates_in_numbers_follow_the_order_that_the_source_shows() -> None:
    assert found("1/22/2025 and 2/3/2025") == ["2025-01-22", "2025-02-03"]
    assert day_order_of("1/22/2025 and 2/3/2025") is DayOrder.MONTH_FIRST
    assert day_order_of("1/22/2025 and 22/1/2025") is DayOrder.UNKNOWN


def test_dates_in_numbers_keep_both_readings_where_nothing_settles_the_order() -> None:
    (mention,) = find_dates("08/02/2026")
    assert str(mention.when) == "2026"
    assert [str(when) for when in mention.alternatives] == ["2026-02-08", "2026-08-02"]


@pytest.mark.parametrize(
    ("order", "when"), [(DayOrder.DAY_FIRST, "2026-02-08"), (DayOrder.MONTH_FIRST, "2026-08-02")]
)
def test_dates_in_numbers_follow_the_order_that_is_given(order: DayOrder, when: str) -> None:
    assert [str(mention.when) for mention in find_dates("08/02/2026", day_order=order)] == [when]


def test_dates_take_the_only_reading_that_the_calendar_has() -> None:
    (mention,) = find_dates("1/22/2025", day_order=DayOrder.DAY_FIRST)
    assert str(mention.when) == "2025-01-22"


def test_dates_take_a_context_year() -> None:
    assert found("On August 12", reference=None, context_year=1973) == ["1973-08-12"]


def test_dates_beside_an_old_date_share_its_year() -> None:
    assert found("It opened on 1 July 1946 and moved on 3 October.") == ["1946-07-01", "1946-10-03"]


def test_dates_told_from_the_one_before() -> None:
    text = "He came on 3 June 2020 and left on the same day; the following year he returned."
    assert found(text) == ["2020-06-03", "2020-06-03", "2021"]


def test_dates_are_no_finer_than_the_reference() -> None:
    month = When("2025-08")
    assert found("today, on Thursday and last month", reference=month) == ["2025-07"]
    assert found("on March 3", reference=When("2025")) == ["2025-03-03"]


def test_dates_do_not_reach_across_an_empty_line() -> None:
    assert found("August 19\n\n2024", reference=None) == ["2024"]
    assert found("August 19,\n2024", reference=None) == ["2024-08-19"]


def test_dates_quote_their_words() -> None:
    text = "Set for early August 2025, then from August 28 to September 3 (Wednesday)."
    quotes = [text[m.start : m.end] for m in find_dates(text, reference=TUESDAY)]
    assert quotes == ["early August 2025", "August 28 to September 3 (Wednesday)"]


def test_day_without_a_year_falls_within_the_dates_told_before() -> None:
    text = "He was in Lima from 18 to 20 August 2024. On 19 August he met the President."
    found = find_dates(text, reference=When("2025-04-16"))
    assert [str(mention.when) for mention in found] == ["2024-08-18/2024-08-20", "2024-08-19"]
