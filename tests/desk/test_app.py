"""The desk's pages over a real ledger."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from legation.desk.app import desk
from legation.ledger import Ledger


def links(page: str) -> list[str]:
    return [link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"]*)"', page)]


def link(page: str, part: str) -> str:
    return next(each for each in links(page) if part in each)


def test_every_page_leads_only_to_pages_that_open(browser: Any) -> None:
    seen: dict[str, int] = {}
    waiting = [
        "/",
        "/brief?of=KOR&with=VNM&on=2025-09-01",
        "/partners/KOR?with=VNM&kind=visit",
        "/search?q=lee",
    ]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address not in seen:
            answer = browser.get(address)
            seen[address] = answer.status_code
            waiting += links(answer.text) if "text/html" in answer.headers["content-type"] else []
    assert len(seen) > 20
    assert {address: status for address, status in seen.items() if status != 200} == {}


def test_front_lists_partners_and_counts(browser: Any) -> None:
    page = browser.page("/")
    assert "South Korea" in page
    assert "3 documents read" in page
    assert "1 could not be read" in page


def test_record_shows_every_account_with_its_passage_and_why_they_are_one(browser: Any) -> None:
    page = browser.page(link(browser.page("/partners/KOR?kind=visit"), "/records/"))
    assert "11 August 2025" in page
    assert "10–12 August 2025" in page
    assert "President Lee of South Korea visited Vietnam on 11 August 2025</blockquote>" in page
    assert "A visit to Hanoi</a>, Desk Wire, 13 August 2025, page 1" in page
    assert "Why these are held to be one" in page


def test_passage_opens_marked_in_its_document(browser: Any) -> None:
    record = browser.page(link(browser.page("/partners/KOR?kind=visit"), "/records/"))
    page = browser.page(link(record, "start=12&end=74").partition("#")[0])
    assert (
        '<mark class="asked" id="asked" tabindex="-1">President Lee of South Korea visited Vietnam on 11 August 2025</mark>'
        in page
    )
    assert "<mark>Trade passed 5 billion dollars</mark>" in page
    assert '<span class="unread">Menu | Home\n</span>' in page
    assert '<span class="page" lang="en">page 2</span>' in page
    assert 'href="https://wire.example/report" rel="noreferrer noopener external"' in page


def test_unreadable_document_tells_its_reason_and_what_to_do(browser: Any) -> None:
    page = browser.page("/documents/scan")
    assert "Could not be read: no text" in page
    assert "run it through text recognition first" in page


def test_pages_show_the_ledger_as_it_stood(browser: Any) -> None:
    page = browser.page("/documents?as_of=2026-03-02")
    assert "A visit to Hanoi" in page
    assert "recap" not in page
    assert all("as_of=2026-03-02" in each for each in links(page) if each != "/static/desk.css")
    assert browser.get("/documents/recap?as_of=2026-03-02").status_code == 404


def test_desk_shows_what_was_added_after_it_opened(ledger: Ledger, browser: Any, fresh: Any) -> None:
    assert "a later note" not in browser.page("/documents")
    ledger.add(fresh, [], reader="r1")
    assert "a later note" in browser.page("/documents")


@pytest.mark.parametrize(
    ("words", "found"),
    [("visit HANOI", "/documents/"), ("Hàn Quốc", "/partners/KOR"), ("lee south korea", "/records/")],
)
def test_search_finds_actors_titles_and_records(browser: Any, words: str, found: str) -> None:
    assert link(browser.page(f"/search?q={words}"), found)


def test_search_says_when_nothing_holds_the_words(browser: Any) -> None:
    assert "holds all of these words" in browser.page("/search?q=zzzz")


def test_brief_is_shown_with_its_sources_and_kept_as_files(browser: Any) -> None:
    page = browser.page("/brief?of=Hanoi&with=KOR&on=2025-09-01")
    assert "For 1 September 2025" in page
    assert "#asked" in page
    answer = browser.get(link(page, "/brief.docx"))
    assert answer.content.startswith(b"PK")
    assert "brief-VNM-KOR-2025-09-01.docx" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("of=Atlantis&with=KOR&on=2025-09-01", 404, "Atlantis"),
        ("of=Congo&with=KOR&on=2025-09-01", 400, "may mean"),
        ("of=KOR&with=Seoul&on=2025-09-01", 400, "one actor"),
        ("of=KOR&with=VNM&on=2025-09-31", 400, "write a day"),
        ("of=KOR&with=&on=2025-09-01", 400, "name both sides"),
    ],
)
def test_brief_form_says_what_is_wrong_and_keeps_what_was_written(
    browser: Any, asked: str, status: int, says: str
) -> None:
    answer = browser.get(f"/brief?{asked}")
    assert answer.status_code == status
    assert says in answer.text
    assert f'value="{asked.split("&")[0].removeprefix("of=")}"' in answer.text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/partners/nobody", 404, "no actor"),
        ("/records/rnothing", 404, "no statement"),
        ("/documents/nothing", 404, "no document"),
        ("/nowhere", 404, "no page at this address"),
        ("/partners/KOR?kind=feast", 400, "feast"),
        ("/conflicts?type=quarrel", 400, "type"),
        ("/documents/report?start=here", 400, "start"),
        ("/?as_of=yesterday", 400, "write a day"),
        ("/?as_of=9999-12-31", 400, "write a day"),
        ("/brief.exe?of=KOR&with=VNM&on=2025-09-01", 400, ".exe"),
    ],
)
def test_failures_are_pages_that_say_what_to_do(browser: Any, address: str, status: int, says: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == status
    assert says in answer.text
    assert "<main" in answer.text


def test_state_without_a_record_has_a_page_that_says_so(browser: Any) -> None:
    assert "No record names France" in browser.page("/partners/FRA")


def test_empty_ledger_says_how_to_fill_it(tmp_path: Path, open_desk: Any) -> None:
    with Ledger.open(tmp_path / "empty.ledger") as ledger:
        browser = open_desk(desk(ledger))
        for address in ("/", "/documents"):
            assert "legation read FOLDER" in browser.page(address)
        assert "Nothing in this ledger contradicts" in browser.page("/conflicts")
