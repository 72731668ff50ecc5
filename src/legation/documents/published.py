"""When a document was published, settled from what it declares."""

from __future__ import annotations

import re

from legation.documents.extract import DateClaim
from legation.errors import DateError
from legation.values.when import When

_ISO = re.compile(r"\s*(\d{4}(?:-\d{2}){0,2})(?![\d/-])")


def claimed(claim: DateClaim) -> When | None:
    """The date of a claim, or None where its words hold none."""
    match = _ISO.match(claim.value)
    if not match:
        return None
    try:
        return When.parse(match[1])
    except DateError:
        return None


def settle(claims: tuple[DateClaim, ...]) -> When | None:
    """The publication date that the claims bear out, or None."""
    return next((when for claim in claims if (when := claimed(claim))), None)
