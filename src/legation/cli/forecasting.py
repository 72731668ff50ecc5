"""`legation forecast`, `settle` and `score`, and `show forecasts`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from legation.cli.judging import actor_of
from legation.cli.placing import check_place
from legation.cli.printing import counted, out, print_json, print_table
from legation.errors import UsageError
from legation.foresight.classes import class_of
from legation.foresight.evidence import day_of_view, history
from legation.foresight.likelihood import in_words, probability_of
from legation.foresight.models import model_of
from legation.foresight.page import HEADINGS, cells, performance_page, table
from legation.foresight.performance import Line, cautions, performance, performance_row, scored_of
from legation.foresight.question import Estimate, Question, Silence
from legation.foresight.register import (
    Answer,
    Forecast,
    Outcome,
    State,
    answered,
    forecast_of,
    forecasts,
    line_of_question,
    outcomes,
    record_forecast,
    refuse_late,
    settle,
)
from legation.foresight.scoring import brier
from legation.ledger import Ledger, View
from legation.ledger.moment import day_of, moment_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A forecast as it was asked for on the command line.

    Attributes:
        event: The class of event.
        actors: One actor or two.
        days: Length of the window.
        opens: Its first day; None for tomorrow.
        silence: What it means that nothing is recorded.
        probability: What a person forecasts, in numbers or words; None asks a model.
        model: The model to ask.
        by: Who makes the forecast.
        why: Why.
    """

    event: str
    actors: tuple[str, ...]
    days: int
    opens: str | None
    silence: Silence
    probability: str | None
    model: str
    by: str | None
    why: str


def forecast(target: str, asked: Asked, *, dry_run: bool, as_json: bool) -> int:
    """Record a forecast, or only tell what it would be.

    Returns:
        The exit code.

    Raises:
        UsageError: The question or the answer is none.
    """
    event, today = class_of(asked.event), datetime.now(UTC).date()
    told = probability_of(asked.probability) if asked.probability is not None else None
    if told is not None and not asked.by:
        raise UsageError("say who forecasts, with --by NAME")
    model = model_of(asked.model)
    opens = day_of(asked.opens) if asked.opens else today + timedelta(days=1)
    with Ledger.open(target, create=False, read_only=dry_run) as ledger:
        view = ledger.view()
        actors = tuple(sorted({actor_of(view, name) for name in asked.actors}))
        if len(actors) < len(asked.actors):
            raise UsageError(f"{' and '.join(asked.actors)} are one actor; name its partner")
        try:
            closes = opens + timedelta(days=asked.days)
        except OverflowError as error:
            raise UsageError(f"--within {asked.days}: no calendar goes so far; give fewer days") from error
        question = Question(event, actors, opens, closes, asked.silence)
        refuse_late(question, today)
        past = history(view, today)
        if told is None:
            by = asked.by or f"{model.name} {model.version}"
            answer = answered(model, question, past, by=by, why=asked.why)
        else:
            answer = Answer(Estimate(told), "person", "", asked.by or "", asked.why)
        if dry_run:
            return _tell(question, answer, as_json=as_json)
        made = record_forecast(ledger, question, answer, today=today)
    if as_json:
        print_json(forecast_row(made))
        return 0
    out.print(f"{made.id}  {line_of_question(made.question)}: {in_words(made.probability)}", markup=False)
    _because(answer)
    out.print(f"base rate: {in_words(made.base_rate)}", markup=False)
    if made.persistence is not None:
        out.print(f"persistence: {in_words(made.persistence)}", markup=False)
    if made.question.silence == "unknown":
        out.print(
            "If nothing is recorded by then it stays unknown; `--silence no` would take that for no.",
            markup=False,
        )
    return 0


def _tell(question: Question, answer: Answer, *, as_json: bool) -> int:
    chance = answer.estimate.probability
    if as_json:
        told = {"probability": chance, "because": list(answer.estimate.because), "model": answer.model}
        print_json(_question_row(question) | told)
        return 0
    said = in_words(chance) if chance is not None else "not enough data"
    out.print(f"{line_of_question(question)}: {said}", markup=False)
    _because(answer)
    out.print("nothing was recorded (--dry-run)", markup=False)
    return 0


def _because(answer: Answer) -> None:
    for reason in answer.estimate.because:
        out.print(f"  {reason}", markup=False)


def settle_forecast(target: str, key: str, state: State, *, by: str, why: str) -> int:
    """Record what a person found to have come of a forecast.

    Returns:
        The exit code.
    """
    today = datetime.now(UTC).date()
    with Ledger.open(target, create=False) as ledger:
        made = forecast_of(ledger.view(), key)
        settle(ledger, made, Outcome(state, why), by=by, today=today)
    out.print(f"{made.id}  {line_of_question(made.question)}: {state}, by {by}", markup=False)
    return 0


def score(target: str, *, as_of: str | None, place: Path | None, as_json: bool) -> int:
    """Score the forecasts that are due, and tell how they have done.

    Returns:
        The exit code.
    """
    if place is not None:
        check_place(place, ending=".html")
    moment = moment_of(as_of)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment)
        known = outcomes(view, forecasts(view), day_of_view(view))
    scored = scored_of(known)
    told, notes = performance(scored), cautions(known)
    if place is not None:
        rows = table(_COLUMNS, (list(map(str, _row(*each))) for each in known))
        place.write_text(
            performance_page("Forecasts and what came of them", notes, told, [rows]), encoding="utf-8"
        )
    if as_json:
        each = [forecast_row(made) | outcome_row(made, came) for made, came in known]
        print_json({"forecasts": each, "performance": performance_row(told)})
        return 0
    for note in notes:
        out.print(note, markup=False)
    if told.whole is not None:
        lines = [told.whole, *told.by_model, *told.by_horizon, *told.by_event]
        print_scores(lines)
        print_table(
            "Calibration",
            ("forecast", "forecasts", "mean", "came", "95 % interval"),
            (
                (
                    f"{b.low:.0%}–{b.high:.0%}",
                    b.count,
                    f"{b.forecast:.0%}",
                    f"{b.came:.0%}",
                    f"{b.interval[0]:.0%}–{b.interval[1]:.0%}",
                )
                for b in told.bins
            ),
        )
    if place is not None:
        out.print(f"written: {place}", markup=False)
    return 0


def print_scores(lines: Iterable[Line]) -> None:
    """Print lines of scores, less the columns in which nothing stands."""
    rows = [cells(each) for each in lines]
    held = [place for place, name in enumerate(HEADINGS) if not name or any(row[place] for row in rows)]
    shown = ([row[place] for place in held] for row in rows)
    print_table("Scores", [HEADINGS[place] for place in held], shown, numbers=HEADINGS[1:])


_COLUMNS = ("id", "recorded", "question", "forecast", "base rate", "by", "outcome", "Brier")


def show_forecasts(view: View, actors: frozenset[str], *, as_json: bool) -> None:
    """Print the forecasts of a view, with what came of them.

    Args:
        view: The view.
        actors: Only those about all of these.
        as_json: Whether to print JSON.
    """
    made = [each for each in forecasts(view) if actors <= set(each.question.actors)]
    known = outcomes(view, made, day_of_view(view))
    if as_json:
        print_json([forecast_row(each) | outcome_row(each, came) for each, came in known])
        return
    print_table(counted(len(known), "forecast"), _COLUMNS, (_row(*each) for each in known))


def _row(made: Forecast, came: Outcome) -> tuple[object, ...]:
    happened = came.happened
    return (
        made.id[:8],
        made.recorded_at.date(),
        line_of_question(made.question),
        in_words(made.probability),
        f"{made.base_rate:.0%}",
        made.by,
        f"{came.state}: {came.why}",
        "" if happened is None else f"{brier(made.probability, happened=happened):.3f}",
    )


def forecast_row(made: Forecast) -> dict[str, object]:
    """A forecast for JSON."""
    return {
        "id": made.id,
        "recorded_at": made.recorded_at.isoformat(),
        **_question_row(made.question),
        "probability": made.probability,
        "words": in_words(made.probability),
        "low": made.estimate.low,
        "high": made.estimate.high,
        "base_rate": made.base_rate,
        "persistence": made.persistence,
        "model": made.model,
        "version": made.version,
        "by": made.by,
        "why": made.why,
        "because": list(made.estimate.because),
    }


def _question_row(question: Question) -> dict[str, object]:
    return {
        "event": question.event.name,
        "counts_as": question.event.row()["conditions"],
        "actors": list(question.actors),
        "opens": question.opens.isoformat(),
        "closes": question.closes.isoformat(),
        "silence": question.silence,
    }


def outcome_row(made: Forecast, came: Outcome) -> dict[str, object]:
    """What came of a forecast, for JSON."""
    happened = came.happened
    return {
        "outcome": came.state,
        "outcome_why": came.why,
        "records": list(came.records),
        "brier": None if happened is None else brier(made.probability, happened=happened),
    }
