"""Who says it: the subject of the verb of saying, or nobody but the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.reading.saying import says_of
from legation.reading.text import Text

Analysed = Callable[..., Text]


@pytest.mark.parametrize(
    ("body", "word", "says"),
    [
        ("Minister Ana Silva said that Peru signed the treaty.", "signed", "Ana Silva"),
        ("Kenya announced that it will open two ports.", "open", "KEN"),
        ("The spokesman said Peru signed the treaty.", "signed", "The spokesman"),
        ("Peru signed the treaty, according to Minister Ana Silva.", "signed", "Ana Silva"),
        ("Peru signed the treaty.", "signed", None),
    ],
)
def test_speaker_is_the_subject_of_the_saying(
    analysed: Analysed, body: str, word: str, says: str | None
) -> None:
    sentence = analysed(body).sentences[0]
    assert says_of(sentence, next(t.i for t in sentence.tokens if t.text == word)) == says
