"""Whatever is done to the bytes of a document, loading it gives entries and never raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.documents import Document, Unreadable, load_bytes

if TYPE_CHECKING:
    from .conftest import MakeBytes, MakePdf

REASONS = frozenset("empty binary encrypted broken no_text too_large archive_bomb unsupported".split())
FORMATS = ("a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.zip")


@pytest.fixture
def samples(
    make_pdf: MakePdf,
    make_docx: MakeBytes,
    make_mail: Callable[..., bytes],
    make_zip: Callable[[dict[str, bytes]], bytes],
    prose: str,
) -> dict[str, bytes]:
    page = f"<html><head><title>A</title></head><body><main><p>{prose}</p></main></body></html>"
    text = f"# title: A\n# date: 2024-05-04\n\n{prose}".encode()
    return {
        "a.txt": text,
        "a.md": f'---\ntitle: "A"\ndate: 2024-05-04\n---\n{prose}'.encode(),
        "a.html": page.encode(),
        "a.pdf": make_pdf([prose], heading="A"),
        "a.docx": make_docx(),
        "a.eml": make_mail("See the page.", page=page, attachment=("b.txt", text)),
        "a.zip": make_zip({"a.txt": text, "b.html": page.encode()}),
    }


def check(content: bytes, address: str) -> None:
    for found in load_bytes(content, address=address):
        if isinstance(found, Unreadable):
            assert found.reason in REASONS
            continue
        assert isinstance(found, Document)
        found.text.encode("utf-8")
        assert all(0 <= part.start < part.end <= len(found.text) for part in found.parts)
        assert all(0 <= page <= len(found.text) for page in found.pages)


@pytest.mark.parametrize("address", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_load_never_raises_for_bytes_cut_or_changed(
    samples: dict[str, bytes], address: str, data: st.DataObject
) -> None:
    content = bytearray(samples[address])
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        content = content or bytearray(b"x")
    check(bytes(content[: data.draw(st.integers(0, len(content)))]) or b"x", address)


@pytest.mark.parametrize("address", FORMATS)
@settings(deadline=None, max_examples=40)
@given(content=st.binary())
def test_load_never_raises_for_any_bytes(address: str, content: bytes) -> None:
    check(content, address)
