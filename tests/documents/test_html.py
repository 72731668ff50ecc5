from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from legation.documents.extract import Extract

if TYPE_CHECKING:
    from .conftest import LoadBad, LoadOne

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ministers meet | Example Gazette</title>
<meta property="og:site_name" content="Example Gazette">{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies to improve your visit. <button>Accept all</button></div>
<article><h1>Ministers meet</h1>{stamp}
<p>{lead} The two foreign ministers met in Ljubljana and agreed to open talks on a <b>tax</b> treaty,
their offices said after a day of meetings in the old town.</p>
<h2>What was agreed</h2>
<ul><li>Talks on a tax treaty will open in the autumn.</li><li>A railway will follow.</li></ul>
<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2023</td><td>4.2 billion</td></tr></table>
<figure><img src="a.jpg"><figcaption>The ministers shake hands in the old town.</figcaption></figure>
<p>A second round is planned for the spring, and both offices will report to their parliaments on it.</p>
</article><aside><h3>Related news</h3><ul><li><a href="1">The price of salt</a></li></ul></aside>
<footer>Copyright 2025 Example Gazette. All rights reserved.</footer></body></html>"""


def page(*, head: str = "", stamp: str = "", lead: str = "") -> str:
    return PAGE.format(head=head, stamp=stamp, lead=lead)


def test_html_keeps_the_main_text_and_nothing_around_it(read_page: Callable[[str], Extract]) -> None:
    text = read_page(page()).text
    assert text.startswith("# Ministers meet\n\nThe two foreign ministers")
    assert "talks on a tax treaty" in text
    assert "## What was agreed\n\n- Talks on a tax treaty will open in the autumn.\n- A railway" in text
    assert "| 2023 | 4.2 billion |" in text
    assert "The ministers shake hands" in text
    for furniture in ("cookies", "Home", "salt", "Copyright"):
        assert furniture not in text


def test_html_declares_title_publisher_and_language(load_one: LoadOne) -> None:
    document = load_one(page(), "a.html")
    assert (document.title, document.publisher, document.language) == (
        "Ministers meet",
        "Example Gazette",
        "en",
    )
    title = document.parts[0]
    assert document.text[title.start : title.end] == "Ministers meet"


@pytest.mark.parametrize(
    ("head", "stamp"),
    [
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2024-05-04T10:00Z"}]}</script>',
            "",
        ),
        ('<meta property="article:published_time" content="2024-05-04T10:00:00+02:00">', ""),
        ('<meta name="DC.date.issued" content="4 May 2024">', ""),
        ("", '<time datetime="2024-05-04">4 May</time>'),
        ("", '<span class="publish-date">Published: May 4, 2024</span>'),
    ],
)
def test_html_date_comes_from_where_pages_put_it(load_one: LoadOne, head: str, stamp: str) -> None:
    assert str(load_one(page(head=head, stamp=stamp), "a.html").published) == "2024-05-04"


@pytest.mark.parametrize(
    ("stamp", "lead"),
    [
        ("", "LJUBLJANA, 4 May 2024 -"),
        ("", "LJUBLJANA, May 4 (EPA) -"),
        ('<time datetime="2024-05-04">x</time>', ""),
    ],
)
def test_html_date_with_day_and_month_exchanged_gives_way_to_the_page(
    load_one: LoadOne, stamp: str, lead: str
) -> None:
    head = '<meta property="article:published_time" content="2024-04-05">'
    document = load_one(page(head=head, stamp=stamp, lead=lead), "a.html")
    assert str(document.published) == "2024-05-04"
    assert any("exchanged" in note for note in document.notes)


def test_html_is_known_by_its_content(load_one: LoadOne) -> None:
    assert load_one(page(), "saved.pdf").media_type == "text/html"


def test_html_follows_the_encoding_that_the_page_declares(load_one: LoadOne) -> None:
    words = page(lead="Министры встретились.", head='<meta charset="windows-1251">')
    assert "Министры встретились" in load_one(words.encode("cp1251"), "a.html").text


def test_html_so_short_that_no_main_text_stands_out_is_read_whole(load_one: LoadOne) -> None:
    text = load_one("<html><body><nav>Home</nav><p>Talks open in May.</p></body></html>", "a.html").text
    assert text == "Talks open in May.\n"


def test_html_without_text_is_an_entry(load_bad: LoadBad) -> None:
    assert load_bad(b"<html><body><script>write()</script></body></html>", "a.html").reason == "no_text"
