from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.foresight.backtest import FORECASTS, Plan, backtest
from legation.foresight.classes import class_of
from legation.foresight.evidence import Published, Recorded, Stream
from legation.foresight.models import SIMPLE
from legation.foresight.question import Estimate, Happening, History, Question
from legation.ledger import Ledger

from .chronicle import Clock, silent, tell

START = date(2020, 1, 1)
CUT = START + timedelta(days=200)
PLAN = Plan(("visit", "contact"), (7, 28), START + timedelta(days=60), START + timedelta(days=340), 20)
ACTORS = ("KEN", "PER", "FJI", "UGA")
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.sampled_from(ACTORS),
        st.sampled_from(ACTORS),
        st.sampled_from(("visit", "contact")),
    ),
    min_size=1,
    max_size=40,
)
Drawn = list[tuple[int, str, str, str]]


def stream(events: Drawn, digest: str = "a") -> Stream:
    last = Happening(
        "upgrade", frozenset(("KEN", "FJI")), START + timedelta(days=401), START + timedelta(days=401)
    )
    first = replace(last, first=START, last=START)
    told = [
        Happening(name, frozenset((one, other)), START + timedelta(days=day), START + timedelta(days=day))
        for day, one, other, name in events
        if one != other
    ]
    return Stream((first, *told, last), digest)


def told(folder: Path) -> list[dict[str, object]]:
    lines = (folder / FORECASTS).read_text().splitlines()[1:]
    return [row for row in map(json.loads, lines) if "told" in row]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
@given(past=EVENTS, one=EVENTS, other=EVENTS)
def test_another_future_changes_no_earlier_forecast(
    tmp_path_factory: pytest.TempPathFactory, past: Drawn, one: Drawn, other: Drawn
) -> None:
    said = []
    for future in (one, other, []):
        events = [e for e in past if e[0] < 200] + [e for e in future if e[0] >= 200]
        folder = tmp_path_factory.mktemp("run")
        backtest(PLAN, stream(events), SIMPLE, folder)
        said.append([row for row in told(folder) if str(row["on"]) <= CUT.isoformat()])
    assert said[0] == said[1] == said[2]
    assert said[0]


@dataclass
class Stopping:
    """A model that is stopped on its nth question, as a run is killed."""

    after: int
    name: str = "base_rate"
    version: str = "1"

    def probability(self, question: Question, past: History) -> Estimate:
        self.after -= 1
        if self.after < 0:
            raise KeyboardInterrupt
        return SIMPLE[0].probability(question, past)


EACH: Drawn = [(day, "KEN", "PER", "visit") for day in range(5, 400, 9)] + [(50, "FJI", "UGA", "contact")]


@pytest.mark.parametrize("after", [0, 1, 30, 100])
def test_run_that_was_stopped_goes_on_to_the_same_result(tmp_path: Path, after: int) -> None:
    evidence = stream(EACH)
    whole = backtest(PLAN, evidence, SIMPLE, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        backtest(PLAN, evidence, [Stopping(after), *SIMPLE[1:]], tmp_path / "parts")
    with (tmp_path / "parts" / FORECASTS).open("a") as file:
        file.write('{"on":"2020-09-01","ev')
    assert backtest(PLAN, evidence, SIMPLE, tmp_path / "parts") == whole
    assert told(tmp_path / "parts") == told(tmp_path / "whole")


def test_run_of_another_plan_or_other_data_is_not_gone_on_with(tmp_path: Path) -> None:
    backtest(PLAN, stream(EACH), SIMPLE, tmp_path)
    with pytest.raises(UsageError, match="other plan"):
        backtest(replace(PLAN, every=40), stream(EACH), SIMPLE, tmp_path)
    with pytest.raises(UsageError, match="other data"):
        backtest(PLAN, stream(EACH, "b"), SIMPLE, tmp_path)


def test_all_models_are_asked_the_same_and_measured_against_the_base_rate(tmp_path: Path) -> None:
    found = backtest(PLAN, stream(EACH), SIMPLE, tmp_path)
    (base,) = found.by_model["base_rate"].by_model
    assert base.skill == 0
    assert base.count == found.questions - found.unknown - found.unanswered["base_rate"]
    assert set(found.by_model) == {model.name for model in SIMPLE}


def test_only_pairs_of_the_actor_and_lately_active_ones_are_asked(tmp_path: Path) -> None:
    backtest(replace(PLAN, of="FJI", active=30), stream(EACH), SIMPLE, tmp_path)
    rows = told(tmp_path)
    assert {tuple(row["actors"]) for row in rows} == {("FJI", "UGA")}  # type: ignore[arg-type]
    assert {row["on"] for row in rows} == {(START + timedelta(days=days)).isoformat() for days in (60, 80)}


def test_windows_behind_the_end_are_not_asked(tmp_path: Path) -> None:
    late = replace(PLAN, first=START + timedelta(days=390), last=START + timedelta(days=390))
    backtest(late, stream(EACH), SIMPLE, tmp_path)
    assert {row["days"] for row in told(tmp_path)} == {7}


def published(path: Path, later: Sequence[str]) -> Published:
    with Ledger.open(path, clock=Clock("2025-01-01")) as ledger:
        for day in ("2024-01-05", "2024-02-10", "2024-03-01"):
            tell(ledger, day)
        tell(ledger, "2024-03-02", modality="planned", date="2024-04")
        for day in later:
            tell(ledger, day, date="2024-02-20")
            tell(ledger, day, date="2024-04-09")
        silent(ledger, "2024-09-01")
    return Published(Ledger.open(path, read_only=True).view(), "x")


def test_texts_published_later_do_not_tell_on_a_day_before(tmp_path: Path) -> None:
    day = date(2024, 4, 1)
    with_, without = published(tmp_path / "a", ["2024-05-01", "2024-06-01"]), published(tmp_path / "b", [])
    assert with_.at(day).happenings == without.at(day).happenings
    assert len(with_.at(day).happenings) > 3
    assert len(with_.came().happenings) > len(without.came().happenings)


def test_recorded_evidence_is_what_the_ledger_held_that_morning(tmp_path: Path) -> None:
    clock = Clock("2024-05-01")
    with Ledger.open(tmp_path / "desk.ledger", clock=clock) as ledger:
        tell(ledger, "2024-02-10")
        clock.set("2024-05-20")
        tell(ledger, "2024-03-01")
        evidence = Recorded(ledger, "x", [class_of("visit")])
        days = [date(2024, 5, day) for day in (1, 2, 20, 21)]
        assert [len(evidence.at(day).happenings) for day in days] == [0, 1, 1, 2]
