"""Acts of one actor towards another that no other kind tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]

EVENTS = [
    ("Ghana condemned Rwanda's attack on Goma.", "GHA", "RWA", "ACCUSE"),
    ("Canada imposed sanctions on Belarus in August 2021.", "CAN", "BLR", "SANCTION"),
    ("Portugal expressed support for Moldova.", "PRT", "MDA", "SUPPORT"),
    ("Iraq's invasion of Kuwait in 1990 shook the region.", "IRQ", "KWT", "ASSAULT"),
    ("Norway provided humanitarian aid to Sudan.", "NOR", "SDN", "AID"),
    ("Joint exercises between Kenya and Uganda began.", "KEN", "UGA", "COOPERATE"),
    ("Libya was accused by Malta.", "MLT", "LBY", "ACCUSE"),
    ("Algeria lodged a formal protest with France over the flight.", "DZA", "FRA", "PROTEST"),
    ("Ankara summoned Sweden's envoy over the march.", "TUR", "SWE", "PROTEST"),
    ("Chad threw out the German ambassador.", "TCD", "DEU", "SANCTION"),
    ("Nepal is grateful to India for the vaccines.", "IND", "NPL", "AID"),
    ("Cambodia received Chinese support for its canal.", "CHN", "KHM", "SUPPORT"),
    ("Panama turned down a Japanese request for a base.", "PAN", "JPN", "REJECT"),
    ("The Emirates flew 30 tonnes of medicine to Sudan.", "ARE", "SDN", "AID"),
    ("Poland expelled 45 Russian diplomats.", "POL", "RUS", "SANCTION"),
    ("France withdrew its troops from Niger.", "FRA", "NER", "RETREAT"),
    ("Polish troops served in Iraq.", "POL", "IRQ", "MOBILIZE"),
    ("Armenia appealed to Greece for help.", "ARM", "GRC", "REQUEST"),
    ("Tokyo regretted Moscow's decision and called it unacceptable.", "JPN", "RUS", "ACCUSE"),
    ("The Chilean minister thanked Norway for its assistance.", "NOR", "CHL", "AID"),
    ("Kuwait expressed condolences to Nepal after the flood.", "KWT", "NPL", "SUPPORT"),
    ("Ireland stands with Ukraine.", "IRL", "UKR", "SUPPORT"),
    ("Chile demanded that Peru release the boats.", "CHL", "PER", "REQUEST"),
    ("Iran fired two missiles towards Iraq.", "IRN", "IRQ", "ASSAULT"),
    ("Cuba revoked the visa of a Belgian diplomat.", "CUB", "BEL", "SANCTION"),
    ("Lebanon sought more cement from Jordan.", "LBN", "JOR", "REQUEST"),
    ("Latvia shut its airspace to Belarus.", "LVA", "BLR", "SANCTION"),
    ("Greece withheld its consent from Malta.", "GRC", "MLT", "REJECT"),
    ("Defence cooperation between Japan and Australia continues to deepen.", "JPN", "AUS", "COOPERATE"),
    (
        "Togo recalled its envoy to Mali, and its cabinet declared the deal null and void.",
        "TGO",
        "MLI",
        "REJECT",
    ),
]


def events(statements: list[Statement]) -> list[tuple[object, object, object]]:
    return [
        (s.fields["source"], s.fields["target"], s.fields["type"]) for s in statements if s.kind == "event"
    ]


@pytest.mark.parametrize(("text", "source", "target", "kind"), EVENTS)
def test_event_tells_who_did_what_to_whom(read: Read, text: str, source: str, target: str, kind: str) -> None:
    assert ((source,), (target,), kind) in events(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The attack shocked the city.",
        "Peru promised to support Bolivia.",
        "Any attack on Estonia would be met.",
        "Critics condemned the film.",
        "They discussed how Chile can work with Peru.",
    ],
)
def test_event_needs_an_act_and_two_actors(read: Read, text: str) -> None:
    assert events(read(text)) == []
