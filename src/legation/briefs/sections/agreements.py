"""Agreements between the two, the newest first, each with how far it has come."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, day_of, merged, newest_first
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

DAYS: Final = 3
"""Two joint statements of one pair within so many days are one."""

_JOINT: Final = re.compile(r"(?:the )?joint (?:statement|declaration|communiqu)")

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
    found = newest_first(f for f in dossier.pair("agreement", "actual") if _says_which(f))
    facts = merged(found, _same)
    near = [f for f in facts if len(actors_field(f.lead, "parties")) <= CROWD]
    far = [f for f in facts if f not in near]
    return Plan(
        "agreements",
        "Agreements",
        tuple(Draft((Clause(f, _tell, undated=True, otherwise=quoted),)) for f in (*near, *far)),
        8,
        "No agreement between the two was found.",
    )


def _says_which(fact: Fact) -> bool:
    """Whether a title says what was agreed: "further agreements" and "commercial deals" say nothing."""
    title = plain(text_field(fact.lead, "title"))
    words = title.split()
    return bool(fact.lead.fields["count"]) or not (
        title.islower() and len(words) < 3 and words[-1:] and words[-1].endswith("s")
    )


def _same(one: Fact, other: Fact) -> bool:
    """Whether two are one joint statement of one meeting, under the longer and the shorter name."""
    titles = [text_field(f.lead, "title").lower() for f in (one, other)]
    near = all(_JOINT.match(title) for title in titles)
    days = [day_of(f.date) for f in (one, other)]
    alike = one.lead.fields["action"] == other.lead.fields["action"]
    return near and alike and abs((days[0] - days[1]).days) <= DAYS


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
