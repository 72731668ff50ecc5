from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.foresight.classes import class_of
from legation.foresight.models import SIMPLE
from legation.foresight.question import Happening, History, Model, Question
from legation.foresight.simple import BaseRate, Persistence, predicted

START = date(2020, 1, 1)
ACTORS = ("KEN", "PER", "FJI", "UGA")
DAYS = st.integers(0, 900)
EVENTS = st.lists(st.tuples(DAYS, st.sampled_from(ACTORS), st.sampled_from(ACTORS)), max_size=60)


def happening(day: int, *actors: str, event: str = "visit") -> Happening:
    on = START + timedelta(days=day)
    return Happening(event, frozenset(actors), on, on)


def history(events: list[Happening], until: int) -> History:
    day = START + timedelta(days=until)
    return History(tuple(events), START, day, day)


def question(until: int, days: int = 28, actors: tuple[str, ...] = ("KEN", "PER")) -> Question:
    opens = START + timedelta(days=until)
    return Question(class_of("visit"), actors, opens, opens + timedelta(days=days))


def chance(model: Model, asked: Question, past: History) -> float:
    told = model.probability(asked, past).probability
    assert told is not None
    return told


@pytest.mark.parametrize("model", SIMPLE, ids=lambda model: model.name)
@given(events=EVENTS, until=st.integers(60, 900), days=st.sampled_from([7, 28]))
def test_answers_are_probabilities_that_owe_nothing_to_the_future(
    model: Model, events: list[tuple[int, str, str]], until: int, days: int
) -> None:
    told = [happening(day, one, other) for day, one, other in events if one != other]
    earlier = [h for h in told if h.last < START + timedelta(days=until)]
    asked = question(until, days)
    answer = chance(model, asked, history(told, until))
    assert 0 <= answer <= 1
    assert answer == chance(model, asked, history(earlier, until))


@given(days=st.lists(DAYS, min_size=1, max_size=40), until=st.just(901))
def test_base_rate_grows_with_the_window_and_with_events(days: list[int], until: int) -> None:
    fewer = [happening(day, "KEN", "PER") for day in days] + [happening(5, "FJI", "UGA")]
    more = [*fewer, happening(700, "KEN", "PER")]
    week, month = question(until, 7), question(until, 28)
    assert chance(BaseRate(), week, history(fewer, until)) <= chance(BaseRate(), month, history(fewer, until))
    assert chance(BaseRate(), week, history(fewer, until)) < chance(BaseRate(), week, history(more, until))


def test_base_rate_of_a_pair_with_much_data_is_nearly_its_own() -> None:
    often = [happening(day, "KEN", "PER") for day in range(0, 1000, 10)]
    rare = [happening(day, "FJI", "UGA") for day in (100, 800)]
    past = history([*often, *rare], 1000)
    assert chance(BaseRate(), question(1000, 10), past) == pytest.approx(0.63, abs=0.02)
    assert chance(BaseRate(), question(1000, 10, ("FJI", "UGA")), past) < 0.06


def test_pair_without_events_has_a_rate_between_nought_and_that_of_others() -> None:
    past = history([happening(day, "KEN", "PER") for day in range(0, 900, 30)], 900)
    assert (
        0
        < chance(BaseRate(), question(900, 28, ("FJI", "UGA")), past)
        < chance(BaseRate(), question(900), past)
    )


def test_counts_are_a_distribution_with_the_mean_of_the_rate() -> None:
    counts = predicted(3.0, 300.0, 28)
    assert sum(counts) == pytest.approx(1, abs=1e-6)
    assert sum(n * share for n, share in enumerate(counts)) == pytest.approx(0.28, abs=1e-6)


def test_recent_events_weigh_more_in_the_decaying_rate() -> None:
    early = history([happening(day, "KEN", "PER") for day in (10, 20, 30)], 900)
    late = history([happening(day, "KEN", "PER") for day in (870, 880, 890)], 900)
    assert chance(BaseRate(90), question(900), late) > 2 * chance(BaseRate(90), question(900), early)
    assert chance(BaseRate(), question(900), late) == chance(BaseRate(), question(900), early)


def test_persistence_tells_how_such_windows_went_on() -> None:
    runs = [happening(day, "KEN", "PER") for start in (0, 280, 560) for day in range(start, start + 140, 7)]
    apart = [happening(day, "FJI", "UGA") for day in (3, 203, 403, 603)]
    busy, calm = history([*runs, *apart], 672), history([*runs, *apart], 860)
    assert chance(Persistence(), question(672, 14), busy) > 0.7
    assert chance(Persistence(), question(860, 14), calm) < 0.2


def test_too_short_a_watch_gives_no_answer() -> None:
    past = history([happening(3, "KEN", "PER")], 20)
    assert BaseRate().probability(question(20), past).probability is None
    assert Persistence().probability(question(20), past).probability is None


def test_days_in_which_nothing_was_read_are_not_taken_for_quiet_ones() -> None:
    events = [happening(day, "KEN", "PER") for day in range(0, 300, 20)]
    day = START + timedelta(days=900)
    blind = History(tuple(events), START, day, START + timedelta(days=300))
    told = BaseRate().probability(question(900), blind)
    assert told.probability == pytest.approx(chance(BaseRate(), question(300), history(events, 300)))
    assert "nothing is known of the last 600 days" in " ".join(told.because)
