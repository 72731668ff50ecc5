"""What a brief says in its own words, what it quotes instead, and what it does not say at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from legation.briefs import Brief, write_brief
from legation.briefs.proof.links import person_in, ties
from legation.briefs.proof.modality import hangs
from legation.briefs.word import takes_article
from legation.ledger import View

if TYPE_CHECKING:
    from tests.briefs.conftest import Paper

Kept = Callable[[Sequence["Paper"]], View]
Told = Callable[..., list[str]]


@pytest.fixture
def told(paper: type[Paper], kept: Kept) -> Told:
    """The sentences of a section of a brief on Chile and Peru, from one text and what it says."""

    def sentences(text: str, section: str, *said: dict[str, Any], on: str = "2025-06-01") -> list[str]:
        page = paper("page", text, "2025-05-20", "Pacific Gazette")
        for one in said:
            page.says(**one)
        brief: Brief = write_brief(kept([page]), of="CHL", with_="PER", on=date.fromisoformat(on))
        return [s.text for found in brief.sections if found.key == section for s in found.sentences]

    return sentences


def promise(quote: str, what: str, **more: Any) -> dict[str, Any]:
    return {"kind": "commitment", "quote": quote, "by": ("PER",), "to": ("CHL",), "what": what, **more}


def test_promise_cut_before_its_condition_is_quoted_whole(told: Told) -> None:
    text = "Peru will lift its tariff on Chilean wine that is sold in bottles."
    said = promise("Peru will lift its tariff on Chilean wine", "lift its tariff on Chilean wine")
    said["at"] = {"what": "lift its tariff on Chilean wine"}
    (sentence,) = told(text, "commitments_theirs", said)
    assert "“Peru will lift its tariff on Chilean wine that is sold in bottles”" in sentence


def test_promise_told_to_its_end_is_worded(told: Told) -> None:
    text = "Peru will lift its tariff on Chilean wine."
    (sentence,) = told(text, "commitments_theirs", promise(text, "lift its tariff on Chilean wine"))
    assert sentence.startswith("Peru undertook to lift its tariff on Chilean wine (text of 20 May 2025)")


def test_commitment_to_a_mere_thing_is_left_out(told: Told) -> None:
    text = "Peru stressed its commitment to Chile and to peace."
    assert not told(text, "commitments_theirs", promise(text, "Chile and to peace"))


def test_agreement_that_is_only_hoped_for_is_neither_told_nor_quoted(told: Told) -> None:
    text = "Chile and Peru will cut tariffs, subject to the successful conclusion of the Arica Accord."
    said = {
        "kind": "agreement",
        "quote": "conclusion of the Arica Accord",
        "parties": ("CHL", "PER"),
        "title": "Arica Accord",
        "action": "concluded",
    }
    assert not told(text, "agreements", said)


def test_meeting_told_in_two_ways_is_told_once(told: Told) -> None:
    text = (
        "President Rosa Diaz of Peru met President Ana Soto of Chile in Lima on 3 May 2025. "
        "President Ana Soto of Chile held talks with President Rosa Diaz of Peru on 3 May 2025."
    )
    said = [
        {
            "kind": "contact",
            "quote": quote,
            "date": "2025-05-03",
            "participants": ("CHL", "PER"),
            "persons": persons,
            "mode": "meeting",
        }
        for quote, persons in (
            (text[: text.index(". ") + 1], ("Rosa Diaz", "Ana Soto")),
            (text[text.index(". ") + 2 :], ("Ana Soto",)),
        )
    ]
    assert len(told(text, "last_contact", *said)) == 1


def test_what_both_hold_against_a_third_is_no_quarrel_of_theirs(told: Told) -> None:
    text = "Chile and Peru condemned Iran for the attack."
    both = {"kind": "event", "quote": text, "source": ("CHL", "PER"), "target": ("IRN",), "type": "ACCUSE"}
    assert not told(text, "conflicts", both)


def test_investment_is_told_in_the_words_that_give_its_direction(told: Told) -> None:
    text = "Chile has invested 17 billion US dollars in Peru."
    said = {"kind": "figure", "quote": text, "subject": ("CHL", "PER"), "indicator": "investment"}
    (sentence,) = told(text, "figures", {**said, "value": Decimal(17_000_000_000), "unit": "USD"})
    assert "“Chile has invested 17 billion US dollars in Peru”" in sentence


def test_compliment_is_no_level_of_relations(told: Told) -> None:
    text = "Chile and Peru have warm ties."
    said = {"kind": "relation", "quote": text, "parties": ("CHL", "PER"), "tier": "warm ties"}
    assert not told(text, "relations", {**said, "action": "described"})


def test_minister_whom_a_source_calls_one_no_longer_is_not_told_as_one(told: Told) -> None:
    text = (
        "Foreign Minister Luis Vega of Peru spoke in Tacna. "
        "Luis Vega of Peru is no longer foreign minister, the palace said."
    )
    said = {"kind": "appointment", "person": "Luis Vega", "office": "Foreign Minister", "of": "PER"}
    first = {**said, "quote": "Foreign Minister Luis Vega of Peru", "action": "holds"}
    second = {**said, "quote": "Luis Vega of Peru is no longer foreign minister", "action": "left"}
    assert not told(text, "people", first, second)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("President Rosa Diaz", "Rosa Diaz"),
        ("Minister Cho", "Cho"),
        ("Ana Soto, Foreign Minister of Chile", "Ana Soto"),
        ("Party General Secretary To Lam", "To Lam"),
        ("the two sides", None),
        ("Chile", None),
    ],
)
def test_person_is_read_from_words_with_a_title(words: str, person: str | None) -> None:
    assert person_in(words) == person


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("President Rosa Diaz of Peru spoke.", {"PER"}),
        ("They met on the margins of the G7 Summit. President Rosa Diaz left.", set()),
        ("Remarks by President Rosa Diaz and President Ana Soto of Chile", set()),
        ("Serdar Ovezov of Turkmenistan President Rosa Diaz of Peru", {"PER"}),
    ],
)
def test_person_is_tied_to_no_state_across_a_sentence_or_another_person(text: str, states: set[str]) -> None:
    assert ties("Rosa Diaz", text) == states


@pytest.mark.parametrize(
    ("before", "core", "hanging"),
    [
        ("They called for efforts to ", "conclude the accord", True),
        ("subject to the ", "signing of the accord", True),
        ("They agreed on the ", "need for a memorandum", True),
        ("The ministers discussed trade and ", "signed the accord", False),
        ("On Monday ", "they signed the accord", False),
    ],
)
def test_act_under_a_wish_hangs(before: str, core: str, *, hanging: bool) -> None:
    assert hangs(before, core) is hanging


@pytest.mark.parametrize(
    ("name", "article"), [("NASA", False), ("ASEAN", False), ("OSCE", True), ("WTO", True)]
)
def test_short_name_spoken_as_a_word_has_no_article(name: str, *, article: bool) -> None:
    assert takes_article(name) is article
