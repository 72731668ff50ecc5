"""The desk's pages: partners, one partner, one record, documents, one document, conflicts, a brief, a search.

Every page takes ``as_of``: the ledger as it stood at that moment. Pages only read, and only answer to GET.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Final

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from legation.desk.brief_page import BriefForm, written
from legation.desk.document_page import Asked, DocumentPage
from legation.desk.guard import guard
from legation.desk.lists import Front, Partner, conflicts_by_type, documents_by_date, search
from legation.desk.paper import Paper
from legation.desk.record_page import RecordPage
from legation.desk.sheet import sheet
from legation.desk.views import Views
from legation.errors import ActorError, BriefError, LedgerError, LegationError, UnknownActor, UnknownEntry, UsageError
from legation.ledger import Ledger
from legation.records import KINDS

_HERE: Final = Path(__file__).parent

_STATUS: Final[tuple[tuple[type[LegationError], int], ...]] = (
    (UnknownEntry, 404),
    (UnknownActor, 404),
    (LedgerError, 503),
    (UsageError, 400),
    (ActorError, 400),
    (BriefError, 400),
)
"""What an error is on the web; the first that fits."""

AsOf = Annotated[str | None, Query(description="A day or a moment (UTC): the ledger as it stood then.")]


def desk(ledger: Ledger, *, names: Collection[str] | None = None) -> FastAPI:
    """The desk over a ledger.

    Args:
        ledger: An open ledger; the desk only reads it.
        names: The hosts that the desk answers to (see `legation.desk.guard`); None for any.
    """
    app = FastAPI(title="Legation", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    pages = _Pages(ledger)
    for path, page in (
        ("/", pages.front),
        ("/partners/{actor:path}", pages.partner),
        ("/records/{record}", pages.record),
        ("/documents", pages.documents),
        ("/documents/{document:path}", pages.document),
        ("/conflicts", pages.conflicts),
        ("/brief", pages.brief),
        ("/brief.{ending}", pages.brief_file),
        ("/search", pages.search),
    ):
        app.add_api_route(path, page, response_class=HTMLResponse, methods=["GET", "HEAD"])
    app.add_exception_handler(LegationError, pages.failed)
    app.add_exception_handler(HTTPException, pages.not_there)
    app.add_exception_handler(RequestValidationError, pages.not_understood)
    guard(app, names)
    return app


class _Pages:
    """One method a page; each takes a view, asks it, and fills a template."""

    def __init__(self, ledger: Ledger) -> None:
        self._views = Views(ledger)
        self._paper = Paper(_HERE / "templates")

    def front(self, request: Request, as_of: AsOf = None, page: int = 1) -> Response:
        """What the ledger holds, and the partners in it."""
        front = Front.of(self._views.at(as_of))
        form = BriefForm.empty()
        return self._paper.page(request, "front.html", front=front, list=sheet(front.partners, page), form=form)

    def partner(
        self,
        request: Request,
        actor: str,
        *,
        kind: str | None = None,
        beside: Annotated[str | None, Query(alias="with")] = None,
        as_of: AsOf = None,
        page: int = 1,
    ) -> Response:
        """The records in which one actor takes part, with another or of one kind where that is asked."""
        if kind is not None and kind not in KINDS:
            raise UsageError(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}")
        found = Partner.of(self._views.at(as_of), actor, kind=kind, beside=beside)
        form = BriefForm.empty(of=beside or "", with_=actor)
        return self._paper.page(
            request,
            "partner.html",
            partner=found,
            kind=kind,
            beside=beside,
            list=sheet(found.records, page),
            form=form,
        )

    def record(self, request: Request, record: str, as_of: AsOf = None) -> Response:
        """One record: its fields, every value given, every passage."""
        view = self._views.at(as_of)
        return self._paper.page(request, "record.html", page=RecordPage.of(view, view.record(record)))

    def documents(self, request: Request, as_of: AsOf = None, page: int = 1) -> Response:
        """All documents, those that could not be read with their reason."""
        found = documents_by_date(self._views.at(as_of))
        return self._paper.page(request, "documents.html", list=sheet(found, page))

    def document(
        self,
        request: Request,
        document: str,
        *,
        start: int = -1,
        end: int = -1,
        as_of: AsOf = None,
        page: int = 1,
    ) -> Response:
        """One document with its passages marked; ``start`` and ``end`` mark the one that was asked for."""
        shown = DocumentPage.of(self._views.at(as_of), document, Asked(start, end, page))
        return self._paper.page(request, "document.html", page=shown)

    def conflicts(self, request: Request, type: str = "conflict", as_of: AsOf = None, page: int = 1) -> Response:  # noqa: A002 (the word in the address)
        """What does not agree, by type."""
        found = conflicts_by_type(self._views.at(as_of))
        if type not in found:
            raise UsageError(f"there is no type {type!r}; the types are {', '.join(found)}")
        counts = [(name, len(each)) for name, each in found.items()]
        return self._paper.page(
            request, "conflicts.html", type=type, counts=counts, list=sheet(found[type], page)
        )

    def brief(self, request: Request, form: Annotated[BriefForm, Query()]) -> Response:
        """A brief, written and checked now; the form where none is asked for yet."""
        view = self._views.at(form.as_of)
        if form.is_empty:
            return self._paper.page(request, "brief.html", form=form.ready())
        try:
            return self._paper.page(request, "brief.html", form=form, brief=form.brief(view))
        except (UsageError, ActorError, BriefError) as error:
            return self._paper.page(request, "brief.html", form=form, wrong=str(error), status=_status(error))

    def brief_file(self, ending: str, form: Annotated[BriefForm, Query()]) -> Response:
        """A brief as a file to keep, to print or to edit."""
        return written(form.brief(self._views.at(form.as_of)), f".{ending}")

    def search(self, request: Request, q: str = "", as_of: AsOf = None, page: int = 1) -> Response:
        """Actors, documents and records that hold all the words."""
        found = search(self._views.at(as_of), q)
        return self._paper.page(request, "search.html", q=q, found=found, list=sheet(found.records, page))

    def failed(self, request: Request, error: Exception) -> Response:
        """A page that says what went wrong and what to do."""
        status = _status(error) if isinstance(error, LegationError) else 500
        return self._paper.page(request, "failed.html", wrong=str(error), status=status)

    def not_there(self, request: Request, error: Exception) -> Response:
        """A page for an address at which the desk has none."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        wrong = "There is no page at this address." if status == 404 else "The desk does not do that: it only shows."
        return self._paper.page(request, "failed.html", wrong=wrong, status=status)

    def not_understood(self, request: Request, error: Exception) -> Response:
        """A page for an address whose numbers are none."""
        found = error.errors() if isinstance(error, RequestValidationError) else []
        names = ", ".join(str(each["loc"][-1]) for each in found)
        wrong = f"The address is not one of this desk: {names} can’t be what it says there."
        return self._paper.page(request, "failed.html", wrong=wrong, status=400)


def _status(error: LegationError) -> int:
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
