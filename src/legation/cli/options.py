"""The program, and the options that several commands share. Only typer is imported: `--help` must be instant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="An open foreign-affairs desk: reads documents, keeps a cited ledger, writes briefs that are checked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

DEFAULT_LEDGER = "legation.ledger"
LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger", "-l", envvar="LEGATION_LEDGER", help="The ledger: a file or a postgresql address."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
ProcessesOption = Annotated[
    int | None, typer.Option("--processes", "-p", min=1, help="How many processes read.")
]
PrivateOption = Annotated[bool, typer.Option("--allow-private", help="Fetch private addresses too.")]
WithOption = Annotated[
    list[str] | None, typer.Option("--with", help="Only with this actor (repeat for several).")
]
KindOption = Annotated[str | None, typer.Option(help="Only this kind, such as visit or agreement.")]
FromOption = Annotated[
    str | None, typer.Option("--from", help="First day in the world, as 2025-01-31, 2025-01 or 2025.")
]
ToOption = Annotated[
    str | None, typer.Option("--to", help="Last day in the world, as 2025-01-31, 2025-01 or 2025.")
]
PublishedFromOption = Annotated[
    str | None, typer.Option("--published-from", help="Only what a source said on that day or later.")
]
PublishedToOption = Annotated[
    str | None, typer.Option("--published-to", help="Only what a source said on that day or before.")
]
AsOfOption = Annotated[str | None, typer.Option(help="The ledger as it stood then: a day or a moment (UTC).")]
ConfidentialOption = Annotated[
    bool, typer.Option("--confidential", help="Take what was marked as confidential too.")
]
ByOption = Annotated[str, typer.Option(envvar="LEGATION_USER", help="Who decides.")]
WhyOption = Annotated[str, typer.Option(help="Why.")]
SeedOption = Annotated[int, typer.Option(help="The same seed draws the same.")]
OutOption = Annotated[Path | None, typer.Option(help="Where to; standard output if not given.")]
