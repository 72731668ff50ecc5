"""Words that point: whom "the two sides", "they", "the country" and "he" mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.mention import Mention
from legation.reading.text import Text

Analysed = Callable[..., Text]

READOUT = "Readout of the Meeting between Norway and Ghana"
JOINT = "Joint Statement between Norway and Ghana"


def at(text: Text, word: str) -> Mention | None:
    """What the last place of a word means."""
    places = [(block, token) for block in text.blocks for token in block.doc if token.lower_ == word.lower()]
    block, token = places[-1]
    return next((m for m in block.mentions if m.start <= token.i < m.end), None)


def actors(text: Text, word: str) -> tuple[str, ...]:
    found = at(text, word)
    return found.actors if found else ()


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("The two sides spoke of fish.", "two"),
        ("Both countries are on the sea.", "both"),
        ("The two foreign ministers shook hands.", "two"),
        ("The leaders spoke of fish.", "leaders"),
        ("They spoke of fish.", "they"),
    ],
)
def test_two_sides_of_a_readout_are_those_of_its_title(analysed: Analysed, body: str, word: str) -> None:
    assert actors(analysed(body, title=READOUT), word) == ("NOR", "GHA")


def test_two_countries_are_those_named_before_where_the_pair_is_not_meant(analysed: Analysed) -> None:
    body = "Kenya and Uganda share a lake. The two countries fish there."
    assert actors(analysed(body, title=READOUT), "two") == ("KEN", "UGA")


def test_two_without_the_article_point_to_nobody(analysed: Analysed) -> None:
    assert at(analysed("He named two countries.", title=READOUT), "two") is None


def test_they_are_the_plural_subject_before(analysed: Analysed) -> None:
    assert actors(analysed("Kenya and Uganda met. They signed a treaty."), "they") == ("KEN", "UGA")


def test_the_country_is_the_last_one_named(analysed: Analysed) -> None:
    assert actors(analysed("Kenya wrote to Peru. The country exports fish."), "country") == ("PER",)


def test_our_country_is_the_home(analysed: Analysed) -> None:
    text = analysed("Peru wrote to us. Our country exports fish.", publisher="mfa.gov.pl")
    assert actors(text, "country") == ("POL",)


def test_we_of_a_joint_statement_are_both(analysed: Analysed) -> None:
    assert actors(analysed("We will meet again.", title=JOINT), "we") == ("NOR", "GHA")


def test_he_is_the_person_of_the_block_before(analysed: Analysed) -> None:
    text = analysed(
        "President Mario Rojas of Chile arrived in Accra on Monday morning with a large delegation.\n\n"
        "He left again on the evening of the same day, after talks about fish and ports.\n"
    )
    found = at(text, "he")
    assert found is not None
    assert (found.person, found.actors) == ("Mario Rojas", ("CHL",))


def test_him_is_not_the_subject_of_its_own_verb(analysed: Analysed) -> None:
    body = "Minister Ana Silva of Brazil flew to Chile. President Mario Rojas of Chile met her."
    found = at(analysed(body), "her")
    assert found is not None
    assert found.person == "Ana Silva"


def test_the_minister_is_the_one_who_has_that_office(analysed: Analysed) -> None:
    body = "President Mario Rojas met Foreign Minister Ana Silva. The Minister thanked the hosts."
    found = at(analysed(body), "minister")
    assert found is not None
    assert found.person == "Ana Silva"
