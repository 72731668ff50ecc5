"""Figures in tables: each number with its row's label, its column's year, and the unit that either gives.

A row that begins with an actor is that actor's ("| Germany | 18,200 |" under "Trade, million USD"); any other row's label
is what is measured, of whom the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.errors import DateError
from legation.reading.context import is_state
from legation.reading.found import Found
from legation.reading.text import ParsedBlock, Sentence, Text
from legation.records import FieldValue
from legation.values.amounts import find_quantities
from legation.values.quantity import Quantity
from legation.values.when import When

_NUMBER: Final = re.compile(r"[-–+]?\d[\d,. ]*\d|\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_SCALES: Final = {
    "bn": "billion",
    "billions": "billion",
    "mn": "million",
    "m": "million",
    "millions": "million",
    "tn": "trillion",
}
_UNIT: Final = re.compile(
    r"\b(?P<scale>billion|million|thousand|trillion|bn|mn|tn|m)?s?\.?\s*(?:of\s+)?"
    r"(?P<money>US\$|USD|EUR|GBP|JPY|[A-Z]{3}|US dollars|dollars|euros)"
    r"(?:\s*(?P<after>billion|million|thousand|trillion|bn|mn|tn|m)\b)?"
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a row: its words, and its characters in the block."""

    words: str
    start: int
    end: int


def tabled(text: Text) -> Iterator[Found]:
    """The figures of a text's tables, in order."""
    head: ParsedBlock | None = None
    for parsed, sentence in _rows(text):
        cells = _cells(parsed.block.text)
        if head is None or not any(_NUMBER.fullmatch(c.words) for c in cells[1:]):
            head = parsed
            continue
        yield from _row(sentence, _cells(head.block.text), cells)


def _rows(text: Text) -> Iterator[tuple[ParsedBlock, Sentence]]:
    first = {s.number: s for s in reversed(text.sentences)}
    for number, parsed in enumerate(text.blocks):
        if parsed.block.kind == "row" and number in first:
            yield parsed, first[number]


def _cells(row: str) -> list[_Cell]:
    found = []
    for match in re.finditer(r"[^|]+", row):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            found.append(_Cell(words, start, start + len(words)))
    return found


def _row(sentence: Sentence, head: list[_Cell], cells: list[_Cell]) -> Iterator[Found]:
    label = cells[0]
    for column, cell in zip(head[1:], cells[1:], strict=False):
        quantity = _quantity(cell, f"{label.words} {column.words}")
        span = sentence.doc.char_span(cell.start, cell.end)
        if quantity is None or span is None:
            continue
        subject, indicator = _measured(sentence, label, column)
        if not subject or not indicator:
            continue
        period = _period(column.words)
        fields: dict[str, FieldValue] = {
            "subject": subject,
            "indicator": indicator,
            "value": quantity.value,
            "unit": quantity.unit,
            "period": period,
            "bound": quantity.bound,
        }
        yield Found(
            "figure",
            sentence,
            span.start,
            span.end,
            fields,
            date=period,
            spots={"value": (span.start, span.end)},
            evidence=("unit:table", "subject:table", "indicator:table"),
            weight=0.6,
        )


def _quantity(cell: _Cell, units: str) -> Quantity | None:
    """The number of a cell, with the unit that it, its row or its column gives; none without a unit."""
    if not _NUMBER.fullmatch(cell.words):
        found = find_quantities(cell.words)
        return found[0].quantity if len(found) == 1 and found[0].quantity.unit != "count" else None
    if _YEAR.fullmatch(cell.words) or (words := _unit(units)) is None:
        return None
    found = find_quantities(f"{cell.words} {words}")
    return found[0].quantity if found else None


def _unit(words: str) -> str | None:
    """The unit in a label: "(USD bn)", "million USD", "%", written as after a number."""
    if "%" in words or "per cent" in words or "percent" in words.lower():
        return "percent"
    match = _UNIT.search(words)
    if match is None:
        return None
    scale = match["scale"] or match["after"] or ""
    money = "USD" if match["money"] in ("US$", "US dollars", "dollars") else match["money"]
    return f"{_SCALES.get(scale, scale)} {money}".strip()


def _measured(sentence: Sentence, label: _Cell, column: _Cell) -> tuple[tuple[str, ...], str]:
    """Whose a number is, and of what."""
    context = sentence.text.context
    row = [m for m in sentence.mentions if sentence.doc[m.start].idx < label.end and m.actors]
    if len(row) == 1 and is_state(row[0].actors[0]):
        other = (context.home,) if context.home and context.home not in row[0].actors else ()
        return (*other, row[0].actors[0]), _plain(column.words)
    pair = context.between or context.pair
    subject = pair if len(pair) == 2 else (context.home,) if context.home else ()
    return subject, _plain(label.words)


def _plain(words: str) -> str:
    """A label without its unit and year."""
    return re.sub(
        r"\s*\([^)]*\)|,?\s*\b(?:million|billion|USD|EUR|US\$|bn|mn)\b|%|\b(?:19|20)\d\d\b", "", words
    ).strip(" ,:")


def _period(words: str) -> When | None:
    match = re.search(r"\b(?:19|20)\d\d\b", words)
    try:
        return When.parse(match.group()) if match else None
    except DateError:
        return None
