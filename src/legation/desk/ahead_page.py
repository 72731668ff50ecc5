"""The pages that look ahead: alerts with their reasons, and the register of forecasts with its scores.

Pages only read: an alert is recorded as told by `legation alerts`, not because a browser looked at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.foresight.evidence import day_of_view
from legation.foresight.indicators.alerts import Alert, alerts_of, known_of
from legation.foresight.indicators.declared import declared
from legation.foresight.indicators.past import sight_of
from legation.foresight.likelihood import in_words
from legation.foresight.page import HEADINGS, cells
from legation.foresight.performance import cautions, performance, scored_of
from legation.foresight.picture import calibration_curve, skill_bars
from legation.foresight.register import Forecast, Outcome, forecasts, line_of_question, outcomes
from legation.foresight.scoring import brier
from legation.ledger import View
from legation.ledger.record import Record, Source


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """An alert with what a page shows of it.

    Attributes:
        alert: The alert.
        records: The records that it rests on, each with the place of its first statement.
        before: What became of such alerts before it was told; empty where it was not told yet.
    """

    alert: Alert
    records: Sequence[tuple[Record, Source]]
    before: str


def alerts_page(view: View, of: str) -> list[ShownAlert]:
    """The alerts of an actor on the day of a view, by the rules that are shipped."""
    rows = view.registered("alert")
    told = {str(row.about): row.payload.get("before") for row in rows}
    sight = sight_of(view, of, day_of_view(view))
    return [
        ShownAlert(alert, _records(view, alert), _before(told.get(alert.key)))
        for alert in alerts_of(declared().rules, sight, known_of(rows))
        if of in alert.actors
    ]


def _records(view: View, alert: Alert) -> list[tuple[Record, Source]]:
    found = alert.reading.records if alert.reading else ()
    return [(record, view.source(record.statements[0].quote)) for record in found]


def _before(told: object) -> str:
    if not isinstance(told, dict):
        return ""
    return "; ".join(
        f"with {who}: {row['hits']} hits, {row['false_alarms']} false alarms, {row['missed']} missed"
        for who, row in (("this partner", told["partner"]), ("all", told["all"]))
    )


@dataclass(frozen=True, slots=True)
class ForecastsPage:
    """The register with its scores.

    Attributes:
        notes: What must be known before the scores are read.
        headings: Of the table of scores.
        scores: Its rows.
        pictures: Calibration curve and skill as SVG of our own making; empty where nothing is settled.
        forecasts: Every forecast, the newest first: question, probability in words, base rate, by whom, outcome, Brier.
    """

    notes: Sequence[str]
    headings: Sequence[str]
    scores: Sequence[Sequence[str]]
    pictures: Sequence[str]
    forecasts: Sequence[tuple[str, ...]]

    @classmethod
    def of(cls, view: View) -> ForecastsPage:
        """The register of a view."""
        known = outcomes(view, forecasts(view), day_of_view(view))
        told = performance(scored_of(known))
        lines = [*told.by_model, *told.by_horizon, *told.by_event]
        whole = [told.whole] if told.whole else []
        return cls(
            cautions(known),
            HEADINGS,
            [cells(line) for line in (*whole, *lines)],
            [calibration_curve(told.bins), skill_bars(lines)] if whole else [],
            [_row(made, came) for made, came in reversed(known)],
        )


def _row(made: Forecast, came: Outcome) -> tuple[str, ...]:
    happened = came.happened
    return (
        line_of_question(made.question),
        in_words(made.probability),
        in_words(made.base_rate),
        f"{made.by}, {made.recorded_at.date()}",
        f"{came.state}: {came.why}",
        "" if happened is None else f"{brier(made.probability, happened=happened):.3f}",
    )
