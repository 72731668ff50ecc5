"""The desk's pages: partners, one partner, one record, documents, one document, conflicts, changes, a brief, a search.

Every page takes ``as_of``: the ledger as it stood at that moment. Pages only read, and only answer to GET.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from legation.desk.ahead_page import ForecastsPage, alerts_page
from legation.desk.asked import (
    Asked,
    AskedAlerts,
    AskedBrief,
    AskedChanges,
    AskedConflicts,
    AskedPassage,
    AskedRecords,
    AskedWords,
)
from legation.desk.brief_page import asked_today, brief_of, written
from legation.desk.changes_page import LOOKED, ChangesPage, moment_since, remember
from legation.desk.document_page import DocumentPage
from legation.desk.guard import guard
from legation.desk.lists import Front, Partner, conflicts_by_type, documents_by_date
from legation.desk.paper import Paper
from legation.desk.record_page import RecordPage
from legation.desk.search import results_of
from legation.desk.sheet import sheet
from legation.desk.views import Views
from legation.errors import (
    ActorError,
    BriefError,
    LedgerError,
    LegationError,
    UnknownActor,
    UnknownEntry,
    UsageError,
)
from legation.ledger import Ledger
from legation.ledger.differences import differences
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

_BRIEFS: Final = 8
"""How many briefs are kept: who reads one is likely to keep it as a file next."""

_DIFFERENCES: Final = 2
"""How many pairs of views are kept compared."""


def desk(ledger: Ledger, *, names: Collection[str] | None = None, rest: float = 0.0) -> FastAPI:
    """The desk over a ledger.

    Args:
        ledger: An open ledger; the desk only reads it.
        names: The hosts that the desk answers to (see `legation.desk.guard`); None for any.
        rest: How long pages may show a ledger that has grown since (see `legation.desk.views`).
    """
    app = FastAPI(title="Legation", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    pages = _Pages(Views(ledger, rest=rest))
    for path, page in (
        ("/", pages.front),
        ("/partners/{actor:path}", pages.partner),
        ("/records/{record}", pages.record),
        ("/documents", pages.documents),
        ("/documents/{document:path}", pages.document),
        ("/conflicts", pages.conflicts),
        ("/changes", pages.changes),
        ("/alerts", pages.alerts),
        ("/forecasts", pages.forecasts),
        ("/brief", pages.brief),
        ("/brief.{ending}", pages.brief_file),
        ("/search", pages.search),
    ):
        app.add_api_route(path, page, response_class=HTMLResponse, methods=["GET", "HEAD"])
    app.add_exception_handler(LegationError, pages.failed)
    app.add_exception_handler(HTTPException, pages.not_there)
    app.add_exception_handler(Exception, pages.broken)
    app.add_exception_handler(RequestValidationError, pages.not_understood)
    guard(app, names)
    return app


class _Pages:
    """One method a page; each takes a view, asks it, and fills a template."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._briefs = lru_cache(maxsize=_BRIEFS)(brief_of)
        self._differences = lru_cache(maxsize=_DIFFERENCES)(differences)
        self._paper = Paper(_HERE / "templates")

    def front(self, request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """What the ledger holds, and the partners in it."""
        front = Front.of(self._views.at(asked.as_of))
        partners = sheet(front.partners, asked.page)
        return self._paper.page(request, "front.html", front=front, list=partners, form=asked_today())

    def partner(self, request: Request, actor: str, asked: Annotated[AskedRecords, Query()]) -> Response:
        """The records in which one actor takes part, with another or of one kind where that is asked."""
        if asked.kind and asked.kind not in KINDS:
            raise UsageError(f"there is no kind {asked.kind!r}; the kinds are {', '.join(KINDS)}")
        found = Partner.of(self._views.at(asked.as_of), actor, kind=asked.kind, beside=asked.with_)
        form, records = asked_today(of=actor, with_=asked.with_ or ""), sheet(found.records, asked.page)
        return self._paper.page(request, "partner.html", partner=found, asked=asked, list=records, form=form)

    def record(self, request: Request, record: str, asked: Annotated[Asked, Query()]) -> Response:
        """One record: its fields, every value given, every passage."""
        view = self._views.at(asked.as_of)
        return self._paper.page(request, "record.html", page=RecordPage.of(view, view.record(record)))

    def documents(self, request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """All documents, those that could not be read with their reason."""
        found = documents_by_date(self._views.at(asked.as_of))
        return self._paper.page(request, "documents.html", list=sheet(found, asked.page))

    def document(self, request: Request, document: str, asked: Annotated[AskedPassage, Query()]) -> Response:
        """One document with its passages marked, the one that was asked for more strongly."""
        shown = DocumentPage.of(self._views.at(asked.as_of), document, asked)
        return self._paper.page(request, "document.html", page=shown)

    def conflicts(self, request: Request, asked: Annotated[AskedConflicts, Query()]) -> Response:
        """What does not agree, by type."""
        found = conflicts_by_type(self._views.at(asked.as_of))
        counts = [(name, len(each)) for name, each in found.items()]
        shown = sheet(found[asked.type], asked.page)
        return self._paper.page(request, "conflicts.html", type=asked.type, counts=counts, list=shown)

    def changes(self, request: Request, asked: Annotated[AskedChanges, Query()]) -> Response:
        """What is new, changed, withdrawn or newly in conflict since the reader last looked, or since a moment."""
        after = self._views.at(asked.as_of)
        since = moment_since(asked.seen or asked.since, request.cookies.get(LOOKED))
        found = self._differences(self._views.at(since.isoformat()), after) if since else None
        page = ChangesPage.of(found, after, since) if found else None
        answer = self._paper.page(request, "changes.html", page=page, until=after.moment)
        return remember(answer, asked.seen) if asked.seen else answer

    def alerts(self, request: Request, asked: Annotated[AskedAlerts, Query()]) -> Response:
        """The alerts of an actor with their reasons; the form where none is asked for yet."""
        if not asked.of.strip():
            return self._paper.page(request, "alerts.html", of="", alerts=())
        view = self._views.at(asked.as_of)
        of = view.naming.register.resolve(asked.of).id
        return self._paper.page(request, "alerts.html", of=of, alerts=alerts_page(view, of))

    def forecasts(self, request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """The register of forecasts with its scores."""
        return self._paper.page(request, "forecasts.html", page=ForecastsPage.of(self._views.at(asked.as_of)))

    def brief(self, request: Request, asked: Annotated[AskedBrief, Query()]) -> Response:
        """A brief, written and checked now; the form where none is asked for yet."""
        view = self._views.at(asked.as_of)
        if asked.is_empty:
            return self._paper.page(request, "brief.html", form=asked_today())
        try:
            return self._paper.page(request, "brief.html", form=asked, brief=self._briefs(view, asked))
        except (UsageError, ActorError, BriefError) as error:
            status = _status(error)
            return self._paper.page(request, "brief.html", form=asked, wrong=str(error), status=status)

    def brief_file(self, ending: str, asked: Annotated[AskedBrief, Query()]) -> Response:
        """A brief as a file to keep, to print or to edit."""
        return written(self._briefs(self._views.at(asked.as_of), asked), f".{ending}")

    def search(self, request: Request, asked: Annotated[AskedWords, Query()]) -> Response:
        """Actors, documents and records that hold all the words."""
        found = results_of(self._views.at(asked.as_of), asked.q)
        records = sheet(found.records, asked.page)
        return self._paper.page(request, "search.html", q=asked.q, found=found, list=records)

    def failed(self, request: Request, error: Exception) -> Response:
        """A page that says what went wrong and what to do."""
        status = _status(error) if isinstance(error, LegationError) else 500
        return self._paper.page(request, "failed.html", wrong=str(error), status=status)

    def broken(self, request: Request, error: Exception) -> Response:
        """A page for what should never happen; the server logs it."""
        wrong = f"The desk failed on this page ({type(error).__name__}). Please report it with what the terminal says."
        return self._paper.page(request, "failed.html", wrong=wrong, status=500)

    def not_there(self, request: Request, error: Exception) -> Response:
        """A page for an address at which the desk has none."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        wrong = (
            "There is no page at this address."
            if status == 404
            else "The desk does not do that: it only shows."
        )
        return self._paper.page(request, "failed.html", wrong=wrong, status=status)

    def not_understood(self, request: Request, error: Exception) -> Response:
        """A page for an address whose numbers are none."""
        found = error.errors() if isinstance(error, RequestValidationError) else []
        names = ", ".join(str(each["loc"][-1]) for each in found)
        wrong = f"The address is not one of this desk: {names} can’t be what it says there."
        return self._paper.page(request, "failed.html", wrong=wrong, status=400)


def _status(error: LegationError) -> int:
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
