from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from legation.documents import Document
from legation.exchange.citations import bibtex_of, csl_of, ris_of, title_of
from legation.ledger import Ledger, View

AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_csl_dates_are_as_fine_as_the_source(view: View) -> None:
    items = {item["title"]: item for item in json.loads(csl_of(view, view.documents()))}
    assert items["What comes"]["issued"] == {"date-parts": [[2025, 6]]}
    assert len(items) == 2
    assert all(
        set(item) <= {"id", "type", "title", "publisher", "language", "URL", "issued", "accessed"}
        for item in items.values()
    )


def test_bibtex_escapes_what_tex_would_take(view: View) -> None:
    text = bibtex_of(view, view.documents())
    assert r"Kenya \& Peru: 50\% done\_" in text
    assert text.count("{") == text.count("}")
    assert text.count("@") == 2


def test_ris_has_one_record_a_document(view: View) -> None:
    text = ris_of(view, view.documents())
    assert text.count("TY  - ") == text.count("ER  - ") == 2
    assert "DA  - 2025/03/14" in text


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("001", None, "Norway and Kenya meet"),
        ("001", "001", "Norway and Kenya meet"),
        ("012-visit_to-oslo", None, "visit_to-oslo"),
        ("note", "2025 in words", "2025 in words"),
        ("2025", None, "Norway and Kenya meet"),
    ],
)
def test_number_in_front_of_a_file_is_no_title(name: str, title: str | None, told: str) -> None:
    text = "003\n\nNorway and Kenya meet\n\nThe ministers met on Monday."
    content = text.encode()
    document = Document("0" * 64, name, f"/{name}.txt", "text/plain", content, text, (), AT, title=title)
    with Ledger.open(":memory:") as ledger:
        ledger.add(document, [], reader="test")
        view = ledger.view()
        assert title_of(view, view.documents()[0]) == told
