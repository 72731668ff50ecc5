"""The desk's pages: partners, one partner, records, one record, documents, one document, conflicts, a brief.

Every page takes ``as_of``: the ledger as it stood at that moment. Everything is served from this machine: no
script, font or picture comes from elsewhere, and a page may load nothing else.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

from legation.briefs import write_brief
from legation.briefs.render_html import rendered
from legation.desk.moment import moment_of
from legation.desk.pages import (
    DocumentPage,
    RecordPage,
    documents_table,
    front_page,
    kinds_of,
    partner_name,
    records_table,
    words_of,
)
from legation.errors import LegationError
from legation.ledger import Ledger, View
from legation.records import KINDS

_HERE = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

AsOf = Annotated[str | None, Query(description="A day or a moment (UTC): the ledger as it stood then.")]


def desk(ledger: Ledger) -> FastAPI:
    """The desk over a ledger.

    Args:
        ledger: An open ledger; the desk only reads it.
    """
    app = FastAPI(title="Legation", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    pages = _Pages(ledger)
    for path, page in (
        ("/", pages.front),
        ("/partners/{actor}", pages.partner),
        ("/records/{record}", pages.record),
        ("/documents", pages.documents),
        ("/documents/{document}", pages.document),
        ("/conflicts", pages.conflicts),
        ("/brief", pages.brief),
    ):
        app.add_api_route(path, page, response_class=HTMLResponse)
    app.add_exception_handler(LegationError, pages.failed)

    @app.middleware("http")
    async def guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return app


class _Pages:
    """One method a page; each makes a view, asks it, and fills a template."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._views: dict[tuple[str | None, int], View] = {}
        self._templates = Jinja2Templates(directory=_HERE / "templates")
        self._templates.env.filters["name"] = partner_name
        self._templates.env.filters["words"] = words_of

    def front(self, request: Request, as_of: AsOf = None) -> Response:
        """What the ledger holds, and the partners in it."""
        return self._page(request, "front.html", as_of, **front_page(self._view(as_of)))

    def partner(self, request: Request, actor: str, kind: str | None = None, as_of: AsOf = None) -> Response:
        """The records in which one actor takes part, by kind."""
        view = self._view(as_of)
        records = view.records(kind if kind in KINDS else None, with_=actor)
        rows = records_table(view, records)
        return self._page(
            request, "partner.html", as_of, actor=actor, kind=kind, rows=rows, kinds=kinds_of(view, actor)
        )

    def record(self, request: Request, record: str, as_of: AsOf = None) -> Response:
        """One record: its fields, every value given, every passage."""
        view = self._view(as_of)
        return self._page(request, "record.html", as_of, page=RecordPage.of(view, view.record(record)))

    def documents(self, request: Request, as_of: AsOf = None) -> Response:
        """All documents, those that could not be read with their reason."""
        return self._page(request, "documents.html", as_of, rows=documents_table(self._view(as_of)))

    def document(self, request: Request, document: str, start: int = -1, end: int = -1, as_of: AsOf = None) -> Response:
        """One document with its passages marked; ``start`` and ``end`` mark the one that was asked for."""
        page = DocumentPage.of(self._view(as_of), document, asked=(start, end))
        return self._page(request, "document.html", as_of, page=page)

    def conflicts(self, request: Request, as_of: AsOf = None) -> Response:
        """What does not agree."""
        return self._page(request, "conflicts.html", as_of, rows=self._view(as_of).conflicts())

    def brief(self, of: str, on: date, partner: Annotated[str, Query(alias="with")], as_of: AsOf = None) -> Response:
        """A brief, written and checked now."""
        return HTMLResponse(rendered(write_brief(self._view(as_of), of=of, with_=partner, on=on)))

    def failed(self, request: Request, error: Exception) -> Response:
        """A page that says what went wrong and what to do."""
        return self._templates.TemplateResponse(request, "failed.html", {"message": str(error), "as_of": None}, 404)

    def _view(self, as_of: str | None) -> View:
        """The view asked for; kept while the ledger does not grow, because resolving it takes a moment."""
        key = (as_of, self._ledger.size())
        if key not in self._views:
            self._views = {k: v for k, v in self._views.items() if k[1] == key[1]}
            self._views[key] = self._ledger.view(moment_of(as_of))
        return self._views[key]

    def _page(self, request: Request, template: str, as_of: str | None, **values: object) -> Response:
        return self._templates.TemplateResponse(request, template, {"as_of": as_of, **values})
