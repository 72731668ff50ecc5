"""Texts are parted into words and marks without losing a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.words import words_of


def parts(text: str) -> list[str]:
    return words_of(text)[0]


@given(
    st.text(alphabet=st.sampled_from("aB1.,;:'’“”()-–/$% \n\té\u00a0"), max_size=60) | st.text(max_size=40)
)
def test_words_and_spaces_are_the_text(text: str) -> None:
    words, spaced = words_of(text)
    assert "".join(word + " " * space for word, space in zip(words, spaced, strict=True)) == text
    assert all(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won’t,” he said.", ["“", "We", "wo", "n’t", ",", "”", "he", "said", "."]),
        ("the minister's U.S. visit", ["the", "minister", "'s", "U.S.", "visit"]),
        ("(US$4.5bn), up 3%", ["(", "US$", "4.5bn", ")", ",", "up", "3", "%"]),
        ("China-Ghana talks 2019–2023", ["China", "-", "Ghana", "talks", "2019–2023"]),
        ("land/sea and/or a 10-year plan", ["land", "/", "sea", "and/or", "a", "10", "-", "year", "plan"]),
        ("See https://example.org/a?b=1.", ["See", "https://example.org/a?b=1", "."]),
        ("at 5 p.m. on Monday.Then", ["at", "5", "p.m.", "on", "Monday", ".", "Then"]),
        ("two  blanks\nand a line", ["two", " ", "blanks", "\n", "and", "a", "line"]),
        (
            "Law No. 7 is in vol. 2. 9 say No. Lt. Gen. Oh",
            ["Law", "No.", "7", "is", "in", "vol.", "2", ".", "9", "say", "No", ".", "Lt.", "Gen.", "Oh"],
        ),
        ("", []),
    ],
)
def test_words_are_parted_as_the_parser_was_taught(text: str, words: list[str]) -> None:
    assert parts(text) == words
