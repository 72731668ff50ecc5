"""Persons called again without their names: by office, by people, by their part, several at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.mention import Mention
from legation.reading.text import Text

Analysed = Callable[..., Text]

OPENING = "President Ana Silva of Chile arrived in Oslo on Monday. King Harald of Norway gave her dinner. "
MINISTERS = "Foreign Minister Juan Paz of Peru came to Accra. He met Foreign Minister Kofi Mensah of Ghana. "


def meant(text: Text, words: str) -> tuple[str, ...]:
    """The persons whom the last place of some words means."""
    mentions = [(b.doc[m.start : m.end].text, m) for b in text.blocks for m in b.mentions]
    found: list[Mention] = [m for said, m in mentions if said == words]
    return tuple(each.person for each in found[-1].each if each.person) if found else ()


@pytest.mark.parametrize(
    ("body", "words", "person"),
    [
        (OPENING + "The Chilean head of state then left.", "Chilean head of state", "Ana Silva"),
        (OPENING + "The Chilean spoke of copper.", "Chilean", "Ana Silva"),
        (OPENING + "The guest spoke of copper.", "guest", "Ana Silva"),
        (OPENING + "Her host spoke of fish.", "host", "Harald"),
        (MINISTERS + "Ghana's foreign minister spoke of cocoa.", "Ghana's foreign minister", "Kofi Mensah"),
    ],
)
def test_person_is_called_again(analysed: Analysed, body: str, words: str, person: str) -> None:
    assert meant(analysed(body), words) == (person,)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (OPENING + "The Chilean premier stayed at home.", "Chilean premier"),
        (OPENING + "The Chileans spoke of copper.", "Chileans"),
        (OPENING + "The Danish king was absent.", "Danish king"),
        ("President Ana Silva of Chile spoke. In July, the Pope came to Chile.", "Pope"),
    ],
)
def test_nobody_is_called_who_cannot_be_meant(analysed: Analysed, body: str, words: str) -> None:
    assert meant(analysed(body), words) == ()


def test_she_is_no_man(analysed: Analysed) -> None:
    body = "Mr Juan Paz of Peru wrote to Prime Minister Angela Smith of Fiji. He asked when she would come."
    text = analysed(body)
    assert meant(text, "she") == ("Angela Smith",)
    assert meant(text, "He") == ("Juan Paz",)


@pytest.mark.parametrize("words", ["two", "two ministers", "two men"])
def test_several_are_those_named_last(analysed: Analysed, words: str) -> None:
    assert meant(analysed(MINISTERS + f"The {words} agreed on ports."), words) == ("Juan Paz", "Kofi Mensah")


def test_several_are_those_of_one_list(analysed: Analysed) -> None:
    body = "President Guy Roux of France greeted President Joe Hill of Ghana and King Ali of Jordan. The two dined."
    assert meant(analysed(body), "two") in (("Joe Hill", "Ali"), ("Guy Roux", "Joe Hill"))


def test_two_of_an_office_are_no_others(analysed: Analysed) -> None:
    body = MINISTERS + "Both presidents were absent."
    assert meant(analysed(body), "Both presidents") == ()
