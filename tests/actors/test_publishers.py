"""A publisher's host tells its state, or nothing does."""

import pytest

from legation.actors.publishers import state_of_host


@pytest.mark.parametrize(
    ("host", "state"),
    [
        ("www.state.gov", "USA"),
        ("www.mofa.gov.vn", "VNM"),
        ("www.gov.uk", "GBR"),
        ("www.theage.com.au", "AUS"),
        ("www.thejapantimes.com", "JPN"),
        ("timesofmalta.com", "MLT"),
        ("english.joins.com", "KOR"),
        ("WWW.DAWN.COM", "PAK"),
    ],
)
def test_host_tells_its_state(host: str, state: str) -> None:
    assert state_of_host(host) == state


@pytest.mark.parametrize("host", ["", "example.org", "africanews.com", "startup.io", "indianapolisstar.com"])
def test_host_without_a_state_tells_none(host: str) -> None:
    assert state_of_host(host) is None
