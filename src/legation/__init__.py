"""Legation: an open foreign-affairs desk.

    >>> import legation
    >>> with legation.open(":memory:") as ledger:
    ...     kept = list(legation.read([legation.samples.dossier() / "korea-visit-briefing.txt"], ledger))
    ...     brief = legation.brief(ledger.view(), of="VNM", with_="KOR", on="2025-08-10")
    >>> kept[0].outcome, brief.title
    ('new', 'Vietnam – South Korea')

Everything heavy is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from legation.errors import LegationError

if TYPE_CHECKING:
    from datetime import date

    from legation.briefs import Brief
    from legation.documents import Document, LoadSettings, Unreadable
    from legation.keep import Kept
    from legation.ledger import Ledger, View
    from legation.records import Statement

__all__ = ["LegationError", "brief", "extract", "load", "open", "read", "render", "samples"]
__version__ = "0.1.0"


def open(target: str | Path = "legation.ledger", *, create: bool = True) -> Ledger:  # noqa: A001 (the user's verb)
    """Open a ledger, making it where there is none.

    Args:
        target: A path, ``:memory:``, or a ``postgresql`` address.
        create: Whether a missing ledger is made.

    Raises:
        LedgerError: It is missing, no ledger, newer than this Legation, or cannot be used.

    Example:
        >>> with open(":memory:") as ledger:
        ...     ledger.view().documents()
        []
    """
    from legation.ledger import Ledger

    return Ledger.open(target, create=create)


def load(source: str | Path, *, settings: LoadSettings | None = None) -> Iterator[Document | Unreadable]:
    """Load the documents of a file, folder, pattern, archive or address, without a ledger.

    Example:
        >>> from legation import load, samples
        >>> str(next(load(samples.dossier() / "korea-visit-briefing.txt")).published)
        '2025-08-09'
    """
    from legation.documents import LoadSettings, load

    return load(source, settings=settings or LoadSettings())


def extract(document: Document) -> list[Statement]:
    """The statements of one document.

    Example:
        >>> from legation import extract, load, samples
        >>> document = next(load(samples.dossier() / "korea-visit-briefing.txt"))
        >>> {s.kind for s in extract(document)} >= {"visit", "appointment"}
        True
    """
    from legation.reading.extract import extract

    return extract(document)


def read(
    paths: Iterable[str | Path],
    ledger: Ledger,
    *,
    processes: int | None = None,
    settings: LoadSettings | None = None,
) -> Iterator[Kept]:
    """Read files, folders, patterns and addresses into a ledger; see `legation.keep.read`."""
    from legation.keep import read

    return read(paths, ledger, processes=processes, settings=settings)


def brief(view: View, *, of: str, with_: str, on: str | date) -> Brief:
    """Write a brief on one partner for the meeting on a day; every sentence in it has been checked.

    Args:
        view: What the ledger held, see `Ledger.view`.
        of: The actor that it is for: a code or any name.
        with_: The partner.
        on: The day of the meeting; nothing published later enters.

    Raises:
        ActorError: A name leads to no actor, or to several.
        BriefError: The two are one.
    """
    from datetime import date

    from legation.briefs import write_brief

    return write_brief(view, of=of, with_=with_, on=date.fromisoformat(on) if isinstance(on, str) else on)


def render(brief: Brief, path: str | Path) -> Path:
    """Write a brief to a file; the ending chooses .html, .docx, .pdf, .md or .json."""
    from legation.briefs import render

    return render(brief, path)


def __getattr__(name: str) -> object:
    if name == "samples":
        import legation.samples

        return legation.samples
    raise AttributeError(f"module 'legation' has no attribute {name!r}")
