"""Two records that do not agree, told as a conflict, an update or a scope."""

from __future__ import annotations

from legation.ledger.record import Conflict, ConflictType, Record, Variant


def between(
    type_: ConflictType, field: str, pair: tuple[Record, Record], note: str, *, settles: str = ""
) -> Conflict:
    """What is told of two records; an update lists the current value last.

    Args:
        type_: Which of the three it is.
        field: The field whose values are shown.
        pair: The records.
        note: A sentence for people.
        settles: What would settle it, if that goes without saying nowhere else.
    """
    return Conflict(
        type=type_,
        kind=pair[0].kind,
        field=field,
        records=tuple(sorted(record.id for record in pair)),
        values=tuple(_value(record, field) for record in pair),
        note=note,
        settles=settles,
    )


def _value(record: Record, field: str) -> Variant:
    variants = record.variants.get(field)
    if variants:
        return variants[0]
    value = record.date if field == "date" else record.fields[field]
    return Variant(value, tuple(sorted(s.id for s in record.statements)), len(record.documents()))
