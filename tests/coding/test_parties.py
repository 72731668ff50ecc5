"""Codes of actors."""

from __future__ import annotations

import pytest

from legation.coding.names import coded_name
from legation.coding.parties import party_of


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        ("VNM", "VNM"),
        ("XKX", "XKX"),
        ("UN", "IGO"),
        ("ASEAN", "IGO"),
        ("Soviet Union", "SUN"),
        ("Gaza", "PSE"),
        ("Hamas", "PSEREB"),
        ("Taliban", "AFGREB"),
        ("Communist Party of Vietnam", "VNMPTY"),
        ("US Department of State", "USAGOV"),
        ("Red Cross", "NGO"),
        ("Europe", "EUR"),
        ("Samsung", "KORBUS"),
    ],
)
def test_actor_of_the_register_has_a_code(actor: str, code: str) -> None:
    party = party_of(actor)

    assert party is not None
    assert party.code == code


@pytest.mark.parametrize("actor", ["South China Sea", "Nobody in particular"])
def test_what_is_no_actor_has_none(actor: str) -> None:
    assert party_of(actor) is None


def test_armed_group_goes_by_several_spellings() -> None:
    assert coded_name("al-Shabaab") == coded_name("Al-Shabaab")
    assert coded_name("Nobody") is None
