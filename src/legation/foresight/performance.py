"""How forecasts have done: scores, skill and calibration, in all and by horizon, class and model; hits and misses alike.

Law: every forecast that is due is counted, those that nobody can settle as such. A score over settled forecasts only
says with it how many were not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from legation.foresight.question import HORIZONS
from legation.foresight.register import Forecast, Outcome
from legation.foresight.scoring import (
    Bin,
    Decomposition,
    auroc,
    brier,
    calibration,
    calibration_error,
    crps,
    decompose,
    log_score,
    skill,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """One settled forecast, as it is scored.

    Attributes:
        key: Its id.
        model: Which model, or person, with version.
        event: Name of the class.
        days: Length of the window.
        probability: What was forecast.
        base_rate: What the base rate said.
        persistence: What persistence said, where it could.
        happened: What came.
        counts: The chances of each count, where they were told and the count is known.
        count: The count that came.
        groups: The actors asked about, joined for people.
    """

    key: str
    model: str
    event: str
    days: int
    probability: float
    base_rate: float
    persistence: float | None
    happened: bool
    counts: tuple[float, ...] = ()
    count: int | None = None
    actors: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The scores of some forecasts; means, lower is better; skills are against the same questions.

    Attributes:
        name: Which forecasts.
        count: How many.
        came: The share that came to pass.
        brier: Mean Brier score.
        log: Mean log score.
        base_rate: Mean Brier score of the base rate.
        skill: Skill of the Brier score against the base rate.
        persistence_skill: Skill against persistence, over those that persistence could answer.
        crps: Mean CRPS of the counts, where they were told.
        auroc: Area under the ROC curve, where some came to pass and some did not.
    """

    name: str
    count: int
    came: float
    brier: float
    log: float
    base_rate: float
    skill: float | None
    persistence_skill: float | None
    crps: float | None
    auroc: float | None


@dataclass(frozen=True, slots=True)
class Performance:
    """How some forecasts have done.

    Attributes:
        whole: All of them; None where none is settled.
        by_model: By model.
        by_horizon: By length of window.
        by_event: By class.
        bins: The calibration table.
        error: The calibration error (ECE); None where none is settled.
        parts: Murphy's parts of the Brier score; None where none is settled.
    """

    whole: Line | None
    by_model: Sequence[Line]
    by_horizon: Sequence[Line]
    by_event: Sequence[Line]
    bins: Sequence[Bin]
    error: float | None
    parts: Decomposition | None


def scored_of(known: Iterable[tuple[Forecast, Outcome]]) -> list[Scored]:
    """The forecasts that are settled."""
    return [
        Scored(
            made.id,
            f"{made.model} {made.version}".strip() if made.model != "person" else made.by,
            made.question.event.name,
            made.question.days,
            made.probability,
            made.base_rate,
            made.persistence,
            came.happened,
            made.estimate.counts,
            came.count,
        )
        for made, came in known
        if came.happened is not None
    ]


def cautions(known: Sequence[tuple[Forecast, Outcome]]) -> list[str]:
    """What must be known before the scores are read."""
    states = [came.state for _, came in known]
    told = ", ".join(f"{states.count(state)} {state}" for state in ("yes", "no", "unknown", "open"))
    notes = [f"{_counted(len(known))}: {told}."]
    unsettled = states.count("unknown")
    if unsettled:
        notes.append(
            f"{_counted(unsettled)} cannot be settled from the ledger. The scores are of the others only and "
            "flatter forecasts of what did happen; settle them with `legation settle ID yes|no --by NAME --why …`."
        )
    return notes


def _counted(number: int) -> str:
    return f"{number} forecast{'' if number == 1 else 's'}"


def performance(scored: Sequence[Scored]) -> Performance:
    """How settled forecasts have done."""
    if not scored:
        return Performance(None, (), (), (), (), None, None)
    probabilities, came = [s.probability for s in scored], [s.happened for s in scored]
    bins = calibration(probabilities, came)
    return Performance(
        line("all", scored),
        _lines(scored, lambda s: s.model),
        sorted(_lines(scored, lambda s: horizon(s.days)), key=lambda each: _place(each.name)),
        _lines(scored, lambda s: s.event),
        bins,
        calibration_error(bins),
        decompose(probabilities, came),
    )


def line(name: str, scored: Sequence[Scored]) -> Line:
    """The scores of some forecasts, one at least."""
    mean = fmean(brier(s.probability, happened=s.happened) for s in scored)
    base = fmean(brier(s.base_rate, happened=s.happened) for s in scored)
    counted = [crps(s.counts, s.count) for s in scored if s.counts and s.count is not None]
    return Line(
        name,
        len(scored),
        fmean(s.happened for s in scored),
        mean,
        fmean(log_score(s.probability, happened=s.happened) for s in scored),
        base,
        skill(mean, base),
        _persistence_skill(scored),
        fmean(counted) if counted else None,
        auroc([s.probability for s in scored], [s.happened for s in scored]),
    )


def horizon(days: int) -> str:
    """The horizon that a window is counted with: the shortest of 7, 28 and 90 days that holds it."""
    return next((f"up to {most} days" for most in HORIZONS if days <= most), f"over {HORIZONS[-1]} days")


def _place(name: str) -> int:
    return int(name.split()[-2]) + name.startswith("over")


def _persistence_skill(scored: Iterable[Scored]) -> float | None:
    pairs = [(s, s.persistence) for s in scored if s.persistence is not None]
    if not pairs:
        return None
    mean = fmean(brier(s.probability, happened=s.happened) for s, _ in pairs)
    return skill(mean, fmean(brier(told, happened=s.happened) for s, told in pairs))


def _lines(scored: Sequence[Scored], key: Callable[[Scored], str]) -> list[Line]:
    groups: defaultdict[str, list[Scored]] = defaultdict(list)
    for each in scored:
        groups[key(each)].append(each)
    return [line(name, groups[name]) for name in sorted(groups)]


def line_row(each: Line) -> Mapping[str, object]:
    """A line for JSON."""
    return {
        "name": each.name,
        "count": each.count,
        "came": each.came,
        "brier": each.brier,
        "log_score": each.log,
        "brier_of_base_rate": each.base_rate,
        "skill": each.skill,
        "skill_against_persistence": each.persistence_skill,
        "crps": each.crps,
        "auroc": each.auroc,
    }


def performance_row(told: Performance) -> Mapping[str, object]:
    """A performance for JSON."""
    parts = told.parts
    return {
        "all": line_row(told.whole) if told.whole else None,
        "by_model": [line_row(each) for each in told.by_model],
        "by_horizon": [line_row(each) for each in told.by_horizon],
        "by_event": [line_row(each) for each in told.by_event],
        "calibration": [
            {
                "low": b.low,
                "high": b.high,
                "count": b.count,
                "forecast": b.forecast,
                "came": b.came,
                "interval": b.interval,
            }
            for b in told.bins
        ],
        "calibration_error": told.error,
        "murphy": {
            "reliability": parts.reliability,
            "resolution": parts.resolution,
            "uncertainty": parts.uncertainty,
            "within": parts.within,
        }
        if parts
        else None,
    }
