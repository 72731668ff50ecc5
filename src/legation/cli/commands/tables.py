"""Commands that carry records out to other programs, and tables in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    ConfidentialOption,
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


@app.command()
def export(
    to: Annotated[
        list[Path],
        typer.Argument(
            help="Files: .csv, .xlsx, .jsonl, .schema.json (of .jsonl), .parquet (all tables), .ftm.jsonl "
            "(FollowTheMoney), .ics (what lies ahead), .bib, .ris or .csl.json (sources)."
        ),
    ],
    with_: WithOption = None,
    kind: KindOption = None,
    start: FromOption = None,
    end: ToOption = None,
    published_from: PublishedFromOption = None,
    published_to: PublishedToOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    confidential: ConfidentialOption = False,
) -> None:
    """Write records, what lies ahead, or sources to files for other programs; the ending chooses the form."""
    from legation.cli.exporting import export as write_files
    from legation.cli.filtering import Filters

    filters = Filters(tuple(with_ or ()), kind, start, end, published_from, published_to)
    end_with(lambda: write_files(ledger, to, as_of=as_of, filters=filters, confidential=confidential))


@app.command("import")
def import_(
    paths: Annotated[list[str], typer.Argument(help="Files (.csv, .xlsx, .xml), folders or patterns.")],
    kind: Annotated[
        str | None, typer.Option(help="What every row is: visit, agreement, commitment or another kind.")
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help="What a column means, as Column=field; Column=- leaves it unused (repeat)."
        ),
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="What holds for every row, as field=value (repeat).")
    ] = None,
    day_order: Annotated[
        str | None, typer.Option(help="Of dates such as 3/4/2025: day-first or month-first.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day of the table; what lies later is planned.")
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", help="Of a table of votes: the two states, each with its own --with."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask whether the mapping is right.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and tell; record nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring tables into the ledger row by row: the mapping is guessed, shown and confirmed; errors are told by cell."""
    from legation.cli.importing import Asked, ask, can_ask, import_tables

    asked = Asked(
        kind,
        tuple(map_ or ()),
        tuple(set_ or ()),
        day_order,
        published,
        tuple(with_ or ()),
        is_sure=yes,
        is_trial=dry_run,
        as_json=as_json,
    )
    end_with(lambda: import_tables(paths, ledger, asked, answer=ask if can_ask() and not as_json else None))
