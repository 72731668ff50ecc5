"""Commands that look ahead: forecasts and how they did, back-tests, alerts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import DEFAULT_LEDGER, AsOfOption, JsonOption, LedgerOption, WithOption, app

ByOption = Annotated[str | None, typer.Option(envvar="LEGATION_USER", help="Who says so.")]


class Said(StrEnum):
    """What it means that nothing is recorded."""

    NO = "no"
    UNKNOWN = "unknown"


class KnownBy(StrEnum):
    """Which clock says what was known on a day."""

    PUBLISHED = "published"
    RECORDED = "recorded"


class Came(StrEnum):
    """What came of a forecast."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@app.command()
def forecast(
    event: Annotated[str, typer.Argument(help="Class of event: visit, agreement, sanction and others.")],
    of: Annotated[str, typer.Option(help="The actor: a code or a name.")],
    with_: Annotated[str | None, typer.Option("--with", help="The other; without it, any.")] = None,
    within: Annotated[int, typer.Option(min=1, help="Days that the window is long.")] = 28,
    start: Annotated[
        str | None, typer.Option("--from", help="First day of the window; tomorrow if not given.")
    ] = None,
    probability: Annotated[
        str | None, typer.Option(help="Your own forecast: 0.3, 30% or likely; a model answers if not given.")
    ] = None,
    model: Annotated[str, typer.Option(help="The model to ask.")] = "base_rate",
    silence: Annotated[Said, typer.Option(help="What it means that nothing is recorded.")] = Said.UNKNOWN,
    by: ByOption = None,
    why: Annotated[str, typer.Option(help="Why.")] = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell the forecast; record nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Record how likely an event is, by a model or by you, before its window opens; it is scored when it is due."""
    from legation.cli.forecasting import Asked
    from legation.cli.forecasting import forecast as record

    actors = tuple(filter(None, (of, with_)))
    asked = Asked(event, actors, within, start, silence.value, probability, model, by, why)
    end_with(lambda: record(ledger, asked, dry_run=dry_run, as_json=as_json))


@app.command()
def settle(
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of the forecast, or its beginning.")],
    outcome: Annotated[Came, typer.Argument(help="What came of it.")],
    by: Annotated[str, typer.Option(envvar="LEGATION_USER", help="Who found it.")],
    why: Annotated[str, typer.Option(help="Why, and where it can be read.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say what came of a forecast that the ledger's records cannot settle, or settle wrongly."""
    from legation.cli.forecasting import settle_forecast

    end_with(lambda: settle_forecast(ledger, key, outcome.value, by=by, why=why))


@app.command()
def score(
    out: Annotated[
        Path | None, typer.Option(help="Write the page of past performance here, as .html.")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Score the forecasts that are due: against the base rate and persistence, by horizon and class, with calibration."""
    from legation.cli.forecasting import score as score_forecasts

    end_with(lambda: score_forecasts(ledger, as_of=as_of, place=out, as_json=as_json))


@app.command()
def backtest(
    out: Annotated[
        Path, typer.Option(help="Folder for forecasts and result; a run that was stopped goes on there.")
    ],
    event: Annotated[
        list[str] | None,
        typer.Option(help="Class of event (repeat for several); visit, contact and agreement if not given."),
    ] = None,
    of: Annotated[str | None, typer.Option(help="Only pairs of this actor.")] = None,
    within: Annotated[
        list[int] | None, typer.Option(min=1, help="Days ahead (repeat); 7, 28 and 90 if not given.")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="First day of asking, as 2025-01-31.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day of asking.")] = None,
    every: Annotated[int, typer.Option(min=1, help="Days from one day of asking to the next.")] = 28,
    active: Annotated[
        int | None, typer.Option(min=1, help="Only pairs with an event in so many days before.")
    ] = None,
    clock: Annotated[
        KnownBy, typer.Option(help="What was known on a day: what was published, or recorded here.")
    ] = KnownBy.PUBLISHED,
    stream: Annotated[
        Path | None,
        typer.Option(
            help="Event data in place of a ledger: what `legation events` wrote, or a benchmark's folder."
        ),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(help="A model to ask beside base rate and persistence, such as warning (repeat)."),
    ] = None,
    classes: Annotated[
        Path | None, typer.Option(help="Of a benchmark: JSON with the quad class of each relation.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Ask all models on past days, from what was known then alone, and tell how right they would have been."""
    from legation.cli.backtesting import Asked, run_backtest

    asked = Asked(
        tuple(event or ()),
        of,
        tuple(within or ()),
        start,
        end,
        every,
        active,
        clock.value,
        stream,
        classes,
        tuple(model or ()),
    )
    end_with(lambda: run_backtest(ledger, asked, folder=out, as_json=as_json))


@app.command()
def alerts(
    of: Annotated[str, typer.Option(help="The actor that they are for: a code or a name.")],
    with_: WithOption = None,
    rules: Annotated[
        Path | None, typer.Option(help="A TOML file of rules, over those that are shipped.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The alerts of that day, from what had been published by then.")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    all_: Annotated[bool, typer.Option("--all", help="Tell in full what stands without news too.")] = False,
    past: Annotated[bool, typer.Option("--past/--no-past", help="Count past hits and false alarms.")] = True,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell; do not record that it was told.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Tell what declared rules warn of: which rule, values and passages, what would cancel it, how often it was right."""
    from legation.cli.alerting import Asked, tell_alerts

    asked = Asked(of, tuple(with_ or ()), rules, as_of, on, all_, past, dry_run)
    end_with(lambda: tell_alerts(ledger, asked, as_json=as_json))


@app.command()
def warn(
    of: Annotated[str, typer.Option(help="The actor: a code or a name.")],
    with_: Annotated[str | None, typer.Option("--with", help="The other; without it, anyone.")] = None,
    on: Annotated[str | None, typer.Option(help="First day that is asked about; today if not given.")] = None,
    event: Annotated[
        list[str] | None, typer.Option(help="Only this class of event (repeat for several).")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Tell how likely each class of event is within 7, 28 and 90 days, and why; or that there is not enough data."""
    from legation.cli.warning import Asked
    from legation.cli.warning import warn as tell_warnings

    asked = Asked(of, with_, on, tuple(event or ()), as_of)
    end_with(lambda: tell_warnings(ledger, asked, as_json=as_json))
