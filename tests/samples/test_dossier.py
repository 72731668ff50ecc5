import csv
import doctest
import html
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from legation import samples
from legation.samples import build
from legation.values.when import When

FIRST_BYTES = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".html": b"<!DOCTYPE html>", ".eml": b"From: "}
DOCUMENTS = sorted(samples.dossier().iterdir())
FACTS = list(csv.DictReader(samples.facts().read_text(encoding="utf-8").splitlines()))
BRIEF_DAY = date(2025, 8, 10)


def source_text(name: str) -> str:
    """The words of a document, white space folded and marks of its format taken away."""
    path = samples.dossier() / name
    if path.suffix in {".pdf", ".docx"}:
        path = samples.folder() / "sources" / f"{path.stem}.txt"
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return " ".join(text.replace("**", "").split())


def listed_dates() -> dict[str, str]:
    """The date of each document as the list in the README gives it."""
    rows = re.findall(
        r"^\| `([^`/]+)` \| (\S*) \|", (samples.folder() / "README.md").read_text(encoding="utf-8"), re.M
    )
    return {name: day for name, day in rows if "." in name}


def test_dossier_has_every_format() -> None:
    kinds = {path.suffix for path in DOCUMENTS}
    assert kinds == {".txt", ".md", ".html", ".pdf", ".docx", ".eml"}
    assert len(DOCUMENTS) >= 21


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_document_begins_like_its_format(path: Path) -> None:
    assert path.read_bytes().startswith(FIRST_BYTES.get(path.suffix, b""))


@pytest.mark.parametrize(
    "path", [p for p in DOCUMENTS if p.name != build.DAMAGED], ids=lambda path: path.name
)
def test_document_is_of_readable_length(path: Path) -> None:
    assert 130 <= len(source_text(path.name).split()) <= 700


@pytest.mark.parametrize("path", [p for p in DOCUMENTS if p.suffix == ".docx"], ids=lambda path: path.name)
def test_word_document_is_a_whole_archive(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None


def test_addresses_are_examples() -> None:
    addresses = [a for p in DOCUMENTS for a in re.findall(rb"https?://[^\s\"<>)]+", p.read_bytes())]
    own = [a for a in addresses if re.match(rb"https?://([a-z]+\.)?(example\.org|schema\.org)", a)]
    binary = [a for a in addresses if a not in own]
    assert len(own) >= 30
    assert all(b"w3.org" in a or b"adobe" in a or b"purl" in a or b"openxml" in a for a in binary)


def test_readme_lists_every_document() -> None:
    assert set(listed_dates()) - {"FACTS.csv", "gold.jsonl", "build.py"} == {path.name for path in DOCUMENTS}


def test_dossier_covers_both_sides_of_the_brief() -> None:
    days = [
        date.fromisoformat(day) for name, day in listed_dates().items() if "korea" in name and day[:2] == "20"
    ]
    assert sum(day <= BRIEF_DAY for day in days) >= 8
    assert sum(day > BRIEF_DAY for day in days) >= 3


@pytest.mark.parametrize("row", FACTS, ids=lambda row: f"{row['document']}:{row['date']}")
def test_fact_has_words_date_and_source(row: dict[str, str]) -> None:
    assert " ".join(row["words"].split()) in source_text(row["document"])
    assert When.parse(row["date"]).first is not None
    assert row["source"].startswith(("https://", "http://"))


def test_every_document_has_facts() -> None:
    assert {row["document"] for row in FACTS} == {p.name for p in DOCUMENTS} - {build.DAMAGED}


def test_examples_of_the_package_run() -> None:
    assert doctest.testmod(samples).failed == 0
