"""Contacts in sentences of many hands: between whom, how, when, and whether they happened."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]

TABLE = Path(__file__).with_name("contacts.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
"""Sentences, each with the one contact that it tells, or with dashes where it tells none."""


def contacts(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.kind == "contact"]


def told(contact: Statement) -> list[str]:
    participants = contact.fields["participants"]
    assert isinstance(participants, tuple)
    sides = " ".join(sorted(participants))
    return [f"{sides}, {contact.fields['mode']}", contact.modality, str(contact.date or "-")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_contact_tells_who_met_how(read: Read, row: list[str]) -> None:
    sentence, *expected = row

    found = contacts(read(sentence, published="2025-06-10"))

    assert [told(contact) for contact in found] == ([] if expected[0] == "-" else [expected])


def test_contact_told_in_title_and_body_is_one(read: Read) -> None:
    statements = read(
        "President Gabriel Boric of Chile spoke today with President Luis Arce of Bolivia. "
        "The two leaders discussed lithium.",
        title="Readout of President Boric's Call with President Luis Arce of Bolivia",
        published="2024-02-07",
    )

    (contact,) = contacts(statements)

    assert contact.fields["participants"] == ("CHL", "BOL")
    assert contact.fields["mode"] == "call"
    assert str(contact.date) == "2024-02-07"


def test_contact_in_a_journey_has_its_days_and_sides(read: Read) -> None:
    statements = read(
        "President Prabowo Subianto of Indonesia visited Turkey from 9 to 12 April 2025. "
        "Prabowo held talks with Recep Tayyip Erdogan."
    )

    (contact,) = contacts(statements)

    assert contact.fields["participants"] == ("IDN", "TUR")
    assert str(contact.date) == "2025-04-09/2025-04-12"


def test_contacts_counted_are_counted(read: Read) -> None:
    statements = read("Prime Minister Jonas Gahr Store of Norway held 12 meetings with foreign leaders.")

    assert [c.fields["count"] for c in contacts(statements)] == [Decimal(12)]
