"""Offices below the state are of their part, city or chamber; of nothing where the text names none."""

from collections.abc import Callable

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("Governor Dana Whitlow (OH) spoke.", "Ohio"),
        ("State Senator Dana Whitlow (D-MD) spoke.", "Maryland"),
        ("Minnesota Governor Dana Whitlow spoke.", "Minnesota"),
        ("Senator Dana Whitlow spoke.", "US Senate"),
        ("Mayor Dana Whitlow (D-OR) spoke.", None),
        ("USAID Administrator Dana Whitlow spoke.", "USAID"),
        ("Cybersecurity and Infrastructure Security Agency Director Dana Whitlow spoke.",
         "Cybersecurity and Infrastructure Security Agency"),
        ("European Commissioner for Trade Dana Whitlow spoke.", "European Commission"),
    ],
)  # fmt: skip
def test_office_is_of_what_it_serves(read: Read, sentence: str, of: str | None) -> None:
    found = [s for s in read(sentence, publisher="www.state.gov") if s.kind == "appointment"]
    assert [s.fields["of"] for s in found] == [of]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Indian PM Arun Mehta spoke.", "Prime Minister"),
        ("Vietnamese FM Nguyen Van An spoke.", "Foreign Minister"),
        ("Deputy PM Nguyen Van An spoke.", "Deputy Prime Minister"),
        ("Sen. Dana Whitlow spoke.", "Senator"),
    ],
)
def test_short_title_is_read_in_full(read: Read, sentence: str, office: str) -> None:
    assert [s.fields["office"] for s in read(sentence) if s.kind == "appointment"] == [office]
