"""A brief on the desk: the form that asks for one, and the files that it can be kept as."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from legation.briefs import Brief, render, write_brief
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


class BriefForm(BaseModel):
    """What a person writes to ask for a brief.

    Attributes:
        of: The actor that it is for: a code or a name.
        with_: The partner.
        on: The day of the meeting.
        as_of: The moment of the ledger, or None.
    """

    model_config = ConfigDict(frozen=True)

    of: str = ""
    with_: str = Field("", alias="with")
    on: str = ""
    as_of: str | None = None

    @classmethod
    def empty(cls, *, of: str = "", with_: str = "") -> BriefForm:
        """A form to be filled in, for a meeting today."""
        return cls.model_validate({"of": of, "with": with_, "on": datetime.now(UTC).date().isoformat()})

    @property
    def is_empty(self) -> bool:
        """Whether no brief is asked for yet."""
        return not (self.of or self.with_ or self.on)

    def ready(self) -> BriefForm:
        """The same, for a meeting today."""
        return BriefForm.empty(of=self.of, with_=self.with_)

    def brief(self, view: View) -> Brief:
        """The brief that is asked for, written and checked.

        Raises:
            UsageError: A side is not named, or the day is none.
            ActorError: A name leads to no actor, or to several.
            BriefError: Both are one.
        """
        if not (self.of.strip() and self.with_.strip()):
            raise UsageError("name both sides, each by its code or by any of its names")
        return write_brief(view, of=self.of.strip(), with_=self.with_.strip(), on=day_of(self.on.strip()))


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
