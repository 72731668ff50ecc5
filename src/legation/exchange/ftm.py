"""Records as FollowTheMoney entities, one JSON object a line.

Persons, states, bodies and firms are entities of their own; what they do is an Event, an Occupancy of a Position, a
Membership, or a link between two. Laws held here: an entity has the same id in every export, so that files can be put
together; only what came to pass is told as an edge (an office held, a membership); figures fit no schema and are left out.

Source: FollowTheMoney, the model of OCCRP and OpenSanctions (followthemoney.tech): the schemata Person, PublicBody,
Organization, Company, Position, Occupancy, Membership, UnknownLink and Event.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from legation.actors.register import register
from legation.ledger import View
from legation.ledger.record import Record
from legation.ledger.resolve.words import name_parts
from legation.ledger.telling import actor_name, line_of
from legation.values.when import When

_SCHEMATA: Final = {
    "state": "PublicBody",
    "territory": "PublicBody",
    "ministry": "PublicBody",
    "office": "PublicBody",
    "firm": "Company",
}
"""The schema of an actor by its kind; every other one is an Organization."""
_NO_EDGE: Final = frozenset({"candidate", "participates"})
"""Steps at which one is no member yet, or none at all."""


@dataclass(slots=True)
class _Entities:
    """Entities by id, each written once."""

    view: View
    found: dict[str, dict[str, object]] = field(default_factory=dict)

    def add(self, schema: str, key: str, properties: dict[str, list[str]]) -> str:
        name = f"legation-{hashlib.sha256(f'{schema} {key}'.encode()).hexdigest()[:20]}"
        said = {each: values for each, values in properties.items() if values}
        self.found.setdefault(name, {"id": name, "schema": schema, "properties": said})
        return name

    def actor(self, actor: str) -> str:
        known = register().get(actor) if actor in register() else None
        schema = _SCHEMATA.get(known.kind, "Organization") if known else "Organization"
        official = [known.official] if known and known.official else []
        return self.add(schema, actor, {"name": [actor_name(actor)], "alias": official})

    def person(self, name: str) -> str:
        return self.add("Person", " ".join(name_parts(name)), {"name": [name]})

    def told(self, record: Record) -> dict[str, list[str]]:
        """What every entity tells of its record: its date, its id, where it was read."""
        documents = [self.view.document(key) for key in sorted(record.documents())]
        return {
            "recordId": [record.id],
            "sourceUrl": [d.address for d in documents if d.address.startswith(("http://", "https://"))],
            **_dates(record.date),
        }


def ftm_of(view: View, records: Sequence[Record]) -> str:
    """Records as FollowTheMoney entities, one a line, those that others name first.

    Args:
        view: The view that they are of.
        records: The records.
    """
    entities = _Entities(view)
    for record in records:
        _FORMS.get(record.kind, _event)(entities, record)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities.found.values())


def left_out(records: Sequence[Record]) -> int:
    """How many records fit no schema."""
    return sum(record.kind == "figure" for record in records)


def _event(entities: _Entities, record: Record) -> None:
    involved = [entities.actor(actor) for actor in sorted(record.actors())]
    people = [p for name in ("visitors", "persons") for p in _names(record.fields.get(name))]
    organizer = record.fields.get("from") or record.fields.get("by") or record.fields.get("source")
    properties = {
        "name": [line_of(record)],
        "summary": [entities.view.passage_text(record.statements[0].quote)],
        "keywords": [record.kind, record.status],
        "involved": [*involved, *map(entities.person, people)],
        "organizer": [entities.actor(each) for each in _names(organizer)],
        **entities.told(record),
    }
    entities.add("Event", record.id, properties)


def _appointment(entities: _Entities, record: Record) -> None:
    person, office, of = (record.fields[name] for name in ("person", "office", "of"))
    if not person or not office:
        return
    organization = [entities.actor(str(of))] if of else []
    name = f"{office} of {actor_name(str(of))}" if of else str(office)
    post = entities.add("Position", name.casefold(), {"name": [name], "organization": organization})
    if record.modality != "actual":
        return
    told = entities.told(record)
    left = record.status == "left"
    if "date" in told:
        told["endDate" if left else "startDate"] = told.pop("date")
    status = "ended" if left else "current" if record.status in ("holds", "assumed") else record.status
    holder = [entities.person(str(person))]
    entities.add("Occupancy", record.id, {"holder": holder, "post": [post], "status": [status], **told})


def _membership(entities: _Entities, record: Record) -> None:
    actor, body = record.fields["actor"], record.fields["body"]
    if not actor or not body or record.modality != "actual" or record.status in _NO_EDGE:
        return
    term = record.fields["term"]
    properties = {
        "member": [entities.actor(str(actor))],
        "organization": [entities.actor(str(body))],
        "role": [str(record.fields["role"] or record.status)],
        "status": [record.status],
        **entities.told(record),
        **(_dates(term) if isinstance(term, When) else {}),
    }
    entities.add("Membership", record.id, properties)


def _relation(entities: _Entities, record: Record) -> None:
    parties = _names(record.fields["parties"])
    if len(parties) != 2 or record.modality != "actual":
        return
    subject, other = map(entities.actor, parties)
    properties = {
        "subject": [subject],
        "object": [other],
        "role": [str(record.fields["tier"] or "relations").replace("_", " ")],
        "status": [record.status],
        **entities.told(record),
    }
    entities.add("UnknownLink", record.id, properties)


def _nothing(_: _Entities, __: Record) -> None:
    """A figure fits no schema."""


_FORMS: Final[dict[str, Callable[[_Entities, Record], None]]] = {
    "appointment": _appointment,
    "membership": _membership,
    "relation": _relation,
    "figure": _nothing,
}


def _dates(when: When | None) -> dict[str, list[str]]:
    """A date as FollowTheMoney has it: a year, month or day; an interval by its first and last day."""
    return dict(_date_parts(when)) if when is not None else {}


def _date_parts(when: When) -> Iterator[tuple[str, list[str]]]:
    if when.precision in ("day", "month", "year") and when.first is not None:
        length = {"day": 10, "month": 7, "year": 4}[when.precision]
        yield "date", [when.first.isoformat()[:length]]
        return
    if when.first is not None:
        yield "startDate", [when.first.isoformat()]
    if when.after is not None:
        yield "endDate", [when.after.fromordinal(when.after.toordinal() - 1).isoformat()]


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
