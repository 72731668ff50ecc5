"""Who is who: the office-holders of both sides, as the newest source by the day names them.

Where sources name several holders of one office, all stand in one sentence with the dates of their sources:
who holds it on the day is then for the reader to settle.
"""

from __future__ import annotations

import re
from typing import Final

from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.sections.plan import Plan, day_of
from legation.briefs.word import Clause, Draft, Told, actor, capital, dated, source_day
from legation.ledger.record import StoredStatement

_RANKS: Final = (
    r"\bking\b|\bqueen\b|\bemperor\b|\bemir\b|\bsultan\b",
    r"^(?:the )?president$|general secretary|secretary[- ]general",
    r"prime minister|chancellor|premier",
    r"foreign minister|minister of foreign affairs|secretary of state|foreign secretary",
    r"vice president|deputy prime minister|speaker|chair",
    r"minister|secretary of|secretary\b",
    r"ambassador|envoy|representative",
)


def plan(dossier: Dossier) -> Plan:
    """The section's drafts: our partner's people first."""
    drafts = [d for side in (dossier.with_, dossier.of) for d in _side(dossier, side)]
    return Plan("people", "Who is who", tuple(drafts), 10, "No office-holder of either side was found.")


def _side(dossier: Dossier, side: str) -> list[Draft]:
    offices: dict[tuple[str, str], dict[str, list[StoredStatement]]] = {}
    records: dict[str, Fact] = {}
    for fact in dossier.facts.get("appointment", ()):
        for told in fact.statements:
            if told.modality == "actual" and dossier.side(actors_field(told, "of")) == {side}:
                key = (text_field(told, "of"), text_field(told, "office").lower())
                offices.setdefault(key, {}).setdefault(text_field(told, "person"), []).append(told)
                records[told.id] = fact
    ranked = sorted(offices.items(), key=lambda item: (_rank(item[0][1]), item[0]))
    return [d for _, holders in ranked[:6] for d in _office(dossier, holders, records)]


def _rank(office: str) -> int:
    return next((i for i, rank in enumerate(_RANKS) if re.search(rank, office)), len(_RANKS))


def _office(
    dossier: Dossier, holders: dict[str, list[StoredStatement]], records: dict[str, Fact]
) -> list[Draft]:
    """One sentence on an office: its holder, or its possible holders, the latest named first."""
    told = [sorted(s, key=lambda x: _named(dossier, x), reverse=True) for s in holders.values()]
    told.sort(key=lambda s: _named(dossier, s[0]), reverse=True)
    facts = [Fact(records[s[0].id].record, tuple(s)) for s in told]
    return [Draft((Clause(facts[0], _tell), *(Clause(f, _tell_also) for f in facts[1:3])))]


def _named(dossier: Dossier, statement: StoredStatement) -> tuple[int, str]:
    when = dossier.published(statement) or statement.date
    return day_of(when).toordinal(), statement.id


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    person, office = text_field(statement, "person"), text_field(statement, "office")
    of = actor(text_field(statement, "of"))
    whole = office if of.removeprefix("the ") in office else f"{office} of {of}"
    return Told(
        f"{person}: {capital(whole)}{_since(dossier, statement)}",
        ("person", "office", "of", "action", "date"),
    )


def _tell_also(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """Another person whom a source names in the same office."""
    person = text_field(statement, "person")
    return Told(f"; another source names {person}{_since(dossier, statement)}", ("person", "action", "date"))


def _since(dossier: Dossier, statement: StoredStatement) -> str:
    action = text_field(statement, "action")
    day = source_day(dossier.published(statement))
    if action == "holds":
        return f" ({day})"
    verb = {"assumed": "assumed office", "left": "left office"}.get(action, action)
    return f", {verb}{dated(statement.date)} ({day})"
