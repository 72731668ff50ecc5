"""A brief on the desk: the form that asks for one, and the files that it can be kept as."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fastapi import Response

from legation.briefs import Brief, render, write_brief
from legation.desk.asked import AskedBrief
from legation.errors import UsageError
from legation.ledger import View
from legation.ledger.moment import day_of

FILES: Final = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}
"""The forms that a brief can be kept as, with their media types."""


def asked_today(*, of: str = "", with_: str = "") -> AskedBrief:
    """What a form holds before it is filled in: a meeting today."""
    return AskedBrief.model_validate({"of": of, "with": with_, "on": datetime.now(UTC).date().isoformat()})


def brief_of(view: View, asked: AskedBrief) -> Brief:
    """The brief that is asked for, written and checked.

    Raises:
        UsageError: A side is not named, or the day is none.
        ActorError: A name leads to no actor, or to several.
        BriefError: Both are one.
    """
    of, with_ = asked.of.strip(), asked.with_.strip()
    if not (of and with_):
        raise UsageError("name both sides, each by its code or by any of its names")
    return write_brief(view, of=of, with_=with_, on=day_of(asked.on.strip()))


def written(brief: Brief, ending: str) -> Response:
    """A brief as a file.

    Raises:
        UsageError: A brief is not kept in that form.
    """
    if ending not in FILES:
        raise UsageError(f"a brief is not kept as {ending!r}; the forms are {', '.join(FILES)}")
    name = f"brief-{brief.of}-{brief.with_}-{brief.on}{ending}"
    with TemporaryDirectory() as folder:
        content = render(brief, Path(folder) / f"brief{ending}").read_bytes()
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "-" for c in name)
    kept = {"Content-Disposition": f'attachment; filename="{plain}"'}
    return Response(content, media_type=FILES[ending], headers=kept)
