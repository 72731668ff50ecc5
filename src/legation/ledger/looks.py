"""What each person saw last: looks are remembered in the ledger, and nothing but `changes` asks for them."""

from __future__ import annotations

from datetime import datetime

from legation.ledger import codec
from legation.ledger.store import Ledger
from legation.ledger.view import View


def remember_look(ledger: Ledger, view: View, *, by: str) -> None:
    """Remember that a person saw a view; the moment is that of the view, whenever it is remembered.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    ledger.register("look", {"moment": codec.moment_text(view.moment)}, by=by)


def last_look(view: View, *, by: str) -> datetime | None:
    """The moment up to which a person has seen the ledger; None for one who never looked."""
    looks = [
        codec.parse_moment(str(look.payload["moment"])) for look in view.registered("look") if look.by == by
    ]
    return max(looks, default=None)
