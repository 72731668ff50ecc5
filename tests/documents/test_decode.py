from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.decode import decode
from legation.errors import DocumentError

VIETNAMESE = "Việt Nam và Hàn Quốc nâng cấp quan hệ, ông nói."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_decode_reads_unicode_with_and_without_marks(encoding: str) -> None:
    words = f"The ministers met. {VIETNAMESE}" if encoding in ("utf-16-le", "utf-16-be") else VIETNAMESE
    assert decode(words.encode(encoding))[0] == words


def test_decode_reads_western_bytes_and_says_so() -> None:
    words = "Le président a déclaré : « l’accord est signé » – enfin."
    assert decode(words.encode("cp1252")) == (words, ("not UTF-8; read as cp1252",))


def test_decode_reads_cyrillic_bytes() -> None:
    words = "Министры иностранных дел встретились в Любляне и договорились начать переговоры о договоре. " * 3
    assert decode(words.encode("cp1251"))[0] == words


def test_decode_keeps_utf8_with_a_few_broken_bytes() -> None:
    text, notes = decode(VIETNAMESE.encode()[:-3] + b"\xff.")
    assert text.startswith("Việt Nam và")
    assert len(notes) == 1


def test_decode_replaces_what_cannot_be_stored_one_for_one() -> None:
    text, notes = decode(b"Ministers met." + b" " * 100 + b"\x00 and parted.")
    assert text[114] == "\ufffd"
    assert len(text) == 127
    assert notes


def test_decode_refuses_binary() -> None:
    with pytest.raises(DocumentError) as caught:
        decode(bytes(range(256)) * 8)
    assert caught.value.reason == "binary"


@given(st.binary())
def test_decode_gives_text_that_any_store_takes(content: bytes) -> None:
    try:
        text, _ = decode(content)
    except DocumentError as error:
        assert error.reason == "binary"  # noqa: PT017 (either outcome is right)
    else:
        assert "\x00" not in text
        text.encode("utf-8")
