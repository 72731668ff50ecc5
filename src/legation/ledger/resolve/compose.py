"""One record from the statements that speak of it.

Laws held here: every value that any statement gives is kept as a variant with who gives it; a statement that
only describes a tier never dates it; planned turns to held only by a statement that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.ledger.record import Link, Record, StoredStatement, Variant
from legation.ledger.resolve.disagree import conflicts_within
from legation.ledger.resolve.prefer import Telling, variants_of
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.stages import stages_of, status_of
from legation.ledger.resolve.steps import cautious
from legation.ledger.resolve.words import content_words, fold
from legation.records import KINDS, MODALITIES, TIERS, FieldType, FieldValue
from legation.values.when import When


def compose(statements: Sequence[StoredStatement], links: tuple[Link, ...], sources: Sources) -> Record:
    """The record of statements that speak of one thing.

    Args:
        statements: The statements, at least one, all of one kind.
        links: Why they are one.
        sources: What is known of their documents.
    """
    ordered = tuple(sorted(statements, key=lambda s: (s.document, s.quote.start, s.quote.end, s.id)))
    kind = ordered[0].kind
    variants = {
        name: variants_of(name, field_type, told, sources)
        for name, field_type in _told(kind)
        if (told := _tellings(ordered, name))
    }
    modality = min((s.modality for s in ordered), key=_modality_rank)
    stages = stages_of(ordered)
    fields = {spec.name: _first(variants, spec.name, spec.type) for spec in KINDS[kind].fields}
    record = Record(
        id=f"r{min(s.id for s in ordered)}",
        kind=kind,
        fields=fields,
        modality=modality,
        status=cautious(kind, stages, status_of(stages, modality), {s.id: s.document for s in ordered}),
        date=_date(kind, variants),
        statements=ordered,
        variants=variants,
        stages=stages,
        links=links,
        series=_series(kind, fields),
        accepted=any(s.accepted for s in ordered),
    )
    return replace(record, conflicts=conflicts_within(record)) if len(ordered) > 1 else record


def _told(kind: str) -> Iterator[tuple[str, FieldType]]:
    """The fields of a kind, and ``date`` and ``modality``, which all kinds have."""
    yield from ((spec.name, spec.type) for spec in KINDS[kind].fields)
    yield "date", "when"
    yield "modality", "label"


def _tellings(statements: Sequence[StoredStatement], name: str) -> list[Telling]:
    """Who gives which value to a field, those left out who give none."""
    if name == "date":
        return [Telling(s, s.date) for s in _dating(statements) if s.date is not None]
    if name == "modality":
        return [Telling(s, s.modality) for s in statements]
    return [Telling(s, s.fields[name]) for s in statements if s.fields[name] not in (None, ())]


def _dating(statements: Sequence[StoredStatement]) -> Sequence[StoredStatement]:
    """The statements that date the record: those that only describe do so where nothing else does."""
    if statements[0].kind != "relation":
        return statements
    return [s for s in statements if s.fields["action"] not in ("described", None)] or statements


def _first(variants: dict[str, tuple[Variant, ...]], name: str, field_type: FieldType) -> FieldValue:
    if name in variants:
        return variants[name][0].value
    return () if field_type in ("actors", "people") else None


def _date(kind: str, variants: dict[str, tuple[Variant, ...]]) -> When | None:
    name = "period" if kind == "figure" and "period" in variants else "date"
    value = variants[name][0].value if name in variants else None
    return value if isinstance(value, When) else None


def _modality_rank(modality: str) -> int:
    return MODALITIES.index(modality)


def _series(kind: str, fields: dict[str, FieldValue]) -> str | None:
    """The key that values of one indicator, or counts of partners of one tier, share over time."""
    if kind == "figure" and fields["indicator"]:
        words = " ".join(sorted(content_words(str(fields["indicator"]))))
        return f"figure|{_joined(fields['subject'])}|{words}|{fields['unit'] or ''}"
    if kind == "relation" and fields["count"] is not None:
        tier = fields["tier"] if fields["tier"] in TIERS else "any"
        return f"relation|{_joined(fields['parties'])}|{tier}|count"
    return None


def _joined(value: FieldValue) -> str:
    return ",".join(sorted(fold(item) for item in value)) if isinstance(value, tuple) else str(value or "")
