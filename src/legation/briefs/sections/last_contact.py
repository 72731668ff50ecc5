"""Last contact: the visits, meetings, calls and letters between the two that were held by the day, newest first.

Only what a source tells as having taken place enters; what was planned stands under what lies ahead.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from legation.briefs.dossier import Dossier, Fact, actors_field, text_field
from legation.briefs.quote import quoted
from legation.briefs.sections.plan import Plan, merged, newest_first, people
from legation.briefs.word import Clause, Draft, Told, actor, actors, number, on_day
from legation.ledger.record import StoredStatement

CROWD: Final = 3
"""A contact of more actors than this is a gathering: it ranks behind those of the two, and needs a date."""

_HELD: Final = {
    "meeting": "held a meeting",
    "call": "held a call",
    "letter": "were in contact by letter",
    "dialogue": "held a dialogue",
    "conference": "took part in a conference",
    "": "were in contact",
}
_COUNTED: Final = {"meeting": "meetings", "call": "calls", "letter": "letters", "dialogue": "dialogues"}


def plan(dossier: Dossier) -> Plan:
    """The section's drafts."""
    visits = [f for f in dossier.pair("visit", "actual") if between(dossier, f.lead)]
    ordered = merged(newest_first((*visits, *dossier.pair("contact", "actual"))), _same)
    near = [f for f in ordered if len(f.lead.statement.actors()) <= CROWD]
    far = [f for f in ordered if f not in near and f.date]
    return Plan(
        "last_contact",
        "Last contact",
        (
            *(Draft((Clause(f, tell_held, otherwise=quoted),), count_sources=True) for f in near),
            *(Draft((Clause(f, tell_held),), count_sources=True) for f in far),
        ),
        4,
        "No visit, meeting, call or letter between the two was found.",
    )


def _same(one: Fact, other: Fact) -> bool:
    """Whether two facts of one time tell of one thing: a journey of one visitor, a meeting of like people."""
    if one.kind != other.kind or not one.date or not other.date or not one.date.overlaps(other.date):
        return False
    name = "visitors" if one.kind == "visit" else "persons"
    first, second = set(actors_field(one.lead, name)), set(actors_field(other.lead, name))
    if one.kind == "visit":
        return bool(first & second)
    day = one.date.precision == other.date.precision == "day"
    alike = one.lead.fields["mode"] == other.lead.fields["mode"] and not one.lead.fields["count"]
    return day and alike and (bool(first & second) or not first or not second)


def between(dossier: Dossier, visit: StoredStatement) -> bool:
    """Whether a visit leads from one of the two to the other, not from a third to both."""
    guests = dossier.side(actors_field(visit, "from"))
    return bool(guests) and bool(dossier.side(actors_field(visit, "to")) - guests)


def tell_held(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """A visit or contact that took place."""
    if statement.kind == "visit":
        return _visit(dossier, statement)
    return _contact(dossier, statement)


def _visit(dossier: Dossier, statement: StoredStatement) -> Told | None:
    guest, hosts = text_field(statement, "from"), actors_field(statement, "to")
    if not guest or not hosts:
        return None
    when, count = on_day(dossier, statement), statement.fields["count"]
    if isinstance(count, Decimal):
        text = f"{actor(guest)} made {number(count)} visits to {actors(hosts)}{when}"
        return Told(text, ("from", "to", "count", "date"))
    if actors_field(statement, "visitors"):
        text = f"{people(dossier, statement, 'visitors')} of {actor(guest)} visited {actors(hosts)}{when}"
        return Told(text, ("visitors", "from", "to", "date"))
    text = f"a visit from {actor(guest)} to {actors(hosts)} took place{when}"
    return Told(text, ("from", "to", "date"))


def _contact(dossier: Dossier, statement: StoredStatement) -> Told | None:
    crowd = len(actors_field(statement, "participants")) > 2
    if crowd and text_field(statement, "mode") not in ("conference", "dialogue"):
        return None
    sides, mode = (
        actors(dossier.ordered(actors_field(statement, "participants"))),
        text_field(statement, "mode"),
    )
    count, held = statement.fields["count"], _HELD[mode]
    if isinstance(count, Decimal):
        if mode not in _COUNTED:
            return None
        held = f"held {number(count)} {_COUNTED[mode]}"
    who = people(dossier, statement, "persons")
    taking = f", with {who} taking part" if who else ""
    fields = ("participants", "persons", "mode", "count", "date")
    return Told(f"{sides} {held}{on_day(dossier, statement)}{taking}", fields)
