"""What holds for a whole document, settled from its own title, publisher and names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.text import Text

Analysed = Callable[..., Text]

PLAIN = "The two sides spoke of trade."


@pytest.mark.parametrize(
    ("publisher", "home", "seat"),
    [
        ("www.state.gov", "USA", "USA"),
        ("mfa.gov.pl", "POL", "POL"),
        ("www.gov.uk", "GBR", "GBR"),
        ("daily.example.pl", "POL", None),
        ("example.io", None, None),
        (None, None, None),
    ],
)
def test_publisher_tells_the_home_and_an_official_one_the_seat(
    analysed: Analysed, publisher: str | None, home: str | None, seat: str | None
) -> None:
    context = analysed(PLAIN, publisher=publisher).context
    assert (context.home, context.seat) == (home, seat)


def test_text_about_one_state_has_it_for_home(analysed: Analysed) -> None:
    body = "Ghana is in Africa. Ghana grows cocoa. Ghana exports gold. Ghana has ports."
    context = analysed(body).context
    assert (context.home, context.seat) == ("GHA", "GHA")


def test_title_of_two_gives_the_pair(analysed: Analysed) -> None:
    context = analysed(PLAIN, title="Chile and Peru deepen ties").context
    assert (context.pair, context.between) == (("CHL", "PER"), ())


def test_title_of_a_meeting_gives_those_whom_it_is_between(analysed: Analysed) -> None:
    title = "Foreign Minister's Meeting with the Foreign Minister of Peru"
    context = analysed(PLAIN, title=title, publisher="minrel.gob.cl").context
    assert context.between == ("CHL", "PER")


def test_text_of_two_far_ahead_of_a_third_gives_the_pair(analysed: Analysed) -> None:
    body = "Kenya and Uganda trade. Kenya and Uganda share a lake. A road leads to Rwanda."
    assert analysed(body).context.pair == ("KEN", "UGA")


def test_we_of_a_page_are_its_home(analysed: Analysed) -> None:
    assert analysed(PLAIN, publisher="mfa.gov.pl").context.we == ("POL",)


def test_we_of_a_joint_statement_are_its_two_parties(analysed: Analysed) -> None:
    context = analysed(PLAIN, title="Joint Statement between Norway and Ghana").context
    assert (context.joint, context.we) == (True, ("NOR", "GHA"))


def test_we_of_a_joint_statement_are_all_whom_its_opening_lists(analysed: Analysed) -> None:
    body = "We, the leaders of Chile, Ghana, Peru and Togo, met in Lima."
    context = analysed(body, title="Joint Declaration on Fisheries").context
    assert set(context.we) == {"CHL", "GHA", "PER", "TGO"}


def test_we_of_a_body_are_the_body(analysed: Analysed) -> None:
    context = analysed(PLAIN, title="G7 Leaders' Statement on Food").context
    assert context.we == ("G7",)


def test_statement_of_one_who_speaks_is_not_joint(analysed: Analysed) -> None:
    context = analysed(PLAIN, title="Statement by the President of Ghana on ECOWAS").context
    assert (context.joint, context.spoken) == (False, True)


def test_short_names_lead_to_the_full_one(analysed: Analysed) -> None:
    context = analysed("President Mario Rojas of Chile spoke. Rojas left later.").context
    assert context.persons["rojas"] == "Mario Rojas"
    assert context.sides["Mario Rojas"] == ("CHL",)
