"""What real documents do to each other, in texts of our own: read, recorded, resolved; the cases by their numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from legation.values.when import When

Texts = Callable[..., Any]


def test_case_1_a_number_told_anew_with_another_bound_is_an_update(texts: Texts) -> None:
    desk = texts(
        (
            "2025-01-20",
            "mfa.example",
            "Nearly 3 million Kenyans live abroad, the minister said in January 2025.",
        ),
        (
            "2026-02-08",
            "mfa.example",
            "More than three million Kenyans live abroad, the minister said on 7 February 2026.",
        ),
    )
    update = desk.only("update")
    assert (update.kind, update.field) == ("figure", "value")
    assert {r.fields["bound"] for r in desk.records("figure")} == {"nearly", "over"}


def test_case_2_visits_of_other_actors_and_windows_are_never_one(texts: Texts) -> None:
    desk = texts(
        (
            "2025-08-09",
            "a.example",
            "From August 2024 to August 2025 President William Ruto of Kenya visited 16 countries.",
        ),
        (
            "2025-01-20",
            "b.example",
            "In 2024 the leaders of Kenya made 21 visits abroad, including attendance at conferences.",
        ),
    )
    assert [str(v.fields["count"]) for v in desk.records("visit")] == ["21", "16"]
    assert "conflict" not in {c.type for c in desk.all()}


def test_case_3_parts_of_a_whole_are_added_up(texts: Texts) -> None:
    desk = texts(
        (
            "2025-01-20",
            "b.example",
            "In 2024 Kenya carried out 60 high-level activities, including 21 visits abroad and attendance at "
            "conferences, and received 25 delegations of foreign leaders.",
        )
    )
    assert desk.only("scope").note == "parts of a whole: 46 of 60 high-level activities are accounted for"


def test_case_7_a_ladder_of_goals_is_no_conflict(texts: Texts) -> None:
    desk = texts(
        ("2025-01-20", "b.example", "Kenya aims to become an upper-middle-income country by 2030."),
        ("2025-02-20", "c.example", "Kenya aims to become a developed, high-income country by 2045."),
    )
    assert [str(c.fields["deadline"]) for c in desk.records("commitment")] == ["2030", "2045"]
    assert desk.all() == []


def test_case_8_two_holders_of_one_office_at_their_dates_are_told_as_such(texts: Texts) -> None:
    desk = texts(
        (
            "2025-01-20",
            "b.example",
            "Foreign Minister Bui Thanh Son of Vietnam met the press on 15 January 2025.",
        ),
        (
            "2026-02-08",
            "c.example",
            "Foreign Minister Le Hoai Trung of Vietnam met the press on 5 February 2026.",
        ),
    )
    assert "Bui Thanh Son, then Le Hoai Trung" in desk.only("scope").note


def test_case_14_a_topic_is_no_figure(texts: Texts) -> None:
    desk = texts(
        ("2025-05-20", "b.example", "Trade tensions between Kenya and the United States have grown."),
        (
            "2025-08-10",
            "c.example",
            "The United States cut its tariff on Kenyan goods from 46% to an average of 20%.",
        ),
    )
    (figure,) = desk.records("figure")
    assert desk.sources(figure) == "b"


def test_case_15_one_actor_under_many_names_is_one(texts: Texts) -> None:
    desk = texts(
        (
            "2025-08-12",
            "a.example",
            "Party leader To Lam of Viet Nam paid a state visit to the Republic of Korea from 10 to 13 August 2025.",
        ),
        (
            "2025-08-14",
            "b.example",
            "Party leader To Lam of Vietnam paid a state visit to South Korea from 10 to 13 August 2025.",
        ),
    )
    (visit,) = desk.records("visit")
    assert desk.sources(visit) == "ab"


def test_case_16_what_was_planned_is_held_by_a_later_source_only(texts: Texts) -> None:
    plan = (
        "2025-07-20",
        "b.example",
        "President William Ruto of Kenya is scheduled to visit Peru from 10 to 13 August 2025.",
    )
    assert [v.status for v in texts(plan).records("visit")] == ["planned"]
    held = (
        "2025-08-20",
        "c.example",
        "President William Ruto of Kenya visited Peru from 10 to 13 August 2025.",
    )
    desk = texts(plan, held)
    assert [v.status for v in desk.records("visit")] == ["held"]
    assert desk.told("visit") == {("update", "visit", "modality")}


def test_case_20_numbers_of_partners_are_one_series_and_tiers_another(texts: Texts) -> None:
    desk = texts(
        ("2025-01-20", "mfa.example", "Vietnam had partnerships with 32 countries."),
        (
            "2025-08-20",
            "mfa.example",
            "Vietnam has 38 partners: 13 comprehensive strategic partners, 10 strategic partners and 15 comprehensive partners.",
        ),
        ("2026-01-20", "mfa.example", "Vietnam has partnerships with 42 countries."),
    )
    assert desk.told() == {("update", "relation", "count")}


def test_case_20_a_sum_that_does_not_come_out_is_told(texts: Texts) -> None:
    desk = texts(
        (
            "2025-08-20",
            "mfa.example",
            "Vietnam has 38 partners: 13 comprehensive strategic partners, 10 strategic partners and 16 comprehensive partners.",
        ),
    )
    assert "13 + 10 + 16 = 39, and 38 partners are told" in desk.only("conflict").note


def test_case_21_counts_of_other_scopes_are_apart_and_of_one_period_a_conflict(texts: Texts) -> None:
    desk = texts(
        (
            "2025-10-05",
            "b.example",
            "Ministries and provinces of Kenya signed 339 international agreements in the first nine months of 2025.",
        ),
        (
            "2025-10-20",
            "c.example",
            "High-level visits from October 2024 to now have led to 258 agreements of Kenya.",
        ),
        ("2026-01-20", "d.example", "Kenya signed nearly 350 international agreements in 2025."),
        ("2026-01-22", "e.example", "Kenya signed 410 international agreements in 2025."),
    )
    assert len(desk.records("agreement")) == 4
    assert {str(v.value) for v in desk.only("conflict").values} == {"350", "410"}


def test_case_22_two_accounts_of_the_days_of_one_visit(texts: Texts) -> None:
    president = "Brazilian President Luiz Inacio Lula da Silva"
    desk = texts(
        ("2025-03-20", "b.example", f"{president} will pay a state visit to Japan from 24 to 27 March 2025."),
        ("2025-03-28", "c.example", f"{president} paid a state visit to Japan from 23 to 27 March 2025."),
    )
    (visit,) = desk.records("visit")
    assert desk.sources(visit) == "ab"
    assert ("conflict", "visit", "date") in desk.told()


def test_case_23_announced_is_not_concluded_where_talks_go_on(texts: Texts) -> None:
    desk = texts(
        ("2025-07-03", "b.example", "Kenya and the United States concluded a trade deal in July 2025."),
        (
            "2026-02-10",
            "c.example",
            "Kenya and the United States are still negotiating a trade deal, the ministry said in February 2026.",
        ),
    )
    (deal,) = desk.records("agreement")
    assert deal.status == "negotiating"
    assert {s.status for s in deal.stages} == {"concluded", "negotiating"}


def test_case_24_one_person_from_elect_to_office(texts: Texts) -> None:
    desk = texts(
        (
            "2024-09-14",
            "b.example",
            "Party leader To Lam received Indonesian President-elect Prabowo Subianto in Hanoi on 14 September 2024.",
        ),
        (
            "2025-03-10",
            "c.example",
            "Indonesian President Prabowo Subianto received Party leader To Lam in Jakarta on 10 March 2025.",
        ),
    )
    (elect,) = [r for r in desk.records("appointment") if r.fields["person"] == "Prabowo Subianto"]
    assert [c.note for c in elect.conflicts] == ["first elected, then holds"]


def test_case_25_firsts_of_other_scopes_do_not_contradict(texts: Texts) -> None:
    words = "Vietnam and {} established a {} on 28 October 2024, the first {} of Vietnam in the Middle East."
    first = words.format("the United Arab Emirates", *["comprehensive partnership"] * 2)
    second = words.format("Kuwait", *["strategic partnership"] * 2)
    assert texts(("2024-10-29", "b.example", first), ("2025-11-20", "c.example", second)).all() == []


def test_case_26_a_number_of_partners_that_others_contradict(texts: Texts) -> None:
    desk = texts(
        (
            "2023-09-12",
            "b.example",
            "Vietnam has comprehensive strategic partnerships with 33 nations and territories.",
        ),
        ("2023-09-12", "c.example", "Vietnam has comprehensive strategic partnerships with four countries."),
        ("2023-09-13", "d.example", "Vietnam has established partnerships with 33 countries."),
    )
    assert {str(v.value) for v in desk.only("conflict").values} == {"4", "33"}


def test_case_27_concluded_is_not_signed_where_accounts_of_one_day_differ(texts: Texts) -> None:
    desk = texts(
        (
            "2026-01-27",
            "b.example",
            "India and the European Union signed a free trade agreement on 27 January 2026.",
        ),
        (
            "2026-01-27",
            "c.example",
            "India and the European Union concluded negotiations on their free trade agreement on 27 January 2026; "
            "signature will follow in about six months.",
        ),
    )
    (agreement,) = desk.records("agreement")
    assert agreement.status == "concluded"
    assert ("conflict", "agreement", "action") in desk.told()


def test_case_28_a_tariff_told_both_ways_round(texts: Texts) -> None:
    desk = texts(
        ("2025-07-03", "b.example", "The deal sets a 20% tariff on U.S. exports to Vietnam."),
        (
            "2025-07-03",
            "c.example",
            "The deal sets a 20% tariff on Vietnamese goods sold to the United States.",
        ),
    )
    assert "the direction is not the same" in desk.only("conflict").note


def test_case_29_a_day_and_month_swapped(texts: Texts) -> None:
    desk = texts(
        (
            "2025-10-09",
            "b.example",
            "Party leader To Lam of Vietnam arrived in South Korea on 8 October 2025.",
        ),
        (
            "2025-10-12",
            "c.example",
            "Party leader To Lam of Vietnam arrived in South Korea on 10 August 2025.",
        ),
    )
    assert "day and month may be swapped" in desk.only("conflict").note


def test_case_30_a_vote_told_on_both_sides_of_the_date_line_is_one(texts: Texts) -> None:
    desk = texts(
        (
            "2026-06-04",
            "b.example",
            "The Philippines was elected to the United Nations Security Council on June 3, 2026, New York time.",
        ),
        (
            "2026-06-04",
            "c.example",
            "The Philippines was elected to the United Nations Security Council on June 4, 2026, Manila time.",
        ),
    )
    (vote,) = desk.records("membership")
    assert str(vote.date) in ("2026-06-03", "2026-06-04")
    assert "date line" in desk.only("scope").note


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Vietnam and North Korea established diplomatic relations on 31 January 1950.",
            "Vietnam and North Korea marked the 50th anniversary of diplomatic relations in 2025.",
            ("conflict", "relation", "date"),
        ),
        (
            "Vietnam was elected to the UN Human Rights Council on 19 October 2023 for the term 2026-2028.",
            "Vietnam was elected to the UN Human Rights Council on 14 October 2025 for the term 2026-2028.",
            ("conflict", "membership", "date"),
        ),
        (
            "Vietnam and the United States agreed on a 20% tariff on 2 July 2025.",
            "Vietnam denied that it agreed on a 20% tariff with the United States on 2 July 2025.",
            ("conflict", "figure", "modality"),
        ),
        (
            "Vietnam and Thailand established a strategic partnership on 16 May 2025.",
            "Vietnam and Thailand upgraded ties to a comprehensive strategic partnership on 16 May 2025.",
            ("conflict", "relation", "tier"),
        ),
        (
            "Vietnam has 8 comprehensive strategic partners and 18 strategic partners.",
            "Vietnam has 8 comprehensive strategic partners and 10 strategic partners.",
            ("conflict", "relation", "count"),
        ),
        (
            "Prime Minister Nguyen Tan Dung of Vietnam visited the United States from 11 to 13 May 2022.",
            "Prime Minister Pham Minh Chinh of Vietnam visited the United States from 11 to 13 May 2022.",
            ("conflict", "visit", "visitors"),
        ),
        (
            "The tour from 5 to 12 May 2025 took Party leader To Lam of Vietnam to Kazakhstan and Belarus, his first state "
            "visits in his new role.",
            "Party leader To Lam of Vietnam paid a state visit to China from 18 to 20 August 2024.",
            ("conflict", "visit", "date"),
        ),
    ],
)
def test_conflicts_that_real_sources_had_are_told(
    texts: Texts, first: str, second: str, told: tuple[str, str, str]
) -> None:
    desk = texts(("2025-10-15", "a.example", first), ("2025-10-16", "b.example", second))
    assert told in desk.told()


def test_a_conflict_says_what_would_settle_it_and_opens_to_its_words(texts: Texts) -> None:
    desk = texts(
        (
            "2025-05-05",
            "b.example",
            "President William Ruto of Kenya visited four countries: Peru, Norway and Chile, in May 2025.",
        )
    )
    conflict = desk.only("conflict")
    assert conflict.settles
    assert [desk.view.passage_text(p).split(":")[0] for p in conflict.passages] == [
        "President William Ruto of Kenya visited four countries"
    ]
    assert When("2025-05") in {r.date for r in desk.records("visit")}
