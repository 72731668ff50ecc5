"""The command that looks for words."""

from __future__ import annotations

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
    ToOption,
    WithOption,
    app,
)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all be there; phrases in quotes.")],
    with_: WithOption = None,
    kind: KindOption = None,
    start: FromOption = None,
    end: ToOption = None,
    most: Annotated[int, typer.Option(min=1, help="How many records, and how many documents.")] = 20,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Find words in documents and records, whatever their accents; the latest first."""
    from legation.cli.filtering import Filters
    from legation.cli.searching import search_ledger

    filters = Filters(tuple(with_ or ()), kind, start, end)
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    end_with(lambda: search_ledger(asked, ledger, as_of=as_of, filters=filters, most=most, as_json=as_json))
