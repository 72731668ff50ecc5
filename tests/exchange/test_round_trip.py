"""What was written as a table comes back the same: a property over generated records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.documents import Document, LoadSettings, Source
from legation.documents.document import Part
from legation.exchange.intake.guess import Wishes, guess
from legation.exchange.intake.take import record, take
from legation.exchange.sheets.find import Workbook, open_tables
from legation.exchange.sheets.xlsx_sheet import unescaped
from legation.exchange.tables import csv_of, joined, parted, plain, safe
from legation.exchange.workbook import escaped, xlsx_of
from legation.ledger import Ledger, View
from legation.records import KINDS, MODALITIES, Field, FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n;'\\=|,"), min_size=1, max_size=12
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = st.sampled_from(["VNM", "KOR", "PER", "EU", "ASEAN", "Qwzx Holding", "Bureau; of Things", "=Xyzzy"])
WHENS = st.sampled_from(
    "2025 2025-03 2025-03-12 2025-03-12/2025-03-14 2025/.. ../2024 202X 2024~".split()
).map(When)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**15)
BY_TYPE: dict[str, st.SearchStrategy[FieldValue]] = {
    "actor": NAMES,
    "actors": st.lists(NAMES, unique=True, max_size=3).map(tuple),
    "person": WORDS,
    "people": st.lists(WORDS, unique=True, max_size=2).map(tuple),
    "text": WORDS,
    "number": NUMBERS,
    "when": WHENS,
}
TEXT = "".join(f"{number:03} says something.\n" for number in range(40))


def value_of(spec: Field) -> st.SearchStrategy[FieldValue]:
    if spec.type == "label":
        held: st.SearchStrategy[FieldValue] = st.sampled_from(spec.labels) if spec.labels else WORDS
    else:
        held = BY_TYPE[spec.type]
    return held if spec.type in ("actors", "people") else st.none() | held


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    found = []
    for number in range(draw(st.integers(1, 8))):
        kind = KINDS[draw(st.sampled_from(list(KINDS)))]
        fields = {spec.name: draw(value_of(spec)) for spec in kind.fields}
        quote = Passage("0" * 64, number * 20, number * 20 + 19)
        when, modality = draw(st.none() | WHENS), draw(st.sampled_from(MODALITIES))
        found.append(Statement(kind.name, quote, fields, modality, when, finder="test.v1"))
    return found


@dataclass(frozen=True, slots=True)
class Form:
    ending: str
    write: Callable[[View], bytes]


FORMS = [
    Form("csv", lambda view: ("\ufeff" + csv_of(view, view.records())).encode()),
    Form("xlsx", lambda view: xlsx_of(view, view.records())),
]


def told(view: View) -> Counter[Hashable]:
    return Counter((r.kind, tuple(r.fields.items()), r.date, r.modality) for r in view.records())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=statements())
def test_records_come_back_the_same(form: Form, found: list[Statement]) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    document = Document("0" * 64, "a", "a.txt", "text/plain", b"a", TEXT, (Part("body", 0, len(TEXT)),), now)
    with Ledger.open(":memory:") as first, Ledger.open(":memory:") as second, TemporaryDirectory() as folder:
        first.add(document, found, reader="test")
        path = Path(folder) / f"out.{form.ending}"
        path.write_bytes(form.write(first.view()))
        book = open_tables(Source(str(path)), LoadSettings())
        assert isinstance(book, Workbook)
        back = take(book, [guess(s, "out", Wishes()) for s in book.sheets], settings=LoadSettings())
        assert back.problems == ()
        record(second, back)
        assert told(second.view()) == told(first.view())


@given(ANY_TEXT)
def test_no_cell_is_a_formula_and_none_is_changed(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain(safe(text)) == text


@given(st.lists(st.text(min_size=1)))
def test_several_values_of_a_cell_come_apart_again(values: list[str]) -> None:
    assert parted(joined(values)) == values


@given(ANY_TEXT)
def test_what_a_workbook_cannot_hold_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_codebook_tells_every_column_of_every_sheet(view: View, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(xlsx_of(view, view.records()))
    book = open_tables(Source(str(path)), LoadSettings())
    assert isinstance(book, Workbook)
    *sheets, codebook = book.sheets
    rows = [[cell.text for cell in row.cells] for row in codebook.rows]
    assert [(s.name, heading) for s in sheets for heading in s.headings] == [(row[0], row[1]) for row in rows]
    assert all(row[2] and row[4] for row in rows)
    assert guess(codebook, "out", Wishes()).form == "a codebook"
