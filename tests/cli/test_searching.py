from __future__ import annotations

import json

import pytest

from legation.cli.filtering import Filters
from legation.cli.searching import search_ledger
from legation.errors import LedgerError, UsageError


def searched(asked: str, target: str, *, as_json: bool = False, **filters: object) -> int:
    wanted = Filters(**filters)  # type: ignore[arg-type]
    return search_ledger(asked, target, as_of=None, filters=wanted, most=5, as_json=as_json)


def test_search_prints_documents_with_the_place(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert searched("Kenya", held) == 0
    printed = capsys.readouterr().out
    assert "document" in printed
    assert "Kenya" in printed


def test_search_prints_json(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert searched("Kenya", held, as_json=True, kind="visit") == 0
    found = json.loads(capsys.readouterr().out)
    assert {r["kind"] for r in found["records"]} == {"visit"}
    assert any(piece["marked"] for hit in found["documents"] for piece in hit["snippet"])


def test_search_that_finds_nothing_ends_with_one(held: str) -> None:
    assert searched("zzzz", held) == 1


def test_bad_query_is_told_before_the_ledger_is_opened() -> None:
    with pytest.raises(UsageError, match="quote is not closed"):
        searched('"open', "nowhere.ledger")
    with pytest.raises(LedgerError, match="no ledger"):
        searched("word", "nowhere.ledger")
