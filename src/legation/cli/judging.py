"""`legation judge`: what a person decides about a record or statement; and `show judgements`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from legation.cli.printing import out, print_json, tell
from legation.errors import UnknownActor, UnknownEntry, UsageError
from legation.ledger import Ledger, View
from legation.ledger.judging import field_type
from legation.ledger.record import Judgement, Verb
from legation.ledger.telling import line_of
from legation.records import FieldType, FieldValue
from legation.values.when import When

_LEAST_PREFIX: Final = 6
"""Digits of an id that a person must give at least."""
_OF_THE_WHOLE: Final = frozenset({"accept", "reject", "confidential"})
"""Verbs that, said of a record, mean each of its statements."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, as written on the command line.

    Attributes:
        verb: What is decided.
        target: Id of a record, statement or (to undo) judgement, or its first digits.
        by: Who decides.
        why: Why.
        field: The field to correct.
        value: Its right value; several are parted by ``;``. Empty takes the value away.
        others: Ids of the records to merge with, or to split from.
        to: Whom it is assigned to.
        text: The comment.
    """

    verb: Verb
    target: str
    by: str
    why: str = ""
    field: str | None = None
    value: str | None = None
    others: tuple[str, ...] = ()
    to: str | None = None
    text: str | None = None


def judge(target: str, decision: Decision, *, as_json: bool) -> int:
    """Record a decision and print what the record says now.

    Returns:
        The exit code.
    """
    with Ledger.open(target, create=False) as ledger:
        view = ledger.view()
        targets = _targets(view, decision)
        payload = _payload(view, decision, targets[0])
        made = [
            ledger.judge(decision.verb, one, by=decision.by, why=decision.why, payload=payload)
            for one in targets
        ]
        about = next((j.target for j in view.judgements() if j.id == targets[0]), targets[0])
        now = ledger.view()
        line = _line(now, about)
        against = [h for h in now.held() if h.is_contested and h.statement.id == about]
    if as_json:
        contested = [{"aspect": held.aspect, "by": dict(held.by)} for held in against]
        print_json({"judgements": [judgement_row(one) for one in made], "now": line, "contested": contested})
        return 0
    for one in made:
        out.print(f"{one.id}  {one.verb} by {one.by}", markup=False)
    out.print(f"now: {line}" if line else "now: it no longer stands", markup=False)
    for held in against:
        said = "; ".join(f"{person}: {value}" for person, value in held.by.items())
        tell(f"persons do not agree on its {held.aspect} ({said}); all is kept, and the latest counts")
    return 0


def _targets(view: View, decision: Decision) -> list[str]:
    """Whom the decision is about: a statement, a judgement to undo, or all that a record stands on."""
    if decision.verb == "undo":
        return [_judgement_id(view, decision.target)]
    if decision.verb in _OF_THE_WHOLE:
        return statement_ids(view, decision.target)
    return [_id(view, decision.target)]


def statement_ids(view: View, target: str) -> list[str]:
    """The statement of that id, or all of a record, given the id or its first digits.

    Raises:
        UnknownEntry: None or several begin so.
    """
    first = _id(view, target)
    try:
        return [s.id for s in view.record(first).statements] if target.startswith("r") else [first]
    except UnknownEntry:  # it was rejected, and may be accepted again
        return [first]


def judgement_row(judgement: Judgement) -> dict[str, object]:
    """A judgement as JSON has it."""
    return {
        "id": judgement.id,
        "verb": judgement.verb,
        "target": judgement.target,
        "payload": dict(judgement.payload),
        "by": judgement.by,
        "why": judgement.why,
        "recorded_at": judgement.recorded_at.isoformat(),
    }


def _payload(view: View, decision: Decision, target: str) -> dict[str, object]:
    """What the verb needs, from the options that belong to it.

    Raises:
        UsageError: An option that the verb needs is missing.
    """
    if decision.verb == "correct":
        if not decision.field or decision.value is None:
            raise UsageError("to correct, give --field and --value, such as --field date --value 2025-08-11")
        kind = view.record(target).kind
        return {
            "field": decision.field,
            "value": value_of(view, field_type(kind, decision.field), decision.value, decision.field),
        }
    if decision.verb in ("merge", "split"):
        if not decision.others:
            raise UsageError(f"to {decision.verb}, give the others with --with ID")
        others = [_id(view, other) for other in decision.others]
        if target in others:
            raise UsageError(f"to {decision.verb}, --with must name another record than {decision.target}")
        return {"with": others}
    given: Mapping[str, object] = {"assign": {"to": decision.to}, "comment": {"text": decision.text}}.get(
        decision.verb, {}
    )
    for name, value in given.items():
        if not value:
            raise UsageError(f"to {decision.verb}, give --{name}")
    return dict(given)


def value_of(view: View, kind: FieldType, text: str, name: str) -> FieldValue:
    """A field's value from what was written.

    Raises:
        AmbiguousActor: An actor's name leads to several.
        DateError: It is no date.
        UnknownActor: An actor's name leads to none.
        UsageError: It is no number.
    """
    if not text.strip():
        return None
    if kind == "when":
        return When.parse(text.strip())
    if kind == "number":
        try:
            return Decimal(text.replace(",", ""))
        except InvalidOperation as error:
            raise UsageError(f"--value {text!r}: {name} holds a number, such as 1200 or 5.5") from error
    each = [part.strip() for part in text.split(";") if part.strip()]
    if kind in ("actor", "actors"):
        each = [actor_of(view, part) for part in each]
    if kind in ("actors", "people"):
        return tuple(each)
    return each[0] if kind == "actor" else text.strip()


def actor_of(view: View, name: str) -> str:
    """An actor's id; what no register knows, such as a firm, must be known to the ledger.

    Raises:
        AmbiguousActor: Several go by the name.
        UnknownActor: Nobody does.
    """
    try:
        return view.naming.register.resolve(name).id
    except UnknownActor:
        held = {one.actor.casefold(): one.actor for one in view.actors()}
        if name.casefold() not in held:
            raise
        return held[name.casefold()]


def _id(view: View, given: str) -> str:
    """The id of a statement or record that begins as given.

    Raises:
        UnknownEntry: None or several do.
    """
    wanted = given.removeprefix("r")
    return _only(given, list(view.beginning(wanted)) if len(wanted) >= _LEAST_PREFIX - 1 else [], "record")


def _judgement_id(view: View, given: str) -> str:
    return _only(given, [j.id for j in view.judgements() if j.id.startswith(given)], "judgement")


def _only(given: str, found: Sequence[str], what: str) -> str:
    if len(given) < _LEAST_PREFIX:
        raise UnknownEntry(f"{given!r} is too short; give {_LEAST_PREFIX} digits of the {what}'s id at least")
    if not found:
        raise UnknownEntry(f"no {what} has the id {given!r}; `legation show {what}s` lists them")
    if len(found) > 1:
        raise UnknownEntry(f"{len(found)} {what}s have ids that begin with {given!r}; give more of it")
    return found[0]


def _line(view: View, target: str) -> str | None:
    try:
        record = view.record(target)
        return f"{line_of(record)}, {record.date}" if record.date else line_of(record)
    except UnknownEntry:
        return None
