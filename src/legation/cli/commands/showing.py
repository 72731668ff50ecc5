"""Commands that open the desk, or show the whole on the sample dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import DEFAULT_LEDGER, LedgerOption, app


@app.command()
def serve(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8350,
) -> None:
    """Open the desk in a browser: partners, records with their passages, documents."""
    from legation.cli.serving import serve_desk

    end_with(lambda: serve_desk(ledger, host=host, port=port))


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the ledger and the brief.")] = Path("demo-out"),
) -> None:
    """Run the main job on the sample dossier that comes with the program."""
    from legation.cli.demo import run_demo

    end_with(lambda: run_demo(out))
