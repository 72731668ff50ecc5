"""`legation import`: the spreadsheet that people already have, row by row into the ledger."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from legation.cli.printing import counted, out, print_json, print_table, progress_bar, tell
from legation.documents import LoadSettings, Unreadable
from legation.errors import DocumentError, UsageError
from legation.exchange.intake.columns import as_options, column_of, pairs_of
from legation.exchange.intake.guess import Guess, Wishes, guess
from legation.exchange.intake.rows import Problem
from legation.exchange.intake.take import Taken, record, take
from legation.exchange.intake.words import UNUSED
from legation.exchange.sheets.find import Workbook, find_tables, open_tables, unreadable
from legation.exchange.sheets.vote_table import VoteTable
from legation.exchange.votes import agreement
from legation.ledger import Ledger
from legation.values.dates import DayOrder
from legation.values.when import When

_TOLD: Final = 20
"""Problems that are told one by one."""
_LONGEST: Final = 40
"""Characters of an example that are shown."""
_EXAMPLES: Final = 3
_ORDERS: Final = {"day-first": DayOrder.DAY_FIRST, "month-first": DayOrder.MONTH_FIRST}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks for, as written on the command line.

    Attributes:
        kind: The kind of every row.
        columns: ``Column=field``.
        constants: ``field=value``.
        day_order: ``day-first`` or ``month-first``.
        published: The day of the tables.
        states: Of a table of votes: the two states.
        is_sure: Whether the mapping needs no confirming.
        is_trial: Whether nothing is recorded.
        as_json: Whether JSON is printed.
    """

    kind: str | None = None
    columns: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    day_order: str | None = None
    published: str | None = None
    states: tuple[str, ...] = ()
    is_sure: bool = False
    is_trial: bool = False
    as_json: bool = False

    def wishes(self) -> Wishes:
        """The wishes that a guess starts from.

        Raises:
            UsageError: An option is not of its form.
        """
        if self.day_order and self.day_order not in _ORDERS:
            raise UsageError(f"--day-order {self.day_order!r}: it is {' or '.join(_ORDERS)}")
        order = _ORDERS.get(self.day_order or "", DayOrder.UNKNOWN)
        columns, constants = pairs_of(self.columns, "--map"), pairs_of(self.constants, "--set")
        return Wishes(self.kind, columns, constants, order)


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file."""

    address: str
    outcome: str
    document: str
    taken: Taken | None = None
    failed: Unreadable | None = None
    statements: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What should be known of its cells."""
        return self.taken.problems if self.taken else ()

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read."""
        return self.failed is None and not any(problem.lost != "remark" for problem in self.problems)


def import_tables(
    paths: Sequence[str], target: str, asked: Asked, *, answer: Callable[[], str] | None = None
) -> int:
    """Bring tables into the ledger and print what became of them.

    Args:
        paths: Files, folders and patterns.
        target: The ledger.
        asked: What the user asks for.
        answer: Asks the user to confirm the mapping, or to change it; None where nobody can answer.

    Returns:
        The exit code.
    """
    settings = LoadSettings()
    wishes, published = asked.wishes(), When.parse(asked.published) if asked.published else None
    opened = [open_tables(source, settings) for path in paths for source in find_tables(path)]
    books = [book for book in opened if isinstance(book, Workbook)]
    votes = [table for table in opened if isinstance(table, VoteTable)]
    alike = [agreement(votes, asked.states, published=published)] if votes else []
    if books:
        wishes.check([sheet for book in books for sheet in book.sheets])
    settled = _settled(books, wishes, asked, answer)
    if settled is None:
        return 2
    files = [file for file in opened if not isinstance(file, VoteTable)]
    reading = (_taken(file, settled, published, settings) for file in _shown(files))
    brought = _brought(chain(reading, alike), target, is_trial=asked.is_trial)
    _print(brought, asked, target)
    if not asked.as_json:
        _print_again(paths, [each for guesses in settled.values() for each in guesses], asked)
    if not brought:
        tell(f"{' '.join(paths)}: no tables there; name a .csv, .xlsx or .xml file")
    return 2 if not brought else 0 if all(each.is_whole for each in brought) else 1


def ask() -> str:
    """Ask on the terminal whether a mapping is right."""
    return input("Import like this? y, n, or a change such as Country=from or from=VNM: ").strip()


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _shown(opened: Sequence[Workbook | Unreadable]) -> Iterator[Workbook | Unreadable]:
    """The files, with a progress bar."""
    with progress_bar() as bar:
        yield from bar.track(opened, description="importing")


def _settled(
    books: Sequence[Workbook], wishes: Wishes, asked: Asked, answer: Callable[[], str] | None
) -> dict[str, list[Guess]] | None:
    """What the sheets of each file mean, as confirmed; None where nobody said yes."""
    while True:
        found = {book.id: [guess(sheet, book.name, wishes) for sheet in book.sheets] for book in books}
        new = list(_distinct(found))
        if not asked.as_json:
            for each in new:
                _print_guess(each)
        if asked.is_sure or asked.is_trial or all(each.form or not each.mapping for each in new):
            return found
        if answer is None:
            tell("nothing was recorded: add --yes if this is right, or --map and --set to change it")
            return None
        said = answer()
        if said.lower() in ("y", "yes"):
            return found
        if "=" not in said:
            tell("nothing was recorded")
            return None
        wishes = _changed(wishes, said, new)


def _changed(wishes: Wishes, said: str, guesses: Sequence[Guess]) -> Wishes:
    """The wishes with what the user typed: a column's new target, or what holds for every row."""
    name, _, value = (part.strip() for part in said.partition("="))
    is_column = any(column_of(each.sheet, name) is not None for each in guesses)
    changed = (
        replace(wishes, columns={**wishes.columns, name: value})
        if is_column
        else replace(wishes, constants={**wishes.constants, name: value})
    )
    try:
        changed.check([each.sheet for each in guesses])
    except UsageError as error:
        tell(str(error))
        return wishes
    return changed


def _distinct(found: dict[str, list[Guess]]) -> Iterator[Guess]:
    """One guess for each shape of table: files of one form are confirmed once."""
    seen = set()
    for guesses in found.values():
        for each in guesses:
            shape = (
                each.form or each.sheet.headings,
                each.mapping.digest if each.mapping and not each.form else "",
            )
            if shape not in seen:
                seen.add(shape)
                yield each


def _print_guess(found: Guess) -> None:
    """Print what the columns of a sheet are taken for."""
    sheet, mapping = found.sheet, found.mapping
    if found.form:
        tell(f"{sheet.name}: {found.form}")
        return
    if mapping is None:
        tell(f"{sheet.name}: no kind of record fits its columns; give --kind, and --map for its columns")
        return
    rows = []
    for at, target in enumerate(mapping.targets):
        rows.append((sheet.column_name(at), "" if target == UNUSED else target, _example(found, at)))
    rows += [("(every row)", name, value) for name, value in mapping.constants.items()]
    title = f"{sheet.name}: {counted(len(sheet.rows), 'row')}, {mapping.kind or 'the kind as each row says'}"
    print_table(title, ("column", "becomes", "for example"), rows)
    for doubt in found.doubts:
        tell(doubt, mark="  ")


def _example(found: Guess, at: int) -> str:
    texts = (row.cells[at].text for row in found.sheet.rows if at < len(row.cells))
    distinct = dict.fromkeys(" ".join(text.split()) for text in texts if text.strip())
    return "; ".join(text[:_LONGEST] for text in list(distinct)[:_EXAMPLES])


def _taken(
    book: Workbook | Unreadable,
    settled: Mapping[str, Sequence[Guess]],
    published: When | None,
    settings: LoadSettings,
) -> Taken | Unreadable:
    """What a file holds, or why it could not be read."""
    if isinstance(book, Unreadable):
        return book
    guesses = settled[book.id]
    try:
        if not any(each.mapping for each in guesses):
            what = (
                "its columns are of no known kind; give --kind and --map" if guesses else "it holds no table"
            )
            raise DocumentError(what, reason="unsupported")
        return take(book, guesses, published=published, settings=settings)
    except DocumentError as error:
        return unreadable(book.path, book.content, error)


def _brought(reading: Iterable[Taken | Unreadable], target: str, *, is_trial: bool) -> list[Brought]:
    """Record each file, unless it is a trial."""
    if is_trial:
        return [
            _outcome(each, "tried", len(each.statements) if isinstance(each, Taken) else 0)
            for each in reading
        ]
    found = []
    with Ledger.open(target) as ledger:
        for each in reading:
            if isinstance(each, Unreadable):
                ledger.add_unreadable(each)
                found.append(_outcome(each, "unreadable", 0))
            else:
                added = record(ledger, each)
                found.append(_outcome(each, added.outcome, added.statements))
                if added.replaced:
                    rows = counted(added.replaced, "statement")
                    tell(f"{each.document.address}: {rows} of rows that were changed since stand no longer")
    return found


def _outcome(each: Taken | Unreadable, outcome: str, statements: int) -> Brought:
    if isinstance(each, Unreadable):
        return Brought(each.address, "unreadable", each.id, failed=each)
    return Brought(each.document.address, outcome, each.document.id, each, None, statements)


def _print(brought: Sequence[Brought], asked: Asked, target: str) -> None:
    """Print what became of the files, and which cells could not be read."""
    problems = [problem for each in brought for problem in each.problems]
    if asked.as_json:
        print_json({"files": [_row(each) for each in brought], "ledger": None if asked.is_trial else target})
        return
    if not brought:
        return
    counts = Counter(each.outcome for each in brought)
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items())
    rows = sum(each.taken.rows for each in brought if each.taken)
    out.print(f"{counted(len(brought), 'file')}: {told}", markup=False)
    out.print(
        f"{counted(rows, 'row')}: {counted(sum(each.statements for each in brought), 'statement')}",
        markup=False,
    )
    _print_problems("Could not be read", [p for p in problems if p.lost != "remark"])
    _print_problems("Remarks", [p for p in problems if p.lost == "remark"])
    failed = [(each.failed.reason, each.failed.message) for each in brought if each.failed]
    if failed:
        print_table("Files that could not be read", ("reason", "file, and what to do"), failed)


def _print_problems(title: str, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    rows = ((p.where, p.text[:_LONGEST], p.message) for p in problems[:_TOLD])
    print_table(f"{title}: {len(problems)}", ("cell", "shows", "what is the matter"), rows)
    if len(problems) > _TOLD:
        out.print(f"… and {len(problems) - _TOLD} more; --json tells all", markup=False)


def _row(each: Brought) -> dict[str, object]:
    row: dict[str, object] = {
        "address": each.address,
        "outcome": each.outcome,
        "id": each.document,
        "rows": each.taken.rows if each.taken else 0,
        "statements": each.statements,
        "problems": [
            {"where": p.where, "shows": p.text, "message": p.message, "lost": p.lost} for p in each.problems
        ],
    }
    if each.failed:
        row |= {"reason": each.failed.reason, "message": each.failed.message}
    return row


def _print_again(paths: Sequence[str], guesses: Sequence[Guess], asked: Asked) -> None:
    """Tell the command that does the same again, where a table was mapped by hand and eye."""
    mapped = [each for each in guesses if each.mapping and not each.form]
    options = dict.fromkeys(as_options(each.sheet, each.mapping) for each in mapped if each.mapping)
    if len(options) != 1 or asked.columns:
        return
    published = f" --published {asked.published}" if asked.published else ""
    tell(f"to do the same again: legation import {shlex.join(paths)} {next(iter(options))}{published} --yes")
