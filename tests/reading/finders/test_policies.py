"""Policies: laws, orders, resolutions, strategies and doctrines that bear a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.records import Statement
from legation.values.when import When

Read = Callable[..., list[Statement]]


def policies(statements: list[Statement]) -> list[Statement]:
    """The policies among some statements."""
    return [s for s in statements if s.kind == "policy"]


@pytest.mark.parametrize(
    ("sentence", "by", "title", "action"),
    [
        (
            "The National Assembly of Laos adopted the Law on Digital Assets.",
            "LAO",
            "Law on Digital Assets",
            "adopted",
        ),
        ("Indonesia's Regulation No. 27 bans nickel exports.", "IDN", "Regulation No. 27", "in_force"),
        ("The European Union repealed Regulation 833/2014.", "EU", "Regulation 833/2014", "repealed"),
        (
            "Germany published its National Security Strategy.",
            "DEU",
            "National Security Strategy",
            "announced",
        ),
        ("The government of Chile presented its Lithium Strategy.", "CHL", "Lithium Strategy", "announced"),
        ("Kenya reaffirmed the One China policy.", "KEN", "One China policy", "in_force"),
        ("Canada launched its Indo-Pacific Strategy.", "CAN", "Indo-Pacific Strategy", "announced"),
        ("Viet Nam issued Resolution 57-NQ/TW on science.", "VNM", "Resolution 57-NQ/TW", "adopted"),
        ("Viet Nam has pursued Doi Moi since 1986.", "VNM", "Doi Moi", "implemented"),
        (
            "The UN Security Council adopted Resolution 2728.",
            "UN Security Council",
            "Resolution 2728",
            "adopted",
        ),
        ("Ghana enacted the Wetlands Protection Act.", "GHA", "Wetlands Protection Act", "adopted"),
        (
            "Gambia announced its National Climate Vision 2050.",
            "GMB",
            "National Climate Vision 2050",
            "announced",
        ),
        (
            "Peru's Organic Law for the Defence of the Amazon was praised.",
            "PER",
            "Organic Law for the Defence of the Amazon",
            "in_force",
        ),
        (
            "Ports were built in Peru through Chile's National Recovery Plan.",
            "CHL",
            "National Recovery Plan",
            "implemented",
        ),
        (
            "Fiji cited the ASEAN Outlook on the Indo-Pacific.",
            "ASEAN",
            "ASEAN Outlook on the Indo-Pacific",
            "implemented",
        ),
        (
            "Togo praised the Clean Rivers Act, which Benin passed in 1994.",
            "BEN",
            "Clean Rivers Act",
            "adopted",
        ),
    ],
)
def test_policy_has_title_actor_and_action(
    read: Read, sentence: str, by: str, title: str, action: str
) -> None:
    (found,) = policies(read(sentence))

    assert (found.fields["by"], found.fields["title"], found.fields["action"]) == ((by,), title, action)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rule of law and international law must be respected.",
        "The envoy met the Director of the Institute of Foreign Policy in Oslo.",
        "Peru follows a balanced foreign policy.",
        "Senegal's Minister for Industrial Strategy met the Togo Strategy Group.",
        "Norway's Resolution to the dispute pleased Chile.",
    ],
)
def test_policy_needs_a_name(read: Read, sentence: str) -> None:
    assert not policies(read(sentence))


def test_policy_numbers_of_a_list_are_apart_with_their_dates(read: Read) -> None:
    found = policies(read("On May 2, 2021, and June 3, 2022, Ghana issued Decrees 11 and 12."))

    assert [(f.fields["title"], f.date) for f in found] == [
        ("Decree 11", When.parse("2021-05-02")),
        ("Decree 12", When.parse("2022-06-03")),
    ]


def test_policy_is_written_once_with_its_date(read: Read) -> None:
    found = policies(read("Ghana cited Decree 11.\n\nGhana issued Decree 11 of 2 May 2021 on wetlands."))

    assert [(f.fields["title"], f.date) for f in found] == [("Decree 11", When.parse("2021-05-02"))]


def test_policy_of_a_party_congress_is_the_partys(read: Read) -> None:
    (found,) = policies(
        read(
            "Ministries implement the Resolution of the 14th National Congress of the Communist Party of Vietnam."
        )
    )

    assert found.fields["by"] == ("Communist Party of Vietnam",)
