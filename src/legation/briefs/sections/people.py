"""Who is who: the office-holders of both sides, as the newest source by the day names them.

Where sources name several holders of one office, all stand in one sentence with the dates of their sources:
who holds it on the day is then for the reader to settle.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from legation.actors.words import key
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.sections.plan import Plan
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft, Told, actor, capital, dated, source_day
from legation.ledger.record import StoredStatement
from legation.values.dates import find_dates
from legation.values.when import When

OLDEST: Final = timedelta(days=365)
"""A source older than this before the meeting says nothing of who holds an office on that day."""

LATER: Final = timedelta(days=60)
"""A source that tells of a day longer ago than this names the holder of that day."""

_BARE: Final = frozenset(("secretary", "minister", "deputy minister", "chair", "director"))
"""Titles that don't say which office they are."""

_FORMER: Final = re.compile(
    r"\b(?:then|former|ex|late|predecessor|at that time|of that time)\b", re.IGNORECASE
)

PER_SIDE: Final = 6
"""How many offices of a side are told."""

_RANKS: Final = (
    r"\bking\b|\bqueen\b|\bemperor\b|\bemir\b|\bsultan\b",
    r"^(?:the )?president$|general secretary|secretary[- ]general",
    r"prime minister|chancellor|premier",
    r"foreign minister|minister of foreign affairs|secretary of state|foreign secretary",
    r"vice president|deputy prime minister|speaker|(?:national assembly|parliament|senate) chair"
    r"|chair(?:man|woman|person)? of (?:the )?(?:national assembly|parliament|senate|state|house)",
    r"minister|secretary of|secretary\b",
    r"ambassador|envoy|representative",
)


def plan(dossier: Dossier) -> Plan:
    """The section's drafts: our partner's people first."""
    drafts = [d for side in (dossier.with_, dossier.of) for d in _side(dossier, side)]
    return Plan("people", "Who is who", tuple(drafts), 10, "No office-holder of either side was found.")


def _side(dossier: Dossier, side: str) -> list[Draft]:
    offices: dict[str, list[Fact]] = {}
    ended = _ended(dossier)
    for fact in dossier.facts.get("appointment", ()):
        for told in fact.statements:
            office = text_field(told, "office").lower()
            ours = dossier.side(actors_field(told, "of")) == {side}
            over = _held(told) in ended and ended[_held(told)] >= (_seen(dossier, told) or date.min)
            if (
                told.modality == "actual"
                and ours
                and not over
                and _rank(office) < len(_RANKS)
                and _fresh(dossier, told)
            ):
                offices.setdefault(office, []).append(Fact(fact.record, (told,)))
    ranked = sorted(offices.items(), key=lambda item: (_rank(item[0]), item[0]))
    return [_office(dossier, facts) for _, facts in ranked[:PER_SIDE]]


def _held(statement: StoredStatement) -> tuple[str, str]:
    """Who holds what, as two statements of it are compared."""
    return key(text_field(statement, "person")), text_field(statement, "office").lower()


def _ended(dossier: Dossier) -> dict[tuple[str, str], date]:
    """For each person and office that a source calls over, the day of the latest that does."""
    ended: dict[tuple[str, str], date] = {}
    for fact in dossier.facts.get("appointment", ()):
        for told in fact.statements:
            words = dossier.view.passage_text(sentence(told, dossier.view))
            gone = rf"\bno longer (?:the |a )?(?:\w+ )?{re.escape(text_field(told, 'office'))}"
            if told.fields["action"] == "left" or re.search(gone, words, re.IGNORECASE):
                seen = _seen(dossier, told) or date.min
                ended[_held(told)] = max(seen, ended.get(_held(told), date.min))
    return ended


def _rank(office: str) -> int:
    if office in _BARE:
        return len(_RANKS)
    return next((i for i, rank in enumerate(_RANKS) if re.search(rank, office)), len(_RANKS))


def _fresh(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether a source is young enough to say who holds an office; an undated one is as old as what it tells."""
    seen = _seen(dossier, statement)
    return (seen is None or seen >= dossier.on - OLDEST) and not _past(dossier, statement)


def _past(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether its sentence tells of a time long before the meeting, or calls the office a former one."""
    words = dossier.view.passage_text(sentence(statement, dossier.view))
    told = [m.when for m in find_dates(words, reference=dossier.published(statement)) if not m.relative]
    ends = [when.after for when in told if when.after]
    return bool(_FORMER.search(words)) or (bool(ends) and max(ends) < dossier.on - OLDEST)


def _seen(dossier: Dossier, statement: StoredStatement) -> date | None:
    own = _own_day(dossier, statement)
    when = own or dossier.published(statement) or statement.date or dossier.told.get(statement.document)
    return when.first if when else None


def _own_day(dossier: Dossier, statement: StoredStatement) -> When | None:
    """The day that its sentence tells of, as a caption does, where that is long before its source's."""
    words = dossier.view.passage_text(sentence(statement, dossier.view))
    published = dossier.published(statement)
    days = [m.when for m in find_dates(words, reference=published) if m.when.precision == "day"]
    if len(days) != 1 or not published or not published.first or not days[0].after:
        return None
    return days[0] if published.first - days[0].after > LATER else None


def _office(dossier: Dossier, facts: list[Fact]) -> Draft:
    """One sentence on an office: its holder or its possible holders, the latest named first."""
    holders: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda f: _latest(dossier, f), reverse=True):
        same = next((h for h in holders if _one_person(h[0], fact)), None)
        if same is None:
            holders.append([fact])
        else:
            same.append(fact)
    acting = [h for h in holders if any(_acts(dossier, f) for f in h)] or holders
    possible = [h for i, h in enumerate(acting) if i == 0 or not _succeeded(dossier, acting[0], h)]
    told = [replace(h[0], statements=tuple(f.lead for f in h)) for h in possible]
    return Draft((Clause(told[0], _tell), *(Clause(f, _tell_also) for f in told[1:3])))


def _latest(dossier: Dossier, fact: Fact) -> tuple[bool, date, int, str]:
    """Full names before bare surnames, then by the date of the source; of one day the fuller name first."""
    name = text_field(fact.lead, "person")
    return " " in name, _seen(dossier, fact.lead) or date.min, len(name), fact.lead.id


def _one_person(a: Fact, b: Fact) -> bool:
    """Whether two names in one office are one person's: "Trump", "Donald Trump", "Donald J. Trump"."""
    first, second = _name(a), _name(b)
    return first[-1:] == second[-1:] or set(first) <= set(second) or set(second) <= set(first)


def _name(fact: Fact) -> list[str]:
    return key(text_field(fact.lead, "person")).split()


def _acts(dossier: Dossier, fact: Fact) -> bool:
    """Whether the person takes part in anything that may enter: one long dead does not."""
    return text_field(fact.lead, "person") in dossier.acting


def _succeeded(dossier: Dossier, newer: list[Fact], older: list[Fact]) -> bool:
    """Whether every source for the newer holder is later than every source for the older."""
    later = [d for f in newer if (d := _seen(dossier, f.lead))]
    earlier = [d for f in older if (d := _seen(dossier, f.lead))]
    return bool(later and earlier) and min(later) > max(earlier)


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
        own = _own_day(dossier, statement)
        return dated(own) if own else f" ({day})"
    verb = {"assumed": "assumed office", "left": "left office"}.get(action, action)
    return f", {verb}{dated(statement.date)} ({day})"
