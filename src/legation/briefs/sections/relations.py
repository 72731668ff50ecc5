"""State of relations: the latest step on record, then the steps that led to it, oldest first."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, day_of, joined
from legation.briefs.word import Clause, Draft, Told, actors, article, on_day, source_day, tier
from legation.ledger.record import StoredStatement
from legation.records import TIERS

_LEVEL: Final = re.compile(
    r"partner|allian|ally|allies|communit|diplomatic|level|neighbou?r|treaty|friendship"
)

_STEPS: Final = {
    "established": "established {}",
    "upgraded": "upgraded their relations to {}",
    "downgraded": "downgraded their relations to {}",
    "severed": "severed {}",
    "restored": "restored {}",
}


def plan(dossier: Dossier) -> Plan:
    """The section's drafts."""
    told = [f for f in dossier.pair("relation", "actual") if _level(text_field(f.lead, "tier"))]
    facts = joined(told, lambda f: (f.lead.fields["tier"], f.lead.fields["action"], str(f.date)[:4]))
    steps = sorted((f for f in facts if f.lead.fields["action"] in _STEPS), key=_order)
    fresh = [f for f in facts if not steps]
    fresh.sort(key=lambda f: day_of(dossier.published(f.lead)), reverse=True)
    ordered = (*steps[-1:], *steps[:-1], *fresh)
    return Plan(
        "relations",
        "State of relations",
        tuple(
            Draft((Clause(f, _tell, undated=True, otherwise=quoted if f in steps else None),))
            for f in ordered
        ),
        7,
        "No source on the level of relations between the two was found.",
    )


def _level(label: str) -> bool:
    """Whether a label is a level of relations, not a compliment ("strong ties")."""
    return label in TIERS or bool(_LEVEL.search(label))


def _lent(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether a step has no day, or the very day of its source, which a jubilee speech may have lent it."""
    published = dossier.published(statement)
    if statement.fields["action"] not in _STEPS:
        return False
    same = statement.date == published and statement.fields["action"] == "established"
    return statement.date is None or same


def _order(fact: Fact) -> tuple[bool, date]:
    return fact.date is not None, day_of(fact.date)


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    if _lent(dossier, statement):
        return None
    label, action = tier(text_field(statement, "tier")), text_field(statement, "action")
    sides = actors(dossier.ordered(actors_field(statement, "parties")))
    noun = label if label.endswith("s") else article(label)
    fields = ("parties", "tier", "action", "date")
    if action in _STEPS:
        when = on_day(dossier, statement)
        return Told(f"{sides} {_STEPS[action].format(noun)}{when}", fields)
    day = source_day(dossier.published(statement))
    if label == "diplomatic relations":
        return Told(f"{sides} are described as having {label} ({day})", fields)
    return Told(f"relations between {sides} are described as {noun} ({day})", fields)
