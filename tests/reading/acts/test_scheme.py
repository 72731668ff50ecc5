"""The algebra of acts: what stands over an act changes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.acts.lexicon import frames, nouns, operators
from legation.reading.acts.scheme import applied, helps, meaning, rows
from legation.records import PLOVER

CODES = [row["code"] for row in rows("cameo.csv")]
FRIENDLY = [code for code in CODES if helps(code)]
HOSTILE = [code for code in CODES if code >= "14"]
OPERATORS = ("intend", "threaten", "refuse", "request", "stop", "permit", "begin")


@given(st.sampled_from(OPERATORS), st.sampled_from(CODES))
def test_what_an_operator_makes_is_a_code_of_the_scheme(operator: str, code: str) -> None:
    made = applied(operator, code)

    assert made is None or meaning(made).type in PLOVER


@given(st.sampled_from(FRIENDLY))
def test_intending_what_helps_is_agreeing_and_refusing_it_rejecting(code: str) -> None:
    assert meaning(applied("intend", code) or "").type == "AGREE"
    assert meaning(applied("refuse", code) or "").type == "REJECT"


@given(st.sampled_from(HOSTILE))
def test_refusing_what_harms_is_no_event(code: str) -> None:
    assert applied("refuse", code) is None


@given(st.sampled_from(CODES))
def test_beginning_changes_nothing(code: str) -> None:
    assert applied("begin", code) == code


@pytest.mark.parametrize(
    ("operators_over", "code", "made"),
    [
        (("stop",), "07", "SANCTION"),
        (("stop", "threaten"), "070", "THREATEN"),
        (("stop",), "190", "RETREAT"),
        (("stop", "request"), "190", "REQUEST"),
        (("stop", "intend"), "163", "AGREE"),
        (("stop", "refuse"), "163", "REJECT"),
        (("intend",), "190", "THREATEN"),
        (("request",), "141", "ACCUSE"),
    ],
)
def test_operators_stack(operators_over: tuple[str, ...], code: str, made: str) -> None:
    for operator in operators_over:
        code = applied(operator, code) or ""

    assert meaning(code).type == made


def test_every_word_of_the_lexicon_has_a_known_code() -> None:
    codes = {f.code for each in frames().values() for f in each} | set(nouns().values())

    assert codes <= set(CODES)
    assert set(operators().values()) == set(OPERATORS)


def test_meaning_of_a_finer_code_is_that_of_the_one_above() -> None:
    assert meaning("0429").type == "CONSULT"
    assert meaning("0429").mode == "visit"
    with pytest.raises(KeyError):
        meaning("99")
