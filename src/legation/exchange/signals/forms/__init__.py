"""The forms of event data that are read, one a file; `FORMS` has them by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from legation.exchange.signals.forms import acled, gdelt, icews, polecat
from legation.exchange.signals.forms.form import Form

FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {form.name: form for form in (icews.ICEWS, polecat.POLECAT, gdelt.GDELT1, gdelt.GDELT2, acled.ACLED)}
)

__all__ = ["FORMS", "Form"]
