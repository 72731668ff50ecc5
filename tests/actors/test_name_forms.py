"""A name's form rules a language out or in, and says nothing where no list tells."""

import pytest

from legation.actors.name_forms import fits


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Nguyen Van An", "VNM"),
        ("Chinh", "VNM"),
        ("Park Min-ho", "KOR"),
        ("Min-ho Park", "KOR"),
        ("Wang Xiaoming", "CHN"),
        ("Sato Kenji", "JPN"),
    ],
)
def test_name_of_the_language_fits(name: str, state: str) -> None:
    assert fits(name, state) is True


@pytest.mark.parametrize(
    ("name", "state"), [("Marta Holm", "VNM"), ("Holm", "VNM"), ("Marta Holm", "KOR"), ("Marta Holm", "JPN")]
)
def test_name_of_another_language_does_not_fit(name: str, state: str) -> None:
    assert fits(name, state) is False


def test_name_of_a_state_without_a_list_is_open() -> None:
    assert fits("Marta Holm", "SWE") is None
