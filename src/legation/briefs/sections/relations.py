"""State of relations: the latest step on record, then the steps that led to it, oldest first."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, day_of, joined
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft, Told, actors, article, on_day, source_day, tier
from legation.ledger.record import StoredStatement
from legation.records import TIERS

_LEVEL: Final = re.compile(
    r"partner|allian|ally|allies|communit|diplomatic|level|neighbou?r|treaty|friendship"
)

_TWO: Final = re.compile(r"\b(?:two|both|bilateral|our|their relations|their ties)\b", re.IGNORECASE)

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
            Draft((Clause(f, _tell, undated=True, otherwise=_quoted if f in steps else None),))
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
    told = statement.statement.passages.get("date", ())
    words = {dossier.view.passage_text(place).lower() for place in told}
    same = statement.date == published and (words <= {"today"} or statement.fields["action"] == "established")
    return statement.date is None or same


def _order(fact: Fact) -> tuple[bool, date]:
    return fact.date is not None, day_of(fact.date)


def _speaks_of_both(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether a description stands in a sentence that names one of the two: "nations choose their alliances" does not."""
    words = dossier.view.passage_text(sentence(statement, dossier.view))
    named = {m.actor.state or m.actor.id for m in register().find(words)}
    return statement.fields["action"] in _STEPS or bool(dossier.side(named)) or bool(_TWO.search(words))


def _quoted(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The source's own words, where they speak of a level of relations."""
    words = dossier.view.passage_text(sentence(statement, dossier.view))
    return quoted(dossier, statement) if _LEVEL.search(words) else None


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    if _lent(dossier, statement) or not _speaks_of_both(dossier, statement):
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
