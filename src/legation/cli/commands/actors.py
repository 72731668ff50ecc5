"""Commands about actors: who goes by a name, lists of one's own, merging and splitting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    ByOption,
    JsonOption,
    LedgerOption,
    WhyOption,
    app,
)

actors = typer.Typer(
    help="Who goes by a name; lists of your own; merge and split. Nothing is overwritten.",
    no_args_is_help=True,
)
app.add_typer(actors, name="actors")


@actors.command()
def show(
    name: Annotated[
        str,
        typer.Argument(
            help="A name in any language, a code, or an office such as 'Foreign Minister of Japan'."
        ),
    ],
    on: Annotated[
        str | None, typer.Option(help="The day in the world that it is about, as 1990-10-03.")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Explain whom a name means: its names, its days, its successors, its offices, and what persons decided."""
    from legation.cli.acting import Asked, show_actor

    end_with(lambda: show_actor(ledger, Asked(name, on, as_of), as_json=as_json))


@actors.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="A list of actors or of office holders: .csv, .xlsx or .json.")
    ],
    by: ByOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and tell; record nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Add actors or office holders of your own; headings are guessed and shown, errors told by cell."""
    from legation.cli.actor_lists import import_list

    end_with(lambda: import_list(ledger, file, by=by, is_trial=dry_run, as_json=as_json))


@actors.command()
def export(
    to: Annotated[Path, typer.Argument(help="The .csv file to write.")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    offices: Annotated[bool, typer.Option("--offices", help="Office holders instead of actors.")] = False,
    whole: Annotated[
        bool, typer.Option("--all", help="The whole register, not only what was added.")
    ] = False,
) -> None:
    """Write the actors that were added, in the form that `actors import` reads."""
    from legation.cli.actor_lists import export_list

    end_with(lambda: export_list(ledger, to, as_of=as_of, offices=offices, whole=whole))


@actors.command()
def merge(
    actor: Annotated[str, typer.Argument(help="The actor: a name or id.")],
    into: Annotated[str, typer.Option(help="The actor that it is one with, and by whose id both go.")],
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Two actors are one: records and filters follow; as of an earlier moment they are two."""
    from legation.cli.acting import Turn, turn_actor

    end_with(lambda: turn_actor(ledger, Turn("actor_merge", actor, into, by, why), as_json=as_json))


@actors.command()
def split(
    actor: Annotated[str, typer.Argument(help="The actor: a name or id.")],
    into: Annotated[str, typer.Option(help="The other actor, which may be new.")],
    with_: Annotated[
        list[str], typer.Option("--with", help="A record or statement that is the other's (repeat).")
    ],
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """One actor is two: the records that are named are the other's."""
    from legation.cli.acting import Turn, turn_actor

    turn = Turn("actor_split", actor, into, by, why, tuple(with_))
    end_with(lambda: turn_actor(ledger, turn, as_json=as_json))
