"""Persons: where a name begins and ends, and who holds a title that stands over several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.mention import Mention
from legation.reading.person_names import plain_name
from legation.reading.text import Text

Persons = Callable[[str], list[Mention]]


@pytest.fixture
def persons(analysed: Callable[..., Text]) -> Persons:
    """The persons that a text names, in order."""
    return lambda body: [m for b in analysed(body).blocks for m in b.mentions if m.form == "person"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Foreign Minister Cho Tae-yul met Minister Jean-Noël Barrot.", ["Cho Tae-yul", "Jean-Noel Barrot"]),
        ("President Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        (
            "Crown Prince Mohammed bin Salman bin Abdulaziz Al Saud spoke.",
            ["Mohammed bin Salman bin Abdulaziz Al Saud"],
        ),
        ("Premier Wang Huning left early.", ["Wang Huning"]),
        ("President Luiz Inácio Lula da Silva spoke.", ["Luiz Inacio Lula da Silva"]),
        ("Minister Rana Dasgupta Announces Talks", ["Rana Dasgupta"]),
        ("Minister Ahmed Further Modifies Tariffs", ["Ahmed"]),
        ("Presidents Tokay, Alim and Petrov met.", ["Tokay", "Alim", "Petrov"]),
        ("Ministers Ito of Japan and Penny Wong of Australia met.", ["Ito", "Penny Wong"]),
        ("Ana Silva, who led the talks, is a lawyer.", ["Ana Silva"]),
        ("Friedrich Merz was elected chancellor.", ["Friedrich Merz"]),
        ("The Secretary of the Vaccine Initiative spoke.", []),
        ("The Vice President San Francisco.", []),
        ("The CEO Roundtable met.", []),
        ("Foreign Secretary William Hague left The Hague.", ["William Hague"]),
    ],
)
def test_people_are_named_whole_and_no_more(persons: Persons, sentence: str, names: list[str]) -> None:
    assert [m.person for m in persons(sentence)] == names


def test_people_with_two_titles_hold_both(persons: Persons) -> None:
    person = persons("Admiral Samuel Reed, Commander of the US Pacific Fleet, spoke.")[0]

    assert (person.office, [office for office, _ in person.also]) == ("Admiral", ["Commander"])


def test_people_called_counterparts_share_the_office(persons: Persons) -> None:
    found = persons("Chilean Finance Minister Mario Rojas met his Peruvian counterpart Elena Quispe.")
    first, second = (m for m in found if m.office)

    assert (first.office, first.body) == ("Finance Minister", "CHL")
    assert (second.office, second.body) == ("Finance Minister", "PER")


def test_people_titles_with_the_article_belong_to_two(persons: Persons) -> None:
    found = persons("The Vice President and President Arevalo of Guatemala met.")

    assert [(m.person, m.office, m.also) for m in found] == [("Arevalo", "President", ())]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Joseph R. Biden, Jr.", "Joseph Biden"),
        ("Tô Lâm", "To Lam"),
        ("Cho Tae - yul", "Cho Tae-yul"),
        ("Mary “Molly” Malone", "Mary Malone"),
    ],
)
def test_plain_name_is_the_common_writing(words: str, name: str) -> None:
    assert plain_name(words) == name
