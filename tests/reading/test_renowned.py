"""Leaders whom everybody knows have a side where no text tells it, and never against the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "year", "visitor", "home"),
    [
        ("Xi Jinping will pay a state visit to Malaysia in April 2025.", "2025-04-02", "Xi Jinping", "CHN"),
        ("Putin visited Vietnam in June 2024.", "2024-06-21", "Putin", "RUS"),
        ("Lula arrived in Tokyo on 24 March 2025.", "2025-03-25", "Lula", "BRA"),
    ],
)
def test_leader_without_a_title_travels_for_the_state(
    read: Read, sentence: str, year: str, visitor: str, home: str
) -> None:
    (visit,) = [s for s in read(sentence, published=year) if s.kind == "visit"]
    assert visit.fields["from"] == home
    assert visit.fields["visitors"] == (visitor,)


def test_text_goes_before_the_table(read: Read) -> None:
    found = read("Peruvian Trade Minister Angela Merkel visited Kenya on 3 May 2010.", published="2010-05-04")
    assert {s.fields["from"] for s in found if s.kind == "visit"} == {"PER"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clinton Foundation met donors from Kenya.",
        "Talks at Kennedy Airport were short.",
        "Merkel Tools opened in Peru.",
    ],
)
def test_part_of_another_name_is_no_leader(read: Read, sentence: str) -> None:
    assert not [s for s in read(sentence, published="2010-05-04") if s.kind in ("contact", "visit")]
