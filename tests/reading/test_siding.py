"""A person's side must be one that can have the office; where nothing tells, there is none."""

from collections.abc import Callable

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]


def sides(statements: list[Statement]) -> dict[tuple[str, str], str | None]:
    """Whose each office is, by surname and office."""
    found: dict[tuple[str, str], str | None] = {}
    for fields in (s.fields for s in statements if s.kind == "appointment"):
        of = fields["of"]
        found[(str(fields["person"]).split()[-1], str(fields["office"]))] = str(of) if of else None
    return found


OF_NO_AMERICAN = [
    "Prime Minister Harald Brenning spoke about trade.",
    "Foreign Minister Oriel Tamsin thanked the delegation.",
    "Deputy Prime Minister Oriel Tamsin thanked the delegation.",
    "Chancellor Ulrike Bremme called on Tuesday.",
    "Secretary General Anders Lund briefed the Council.",
]


@pytest.mark.parametrize("sentence", OF_NO_AMERICAN)
def test_seat_without_the_office_is_no_side(read: Read, sentence: str) -> None:
    found = sides(read(sentence, publisher="www.state.gov"))
    assert found
    assert set(found.values()) == {None}


def test_seat_with_the_office_is_the_side(read: Read) -> None:
    found = sides(read("Secretary of State Dana Whitlow spoke about trade.", publisher="www.state.gov"))
    assert found == {("Whitlow", "Secretary of State"): "USA"}


def test_paragraph_names_the_side_where_the_seat_has_no_such_office(read: Read) -> None:
    found = sides(
        read(
            "The Secretary discussed the floods in Portugal with partners. Prime Minister Rui Falcato asked for aid.",
            publisher="www.state.gov",
        )
    )
    assert found[("Falcato", "Prime Minister")] == "PRT"


def test_paragraph_with_two_such_states_tells_nothing(read: Read) -> None:
    found = sides(
        read(
            "Floods struck Portugal and Spain last week. Prime Minister Rui Falcato asked for aid.",
            publisher="www.state.gov",
        )
    )
    assert found[("Falcato", "Prime Minister")] is None


def test_paragraph_whose_state_is_somebody_elses_tells_nothing(read: Read) -> None:
    found = sides(
        read(
            "Prime Minister Rui Falcato and President Ema Kovar of Croatia took questions.",
            publisher="www.state.gov",
        )
    )
    assert found[("Kovar", "President")] == "HRV"
    assert found[("Falcato", "Prime Minister")] is None


def test_second_president_abroad_is_not_of_the_seat(read: Read) -> None:
    found = sides(
        read(
            "President Alan Marsh spoke about the war.\n\nThe aid to Ukraine goes on. President Taras Holub said so.",
            publisher="www.state.gov",
        )
    )
    assert found[("Marsh", "President")] == "USA"
    assert found[("Holub", "President")] != "USA"


def test_pair_gives_the_one_side_that_can_have_the_office(read: Read) -> None:
    title = "Vietnam and South Korea deepen ties"
    found = sides(read("General Secretary Minh Quang spoke of trade and culture.", title=title))
    assert set(found.values()) <= {"VNM", "Communist Party of Vietnam"}
    found = sides(read("Secretary of State Dana Whitlow was there too.", title=title))
    assert found[("Whitlow", "Secretary of State")] is None


def test_pair_with_the_office_on_both_sides_tells_nothing(read: Read) -> None:
    found = sides(read("Foreign Minister Aiko Tamura spoke of trade.", title="Japan and India deepen ties"))
    assert found == {("Tamura", "Foreign Minister"): None}
    found = sides(
        read("External Affairs Minister Ravi Sethi spoke of trade.", title="Japan and India deepen ties")
    )
    assert found == {("Sethi", "External Affairs Minister"): "IND"}


def test_name_beside_a_title_is_no_side_that_lacks_the_office(read: Read) -> None:
    found = sides(read("At the White House, US Prime Minister Rui Falcato took questions."))
    assert found.get(("Falcato", "Prime Minister")) is None


LEFT = [
    "President Ji-ho Baek returned from Japan and the United States. He met Prime Minister Aiko Tamura of Japan there.",
    "President Ji-ho Baek is back from Tokyo and Washington. He met Prime Minister Aiko Tamura of Japan there.",
]


@pytest.mark.parametrize("body", LEFT)
def test_traveller_is_of_none_of_the_places_left(read: Read, body: str) -> None:
    found = sides(read(body, title="Talks in Japan and the United States"))
    assert found[("Baek", "President")] not in ("JPN", "USA")


def test_one_of_three_parties_has_the_office(read: Read) -> None:
    title = "Joint Statement of the United States, Mexico and Canada"
    found = sides(read("Prime Minister Paul Rennick attended.", title=title, publisher="www.state.gov"))
    assert found == {("Rennick", "Prime Minister"): "CAN"}


def test_one_of_three_parties_is_no_guess(read: Read) -> None:
    found = sides(
        read(
            "Secretary of Energy Rita Paz and Secretary of State Dana Whitlow attended.",
            title="Joint Statement of the United States, Mexico and Canada",
            publisher="www.state.gov",
        )
    )
    assert found[("Paz", "Secretary of Energy")] is None
    assert found[("Whitlow", "Secretary of State")] == "USA"


def test_publishers_own_may_meet_two_others(read: Read) -> None:
    found = sides(
        read(
            "Vice President Lena Hart met Prime Minister Aiko Tamura of Japan in Manila.",
            title="Meeting with the leaders of Japan and the Philippines",
            publisher="www.whitehouse.gov",
        )
    )
    assert found[("Hart", "Vice President")] == "USA"
    assert found[("Tamura", "Prime Minister")] == "JPN"
