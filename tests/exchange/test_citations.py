from __future__ import annotations

import json

from legation.exchange.citations import bibtex_of, csl_of, ris_of
from legation.ledger import View


def test_csl_dates_are_as_fine_as_the_source(view: View) -> None:
    items = {item["title"]: item for item in json.loads(csl_of(view.documents()))}
    assert items["What comes"]["issued"] == {"date-parts": [[2025, 6]]}
    assert len(items) == 2
    assert all(
        set(item) <= {"id", "type", "title", "publisher", "language", "URL", "issued", "accessed"}
        for item in items.values()
    )


def test_bibtex_escapes_what_tex_would_take(view: View) -> None:
    text = bibtex_of(view.documents())
    assert r"Kenya \& Peru: 50\% done\_" in text
    assert text.count("{") == text.count("}")
    assert text.count("@") == 2


def test_ris_has_one_record_a_document(view: View) -> None:
    text = ris_of(view.documents())
    assert text.count("TY  - ") == text.count("ER  - ") == 2
    assert "DA  - 2025/03/14" in text
