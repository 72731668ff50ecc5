"""`legation backtest`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from legation.cli.forecasting import print_scores
from legation.cli.judging import actor_of
from legation.cli.printing import out, print_json, progress_bar, tell
from legation.errors import UsageError
from legation.foresight.backtest import Plan, Result, backtest
from legation.foresight.classes import class_of
from legation.foresight.evidence import Evidence, Published, Recorded
from legation.foresight.models import model_of
from legation.foresight.page import HEADINGS, cells, pictures, table
from legation.foresight.page import page as html_page
from legation.foresight.performance import Line, Performance, performance_row
from legation.foresight.question import HORIZONS
from legation.foresight.streams import stream_of
from legation.ledger import Ledger
from legation.ledger.moment import day_of

_SIMPLE = ("base_rate", "rate_90d", "persistence")
_QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
_CLOCKS = {
    "published": "Known before a day is what the documents published before it say, as they are read and judged now.",
    "recorded": "Known before a day is what the ledger held when that day began.",
    "told": "Known before a day are the events of the stream that lie before it.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A back-test as it was asked for on the command line.

    Attributes:
        events: Classes of event; empty for the usual ones.
        of: Only pairs of this actor.
        days: Lengths of the windows; empty for 7, 28 and 90 days.
        start: First day; None for half a year after the evidence begins.
        end: Last day; None for the last on which the shortest window can be settled.
        every: Days from one day of asking to the next.
        active: Only pairs with an event in so many days before.
        clock: ``published`` or ``recorded``, for a ledger.
        stream: Event data to ask in place of a ledger.
        classes: The quad classes of a benchmark's relations.
        models: Models to ask beside the simple ones.
    """

    events: tuple[str, ...] = ()
    of: str | None = None
    days: tuple[int, ...] = ()
    start: str | None = None
    end: str | None = None
    every: int = 28
    active: int | None = None
    clock: str = "published"
    stream: Path | None = None
    classes: Path | None = None
    models: tuple[str, ...] = ()


def run_backtest(target: str, asked: Asked, *, folder: Path, as_json: bool) -> int:
    """Run a back-test, or what is left of it, and tell what it found.

    Returns:
        The exit code.
    """
    asking = [model_of(name) for name in dict.fromkeys((*_SIMPLE, *asked.models))]
    with _evidence(target, asked) as (evidence, of):
        plan = _plan(asked, evidence, of)
        tell(f"asking on {len(plan.days())} days from {plan.first} to {plan.last}; in {folder}")
        with progress_bar() as bar:
            task = bar.add_task("asking", total=len(plan.days()))
            found = backtest(
                plan, evidence, asking, folder, progress=lambda done, _: bar.update(task, completed=done)
            )
    row = result_row(found)
    (folder / "result.json").write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")
    (folder / "result.html").write_text(_page(found), encoding="utf-8")
    if as_json:
        print_json(row)
        return 0
    for note in _notes(found):
        out.print(note, markup=False)
    lines = [each for told in found.by_model.values() for each in _lines(told)]
    print_scores(lines)
    out.print(f"written: {folder / 'result.json'}, {folder / 'result.html'}", markup=False)
    return 0


@contextmanager
def _evidence(target: str, asked: Asked) -> Iterator[tuple[Evidence, str | None]]:
    """What is known when, and the id of the actor that is asked about."""
    if asked.stream is not None:
        yield stream_of(asked.stream, asked.classes), asked.of
        return
    if asked.clock not in ("published", "recorded"):
        raise UsageError(f"--clock {asked.clock}: it is published or recorded")
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view()
        of = actor_of(view, asked.of) if asked.of else None
        digest = view.moment.isoformat()
        recorded: Evidence = Recorded(ledger, digest)
        yield (recorded if asked.clock == "recorded" else Published(view, digest)), of


def _plan(asked: Asked, evidence: Evidence, of: str | None) -> Plan:
    """The plan, with what was left open filled in.

    Raises:
        UsageError: Nothing is dated, or the days leave no time to learn from or be scored in.
    """
    events = tuple(class_of(name).name for name in asked.events) or (
        _QUADS if asked.stream is not None else ("visit", "contact", "agreement")
    )
    days = asked.days or HORIZONS
    end = evidence.came().seen
    if end == date.max:
        raise UsageError("no document of the ledger has a day of publication; there is no past to ask about")
    first = day_of(asked.start) if asked.start else evidence.first + timedelta(days=182)
    last = day_of(asked.end) if asked.end else end - timedelta(days=min(days))
    if last < first:
        young = (
            "; what was recorded late can be asked by --clock published"
            if evidence.clock == "recorded"
            else ""
        )
        raise UsageError(
            f"from {first} to {last} there is no day to ask on: the evidence goes from {evidence.first} to {end}; "
            f"give --from and --to, or a shorter --within{young}"
        )
    return Plan(events, days, first, last, asked.every, of, asked.active)


def result_row(found: Result) -> dict[str, object]:
    """A result for JSON."""
    plan = found.plan
    return {
        "events": list(plan.events),
        "horizons": list(plan.horizons),
        "first": plan.first.isoformat(),
        "last": plan.last.isoformat(),
        "every": plan.every,
        "of": plan.of,
        "active": plan.active,
        "clock": found.clock,
        "data": found.digest,
        "questions": found.questions,
        "unknown": found.unknown,
        "unanswered": dict(found.unanswered),
        "models": {name: performance_row(told) for name, told in found.by_model.items()},
    }


def _notes(found: Result) -> list[str]:
    """What must be known before the scores are read."""
    plan = found.plan
    notes = [
        f"{found.questions:,} questions on {len(plan.days())} days from {plan.first} to {plan.last}, "
        f"each to {len(found.by_model)} models; what is not told is taken for no.",
        _CLOCKS[found.clock],
    ]
    if found.unknown:
        notes.append(
            f"{found.unknown:,} questions cannot be settled, as a date is too vague; they are not scored."
        )
    notes += [
        f"{name} had not enough data for {count:,} questions; its scores are of the others."
        for name, count in found.unanswered.items()
        if count
    ]
    return notes


def _lines(told: Performance) -> list[Line]:
    """The whole of a model under its name, then its parts."""
    (whole,) = told.by_model or (None,)
    return [] if whole is None else [whole, *told.by_horizon, *told.by_event]


def _page(found: Result) -> str:
    wholes = [each for told in found.by_model.values() for each in told.by_model]
    parts = [table(HEADINGS, map(cells, wholes))]
    for name, told in found.by_model.items():
        if told.whole is not None:
            parts += [
                f"<h2>{name.replace('_', ' ')}</h2>",
                table(HEADINGS, map(cells, _lines(told))),
                pictures(told),
            ]
    return html_page("Back-test", _notes(found), parts)
