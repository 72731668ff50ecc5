from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legation.documents import Document, Unreadable, count, load
from legation.values.when import When

if TYPE_CHECKING:
    from .conftest import LoadBad, LoadOne, MakePdf


def names(source: str | Path) -> list[str]:
    return [found.name for found in load(source)]


@pytest.fixture
def folder(tmp_path: Path, prose: str) -> Path:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "desk.ledger", "~$a.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(prose, encoding="utf-8")
    return tmp_path


def test_load_reads_a_folder_in_order_and_skips_what_is_hidden(folder: Path) -> None:
    assert names(folder) == ["a", "b", "c"]
    assert count([folder, folder / "a.md"]) == 4


def test_load_reads_files_and_patterns(folder: Path) -> None:
    assert names(folder / "b.txt") == ["b"]
    assert names(str(folder / "*.txt")) == ["b"]
    assert names(str(folder / "**" / "*.txt")) == ["b", "c"]
    assert names(folder / ".hidden.txt") == [".hidden"]


@pytest.mark.parametrize("name", ["nothing.txt", "nothing-*.txt", "a\x00b", "x" * 5000])
def test_load_of_what_is_not_there_is_an_entry(tmp_path: Path, name: str) -> None:
    (found,) = load(tmp_path / name)
    assert isinstance(found, Unreadable)
    assert found.reason == "not_found"
    assert name.replace("\x00", "\ufffd") in found.message


def test_load_takes_a_file_whose_name_looks_like_a_pattern(tmp_path: Path, prose: str) -> None:
    (tmp_path / "visit [draft].txt").write_text(prose, encoding="utf-8")
    assert names(tmp_path / "visit [draft].txt") == ["visit [draft]"]


def test_load_goes_on_after_each_bad_document(
    folder: Path, scanned_pdf: bytes, locked_pdf: bytes, make_pdf: MakePdf, prose: str
) -> None:
    bad = {
        "1.txt": (b"", "empty"),
        "2.txt": (b" \r\n\t", "empty"),
        "3.txt": (bytes(range(256)) * 9, "binary"),
        "4.jpg": (b"\xff\xd8\xff\xe0JFIF", "binary"),
        "5.pdf": (scanned_pdf, "no_text"),
        "6.pdf": (locked_pdf, "encrypted"),
        "7.pdf": (make_pdf([prose])[:400], "broken"),
        "8.csv": (b"a,b\n1,2\n", "unsupported"),
        "9.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported"),
    }
    for name, (content, _) in bad.items():
        (folder / name).write_bytes(content)
    found = list(load(folder))
    reasons = [one.reason for one in found if isinstance(one, Unreadable)]
    assert reasons == [reason for _, reason in bad.values()]
    assert [one.name for one in found if isinstance(one, Document)] == ["a", "b", "c"]
    for one in found:
        assert isinstance(one, Document) or one.address in one.message


def test_load_does_not_read_a_file_over_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    begun = time.monotonic()
    (found,) = load(tmp_path)
    assert isinstance(found, Unreadable)
    assert found.reason == "too_large"
    assert time.monotonic() - begun < 0.5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of POSIX")
def test_load_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = load(tmp_path)
    assert isinstance(found, Unreadable)
    assert found.reason == "unsupported"


def test_load_makes_an_entry_of_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (found,) = load(tmp_path)
    assert isinstance(found, Unreadable)
    assert found.reason == "not_found"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_load_makes_an_entry_of_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "a.md").chmod(0)
    found = list(load(folder))
    assert [one.reason for one in found if isinstance(one, Unreadable)] == ["no_permission"]


def test_load_keeps_bytes_and_their_hash(load_one: LoadOne, prose: str) -> None:
    document = load_one(prose)
    assert document.content == prose.encode()
    assert document.id == hashlib.sha256(document.content).hexdigest()
    assert document.read_at.utcoffset() is not None


def test_load_never_dates_a_document_by_its_file(tmp_path: Path, prose: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(prose, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (document,) = load(path)
    assert isinstance(document, Document)
    assert document.published is None


def test_load_passes_over_its_own_briefs_in_folders(folder: Path, prose: str) -> None:
    page = (
        f'<html><head><meta name="generator" content="Legation 0.1"></head><body><p>{prose}</p></body></html>'
    )
    (folder / "brief.html").write_text(page, encoding="utf-8")
    assert names(folder) == ["a", "b", "c"]
    (named,) = load(folder / "brief.html")
    assert isinstance(named, Unreadable)
    assert named.reason == "unsupported"


def test_load_refuses_other_schemes() -> None:
    (found,) = load("ftp://a.example/b.txt")
    assert isinstance(found, Unreadable)
    assert found.reason == "unsupported"


def test_load_says_what_locked_office_files_are(load_bad: LoadBad) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    assert load_bad(locked, "a.docx").reason == "encrypted"


def documents_of(kind: str) -> Path:
    return Path(__file__).resolve().parents[3] / "shared" / "docs" / kind


@pytest.mark.parametrize("kind", ["seeds", "dev"])
def test_load_reads_every_document_of_the_shared_sets(kind: str) -> None:
    if not documents_of(kind).is_dir():
        pytest.skip("the shared documents are not here")
    found = list(load(documents_of(kind)))
    assert all(isinstance(one, Document) and one.language == "en" and one.parts for one in found)


def test_load_dates_the_seeds_that_bear_a_stamp() -> None:
    if not documents_of("seeds").is_dir():
        pytest.skip("the shared documents are not here")
    published = {one.name: one.published for one in load(documents_of("seeds")) if isinstance(one, Document)}
    assert published["003"] == When.parse("2025-01-22")
    assert published["004"] == When.parse("2026-02-08")


def test_empty_path_is_not_the_current_folder() -> None:
    (entry,) = load(" ")

    assert isinstance(entry, Unreadable)
    assert entry.reason == "not_found"
