"""What every answer of the desk carries, and which requests are refused.

A page may load nothing but this desk's own style sheet: no script runs, whatever a document's text holds. A desk
that is open to this machine alone answers only to the machine's own names, so that a web page elsewhere can't
have its name point here and read the ledger through the browser.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import Final
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse

OWN_NAMES: Final = frozenset(("localhost", "127.0.0.1", "::1"))
"""The names by which a browser on this machine reaches it."""

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}


def guard(app: FastAPI, names: Collection[str] | None) -> None:
    """Put the guard before an application.

    Args:
        app: The application.
        names: The hosts that it answers to; None for any.
    """

    @app.middleware("http")
    async def guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        if names is not None and _host(request) not in names:
            known = ", ".join(sorted(names))
            response: Response = PlainTextResponse(f"This desk answers to {known} only.\n", status_code=400)
        else:
            response = await call_next(request)
        response.headers.update(_HEADERS)
        return response


def _host(request: Request) -> str | None:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        return None
