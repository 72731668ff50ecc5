"""A brief as PDF, set by Typst with the fonts that it brings: no network, no system packages."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Final

import typst

from legation.briefs.brief import Brief
from legation.briefs.front import day, facts, heading, place, words
from legation.briefs.render_html import by_document
from legation.errors import BriefError

_TEMPLATE: Final = Path(__file__).with_name("brief.typ")


def rendered(brief: Brief) -> bytes:
    """The brief as PDF.

    Raises:
        BriefError: Typst can't set it.
    """
    try:
        pdf = typst.compile(_TEMPLATE.read_bytes(), sys_inputs={"brief": json.dumps(_data(brief))})
    except typst.TypstError as error:
        raise BriefError(f"the brief can't be set as PDF: {error}") from error
    if not isinstance(pdf, bytes):
        raise BriefError("the brief can't be set as PDF: Typst gave no document")
    return pdf


def _data(brief: Brief) -> dict[str, object]:
    """What the template prints."""
    return {
        "heading": heading(brief),
        "day": day(brief),
        "facts": facts(brief),
        "sections": [
            {"title": s.title, "sentences": [list(x.pieces()) for x in s.sentences], "notes": s.notes}
            for s in brief.sections
        ],
        "gaps": brief.gaps,
        "documents": _documents(brief),
    }


def _documents(brief: Brief) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for _, group in groupby(by_document(brief.sources), key=lambda c: c.document):
        cited = list(group)
        date = cited[0].published.words() if cited[0].published else "undated"
        sources = [{"number": c.number, "words": words(c), "place": place(c)} for c in cited]
        origin = f"{cited[0].publisher or 'publisher unknown'}, {date}"
        found.append({"title": cited[0].title, "origin": origin, "sources": sources})
    return found
