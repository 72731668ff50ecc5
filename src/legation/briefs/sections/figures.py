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
from legation.briefs.sections.plan import Plan, day_of, merged
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft, Told, actors, capital, dated, plain, quantity, source_day
from legation.ledger.record import StoredStatement

_TOWARDS: Final = re.compile(r"\b(?:with|to|from|against|into|on|for|by|towards?) (?:the )?$", re.IGNORECASE)

_SHARE: Final = re.compile(
    r"rate|share|growth|tariff|ratio|proportion|increase|decrease|rise|fall|decline|inflation|deficit|duty|interest",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(
    r"\b(?:trade|turnover|two-way|bilateral|mutual|commerce|exchanges?)\b(?! (?:deficit|surplus))",
    re.IGNORECASE,
)
"""What two have together; all else between two has a direction, which only the source's own words tell."""

_GROWTH: Final = re.compile(
    r"(?:.* )?(?:increase|growth|rise|fall|decrease|decline|change)(?: from .*)?$", re.IGNORECASE
)
"""Changes that don't say of what."""

_STANDING: Final = re.compile(
    r"citizen|student|tourist|visitor|arrival|compan|firm|enterprise|project|flight|worker|people|population|communit|troop"
    r"|national|expatriate|compatriot|diaspora|refugee|job|soldier|cit(?:y|ies)\b|province|passenger|migrant|famil|couple",
    re.IGNORECASE,
)
"""Counts that tell of relations; a count of trees planted does not."""

_CROWD: Final = re.compile(r"\b(?:hundreds|thousands|millions|billions|dozens|scores)\b", re.IGNORECASE)

_FIELDS: Final = ("subject", "indicator", "value", "bound", "period", "change_from")


def plan(dossier: Dossier) -> Plan:
    """The section's drafts."""
    alone = dossier.bodies[dossier.with_]
    own = [
        fact
        for fact in dossier.facts.get("figure", ())
        if fact.lead.modality == "actual" and alone.issuperset(actors_field(fact.lead, "subject"))
    ]
    both = merged(dossier.pair("figure", "actual"), _same)
    own = [f for f in own if not any(_same(f, known) for known in both)]
    drafts = [d for facts in (both, own) for d in _drafts(dossier, [f for f in facts if _tells(dossier, f)])]
    return Plan("figures", "Figures", tuple(drafts), 10, "No figure on the two was found.")


def _same(one: Fact, other: Fact) -> bool:
    """Whether two are one amount, though sources name what it measures in different words."""
    alike = all(one.lead.fields[name] == other.lead.fields[name] for name in ("value", "unit", "bound"))
    periods = one.date, other.date
    together = None in periods or periods[0] == periods[1]
    return alike and together and text_field(one.lead, "unit").isupper()


def _is_others(dossier: Dossier, fact: Fact) -> bool:
    """Whether a figure of the two stands in a sentence that names a third state and not both of them."""
    whole = dossier.view.passage_text(sentence(fact.lead, dossier.view))
    states = {m.actor.id for m in register().find(whole) if m.actor.is_country}
    pair = dossier.side(actors_field(fact.lead, "subject"))
    return len(pair) == 2 and bool(states - pair) and not pair <= states


def _tells(dossier: Dossier, fact: Fact) -> bool:
    """Whether a figure is of use in a meeting: neither a crowd conjured up, nor a count of anything at all."""
    words = dossier.view.passage_text(fact.lead.quote)
    if _is_others(dossier, fact):
        return False
    counted = text_field(fact.lead, "unit") in ("count", "times")
    if _CROWD.search(words):
        return bool(re.search(r"\d", words))
    return not counted or bool(_STANDING.search(text_field(fact.lead, "indicator")))


def _drafts(dossier: Dossier, facts: Iterable[Fact]) -> list[Draft]:
    series: dict[object, list[Fact]] = {}
    for fact in facts:
        series.setdefault(fact.record.series or fact.record.id, []).append(fact)
    ordered = [sorted(s, key=lambda f: _recent(dossier, f), reverse=True) for s in series.values()]
    ordered.sort(key=lambda s: (_worth(s[0]), _recent(dossier, s[0])), reverse=True)
    return [
        Draft((Clause(s[0], _tell, otherwise=quoted), *(Clause(f, _before) for f in _others(s)[:1])))
        for s in ordered
    ]


def _others(series: list[Fact]) -> list[Fact]:
    """The further values of a series that differ from its newest."""
    newest = series[0].lead.fields
    return [f for f in series[1:] if any(f.lead.fields[n] != newest[n] for n in ("value", "bound"))]


def _worth(fact: Fact) -> int:
    """Money before shares, shares before ranks, ranks before counts."""
    unit = text_field(fact.lead, "unit")
    return 3 if unit.isupper() else {"percent": 2, "percentage_points": 2, "rank": 1}.get(unit, 0)


def _recent(dossier: Dossier, fact: Fact) -> tuple[int, int, str]:
    """By period, and by the source's own date where it has none."""
    period, source = fact.date, dossier.published(fact.lead)
    return day_of(period or source).toordinal(), day_of(source).toordinal(), fact.lead.id


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    indicator, value = plain(text_field(statement, "indicator")), quantity(statement)
    if not indicator or not value or _open(dossier, statement, indicator):
        return None
    text = f"{_whose(dossier, statement, indicator)}: {value}"
    before = quantity(statement, "change_from")
    if before:
        text += f", from {before}"
    return Told(text + _period(dossier, statement), _FIELDS)


def _whose(dossier: Dossier, statement: StoredStatement, indicator: str) -> str:
    """The indicator with its actors, less those whom it names itself."""
    words = dossier.view.passage_text(statement.quote)
    compound = re.search(rf"\b(\w+-){re.escape(indicator)}", words, re.IGNORECASE)
    told = capital(compound.group(1) + indicator if compound else indicator)
    named = {m.actor.id for m in register().find(indicator)}
    left = [a for a in dossier.ordered(actors_field(statement, "subject")) if a not in named]
    return (f"{told} ({actors(left)})" if named else f"{told} of {actors(left)}") if left else told


def _open(dossier: Dossier, statement: StoredStatement, indicator: str) -> bool:
    """Whether a sentence leaves open whose a figure is or what it measures; its own words then say no more."""
    unit = statement.fields["unit"]
    if unit in ("times", "rank") or (unit == "percent" and not _SHARE.search(indicator)):
        return True
    subject = set(actors_field(statement, "subject"))
    if (len(subject) > 1 and not _SHARED.search(indicator)) or _GROWTH.match(indicator):
        return True
    text = dossier.view.passage_text(sentence(statement, dossier.view))
    named = register().find(text)
    if not any(m.actor.id in subject or m.actor.state in subject for m in named):
        return True
    others = [m for m in named if m.actor.id not in subject and m.actor.state not in subject]
    if others and not all(any(a in (m.actor.id, m.actor.state) for m in named) for a in subject):
        return True
    return len(subject) == 1 and (bool(others) or any(_TOWARDS.search(text[: m.start]) for m in named))


def _before(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The value told before, or elsewhere for the same period."""
    value = quantity(statement)
    if not value or not isinstance(statement.fields["value"], Decimal):
        return None
    return Told(f"; another value: {value}{_period(dossier, statement)}", ("value", "bound", "period"))


def _period(dossier: Dossier, statement: StoredStatement) -> str:
    period = when_field(statement, "period") or statement.date
    return dated(period) or f" ({source_day(dossier.published(statement))})"
