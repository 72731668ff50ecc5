"""`legation code` and `legation events`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from legation.cli.filtering import Filters, selected
from legation.cli.placing import check_place
from legation.cli.printing import counted, progress_bar, tell
from legation.coding.code import Item, code_all
from legation.coding.from_records import events_of
from legation.coding.lines import items_of
from legation.errors import UsageError
from legation.ledger import Ledger
from legation.ledger.telling import plain


def code_lines(file: Path, *, out: Path | None, cameo: bool) -> int:
    """Code the texts of a file of JSON lines, and write one line of events for each.

    Returns:
        The exit code: 0 where all lines could be read, 1 where some could not, 2 where none could.

    Raises:
        UsageError: The file cannot be read, or the other cannot be written.
    """
    if out is not None:
        check_place(out, read=[file])
    bad: list[UsageError] = []
    done = 0
    lines = _lines(file)
    with _place(out) as place, progress_bar(shown=out is not None or not sys.stdout.isatty()) as bar:
        task = bar.add_task("coding", total=len(lines))

        def items() -> Iterator[Item]:
            for item in items_of(lines):
                if isinstance(item, Item):
                    yield item
                else:
                    bad.append(item)
                    tell(f"{file}:{item}")

        for item, events in code_all(items()):
            done += 1
            bar.update(task, completed=done + len(bad))
            _write(place, {"id": item.id, "events": [e.row(cameo=cameo) for e in events]})
    if bad:
        tell(f"{counted(done, 'line')} coded, {counted(len(bad), 'line')} left out")
    if not done:
        return 2
    return 1 if bad else 0


@dataclass(frozen=True, slots=True)
class Form:
    """How events are written: where to, with CAMEO codes or not, with what is confidential or not."""

    out: Path | None = None
    cameo: bool = False
    confidential: bool = False


def event_lines(target: str, *, as_of: str | None, filters: Filters, form: Form) -> int:
    """Write the events that the records of a ledger tell, one a line.

    Returns:
        The exit code.
    """
    if form.out is not None:
        check_place(form.out)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        chosen = selected(ledger, as_of=as_of, filters=filters, confidential=form.confidential)
    with _place(form.out) as place:
        for record in chosen.records:
            for each in events_of(record):
                head = {
                    "record": record.id,
                    "kind": record.kind,
                    "date": plain(each.date),
                    "modality": each.modality,
                }
                _write(place, {**head, **each.event.row(cameo=form.cameo)})
    return 0


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{file} cannot be read: {reason}; name a file of JSON lines") from error


@contextmanager
def _place(out: Path | None) -> Iterator[TextIO]:
    """Where to write: a file, or standard output."""
    if out is None:
        yield sys.stdout
        return
    try:
        file = out.open("w", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}; name another place") from error
    with file:
        yield file


def _write(place: TextIO, row: dict[str, object]) -> None:
    ascii_only = (place.encoding or "").lower().replace("-", "") != "utf8"
    place.write(json.dumps(row, ensure_ascii=ascii_only) + "\n")
