"""The views that pages are made of, kept while the ledger stands still: resolving its records takes a moment.

Pages are asked for by several threads at once. A view that is being resolved is waited for, not resolved twice.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from time import monotonic
from typing import Final

from legation.ledger import Ledger, View
from legation.ledger.moment import moment_of

_KEPT: Final = 4
"""How many views are kept: the present one, and a few of past days."""


@dataclass
class _Kept:
    """A view, and when and how long it was resolved."""

    view: View
    lock: Lock = field(default_factory=Lock)
    settled: float | None = None
    took: float = 0.0

    def settle(self) -> View:
        """The view, its records resolved."""
        with self.lock:
            if self.settled is None:
                begun = monotonic()
                self.view.conflicts()
                self.settled = monotonic()
                self.took = self.settled - begun
        return self.view

    def serves(self, fresh: View, rest: float) -> bool:
        """Whether it does for a view that was asked for now."""
        if self.view.moment == fresh.moment:
            return True
        return self.settled is not None and monotonic() - self.settled < rest * self.took


class Views:
    """The views of one ledger."""

    def __init__(self, ledger: Ledger, *, rest: float = 0.0) -> None:
        """Keep the views of a ledger.

        Args:
            ledger: The ledger.
            rest: How long a view is kept although the ledger has grown, as a multiple of the time that
                resolving it took: while documents are being read, a large ledger grows faster than it can
                be resolved.
        """
        self._ledger = ledger
        self._rest = rest
        self._kept: OrderedDict[datetime | None, _Kept] = OrderedDict()
        self._lock = Lock()

    def at(self, as_of: str | None) -> View:
        """The view for what a person wrote as its moment, its records resolved.

        Raises:
            UsageError: That is no moment.
            LedgerError: The ledger cannot be read.
        """
        return self._place(self._ledger.view(moment_of(as_of))).settle()

    def _place(self, fresh: View) -> _Kept:
        with self._lock:
            kept = self._kept.get(fresh.as_of)
            if kept is None or not kept.serves(fresh, self._rest):
                kept = self._kept[fresh.as_of] = _Kept(fresh)
            self._kept.move_to_end(fresh.as_of)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return kept
