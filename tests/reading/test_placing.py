"""Sides told by how a document arranges persons: delegations, orders, places, the paper that names them."""

from collections.abc import Callable

from legation.reading.text import Text

Analysed = Callable[..., Text]


def side(text: Text, surname: str) -> tuple[str, ...]:
    """The side of the person with a surname."""
    found = {m.actors for b in text.blocks for m in b.mentions if m.person and surname in m.person.split()}
    assert len(found) == 1
    return found.pop()


def test_delegation_gives_its_members_their_side(analysed: Analysed) -> None:
    text = analysed(
        "The Chilean delegation included Foreign Minister Ana Soto and Attorney General Luis Rojas. "
        "The U.S. delegation included Attorney General Dana Whitlow.",
        publisher="www.state.gov",
    )
    assert side(text, "Soto") == ("CHL",)
    assert side(text, "Rojas") == ("CHL",)
    assert side(text, "Whitlow") == ("USA",)


def test_principals_stand_in_the_order_of_their_states(analysed: Analysed) -> None:
    text = analysed(
        "He toured Kazakhstan, Azerbaijan and Belarus. The invitations came from Presidents Serikov, Mammadli and Kavalenka."
    )
    assert side(text, "Serikov") == ("KAZ",)
    assert side(text, "Mammadli") == ("AZE",)
    assert side(text, "Kavalenka") == ("BLR",)


def test_paper_names_its_own_officials_without_their_state(analysed: Analysed) -> None:
    text = analysed(
        "Deputy Foreign Minister Nguyen Thi Lan summed up the visit to Poland.", publisher="vietnamnews.vn"
    )
    assert side(text, "Lan") == ("VNM",)


def test_name_of_another_language_is_not_the_papers_own(analysed: Analysed) -> None:
    text = analysed("President Bertrand Morel gave the visitors a warm welcome.", publisher="vietnamnews.vn")
    assert side(text, "Morel") == ()


def test_those_met_at_a_place_are_of_it_and_the_visitor_is_not(analysed: Analysed) -> None:
    text = analysed(
        "President Hadi Santoso met with President Rui Falcato in Brasilia on Wednesday.",
        publisher="antaranews.com",
    )
    assert side(text, "Falcato") == ("BRA",)
    assert side(text, "Santoso") == ("IDN",)


def test_place_where_many_gather_tells_nothing(analysed: Analysed) -> None:
    text = analysed("At the G20 summit in Brazil he met Prime Minister Harald Brenning.")
    assert side(text, "Brenning") == ()


def test_two_presidents_are_not_of_one_state(analysed: Analysed) -> None:
    text = analysed(
        "He will leave for China. In Tianjin he will meet President Li Wen and President Oleg Sorokin.",
        title="PM to visit China",
        publisher="www.thehindu.com",
    )
    assert side(text, "Sorokin") != ("CHN",)


def test_firm_gives_its_chief_no_state(analysed: Analysed) -> None:
    assert side(analysed("Apple CEO Dana Whitlow met ministers."), "Whitlow") == ("Apple",)


def test_state_behind_one_name_is_not_the_next_persons(analysed: Analysed) -> None:
    text = analysed(
        "President Farid Nazar of the Republic of Tajikistan President Oleg Sorokin of Belarus signed."
    )
    assert side(text, "Nazar") == ("TJK",)
    assert side(text, "Sorokin") == ("BLR",)
