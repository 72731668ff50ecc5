from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from legation.errors import LedgerError, UnknownEntry, UsageError
from legation.foresight.classes import class_of
from legation.foresight.question import Estimate, Happening, Question, Silence
from legation.foresight.register import (
    Answer,
    Forecast,
    Outcome,
    came_of,
    forecast_of,
    forecasts,
    outcomes,
    record_forecast,
    settle,
)
from legation.ledger import Ledger

from .chronicle import Clock, chronicle, silent, tell

TODAY = date(2024, 6, 1)
OPENS, CLOSES = date(2024, 6, 2), date(2024, 6, 30)


@pytest.fixture
def clock() -> Clock:
    return Clock("2024-06-01")


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    with chronicle(tmp_path / "desk.ledger", ["2024-01-10", "2024-02-20", "2024-05-28"], clock) as opened:
        yield opened


def asked(silence: Silence = "no") -> Question:
    return Question(class_of("visit"), ("KEN", "PER"), OPENS, CLOSES, silence)


def by_ada(ledger: Ledger, question: Question, chance: float = 0.7) -> Forecast:
    return record_forecast(
        ledger, question, Answer(Estimate(chance), "person", "", "Ada", "a hunch"), today=TODAY
    )


def came(ledger: Ledger, on: str) -> Outcome:
    ((_, outcome),) = outcomes(ledger.view(), forecasts(ledger.view()), date.fromisoformat(on))
    return outcome


def test_forecast_comes_back_as_it_was_recorded(ledger: Ledger) -> None:
    made = by_ada(ledger, asked())
    assert forecasts(ledger.view()) == [made]
    assert made.question == asked()
    assert (made.probability, made.by, made.why) == (0.7, "Ada", "a hunch")
    assert 0 < made.base_rate < 1
    assert made.persistence is not None
    assert forecast_of(ledger.view(), made.id[:6]) == made


def test_forecast_does_not_show_in_an_older_view(ledger: Ledger) -> None:
    before = ledger.view().moment
    by_ada(ledger, asked())
    assert forecasts(ledger.view(before)) == []


def test_register_is_sealed_and_cannot_be_changed(ledger: Ledger) -> None:
    by_ada(ledger, asked())
    assert ledger.verify().problems == ()
    with pytest.raises(LedgerError, match="change"), ledger._database.writing() as connection:
        connection.exec_driver_sql("UPDATE register SET payload = '{}'")


@pytest.mark.parametrize("opens", ["2024-05-01", "2024-06-01"])
def test_forecast_of_a_window_that_has_begun_is_refused(ledger: Ledger, opens: str) -> None:
    late = Question(class_of("visit"), ("KEN", "PER"), date.fromisoformat(opens), CLOSES)
    with pytest.raises(UsageError, match="yet to come"):
        by_ada(ledger, late)


def test_forecast_without_a_base_rate_is_refused(tmp_path: Path) -> None:
    with (
        chronicle(tmp_path / "new.ledger", ["2024-05-30"]) as young,
        pytest.raises(UsageError, match="base rate"),
    ):
        by_ada(young, asked())


def test_visit_inside_the_window_is_a_yes_when_due_and_open_before(ledger: Ledger) -> None:
    by_ada(ledger, asked())
    tell(ledger, "2024-06-10")
    assert came(ledger, "2024-06-20").state == "open"
    due = came(ledger, "2024-06-30")
    assert (due.state, due.happened, due.count, len(due.records)) == ("yes", True, 1, 1)


def test_visit_of_others_or_planned_or_outside_is_no_yes(ledger: Ledger) -> None:
    by_ada(ledger, asked())
    tell(ledger, "2024-06-10", fields={"from": "KEN", "to": ("FJI",)})
    tell(ledger, "2024-06-11", modality="planned", date="2024-06-20")
    tell(ledger, "2024-07-20", date="2024-07-19")
    assert came(ledger, "2024-08-01").state == "no"


def test_silence_is_no_only_where_the_question_says_so(ledger: Ledger) -> None:
    by_ada(ledger, asked("unknown"))
    silent(ledger, "2024-07-20")
    assert came(ledger, "2024-08-01").state == "unknown"


def test_silence_says_nothing_until_later_texts_are_read(ledger: Ledger) -> None:
    by_ada(ledger, asked("no"))
    assert came(ledger, "2024-12-01").state == "open"
    silent(ledger, "2024-07-20")
    assert came(ledger, "2024-12-01").state == "no"


def test_date_too_vague_to_tell_is_unknown(ledger: Ledger) -> None:
    by_ada(ledger, asked("no"))
    tell(ledger, "2024-07-20", date="2024-06")
    assert came(ledger, "2024-08-01").state == "unknown"


def test_correction_in_the_ledger_corrects_the_outcome(ledger: Ledger) -> None:
    by_ada(ledger, asked("no"))
    tell(ledger, "2024-06-10")
    silent(ledger, "2024-07-20")
    (statement,) = [s for s in ledger.view().statements() if str(s.date) == "2024-06-10"]
    ledger.judge("reject", statement.id, by="Ada", why="it was called off")
    assert came(ledger, "2024-08-01").state == "no"


def test_person_settles_what_silence_does_not(ledger: Ledger) -> None:
    made = by_ada(ledger, asked("unknown"))
    with pytest.raises(UsageError, match="open until"):
        settle(ledger, made, Outcome("no", "checked"), by="Ada", today=date(2024, 6, 10))
    with pytest.raises(UsageError, match="--why"):
        settle(ledger, made, Outcome("no", " "), by="Ada", today=CLOSES)
    settle(ledger, made, Outcome("no", "asked the embassy"), by="Ada", today=CLOSES)
    assert came(ledger, "2024-08-01") == Outcome("no", "settled by Ada: asked the embassy")
    settle(ledger, made, Outcome("yes", "found the programme"), by="Ben", today=CLOSES)
    assert came(ledger, "2024-08-01").state == "yes"


def test_id_that_begins_no_forecast_is_told(ledger: Ledger) -> None:
    by_ada(ledger, asked())
    for key in ("zzz", ""):
        with pytest.raises(UnknownEntry, match="show forecasts"):
            forecast_of(ledger.view(), key)


def test_two_visits_count_as_two() -> None:
    days = [OPENS, OPENS + timedelta(days=3)]
    events = [Happening("visit", frozenset(("KEN", "PER")), day, day, f"r{day}") for day in days]
    assert came_of(asked(), events, CLOSES, CLOSES).count == 2
