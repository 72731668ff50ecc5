from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from legation.cli.reading import extract_lines, print_unreadable, read_into
from legation.keep import Kept


def read_papers(papers: Path, target: Path, *, as_json: bool = False) -> int:
    return read_into([str(papers)], str(target), processes=1, private=False, as_json=as_json)


def test_read_tells_what_became_of_documents(
    capsys: pytest.CaptureFixture[str], papers: Path, tmp_path: Path
) -> None:
    assert read_papers(papers, tmp_path / "a.ledger") == 1
    told = capsys.readouterr().out
    assert told.startswith("3 documents: 2 new, 1 unreadable\nStatements in the ledger\n")
    assert told.count("empty.txt") == 1

    assert read_papers(papers, tmp_path / "a.ledger") == 1
    assert capsys.readouterr().out.startswith("3 documents: 2 unchanged, 1 unreadable\n")


def test_read_fits_eighty_columns(capsys: pytest.CaptureFixture[str], papers: Path, tmp_path: Path) -> None:
    read_papers(papers, tmp_path / "a.ledger")

    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_read_as_json_tells_every_document(
    capsys: pytest.CaptureFixture[str], papers: Path, tmp_path: Path
) -> None:
    read_papers(papers, tmp_path / "a.ledger", as_json=True)
    told = json.loads(capsys.readouterr().out)

    assert Counter(d["outcome"] for d in told["documents"]) == {"new": 2, "unreadable": 1}
    assert [d["reason"] for d in told["documents"] if "reason" in d] == ["empty"]


def test_empty_folder_is_told_beside_others(
    capsys: pytest.CaptureFixture[str], papers: Path, tmp_path: Path
) -> None:
    void = tmp_path / "void"
    void.mkdir()
    target = str(tmp_path / "a.ledger")

    code = read_into([str(papers), str(void)], target, processes=1, private=False, as_json=False)

    assert code == 1
    assert f"legation: {void}: nothing to read there" in capsys.readouterr().err
    assert read_into([str(void)], target, processes=1, private=False, as_json=False) == 2


def test_many_unreadable_documents_do_not_flood(capsys: pytest.CaptureFixture[str]) -> None:
    failed = [
        Kept(f"d{i}", f"d{i}.pdf", "unreadable", 0, f"{i}", "broken", f"d{i}.pdf: damaged") for i in range(45)
    ]

    print_unreadable(failed)

    told = capsys.readouterr().out
    assert told.count("damaged") == 20
    assert "… and 25 more" in told


def test_extract_gives_lines_whose_offsets_quote_the_words(
    capsys: pytest.CaptureFixture[str], papers: Path
) -> None:
    assert extract_lines([str(papers)], processes=1, private=False) == 1
    told, warned = capsys.readouterr()
    found = [json.loads(line) for line in told.splitlines()]

    for row in found:
        text = (papers / f"{row['doc']}.txt").read_text(encoding="utf-8")
        start, end = row["passages"]["quote"]
        assert text[start:end] == row["quote"]
    assert {row["doc"] for row in found} == {"berg", "trade"}
    assert warned == f"legation: {papers / 'empty.txt'}: it is empty; there is nothing to read\n"


def test_extract_of_nothing_is_wrong_use(tmp_path: Path) -> None:
    assert extract_lines([str(tmp_path)], processes=1, private=False) == 2
