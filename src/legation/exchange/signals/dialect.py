"""What a file is and how it is written: found in its first lines, by its heading or the number of its columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from legation.errors import DocumentError
from legation.exchange.signals.forms import FORMS, Form

_DELIMITERS: Final = "\t,;|"
_LINES: Final = 200
"""Lines that are looked at."""
_DATES: Final = (
    "%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%d-%B-%Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y",
    "%Y/%m/%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S",
)  # fmt: skip
_SHARE: Final = 0.5
"""Share of a form's columns that a heading must have."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written; files of one dialect are read in one go.

    Attributes:
        form: The name of its form.
        delimiter: What parts the cells.
        quote: What stands around a text; empty where nothing is quoted.
        escape: What stands before a quote within a text.
        header: Whether the first line is a heading.
        columns: The name of every column, by the form's own names.
        date_format: How days are written.
    """

    form: str
    delimiter: str
    quote: str
    escape: str
    header: bool
    columns: tuple[str, ...]
    date_format: str

    def typed(self) -> dict[str, str]:
        """Every column with the type that its cells must have."""
        form = FORMS[self.form]
        codes = "ENUM(" + ", ".join(f"'{code}'" for code in form.codes()) + ")"
        return {
            name: codes if name == form.coded else form.columns.get(name, "VARCHAR") for name in self.columns
        }

    @property
    def missing(self) -> dict[str, str]:
        """Columns that the form uses and the file lacks, with their types."""
        return {name: kind for name, kind in FORMS[self.form].columns.items() if name not in self.columns}


def dialect_of(head: str, *, form: str | None = None) -> Dialect:
    """How a file is written, by its first lines.

    Args:
        head: Its beginning.
        form: The name of its form, where the user gives it.

    Raises:
        DocumentError: It is of no form, or not of the given one.
    """
    lines = head.splitlines()[:_LINES]
    if not lines:
        raise DocumentError("it is empty; there is nothing to import", reason="empty")
    delimiter = max(_DELIMITERS, key=lines[0].count)
    quote, escape = _quoting(head, delimiter)
    table = list(
        csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE)
    )
    for known in [FORMS[form]] if form else FORMS.values():
        named = _columns(known, table)
        if named:
            columns, header = named
            days = [row[columns.index(known.dated)] for row in table[header:] if len(row) == len(columns)]
            return Dialect(known.name, delimiter, quote, escape, header, columns, _date_format(days, known))
    raise DocumentError(_unlike(table[0], form), reason="unsupported")


def _columns(form: Form, table: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], bool] | None:
    """The names of the columns, and whether the first line has them; None where the file is not of this form."""
    names = tuple(_once(_plain(cell, form.aliases) for cell in table[0]))
    held = [name for name in form.columns if name in names]
    if len(held) >= _SHARE * len(form.columns) and set(form.needed) <= set(held):
        return (names, True) if not form.unnamed or len(names) in form.unnamed else None
    unnamed = form.unnamed.get(len(table[0]))
    if unnamed and table[0][0].isdigit() and re.fullmatch(r"\d{8}", table[0][1]):
        return unnamed, False
    return None


def _plain(cell: str, aliases: Mapping[str, str]) -> str:
    name = re.sub(r"\W+", "_", cell.strip("\ufeff\" '\t").casefold()).strip("_")
    return aliases.get(name, name)


def _once(names: Iterator[str]) -> Iterator[str]:
    """Names of columns, of which none comes twice, is empty or is that of the file's own path."""
    seen = {"", "file"}
    for at, name in enumerate(names):
        yield f"column_{at}" if name in seen else name
        seen.add(name)


def _quoting(head: str, delimiter: str) -> tuple[str, str]:
    """The quote and what escapes it: none where a file parted by tabs quotes no whole cell."""
    edge = re.escape(delimiter)
    if delimiter == "\t" and not re.search(rf'(?:^|{edge})"[^"\t]*"(?:{edge}|$)', head, re.MULTILINE):
        return "", ""
    filled = re.sub(rf'(?:(?<=^)|(?<={edge}))""(?={edge}|$)', "", head, flags=re.MULTILINE)
    return '"', "\\" if '\\"' in filled and not re.search(r'(?<!\\)""', filled) else '"'


def _date_format(days: Sequence[str], form: Form) -> str:
    """The way in which most days are written."""
    held = dict.fromkeys(day.strip() for day in days if day.strip() not in form.empty)
    if not held:
        return _DATES[0]
    fits = {each: sum(_is_day(day, each) for day in held) for each in _DATES}
    best = max(fits, key=lambda each: fits[each])
    if not fits[best]:
        raise DocumentError(
            f"{form.title}: {next(iter(held))!r} is no day in a known form, such as 2024-08-19",
            reason="unsupported",
        )
    return best


def _is_day(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return False
    return True


def _unlike(row: Sequence[str], form: str | None) -> str:
    known = FORMS[form].title if form else ", ".join(each.title for each in FORMS.values())
    shown = ", ".join(cell.strip()[:20] for cell in row[:4])
    return (
        f"its {len(row)} columns ({shown} …) are not those of {known}; "
        f"{'give another --format' if form else f'if it is one of them, give --format ({chr(124).join(FORMS)})'}"
    )
