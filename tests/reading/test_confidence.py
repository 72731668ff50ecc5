"""How likely a finding is right: a probability from named features, or the finder's belief without weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.confidence import confidence_of, features_of, told, weights_in
from legation.reading.found import Found
from legation.reading.text import Text
from legation.records import FieldValue

Analysed = Callable[..., Text]

FIELDS: dict[str, FieldValue] = {
    "parties": ("KEN", "PER"),
    "title": "treaty",
    "action": "signed",
    "count": None,
}


@pytest.fixture(scope="module")
def found(analysed: Analysed) -> Found:
    sentence = analysed("Kenya signed a treaty with Peru, and Ghana looked on.").sentences[0]
    return Found("agreement", sentence, 0, 4, FIELDS, evidence=("verb:sign",), weight=0.8)


def test_features_name_the_kind_the_evidence_and_where_the_actors_stand(found: Found) -> None:
    names = {name for name, _ in features_of(found, FIELDS)}
    assert {
        "agreement",
        "verb:sign",
        "agreement|verb:sign",
        "action:signed",
        "parties number:2",
        "count open",
        "inside:1",
        "beside:1",
        "modality:actual",
        "dated:False",
    } <= names


def test_own_weights_give_a_probability(found: Found) -> None:
    assert 0.0 < confidence_of(found, FIELDS) < 1.0


def test_belief_of_the_finder_raises_it(found: Found) -> None:
    low, high = (confidence_of(replace(found, weight=w), FIELDS) for w in (0.2, 0.9))
    assert low < high


@given(st.floats(-1e6, 1e6))
def test_any_weight_gives_a_probability(found: Found, weight: float) -> None:
    assert 0.0 < confidence_of(found, FIELDS, weights={"bias": weight}) < 1.0


def test_missing_weights_leave_the_belief_of_the_finder(found: Found, tmp_path: Path) -> None:
    weights = weights_in(tmp_path / "none.json")
    assert weights == {}
    assert confidence_of(found, FIELDS, weights=weights) == 0.8


def test_weights_are_read_from_a_file(found: Found, tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text('{"weights": {"bias": 0}}', encoding="utf-8")
    assert confidence_of(found, FIELDS, weights=weights_in(tmp_path / "some.json")) == 0.5


@pytest.mark.parametrize(
    ("probability", "says"), [(0.5, 0.5), (0.89, 0.89), (0.92, 0.89), (0.95, 0.95), (0.99, 0.99)]
)
def test_nine_in_ten_is_told_only_where_it_was_borne_out(probability: float, says: float) -> None:
    assert told(probability, sure=0.95) == says
