"""Commitments: who promises what to whom, until when, in whose words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from legation.records import Statement
from legation.values.when import When

Read = Callable[..., list[Statement]]


def commitments(statements: list[Statement]) -> list[Statement]:
    """The commitments among some statements."""
    return [s for s in statements if s.kind == "commitment"]


@pytest.mark.parametrize(
    ("sentence", "by", "what"),
    [
        ("Kenya pledged to plant fifteen million trees.", ("KEN",), "plant fifteen million trees"),
        (
            "The government of Peru has undertaken to ratify the convention.",
            ("PER",),
            "ratify the convention",
        ),
        ("Jakarta said it would send peacekeepers to Lebanon.", ("IDN",), "send peacekeepers to Lebanon"),
        ("Germany reaffirmed its commitment to phasing out coal.", ("DEU",), "phase out coal"),
        ("Turkiye is determined to double its trade with Egypt.", ("TUR",), "double its trade with Egypt"),
        ("The UAE announced plans to invest in Italian ports.", ("ARE",), "invest in Italian ports"),
        ("Uganda intends to join the bank.", ("UGA",), "join the bank"),
        ("The Dutch cabinet decided to withdraw its troops.", ("NLD",), "withdraw its troops"),
        ("Georgia and Armenia, which agreed to mark the border, met.", ("GEO", "ARM"), "mark the border"),
        ("Denmark is to deliver 19 jets.", ("DNK",), "deliver 19 jets"),
        ("Fiji and Samoa have resolved to share patrol boats.", ("FJI", "WSM"), "share patrol boats"),
        ("Qatar will, subject to approval, lend Egypt two ships.", ("QAT",), "lend Egypt two ships"),
        ("The Minister affirmed that Oman will support mediation.", ("OMN",), "support mediation"),
        ("Finland will not send observers.", ("FIN",), "not send observers"),
        ("Spain expressed its readiness to mediate.", ("ESP",), "mediate"),
        ("Sri Lanka’s president said his government would not sell the port.", ("LKA",), "not sell the port"),
        ("The talks, which Egypt stands ready to host again, paused.", None, None),
        ("Cuba remains committed to the normalisation of ties with Canada.", ("CUB",), None),
        ('"We will buy more gas from Azerbaijan," Bulgaria’s prime minister said.', ("BGR",), None),
        ("Lima and Quito agreed that they will hold joint patrols.", ("PER", "ECU"), "hold joint patrols"),
        ("Peru, Chile, and Togo committed to open an archive.", ("PER", "CHL", "TGO"), "open an archive"),
        ("Malaysia would like to buy patrol boats from Turkey.", ("MYS",), "buy patrol boats from Turkey"),
        ("Oman and Yemen reached consensus on opening two crossings.", ("OMN", "YEM"), "open two crossings"),
        ("Two patrol ships will be handed over by Japan.", ("JPN",), "hand two patrol ships over"),
        (
            "The Foreign Ministry of Norway said in a statement that it would send tents.",
            ("NOR",),
            "send tents",
        ),
        ("Ankara vowed never to recognise the annexation.", ("TUR",), "not recognise the annexation"),
        ("The envoy spoke of Kuwait’s wish to join the bank.", ("KWT",), "join the bank"),
        ("Ghana will take measures to ban the trade in ivory.", ("GHA",), "ban the trade in ivory"),
        ("Peru means to finish the port by 2027.", ("PER",), "finish the port by 2027"),
        ("France has in mind to build two frigates.", ("FRA",), "build two frigates"),
        ("Ethiopia gave its word to keep the dam shut.", ("ETH",), "keep the dam shut"),
        ("Malaysia aims for 70 percent renewable power.", ("MYS",), "70 percent renewable power"),
        ("A joint fund is to be set up by Brazil.", ("BRA",), "set a joint fund up"),
        ("Ireland is due to contribute six boats.", ("IRL",), "contribute six boats"),
        ("Oman bound itself to publish the accounts.", ("OMN",), "publish the accounts"),
        ("Tirana gave assurances that it would reform the courts.", ("ALB",), "reform the courts"),
        ("Lebanon offered to host talks and to supply tents.", ("LBN",), "supply tents"),
        ("Chile announced it would recognise Palestine.", ("CHL",), "recognise Palestine"),
    ],
)
def test_commitment_is_found_with_its_promisor(
    read: Read, sentence: str, by: tuple[str, ...] | None, what: str | None
) -> None:
    found = commitments(read(sentence))

    assert [f.fields["by"] for f in found] == ([by] if by else [])
    if what:
        assert found[0].fields["what"] == what


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty will enter into force next month.",
        "The yen will fall further, analysts expect.",
        "The President will visit Rome next week.",
        "Mongolia will host the next summit.",
        "President Ruto of Kenya will make an official visit to Japan.",
        "Both sides looked forward to the next meeting.",
        "France does not plan to send troops.",
        "Serbia refused to impose sanctions on Russia.",
        "India's new policy will help farmers.",
        "South Korean workers will earn more.",
        "By then Ghana will have spent its reserves.",
        "Chile will be able to export more.",
        "There is no sign that Belarus is willing to fight.",
        "Togo and Benin will work together.",
        "Should Togo raise its duties?",
        "Hungary has no intention of leaving the union.",
        "How will Togo work with Benin to patrol the coast?",
        "Togo has what it needs to defend its coast.",
        "Togo will implement these commitments.",
        "Togo and Benin agreed to raise relations to a strategic partnership.",
        "Togo will follow suit.",
        "Togo reaffirmed its shared commitment to promote peace.",
        "The EU prepared a package for Malta, which will include new aid.",
        "Paris accused Mali of planning to expel its envoy.",
        "Exports should be diversified, the report argues.",
    ],
)
def test_commitment_is_neither_forecast_nor_visit_nor_refusal(read: Read, sentence: str) -> None:
    assert not commitments(read(sentence))


@pytest.mark.parametrize(
    ("sentence", "modality", "by"),
    [
        ("Brazil urged Argentina to lift its restrictions on poultry.", "called_for", ("ARG",)),
        ("The EU called on Serbia to repeal the law.", "called_for", ("SRB",)),
        ("Washington demanded that Tehran release the crew.", "called_for", ("IRN",)),
        ("Rome wants Malta to open its ports.", "called_for", ("MLT",)),
        ("Kyiv counts on Warsaw to hand over its jets.", "called_for", ("POL",)),
        ("Should Niger free its president, Benin will reopen the border.", "conditional", ("BEN",)),
        ("Subject to approval, Chile will lend Peru a ship.", "conditional", ("CHL",)),
        ("Tehran appealed to Armenia to sign the treaty.", "called_for", ("ARM",)),
        ("Chile renewed its call on Peru to ratify the pact.", "called_for", ("PER",)),
        ("Togo is willing to send troops, provided that Mali pays.", "conditional", ("TGO",)),
        ("The G7 called for Myanmar to end the violence.", "called_for", ("MMR",)),
        ("Beijing hopes that Tokyo will honour the accord.", "called_for", ("JPN",)),
        ("Ghana should diversify its exports, the report argues.", "called_for", ("GHA",)),
        ("Quito needs to open its market to Peruvian rice.", "called_for", ("ECU",)),
        ("Nepal proposed that India reopen the border post.", "called_for", ("IND",)),
        ("The ministers of Kenya call on Europe to buy more tea.", "called_for", ("Europe",)),
        ("If talks fail, Seoul is prepared to impose duties.", "conditional", ("KOR",)),
        ("Zimbabwe promised to pay the farmers if the sanctions are lifted.", "conditional", ("ZWE",)),
        ("Norway may be willing to lift the ban.", "conditional", ("NOR",)),
        ("Norway will lift the ban.", "actual", ("NOR",)),
    ],
)
def test_commitment_tells_own_word_from_demand_and_condition(
    read: Read, sentence: str, modality: str, by: tuple[str, ...]
) -> None:
    (found,) = commitments(read(sentence))

    assert (found.modality, found.fields["by"]) == (modality, by)


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Norway will provide 75 million euros in aid to Ukraine.", 75_000_000, "EUR"),
        ("London has committed £3 billion to Ukraine.", 3_000_000_000, "GBP"),
        ("Canada is contributing 20 million Canadian dollars to the fund.", 20_000_000, "CAD"),
        ("Morocco aims to generate 52 percent of its power from the sun.", 52, "percent"),
        ("Hungary announced an additional 10 million dollars in aid for Lebanon.", 10_000_000, "USD"),
    ],
)
def test_commitment_has_its_amount(read: Read, sentence: str, value: int, unit: str) -> None:
    (found,) = commitments(read(sentence))

    assert (found.fields["value"], found.fields["unit"]) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Germany committed to phase out coal by 2038.", "2038"),
        ("Uganda intends to join the bank by June 2026.", "2026-06"),
        ("By the end of this decade, Chile will close its coal plants.", "2030"),
        ("Chile plans to close its coal plants.", None),
        ("Chile will close its coal plants within three months.", "2025-04-01"),
        ("Chile will close its coal plants over the next two years.", "2027"),
        ("Chile agreed to close its coal plants at the summit in May 2027.", "2027-05"),
    ],
)
def test_commitment_has_its_deadline(read: Read, sentence: str, deadline: str | None) -> None:
    (found,) = commitments(read(sentence))

    assert found.fields["deadline"] == (When.parse(deadline) if deadline else None)


def test_commitment_list_gives_each_act(read: Read) -> None:
    found = commitments(
        read(
            "Peru commits to reform its customs, including by accepting electronic certificates, removing stamps on "
            "invoices, and publishing all fees online.",
            title="Joint Statement on Trade between Peru and Canada",
        )
    )

    assert [f.fields["what"] for f in found] == [
        "reform its customs",
        "accept electronic certificates",
        "remove stamps on invoices",
        "publish all fees online",
    ]
    assert {f.fields["to"] for f in found} == {("CAN",)}


def test_commitment_parts_behind_semicolons_stand_alone(read: Read) -> None:
    found = commitments(
        read("Peru commits to cut duties; open two ports; and address delays caused by strikes.")
    )

    assert [f.fields["what"] for f in found] == [
        "cut duties",
        "open two ports",
        "address delays caused by strikes",
    ]


def test_commitment_paired_verbs_are_one_act(read: Read) -> None:
    (found,) = commitments(read("Peru commits to adopt and maintain high standards."))

    assert found.fields["what"] == "adopt and maintain high standards"


def test_commitment_bullets_take_promisor_from_lead_in(read: Read) -> None:
    found = commitments(
        read(
            "Both sides committed to:\n\n- reduce customs duties;\n\n- open two border posts by 2027;\n\n- exchange lists.",
            title="Joint Statement of Ghana and Togo",
        )
    )

    assert [f.fields["what"] for f in found] == [
        "reduce customs duties",
        "open two border posts by 2027",
        "exchange lists",
    ]
    assert {f.fields["by"] for f in found} == {("GHA", "TGO")}


@pytest.mark.parametrize(
    ("title", "sentence", "by"),
    [
        (
            "Readout of talks between Japan and Kenya",
            "The two leaders agreed to open flights.",
            ("JPN", "KEN"),
        ),
        ("Joint Statement of Chile and Norway", "Each Party shall name a contact point.", ("CHL", "NOR")),
        ("Joint Statement of Chile and Norway", "The Parties shall share data.", ("CHL", "NOR")),
        ("Joint Statement of Chile and Norway", "We will expand our patrols.", ("CHL", "NOR")),
        ("G7 Leaders' Statement on Grain", "We commit to keep ports open.", ("G7",)),
        ("Joint Statement of Chile and Norway", "They intend to share data.", ("CHL", "NOR")),
        ("Talks between Japan and Kenya", "The leaders told their ministers nothing.", None),
        (
            "Talks between Japan and Kenya",
            "The leaders directed their ministers to draft a plan.",
            ("JPN", "KEN"),
        ),
    ],
)
def test_commitment_promisor_from_document(
    read: Read, title: str, sentence: str, by: tuple[str, ...] | None
) -> None:
    assert [f.fields["by"] for f in commitments(read(sentence, title=title))] == ([by] if by else [])


def test_commitment_rhetoric_of_a_speech_is_none(read: Read) -> None:
    title = "Remarks by President Javier Milei of Argentina at the Summit"

    assert not commitments(read("We will build a better world together.", title=title))


def test_commitment_said_twice_is_one(read: Read) -> None:
    found = commitments(read("Kenya pledged to plant a forest.\n\nKenya has pledged to plant a forest."))

    assert len(found) == 1


def test_commitment_within_another_is_found_too(read: Read) -> None:
    found = commitments(read("Japan agreed to lift its ban in view of Kenya’s commitment to inspect farms."))

    assert [(f.fields["by"], f.fields["what"]) for f in found][1] == (("KEN",), "inspect farms")


@pytest.mark.parametrize(
    ("title", "sentence", "to"),
    [
        ("Kenya and Fiji hold talks", "Kenya will send nurses.", ("FJI",)),
        ("Kenya and Fiji hold talks", "Kenya will impose sanctions on Mali.", ()),
        ("Kenya and Fiji hold talks", "Kenya urged Togo to open its ports.", ("KEN",)),
        ("Report on aid", "Kenya and Togo agreed to support Niger and Chad.", ("NER", "TCD")),
        ("Report on aid", "Kenya will help Niger build a dam.", ("NER",)),
        ("Report on aid", "Kenya will plant trees.", ()),
    ],
)
def test_commitment_knows_whom_it_is_for(read: Read, title: str, sentence: str, to: tuple[str, ...]) -> None:
    (found,) = commitments(read(sentence, title=title))

    assert found.fields["to"] == to


def test_commitment_paragraphs_under_a_lead_in_are_its_list(read: Read) -> None:
    found = commitments(
        read(
            "In the next year, ASEAN will:\n\nEstablish a task force on floods, led by Laos.\n\n"
            "Publish guidance for farmers. Floods are frequent."
        )
    )

    assert [(f.fields["by"], str(f.fields["what"]).split(",")[0]) for f in found] == [
        (("ASEAN",), "establish a task force on floods"),
        (("ASEAN",), "publish guidance for farmers"),
    ]


def test_commitment_is_none_where_nobody_will_receive(read: Read) -> None:
    assert commitments(read("Those who will receive 5 million dollars are not known.")) == []


def test_commitment_that_a_paper_binds_to_is_of_whom_it_names(read: Read) -> None:
    (found,) = commitments(
        read("The treaty obliges Chad to admit 20 observers.", title="Chad and Niger sign treaty")
    )
    assert (found.fields["by"], found.fields["what"]) == (("TCD",), "admit 20 observers")


def test_commitments_before_which_to_is_said_again_are_several(read: Read) -> None:
    found = commitments(
        read("Peru and Chile agreed to lift the ban, to open a ferry route and to train pilots.")
    )
    assert [f.fields["what"] for f in found] == ["lift the ban", "open a ferry route", "train pilots"]


def test_commitment_of_a_second_verb_has_its_act_behind_it(read: Read) -> None:
    found = commitments(read("Chad owes Togo 5 million dollars and undertook in March to repay the sum."))
    assert [f.fields["what"] for f in found] == ["repay the sum"]
