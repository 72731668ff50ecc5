"""A file of tables as a document of the ledger, with the statements of its rows.

Laws held here: the bytes are the document, so the same file read the same way changes nothing, and a changed file
is another document, whose rows replace those that they changed. What could not be read is noted in the document, by cell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from legation.documents.decode import storable
from legation.documents.document import Document, Part
from legation.documents.settings import LoadSettings
from legation.errors import DocumentError
from legation.exchange.intake.guess import Guess
from legation.exchange.intake.rows import Problem, Table
from legation.exchange.intake.versions import replaced
from legation.exchange.intake.written import write_out
from legation.exchange.sheets.find import Workbook
from legation.ledger import Ledger
from legation.ledger.record import ROW_OF_A_TABLE, Added
from legation.records import Statement
from legation.values.when import When

_NOTED: Final = 200
"""Problems that are noted in the document; the others are counted."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read from a file of tables.

    Attributes:
        document: The document.
        statements: The statements of its rows.
        problems: What a person should know, in the order of the cells.
        reader: The reader's name, which tells the mapping: another mapping is another reader.
        rows: How many rows there were.
    """

    document: Document
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    reader: str
    rows: int


def take(
    book: Workbook, guesses: Sequence[Guess], *, published: When | None = None, settings: LoadSettings
) -> Taken:
    """Read the rows of a file.

    Args:
        book: The file.
        guesses: What its sheets mean; sheets without a mapping are kept in the text only.
        published: The day of the table, where the user gives it.
        settings: The limits that hold.

    Raises:
        DocumentError: Its text is longer than is kept.
    """
    given = [each.mapping.constants if each.mapping else {} for each in guesses]
    text, places = write_out([each.sheet for each in guesses], given, document=book.id)
    if len(text) > settings.max_characters:
        raise DocumentError(
            f"its text has {len(text):,} characters, over the {settings.max_characters:,} that are read; split it",
            reason="too_large",
        )
    read_at = datetime.now(UTC)
    published = published or book.published
    day = published or When.from_date(read_at.date())
    statements: list[Statement] = []
    problems: list[Problem] = []
    rows = 0
    for each, written in zip(guesses, places, strict=True):
        if each.mapping is None:
            continue
        rows += len(each.sheet.rows)
        for told, found in Table(each.sheet, each.mapping, written, day).statements():
            statements += told
            problems += found
    document = Document(
        id=book.id,
        name=book.name,
        address=storable(str(book.path))[0],
        media_type=book.media_type,
        content=book.content,
        text=text,
        parts=(Part("body", 0, len(text)),),
        read_at=read_at,
        title=guesses[0].form or book.name if len(guesses) == 1 else book.name,
        published=published,
        notes=(*book.notes, *_notes(problems)),
    )
    return Taken(document, tuple(statements), tuple(problems), _reader(guesses, published), rows)


def _reader(guesses: Sequence[Guess], published: When | None) -> str:
    """The reader's name: the same for the same mapping and the same day of the table."""
    parts = [each.mapping.digest if each.mapping else "-" for each in guesses]
    return f"{ROW_OF_A_TABLE}:{hashlib.sha256(f'{parts} {published}'.encode()).hexdigest()[:8]}"


def _notes(problems: Sequence[Problem]) -> list[str]:
    lost = [problem for problem in problems if problem.lost != "remark"]
    notes = [storable(f"{p.where}, {p.text!r}: {p.message}")[0] for p in lost[:_NOTED]]
    return notes + ([f"and {len(lost) - _NOTED} more cells could not be read"] if len(lost) > _NOTED else [])


def record(ledger: Ledger, taken: Taken) -> Added:
    """Write a file's document and statements to the ledger.

    A mapping that was used before another one, and now is again, counts as a new reading: it must stand. Rows of an
    earlier file at the same path that were changed are replaced (see `legation.exchange.intake.versions`).
    """
    reader, turn = taken.reader, 1
    standing = ledger.reader_of(taken.document.id)
    while standing is not None and reader != standing and ledger.has(taken.document.id, reader):
        turn += 1
        reader = f"{taken.reader}.{turn}"
    document = taken.document
    earlier = ledger.rows_at(document.address, but=document.id)
    rows = {each.quote.of(document.text) for each in taken.statements}
    return ledger.add(
        document, taken.statements, reader=reader, replaces=replaced(earlier, rows) if rows else ()
    )
