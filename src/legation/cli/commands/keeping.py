"""Commands that keep a ledger whole: verify, copy, bring back."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption, app


@app.command()
def check(
    ledger: LedgerOption = DEFAULT_LEDGER,
    seal: Annotated[
        str | None, typer.Option(help="A seal that you noted earlier; the ledger must still have it.")
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Verify the whole ledger: hashes, chain and references; name the first entry that is broken."""
    from legation.cli.keeping import check_ledger

    end_with(lambda: check_ledger(ledger, noted=seal, as_json=as_json))


@app.command()
def backup(
    to: Annotated[str, typer.Argument(help="Where to: a new file, or an empty postgresql address.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Copy the ledger as it stands to a new place, and verify the copy; others may go on writing."""
    from legation.cli.keeping import copy

    end_with(lambda: copy(ledger, to, as_json=as_json))


@app.command()
def restore(
    from_: Annotated[str, typer.Argument(metavar="BACKUP", help="The copy: a file or postgresql address.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Bring a backup back, where no ledger is yet, and verify it; nothing is ever overwritten."""
    from legation.cli.keeping import copy

    end_with(lambda: copy(from_, ledger, as_json=as_json))
