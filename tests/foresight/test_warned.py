from __future__ import annotations

from datetime import date, timedelta

from legation.foresight.classes import class_of
from legation.foresight.models import model_of
from legation.foresight.question import Happening, History, Question

START = date(2022, 1, 1)


def history(pairs: int, days: int) -> History:
    """Pairs of which the even ones meet each week and the odd ones every half year."""
    told = []
    for number in range(pairs):
        for day in range(number % 7, days, 182 if number % 2 else 7):
            on = START + timedelta(days=day)
            told.append(
                Happening("contact", frozenset((f"A{number}", f"B{number}")), on, on, f"r{number}-{day}")
            )
            told.append(
                Happening(
                    "verbal_cooperation", frozenset((f"A{number}", f"B{number}")), on, on, f"r{number}-{day}"
                )
            )
    until = START + timedelta(days=days)
    return History(tuple(told), START, until, until)


def asked(number: int, days: int) -> Question:
    opens = START + timedelta(days=days + 1)
    return Question(class_of("contact"), (f"A{number}", f"B{number}"), opens, opens + timedelta(days=28))


def test_warning_answers_as_a_model_where_data_are_enough() -> None:
    past = history(64, 420)
    often = model_of("warning").probability(asked(0, 420), past)
    assert often.probability is not None
    assert often.low is not None
    assert often.high is not None
    assert often.low <= often.probability <= often.high
    assert often.probability > 0.5
    assert often.because


def test_warning_says_what_it_lacks_where_data_are_few() -> None:
    told = model_of("warning").probability(asked(0, 200), history(4, 200))
    assert told.probability is None
    assert "needed" in " ".join(told.because) or "must have had" in " ".join(told.because)
