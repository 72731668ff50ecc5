"""Commands of event data that others coded: `legation signals import`, `show` and `promote`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import DEFAULT_LEDGER, FromOption, JsonOption, LedgerOption, ToOption, app

signals = typer.Typer(
    help="Event data that others coded (ICEWS, POLECAT, GDELT, ACLED): signals, apart from the ledger.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(signals, name="signals")

DEFAULT_SIGNALS = Path("legation.signals")
FolderOption = Annotated[
    Path, typer.Option("--signals", "-s", envvar="LEGATION_SIGNALS", help="The folder of signals.")
]


@signals.command("import")
def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files as they were downloaded (.csv, .tab, .txt, .zip, .gz), folders, patterns."
        ),
    ],
    into: Annotated[
        Path,
        typer.Option("--into", envvar="LEGATION_SIGNALS", help="The folder of signals; made if not there."),
    ] = DEFAULT_SIGNALS,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", help="What the files are, if it is not seen: icews, polecat, gdelt1, gdelt2, acled."
        ),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Import event data: what it is is seen by its columns; lines that cannot be read are kept with their reason."""
    from legation.cli.signals import import_signals

    end_with(lambda: import_signals(paths, into, form=form, as_json=as_json))


@signals.command()
def show(
    of: Annotated[str, typer.Option("--of", help="The one actor.")],
    with_: Annotated[str, typer.Option("--with", help="The other.")],
    start: FromOption = None,
    end: ToOption = None,
    dataset: Annotated[str | None, typer.Option("--set", help="Only this set, such as gdelt2.")] = None,
    by: Annotated[str | None, typer.Option(help="How fine: day, week, month or year.")] = None,
    rows: Annotated[int, typer.Option(min=0, help="List as many of the latest signals too.")] = 0,
    svg: Annotated[Path | None, typer.Option(help="Write a picture to this file.")] = None,
    folder: FolderOption = DEFAULT_SIGNALS,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what two actors did to each other, set by set: cooperation and conflict, verbal and material."""
    from legation.cli.signals import Asked
    from legation.cli.signals import show as show_pair

    asked = Asked(of, with_, start, end, dataset, by, rows, svg, as_json)
    end_with(lambda: show_pair(folder, asked))


@signals.command()
def promote(
    signal: Annotated[str, typer.Argument(help="Id of the signal, such as gdelt2:410412347.")],
    by: Annotated[str, typer.Option(envvar="LEGATION_USER", help="Who decides.")],
    why: Annotated[str, typer.Option(help="Why it is worth a record.")],
    folder: FolderOption = DEFAULT_SIGNALS,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Make one signal a record of the ledger: a person says so, and why."""
    from legation.cli.signals import promote as promote_signal
    from legation.exchange.signals.promote import Choice

    end_with(lambda: promote_signal(ledger, folder, Choice(signal, by, why), as_json=as_json))
