"""Names that begin like a function word are parsed as names; prepositions and pronouns stay what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors.words import fold
from legation.reading.homonyms import with_names
from legation.records import Statement

Read = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("To Van Minh met the envoy.", "Tô"),
        ("Talks began when To Van Minh landed.", "Tô"),
        ("Vice Premier He Jianguo spoke.", "Hê"),
        ("Deputy Minister Do Quang Hieu spoke.", "Dô"),
        ("Minister An Gyu-jin spoke.", "Ân"),
        ("The visit of So Man-ho, a general, ended.", "Sô"),
    ],
)
def test_name_behind_a_title_or_before_a_verb_gets_an_accent(text: str, name: str) -> None:
    assert name in with_names(text).split()


@pytest.mark.parametrize(
    "text",
    [
        "To Seoul he sent a letter.",
        "President To Visit Gangneung.",
        "The Prime Minister met envoys In Tokyo, Japan.",
        "In Geneva is a lake.",
        "So Ruto went home.",
        "Will Ruto attend?",
        "He met Kim. To them he spoke.",
    ],
)
def test_function_words_stay_as_they_are(text: str) -> None:
    assert with_names(text) == text


@given(st.text(alphabet="ToHeDnIS lamifg.,’s\n", max_size=80))
def test_text_keeps_its_length_and_its_letters(text: str) -> None:
    assert len(with_names(text)) == len(text)
    assert fold(with_names(text)) == fold(text)


def test_reading_tells_the_name_without_the_accent(read: Read) -> None:
    found = [
        s for s in read("Chinese Vice Premier He Jianguo visited Peru in May 2024.") if s.kind == "visit"
    ]
    assert [s.fields["visitors"] for s in found] == [("He Jianguo",)]
