"""Judgements as rows: what each verb needs is checked before it is recorded.

Law held here: a judgement changes nothing that is recorded. It names a statement and the passage that the
statement stands on, so that it still holds when another reader finds the same thing there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, cast

from sqlalchemy import Connection, RowMapping, select

from legation.actors.load import actor as actor_of
from legation.errors import LedgerError
from legation.ledger import codec
from legation.ledger.entries import Row
from legation.ledger.record import Judgement, Verb
from legation.ledger.schema import JUDGEMENTS, STATEMENTS
from legation.records import KINDS, MODALITIES, FieldType, FieldValue, check_fields
from legation.values.when import When

NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "accept": (),
    "correct": ("field", "value"),
    "reject": (),
    "merge": ("with",),
    "split": ("with",),
    "assign": ("to",),
    "comment": ("text",),
    "confidential": (),
    "undo": (),
    "actor": ("id", "kind"),
    "actor_merge": ("actor", "into"),
    "actor_split": ("actor", "into", "with"),
    "office": ("person", "office", "of"),
}
"""The verbs, and what the payload of each must hold."""
ABOUT_ACTORS: Final = {"actor": "id", "actor_merge": "actor", "actor_split": "actor", "office": "of"}
"""The verbs that are about an actor, and where the payload names it."""


def judgement_row(connection: Connection, verb: str, target: str, payload: dict[str, object]) -> Row:
    """A judgement as a row, less who, why and when.

    Raises:
        LedgerError: The verb or target is unknown, or the payload lacks what the verb needs.
        RecordError: A corrected value does not fit its field.
        ActorError: The row of an actor cannot be read.
        DateError: A day of an office holder is none.
    """
    _check_payload(verb, payload)
    if verb in ABOUT_ACTORS:
        return _about_actor(connection, verb, payload)
    if verb == "undo":
        known = connection.execute(select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.id == target)).first()
        if known is None:
            raise LedgerError(f"there is no judgement {target!r} to undo; list the judgements to find its id")
        return {"verb": verb, "target": target, "document": None, "start": None, "end": None, "payload": "{}"}
    statement = _statement(connection, target)
    return {
        "verb": verb,
        "target": str(statement["id"]),
        "document": statement["document"],
        "start": statement["start"],
        "end": statement["end"],
        "payload": codec.dump(_encoded(connection, verb, payload, kind=str(statement["kind"]))),
    }


def _about_actor(connection: Connection, verb: str, payload: dict[str, object]) -> Row:
    """A decision about an actor: no passage, but the statements of a split, each of which follows its own."""
    if verb == "actor":
        actor_of({name: str(value) for name, value in payload.items()})
    for day in ("since", "until") if verb == "office" else ():
        When.parse(str(payload.get(day) or "2000"))
    actor = str(payload[ABOUT_ACTORS[verb]])
    if payload.get("into") == actor:
        raise LedgerError(f"{actor!r} can be neither merged into itself nor split from itself")
    held = {**payload, "with": _ids(connection, payload["with"])} if "with" in payload else payload
    nowhere: Row = {"document": None, "start": None, "end": None}
    return {"verb": verb, "target": codec.digest(actor), "payload": codec.dump(held), **nowhere}


def _ids(connection: Connection, given: object) -> list[str]:
    others = [given] if isinstance(given, str) else list(cast("list[object]", given))
    return sorted(str(_statement(connection, str(other))["id"]) for other in others)


def judgement_of(row: RowMapping | Mapping[str, object]) -> Judgement:
    """The judgement that a row holds."""
    return Judgement(
        id=str(row["id"]),
        verb=cast(Verb, row["verb"]),
        target=str(row["target"]),
        document=cast("str | None", row["document"]),
        start=cast("int | None", row["start"]),
        end=cast("int | None", row["end"]),
        payload=json.loads(str(row["payload"])),
        by=str(row["judge"]),
        why=str(row["why"]),
        recorded_at=codec.parse_moment(str(row["recorded_at"])),
    )


def field_type(kind: str, name: str) -> FieldType:
    """What a field holds; ``date`` and ``modality`` count as fields of every kind.

    Raises:
        RecordError: The kind has no such field.
    """
    if name == "date":
        return "when"
    return "label" if name == "modality" else KINDS[kind].field(name).type


def _check_payload(verb: str, payload: Mapping[str, object]) -> None:
    if verb not in NEEDS:
        raise LedgerError(f"{verb!r} is no judgement; they are {', '.join(NEEDS)}")
    missing = [name for name in NEEDS[verb] if name not in payload]
    if missing:
        raise LedgerError(f"to {verb}, the payload must also hold {' and '.join(missing)}")


def _statement(connection: Connection, target: str) -> Row:
    """The row of a statement, by its id or by the id of a record that it stands for."""
    wanted = target.removeprefix("r")
    columns = (STATEMENTS.c[name] for name in ("id", "kind", "document", "start", "end"))
    row = connection.execute(select(*columns).where(STATEMENTS.c.id == wanted)).mappings().first()
    if row is None:
        raise LedgerError(f"there is no statement or record {target!r} in the ledger; check the id")
    return dict(row)


def _encoded(connection: Connection, verb: str, payload: dict[str, object], *, kind: str) -> Row:
    if verb in ("merge", "split"):
        return {**payload, "with": _ids(connection, payload["with"])}
    if verb == "correct":
        name, value = str(payload["field"]), cast(FieldValue, payload["value"])
        _check_correction(kind, name, value)
        return {**payload, "value": codec.encode_value(value)}
    return payload


def _check_correction(kind: str, name: str, value: FieldValue) -> None:
    if name == "date":
        if value is not None and not isinstance(value, When):
            raise LedgerError(f"a date is corrected to a When, not to {value!r}")
    elif name == "modality":
        if value not in MODALITIES:
            raise LedgerError(f"{value!r} is no modality; they are {', '.join(MODALITIES)}")
    else:
        check_fields(kind, {name: value})
