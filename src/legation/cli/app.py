"""The commands. Only this module and typer are imported before a command is known: `--help` must be instant."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from legation.errors import LegationError

app = typer.Typer(
    help="An open foreign-affairs desk: reads documents, keeps a cited ledger, writes briefs that are checked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

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
DEFAULT_LEDGER = "legation.ledger"


class Shown(StrEnum):
    """What `show` shows."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    ACTORS = "actors"
    CONFLICTS = "conflicts"
    JUDGEMENTS = "judgements"


class JudgementVerb(StrEnum):
    """What a person decides."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    ASSIGN = "assign"
    COMMENT = "comment"
    CONFIDENTIAL = "confidential"
    UNDO = "undo"


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

    _end(lambda: read_into(paths, ledger, processes=processes, private=private, as_json=as_json))


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, patterns or addresses.")],
    processes: ProcessesOption = None,
    *,
    private: PrivateOption = False,
) -> None:
    """Print the statements of documents as JSON lines; no ledger is touched."""
    from legation.cli.reading import extract_lines

    _end(lambda: extract_lines(paths, processes=processes, private=private))


@app.command()
def code(
    file: Annotated[Path, typer.Argument(help='JSON lines with "id", "text" and, if known, "date".')],
    out: Annotated[Path | None, typer.Option(help="Where to; standard output if not given.")] = None,
    *,
    cameo: Annotated[bool, typer.Option("--cameo", help="Tell the CAMEO code of each event too.")] = False,
) -> None:
    """Code sentences to political events: who did what to whom, with PLOVER types and actor codes."""
    from legation.cli.coding import code_lines

    _end(lambda: code_lines(file, out=out, cameo=cameo))


@app.command()
def events(
    with_: Annotated[
        list[str] | None, typer.Option("--with", help="Only with this actor (repeat for several).")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as visit or agreement.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="First day, as 2025-01-31, 2025-01 or 2025.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day, as 2025-01-31, 2025-01 or 2025.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The ledger as it stood then: a day or a moment (UTC).")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where to; standard output if not given.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    cameo: Annotated[bool, typer.Option("--cameo", help="Tell the CAMEO code of each event too.")] = False,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="Take what was marked as confidential too.")
    ] = False,
) -> None:
    """Print the records of a ledger as one stream of political events, as JSON lines."""
    from legation.cli.coding import Form, event_lines
    from legation.cli.showing import Filters

    filters = Filters(tuple(with_ or ()), kind, start, end)
    form = Form(out, cameo, confidential)
    _end(lambda: event_lines(ledger, as_of=as_of, filters=filters, form=form))


@app.command()
def show(
    what: Annotated[Shown, typer.Argument(help="What to show.")],
    with_: Annotated[
        list[str] | None, typer.Option("--with", help="Only with this actor (repeat for several).")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as visit or agreement.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="First day, as 2025-01-31, 2025-01 or 2025.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day, as 2025-01-31, 2025-01 or 2025.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The ledger as it stood then: a day or a moment (UTC).")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what the ledger holds."""
    from legation.cli.showing import Filters, show_view

    filters = Filters(tuple(with_ or ()), kind, start, end)
    _end(lambda: show_view(what.value, ledger, as_of=as_of, filters=filters, as_json=as_json))


@app.command()
def brief(
    of: Annotated[str, typer.Option(help="The actor that it is for: a code or a name.")],
    with_: Annotated[str, typer.Option("--with", help="The partner.")],
    on: Annotated[
        str, typer.Option(help="Day of the meeting, as 2025-08-10; nothing published later enters.")
    ],
    out: Annotated[
        list[Path] | None, typer.Option(help="Where to: .html, .docx, .pdf, .md or .json; several allowed.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The ledger as it stood then: a day or a moment (UTC).")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Write a brief on one partner for a meeting; what fails its check is not printed."""
    from legation.cli.briefing import Wanted, write

    wanted = Wanted(of, with_, on, as_of)
    _end(lambda: write(ledger, wanted, paths=out or [], as_json=as_json))


@app.command()
def export(
    to: Annotated[
        list[Path],
        typer.Argument(
            help="Files: .csv, .xlsx, .jsonl, .ics (what lies ahead), .bib, .ris or .csl.json (sources)."
        ),
    ],
    with_: Annotated[
        list[str] | None, typer.Option("--with", help="Only with this actor (repeat for several).")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as visit or agreement.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="First day, as 2025-01-31, 2025-01 or 2025.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day, as 2025-01-31, 2025-01 or 2025.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The ledger as it stood then: a day or a moment (UTC).")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="Take what was marked as confidential too.")
    ] = False,
) -> None:
    """Write records, what lies ahead, or sources to files for other programs; the ending chooses the form."""
    from legation.cli.exporting import export as write_files
    from legation.cli.showing import Filters

    filters = Filters(tuple(with_ or ()), kind, start, end)
    _end(lambda: write_files(ledger, to, as_of=as_of, filters=filters, confidential=confidential))


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
    _end(lambda: import_tables(paths, ledger, asked, answer=ask if can_ask() and not as_json else None))


@app.command()
def judge(
    verb: Annotated[JudgementVerb, typer.Argument(help="What you decide.")],
    target: Annotated[
        str,
        typer.Argument(help="Id of the record or statement (to undo: of the judgement), or its beginning."),
    ],
    by: Annotated[str, typer.Option(envvar="LEGATION_USER", help="Who decides.")],
    why: Annotated[str, typer.Option(help="Why.")] = "",
    field: Annotated[str | None, typer.Option(help="To correct: the field, or date, or modality.")] = None,
    value: Annotated[
        str | None, typer.Option(help="To correct: the right value; several are parted by ';'.")
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", help="To merge or split: the other record (repeat for several)."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="To assign: who takes it on.")] = None,
    text: Annotated[str | None, typer.Option(help="To comment: the comment.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Accept, correct, reject, merge, split, assign or comment; nothing is overwritten, and undo undoes."""
    from legation.cli.judging import Decision
    from legation.cli.judging import judge as decide

    decision = Decision(verb.value, target, by, why, field, value, tuple(with_ or ()), to, text)
    _end(lambda: decide(ledger, decision, as_json=as_json))


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

    _end(lambda: check_ledger(ledger, noted=seal, as_json=as_json))


@app.command()
def backup(
    to: Annotated[str, typer.Argument(help="Where to: a new file, or an empty postgresql address.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Copy the ledger as it stands to a new place, and verify the copy; others may go on writing."""
    from legation.cli.keeping import copy

    _end(lambda: copy(ledger, to, as_json=as_json))


@app.command()
def restore(
    from_: Annotated[str, typer.Argument(metavar="BACKUP", help="The copy: a file or postgresql address.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Bring a backup back, where no ledger is yet, and verify it; nothing is ever overwritten."""
    from legation.cli.keeping import copy

    _end(lambda: copy(from_, ledger, as_json=as_json))


@app.command()
def serve(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8350,
) -> None:
    """Open the desk in a browser: partners, records with their passages, documents."""
    from legation.cli.serving import serve_desk

    _end(lambda: serve_desk(ledger, host=host, port=port))


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the ledger and the brief.")] = Path("demo-out"),
) -> None:
    """Run the main job on the sample dossier that comes with the program."""
    from legation.cli.demo import run_demo

    _end(lambda: run_demo(out))


def _end(work: Callable[[], int]) -> NoReturn:
    """Do a command's work and end with its exit code."""
    try:
        code = work()
        sys.stdout.flush()
    except BrokenPipeError:
        _hold_back()  # the reader of our output has seen enough
        code = 0
    except OSError as error:
        _hold_back()
        sys.stderr.write(
            f"legation: the work stopped: {error.strerror or error}; what was recorded before it stands\n"
        )
        code = 2
    except KeyboardInterrupt:
        sys.stderr.write("legation: stopped; what was recorded stands, and the next run goes on from there\n")
        code = 130
    raise typer.Exit(code)


def _hold_back() -> None:
    """Let what was not printed yet go nowhere, as its place takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
