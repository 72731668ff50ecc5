"""The ten kinds of statement and their fields: the table that everything else reads.

A *statement* is one thing that one passage says. A *record* is one thing in the world, resolved from the
statements that speak of it (see `legation.ledger`). Both carry the fields of their kind, listed in `KINDS`.
The field names and labels are those of the annotation guide; they are the same in code, files and pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal

from legation.errors import RecordError
from legation.values.passage import Passage
from legation.values.when import When

FieldType = Literal["actor", "actors", "person", "people", "label", "text", "number", "when"]
FieldValue = str | Decimal | When | tuple[str, ...] | None

MODALITIES: Final = ("actual", "planned", "called_for", "denied", "conditional")

BOUNDS: Final = ("at_least", "at_most", "about", "over", "under", "nearly", "average")

TIERS: Final = (
    "diplomatic_relations",
    "comprehensive_partnership",
    "strategic_partnership",
    "comprehensive_strategic_partnership",
    "alliance",
)

PLOVER: Final = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "ASSAULT",
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind.

    Attributes:
        name: The field's name.
        type: What it holds; ``actors`` and ``people`` hold tuples, ``actor`` and ``person`` one string.
        labels: The words allowed in a ``label`` field; empty where any short label will do.
    """

    name: str
    type: FieldType
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the ten kinds.

    Attributes:
        name: The kind's name.
        fields: Its fields, in the order in which files and pages show them.
        identity: The names of the fields that make a statement that statement.
    """

    name: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...]

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            RecordError: The kind has no such field.
        """
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        known = ", ".join(f.name for f in self.fields)
        raise RecordError(f"{self.name} has no field {name!r}; its fields are {known}")


_RANKS = (
    "head_of_state",
    "party_leader",
    "head_of_government",
    "foreign_minister",
    "minister",
    "parliament",
    "military",
    "envoy",
    "other",
)
_AGREEMENT_ACTIONS = (
    "negotiating",
    "concluded",
    "signed",
    "adopted",
    "ratified",
    "in_force",
    "amended",
    "suspended",
    "ended",
)
_AGREEMENT_FIELDS = (
    "trade",
    "investment",
    "defence",
    "security",
    "technology",
    "energy",
    "climate",
    "culture",
    "labour",
    "transport",
    "health",
    "legal",
    "general",
)
_RELATION_ACTIONS = ("established", "upgraded", "downgraded", "severed", "restored", "described")
_MEMBER_ACTIONS = (
    "joined",
    "left",
    "member",
    "observer",
    "participates",
    "candidate",
    "elected",
    "chairs",
    "hosts",
)
_OFFICE_ACTIONS = ("holds", "assumed", "elected", "appointed", "left")
_POLICY_ACTIONS = ("announced", "adopted", "implemented", "completed", "repealed", "in_force")
_MODES = ("meeting", "call", "letter", "dialogue", "conference")

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(
                "visit",
                (
                    Field("visitors", "people"),
                    Field("from", "actor"),
                    Field("to", "actors"),
                    Field("rank", "label", _RANKS),
                    Field("count", "number"),
                ),
                ("from", "to"),
            ),
            Kind(
                "contact",
                (
                    Field("participants", "actors"),
                    Field("persons", "people"),
                    Field("mode", "label", _MODES),
                    Field("count", "number"),
                ),
                ("participants",),
            ),
            Kind(
                "agreement",
                (
                    Field("parties", "actors"),
                    Field("title", "text"),
                    Field("action", "label", _AGREEMENT_ACTIONS),
                    Field("field", "label", _AGREEMENT_FIELDS),
                    Field("count", "number"),
                ),
                ("parties", "title"),
            ),
            Kind(
                "relation",
                (
                    Field("parties", "actors"),
                    Field("tier", "label"),
                    Field("action", "label", _RELATION_ACTIONS),
                    Field("count", "number"),
                ),
                ("parties", "tier"),
            ),
            Kind(
                "commitment",
                (
                    Field("by", "actors"),
                    Field("to", "actors"),
                    Field("what", "text"),
                    Field("value", "number"),
                    Field("unit", "label"),
                    Field("deadline", "when"),
                    Field("bound", "label", BOUNDS),
                ),
                ("by", "what"),
            ),
            Kind(
                "figure",
                (
                    Field("subject", "actors"),
                    Field("indicator", "text"),
                    Field("value", "number"),
                    Field("unit", "label"),
                    Field("period", "when"),
                    Field("bound", "label", BOUNDS),
                    Field("change_from", "number"),
                ),
                ("subject", "value"),
            ),
            Kind(
                "membership",
                (
                    Field("actor", "actor"),
                    Field("body", "actor"),
                    Field("action", "label", _MEMBER_ACTIONS),
                    Field("role", "text"),
                    Field("term", "when"),
                ),
                ("actor", "body"),
            ),
            Kind(
                "appointment",
                (
                    Field("person", "person"),
                    Field("office", "text"),
                    Field("of", "actor"),
                    Field("action", "label", _OFFICE_ACTIONS),
                ),
                ("person", "office"),
            ),
            Kind(
                "policy",
                (
                    Field("by", "actors"),
                    Field("title", "text"),
                    Field("action", "label", _POLICY_ACTIONS),
                    Field("topic", "text"),
                ),
                ("by", "title"),
            ),
            Kind(
                "event",
                (
                    Field("source", "actors"),
                    Field("target", "actors"),
                    Field("type", "label", PLOVER),
                ),
                ("source", "target", "type"),
            ),
        )
    }
)

CORE_KINDS: Final = tuple(name for name in KINDS if name not in ("policy", "event"))


def _fits(spec: Field, value: FieldValue) -> bool:
    if value is None:
        return True
    if spec.type in ("actors", "people"):
        return isinstance(value, tuple) and all(isinstance(v, str) and v for v in value)
    if spec.type == "number":
        return isinstance(value, Decimal)
    if spec.type == "when":
        return isinstance(value, When)
    return isinstance(value, str) and bool(value) and (not spec.labels or value in spec.labels)


def check_fields(kind: str, fields: Mapping[str, FieldValue]) -> None:
    """Refuse fields that the kind does not have or values that do not fit them.

    Raises:
        RecordError: The kind is unknown, a field is not the kind's, or a value does not fit its field.
    """
    if kind not in KINDS:
        raise RecordError(f"{kind!r} is no kind of statement; the kinds are {', '.join(KINDS)}")
    for name, value in fields.items():
        spec = KINDS[kind].field(name)
        if not _fits(spec, value):
            allowed = f" (one of {', '.join(spec.labels)})" if spec.labels else f" ({spec.type})"
            raise RecordError(f"{kind}.{name} cannot hold {value!r}{allowed}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one passage says.

    Attributes:
        kind: One of `KINDS`.
        quote: The passage that states it.
        fields: The fields of its kind; every field is present, unknown ones are None or an empty tuple.
        modality: One of `MODALITIES`: planned is not held, urged is not promised.
        date: When it happened or will happen (valid time), as precise as the source, or None.
        says: Who is quoted or speaking, where it is not the document's own voice.
        passages: For each field that the text supports, the passages that support it; ``date`` may be
            among them. A field without a passage of its own is supported by the quote.
        finder: The name and version of the finder, such as ``visits.v1``.
        confidence: Probability that the statement is right, in [0, 1].

    Raises:
        RecordError: The kind, modality, confidence or a field value is out of its range.
    """

    kind: str
    quote: Passage
    fields: Mapping[str, FieldValue]
    modality: str = "actual"
    date: When | None = None
    says: str | None = None
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    finder: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_fields(self.kind, self.fields)
        if self.modality not in MODALITIES:
            raise RecordError(f"{self.modality!r} is no modality; they are {', '.join(MODALITIES)}")
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError(f"a confidence lies between 0 and 1, not at {self.confidence}")
        whole = {f.name: self.fields.get(f.name, _nothing(f)) for f in KINDS[self.kind].fields}
        object.__setattr__(self, "fields", MappingProxyType(whole))
        object.__setattr__(self, "passages", MappingProxyType(dict(self.passages)))

    def __reduce__(self) -> tuple[object, ...]:
        """A read-only mapping can't be pickled; a statement crosses processes as the values that make it."""
        values = (self.modality, self.date, self.says, dict(self.passages), self.finder, self.confidence)
        return Statement, (self.kind, self.quote, dict(self.fields), *values)

    @property
    def identity(self) -> tuple[FieldValue, ...]:
        """The values of the fields that make it that statement."""
        return tuple(self.fields[name] for name in KINDS[self.kind].identity)

    def actors(self) -> frozenset[str]:
        """Every actor in its fields."""
        found: set[str] = set()
        for spec in KINDS[self.kind].fields:
            value = self.fields[spec.name]
            if spec.type == "actor" and isinstance(value, str):
                found.add(value)
            elif spec.type == "actors" and isinstance(value, tuple):
                found.update(value)
        return frozenset(found)


def _nothing(spec: Field) -> FieldValue:
    return () if spec.type in ("actors", "people") else None
