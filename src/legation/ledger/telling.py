"""How a record reads: a value in words for people, the same value for JSON, a record in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from legation.actors.register import register
from legation.ledger.record import Record
from legation.records import KINDS, FieldType, FieldValue
from legation.values.quantity import Quantity
from legation.values.when import When

NOTHING: Final = "—"
"""What stands where nobody says."""


def actor_name(actor: str) -> str:
    """The usual name of an actor; one that is not in the register is its own name."""
    known = register()
    return known.get(actor).name if actor in known else actor


def words_of(value: FieldValue, held: FieldType = "text") -> str:
    """A field's value in words.

    Args:
        value: The value.
        held: What the field holds: a label loses its underscores, an actor is named.
    """
    if value in (None, ()):
        return NOTHING
    if isinstance(value, When):
        return value.words()
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    if isinstance(value, tuple):
        return ", ".join(words_of(v, "actor" if held == "actors" else "text") for v in value)
    text = str(value)
    if held == "actor":
        return actor_name(text)
    return text.replace("_", " ") if held == "label" and not text.isupper() else text


def plain(value: FieldValue) -> object:
    """A field's value as JSON has it."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value


def line_of(record: Record) -> str:
    """A record in one line, without its date and status, which lists show beside it."""
    fields, kind = record.fields, KINDS[record.kind]
    if record.kind == "figure" and isinstance(fields["value"], Decimal):
        return _figure(fields)
    said = {f.name: words_of(fields[f.name], f.type) for f in kind.fields if fields[f.name] not in (None, ())}
    if "count" in said:
        said["count"] += f" {record.kind}{'' if fields['count'] == 1 else 's'}"
    for name in _PAIRS.get(record.kind, ()):
        value = fields[name]
        if isinstance(value, tuple) and value:
            said[name] = " – ".join(map(actor_name, value))
    return _LINES[record.kind](said) or record.kind


def _figure(fields: Mapping[str, FieldValue]) -> str:
    subject = words_of(fields["subject"], "actors")
    return f"{subject}: {words_of(fields['indicator'])}, {_amount(fields)}"


def _amount(fields: Mapping[str, FieldValue]) -> str:
    """The value with its bound and unit; a unit of several words, such as ``USD per head``, is kept whole."""
    value, bound, before = fields["value"], fields["bound"], fields["change_from"]
    if not isinstance(value, Decimal):
        return NOTHING
    unit = str(fields["unit"] or "").split() or ["count"]
    amount = Quantity(
        value,
        unit[0] if len(unit) == 1 else "count",
        bound=bound if isinstance(bound, str) else None,
        change_from=before if isinstance(before, Decimal) else None,
    ).words()
    return amount if len(unit) == 1 else f"{amount} {' '.join(unit)}"


_Said = Mapping[str, str]

_PAIRS: Final = {"contact": ("participants",), "agreement": ("parties",), "relation": ("parties",)}
"""Fields whose actors stand on one level, side by side."""


def _with(lead: str, *rest: str) -> str:
    """A lead with what follows it after a colon, parts that nobody says left out."""
    follows = ", ".join(filter(None, rest))
    return f"{lead}: {follows}" if lead and follows else lead or follows


def _visit(said: _Said) -> str:
    who, home = said.get("visitors", ""), said.get("from", "")
    traveller = f"{who} ({home})" if who and home else who or home
    to = f"to {said['to']}" if "to" in said else ""
    return _with(said.get("count", ""), f"{traveller} {to}".strip())


def _contact(said: _Said) -> str:
    persons = f"({said['persons']})" if "persons" in said else ""
    sides = f"{said.get('participants', '')} {persons}".strip()
    return _with(said.get("count", said.get("mode", "")), sides)


def _commitment(said: _Said) -> str:
    sides = said.get("by", "") + (f" to {said['to']}" if "to" in said else "")
    until = f"until {said['deadline']}" if "deadline" in said else ""
    return _with(sides, said.get("what", ""), until)


def _appointment(said: _Said) -> str:
    office = said.get("office", "") + (f" of {said['of']}" if "of" in said else "")
    return _with(said.get("person", ""), office)


_LINES: Final[Mapping[str, Callable[[_Said], str]]] = {
    "visit": _visit,
    "contact": _contact,
    "agreement": lambda s: _with(s.get("parties", ""), s.get("title", s.get("count", ""))),
    "relation": lambda s: _with(s.get("parties", ""), s.get("count", ""), s.get("tier", "")),
    "commitment": _commitment,
    "figure": lambda s: _with(s.get("subject", ""), s.get("indicator", "")),
    "membership": lambda s: _with(s.get("actor", ""), s.get("role", ""), s.get("body", "")),
    "appointment": _appointment,
    "policy": lambda s: _with(s.get("by", ""), s.get("title", ""), s.get("topic", "")),
    "event": lambda s: _with(s.get("source", ""), s.get("type", "").lower(), s.get("target", "")),
}
