"""Conflicts and sensitivities: where sources differ, with who says which; and acts of one against the other.

An act is quoted in its source's own words: a paraphrase of a protest is where a brief goes wrong.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier, Fact, actors_field
from legation.briefs.quote import against, differing, quoted
from legation.briefs.sections.plan import Plan, day_of
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft
from legation.ledger.record import StoredStatement
from legation.records import FieldValue
from legation.values.when import When

ACTS: Final = frozenset(
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT")
)
"""Types of event that a principal must know before a meeting."""


def plan(dossier: Dossier) -> Plan:
    """The section's drafts: differences first, then acts, the newest first."""
    acts = [
        f
        for f in dossier.pair("event", "actual", "planned", "conditional")
        if f.lead.fields["type"] in ACTS and _between(dossier, f)
    ]
    denied = [
        f for kind in ("visit", "contact", "agreement", "relation") for f in dossier.pair(kind, "denied")
    ]
    sharp = sorted((*acts, *denied), key=lambda f: _when(dossier, f), reverse=True)
    drafts = (*_differences(dossier), *(Draft((Clause(f, quoted),)) for f in sharp))
    return Plan(
        "conflicts", "Conflicts and sensitivities", drafts, 6, "No conflict between sources was found."
    )


def _between(dossier: Dossier, fact: Fact) -> bool:
    """Whether one of the two acts against the other; what both hold against a third is no quarrel of theirs."""
    source = dossier.side(actors_field(fact.lead, "source"))
    target = dossier.side(actors_field(fact.lead, "target"))
    words = dossier.view.passage_text(sentence(fact.lead, dossier.view))
    named = {m.actor.state or m.actor.id for m in register().find(words)}
    return len(source) == 1 and bool(target - source) and len(dossier.side(named)) == 2


def _when(dossier: Dossier, fact: Fact) -> tuple[int, str]:
    return day_of(fact.date or dossier.published(fact.lead)).toordinal(), fact.lead.id


def _differences(dossier: Dossier) -> Iterator[Draft]:
    """A sentence for each thing that sources which may enter tell with different dates or values."""
    for kind in ("visit", "agreement", "relation"):
        for fact in dossier.pair(kind, "actual", "planned"):
            yield from _apart(fact, _step, lambda s: s.date, _dates_differ)
    figures: dict[str, list[StoredStatement]] = {}
    facts = dossier.pair("figure", "actual")
    for fact in facts:
        figures.setdefault(fact.record.series or fact.record.id, []).extend(fact.statements)
    for told in figures.values():
        whole = Fact(next(f.record for f in facts if told[0] in f.statements), tuple(told))
        yield from _apart(whole, lambda s: (s.fields["period"], s.fields["unit"]), _value, operator.ne)


def _step(statement: StoredStatement) -> Hashable:
    """What must be alike for two dates to differ: a plan and a visit, or two steps, may well have two dates."""
    return statement.modality, statement.fields.get("action"), statement.fields.get("tier")


def _value(statement: StoredStatement) -> FieldValue:
    """A plain value; one with a bound may agree with another and is left to the section on figures."""
    return (
        None if statement.fields["bound"] or statement.fields["period"] is None else statement.fields["value"]
    )


def _dates_differ(a: FieldValue, b: FieldValue) -> bool:
    return isinstance(a, When) and isinstance(b, When) and not a.overlaps(b)


def _apart(
    fact: Fact,
    alike: Callable[[StoredStatement], Hashable],
    value: Callable[[StoredStatement], FieldValue],
    differ: Callable[[FieldValue, FieldValue], bool],
) -> Iterator[Draft]:
    """The first statement, and the first of another document that gives another value of the same thing."""
    for index, first in enumerate(fact.statements):
        for other in fact.statements[index + 1 :]:
            told = value(first), value(other)
            if None in told or first.document == other.document or alike(first) != alike(other):
                continue
            if differ(*told):
                sides = (replace(fact, statements=(first,)), replace(fact, statements=(other,)))
                yield Draft((Clause(sides[0], differing), Clause(sides[1], against)), together=True)
                return
