"""The templates, and what they need: links that keep the moment, values in words, addresses that are safe to open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import pass_context
from jinja2.runtime import Context

from legation.briefs import front
from legation.ledger.judging import field_type
from legation.ledger.telling import actor_name, line_of, words_of

_OWN: Final = frozenset(("as_of", "page"))
"""What a form for another moment does not carry over."""


class Paper:
    """The templates of a folder."""

    def __init__(self, folder: Path) -> None:
        self._templates = Jinja2Templates(directory=folder)
        environment = self._templates.env
        environment.filters |= {
            "name": actor_name,
            "words": words_of,
            "line": line_of,
            "opens": opens,
            "count": count,
        }
        environment.filters |= {"heading": front.heading, "day": front.day, "facts": front.facts}
        environment.filters |= {"origin": front.origin, "quoted": front.words}
        environment.globals |= {"to": to, "again": again, "type_of": field_type}

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> Response:
        """A filled template.

        Args:
            request: What was asked.
            template: Name of the template.
            status: HTTP status of the answer.
            values: What fills it.
        """
        asked = request.query_params
        values |= {
            "as_of": asked.get("as_of") or None,
            "kept": [(name, value) for name, value in asked.multi_items() if name not in _OWN],
        }
        return self._templates.TemplateResponse(request, template, values, status)


def count(number: int, noun: str) -> str:
    """A number of things: ``1 visit``, ``1,200 policies``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


@pass_context
def to(context: Context, path: str, **query: object) -> str:
    """A link to a page of the desk, at the moment of the present one.

    Args:
        context: The template's.
        path: The page; what stands in it is quoted.
        query: What to ask of it; what is None is left out, and ``with_`` stands for ``with``.
    """
    asked: dict[str, object] = {name.rstrip("_"): value for name, value in query.items()}
    return _link(quote(path, safe="/"), {**asked, "as_of": context.get("as_of")})


@pass_context
def again(context: Context, **query: object) -> str:
    """A link to the present page with some of what is asked of it changed."""
    asked: dict[str, object] = dict(context.get("kept") or ())
    asked |= {name.rstrip("_"): value for name, value in query.items()}
    return _link("", {**asked, "as_of": context.get("as_of")}) or "?"


def _link(path: str, query: Mapping[str, Any]) -> str:
    told = urlencode([(name, value) for name, value in query.items() if value not in (None, "")])
    return f"{path}?{told}" if told else path


def opens(address: str) -> bool:
    """Whether an address may be opened from a page: only the web's own, never ``javascript:`` or a file."""
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False
