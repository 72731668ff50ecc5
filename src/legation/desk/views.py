"""The views that pages are made of, kept while the ledger stands still: resolving its records takes a moment.

Pages are asked for by several threads at once. A view that is being resolved is waited for, not resolved twice.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import Final

from legation.ledger import Ledger, View
from legation.ledger.moment import moment_of

_KEPT: Final = 4
"""How many views are kept: the present one, and a few of past days."""

_Key = tuple[datetime | None, datetime]


class Views:
    """The views of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: OrderedDict[_Key, tuple[View, Lock]] = OrderedDict()
        self._lock = Lock()

    def at(self, as_of: str | None) -> View:
        """The view for what a person wrote as its moment, its records resolved.

        Raises:
            UsageError: That is no moment.
            LedgerError: The ledger cannot be read.
        """
        view, lock = self._place(self._ledger.view(moment_of(as_of)))
        with lock:
            view.conflicts()
        return view

    def _place(self, fresh: View) -> tuple[View, Lock]:
        key = (fresh.as_of, fresh.moment)
        with self._lock:
            found = self._kept.setdefault(key, (fresh, Lock()))
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return found
