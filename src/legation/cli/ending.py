"""How a command ends: its exit code, and a sentence where the work could not go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer


def end_with(work: Callable[[], int]) -> NoReturn:
    """Do a command's work and end with its exit code."""
    try:
        code = work()
        sys.stdout.flush()
    except BrokenPipeError:
        _hold_back()  # the reader of our output has seen enough
        code = 0
    except OSError as error:
        _hold_back()
        where = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(
            f"legation: the work stopped: {where}{error.strerror or error}; what was recorded before it stands\n"
        )
        code = 2
    except KeyboardInterrupt:
        sys.stderr.write("legation: stopped; what was recorded stands, and the next run goes on from there\n")
        code = 130
    raise typer.Exit(code)


def _hold_back() -> None:
    """Let what was not printed yet go nowhere, as its place takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
