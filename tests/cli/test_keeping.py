from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.keeping import check_ledger, copy
from legation.errors import UsageError


def test_check_tells_that_a_ledger_is_whole(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert check_ledger(held, noted=None, as_json=False) == 0
    told = capsys.readouterr().out
    assert "is whole: 3 entries" in told
    assert check_ledger(held, noted=told.split()[-1], as_json=False) == 0


def test_check_tells_that_a_noted_seal_is_gone(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert check_ledger(held, noted="0" * 64, as_json=True) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert "no entry has the noted seal" in problem["what"]


def test_backup_and_restore_give_the_same_ledger(
    capsys: pytest.CaptureFixture[str], held: str, tmp_path: Path
) -> None:
    kept, back = str(tmp_path / "kept.ledger"), str(tmp_path / "back.ledger")
    assert copy(held, kept, as_json=True) == copy(kept, back, as_json=True) == 0
    told = capsys.readouterr().out.replace("}\n{", "}\0{").split("\0")
    first, second = (json.loads(one) for one in told)
    assert (first["seal"], first["rows"]) == (second["seal"], second["rows"])


def test_seal_that_is_too_short_tells_nothing(held: str) -> None:
    with pytest.raises(UsageError, match="at least 8"):
        check_ledger(held, noted="abc", as_json=False)
