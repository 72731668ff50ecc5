"""Commands that show what the ledger holds and write briefs from it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    FromOption,
    JsonOption,
    KindOption,
    LedgerOption,
    PublishedFromOption,
    PublishedToOption,
    ToOption,
    WithOption,
    app,
)


class Shown(StrEnum):
    """What `show` shows."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    ACTORS = "actors"
    CONFLICTS = "conflicts"
    JUDGEMENTS = "judgements"
    FORECASTS = "forecasts"


@app.command()
def show(
    what: Annotated[Shown, typer.Argument(help="What to show.")],
    with_: WithOption = None,
    kind: KindOption = None,
    start: FromOption = None,
    end: ToOption = None,
    published_from: PublishedFromOption = None,
    published_to: PublishedToOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what the ledger holds."""
    from legation.cli.filtering import Filters
    from legation.cli.showing import show_view

    filters = Filters(tuple(with_ or ()), kind, start, end, published_from, published_to)
    end_with(lambda: show_view(what.value, ledger, as_of=as_of, filters=filters, as_json=as_json))


@app.command()
def changes(
    since: Annotated[
        str, typer.Option(help="A day (its beginning) or a moment (UTC); last: since you last looked.")
    ] = "last",
    by: Annotated[str | None, typer.Option(envvar="LEGATION_USER", help="Who looks.")] = None,
    with_: WithOption = None,
    kind: KindOption = None,
    start: FromOption = None,
    end: ToOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    peek: Annotated[bool, typer.Option("--peek", help="Do not remember that you looked.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Tell what is new, changed, withdrawn or newly in conflict, from what to what and why."""
    from legation.cli.changing import Span, show_changes
    from legation.cli.filtering import Filters

    span, filters = Span(since, as_of, by, is_peek=peek), Filters(tuple(with_ or ()), kind, start, end)
    end_with(lambda: show_changes(ledger, span, filters=filters, as_json=as_json))


@app.command()
def brief(
    of: Annotated[str, typer.Option(help="The actor that it is for: a code or a name.")],
    with_: Annotated[str, typer.Option("--with", help="The partner.")],
    on: Annotated[
        str, typer.Option(help="Day of the meeting, as 2025-08-10; nothing published later enters.")
    ],
    out: Annotated[
        list[Path] | None, typer.Option(help="Where to: .html, .docx, .pdf, .md or .json; several allowed.")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Write a brief on one partner for a meeting; what fails its check is not printed."""
    from legation.cli.briefing import Wanted, write

    wanted = Wanted(of, with_, on, as_of)
    end_with(lambda: write(ledger, wanted, paths=out or [], as_json=as_json))
