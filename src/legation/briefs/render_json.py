"""A brief as JSON: every sentence, claim, citation and dropped sentence, for other programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from legation.briefs.brief import Brief
from legation.values.when import When


def rendered(brief: Brief) -> bytes:
    """The brief as indented JSON in UTF-8; dates in ISO 8601, passages by document and offsets."""
    return (json.dumps(_plain(brief), ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: object) -> object:
    if isinstance(value, When):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
