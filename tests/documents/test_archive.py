from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from legation.documents import Document, LoadSettings, Unreadable, load_bytes

if TYPE_CHECKING:
    from .conftest import LoadBad

MakeZip = Callable[[dict[str, bytes]], bytes]
MEGABYTE = 1024 * 1024


def test_archive_gives_its_documents_in_order(make_zip: MakeZip, prose: str) -> None:
    made = make_zip({"b/two.txt": prose.encode(), "a/one.md": prose.encode(), ".hidden": b"x"})
    found = list(load_bytes(made, address="papers.zip"))
    assert [document.name for document in found] == ["one", "two"]
    assert found[0].address == "papers.zip!a/one.md"


def test_archive_goes_on_after_a_bad_entry(make_zip: MakeZip, prose: str) -> None:
    made = make_zip({"a.txt": b"", "b.pdf": b"%PDF-1.7 cut", "c.txt": prose.encode()})
    found = list(load_bytes(made, address="papers.zip"))
    assert [one.reason if isinstance(one, Unreadable) else one.name for one in found] == [
        "empty",
        "broken",
        "c",
    ]


def test_archive_in_an_archive_is_read(make_zip: MakeZip, prose: str) -> None:
    (found,) = load_bytes(make_zip({"in.zip": make_zip({"a.txt": prose.encode()})}), address="out.zip")
    assert isinstance(found, Document)
    assert found.address == "out.zip!in.zip!a.txt"


def test_archives_too_deep_are_an_entry(make_zip: MakeZip, prose: str) -> None:
    made = make_zip({"a.txt": prose.encode()})
    for name in ("1.zip", "2.zip"):
        made = make_zip({name: made})
    (found,) = load_bytes(made, address="out.zip")
    assert isinstance(found, Unreadable)
    assert found.reason == "archive_bomb"


def test_archive_that_unfolds_too_far_is_an_entry(load_bad: LoadBad, make_zip: MakeZip) -> None:
    bomb = make_zip({"a.txt": bytes(20 * MEGABYTE)})
    assert load_bad(bomb, "a.zip").reason == "archive_bomb"
    assert (
        load_bad(bomb, "a.zip", LoadSettings(archive_ratio=10**6, archive_bytes=MEGABYTE)).reason
        == "archive_bomb"
    )


def test_archive_of_too_many_entries_is_an_entry(load_bad: LoadBad, make_zip: MakeZip) -> None:
    made = make_zip({f"{n}.txt": b"x" for n in range(12)})
    assert load_bad(made, "a.zip", LoadSettings(archive_entries=10)).reason == "archive_bomb"


def test_archives_inside_one_another_share_one_limit(make_zip: MakeZip) -> None:
    inner = {f"{n}.zip": make_zip({f"{m}.txt": b"short" for m in range(4)}) for n in range(4)}
    found = list(load_bytes(make_zip(inner), address="a.zip", settings=LoadSettings(archive_entries=15)))
    assert [one.reason for one in found if isinstance(one, Unreadable)] == ["archive_bomb", "archive_bomb"]


def test_archive_entries_that_overlap_are_a_bomb(load_bad: LoadBad) -> None:
    """Two entries of the directory that point at one stretch of bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", b"x" * 4000)
    content = bytearray(buffer.getvalue())
    at = content.index(b"PK\x01\x02")
    entry, end = bytes(content[at:-22]), bytearray(content[-22:])
    struct.pack_into("<HHL", end, 8, 3, 3, 3 * len(entry))
    assert load_bad(bytes(content[:at]) + entry * 3 + bytes(end), "a.zip").reason == "archive_bomb"


def test_archive_entry_over_the_limit_is_an_entry(make_zip: MakeZip, prose: str) -> None:
    made = make_zip({"a.txt": bytes(range(32, 127)) * 20, "b.txt": prose.encode()})
    found = list(load_bytes(made, address="a.zip", settings=LoadSettings(max_bytes=1500)))
    assert [type(one) for one in found] == [Unreadable, Document]


def test_archive_entry_with_a_password_is_an_entry(make_zip: MakeZip) -> None:
    made = bytearray(make_zip({"a.txt": b"secret"}))
    made[made.index(b"PK\x03\x04") + 6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    (found,) = load_bytes(bytes(made), address="a.zip")
    assert isinstance(found, Unreadable)
    assert found.reason == "encrypted"


def test_archive_bomb_in_word_clothes_is_an_entry(load_bad: LoadBad, make_zip: MakeZip) -> None:
    made = make_zip({"word/document.xml": bytes(20 * MEGABYTE), "[Content_Types].xml": b"<Types/>"})
    assert load_bad(made, "a.docx").reason == "archive_bomb"


def test_archive_without_files_is_an_entry(load_bad: LoadBad, make_zip: MakeZip) -> None:
    assert load_bad(make_zip({}), "a.zip").reason == "empty"
