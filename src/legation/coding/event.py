"""What a coder gives: who did what to whom, in PLOVER's types and actor codes."""

from __future__ import annotations

from dataclasses import dataclass

from legation.reading.acts.scheme import Meaning


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as PLOVER writes it: a country, or ``IGO``, ``NGO``, ``MNC``, ``IMG``, and a sector.

    Attributes:
        country: ISO 3166-1 alpha-3 code, or one of the codes of those who have no country.
        sector: Three letters such as ``GOV`` or ``MIL``; empty where the text names the country alone.
    """

    country: str
    sector: str = ""

    @property
    def code(self) -> str:
        """The code as files have it: ``USAGOV``."""
        return self.country + self.sector


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event.

    Attributes:
        source: Who acts.
        target: Whom the act is towards; None where the text names nobody.
        meaning: What is done: PLOVER type, mode and context, and the CAMEO code.
    """

    source: Party
    target: Party | None
    meaning: Meaning

    def row(self, *, cameo: bool = False) -> dict[str, str | None]:
        """The event as a JSON-ready row.

        Args:
            cameo: Whether the CAMEO code is told too.
        """
        row: dict[str, str | None] = {
            "source": self.source.code,
            "target": self.target.code if self.target else None,
            "code": self.meaning.type,
            "mode": self.meaning.mode,
            "context": self.meaning.context,
        }
        return row | {"cameo": self.meaning.cameo} if cameo else row
