"""Planned is not held; urged is not promised."""

from __future__ import annotations

import pytest

from legation.reading.modality import modality_of
from legation.reading.parser import parse


@pytest.mark.parametrize(
    ("sentence", "word", "modality"),
    [
        ("Ghana and Togo signed the treaty.", "signed", "actual"),
        ("The two ministers will sign it in June.", "sign", "planned"),
        ("She is scheduled to visit Japan.", "visit", "planned"),
        ("The envoy is to travel to Lima.", "travel", "planned"),
        ("They agreed to sign the accord.", "sign", "planned"),
        ("The parties should sign the pact.", "sign", "called_for"),
        ("Hanoi urged Seoul to raise its imports.", "raise", "called_for"),
        ("The minister called on Laos to ratify it.", "ratify", "called_for"),
        ("Luong Cuong invited Lee to visit Viet Nam.", "visit", "called_for"),
        ("France refused to sign the pact.", "sign", "denied"),
        ("They looked forward to meeting in Tokyo.", "meeting", "planned"),
        ("The order blocks his travel to Togo.", "travel", "denied"),
        ("The two sides denied having signed it.", "signed", "denied"),
        ("The minister did not attend.", "attend", "denied"),
        ("If talks go well, they would sign it.", "sign", "conditional"),
    ],
)
def test_modality_is_read_from_the_clause_and_what_governs_it(
    sentence: str, word: str, modality: str
) -> None:
    doc = next(parse([sentence]))
    assert modality_of(next(t for t in doc if t.text == word)) == modality


def test_future_of_a_promise_is_the_actors_own_word() -> None:
    doc = next(parse(["Norway will open two ports."]))
    assert modality_of(next(t for t in doc if t.text == "open"), promise=True) == "actual"
