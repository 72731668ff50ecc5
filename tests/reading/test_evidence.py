"""A field opens to words that name it, the nearest first."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from legation.reading.evidence import passages_of
from legation.reading.found import Found
from legation.reading.text import Text
from legation.records import FieldValue
from legation.values.when import When

Analysed = Callable[..., Text]


def opened(
    text: Text, kind: str, trigger: str, date: str | None = None, **fields: FieldValue
) -> dict[str, str]:
    """The words that each field of a finding opens to; the finding is quoted by one word."""
    sentence = next(s for s in text.sentences if any(t.text == trigger for t in s.tokens))
    at = next(t.i for t in sentence.tokens if t.text == trigger)
    found = Found(kind, sentence, at, at + 1, fields, date=When.parse(date) if date else None)
    passages = passages_of(found, fields)
    return {name: " | ".join(p.of(text.document.text) for p in spots) for name, spots in passages.items()}


def test_actor_opens_to_its_name_in_the_sentence_before_that_in_others(analysed: Analysed) -> None:
    text = analysed("Kenya lies in Africa. The Kenyan delegation signed the treaty.", title="Kenya and Peru")
    assert opened(text, "agreement", "signed", parties=("KEN", "PER")) == {"parties": "Kenyan | Peru"}


def test_field_without_words_has_no_passage(analysed: Analysed) -> None:
    assert opened(analysed("They signed the treaty."), "agreement", "signed", parties=("KEN",)) == {}


def test_he_opens_to_the_place_that_writes_the_name(analysed: Analysed) -> None:
    text = analysed("President Mario Rojas of Chile came. He signed the book.")
    assert opened(text, "visit", "signed", visitors=("Mario Rojas",)) == {"visitors": "President Mario Rojas"}


def test_number_opens_to_its_digits(analysed: Analysed) -> None:
    text = analysed("Trade reached 12.5 billion dollars in 2023, up from 9 billion dollars.")
    words = opened(text, "figure", "reached", value=Decimal(12_500_000_000))
    assert "12.5 billion" in words["value"]


def test_date_opens_to_the_nearest_that_agrees(analysed: Analysed) -> None:
    text = analysed("In 2023 they wrote in May. They signed it on 3 May 2023.", title="Treaty of 3 May 2023")
    assert opened(text, "agreement", "signed", date="2023-05-03") == {"date": "3 May 2023"}


def test_spot_of_the_finder_goes_before_any_search(analysed: Analysed) -> None:
    text = analysed("Kenya and Peru signed it; Kenya was first.")
    sentence = text.sentences[0]
    fields: dict[str, FieldValue] = {"parties": ("KEN",)}
    passages = passages_of(Found("agreement", sentence, 3, 4, fields, spots={"parties": (6, 7)}), fields)
    assert [p.start for p in passages["parties"]] == [text.document.text.rindex("Kenya")]
