"""What the parser sees of a word."""

from __future__ import annotations

import pytest

from legation.reading.features import features_of

NAMES = ("form", "beginning", "ending", "last", "shape")


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("Ministers", ("ministers", "min", "ers", "rs", "Xxxxx")),
        ("2,024", ("0,000", "0,0", "000", "00", "d,ddd")),
        ("G7", ("g0", "g0", "g0", "g0", "Xd")),
        ("’s", ("’s", "’s", "’s", "’s", "’x")),
    ],
)
def test_word_is_seen_by_its_form_ends_and_shape(word: str, features: tuple[str, ...]) -> None:
    assert features_of(word, NAMES) == features
