"""What commands print: tables and messages for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table


class _Printer(Console):
    """Prints for people; that nobody reads any further is for the command to answer."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


out = _Printer(highlight=False)
err = _Printer(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """Print a value as indented JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=_needs_ascii(), indent=2) + "\n")


def print_line(value: object) -> None:
    """Print a value as one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=_needs_ascii()) + "\n")


def _needs_ascii() -> bool:
    """JSON is UTF-8 or, where the terminal or pipe has another encoding, plain ASCII with escapes."""
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"


def tell(message: str, *, mark: str = "legation: ") -> None:
    """Tell the user something about the work, on standard error: folded on a terminal, one line in a file."""
    err.print(f"{mark}{message}", markup=False, soft_wrap=not err.is_terminal)


def counted(number: int, thing: str) -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def progress_bar(*, shown: bool = True) -> Progress:
    """A progress bar on standard error, where that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err, transient=True, disable=not (shown and err.is_terminal))


def print_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[str] = ()
) -> None:
    """Print rows as a table; the title alone where there are none.

    Args:
        title: What it shows.
        columns: Headings.
        rows: Cells; None is an empty cell.
        numbers: The columns that hold numbers, set to the right.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    out.print(title, style="bold", markup=False)
    if table.row_count:
        out.print(table)
