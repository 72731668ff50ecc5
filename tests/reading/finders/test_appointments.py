"""Appointments in sentences of many hands: who, which office, of what, by which act, when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]

TABLE = Path(__file__).with_name("appointments.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
"""Sentences, each with the appointments that it states, or with a dash where it states none."""


def appointments(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.kind == "appointment"]


def told(appointment: Statement) -> str:
    fields = appointment.fields
    words = [fields["person"], fields["office"], fields["of"] or "-", fields["action"]]
    return " | ".join(str(w) for w in (*words, appointment.modality, appointment.date or "-"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_appointment_tells_who_holds_what(read: Read, row: list[str]) -> None:
    sentence, *expected = row

    found = {told(a) for a in appointments(read(sentence, published="2025-06-10"))}

    assert found == (set() if expected == ["-"] else set(expected))


def test_appointment_comes_out_once_a_document_in_its_fullest_form(read: Read) -> None:
    text = "Foreign Minister Wong spoke first. Australian Foreign Minister Penny Wong said trade had grown."

    found = appointments(read(text))

    assert [told(a) for a in found] == ["Penny Wong | Foreign Minister | AUS | holds | actual | -"]


def test_appointment_of_a_deputy_is_not_that_of_the_minister(read: Read) -> None:
    text = (
        "Deputy Prime Minister Maria Vella of Malta spoke. Later Prime Minister Maria Vella of Malta replied."
    )

    assert len(appointments(read(text))) == 2


def test_appointment_takes_the_party_that_the_text_names(read: Read) -> None:
    text = "The Communist Party of Vietnam met. General Secretary To Lam of Vietnam saw President Luong Cuong of Vietnam."

    bodies = {str(a.fields["person"]): a.fields["of"] for a in appointments(read(text))}

    assert bodies == {"To Lam": "Communist Party of Vietnam", "Luong Cuong": "VNM"}


def test_appointment_in_a_headline_ends_its_name_before_the_verb(read: Read) -> None:
    found = appointments(
        read("It was raining.", title="Foreign Minister Wong Announces Sanctions on Traffickers")
    )

    assert [a.fields["person"] for a in found] == ["Wong"]


def test_appointment_of_a_chief_executive_is_never_of_the_publishing_state(read: Read) -> None:
    found = appointments(read("Ana Ruiz, CEO, Acme Motors, attended.", publisher="www.state.gov"))

    assert [told(a) for a in found] == ["Ana Ruiz | CEO | Acme Motors | holds | actual | -"]


def test_appointment_without_a_state_is_of_the_place_where_its_holder_is_met(read: Read) -> None:
    text = "Ghana widens its ties. Ghana's envoys travelled. In Lima the Ghanaian delegation met President Dina Ruiz."

    bodies = {
        a.fields["person"]: a.fields["of"]
        for a in appointments(read(text, title="Ghana looks to Latin America"))
    }

    assert bodies == {"Dina Ruiz": "PER"}


def test_appointment_without_a_state_is_of_the_state_that_the_news_is_of(read: Read) -> None:
    text = "Ghana widens its ties. Ghana's trade grew, and Ghana hopes for more. Trade Minister Kofi Asante told reporters so."

    bodies = {a.fields["person"]: a.fields["of"] for a in appointments(read(text))}

    assert bodies == {"Kofi Asante": "GHA"}
