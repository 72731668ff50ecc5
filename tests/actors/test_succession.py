"""Who stands in the place of an actor that is no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors import register

REGISTER = register()
ENDED = {"Warsaw Pact", "Comecon", "SEATO"}
"""Bodies in whose place nobody stands."""
GONE = sorted(actor.id for actor in REGISTER if actor.until and actor.id not in ENDED)


def standing(name: str, on: str) -> list[str]:
    day = date.fromisoformat(on)
    return [actor.id for actor in REGISTER.successors(REGISTER.resolve(name).id, day)]


@pytest.mark.parametrize(
    ("name", "on", "ids"),
    [
        ("USSR", "1991-12-25", ["Soviet Union"]),
        ("Yugoslavia", "2004-01-01", ["Serbia and Montenegro", "BIH", "HRV", "MKD", "SVN"]),
        ("Yugoslavia", "2010-01-01", ["SRB", "MNE", "BIH", "HRV", "MKD", "SVN"]),
        ("Czechoslovakia", "1993-01-01", ["CZE", "SVK"]),
        ("GDR", "1990-10-03", ["DEU"]),
        ("South Vietnam", "1975-05-01", ["South Vietnam"]),
        ("South Vietnam", "1976-07-02", ["VNM"]),
        ("Zaire", "2020-01-01", ["COD"]),
        ("Burma", "2020-01-01", ["MMR"]),
        ("Hà Giang", "2025-06-30", ["Ha Giang"]),
        ("Ha Giang Province", "2025-07-01", ["Tuyen Quang"]),
        ("Bình Dương", "2025-07-01", ["Ho Chi Minh City"]),
        ("MARD", "2025-03-01", ["Ministry of Agriculture and Environment of Vietnam"]),
        ("Vietnam's Ministry of Transport", "2025-02-28", ["Ministry of Transport of Vietnam"]),
    ],
)
def test_actor_is_followed_to_those_in_its_place(name: str, on: str, ids: list[str]) -> None:
    assert standing(name, on) == ids


def test_soviet_union_goes_on_in_russia_first() -> None:
    after = standing("Soviet Union", "2000-01-01")
    assert after[0] == "RUS"
    assert len(after) == 15


def test_every_successor_is_an_actor_and_each_that_is_gone_has_one() -> None:
    named = {successor for actor in REGISTER for successor in actor.successors}
    assert {name for name in named if name not in REGISTER} == set()
    assert [name for name in GONE if not REGISTER.get(name).successors] == []


@given(st.sampled_from(GONE), st.dates(date(1800, 1, 1), date(2100, 1, 1)))
def test_whoever_stands_on_a_day_is_not_gone_by_then(name: str, on: date) -> None:
    found = REGISTER.successors(name, on)
    assert found
    assert all(actor.until is None or on < actor.until for actor in found)


def test_past_name_knows_its_days() -> None:
    (form,) = (form for form in REGISTER.get("COD").forms if form.text == "Zaire")
    assert (form.since, form.until) == (date(1971, 10, 27), date(1997, 5, 17))
    assert REGISTER.resolve("Zaire").id == "COD"


@pytest.mark.parametrize("word", ["Ha Giang", "Long An", "Ministry of Finance of Vietnam", "Gia Lai"])
def test_names_that_only_resolve_are_not_looked_for_in_texts(word: str) -> None:
    assert word not in {mention.actor.id for mention in REGISTER.find(f"The delegation of {word} arrived.")}
