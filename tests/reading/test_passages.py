"""Every statement opens to words that stand in its document and bear its fields out; nothing makes it crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from bench.passages import judged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import samples
from legation.documents import Document, load
from legation.reading.extract import read_all
from legation.records import Statement
from legation.values.amounts import find_quantities

Read = Callable[..., list[Statement]]

WORDS = st.sampled_from(
    "President Minister of Kenya, Viet Nam and the two sides agreed to sign a treaty on 3 May 2025 with US$5 billion – will "
    "visit “East Sea” 20% from 46% ; ( ) - * # | U.S.-China Xi Jinping\n\n not should if Hà Nội 中国 ...".split(
        " "
    )
)


@pytest.fixture(scope="module")
def found() -> list[tuple[Document, list[Statement]]]:
    documents = (d for d in load(samples.dossier()) if isinstance(d, Document))
    return list(read_all(documents))


def each(found: list[tuple[Document, list[Statement]]]) -> Iterator[tuple[Document, Statement]]:
    for document, statements in found:
        for statement in statements:
            yield document, statement


def test_quotes_lie_in_what_is_to_be_read(found: list[tuple[Document, list[Statement]]]) -> None:
    for document, statement in each(found):
        quote = statement.quote
        assert quote.of(document.text).strip()
        assert any(part.start <= quote.start and quote.end <= part.end for part in document.parts)


def test_passages_of_numbers_hold_the_number(found: list[tuple[Document, list[Statement]]]) -> None:
    for document, statement in each(found):
        if statement.fields.get("unit") == "rank":
            continue  # "the largest" is first without a number
        for name, passages in statement.passages.items():
            value = statement.fields.get(name)
            if isinstance(value, Decimal):
                words = " ".join(p.of(document.text) for p in passages)
                numbers = {
                    n for q in find_quantities(words) for n in (q.quantity.value, q.quantity.change_from)
                }
                assert value in numbers or str(value) in words.replace(",", ""), (
                    statement.kind,
                    value,
                    words,
                )


def test_words_of_every_passage_bear_their_field_out(found: list[tuple[Document, list[Statement]]]) -> None:
    for document, statement in each(found):
        unsupported = [name for name, how in judged(document, statement) if how == "unsupported"]
        assert not unsupported, (document.name, statement.fields, unsupported)


def test_confidence_is_a_probability(found: list[tuple[Document, list[Statement]]]) -> None:
    assert all(0.0 < s.confidence < 1.0 for _, s in each(found))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=60))
def test_any_text_is_read_without_a_crash(read: Read, words: list[str]) -> None:
    body = " ".join(words)
    for statement in read(body) if body.strip() else []:
        assert 0 <= statement.quote.start < statement.quote.end <= len(body)
