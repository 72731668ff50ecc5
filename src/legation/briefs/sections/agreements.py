"""Agreements between the two, the newest first, each with how far it has come."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, day_of, merged, newest_first
from legation.briefs.word import (
    Clause,
    Draft,
    Told,
    actors,
    article,
    lent,
    number,
    on_day,
    plain,
)
from legation.ledger.record import StoredStatement

CROWD: Final = 4
"""An agreement of more parties than this ranks behind those of the two."""

DAYS: Final = 3
"""Two joint statements of one pair within so many days are one."""

_FILLERS: Final = frozenset(
    "a an the own further new other several separate year such that those these this of for in on with between and "
    "agreement agreements document documents deals commercial arrangement arrangements frameworks institutional".split()
)
"""Words that don't say which agreement it is."""

_NOMINAL: Final = re.compile(
    r"\b(?:signing|conclusion|issuance|adoption|renewal|launch|signature|exchange|completion|finali[sz]ation) of\b"
)
_DANGLING: Final = re.compile(r"\b(?:and|or|of|in|on|for|to|with|by|from|the|a|an|among|between|its|their)$")
_PARTED: Final = re.compile(r"\b(?:between|by|from|with|among)\b|[(/]|^(?:this|that|these|those|own)\b")

_FIRMS: Final = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|enterprises?|businesses|corporations?|universit(?:y|ies)|airlines?|start-?ups?|banks)\b",
    re.IGNORECASE,
)
"""Those who sign for themselves, not for their state."""

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
    facts = [
        replace(f, statements=tuple(sorted(f.statements, key=lambda s: lent(dossier, s))))
        for f in merged(found, _same)
    ]
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
    words = plain(text_field(fact.lead, "title")).split()
    telling = [w for w in words if w.lower() not in _FILLERS]
    return bool(fact.lead.fields["count"]) or len(telling) > 1 or any(w[:1].isupper() for w in telling)


def _is_theirs(dossier: Dossier, title: str) -> bool:
    """Whether a title names both sides, as "the Viet Nam-Korea Free Trade Agreement" does."""
    return len(dossier.side({m.actor.id for m in register().find(title)})) == 2


def _same(one: Fact, other: Fact) -> bool:
    """Whether two are one joint statement of one meeting, under the longer and the shorter name."""
    titles = [text_field(f.lead, "title").lower() for f in (one, other)]
    near = all(_JOINT.match(title) for title in titles)
    plainly = [re.sub(r"\W", "", title) for title in titles]
    days = [day_of(f.date) for f in (one, other)]
    alike = one.lead.fields["action"] == other.lead.fields["action"]
    return alike and (near or plainly[0] == plainly[1]) and abs((days[0] - days[1]).days) <= DAYS


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    title, action = plain(text_field(statement, "title")), text_field(statement, "action")
    crowd = len(actors_field(statement, "parties")) > 2 and title[:1].islower()
    words = dossier.view.passage_text(statement.quote)
    if not title or crowd or action not in _DONE or _DANGLING.search(title) or _PARTED.search(title):
        return None
    if _FIRMS.search(words):
        return None
    if _NOMINAL.search(words) and not _is_theirs(dossier, title):
        return None  # "hailed the signing of …": by whom, the words leave open
    count = statement.fields["count"]
    counted = isinstance(count, Decimal) and number(count) not in title
    noun = f"{number(count)} {title}" if counted and isinstance(count, Decimal) else article(title)
    when = on_day(dossier, statement)
    text = f"{actors(dossier.ordered(actors_field(statement, 'parties')))} {_DONE[action].format(noun)}{when}"
    return Told(text, ("parties", "title", "action", "count", "date"))
