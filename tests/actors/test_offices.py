"""Titles of office in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors.offices import find_offices
from legation.actors.ranks import rank_of


def titles(text: str) -> list[tuple[str, str | None, str]]:
    return [(o.office, o.of, o.rank) for o in find_offices(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State Jane Doe", [("Secretary of State", None, "foreign_minister")]),
        (
            "Deputy Prime Minister and Foreign Minister Jane Doe",
            [("Deputy Prime Minister", None, "minister"), ("Foreign Minister", None, "foreign_minister")],
        ),
        ("President of the European Commission Jane Doe", [("President", "European Commission", "other")]),
        ("European Council President Jane Doe", [("President", "European Council", "other")]),
        (
            "Minister of Foreign Affairs of Vietnam",
            [("Minister of Foreign Affairs", "VNM", "foreign_minister")],
        ),
        (
            "Minister for Europe and Foreign Affairs Jane Doe",
            [("Minister for Europe and Foreign Affairs", None, "foreign_minister")],
        ),
        ("Minister of Industry and Trade Jane Doe", [("Minister of Industry and Trade", None, "minister")]),
        (
            "Minister of Economy, Trade and Industry Jane Doe",
            [("Minister of Economy, Trade and Industry", None, "minister")],
        ),
        (
            "General Secretary of the Communist Party of Vietnam Central Committee Jane Doe",
            [("General Secretary", "Communist Party of Vietnam", "party_leader")],
        ),
        ("Special Envoy for Climate Jane Doe", [("Special Envoy for Climate", None, "envoy")]),
        ("Secretary of State for Defence Jane Doe", [("Secretary of State for Defence", None, "minister")]),
        (
            "Assistant to the President for National Security Affairs Jane Doe",
            [("Assistant to the President for National Security Affairs", None, "other")],
        ),
        ("British ambassador to Vietnam, Jane Doe", [("Ambassador to Vietnam", "GBR", "envoy")]),
        (
            "Chairman of the National Assembly of Vietnam Jane Doe",
            [("Chairman of the National Assembly", "VNM", "parliament")],
        ),
        ("National Assembly Chairman Jane Doe", [("National Assembly Chairman", None, "parliament")]),
        (
            "In Hanoi, National Assembly Chairman Jane Doe",
            [("National Assembly Chairman", "VNM", "parliament")],
        ),
        ("State Department Spokesperson Jane Doe", [("State Department Spokesperson", "USA", "other")]),
        (
            "In Vietnam, Communist Party chief Jane Doe",
            [("Party Chief", "Communist Party of Vietnam", "party_leader")],
        ),
        (
            "Permanent Representative of Viet Nam to the United Nations Jane Doe",
            [("Permanent Representative to the United Nations", "VNM", "envoy")],
        ),
        (
            "Second Vice Minister of Foreign Affairs",
            [("Second Vice Minister of Foreign Affairs", None, "other")],
        ),
        (
            "Minister of Justice, Labour, and the Environment",
            [("Minister of Justice, Labour, and the Environment", None, "minister")],
        ),
        ("Emir of Qatar Sheikh Doe", [("Emir", "QAT", "head_of_state"), ("Sheikh", None, "other")]),
        ("Chinese premier Jane Doe", [("Premier", "CHN", "head_of_government")]),
        ("NATO Secretary General Jane Doe", [("Secretary General", "NATO", "other")]),
        ("PRESIDENT DOE: Thank you.", [("President", None, "head_of_state")]),
        ("Chief of the General Staff Jane Doe", [("Chief of the General Staff", None, "military")]),
        ("Vice President Jane Doe", [("Vice President", None, "other")]),
        ("a premier destination, a general rule, the General Assembly", []),
    ],
)
def test_find_offices_reads_title(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("President-elect Doe", "elect"),
        ("former President Doe", "former"),
        ("the late General Secretary Doe", "late"),
        ("newly elected President Doe", "elected"),
        ("President Doe", None),
    ],
)
def test_find_offices_tells_who_no_longer_or_not_yet_holds_it(text: str, status: str | None) -> None:
    assert [o.status for o in find_offices(text)] == [status]


def test_find_offices_tells_plurals() -> None:
    (mention,) = find_offices("The Foreign Ministers met.")

    assert (mention.office, mention.plural) == ("Foreign Minister", True)


@pytest.mark.parametrize(
    ("office", "of", "rank"),
    [
        ("President", "VNM", "head_of_state"),
        ("President", "World Bank", "other"),
        ("King", "MYS", "head_of_state"),
        ("Chancellor", "DEU", "head_of_government"),
        ("Party Chief", None, "party_leader"),
        ("Deputy Foreign Minister", "VNM", "other"),
        ("Secretary of State for Foreign and Commonwealth Affairs", "GBR", "foreign_minister"),
        ("Minister of State for Foreign Affairs", "JPN", "minister"),
        ("Defence Minister", "IND", "minister"),
        ("Speaker", "SGP", "parliament"),
        ("President", "Bundestag", "parliament"),
        ("Admiral", "USA", "military"),
        ("Permanent Representative", "VNM", "envoy"),
        ("Secretary-General", "UN", "other"),
    ],
)
def test_rank_of_office(office: str, of: str | None, rank: str) -> None:
    assert rank_of(office, of) == rank


_WORDS = st.sampled_from(
    [
        "President",
        "of",
        "the",
        "Minister",
        "and",
        "Foreign",
        "Affairs",
        ",",
        "Vietnam",
        "-elect",
        "Deputy",
        "to",
        "Doe",
        "\n",
        "party",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=10).map(" ".join)))
def test_find_offices_stays_in_any_text(text: str) -> None:
    end = 0
    for mention in find_offices(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.office
        end = mention.end
