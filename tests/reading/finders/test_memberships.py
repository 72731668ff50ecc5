"""Memberships: many wordings of standing in an international body, each with what must come out."""

from __future__ import annotations

import pytest
from tests.reading.conftest import Read

from legation.records import Statement
from legation.values.when import When


def told(statements: list[Statement]) -> set[str]:
    """The memberships among statements, one line each."""
    lines = set()
    for s in statements:
        if s.kind == "membership":
            term = s.fields["term"]
            parts = [str(s.fields["actor"]), str(s.fields["body"]), str(s.fields["action"])]
            parts += [term.text] if isinstance(term, When) else []
            parts += [f"@{s.date.text}"] if s.date else []
            parts += [s.modality] if s.modality != "actual" else []
            lines.add(" | ".join(parts))
    return lines


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Finland joined NATO in April 2023.", {"FIN | NATO | joined | @2023-04"}),
        ("Ecuador left OPEC in 2020.", {"ECU | OPEC | left | @2020"}),
        ("Malaysia chaired ASEAN in 2015.", {"MYS | ASEAN | chairs | @2015"}),
        ("Brazil held the presidency of the G20 in 2024.", {"BRA | G20 | chairs | @2024"}),
        (
            "South Africa will host the G20 summit in November 2025.",
            {"ZAF | G20 | hosts | @2025-11 | planned"},
        ),
        (
            "Denmark was elected to the UN Security Council for the 2025-2026 term.",
            {"DNK | UN Security Council | elected | 2025/2026"},
        ),
        (
            "Japan is a non-permanent member of the Security Council.",
            {"JPN | UN Security Council | member"},
        ),
        (
            "Kenya is running for a seat on the UN Human Rights Council for the 2025-2027 term.",
            {"KEN | UN Human Rights Council | candidate | 2025/2027 | planned"},
        ),
        ("Switzerland is an observer at the Arctic Council.", {"CHE | Arctic Council | observer"}),
        ("Palestine has observer status at the United Nations.", {"PSE | UN | observer"}),
        (
            "Mali, Burkina Faso and Niger withdrew from ECOWAS in January 2024.",
            {
                "MLI | ECOWAS | left | @2024-01",
                "BFA | ECOWAS | left | @2024-01",
                "NER | ECOWAS | left | @2024-01",
            },
        ),
        (
            "Ghana belongs to ECOWAS and the African Union and holds the chair of the Commonwealth.",
            {"GHA | ECOWAS | member", "GHA | African Union | member", "GHA | Commonwealth | chairs"},
        ),
        (
            "Peru, which joined APEC in 1998, wants to join the OECD.",
            {"PER | APEC | joined | @1998", "PER | OECD | joined | called_for"},
        ),
        (
            "Mercosur admitted Bolivia. The bloc's rotating presidency passed from Paraguay to Uruguay.",
            {"BOL | Mercosur | joined", "URY | Mercosur | chairs"},
        ),
        (
            "Norway is part of the Nordic Ocean Compact but is no member of the EU.",
            {"NOR | Nordic Ocean Compact | member", "NOR | EU | member | denied"},
        ),
        (
            "Togo has applied to join the CPTPP, as has Chad.",
            {"TGO | CPTPP | candidate", "TCD | CPTPP | candidate"},
        ),
        ("Chile, a member of the Pacific Alliance, abstained.", {"CHL | Pacific Alliance | member"}),
        ("NATO member Hungary abstained.", {"HUN | NATO | member"}),
        ("The African Union became a permanent member of the G20.", {"African Union | G20 | joined"}),
        ("Argentina declined to join BRICS.", {"ARG | BRICS | joined | denied"}),
        ("Kenya has expressed interest in joining BRICS.", {"KEN | BRICS | joined | called_for"}),
        ("Moldova applied to join the EU in March 2022.", {"MDA | EU | candidate | @2022-03"}),
        ("Timor-Leste was admitted to ASEAN in October 2024.", {"TLS | ASEAN | joined | @2024-10"}),
        (
            "In forums such as ASEAN, the G20 and the WTO, Indonesia has a voice.",
            {"IDN | ASEAN | participates", "IDN | G20 | participates", "IDN | WTO | participates"},
        ),
        (
            "The members of the Pacific Alliance – Chile, Colombia, Mexico and Peru – agreed.",
            {
                "CHL | Pacific Alliance | member",
                "COL | Pacific Alliance | member",
                "MEX | Pacific Alliance | member",
                "PER | Pacific Alliance | member",
            },
        ),
    ],
)
def test_membership_is_found(read: Read, body: str, expected: set[str]) -> None:
    assert told(read(body, published="2025-01-01")) == expected


def of(body: str, action: str, *actors: str, rest: str = "") -> set[str]:
    """One line for each of several actors in a body."""
    return {f"{actor} | {body} | {action}{rest}" for actor in actors}


SET_PHRASES = [
    ("The Quad, which comprises Australia, India, Japan and the United States, met.",
     of("Quad", "member", "AUS", "IND", "JPN", "USA")),
    ("Ukraine was granted EU candidate status.", of("EU", "candidate", "UKR")),
    ("Azerbaijan has been granted observer status in the D-8.", of("D-8", "observer", "AZE")),
    ("Cuba and Bolivia became BRICS partner countries.", of("BRICS", "joined", "CUB", "BOL")),
    ("Thailand's bid to join the OECD was welcomed.", of("OECD", "candidate", "THA", rest=" | planned")),
    ("Moldova's aspiration to join the EU is clear.", of("EU", "joined", "MDA", rest=" | called_for")),
    ("Non-EU members Norway and Switzerland took part.", of("EU", "member", "NOR", "CHE", rest=" | denied")),
    ("Germany, holding the G7 presidency, spoke.", of("G7", "chairs", "DEU")),
    ("Belize, as CARICOM chair, spoke.", of("CARICOM", "chairs", "BLZ")),
    ("Kenya and Peru, as ABTCF co-chairs, reported.", of("ABTCF", "chairs", "KEN", "PER")),
    ("The Policy Pillar, led by Kenya and Peru, reported.", of("Policy Pillar", "chairs", "KEN", "PER")),
    ("ASEAN met. Three working groups exist: trade (led by Chile), health (co-led by Kenya and Peru).",
     of("ASEAN trade working group", "chairs", "CHL")
     | of("ASEAN health working group", "chairs", "KEN", "PER")),
    ("The Assembly elected Chile, Kenya and Peru to the Human Rights Council.",
     of("UN Human Rights Council", "elected", "CHL", "KEN", "PER")),
    ("Vietnam joined ASEAN in 1995. Cambodia joined the bloc in 1999.",
     {"VNM | ASEAN | joined | @1995", "KHM | ASEAN | joined | @1999"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SET_PHRASES)
def test_set_phrase_tells_standing(read: Read, body: str, expected: set[str]) -> None:
    assert told(read(body, published="2025-01-01")) == expected


def test_welcomed_members_join_the_last_body_named(read: Read) -> None:
    body = "The OECD met in Paris. States welcomed Peru and Brazil as new members."
    assert told(read(body)) == {"PER | OECD | joined", "BRA | OECD | joined"}


def test_others_elected_share_body_date_and_term(read: Read) -> None:
    body = (
        "The General Assembly on 9 October 2024 elected states to the Human Rights Council for 2025-2027. "
        "The others chosen were Peru, Chile and Togo."
    )
    assert told(read(body)) == {
        f"{actor} | UN Human Rights Council | elected | 2025/2027 | @2024-10-09"
        for actor in ("PER", "CHL", "TGO")
    }


@pytest.mark.parametrize(
    "body",
    [
        "Three members of the delegation joined the call.",
        "The chair of the Senate committee left the room.",
        "He hosted a dinner for the president of Peru.",
        "The White House hosted a Leadership Summit on schools.",
        "They met the members of Russia's Security Council.",
        "Ministers of the GCC countries plus Egypt, Iraq and Jordan met.",
        "EU member states and Peru agreed.",
        "The ambassador of Peru has returned to SOUTHCOM.",
        "Peru and Togo stand for the values of the UN.",
        "We support international organisations, including the WHO, Gavi and UNICEF.",
        "France hosted the EU and Japan for talks.",
        "The two hosted a discussion on the margins of COP26.",
    ],
)
def test_no_body_is_no_membership(read: Read, body: str) -> None:
    assert told(read(body)) == set()
