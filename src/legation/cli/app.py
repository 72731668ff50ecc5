"""The program. Only the commands' options and typer are imported before a command is known: `--help` is instant."""

from __future__ import annotations

import io
import sys

from legation.cli.commands import (
    actors,
    documents,
    foresight,
    judgements,
    keeping,
    records,
    searching,
    showing,
    signals,
    tables,
)
from legation.cli.options import app
from legation.errors import LegationError

# Each module puts its commands on the program; `--help` lists them in this order.
_MODULES = (documents, records, searching, tables, judgements, actors, foresight, signals, keeping, showing)
_ORDER = [module.__name__ for module in _MODULES]
app.registered_commands.sort(key=lambda command: _ORDER.index(getattr(command.callback, "__module__", "")))


def run() -> None:
    """Entry point: run a command, and turn an error into a sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that has no ü shows \xfc
    try:
        app()
    except LegationError as error:
        sys.stderr.write(f"legation: {error}\n")
        sys.exit(2)
