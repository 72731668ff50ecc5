from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from legation.documents import Document, load_bytes
from legation.documents.extract import fold

if TYPE_CHECKING:
    from .conftest import LoadOne

HEAD = "# url: https://press.example.org/a/1\n# title: Ministers meet\n# date: 2024-05-04\n# lang: en\n\n"


def words_of(document: Document, role: str) -> str:
    return "|".join(document.text[part.start : part.end] for part in document.parts if part.role == role)


def test_plain_reads_leading_lines_as_metadata(load_one: LoadOne, prose: str) -> None:
    document = load_one(HEAD + prose, "folder/ministers.txt")
    assert document.name == "ministers"
    assert (document.title, str(document.published)) == ("Ministers meet", "2024-05-04")
    assert (document.publisher, document.language) == ("press.example.org", "en")
    assert words_of(document, "title") == "Ministers meet"
    assert words_of(document, "body") == prose


def test_plain_keeps_the_file_as_it_was_decoded(load_one: LoadOne, prose: str) -> None:
    written = f"# title: A\r\n\r\n{prose}\r\nMore.\n\tAnd more.\r"
    assert load_one(written).text == written


def test_plain_passes_over_unknown_metadata_keys(load_one: LoadOne, prose: str) -> None:
    document = load_one(f"# title: Ministers meet\n# text_form: full\n# shelf: 12\n\n{prose}")
    assert words_of(document, "body") == prose


def test_plain_does_not_take_a_markdown_heading_for_metadata(load_one: LoadOne, prose: str) -> None:
    document = load_one(f"# Europe: a railway at last\n\n{prose}", "a.md")
    assert document.title == "Europe: a railway at last"
    assert words_of(document, "title") == "Europe: a railway at last"


def test_plain_takes_a_first_line_that_stands_alone_for_the_title(load_one: LoadOne, prose: str) -> None:
    document = load_one(f"\nA railway at last\n\n{prose}")
    assert document.title == "A railway at last"


def test_plain_takes_no_wrapped_paragraph_for_a_title(load_one: LoadOne) -> None:
    document = load_one(
        "The ministers met in the old town and spoke of\nrailways, taxes and the price of salt.\n"
    )
    assert document.title is None


def test_front_matter_gives_metadata(load_one: LoadOne, prose: str) -> None:
    head = "---\ntags: [visits, trade]\ndate: '2024-05-04'\npublisher: Ministry\nsource_url: https://a.example/b\n"
    document = load_one(f'{head}title: "It\'s agreed"\n---\n{prose}', "2024-a.md")
    assert (document.title, str(document.published)) == ("It's agreed", "2024-05-04")
    assert document.publisher == "Ministry"
    assert words_of(document, "body") == prose


def test_front_matter_title_over_two_lines_is_one_part(load_one: LoadOne, prose: str) -> None:
    document = load_one(f"---\ntitle: Ministers meet in\n  Ljubljana\nlang: en\n---\n{prose}", "a.md")
    assert document.title == "Ministers meet in Ljubljana"
    assert fold(words_of(document, "title")) == document.title


def test_front_matter_resolves_escapes_in_quoted_titles(load_one: LoadOne, prose: str) -> None:
    document = load_one(f'---\ntitle: "A minister\\u2019s\\_trip\\\n  \\ home"\n---\n{prose}', "a.md")
    assert document.title == "A minister’s trip home"


def test_front_matter_that_never_ends_is_text(load_one: LoadOne, prose: str) -> None:
    document = load_one(f"---\ntitle: A\n\n{prose}", "a.md")
    assert prose in words_of(document, "body")


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_plain_offsets_hold_for_any_text(text: str) -> None:
    for document in load_bytes(text.encode(), address="a.txt"):
        if not isinstance(document, Document) or document.media_type != "text/plain":
            continue
        assert document.text == text.removeprefix("\ufeff")
        ends = [0, *(end for part in document.parts for end in (part.start, part.end)), len(document.text)]
        assert ends == sorted(ends)


@given(
    st.lists(
        st.sampled_from(["Ministers met.", "", "\r", "19:05 | 23/03/2025", "Share this", "  x  ", "###"])
    )
)
def test_plain_parts_hold_everything_but_furniture(chosen: list[str]) -> None:
    text = "\n".join(["# title: A", *chosen, "The end of it all came late."])
    (document,) = load_bytes(text.encode(), address="a.txt")
    assert isinstance(document, Document)
    body = words_of(document, "body")
    assert body.count("Ministers met.") == chosen.count("Ministers met.")
    assert "Share" not in body
    assert "19:05" not in body
