"""Back-tests: what several models would have said on past days, and how right they would have been.

Laws: a model sees the history of a day's evidence and nothing else, so nothing learnt later can tell (a test takes the
future away, and puts another in its place, and every earlier forecast stays as it was). Forecasts are written day by day:
who stops a run and gives the same command again goes on where it stopped, and has the same result as one who did not.
A run goes on only with the same plan on the same data.

Who is asked about on a day is decided from that day's history alone, too. Silence is taken for no: what the evidence
does not tell did not happen; windows behind its last day are not asked about.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from legation.errors import UsageError
from legation.foresight.classes import class_of
from legation.foresight.evidence import Evidence
from legation.foresight.performance import Performance, Scored, performance
from legation.foresight.question import History, Model, Question

FORECASTS: Final = "forecasts.jsonl"
"""The file of a run's folder that holds its plan and, day by day, its forecasts."""

REFERENCES: Final = ("base_rate", "persistence")
"""The models that every run asks, as the others are measured against them."""

Progress = Callable[[int, int], None]
"""Told how many days were asked, of how many."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a back-test asks.

    Attributes:
        events: The classes of event.
        horizons: The lengths of the windows, in days.
        first: The first day on which is asked; the window opens on it.
        last: The last such day.
        every: Days from one to the next.
        of: Only pairs of this actor; None for all.
        active: Only pairs that had an event of any class in so many days before; None for ever before.
    """

    events: tuple[str, ...]
    horizons: tuple[int, ...]
    first: date
    last: date
    every: int
    of: str | None = None
    active: int | None = None

    def days(self) -> list[date]:
        """The days on which is asked."""
        count = (self.last - self.first).days // self.every + 1
        return [self.first + timedelta(days=number * self.every) for number in range(count)]


@dataclass(frozen=True, slots=True)
class Result:
    """What a back-test found.

    Attributes:
        plan: What was asked.
        clock: What "known before a day" meant.
        digest: What data it was.
        questions: How many questions were asked.
        unknown: How many of them the data cannot settle.
        unanswered: By model, how many of the others it had not enough data for.
        by_model: How each model has done.
    """

    plan: Plan
    clock: str
    digest: str
    questions: int
    unknown: int
    unanswered: Mapping[str, int]
    by_model: Mapping[str, Performance]


def backtest(
    plan: Plan,
    evidence: Evidence,
    models: Sequence[Model],
    folder: Path,
    *,
    progress: Progress | None = None,
) -> Result:
    """Ask every model on every day of a plan, or what is left of it, and score what they said.

    Args:
        plan: What to ask.
        evidence: What was known when.
        models: Whom to ask; those of `REFERENCES` are among them.
        folder: Where forecasts are kept; it is made where there is none.
        progress: Is told how far the work is.

    Raises:
        UsageError: The plan is none, or the folder holds a run of another plan or of other data.
    """
    _refuse(plan, models)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FORECASTS
    head = _head(plan, evidence, models)
    done = _resumed(path, head)
    days = plan.days()
    end = evidence.came().seen
    for number, day in enumerate(days):
        if day.isoformat() not in done:
            rows = list(_asked(plan, evidence.at(day), models, end))
            rows.append({"done": day.isoformat()})
            with path.open("a", encoding="utf-8") as file:
                file.writelines(map(_line, rows))
        if progress:
            progress(number + 1, len(days))
    return _result(plan, evidence, models, path)


def _refuse(plan: Plan, models: Sequence[Model]) -> None:
    names = [model.name for model in models]
    missing = [name for name in REFERENCES if name not in names]
    if missing:
        raise UsageError(f"a back-test needs {' and '.join(missing)} to measure the others against")
    if plan.last < plan.first:
        raise UsageError(
            f"the last day, {plan.last}, lies before the first, {plan.first}; name them the other way"
        )
    for name in plan.events:
        class_of(name)


def _head(plan: Plan, evidence: Evidence, models: Sequence[Model]) -> dict[str, object]:
    row = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(plan).items()
    }
    return {
        "plan": json.loads(json.dumps(row)),
        "clock": evidence.clock,
        "data": evidence.digest,
        "models": {model.name: model.version for model in models},
    }


def _resumed(path: Path, head: Mapping[str, object]) -> frozenset[str]:
    """The days that are done already; what was written of a day that was not finished is taken off.

    Raises:
        UsageError: The file is of another plan or other data.
    """
    if not path.exists():
        path.write_text(_line(head), encoding="utf-8")
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    held = _row(lines[0]) if lines else None
    if held != head:
        other = [name for name in head if (held or {}).get(name) != head[name]]
        raise UsageError(
            f"{path} holds another back-test (other {' and '.join(other)}); give a new folder, or the command that began it"
        )
    ends = [number for number, line in enumerate(lines) if "done" in (_row(line) or {})]
    whole = lines[: ends[-1] + 1] if ends else lines[:1]
    if len(whole) < len(lines):
        path.write_text("".join(whole), encoding="utf-8")
    return frozenset(str(row["done"]) for row in map(_row, whole) if row and "done" in row)


def _asked(plan: Plan, past: History, models: Sequence[Model], end: date) -> Iterator[dict[str, object]]:
    """A row for each question of a day, with what each model says."""
    for actors in _pairs(plan, past):
        for name in plan.events:
            for days in plan.horizons:
                closes = past.until + timedelta(days=days)
                if closes > end:
                    continue
                question = Question(class_of(name), actors, past.until, closes, "no")
                told = {model.name: model.probability(question, past).probability for model in models}
                head = {"on": past.until.isoformat(), "event": name, "actors": actors, "days": days}
                yield {**head, "told": {key: value and round(value, 6) for key, value in told.items()}}


def _pairs(plan: Plan, past: History) -> list[tuple[str, ...]]:
    found = sorted(pair for pair in past.groups(2) if plan.of is None or plan.of in pair)
    if plan.active is None:
        return found
    seen = past.seen.toordinal()
    return [pair for pair in found if past.busy(pair, seen - plan.active, seen)]


def _result(plan: Plan, evidence: Evidence, models: Sequence[Model], path: Path) -> Result:
    came = evidence.came()
    rows = [row for row in _rows(path) if "told" in row]
    known = [(row, happened) for row in rows if (happened := _came(row, came)) is not None]
    scored = {
        model.name: [
            _scored(row, model.name, happened=happened) for row, happened in known if _can(row, model.name)
        ]
        for model in models
    }
    return Result(
        plan,
        evidence.clock,
        evidence.digest,
        len(rows),
        len(rows) - len(known),
        {name: len(known) - len(told) for name, told in scored.items()},
        {name: performance(told) for name, told in scored.items()},
    )


def _can(row: Mapping[str, Any], model: str) -> bool:
    """Whether a model answered, and the base rate to measure it against is there."""
    return row["told"][model] is not None and row["told"]["base_rate"] is not None


def _scored(row: Mapping[str, Any], model: str, *, happened: bool) -> Scored:
    told = row["told"]
    return Scored(
        "", model, row["event"], row["days"], told[model], told["base_rate"], told["persistence"], happened
    )


def _came(row: Mapping[str, Any], came: History) -> bool | None:
    opens = date.fromisoformat(row["on"])
    return came.came(row["event"], row["actors"], opens, opens + timedelta(days=row["days"]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _row(line: str) -> dict[str, Any] | None:
    """The row of a line; None for one that a stopped run left unfinished."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
