"""One thing told the wrong way round: day and month swapped, or who charges whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from itertools import combinations

from legation.ledger.record import Conflict, Record
from legation.ledger.resolve.dates import gap
from legation.ledger.resolve.pair import between
from legation.ledger.resolve.series import ONE_OCCASION_DAYS
from legation.ledger.resolve.sources import Sources
from legation.ledger.resolve.words import alike, content_words, fold, people_met


def swap_key(record: Record) -> Hashable:
    """Traveller's state and hosts, or participants, of what is dated to a day."""
    if record.kind not in ("visit", "contact") or record.date is None or record.date.precision != "day":
        return None
    if record.kind == "visit":
        return "visit", record.fields["from"], record.fields["to"]
    return "contact", _sorted(record.fields["participants"]), record.fields["mode"]


def judge_swap(group: Sequence[Record], _: Sources) -> Iterator[Conflict]:
    """Two days on which one person is told to have been there, of which one is the other with day and month swapped."""
    for first, second in combinations(group, 2):
        a, b = _day(first), _day(second)
        if a is None or b is None or a == b or (a.year, a.month, a.day) != (b.year, b.day, b.month):
            continue
        who = "visitors" if first.kind == "visit" else "persons"
        if people_met(_names(first.fields[who]), _names(second.fields[who])):
            note = f"{a.isoformat()} by one account, {b.isoformat()} by another: day and month may be swapped"
            settles = "a source that writes the month as a word"
            yield between("conflict", "date", (first, second), note, settles=settles)


def _day(record: Record) -> date | None:
    return record.date.first if record.date is not None else None


def way_key(record: Record) -> Hashable:
    """A pair and a number, of figures about two and promises of one to another."""
    fields = record.fields
    if record.kind == "figure" and isinstance(fields["subject"], tuple) and len(fields["subject"]) == 2:
        return record.kind, _sorted(fields["subject"]), fields["value"], fields["unit"]
    if record.kind == "commitment" and fields["value"] is not None and fields["by"] and fields["to"]:
        return (
            record.kind,
            _sorted((*_names(fields["by"]), *_names(fields["to"]))),
            fields["value"],
            fields["unit"],
        )
    return None


def judge_way(group: Sequence[Record], sources: Sources) -> Iterator[Conflict]:
    """One number told of both directions by two sources; a source that tells both means both."""
    field, phrase = ("subject", "indicator") if group[0].kind == "figure" else ("by", "what")
    for first, second in combinations(group, 2):
        a, b = (content_words(str(record.fields[phrase] or "")) for record in (first, second))
        turned = _names(first.fields[field]) != _names(second.fields[field])
        if not turned or first.documents() & second.documents() or not alike(a, b, share=0.4):
            continue
        if _at_once(first, second, sources):
            note = f"{_way(first)} by one account, {_way(second)} by another: the direction is not the same"
            settles = "the text of the measure, which names who charges and whose goods"
            yield between("conflict", field, (first, second), note, settles=settles)


def _at_once(first: Record, second: Record, sources: Sources) -> bool:
    whens = [record.date or sources.first_told(record) for record in (first, second)]
    return gap(*whens) <= ONE_OCCASION_DAYS


def _way(record: Record) -> str:
    if record.kind == "figure":
        return f"{fold(str(record.fields['indicator']))} ({' to '.join(_names(record.fields['subject']))})"
    return f"{' and '.join(_names(record.fields['by']))} to {' and '.join(_names(record.fields['to']))}"


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _sorted(value: object) -> tuple[str, ...]:
    return tuple(sorted(_names(value)))
