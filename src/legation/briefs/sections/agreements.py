"""Agreements between the two, the newest first, each with how far it has come."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from legation.briefs.dossier import Dossier, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, newest_first
from legation.briefs.word import (
    Clause,
    Draft,
    Told,
    actors,
    article,
    number,
    on_day,
    plain,
)
from legation.ledger.record import StoredStatement

CROWD: Final = 4
"""An agreement of more parties than this ranks behind those of the two."""

_DONE: Final = {
    "negotiating": "were negotiating {}",
    "concluded": "concluded {}",
    "signed": "signed {}",
    "adopted": "adopted {}",
    "ratified": "ratified {}",
    "in_force": "have {} in force",
    "amended": "amended {}",
    "suspended": "suspended {}",
    "ended": "ended {}",
}


def plan(dossier: Dossier) -> Plan:
    """The section's drafts."""
    facts = newest_first(dossier.pair("agreement", "actual"))
    near = [f for f in facts if len(actors_field(f.lead, "parties")) <= CROWD]
    far = [f for f in facts if f not in near]
    return Plan(
        "agreements",
        "Agreements",
        tuple(Draft((Clause(f, _tell, undated=True, otherwise=quoted),)) for f in (*near, *far)),
        8,
        "No agreement between the two was found.",
    )


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    title, action = plain(text_field(statement, "title")), text_field(statement, "action")
    crowd = len(actors_field(statement, "parties")) > 2 and title[:1].islower()
    if not title or crowd or action not in _DONE:
        return None
    count = statement.fields["count"]
    counted = isinstance(count, Decimal) and number(count) not in title
    noun = f"{number(count)} {title}" if counted and isinstance(count, Decimal) else article(title)
    when = on_day(dossier, statement)
    text = f"{actors(dossier.ordered(actors_field(statement, 'parties')))} {_DONE[action].format(noun)}{when}"
    return Told(text, ("parties", "title", "action", "count", "date"))
