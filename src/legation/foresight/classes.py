"""Classes of event that can be asked about, each declared by what a record must say to count as one.

Law: what counts is declared beforehand and travels with the question, so that a class that is declared otherwise later
changes no forecast that was made. Only what came to pass counts: planned, urged and denied are no events, except where
a class says so (a cancelled visit is a visit that is denied).

The four quad classes are those of PLOVER; records are coded to its types as `legation events` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, cast

from legation.coding.from_records import events_of
from legation.errors import UsageError
from legation.ledger.record import Record
from legation.records import TIERS
from legation.values.when import When

_NOT_PASSED: Final = frozenset({"planned", "called_for", "conditional", "denied"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What a record must say; what is left empty is not asked.

    Attributes:
        kind: Its kind.
        steps: The steps in its life that count, such as ``signed``; the step's date is the event's.
        fields: Labels of which a field must hold one.
        words: Words of which its fields must hold one, in lower case.
        types: PLOVER types of which its coded events must have one.
    """

    kind: str = ""
    steps: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    def dates(self, record: Record, types: frozenset[str]) -> list[When | None]:
        """When the record says that it came to pass: one date for each step that counts; none where it does not.

        Args:
            record: The record.
            types: The PLOVER types of its events, see `types_of`.
        """
        if self.kind and record.kind != self.kind:
            return []
        if any(record.fields.get(name) not in labels for name, labels in self.fields.items()):
            return []
        if self.words and not _holds(record, self.words):
            return []
        if self.types and types.isdisjoint(self.types):
            return []
        return [
            stage.date or record.date
            for stage in record.stages
            if (stage.status in self.steps if self.steps else stage.status not in _NOT_PASSED)
        ]

    def row(self) -> dict[str, object]:
        """The condition for JSON."""
        return {
            "kind": self.kind,
            "steps": list(self.steps),
            "fields": {name: list(labels) for name, labels in self.fields.items()},
            "words": list(self.words),
            "types": list(self.types),
        }

    @classmethod
    def of_row(cls, row: Mapping[str, object]) -> Condition:
        """The condition that a row of JSON holds."""
        given = cast("Mapping[str, list[str]]", row.get("fields", {}))
        steps, words, types = (tuple(cast("list[str]", row[key])) for key in ("steps", "words", "types"))
        fields = {name: tuple(labels) for name, labels in given.items()}
        return cls(str(row["kind"]), steps, fields, words, types)


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class of event.

    Attributes:
        name: Its name.
        words: What it is, for people.
        conditions: A record that meets one of them counts.
    """

    name: str
    words: str
    conditions: tuple[Condition, ...]

    def __hash__(self) -> int:
        return hash(self.name)

    def dates(self, record: Record, types: frozenset[str] | None = None) -> list[When | None]:
        """When a record says that an event of this class came to pass; empty where it is none.

        Args:
            record: The record.
            types: The PLOVER types of its events where they are known already, see `types_of`.
        """
        told = types_of(record) if types is None else types
        return [when for condition in self.conditions for when in condition.dates(record, told)]

    def row(self) -> dict[str, object]:
        """The class for JSON, with what counts."""
        conditions = [condition.row() for condition in self.conditions]
        return {"name": self.name, "words": self.words, "conditions": conditions}

    @classmethod
    def of_row(cls, row: Mapping[str, object]) -> EventClass:
        """The class that a row of JSON holds."""
        conditions = cast("list[Mapping[str, object]]", row["conditions"])
        return cls(str(row["name"]), str(row["words"]), tuple(map(Condition.of_row, conditions)))


def _quad(name: str, words: str, *types: str) -> EventClass:
    return EventClass(name, words, (Condition(types=types),))


_LEADERS: Final = ("head_of_state", "party_leader", "head_of_government")
_DUTIES: Final = ("tariff", "duty on", "duties on")

CLASSES: Final[Mapping[str, EventClass]] = MappingProxyType(
    {
        each.name: each
        for each in (
            EventClass("visit", "a visit of one to the other", (Condition("visit", ("held",)),)),
            EventClass(
                "leader_visit",
                "a visit of a head of state, party or government",
                (Condition("visit", ("held",), {"rank": _LEADERS}),),
            ),
            EventClass(
                "contact",
                "a visit, meeting or call",
                (Condition("visit", ("held",)), Condition("contact", ("held",))),
            ),
            EventClass(
                "cancelled_visit",
                "a visit or meeting cancelled, postponed or refused",
                (Condition("visit", ("denied",)), Condition("contact", ("denied",))),
            ),
            EventClass(
                "agreement",
                "an agreement concluded, signed or adopted",
                (Condition("agreement", ("concluded", "signed", "adopted")),),
            ),
            EventClass(
                "upgrade",
                "relations upgraded",
                (
                    Condition("relation", ("upgraded", "restored")),
                    Condition("relation", ("established",), {"tier": TIERS[1:]}),
                ),
            ),
            EventClass(
                "downgrade",
                "relations downgraded or broken off",
                (Condition("relation", ("downgraded", "severed")),),
            ),
            EventClass(
                "recall",
                "an ambassador recalled or expelled",
                (
                    Condition("event", fields={"type": ("SANCTION",)}, words=("ambassador",)),
                    Condition("policy", words=("recall of the ambassador", "recall of its ambassador")),
                ),
            ),
            EventClass(
                "sanction",
                "a sanction, embargo or export control",
                (
                    Condition("event", fields={"type": ("SANCTION",)}),
                    Condition(
                        "policy",
                        ("announced", "adopted", "implemented", "in_force"),
                        words=("sanction", "embargo", "export control", "entity list"),
                    ),
                ),
            ),
            EventClass(
                "tariff",
                "a tariff set or changed",
                (
                    Condition("policy", ("announced", "adopted", "implemented", "in_force"), words=_DUTIES),
                    Condition("commitment", ("actual",), words=_DUTIES),
                    Condition("figure", ("actual",), words=_DUTIES),
                ),
            ),
            _quad("verbal_cooperation", "words of cooperation", "AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
            _quad("material_cooperation", "deeds of cooperation", "COOPERATE", "AID", "RETREAT"),
            _quad("verbal_conflict", "words of conflict", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
            _quad(
                "material_conflict",
                "deeds of conflict",
                "PROTEST",
                "SANCTION",
                "MOBILIZE",
                "COERCE",
                "ASSAULT",
            ),
        )
    }
)
"""The classes that questions are asked about, by name."""


def class_of(name: str) -> EventClass:
    """The class of that name; a blank or hyphen does for an underscore.

    Raises:
        UsageError: There is none; the message lists them.
    """
    found = CLASSES.get(name.strip().lower().replace(" ", "_").replace("-", "_"))
    if found is None:
        raise UsageError(f"{name!r} is no class of event; the classes are {', '.join(CLASSES)}")
    return found


def types_of(record: Record) -> frozenset[str]:
    """The PLOVER types of the events that a record tells."""
    return frozenset(each.event.meaning.type for each in events_of(record))


def _holds(record: Record, words: tuple[str, ...]) -> bool:
    said = " ".join(str(value).lower() for value in record.fields.values() if isinstance(value, str))
    return any(word in said for word in words)
