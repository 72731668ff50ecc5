"""Agreements: many wordings of what is done to a treaty, each with what must come out."""

from __future__ import annotations

import pytest
from tests.reading.conftest import Read
from tests.reading.finders import telling

from legation.records import Statement


def told(statements: list[Statement]) -> set[str]:
    """The agreements among statements, one line each."""
    return telling.told(
        statements, "agreement", lambda s: f"[{s.fields['title']}] {s.fields['action']} {s.fields['field']}"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ghana and Togo signed on 5 May 2021 six MoUs.",
            "GHA-TGO [MoUs] signed general 6 2021-05-05",
        ),
        (
            "Ghana, Togo, Chad and Mali have inked a gas transit deal.",
            "GHA-MLI-TCD-TGO [gas transit deal] signed energy",
        ),
        ("Chile withdrew from the Lima Convention in 2021.", "CHL [Lima Convention] ended general 2021"),
        (
            "Acme Energy and Initech Systems signed a gas contract.",
            "Acme Energy-Initech Systems [gas contract] signed energy",
        ),
        (
            "MVM, an energy firm, signed a supply contract with Peru's power company, Globex Power.",
            "Globex Power-MVM [supply contract] signed energy",
        ),
        (
            "The 1978 treaty between Peru and Chile remains in force.",
            "CHL-PER [treaty between Peru and Chile] in_force general",
        ),
        (
            "Peru and Chile are cooperating under the Peru-Chile Joint Roadmap on Digital Trade.",
            "CHL-PER [Peru-Chile Joint Roadmap on Digital Trade] in_force technology",
        ),
        (
            "Talks resulted in a fisheries agreement between Ghana and Togo.",
            "GHA-TGO [fisheries agreement] concluded climate",
        ),
        (
            "Ghana and Togo signed a memorandum of understanding on ports on the sidelines of the summit.",
            "GHA-TGO [memorandum of understanding on ports] signed transport",
        ),
        (
            "Ghana and Togo signed a maritime boundary treaty on 5 May 2021.",
            "GHA-TGO [maritime boundary treaty] signed general 2021-05-05",
        ),
        (
            "Canada is negotiating a free trade agreement with Indonesia.",
            "CAN-IDN [free trade agreement] negotiating trade 2025-01",
        ),
        (
            "Peru and Chile have concluded negotiations on a free trade agreement.",
            "CHL-PER [free trade agreement] concluded trade",
        ),
        (
            "Japan ratified the Paris Agreement in November 2016.",
            "JPN [Paris Agreement] ratified general 2016-11",
        ),
        (
            "Mercosur and the EU reached a trade deal in December 2024.",
            "EU-Mercosur [trade deal] concluded trade 2024-12",
        ),
        (
            "Kenya has signed 17 free trade agreements.",
            "KEN [free trade agreements] signed trade 17",
        ),
        ("Turkey and Somalia inked a defence pact in Ankara.", "SOM-TUR [defence pact] signed defence"),
        (
            "The Philippines terminated the Visiting Forces Agreement with the United States in February 2020.",
            "PHL-USA [Visiting Forces Agreement] ended general 2020-02",
        ),
        (
            "Egypt and the IMF reached a staff-level agreement.",
            "EGY-IMF [staff-level agreement] concluded general",
        ),
        (
            "Negotiations on an investment protection treaty between Chile and Qatar are under way.",
            "CHL-QAT [investment protection treaty] negotiating investment 2025-01",
        ),
        (
            "A memorandum of understanding on labour was signed between Laos and Thailand.",
            "LAO-THA [memorandum of understanding on labour] signed labour",
        ),
        (
            "Kazakhstan plans to sign an energy agreement with Italy next month.",
            "ITA-KAZ [energy agreement] signed energy 2025-02 planned",
        ),
        (
            "Thailand and Cambodia signed a ceasefire agreement on 28 July 2024.",
            "KHM-THA [ceasefire agreement] signed security 2024-07-28",
        ),
        (
            "VinFast signed a memorandum of understanding with the Government of Ghana.",
            "GHA-VinFast [memorandum of understanding with the Government of Ghana] signed general",
        ),
        (
            "Germany and Namibia initialled a joint declaration in May 2021.",
            "DEU-NAM [joint declaration] adopted general 2021-05",
        ),
        (
            "The transit agreement between Chad and Niger entered into force on 1 July 2024.",
            "NER-TCD [transit agreement] in_force transport 2024-07-01",
        ),
        (
            "Mexico and Brazil updated their trade pact in 2023.",
            "BRA-MEX [trade pact] amended trade 2023",
        ),
        (
            "Peru and Chile put their names to a fisheries treaty on 3 May 2021.",
            "CHL-PER [fisheries treaty] signed climate 2021-05-03",
        ),
    ],
)
def test_agreement_is_found(read: Read, body: str, expected: str) -> None:
    assert told(read(body)) == {expected}


def test_joint_statement_is_its_own_title(read: Read) -> None:
    title = "Joint Statement by the Leaders of Kenya and Ghana on Energy"
    lines = told(read("We met in Accra.", title=title, published="2024-05-06"))
    assert lines == {f"GHA-KEN [{title}] adopted energy 2024-05-06"}


def test_bare_agreement_takes_the_title_given_before(read: Read) -> None:
    body = (
        "Peru and Chile have agreed to an Agreement on Air Transport (Agreement).\n\n"
        "Peru and Chile will work to finalize the Agreement."
    )
    titles = {line[line.index("[") + 1 : line.index("]")] for line in told(read(body))}
    assert titles == {"Agreement on Air Transport"}


def test_signing_told_of_a_journey_falls_within_it(read: Read) -> None:
    body = "The president of Kenya was in Ghana from 2 to 5 May 2024. Kenya and Ghana signed a road pact."
    assert any(line.endswith("2024-05-02/2024-05-05") for line in told(read(body, published="2024-05-06")))


def test_urged_agreement_has_only_who_is_urged(read: Read) -> None:
    lines = told(read("Japan should sign the accord.", title="Japan and Fiji"))
    assert lines == {"JPN [accord] signed general called_for"}


@pytest.mark.parametrize(
    "body",
    [
        "The ministers were in full agreement.",
        "They spoke of their commitment to the Paris Agreement.",
        "The statement was read out by an aide.",
        "The Security Council adopted a resolution.",
        "The president signed a memorandum on hiring.",
        "Peru and Chile discussed the enduring importance of the accords.",
    ],
)
def test_mention_in_passing_is_no_agreement(read: Read, body: str) -> None:
    assert told(read(body)) == set()


def test_agreements_listed_with_their_numbers_are_each_told(read: Read) -> None:
    body = "Peru and Chile signed a treaty on extradition and three memoranda on mining."
    assert told(read(body)) == {
        "CHL-PER [treaty on extradition] signed security",
        "CHL-PER [memoranda on mining] signed general 3",
    }


def test_items_under_a_lead_in_are_signed(read: Read) -> None:
    body = (
        "Ghana and Togo signed the following on 5 May 2021:\n\n"
        "A memorandum of cooperation on museums;\n\n"
        "An agreement on extradition;"
    )
    assert told(read(body)) >= {
        "GHA-TGO [memorandum of cooperation on museums] signed culture 2021-05-05",
        "GHA-TGO [agreement on extradition] signed security 2021-05-05",
    }


def test_document_told_of_before_is_the_same_agreement(read: Read) -> None:
    body = "Ghana and Togo signed a treaty on extradition. The document was signed by their ministers on 5 May 2021."
    assert told(read(body)) == {"GHA-TGO [treaty on extradition] signed security 2021-05-05"}


def test_headline_of_two_states_has_both_as_parties(read: Read) -> None:
    assert told(read("Ghana signed a pact.", title="Peru, Chile sign gas pact")) >= {
        "CHL-PER [gas pact] signed energy"
    }


def test_agreement_is_known_by_its_letters(read: Read) -> None:
    body = (
        "Peru and Chile signed the Mutual Access Agreement (MAA) on 5 May 2021. "
        "The MAA entered into force on 7 June 2022."
    )
    assert told(read(body)) >= {"CHL-PER [Mutual Access Agreement] in_force general 2022-06-07"}


def test_truce_of_others_is_not_that_of_those_who_speak_of_it(read: Read) -> None:
    lines = told(
        read("They discussed efforts to reach a truce in Yemen.", title="Call between Peru and Chile")
    )
    assert lines == set()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Peru and Chile signed a fisheries treaty on 3 May 2001. It was ratified on 4 June 2004.",
            "CHL-PER [fisheries treaty] ratified climate 2004-06-04",
        ),
        (
            "Peru signed a fisheries treaty with Chile on 3 May 2001. One with Togo was signed on 4 June 2004.",
            "PER-TGO [fisheries treaty] signed climate 2004-06-04",
        ),
        (
            "The fisheries treaty that Peru and Chile signed in Lima on 3 May 2001 is still held in honour.",
            "CHL-PER [fisheries treaty] signed climate 2001-05-03",
        ),
        (
            "A fisheries treaty between Peru and Chile was signed on 3 May 2001 and replaced that of 1950.",
            "CHL-PER [fisheries treaty] ended climate",
        ),
        (
            "A fisheries treaty between Peru and Chile is to be signed on 4 September 2024.",
            "CHL-PER [fisheries treaty] signed climate 2024-09-04 planned",
        ),
        (
            "On 3 May 2001 Chad ordered four frigates from Italy.",
            "ITA-TCD [order of four frigates] concluded defence 2001-05-03",
        ),
    ],
)
def test_agreement_without_its_noun_beside_the_act_is_found(read: Read, body: str, expected: str) -> None:
    assert expected in told(read(body))
