"""Commands that read documents: into the ledger, or to standard output."""

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
    OutOption,
    PrivateOption,
    ProcessesOption,
    PublishedFromOption,
    PublishedToOption,
    ToOption,
    WithOption,
    app,
)


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, patterns, archives or http(s) addresses.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    processes: ProcessesOption = None,
    *,
    private: PrivateOption = False,
    as_json: JsonOption = False,
) -> None:
    """Read documents into the ledger; say what was new, unchanged, and unreadable and why."""
    from legation.cli.reading import read_into

    end_with(lambda: read_into(paths, ledger, processes=processes, private=private, as_json=as_json))


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, patterns or addresses.")],
    processes: ProcessesOption = None,
    *,
    private: PrivateOption = False,
) -> None:
    """Print the statements of documents as JSON lines; no ledger is touched."""
    from legation.cli.reading import extract_lines

    end_with(lambda: extract_lines(paths, processes=processes, private=private))


@app.command()
def code(
    file: Annotated[Path, typer.Argument(help='JSON lines with "id", "text" and, if known, "date".')],
    out: OutOption = None,
    *,
    cameo: Annotated[bool, typer.Option("--cameo", help="Tell the CAMEO code of each event too.")] = False,
) -> None:
    """Code sentences to political events: who did what to whom, with PLOVER types and actor codes."""
    from legation.cli.coding import code_lines

    end_with(lambda: code_lines(file, out=out, cameo=cameo))


@app.command()
def events(
    with_: WithOption = None,
    kind: KindOption = None,
    start: FromOption = None,
    end: ToOption = None,
    published_from: PublishedFromOption = None,
    published_to: PublishedToOption = None,
    as_of: AsOfOption = None,
    out: OutOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    cameo: Annotated[bool, typer.Option("--cameo", help="Tell the CAMEO code of each event too.")] = False,
    confidential: ConfidentialOption = False,
) -> None:
    """Print the records of a ledger as one stream of political events, as JSON lines."""
    from legation.cli.coding import Form, event_lines
    from legation.cli.filtering import Filters

    filters = Filters(tuple(with_ or ()), kind, start, end, published_from, published_to)
    form = Form(out, cameo, confidential)
    end_with(lambda: event_lines(ledger, as_of=as_of, filters=filters, form=form))
