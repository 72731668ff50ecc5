"""The register of forecasts: each is recorded before its window opens, and scored from the ledger when it is due.

Laws: the register only appends (it is a table of the ledger, sealed in its chain); a forecast whose window has begun is
refused; none is recorded without its base rate; what counts as the event is declared in the forecast itself. A score is
never stored: it is a pure function of the view, so that a correction in the ledger corrects the score too.

What comes of a forecast: *yes*, where a record of the ledger meets what was declared, all of its date inside the window;
*no*, where nothing does, the question says that silence means no, and texts from after the window and the days of grace
have been read; what a person settled, where one did; else *unknown*, which is no miss and no hit. Before that it is
*open*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal, cast

from legation.errors import UnknownEntry, UsageError
from legation.foresight.classes import EventClass
from legation.foresight.evidence import history, watch
from legation.foresight.question import Estimate, Happening, History, Model, Question, Silence, happenings_of
from legation.foresight.simple import BaseRate, Persistence
from legation.ledger import Ledger, View
from legation.ledger.record import Registered
from legation.ledger.telling import actor_name

GRACE: Final = timedelta(days=7)
"""How long after the window silence is waited for to end: what happened on the last day is read a little later."""

State = Literal["yes", "no", "unknown", "open"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast as it was recorded.

    Attributes:
        id: Its id.
        question: What was asked.
        estimate: What was answered.
        base_rate: What the base rate alone said then.
        persistence: What persistence said then; None where too little was known for it.
        model: Name of the model, or ``person``.
        version: Its version; empty for a person.
        by: Who made it.
        why: Why, in the words of who made it.
        recorded_at: When it was recorded, in UTC.
    """

    id: str
    question: Question
    estimate: Estimate
    base_rate: float
    persistence: float | None
    model: str
    version: str
    by: str
    why: str
    recorded_at: datetime

    @property
    def probability(self) -> float:
        """The probability that was told."""
        return self.estimate.probability or 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a forecast.

    Attributes:
        state: What is known of it.
        why: How that is known, in words.
        records: Ids of the records that tell the event.
        count: How many such events the window held; None where that is not known.
    """

    state: State
    why: str
    records: tuple[str, ...] = ()
    count: int | None = None

    @property
    def happened(self) -> bool | None:
        """Whether it came to pass, where that is settled."""
        return {"yes": True, "no": False}.get(self.state)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers, and what.

    Attributes:
        estimate: The answer.
        model: Name of the model, or ``person``.
        version: Its version.
        by: Who makes the forecast.
        why: Why.
    """

    estimate: Estimate
    model: str
    version: str
    by: str
    why: str = ""


def answered(model: Model, question: Question, past: History, *, by: str, why: str = "") -> Answer:
    """What a model answers."""
    return Answer(model.probability(question, past), model.name, model.version, by, why)


def record_forecast(ledger: Ledger, question: Question, answer: Answer, *, today: date) -> Forecast:
    """Record a forecast, with what the base rate and persistence say now.

    Raises:
        UsageError: The window has begun, is empty, or there is too little to tell a base rate or an answer.
        LedgerError: The ledger cannot be written.
    """
    refuse_late(question, today)
    past = history(ledger.view(), today)
    base = BaseRate().probability(question, past)
    if base.probability is None:
        raise UsageError(
            f"there is no base rate yet: {base.because[0]}; read more documents with their dates first"
        )
    if answer.estimate.probability is None:
        reasons = "; ".join(answer.estimate.because)
        raise UsageError(f"{answer.model} has not enough data to answer ({reasons}); ask another model")
    persistence = Persistence().probability(question, past).probability
    payload = {
        "question": _question_row(question),
        "estimate": _estimate_row(answer.estimate),
        "base_rate": base.probability,
        "persistence": persistence,
        "model": answer.model,
        "version": answer.version,
    }
    return _forecast_of(ledger.register("forecast", payload, by=answer.by, why=answer.why))


def refuse_late(question: Question, today: date) -> None:
    """Refuse a question whose window has begun, or has no day.

    Raises:
        UsageError: It is such a one.
    """
    if question.opens <= today:
        raise UsageError(
            f"the window opens on {question.opens}, and today is {today}: forecast what is yet to come"
        )
    if question.closes <= question.opens:
        raise UsageError(f"the window from {question.opens} to {question.closes} holds no day")


def settle(ledger: Ledger, forecast: Forecast, found: Outcome, *, by: str, today: date) -> Registered:
    """Record what a person found to have come of a forecast; the latest word counts.

    Raises:
        UsageError: The window is not over yet, or no reason is given.
    """
    if today < forecast.question.closes:
        raise UsageError(f"the window is open until {forecast.question.closes}; settle it when it is over")
    if not found.why.strip():
        raise UsageError("say why, and where it can be read, with --why")
    return ledger.register("outcome", {"outcome": found.state}, by=by, about=forecast.id, why=found.why)


def line_of_question(question: Question) -> str:
    """A question in words."""
    last = question.closes - timedelta(days=1)
    who = " – ".join(actor_name(actor) for actor in question.actors)
    return f"{who}: {question.event.words}, {question.opens} to {last}"


def forecasts(view: View) -> list[Forecast]:
    """The forecasts that were recorded, oldest first."""
    return [_forecast_of(row) for row in view.registered("forecast")]


def forecast_of(view: View, key: str) -> Forecast:
    """The forecast whose id begins so.

    Raises:
        UnknownEntry: None does, or several do.
    """
    found = [each for each in forecasts(view) if key and each.id.startswith(key)]
    if len(found) != 1:
        told = "no forecast has" if not found else f"{len(found)} forecasts have"
        raise UnknownEntry(f"{told} an id that begins with {key!r}; `legation show forecasts` lists them")
    return found[0]


def outcomes(view: View, made: Iterable[Forecast], on: date) -> list[tuple[Forecast, Outcome]]:
    """What is known on a day of what came of forecasts."""
    listed = list(made)
    classes = {str(each.question.event.row()): each.question.event for each in listed}
    events = {key: happenings_of(view.records(), [event]) for key, event in classes.items()}
    judged = {str(row.about): row for row in view.registered("outcome")}
    seen = min(on, watch(view.documents())[1])

    def known(each: Forecast) -> Outcome:
        if each.id in judged:
            row = judged[each.id]
            return Outcome(cast(State, row.payload["outcome"]), f"settled by {row.by}: {row.why}")
        asked = replace(each.question, actors=tuple(sorted(set(map(view.naming.of, each.question.actors)))))
        return came_of(asked, events[str(each.question.event.row())], on, seen)

    return [(each, known(each)) for each in listed]


def came_of(question: Question, events: Iterable[Happening], on: date, seen: date) -> Outcome:
    """What a ledger's events tell of a question.

    Args:
        question: The question.
        events: The events of its class.
        on: The day on which it is asked what came of it.
        seen: The day up to which documents have been read: silence says nothing of what is later.
    """
    wanted = set(question.actors)
    mine = [h for h in events if h.event == question.event.name and wanted <= h.actors]
    inside = [h for h in mine if question.opens <= h.first and h.last < question.closes]
    maybe = [h for h in mine if h.first < question.closes and h.last >= question.opens and h not in inside]
    if on < question.closes:
        told = "it has come to pass; " if inside else ""
        return Outcome("open", f"{told}due on {question.closes}", _records(inside))
    count = len({(h.record, h.first) for h in inside}) if question.silence == "no" and not maybe else None
    if inside:
        return Outcome("yes", "recorded inside the window", _records(inside), count)
    if maybe:
        return Outcome(
            "unknown", "recorded with a date too vague to tell whether it was inside", _records(maybe)
        )
    if question.silence == "unknown":
        return Outcome("unknown", "nothing is recorded, and the question does not take that for no")
    if min(on, seen) < question.closes + GRACE:
        told = f"silence means no once texts of {question.closes + GRACE} or later are read"
        return Outcome("open", told)
    return Outcome("no", "nothing is recorded, which the question takes for no", (), 0)


def _records(happenings: Iterable[Happening]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.record for h in happenings))


def _question_row(question: Question) -> dict[str, object]:
    return {
        "event": question.event.row(),
        "actors": list(question.actors),
        "opens": question.opens.isoformat(),
        "closes": question.closes.isoformat(),
        "silence": question.silence,
    }


def _estimate_row(estimate: Estimate) -> dict[str, object]:
    return {
        "probability": estimate.probability,
        "low": estimate.low,
        "high": estimate.high,
        "counts": [round(share, 6) for share in estimate.counts],
        "because": list(estimate.because),
    }


def _forecast_of(row: Registered) -> Forecast:
    held = cast("Mapping[str, Mapping[str, object]]", row.payload)
    asked, told = held["question"], held["estimate"]
    question = Question(
        EventClass.of_row(cast("Mapping[str, object]", asked["event"])),
        tuple(cast("list[str]", asked["actors"])),
        date.fromisoformat(str(asked["opens"])),
        date.fromisoformat(str(asked["closes"])),
        cast(Silence, asked["silence"]),
    )
    estimate = Estimate(
        cast(float, told["probability"]),
        cast("float | None", told["low"]),
        cast("float | None", told["high"]),
        tuple(cast("list[float]", told["counts"])),
        tuple(cast("list[str]", told["because"])),
    )
    return Forecast(
        row.id,
        question,
        estimate,
        cast(float, row.payload["base_rate"]),
        cast("float | None", row.payload["persistence"]),
        str(row.payload["model"]),
        str(row.payload["version"]),
        row.by,
        row.why,
        row.recorded_at,
    )
