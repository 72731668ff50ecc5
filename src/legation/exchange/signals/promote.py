"""One signal to the ledger: a person says that it is worth a record, and why.

Laws held here: nothing promotes a signal but a person. The row becomes a document of its own, a table of one row that names
the set, the file and its hash, so that each field opens to the cell that it stands in; the person's judgement stands
beside it. A day known to the week or the month is told no finer. The same row again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from legation.documents import LoadSettings
from legation.errors import UsageError
from legation.exchange.intake.columns import ColumnMap
from legation.exchange.intake.guess import Guess
from legation.exchange.intake.take import record, take
from legation.exchange.intake.words import UNUSED
from legation.exchange.sheets.csv_sheet import read_csv
from legation.exchange.sheets.find import CSV, Workbook
from legation.exchange.signals.duck import sql
from legation.exchange.signals.forms import FORMS
from legation.exchange.signals.store import FileEntry, Store
from legation.exchange.tables import joined, safe
from legation.ledger import Ledger
from legation.ledger.record import Judgement
from legation.values.when import When

_FIELDS: Final = ("source", "target", "type", "date")
_KEPT: Final = (
    *(
        "source_name",
        "source_with",
        "source_sector",
        "target_name",
        "target_with",
        "target_sector",
        "code",
        "mode",
    ),
    *("context", "intensity", "mentions", "deaths", "place", "text", "told_by", "flaws"),
)
"""Columns that stay in the words of the row."""
_WEEK: Final = timedelta(days=3)
"""Days on either side of one that stands for its week."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decides.

    Attributes:
        signal: Id of the signal.
        by: Who says that it is worth a record.
        why: Why.
    """

    signal: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Promoted:
    """What promoting did.

    Attributes:
        document: Id of the document that the row is now.
        judgements: The person's judgement of each statement; none where it was promoted before.
        flaws: Known defects of the row.
    """

    document: str
    judgements: tuple[Judgement, ...]
    flaws: str | None


def find(folder: Path, ident: str) -> dict[str, Any]:
    """A signal by its id, with all that is known of it, its flaws too.

    Args:
        folder: The folder of signals.
        ident: Its id, such as ``gdelt2:410412347``.

    Raises:
        UsageError: There is none of that id.
    """
    with Store(folder).reading() as connection:
        found = connection.execute(sql("find"), {"id": ident})
        names = [column[0] for column in found.description or ()]
        row = found.fetchone()
    if row is None:
        raise UsageError(
            f"{folder}: no signal has the id {ident!r}; legation signals show --rows 10 lists ids"
        )
    return dict(zip(names, row, strict=True))


def promote(ledger: Ledger, folder: Path, choice: Choice) -> Promoted:
    """Make a ledger record of a signal.

    Args:
        ledger: The ledger.
        folder: The folder of signals.
        choice: Which, by whom and why.

    Raises:
        UsageError: There is no such signal, it tells no event of the ledger, or nobody says why.
    """
    ident = choice.signal
    if not choice.by.strip() or not choice.why.strip():
        raise UsageError("a person promotes a signal, and says why: --by and --why")
    signal = find(folder, ident)
    if signal["type"] is None:
        raise UsageError(
            f"{ident}: {signal['code']} is no type of PLOVER (a statement or appeal), so it is no event"
        )
    if not (signal["source"] or signal["source_name"]):
        raise UsageError(f"{ident}: it names nobody who acts, so it is no event of the ledger")
    file = next(entry for entry in Store(folder).manifest().files if entry.number == signal["file"])
    book = _table(signal, file)
    targets = (*_FIELDS, *[UNUSED] * (len(book.sheets[0].headings) - len(_FIELDS)))
    mapping = ColumnMap("event", targets, is_exact=True)
    published = When.from_date(signal["added"] or signal["day"])
    taken = take(book, [Guess(book.sheets[0], mapping)], published=published, settings=LoadSettings())
    if not taken.statements:
        matter = "; ".join(problem.message for problem in taken.problems)
        raise UsageError(f"{ident}: it gives no event of the ledger: {matter}")
    added = record(ledger, taken)
    if added.outcome == "unchanged":
        return Promoted(added.document, (), signal["flaws"])
    statements = ledger.view().statements(document=added.document)
    judgements = tuple(ledger.judge("accept", each.id, by=choice.by, why=choice.why) for each in statements)
    return Promoted(added.document, judgements, signal["flaws"])


def _table(signal: Mapping[str, Any], file: FileEntry) -> Workbook:
    """The row as a table of its own, written the way `legation export` writes."""
    cells = {
        "source": _party(signal["source"], signal["source_name"]),
        "target": _party(signal["target"], signal["target_name"]),
        "type": signal["type"],
        "date": _date(signal["day"], signal["precision"]),
        "signal": signal["id"],
        "event data set": FORMS[signal["dataset"]].title,
        **{name.replace("_", " "): signal[name] for name in _KEPT if signal[name] is not None},
        "file": file.address,
        "sha256 of the file": file.sha256,
    }
    lines = (",".join(_cell(str(value)) for value in row) for row in (cells, cells.values()))
    content = "\r\n".join((*lines, "")).encode()
    sheets, notes = read_csv(content, signal["id"])
    key = hashlib.sha256(content).hexdigest()
    return Workbook(Path(f"{signal['id']}.csv"), key, content, CSV, tuple(sheets), notes=notes)


def _party(actor: str | None, name: str | None) -> str:
    """A side as a cell: the actor of the register, else its name as the set has it."""
    told = actor or name
    return joined([told]) if told else ""


def _cell(text: str) -> str:
    return '"' + safe(" ".join(text.split())).replace('"', '""') + '"'


def _date(day: date, precision: str) -> str:
    """A day as fine as it is known."""
    if precision == "month":
        return f"{day:%Y-%m}"
    return f"{day - _WEEK}/{day + _WEEK}" if precision == "week" else str(day)
