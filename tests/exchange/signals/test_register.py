"""From codes and names of event data to the register; from codes to PLOVER."""

from __future__ import annotations

import pytest

from legation.actors.register import register
from legation.coding.event import Party
from legation.exchange.signals.forms import acled, cameo, gdelt, icews, polecat
from legation.exchange.signals.forms.form import Type
from legation.exchange.signals.quads import QUADS
from legation.exchange.signals.register import country, known_group, named, rows, sector
from legation.reading.acts.scheme import meaning
from legation.records import PLOVER

SEP = "\x1f"


def test_country_codes_are_of_the_register() -> None:
    assert {row["id"] for row in rows("countries.csv")} <= set(register().actors)
    assert {row["id"] for row in rows("known_groups.csv")} <= set(register().actors)


@pytest.mark.parametrize("scheme", ["fips", "cow", "numeric", "cameo"])
def test_no_code_stands_for_two_countries(scheme: str) -> None:
    codes = [code for row in rows("countries.csv") for code in row[scheme].split(";") if code]

    assert len(codes) == len(set(codes))


def test_names_and_codes_lead_to_one_actor() -> None:
    assert [country("UK", "fips"), country("732", "cow"), country("TMP", "cameo")] == ["GBR", "KOR", "TLS"]
    assert [named("North Korea"), named("Cote d'Ivoire"), named("Democratic Republic of Congo")] == [
        "PRK",
        "CIV",
        "COD",
    ]
    assert [named("Atlantis"), country("", "cameo"), known_group("XXX")] == [None, None, None]


def test_strongest_sector_of_several_is_taken() -> None:
    assert sector("Government,Police,Executive".split(","), "icews") == "COP"
    assert sector(["National Ethnic"], "icews") == ""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (("State forces", "Military Forces of Mali (2020-)"), Party("MLI", "MIL")),
        (("8", "Military Forces of Russia (2000-) Air Force"), Party("RUS", "MIL")),
        (("1", "Police Forces of Kenya (2013-2022)"), Party("KEN", "COP")),
        (("State forces", "Government of Ethiopia (2018-)"), Party("ETH", "GOV")),
        (("Protesters", "Protesters (Viet Nam)"), Party("VNM", "CVL")),
        (("3", "Unidentified Armed Group (Mali)"), Party("MLI", "UAF")),
        (("Rebel group", "Nobody's Front"), Party("", "REB")),
        (("", ""), Party("", "")),
    ],
)
def test_acled_actors_are_known(key: tuple[str, str], expected: Party) -> None:
    assert acled.party(SEP.join(key)) == expected


def test_gdelt_actors_are_known() -> None:
    assert gdelt.party(SEP.join(("VNM", "", "GOV", "", ""))) == Party("VNM", "GOV")
    assert gdelt.party(SEP.join(("", "UNO", "IGO", "", ""))) == Party("UN", "IGO")
    assert gdelt.party(SEP.join(("USA", "", "MOD", "MED", ""))) == Party("USA", "JRN")
    assert gdelt.party(SEP.join(("EUR", "", "", "", ""))) == Party("")


def test_icews_and_polecat_actors_are_known() -> None:
    assert icews.party(SEP.join(("", "", "European Union"))) == Party("EU")
    assert icews.party(SEP.join(("Vietnam", "Military", "Army"))) == Party("VNM", "MIL")
    assert polecat.party(SEP.join(("VNM", "", "GOV; MIL", ""))) == Party("VNM", "GOV")


def test_every_cameo_spelling_has_the_meaning_of_its_code() -> None:
    known = cameo.types()
    assert known["42"] == known["042"]
    assert known["0421"].type == "CONSULT"
    assert (known["010"], known["0233"]) == (Type(None), Type(None))
    assert all(
        meaning(code).type == each.type
        for code, each in known.items()
        if len(code) > 2 and each.type and code[0] == "1"
    )


def test_acled_sub_event_types_go_before_event_types() -> None:
    assert acled.type_of("Strategic developments: Arrests").type == "COERCE"
    assert acled.type_of("Strategic developments: Other").type is None
    assert acled.type_of("battles: Armed clash").type == "ASSAULT"


def test_every_plover_type_has_a_quad_class() -> None:
    assert set(QUADS) == set(PLOVER)
    assert {row["type"] for row in rows("acled_types.csv")} <= {*PLOVER, ""}
