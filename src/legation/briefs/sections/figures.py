"""Figures: of the two together first, then the partner's own; the newest of a series, then the value before it.

A figure without a period says of which text it is; figures of one series and one period that differ are told
in one sentence, side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field, when_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, day_of
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft, Told, actors, capital, dated, plain, quantity, source_day
from legation.ledger.record import StoredStatement

_TOWARDS: Final = re.compile(r"\b(?:with|to|from|against|into|on|for|by|towards?) (?:the )?$", re.IGNORECASE)

_FIELDS: Final = ("subject", "indicator", "value", "bound", "period", "change_from")


def plan(dossier: Dossier) -> Plan:
    """The section's drafts."""
    alone = dossier.bodies[dossier.with_]
    own = [
        fact
        for fact in dossier.facts.get("figure", ())
        if fact.lead.modality == "actual" and alone.issuperset(actors_field(fact.lead, "subject"))
    ]
    drafts = [*_drafts(dossier, dossier.pair("figure", "actual")), *_drafts(dossier, own)]
    return Plan("figures", "Figures", tuple(drafts), 10, "No figure on the two was found.")


def _drafts(dossier: Dossier, facts: Iterable[Fact]) -> list[Draft]:
    series: dict[object, list[Fact]] = {}
    for fact in facts:
        series.setdefault(fact.record.series or fact.record.id, []).append(fact)
    ordered = [sorted(s, key=lambda f: _recent(dossier, f), reverse=True) for s in series.values()]
    ordered.sort(key=lambda s: _recent(dossier, s[0]), reverse=True)
    return [
        Draft((Clause(s[0], _tell, otherwise=quoted), *(Clause(f, _before) for f in s[1:2]))) for s in ordered
    ]


def _recent(dossier: Dossier, fact: Fact) -> tuple[int, int, str]:
    """By period, and by the source's own date where it has none."""
    period, source = fact.date, dossier.published(fact.lead)
    return day_of(period or source).toordinal(), day_of(source).toordinal(), fact.lead.id


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    indicator, value = plain(text_field(statement, "indicator")), quantity(statement)
    if not indicator or not value or _between(dossier, statement):
        return None
    text = f"{capital(indicator)} of {actors(actors_field(statement, 'subject'))}: {value}"
    before = quantity(statement, "change_from")
    if before:
        text += f", from {before}"
    return Told(text + _period(dossier, statement), _FIELDS)


def _between(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether a sentence leaves it open whose a lone actor's figure is: "its surplus with the United States"."""
    subject = set(actors_field(statement, "subject"))
    if len(subject) > 1:
        return False
    text = dossier.view.passage_text(sentence(statement, dossier.view))
    named = register().find(text)
    others = [m for m in named if m.actor.id not in subject and m.actor.state not in subject]
    return bool(others) or any(_TOWARDS.search(text[: m.start]) for m in named)


def _before(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The value told before, or elsewhere for the same period."""
    value = quantity(statement)
    if not value or not isinstance(statement.fields["value"], Decimal):
        return None
    return Told(f"; another value: {value}{_period(dossier, statement)}", ("value", "bound", "period"))


def _period(dossier: Dossier, statement: StoredStatement) -> str:
    period = when_field(statement, "period") or statement.date
    return dated(period) or f" ({source_day(dossier.published(statement))})"
