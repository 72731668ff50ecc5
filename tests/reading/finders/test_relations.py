"""Relations: many wordings of the level of ties, each with what must come out and nothing else."""

from __future__ import annotations

import pytest
from tests.reading.conftest import Read
from tests.reading.finders import telling

from legation.records import Statement


def told(statements: list[Statement]) -> set[str]:
    """The relations among statements, one line each."""
    return telling.told(statements, "relation", lambda s: f"{s.fields['tier']} {s.fields['action']}")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Chile and Peru upgraded their ties to a strategic partnership in 2019.",
            {"CHL-PER strategic_partnership upgraded 2019"},
        ),
        (
            "Oman raised its relations with Kenya to a comprehensive partnership in May 2023.",
            {"KEN-OMN comprehensive_partnership upgraded 2023-05"},
        ),
        (
            "Japan elevated ties with the Philippines to the level of a comprehensive strategic partnership.",
            {"JPN-PHL comprehensive_strategic_partnership upgraded"},
        ),
        (
            "Malaysia became Kuwait's first comprehensive partner in Southeast Asia.",
            {"KWT-MYS comprehensive_partnership upgraded"},
        ),
        (
            "New Zealand is Brazil's 13th comprehensive strategic partner.",
            {"BRA-NZL comprehensive_strategic_partnership described"},
        ),
        (
            "Brazil severed diplomatic relations with Nicaragua in August 2024.",
            {"BRA-NIC diplomatic_relations severed 2024-08"},
        ),
        ("Mali cut ties with Ukraine.", {"MLI-UKR diplomatic_relations severed"}),
        (
            "Saudi Arabia and Iran restored diplomatic relations on 10 March 2023.",
            {"IRN-SAU diplomatic_relations restored 2023-03-10"},
        ),
        (
            "Iran and Saudi Arabia agreed to resume diplomatic ties and reopen embassies.",
            {"IRN-SAU diplomatic_relations restored planned"},
        ),
        (
            "Turkey downgraded its diplomatic relations with Israel.",
            {"ISR-TUR diplomatic_relations downgraded"},
        ),
        (
            "Ghana, Togo and Benin established diplomatic relations with Fiji.",
            {
                "BEN-FJI diplomatic_relations established",
                "FJI-GHA diplomatic_relations established",
                "FJI-TGO diplomatic_relations established",
            },
        ),
        (
            "Peru established a strategic partnership with Ukraine in 2011 and with Romania in 2012.",
            {
                "PER-UKR strategic_partnership established 2011",
                "PER-ROU strategic_partnership established 2012",
            },
        ),
        (
            "Peru has comprehensive strategic partnerships with China (2008), Russia (2012) and India (2016).",
            {
                "CHN-PER comprehensive_strategic_partnership established 2008",
                "PER-RUS comprehensive_strategic_partnership established 2012",
                "IND-PER comprehensive_strategic_partnership established 2016",
            },
        ),
        (
            "Peru's strategic partners are Chile, Brazil and Mexico.",
            {
                "CHL-PER strategic_partnership described",
                "BRA-PER strategic_partnership described",
                "MEX-PER strategic_partnership described",
            },
        ),
        (
            "Peru now has comprehensive strategic partnerships with 13 countries.",
            {"PER comprehensive_strategic_partnership described 13"},
        ),
        ("Kazakhstan and Italy are strategic partners.", {"ITA-KAZ strategic_partnership described"}),
        (
            "China, Pakistan's all-weather strategic cooperative partner, pledged support.",
            {"CHN-PAK all-weather strategic cooperative partnership described"},
        ),
        ("Australia is a treaty ally of the United States.", {"AUS-USA alliance described"}),
        (
            "Kenya was designated a major non-NATO ally of the United States in 2024.",
            {"KEN-USA major non-NATO ally described"},
        ),
        (
            "Spain, Ireland and Norway recognised the State of Palestine on 28 May 2024.",
            {
                "ESP-PSE recognition established 2024-05-28",
                "IRL-PSE recognition established 2024-05-28",
                "NOR-PSE recognition established 2024-05-28",
            },
        ),
        (
            "Japan and Peru set up diplomatic relations on 21 September 1973.",
            {"JPN-PER diplomatic_relations established 1973-09-21"},
        ),
        (
            "Ties between Peru and Russia reached the level of strategic partnership in July 2012.",
            {"PER-RUS strategic_partnership upgraded 2012-07"},
        ),
        (
            "Peru and New Zealand announced a strategic partnership on 26 February 2024.",
            {"NZL-PER strategic_partnership established 2024-02-26"},
        ),
        (
            "The upgrade of ties to a strategic partnership between Chad and Togo was announced in May 2023.",
            {"TCD-TGO strategic_partnership upgraded 2023-05"},
        ),
        (
            "Colombia's diplomatic relations with Israel were severed on 1 May 2024.",
            {"COL-ISR diplomatic_relations severed 2024-05-01"},
        ),
        (
            "Ghana raised its ties with Togo to a strategic partnership in 2021, and with Chad and Benin in 2022.",
            {
                "GHA-TGO strategic_partnership upgraded 2021",
                "GHA-TCD strategic_partnership upgraded 2022",
                "BEN-GHA strategic_partnership upgraded 2022",
            },
        ),
        (
            "Chile is the fourth country with which Peru has a strategic partnership, after Brazil and Mexico.",
            {
                "CHL-PER strategic_partnership described",
                "BRA-PER strategic_partnership described",
                "MEX-PER strategic_partnership described",
            },
        ),
        (
            "Ghana and Togo agreed to upgrade their ties to a strategic partnership.",
            {"GHA-TGO strategic_partnership upgraded"},
        ),
        (
            "Peru broke off relations with Chile in 1978 and restored them in 1980.",
            {
                "CHL-PER diplomatic_relations severed 1978",
                "CHL-PER diplomatic_relations restored 1980",
            },
        ),
        (
            "Ghana and Togo restored the diplomatic relations severed in 1986.",
            {"GHA-TGO diplomatic_relations restored", "GHA-TGO diplomatic_relations severed 1986"},
        ),
        (
            "Peru and Chile will mark the 35th anniversary of the establishment of diplomatic relations in 2027.",
            {"CHL-PER diplomatic_relations established 1992"},
        ),
        (
            "Relations were raised to a strategic partnership from a comprehensive partnership by Peru and Chile.",
            {"CHL-PER strategic_partnership upgraded"},
        ),
        (
            "Only 12 countries have diplomatic relations with Kosovo.",
            {"XKX diplomatic_relations described 12"},
        ),
        ("Kosovo is recognised by 104 countries.", {"XKX recognition established 104"}),
        (
            "Peru was the first country to recognise Kosovo on 18 February 2008.",
            {"PER-XKX recognition established 2008-02-18"},
        ),
        ("Ghana and Togo are not allies.", {"GHA-TGO alliance described denied"}),
        (
            "Ghana has diplomatic relations with 120 countries and strategic partnerships with 14.",
            {"GHA diplomatic_relations described 120", "GHA strategic_partnership described 14"},
        ),
        (
            "Peru and Chile set up diplomatic relations in 1973 and a strategic partnership in 2009.",
            {
                "CHL-PER diplomatic_relations established 1973",
                "CHL-PER strategic_partnership established 2009",
            },
        ),
        (
            "Ghana raised its ties with Togo, Mali and Chad to the top tier.",
            {"GHA-TGO top tier upgraded", "GHA-MLI top tier upgraded", "GHA-TCD top tier upgraded"},
        ),
        (
            "Peru and Ireland were moving from a comprehensive partnership to a strategic partnership.",
            {"IRL-PER strategic_partnership upgraded"},
        ),
    ],
)
def test_relation_is_found(read: Read, body: str, expected: set[str]) -> None:
    assert told(read(body)) == expected


@pytest.mark.parametrize(
    ("body", "founded"),
    [
        ("The Netherlands and Indonesia mark the 75th anniversary of diplomatic relations in 2024.", "1949"),
        ("Greece and Peru celebrate 50 years of diplomatic ties this year.", "1975"),
        ("Laos and Cambodia keep the 65th anniversary of diplomatic relations (1956-2021).", "1956"),
    ],
)
def test_anniversary_gives_the_founding_year(read: Read, body: str, founded: str) -> None:
    (line,) = told(read(body, published="2025-03-01"))
    assert line.endswith(f"diplomatic_relations established {founded}")


def test_anniversary_without_a_year_is_no_founding(read: Read) -> None:
    body = "Greece and Peru look back on the anniversary of diplomatic relations."
    assert told(read(body)) == {"GRC-PER diplomatic_relations described"}


def test_sequel_carries_a_level_on(read: Read) -> None:
    body = "China became Peru's comprehensive strategic partner in May 2008. Russia followed in July 2012."
    assert told(read(body)) == {
        "CHN-PER comprehensive_strategic_partnership upgraded 2008-05",
        "PER-RUS comprehensive_strategic_partnership upgraded 2012-07",
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Peru opened an embassy in Kenya in 2021.", {"KEN-PER embassy in Kenya established 2021"}),
        (
            "Canada reopened its embassy in Ukraine in May 2022.",
            {"CAN-UKR embassy in Ukraine restored 2022-05"},
        ),
        (
            "Peru and Chile elevated their legations to embassies in 1943.",
            {"CHL-PER embassy upgraded 1943"},
        ),
        ("Togo closed its consulate in Ghana in 2019.", {"GHA-TGO consulate in Ghana severed 2019"}),
    ],
)
def test_mission_is_a_level_of_ties(read: Read, body: str, expected: set[str]) -> None:
    assert told(read(body, title="Missions of Peru and Chile")) == expected


def test_heading_of_a_history_takes_the_pair_of_the_title(read: Read) -> None:
    lines = told(read("Diplomatic Relations Severed, 1917.", title="Relations between Peru and Austria"))
    assert lines == {"AUT-PER diplomatic_relations severed 1917"}


def test_ties_severed_twice_are_two_statements(read: Read) -> None:
    body = (
        "Peru severed diplomatic relations with Chile in 1910.\n\n"
        "Peru severed diplomatic relations with Chile again in 1978."
    )
    assert {line.split()[-1] for line in told(read(body))} == {"1910", "1978"}


@pytest.mark.parametrize(
    "body",
    [
        "The partnership between schools and parents in Peru and Chile is strong.",
        "Indonesia is Kenya's third largest trading partner.",
        "The minister praised the economic relationship between Peru and Chile.",
        "She thanked her partner for his support.",
        "Officials welcomed the recognition of India's role.",
        "The two leaders spoke of the NATO Alliance.",
        "The embassy opened an inquiry.",
        "Sixty mayors and their male allies wrote a letter.",
    ],
)
def test_no_level_is_no_relation(read: Read, body: str) -> None:
    assert told(read(body)) == set()


def test_set_phrases_tell_ties(read: Read) -> None:
    body = "Togo broke with Chad in May 2019. Peru and Ghana exchanged ambassadors in 1974. Chile recalled its envoy from Fiji."
    assert told(read(body)) == {
        "TCD-TGO diplomatic_relations severed 2019-05",
        "GHA-PER diplomatic_relations established 1974",
        "CHL-FJI ambassador recalled downgraded",
    }


def test_sentence_after_a_recognition_is_read(read: Read) -> None:
    assert len(told(read("Kenya recognised Kosovo. The first was Albania in May 2009."))) == 1


def test_title_names_the_level_of_those_who_were_next(read: Read) -> None:
    lines = told(
        read(
            "Chile was the first, in 2008. Togo came next in 2012.",
            title="Which countries are Peru's strategic partners?",
        )
    )
    assert lines == {
        "CHL-PER strategic_partnership established 2008",
        "PER-TGO strategic_partnership established 2012",
    }


def test_level_told_of_before_is_that_level(read: Read) -> None:
    body = (
        "Peru and Chile formed a strategic partnership in 2009. "
        "Relations between Peru and Togo were raised to that level in 2011."
    )
    assert "PER-TGO strategic_partnership upgraded 2011" in told(read(body))


def test_date_of_ties_is_their_founding(read: Read) -> None:
    lines = told(read("Diplomatic relations date from 22 December 1992.", title="Peru and Chile"))
    assert lines == {"CHL-PER diplomatic_relations established 1992-12-22"}


def test_ties_with_one_that_is_not_named_are_nobody_elses(read: Read) -> None:
    body = "Kenya should not be confused with its northern neighbour, with which Peru has had relations since 1975."
    assert told(read(body)) == set()
