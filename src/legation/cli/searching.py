"""`legation search`: what holds the words, with the place marked."""

from __future__ import annotations

from rich.text import Text

from legation.cli.filtering import Filters, checked, known_in
from legation.cli.printing import counted, out, print_json, print_table
from legation.cli.showing import document_row, record_row
from legation.ledger import Ledger
from legation.ledger.moment import moment_of
from legation.ledger.search import DocumentHit, Found, phrases_of
from legation.ledger.telling import line_of


def search_ledger(  # noqa: PLR0913 (what a search is made of)
    asked: str, target: str, *, as_of: str | None, filters: Filters, most: int, as_json: bool
) -> int:
    """Print the records and documents of a ledger that hold words.

    Args:
        asked: The words; phrases in quotes.
        target: The ledger.
        as_of: The moment on the recorded clock, or None.
        filters: What to keep.
        most: How many of each.
        as_json: Whether to print JSON.

    Returns:
        The exit code: 1 where nothing was found.

    Raises:
        UsageError: A quote is not closed, or there is no word.
    """
    phrases_of(asked)
    wanted, moment = checked(filters), moment_of(as_of)  # what is wrong is told before the ledger is opened
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment)
        wanted = known_in(wanted, view)
        between = wanted.valid.start, wanted.valid.end
        found = view.search(asked, wanted.kind, with_=wanted.actors, between=between, most=most)
        if as_json:
            records = [record_row(view, record) for record in found.records]
            hits = [_row(hit) for hit in found.documents]
            print_json({"records": records, "documents": hits, "is_all": found.is_all})
        else:
            _print(found)
    return 0 if found.records or found.documents else 1


def _row(hit: DocumentHit) -> dict[str, object]:
    """A document as JSON has it, with the words about the first place."""
    snippet = [{"text": piece.text, "marked": piece.marked} for piece in hit.snippet]
    return {**document_row(hit.document), "start": hit.start, "snippet": snippet}


def _print(found: Found) -> None:
    rows = ((r.id[:8], r.kind, r.date, r.status, line_of(r), len(r.documents())) for r in found.records)
    columns = ("id", "kind", "date", "status", "what", "sources")
    print_table(counted(len(found.records), "record"), columns, rows, numbers=("sources",))
    out.print(counted(len(found.documents), "document"), style="bold", markup=False)
    for hit in found.documents:
        document = hit.document
        told = ", ".join(filter(None, (document.publisher, str(document.published or "undated"))))
        out.print(f"{document.title or document.name} ({told})", markup=False)
        line = Text("  … ")
        for piece in hit.snippet:
            line.append(" ".join(piece.text.split("\n")), style="bold reverse" if piece.marked else "")
        out.print(line.append(" …"))
    if not found.is_all:
        out.print("There are more; more words, --kind, --with, --from and --to find fewer.", markup=False)
