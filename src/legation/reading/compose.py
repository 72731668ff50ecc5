"""From findings to statements: clean fields, passages, and one statement for one thing said twice.

Rule 2 of the annotation guide: one thing said twice in one document is one statement; the fuller one is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from legation.reading.confidence import LEAST, confidence_of
from legation.reading.evidence import passage, passages_of
from legation.reading.found import Found
from legation.reading.polarity import polar
from legation.reading.saying import says_of
from legation.reading.tenses import timely
from legation.records import KINDS, FieldValue, Statement

Judge = Callable[[Found, Mapping[str, FieldValue]], float]
"""Says how likely a finding with its cleaned fields is right."""


def compose(findings: Iterable[tuple[str, Found]], *, judge: Judge = confidence_of) -> list[Statement]:
    """Statements of one document from what its finders found.

    Args:
        findings: The finder's name and the finding.
        judge: Says how likely each is right; training puts its own here.

    Returns:
        Statements in the order of their quotes, no two of them the same thing, each likely enough to be told.
    """
    best: dict[tuple[object, ...], Statement] = {}
    for finder, first in findings:
        found = polar(first)
        if found is None:
            continue
        statement = _statement(finder, timely(found), judge)
        if statement.confidence < LEAST:
            continue
        key = _sameness(statement)
        if key not in best or _fuller(statement, best[key]):
            best[key] = statement
    return sorted(best.values(), key=lambda s: (s.quote.start, s.quote.end, list(KINDS).index(s.kind)))


def _statement(finder: str, found: Found, judge: Judge) -> Statement:
    values = _cleaned(found)
    sentence = found.sentence
    return Statement(
        kind=found.kind,
        quote=passage(sentence.text, sentence.parsed, found.start, found.end),
        fields=values,
        modality=found.modality,
        date=found.date,
        says=says_of(sentence, found.start),
        passages=passages_of(found, values),
        finder=finder,
        confidence=judge(found, values),
    )


def _cleaned(found: Found) -> dict[str, FieldValue]:
    values: dict[str, FieldValue] = {}
    for name, value in found.fields.items():
        if isinstance(value, tuple):
            value = tuple(dict.fromkeys(v for v in value if v))
        elif isinstance(value, str):
            value = " ".join(value.split()).strip(" ,;:") or None
        elif isinstance(value, int):
            value = Decimal(value)
        values[name] = value
    return values


def _sameness(statement: Statement) -> tuple[object, ...]:
    """What makes two statements of one document one: kind, identity, and where it matters the date."""
    parts: list[object] = [statement.kind]
    for value in statement.identity:
        if isinstance(value, tuple):
            parts.append(tuple(sorted(value)))
        else:
            parts.append(value.lower() if isinstance(value, str) else value)
    if statement.kind in ("visit", "contact"):
        parts += [statement.date, statement.fields.get("visitors") or statement.fields.get("persons")]
    if statement.kind == "figure":
        parts += [statement.fields["unit"], statement.fields["period"], statement.fields["indicator"]]
    if statement.kind == "appointment" and statement.date and statement.fields["action"] != "holds":
        parts += [
            statement.fields["action"],
            statement.date,
        ]  # appointed, in office, gone: steps of one career
    if statement.kind in ("agreement", "relation", "membership"):
        parts += [statement.fields["action"], statement.fields.get("count")]
    if statement.kind in ("relation", "event"):
        parts.append(statement.date)  # ties are severed and restored more than once, and blame is laid again
    return tuple(parts)


def _fuller(new: Statement, old: Statement) -> bool:
    def weight(s: Statement) -> tuple[int, bool, bool, float]:
        said = sum(v not in (None, ()) for v in s.fields.values())
        return said, s.date is not None, s.modality == "actual", s.confidence

    return weight(new) > weight(old)
