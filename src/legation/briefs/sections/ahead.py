"""What lies ahead: visits, contacts, agreements and steps in relations planned for the day or after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.sections.last_contact import between
from legation.briefs.sections.plan import Plan, day_of, people
from legation.briefs.word import (
    Clause,
    Draft,
    Told,
    actor,
    actors,
    article,
    on_day,
    plain,
    tier,
)
from legation.ledger.record import StoredStatement
from legation.values.when import When

FRESH: Final = timedelta(days=180)
"""A plan without a date of its own counts as ahead for this long after its source was published."""

LONG_AGO: Final = timedelta(days=730)
"""Nobody asks any more after a plan for a day before this."""

_KINDS: Final = ("visit", "contact", "agreement", "relation")
_BE: Final = {(False, False): "is", (False, True): "are", (True, False): "was", (True, True): "were"}


def plan(dossier: Dossier) -> Plan:
    """The section's drafts, the nearest first, undated ones last."""
    facts = [f for kind in _KINDS for f in dossier.pair(kind, "planned") if _ahead(dossier, f)]
    facts.sort(key=lambda f: (f.date is None, day_of(f.date), f.lead.id))
    facts = [f for f in facts if not any(_vaguer(f, other) for other in facts)]
    return Plan(
        "ahead",
        "What lies ahead",
        tuple(Draft((Clause(f, tell_planned, undated=True),), count_sources=True) for f in facts),
        6,
        "Nothing planned between the two for that day or after it was found.",
    )


def unconfirmed(dossier: Dossier) -> Plan:
    """Visits and contacts that were planned for a time before the day, and of which no source tells that they were held."""
    facts = [
        f
        for kind in ("visit", "contact")
        for f in dossier.pair(kind, "planned")
        if _past(f.date, dossier) and day_of(f.date) >= dossier.on - LONG_AGO and not _held(dossier, f)
    ]
    facts.sort(key=lambda f: day_of(f.date), reverse=True)
    return Plan(
        "unconfirmed",
        "Planned, with no source that it was held",
        tuple(Draft((Clause(f, tell_planned),)) for f in facts if _worth(dossier, f)),
        3,
        "",
    )


def _ahead(dossier: Dossier, fact: Fact) -> bool:
    if fact.kind == "visit" and not between(dossier, fact.lead):
        return False
    if fact.kind == "contact" and not fact.date and not actors_field(fact.lead, "persons"):
        return False
    if fact.date:
        return fact.date.after is None or fact.date.after > dossier.on
    source = dossier.published(fact.lead)
    if fact.kind == "visit" and any(
        _came(fact, held, day_of(source)) for held in dossier.pair("visit", "actual")
    ):
        return False
    if fact.kind == "agreement" and any(
        _done(fact, f, day_of(source)) for f in dossier.pair("agreement", "actual")
    ):
        return False
    return source is None or day_of(source) >= dossier.on - FRESH


def _done(plan: Fact, made: Fact, since: date) -> bool:
    """Whether an undated plan for an agreement was overtaken: one of its field was made since it was told."""
    same = plan.lead.fields["field"] == made.lead.fields["field"]
    return same and made.lead.fields["action"] != "negotiating" and day_of(made.date) >= since


def _came(plan: Fact, held: Fact, since: date) -> bool:
    """Whether an undated plan has come true: the same host received the same guest since it was told."""
    guests = set(actors_field(plan.lead, "visitors"))
    same = not guests or bool(guests & set(actors_field(held.lead, "visitors")))
    return same and plan.lead.fields["to"] == held.lead.fields["to"] and day_of(held.date) >= since


def _vaguer(fact: Fact, other: Fact) -> bool:
    """Whether another visit between the same is told with its visitors or finer dates: then one is enough."""
    if fact.kind != "visit" or other.kind != "visit" or not other.date:
        return False
    if not fact.date:
        guests = [set(actors_field(f.lead, "visitors")) for f in (fact, other)]
        return fact.lead.fields["to"] == other.lead.fields["to"] and guests[0] <= guests[1]
    same = all(fact.lead.fields[name] == other.lead.fields[name] for name in ("from", "to"))
    nameless = not actors_field(fact.lead, "visitors") and bool(actors_field(other.lead, "visitors"))
    return same and nameless and fact.date.overlaps(other.date)


def _past(when: When | None, dossier: Dossier) -> bool:
    return when is not None and when.after is not None and when.after <= dossier.on


def _worth(dossier: Dossier, fact: Fact) -> bool:
    return fact.kind != "visit" or between(dossier, fact.lead)


def _held(dossier: Dossier, fact: Fact) -> bool:
    """Whether some source tells of it, or of a like thing at that time, as held."""
    held = (*dossier.pair("visit", "actual"), *dossier.pair("contact", "actual"))
    return any(
        f.record.id == fact.record.id or (f.date and fact.date and f.date.overlaps(fact.date)) for f in held
    )


def tell_planned(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """Something planned, in words that don't tell it as held."""
    past = _past(statement.date, dossier)
    when = on_day(dossier, statement)
    if statement.kind == "visit":
        return _visit(dossier, statement, when, past=past)
    if statement.kind == "contact":
        return _contact(dossier, statement, when, past=past)
    parties = actors(dossier.ordered(actors_field(statement, "parties")))
    if statement.kind == "relation" and text_field(statement, "tier"):
        text = (
            f"{parties} plan to bring their relations to {article(tier(text_field(statement, 'tier')))}{when}"
        )
        return Told(text, ("parties", "tier", "date"))
    if statement.kind == "agreement" and text_field(statement, "title"):
        text = f"{parties} plan {article(plain(text_field(statement, 'title')))}{when}"
        return Told(text, ("parties", "title", "date"))
    return None


def _visit(dossier: Dossier, statement: StoredStatement, when: str, *, past: bool) -> Told | None:
    guest, hosts = text_field(statement, "from"), actors_field(statement, "to")
    if not guest or not hosts:
        return None
    who = people(dossier, statement, "visitors")
    if who:
        several = len(actors_field(statement, "visitors")) > 1
        be = _BE[past, several]
        text = f"{who} of {actor(guest)} {be} scheduled to visit {actors(hosts)}{when}"
        return Told(text, ("visitors", "from", "to", "date"))
    return Told(
        f"a visit from {actor(guest)} to {actors(hosts)} {_BE[past, False]} planned{when}",
        ("from", "to", "date"),
    )


def _contact(dossier: Dossier, statement: StoredStatement, when: str, *, past: bool) -> Told:
    noun = {"": "contact", "conference": "joint conference"}.get(text_field(statement, "mode"), "")
    noun = noun or text_field(statement, "mode")
    who = people(dossier, statement, "persons")
    taking = f", with {who}" if who else ""
    sides = actors(dossier.ordered(actors_field(statement, "participants")))
    text = f"a {noun} between {sides} {_BE[past, False]} planned{when}{taking}"
    return Told(text, ("participants", "persons", "mode", "date"))
