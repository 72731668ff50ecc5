"""A date counts for the word that it hangs on, and not for a neighbour's clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.text import Text
from legation.reading.timing import date_for

Analysed = Callable[..., Text]


def date_of(text: Text, word: str) -> str | None:
    sentence = next(s for s in text.sentences if any(t.text == word for t in s.tokens))
    found = date_for(sentence, next(t for t in sentence.tokens if t.text == word))
    return str(found.when) if found else None


@pytest.mark.parametrize(
    ("body", "word", "date"),
    [
        ("Kenya signed the treaty on 3 May 2021.", "signed", "2021-05-03"),
        ("Kenya signed the treaty in 2021 and ratified it in 2023.", "signed", "2021"),
        ("Kenya signed the treaty in 2021 and ratified it in 2023.", "ratified", "2023"),
        ("In 2019, Peru joined the bank.", "joined", "2019"),
        ("The minister praised the treaty that Kenya signed in 2021.", "signed", "2021"),
        ("The minister praised the treaty that Kenya signed in 2021.", "praised", None),
        ("The talks, which she had proposed in September 2022, failed.", "failed", None),
        ("Two treaties came out of the trip that she made to Peru in May 2022.", "came", "2022-05"),
        ("Kenya signed the treaty.", "signed", None),
        ("She is the first to visit since Ruto took office in June 2022.", "visit", None),
        ("She is the first to visit since Ruto took office in June 2022.", "took", "2022-06"),
    ],
)
def test_date_counts_for_the_word_it_hangs_on(
    analysed: Analysed, body: str, word: str, date: str | None
) -> None:
    assert date_of(analysed(body), word) == date


def test_clause_on_a_noun_keeps_its_own_date(analysed: Analysed) -> None:
    body = "Before 23 June 2023 they called it the partnership that they formed in December 2022."
    text = analysed(body)
    assert date_of(text, "formed") == "2022-12"
    assert date_of(text, "called") == "2023-06-23"
