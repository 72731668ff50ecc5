from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.exporting import ENDINGS, export
from legation.cli.filtering import Filters
from legation.errors import UsageError
from legation.keep import read
from legation.ledger import Ledger


def test_every_form_is_written(capsys: pytest.CaptureFixture[str], held: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"out{ending}" for ending in ENDINGS if ending != ".parquet"]
    assert export(held, paths, as_of=None, filters=Filters(), confidential=False) == 0
    assert all(path.stat().st_size for path in paths)
    told = capsys.readouterr().err
    assert "2 sources" in told


def test_unknown_form_writes_nothing(held: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.csv"):
        export(
            held, [tmp_path / "a.csv", tmp_path / "a.doc"], as_of=None, filters=Filters(), confidential=False
        )
    assert not (tmp_path / "a.csv").exists()


def test_confidential_stays_out_unless_asked_for(papers: Path, tmp_path: Path) -> None:
    target, path = tmp_path / "mine.ledger", tmp_path / "out.jsonl"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
        secret = ledger.view().records("visit", with_="GHA")[0]
        ledger.judge("confidential", secret.id, by="Ada")

    def written(*, confidential: bool) -> set[str]:
        export(str(target), [path], as_of=None, filters=Filters(), confidential=confidential)
        return {json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()}

    assert secret.id not in written(confidential=False)
    assert secret.id in written(confidential=True)


def test_a_ledger_is_never_written_over(held: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_bytes(Path(held).read_bytes())
    with pytest.raises(UsageError, match="would be lost"):
        export(held, [mine], as_of=None, filters=Filters(), confidential=False)
    assert mine.read_bytes().startswith(b"SQLite")


def test_parquet_is_written_or_what_to_install_is_told(held: str, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="Parquet is written by DuckDB, of the extra foresight")
    assert export(held, [tmp_path / "out.parquet"], as_of=None, filters=Filters(), confidential=False) == 0
    assert (tmp_path / "out.records.parquet").stat().st_size
    assert (tmp_path / "out.codebook.csv").read_text(encoding="utf-8").startswith("table,column")
