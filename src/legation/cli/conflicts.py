"""What does not agree, as `legation show conflicts` and every JSON form have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.cli.printing import out, print_json, print_table
from legation.ledger import View
from legation.ledger.record import Conflict, Variant
from legation.ledger.telling import actor_name, plain
from legation.values.passage import Passage


def show_conflicts(view: View, found: Sequence[Conflict], *, as_json: bool) -> None:
    """Print what does not agree: whom it is about, which values, and what would settle it."""
    if as_json:
        print_json([conflict_row(view, c) for c in found])
        return
    if not found:
        out.print("No conflict, update or scope was found.", markup=False)
        return
    rows = (
        (c.type, c.kind, ", ".join(map(actor_name, _parties(view, c))), c.field, _values(c.values), _note(c))
        for c in found
    )
    title = f"Conflicts, updates and scopes: {len(found)}"
    print_table(title, ("type", "kind", "parties", "field", "values", "note"), rows)


def conflict_row(view: View, conflict: Conflict) -> dict[str, Any]:
    """A conflict as JSON has it."""
    return {
        "type": conflict.type,
        "kind": conflict.kind,
        "parties": _parties(view, conflict),
        "field": conflict.field,
        "records": list(conflict.records),
        "values": [variant_row(v) for v in conflict.values],
        "note": conflict.note,
        "settles": conflict.settles,
        "passages": [_passage_row(view, p) for p in _passages(view, conflict)],
    }


def variant_row(variant: Variant) -> dict[str, Any]:
    """One value with who gives it, as JSON has it."""
    return {
        "value": plain(variant.value),
        "documents": variant.documents,
        "statements": list(variant.statements),
    }


def _parties(view: View, conflict: Conflict) -> list[str]:
    """Whom it is about."""
    return sorted({actor for key in conflict.records for actor in view.record(key).actors()})


def _passages(view: View, conflict: Conflict) -> list[Passage]:
    """The passages that give its values, and those on which it stands besides."""
    given = [view.statement(i) for variant in conflict.values for i in variant.statements]
    own = [s.passages_of(conflict.field)[0] for s in given]
    return list(dict.fromkeys((*own, *conflict.passages)))


def _passage_row(view: View, passage: Passage) -> dict[str, Any]:
    return {
        "document": view.document(passage.document).name,
        "start": passage.start,
        "end": passage.end,
        "words": view.passage_text(passage),
    }


def _values(values: Sequence[Variant]) -> str:
    return " | ".join(f"{_word(plain(v.value))} ({v.documents})" for v in values)


def _word(value: object) -> object:
    """A label as people write it."""
    return value.replace("_", " ") if isinstance(value, str) else value


def _note(conflict: Conflict) -> str:
    return f"{conflict.note}; to settle it: {conflict.settles}" if conflict.settles else conflict.note
