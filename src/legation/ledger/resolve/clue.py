"""A statement made ready for comparison, and what a rule of sameness is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from legation.ledger.record import StoredStatement
from legation.ledger.resolve.dates import gap
from legation.ledger.resolve.words import content_words, fold, name_parts
from legation.records import KINDS, FieldType, FieldValue
from legation.values.when import When

_TYPES: Mapping[str, Mapping[str, FieldType]] = {
    kind.name: {field.name: field.type for field in kind.fields} for kind in KINDS.values()
}


Signature = tuple[tuple[tuple[str, Hashable], ...], When | None, str]
"""What a statement says, when, and its modality."""


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """A statement made ready for comparison.

    Attributes:
        stored: The statement.
        document: Id of the document that says it.
        fields: Its fields.
        when: Its valid time; for a figure its period.
        actors: Folded names of the actors of each actor field.
        words: Content words of each text and label field.
        detail: How many words its names and phrases have.
        signature: Equal for statements that say the same in the same words at the same time.
        is_part: Whether its own document tells it as a part of something wider of the same kind.
        is_alone: Whether its document has no other statement of its kind with the same actors.
    """

    stored: StoredStatement
    document: str
    fields: Mapping[str, FieldValue]
    when: When | None
    actors: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    detail: int
    signature: Signature
    is_part: bool = False
    is_alone: bool = True

    @property
    def id(self) -> str:
        """Id of the statement."""
        return self.stored.id

    @property
    def modality(self) -> str:
        """Modality of the statement."""
        return self.stored.modality

    def value(self, name: str) -> FieldValue:
        """The value of a field."""
        return self.fields[name]

    def label(self, name: str) -> str | None:
        """The value of a label, person, actor or text field."""
        value = self.fields[name]
        return value if isinstance(value, str) else None

    def people(self, name: str) -> tuple[str, ...]:
        """The persons of a field."""
        value = self.fields[name]
        return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()

    def number(self, name: str) -> Decimal | None:
        """The value of a number field."""
        value = self.fields[name]
        return value if isinstance(value, Decimal) else None

    def term(self, name: str) -> When | None:
        """The value of a date field."""
        value = self.fields[name]
        return value if isinstance(value, When) else None


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements may speak of one thing.

    Attributes:
        reason: Why, for people.
        sure: Whether that is enough by itself. Where it is not, the coarser statement joins only if all
            that it may join is one thing.
    """

    reason: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """When two statements of one kind speak of one thing.

    Attributes:
        kind: The kind.
        keys: Only statements that share a key are compared.
        match: Why two are one; None where nothing says so.
        differ: Whether two cannot be one, whatever else joins them.
        words: Where `match` asks for like phrases: the words of the phrase. Only statements that share a key
            and one of their rarer words are compared; `alike` phrases always do.
    """

    kind: str
    keys: Callable[[Clue], Iterable[Hashable]]
    match: Callable[[Clue, Clue], Match | None]
    differ: Callable[[Clue, Clue], bool]
    words: Callable[[Clue], frozenset[str]] | None = None


def distance(first: Clue, second: Clue) -> int:
    """How far two statements lie apart in time; the nearest are joined first."""
    return gap(first.when, second.when)


def clue_of(stored: StoredStatement) -> Clue:
    """Make a statement ready for comparison, by itself."""
    types = _TYPES[stored.kind]
    actors: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    said: list[tuple[str, Hashable]] = []
    detail = 0
    for name, value in stored.fields.items():
        if value is None or value == ():
            continue
        plain = _plain(types[name], value)
        said.append((name, plain))
        detail += _detail(value)
        if types[name] in ("actor", "actors"):
            actors[name] = plain if isinstance(plain, frozenset) else frozenset((str(plain),))
        elif types[name] in ("text", "label") and isinstance(value, str):
            words[name] = content_words(value)
    period = stored.fields.get("period")
    when = period if isinstance(period, When) else stored.date
    signature = (tuple(said), stored.date, stored.modality)
    return Clue(stored, stored.document, stored.fields, when, actors, words, detail, signature)


def _detail(value: FieldValue) -> int:
    if isinstance(value, tuple):
        return sum(item.count(" ") + 1 for item in value)
    return value.count(" ") + 1 if isinstance(value, str) else 0


def _plain(field_type: FieldType, value: FieldValue) -> Hashable:
    """A value without accidents of writing."""
    if isinstance(value, tuple):
        if field_type == "people":
            return frozenset(name_parts(person) for person in value)
        return frozenset(fold(item) for item in value)
    if isinstance(value, str):
        return fold(value) if field_type != "person" else name_parts(value)
    return str(value)
