"""What the address of a page asks for."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Asked(BaseModel):
    """What every page may be asked.

    Attributes:
        as_of: A day or a moment (UTC): the ledger as it stood then; None for now.
        page: Number of the sheet of a list, or of the stretch of a text, counted from 1.
    """

    model_config = ConfigDict(frozen=True)

    as_of: str | None = None
    page: int = 1


class AskedRecords(Asked):
    """Which records of an actor.

    Attributes:
        kind: Only those of this kind.
        with_: Only those in which this actor takes part too.
    """

    kind: str | None = None
    with_: str | None = Field(None, alias="with")


class AskedPassage(Asked):
    """Which passage of a document.

    Attributes:
        start: Where it starts; -1 for none.
        end: Where it ends.
    """

    start: int = -1
    end: int = -1


class AskedConflicts(Asked):
    """Which conflicts.

    Attributes:
        type: Of which type.
    """

    type: Literal["conflict", "update", "scope"] = "conflict"


class AskedChanges(Asked):
    """Since when differences are asked for.

    Attributes:
        since: A day (its beginning) or a moment (UTC); None for since the last look.
        seen: The moment up to which the reader says to have seen the ledger: the next last look.
    """

    since: str | None = None
    seen: str | None = None


class AskedWords(Asked):
    """What is searched for.

    Attributes:
        q: The words.
    """

    q: str = ""


class AskedAlerts(Asked):
    """Whose alerts.

    Attributes:
        of: The actor that they are for: a code or a name.
    """

    of: str = ""


class AskedBrief(Asked):
    """Which brief.

    Attributes:
        of: The actor that it is for: a code or a name.
        with_: The partner.
        on: The day of the meeting.
    """

    of: str = ""
    with_: str = Field("", alias="with")
    on: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no brief is asked for yet."""
        return not (self.of or self.with_ or self.on)
