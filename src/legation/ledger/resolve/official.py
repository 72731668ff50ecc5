"""Which documents come from a state or an intergovernmental body itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from legation.ledger.record import StoredDocument

_LABELS: Final = frozenset("gov gouv gob govt gub go gc mil int europa admin".split())
"""Parts of host names that registries keep for states and their bodies."""

_HOST: Final = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:].*)?", re.IGNORECASE)


def is_official(document: StoredDocument) -> bool:
    """Whether the host of the publisher, or of the address, is a state's or an intergovernmental body's."""
    hosts = (_HOST.fullmatch(text) for text in (document.publisher or "", document.address))
    return any(_LABELS & set(host[1].lower().split(".")[1:]) for host in hosts if host)


def official_ids(documents: Iterable[StoredDocument]) -> frozenset[str]:
    """Ids of the documents that come from an official source."""
    return frozenset(document.id for document in documents if is_official(document))
